"""What every verb shares: the lock, a fresh look at the record, the audit line."""

from collections.abc import Iterator
from contextlib import contextmanager

from diplomacy.models import Record, RecordAction, Schedule
from diplomacy.vocabulary import State

from . import ledger
from .scheduling import settle_due


@contextmanager
def working_on(record: Record) -> Iterator[ledger.Pen]:
    """Hold the ledger's lock with ``record``'s state fresh and every due schedule settled."""
    with ledger.opened() as pen:
        settle_due(pen)
        record.refresh_from_db(fields=["state", "last_edition", "version", "slug"])
        yield pen


def log(record: Record, verb: str, *, by, note: str = "") -> None:
    """Write the audit line of a verb."""
    RecordAction.objects.create(record_id=record.pk, verb=verb, by=by, note=note)


def set_state(record: Record, state: State) -> None:
    """Write the state of the working copy."""
    record.state = state
    Record.objects.filter(pk=record.pk).update(state=state)


def open_schedule(record: Record) -> Schedule | None:
    """The approved version of ``record`` that waits for its hour, if any."""
    return Schedule.objects.filter(record=record.pk, status__in=Schedule.OPEN).first()
