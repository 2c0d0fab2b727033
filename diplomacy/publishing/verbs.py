"""The verbs that change what the public sees of a record, or move it towards that.

Every verb either does all of its work or raises ``Refused`` and does nothing. ``by`` is the
acting user. Whether that user may is asked where the verb is offered (the admin).
"""

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from diplomacy.models import Edition, Record
from diplomacy.vocabulary import LISTED, Change, Standing, State

from . import editions, scheduling
from .desk import log, open_schedule, set_state, working_on
from .errors import refuse_if
from .readiness import problems

KEPT = ("schema", "uid", "type", "kind", "slug", "language")
"""What the content of a record that is no longer shown still says."""


def note_change(record: Record, *, by) -> None:
    """Say that the working copy was saved: what was approved or in review is a draft again."""
    with transaction.atomic():
        Record.objects.filter(pk=record.pk).update(
            version=F("version") + 1, state=State.DRAFT, updated_by=by, updated_at=timezone.now()
        )
    record.refresh_from_db(fields=["version", "state", "updated_at"])


def submit(record: Record, *, by, note: str = "") -> None:
    """Hand a draft to a colleague for review."""
    with working_on(record):
        refuse_if((record.state != State.DRAFT, _("Only a draft can be submitted for review.")))
        refuse_if(*((True, problem) for problem in problems(record)))
        set_state(State.SUBMITTED, record)
        log("submit", record, by=by, note=note)


def send_back(record: Record, *, by, note: str) -> None:
    """Give a submitted record back to its author, saying why."""
    with working_on(record):
        refuse_if(
            (record.state != State.SUBMITTED, _("Only a record in review can be sent back.")),
            (not note.strip(), _("Say what should be changed.")),
        )
        set_state(State.DRAFT, record)
        log("send back", record, by=by, note=note)


def withdraw(record: Record, *, by, reason: str, keep_text: bool) -> Edition:
    """Withdraw a published record: with its text kept under a banner, or without it."""
    standing = Standing.WITHDRAWN if keep_text else Standing.HIDDEN
    return _end(
        record,
        "withdraw",
        by=by,
        reason=reason,
        change=Change.WITHDRAWN,
        standing=standing,
        from_standings=(Standing.PUBLIC,) if keep_text else LISTED,
    )


def remove(record: Record, *, by, reason: str) -> Edition:
    """Remove a record that was published in error: its addresses answer 410 with the reason."""
    return _end(
        record,
        "remove",
        by=by,
        reason=reason,
        change=Change.REMOVED,
        standing=Standing.REMOVED,
        from_standings=(*LISTED, Standing.HIDDEN),
    )


def merge(record: Record, into: Record, *, by, reason: str) -> Edition:
    """Merge a record into another: its addresses redirect there."""
    refuse_if(
        (record.pk == into.pk, _("A record cannot be merged into itself.")),
        (not _is_listed(into), _("The record to merge into is not public.")),
    )
    return _end(
        record,
        "merge",
        by=by,
        reason=reason,
        change=Change.MERGED,
        standing=Standing.MERGED,
        from_standings=LISTED,
        extra={"merged_into": into.uid},
    )


def restore(record: Record, *, by, note: str = "") -> Edition:
    """Bring back what was withdrawn, removed or merged, as it was last shown."""
    with working_on(record) as pen:
        is_ended = record.last_edition and not editions.is_public(record)
        refuse_if((not is_ended, _("Only what was withdrawn, removed or merged is restored.")))
        content = editions.last_shown(record).content
        log("restore", record, by=by, note=note)
        return editions.append(
            pen,
            record,
            content,
            change=Change.RESTORED,
            standing=Standing.PUBLIC,
            by=by,
            note=note,
        )


def _end(record, verb, *, by, reason, change, standing, from_standings, extra=None) -> Edition:
    """Append an edition that ends a record's publication; an open schedule is cancelled."""
    with working_on(record) as pen:
        refuse_if(
            (
                editions.standing_of(record) not in from_standings,
                _("This cannot be done to a record that is %(standing)s.")
                % {"standing": editions.standing_in_words(record)},
            ),
            (not reason.strip(), _("Give the reason: readers will see it.")),
        )
        if waiting := open_schedule(record):
            scheduling.close(pen, waiting)
            set_state(State.DRAFT, record)
        log(verb, record, by=by, note=reason)
        content = _content_left(record, standing) | (extra or {})
        return editions.append(
            pen, record, content, change=change, standing=standing, by=by, note=reason
        )


def _content_left(record: Record, standing: str) -> dict:
    """What stays to be read: everything while it is listed, else only which record it was."""
    content = record.last_edition.content
    if standing in LISTED:
        return content
    return {key: content[key] for key in KEPT} | {"title": "", "summary": "", "dates": {}}


def _is_listed(record: Record) -> bool:
    record.refresh_from_db(fields=["last_edition"])
    return editions.standing_of(record) in LISTED
