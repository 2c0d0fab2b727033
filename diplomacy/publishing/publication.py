"""Publishing working copies, one or many: now, or approved for a later hour."""

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from diplomacy.models import Edition, Record, Schedule
from diplomacy.vocabulary import EDITORIAL_CHANGES, Change, Standing, State

from . import editions, ledger, scheduling
from .content import content_of
from .desk import copy_state, log, set_state, with_open_schedules
from .editions import Draft
from .errors import Refused, refuse_if
from .readiness import problems
from .working import loaded

NEEDS_NOTE = (Change.CORRECTION,)
"""Changes about which readers must be told in words."""


@dataclass(frozen=True)
class _Order:
    """What is asked for every record of one call."""

    by: object
    change: str | None
    note: str
    at: datetime | None


def publish(
    record: Record,
    *,
    by,
    change: str | None = None,
    note: str = "",
    at: datetime | None = None,
) -> Edition | Schedule:
    """Publish the working copy now, or approve it for the hour ``at``.

    Returns the new edition; the last one when the content is the same (identical content
    makes no edition); or the schedule when ``at`` is given.
    """
    (outcome,) = publish_many([record], by=by, change=change, note=note, at=at)
    if isinstance(outcome, Refused):
        raise outcome
    return outcome


def publish_many(
    records: list[Record],
    *,
    by,
    change: str | None = None,
    note: str = "",
    at: datetime | None = None,
) -> list[Edition | Schedule | Refused]:
    """Publish different records under one lock; says of each, in order, what came of it.

    What is refused stays as it is and stops no other. Anything else that fails undoes all.
    """
    order = _Order(by, change, note, at)
    with ledger.opened() as pen:
        scheduling.settle_due(pen)
        rows = loaded(records)
        waiting = with_open_schedules(rows)
        judged = [_judged(row, order, row.pk in waiting) for row in rows]
        done = iter(_carry_out(pen, [draft for draft in judged if isinstance(draft, Draft)], order))
    for record, row in zip(records, rows, strict=True):
        copy_state(row, record)
    return [next(done) if isinstance(draft, Draft) else draft for draft in judged]


def require_publishable(record: Record) -> None:
    """Raise Refused with all that stands against publishing the working copy."""
    _refuse_to_publish(record, record.pk in with_open_schedules([record]))


def _judged(row: Record, order: _Order, is_waiting: bool) -> Draft | Refused:
    """The edition that ``row``, which was ``loaded``, will have; or why it will have none."""
    change = order.change or _usual_change(row)
    try:
        _refuse_to_publish(row, is_waiting)
        _refuse_change(row, change, order.note)
        refuse_if(
            (
                order.at and order.at <= timezone.now(),
                _("The hour of publication has already passed."),
            )
        )
    except Refused as refused:
        return refused
    return Draft(row, content_of(row), change, Standing.PUBLIC, order.by, order.note)


def _carry_out(pen: ledger.Pen, drafts: list[Draft], order: _Order) -> list[Edition | Schedule]:
    rows = [draft.record for draft in drafts]
    set_state(State.APPROVED, *rows)
    if order.at is not None:
        return _schedule(pen, drafts, order)
    new = [draft for draft in drafts if not editions.shows(draft.record, draft.content)]
    log("publish", *(draft.record for draft in new), by=order.by, note=order.note)
    editions.append_many(pen, new)
    return [row.last_edition for row in rows]


def _schedule(pen: ledger.Pen, drafts: list[Draft], order: _Order) -> list[Schedule]:
    schedules = [
        Schedule.objects.create(
            record_id=draft.record.pk,
            due_at=order.at,
            content=draft.content,
            change=draft.change,
            note=draft.note,
            approved_by=draft.by,
            approved_at=timezone.now(),
        )
        for draft in drafts
    ]
    pen.note_schedules()
    log("schedule", *(draft.record for draft in drafts), by=order.by, note=order.note)
    return schedules


def _refuse_to_publish(record: Record, is_waiting: bool) -> None:
    refuse_if(
        (
            record.last_edition and not editions.is_public(record),
            _("It was %(standing)s. Restore it first.")
            % {"standing": editions.standing_in_words(record)},
        ),
        (
            is_waiting,
            _("An approved version waits for its hour. Cancel it, or make a live fix."),
        ),
    )
    refuse_if(*((True, problem) for problem in problems(record)))


def _usual_change(record: Record) -> str:
    return Change.UPDATE if record.last_edition else Change.NEW


def _refuse_change(record: Record, change: str, note: str) -> None:
    allowed = EDITORIAL_CHANGES if record.last_edition else (Change.NEW,)
    if change not in allowed:
        raise Refused(_("Say what kind of change this is."))
    refuse_if(
        (change in NEEDS_NOTE and not note.strip(), _("Tell readers what was corrected, and why."))
    )
