"""What every verb shares: the lock, a fresh look at the record, the audit line."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.utils.translation import gettext as _

from diplomacy.models import Record, RecordAction, Schedule
from diplomacy.text.normalise import control_in
from diplomacy.vocabulary import State

from . import ledger
from .errors import Refused
from .scheduling import settle_due

SHARED = ("state", "last_edition", "version", "slug")
"""What somebody else may have changed of a record since it was read."""


@contextmanager
def working_on(record: Record) -> Iterator[ledger.Pen]:
    """Hold the ledger's lock with ``record``'s state fresh and every due schedule settled."""
    with ledger.opened() as pen:
        settle_due(pen)
        record.refresh_from_db(fields=SHARED)
        yield pen


def copy_state(row: Record, record: Record) -> None:
    """Bring ``record`` up to date with ``row``, a fresher copy of it."""
    for name in SHARED:
        setattr(record, name, getattr(row, name))


def log(verb: str, *records: Record, by, note: str = "") -> None:
    """Write the audit line of a verb for each of ``records``.

    Every verb comes through here, so that no note with a sign that XML cannot hold reaches the
    feeds: it is refused.
    """
    if sign := control_in(note):
        raise Refused(_("The note holds %(sign)s.") % {"sign": sign})
    RecordAction.objects.bulk_create(
        RecordAction(record_id=record.pk, verb=verb, by=by, note=note) for record in records
    )


def set_state(state: State, *records: Record) -> None:
    """Write the state of the working copies."""
    for record in records:
        record.state = state
    Record.objects.filter(pk__in=[record.pk for record in records]).update(state=state)


def with_open_schedules(records: list[Record]) -> set[int]:
    """The keys of those among ``records`` of which an approved version waits."""
    waiting = Schedule.objects.filter(record__in=[r.pk for r in records], status__in=Schedule.OPEN)
    return set(waiting.values_list("record", flat=True))


def open_schedule(record: Record) -> Schedule | None:
    """The approved version of ``record`` that waits for its hour, if any."""
    return Schedule.objects.filter(record=record.pk, status__in=Schedule.OPEN).first()
