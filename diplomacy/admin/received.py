"""The page as received, beside the draft made from it: what was kept, what was taken out."""

import re
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from diplomacy import publishing
from diplomacy.models import Document, Paragraph, RawText, Record, RemovedLine
from diplomacy.text import normalise

from .addresses import screen_address
from .widgets import as_key

SHOWN = 10


@dataclass(frozen=True)
class Piece:
    """A run of the page: kept, or the removed line it is."""

    text: str
    removed: RemovedLine | None = None


@dataclass(frozen=True)
class ReceivedPage:
    """The raw text in pieces. ``lost`` are removed lines the page does not show word for word."""

    raw: RawText
    pieces: list[Piece]
    lost: list[RemovedLine]
    also_held: list[dict]
    """Other documents of this text or meeting: ``{"text", "title", "url"}``."""

    @property
    def removed_count(self) -> int:
        """How many lines were taken out."""
        return sum(piece.removed is not None for piece in self.pieces) + len(self.lost)


def of(record: Record) -> ReceivedPage | None:
    """The page a draft was made from; None where there is none."""
    if not isinstance(record, Document) or record.raw is None:
        return None
    text = normalise.clean(record.raw.text)
    found, lost = _placed(text, list(record.removed_lines.all()))
    return ReceivedPage(record.raw, list(_cut(text, found)), lost, _also_held(record))


def _also_held(record: Document) -> list[dict]:
    """The same text, and other accounts of the same meeting."""
    same = Document.objects.filter(raw=record.raw_id)
    others = (
        Document.objects.filter(meeting=record.meeting_id) if record.meeting_id else same.none()
    )
    rows = {row: _("Another account of this meeting is held:") for row in others[:SHOWN]}
    rows |= {row: _("The same text is already held:") for row in same[:SHOWN]}
    return [
        {"text": text, "title": row.title, "url": screen_address(row)}
        for row, text in rows.items()
        if row.pk != record.pk
    ]


def _placed(text: str, lines: list[RemovedLine]):
    """``[(start, end, line)]`` in the page's order, and the lines it does not hold."""
    found, lost, taken = [], [], 0
    for line in lines:
        match = _spaced(line.text).search(text, taken)
        if match is None or not line.text.strip():
            lost.append(line)
            continue
        found.append((match.start(), match.end(), line))
        taken = match.end()
    return found, lost


def _spaced(words: str) -> re.Pattern:
    """Finds ``words`` in a page however the page spaces them."""
    return re.compile(r"\s+".join(map(re.escape, words.split())))


def _cut(text: str, found):
    shown = 0
    for start, end, line in found:
        if text[shown:start].strip():
            yield Piece(text[shown:start].strip("\n"))
        shown = end
        yield Piece(line.text, line)
    if text[shown:].strip():
        yield Piece(text[shown:].strip("\n"))


def put_back(record: Record, line_id: str, *, by) -> Paragraph | None:
    """Make a removed line a paragraph at its place in the page; None when there is none such."""
    if not isinstance(record, Document):
        return None
    with transaction.atomic():
        Record.objects.select_for_update().filter(pk=record.pk).first()
        line = record.removed_lines.filter(pk=as_key(line_id)).first()
        if line is None:
            return None
        paragraphs = list(record.paragraphs.all())
        paragraph = Paragraph(document=record, text=line.text)
        paragraphs.insert(_place(record, line, paragraphs), paragraph)
        for order, row in enumerate(paragraphs, start=1):
            row.order = order
            row.save()
        line.delete()
        publishing.note_change(record, by=by)
    return paragraph


def _place(record: Document, line: RemovedLine, paragraphs: list[Paragraph]) -> int:
    """How many of the paragraphs stand before ``line`` in the page as received."""
    text = normalise.clean(record.raw.text) if record.raw else ""
    here = _start(text, line.text)
    if here < 0:
        return len(paragraphs)
    return sum(0 <= _start(text, paragraph.text[:40]) < here for paragraph in paragraphs)


def _start(text: str, words: str) -> int:
    match = _spaced(words).search(text)
    return match.start() if match else -1
