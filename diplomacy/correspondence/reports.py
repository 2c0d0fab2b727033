"""Problem reports: a reader writes one, the desk settles or rejects it."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from diplomacy.models import Edition, ProblemReport, RecordAction
from diplomacy.text.normalise import control_in


class RefusedError(Exception):
    """The report cannot be settled so; ``str()`` says why, in words for the editor."""


def passage(content: dict, key: str) -> str | None:
    """The words of a paragraph or clause as an edition shows them; None where it has none such."""
    parts = [*content.get("paragraphs", ()), *content.get("clauses", ())]
    part = next((part for part in parts if part["key"] == key), None) if key else None
    return None if part is None else part["text"] or part.get("formula", "")


def report(edition: Edition, key: str, *, kind: str, text: str, address: str, language: str):
    """Put what a reader found before the desk. ``key`` names a passage of ``edition``, or none."""
    shown = passage(edition.content, key)
    return ProblemReport.objects.create(
        record_id=edition.record_id,
        edition_n=edition.n,
        passage="" if shown is None else key,
        shown=shown or "",
        kind=kind,
        text=text,
        address=address,
        language=language,
    )


def settle(report: ProblemReport, *, by, note: str = "") -> None:
    """Say that what was reported has been seen to. Raises ``RefusedError``."""
    _end(report, ProblemReport.Status.SETTLED, by=by, note=note)


def reject(report: ProblemReport, *, by, note: str) -> None:
    """Say that nothing will be done, and why. Raises ``RefusedError``, also without a note."""
    if not note.strip():
        raise RefusedError(_("Say why nothing is to be done."))
    _end(report, ProblemReport.Status.REJECTED, by=by, note=note)


def open_reports(record=None) -> int:
    """How many wait at the desk, of one record or of all."""
    rows = ProblemReport.objects.filter(status=ProblemReport.Status.OPEN)
    return (rows.filter(record=record.pk) if record else rows).count()


@transaction.atomic
def _end(report: ProblemReport, status: str, *, by, note: str) -> None:
    """Close an open report, forget the reader's address, and leave a line with the record."""
    if sign := control_in(note):
        raise RefusedError(_("The note holds %(sign)s.") % {"sign": sign})
    rows = ProblemReport.objects.filter(pk=report.pk, status=ProblemReport.Status.OPEN)
    if not rows.update(
        status=status, note=note, settled_by=by, settled_at=timezone.now(), address=""
    ):
        raise RefusedError(_("Somebody else has closed this report."))
    RecordAction.objects.create(
        record_id=report.record_id, verb=f"report {status}", by=by, note=note
    )
    report.refresh_from_db()
