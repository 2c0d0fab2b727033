"""The verbs about a version that waits for its hour, and the live fix beside it."""

from dataclasses import dataclass, field
from datetime import datetime

from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from diplomacy.models import Edition, Paragraph, Record, Schedule
from diplomacy.vocabulary import Change, Standing, State

from . import editions, scheduling
from .content import build
from .desk import log, open_schedule, set_state, working_on
from .errors import refuse_if
from .publication import NEEDS_NOTE


@dataclass(frozen=True)
class Fix:
    """New words for a published record: only what changes is given.

    ``paragraphs`` maps the key of a paragraph to its new text.
    """

    title: str | None = None
    summary: str | None = None
    paragraphs: dict[str, str] = field(default_factory=dict)

    def fields(self) -> dict[str, str]:
        """The plain fields that change."""
        given = {"title": self.title, "summary": self.summary}
        return {name: value for name, value in given.items() if value is not None}


@dataclass(frozen=True)
class LiveFix:
    """What a live fix did, and where it could not be carried into other versions."""

    edition: Edition
    conflicts: list[str]


def cancel_schedule(record: Record, *, by, note: str = "") -> None:
    """Cancel the version that waits; the working copy is a draft again."""
    with working_on(record) as pen:
        waiting = open_schedule(record)
        refuse_if((waiting is None, _("Nothing waits to be published.")))
        scheduling.close(pen, waiting)
        set_state(State.DRAFT, record)
        log("cancel schedule", record, by=by, note=note)


def approve_again(record: Record, *, by, at: datetime | None = None) -> Schedule:
    """Approve the waiting version once more, for its hour or another."""
    with working_on(record) as pen:
        waiting = open_schedule(record)
        refuse_if((waiting is None, _("Nothing waits to be published.")))
        at = at or waiting.due_at
        refuse_if((at <= timezone.now(), _("That hour has passed. Give another, or cancel.")))
        waiting.status, waiting.due_at = Schedule.Status.WAITING, at
        waiting.approved_by, waiting.approved_at = by, timezone.now()
        waiting.save()
        pen.note_schedules()
        log("approve again", record, by=by)
        return waiting


def live_fix(
    record: Record, fix: Fix, *, by, change: str = Change.CORRECTION, note: str = ""
) -> LiveFix:
    """Mend what the public reads now, without publishing the draft that is in work.

    The new edition is made from the live one. The fix is merged into the working copy and
    into a version that waits, which must then be approved again. Where either has other words
    by now, these stay and the conflict is reported.
    """
    with working_on(record) as pen:
        _refuse_fix(record, change, note)
        live = record.last_edition.content
        fixed = _fixed(live, fix)
        conflicts = _carry_into_working_copy(record, live, fix)
        conflicts += _carry_into_schedule(pen, record, live, fix)
        log("live fix", record, by=by, note=note)
        edition = editions.append(
            pen, record, fixed, change=change, standing=Standing.PUBLIC, by=by, note=note
        )
        return LiveFix(edition, conflicts)


def _refuse_fix(record: Record, change: str, note: str) -> None:
    refuse_if(
        (not editions.is_public(record), _("Only a published record can be mended live.")),
        (change not in (Change.CORRECTION, Change.TYPOGRAPHICAL), _("Not a live fix.")),
        (change in NEEDS_NOTE and not note.strip(), _("Tell readers what was corrected.")),
    )


def _fixed(live: dict, fix: Fix) -> dict:
    """The live content with the fix; refused where it changes nothing or leaves a hole."""
    fixed, unknown = merged(live, live, fix)
    refuse_if(*((True, words) for words in unknown))
    refuse_if(
        (fixed == live, _("Nothing changes.")),
        (not fixed["title"].strip(), _("It has no title.")),
        (not all(text.strip() for text in _texts(fixed).values()), _("A paragraph is empty.")),
    )
    return fixed


def merged(content: dict, base: dict, fix: Fix) -> tuple[dict, list[str]]:
    """``content`` with ``fix`` wherever it still has the words of ``base``; and the conflicts."""
    fields, conflicts = _merged_fields(content, base, fix)
    if "paragraphs" not in content:
        return content | fields, conflicts
    rows, more = _merged_paragraphs(content["paragraphs"], _texts(base), fix.paragraphs)
    return content | fields | {"paragraphs": rows}, conflicts + more


def _merged_fields(content: dict, base: dict, fix: Fix) -> tuple[dict, list[str]]:
    fields, conflicts = {}, []
    for name, value in fix.fields().items():
        if content[name] in (base[name], value):
            fields[name] = value
        else:
            conflicts.append(_("The %(field)s has other words there.") % {"field": name})
    return fields, conflicts


def _merged_paragraphs(rows: list[dict], base: dict, new: dict) -> tuple[list[dict], list[str]]:
    """``rows`` with the ``new`` texts by key, where a row still reads as in ``base``."""
    mended = [
        row | {"text": new[row["key"]]}
        if row["key"] in new and row["text"] == base.get(row["key"])
        else row
        for row in rows
    ]
    after = {row["key"]: row for row in mended}
    conflicts = [
        _("Paragraph %(number)s has other words there.") % {"number": after[key]["number"]}
        if key in after
        else _("There is no paragraph %(key)s there.") % {"key": key}
        for key, text in new.items()
        if key not in after or after[key]["text"] != text
    ]
    return mended, conflicts


def _texts(content: dict) -> dict[str, str]:
    return {row["key"]: row["text"] for row in content.get("paragraphs", [])}


def _carry_into_working_copy(record: Record, live: dict, fix: Fix) -> list[str]:
    working = build(Record.objects.get(pk=record.pk))
    after, conflicts = merged(working, live, fix)
    changes = {name: after[name] for name in fix.fields() if after[name] != working[name]}
    before = _texts(working)
    for key, text in _texts(after).items():
        if text != before[key]:
            Paragraph.objects.filter(document=record.pk, key=key).update(text=text)
    Record.objects.filter(pk=record.pk).update(version=F("version") + 1, **changes)
    record.refresh_from_db(fields=["version", "title", "summary"])
    return [_("In the working copy: %(what)s") % {"what": words} for words in conflicts]


def _carry_into_schedule(pen, record: Record, live: dict, fix: Fix) -> list[str]:
    waiting = open_schedule(record)
    if waiting is None:
        return []
    waiting.content, conflicts = merged(waiting.content, live, fix)
    waiting.status = Schedule.Status.SUSPENDED
    waiting.save(update_fields=["content", "status"])
    pen.note_schedules()
    return [_("In the version that waits: %(what)s") % {"what": words} for words in conflicts]
