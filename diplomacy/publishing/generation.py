"""The generation: the last ledger number. It keys every anonymous page, so nothing is stale."""

from datetime import datetime
from typing import NamedTuple

from diplomacy.models import LedgerHead


class Head(NamedTuple):
    """The ledger as the public sees it now."""

    number: int
    next_due: datetime | None


def current() -> Head:
    """The last ledger number, and when the next schedule is due: one query."""
    row = LedgerHead.objects.filter(pk=1).values_list("number", "next_due").first()
    return Head(*row) if row else Head(0, None)
