"""The rows of a document: its sources, paragraphs and clauses, each kept in its place.

Rows are matched to those that are there (sources by place, the others by key), so that anchors
last. What a line cannot hold is left alone: paragraphs that may not be shown, the words of
clauses in them, and clauses nobody has confirmed.
"""

from collections.abc import Iterable

from django.utils import timezone

from diplomacy.models import Clause, ClauseTopic, Document, Paragraph, Source
from diplomacy.vocabulary import Display, Mode, Voice

from .reading import LineError
from .rows import Context


def write_texts(document: Document, content: dict, context: Context) -> None:
    """Bring sources, paragraphs and clauses of `document` to what `content` says."""
    sources = _write_sources(document, content.get("sources") or [], context)
    paragraphs = _write_paragraphs(document, content.get("paragraphs") or [], sources, context)
    _write_clauses(document, content.get("clauses") or [], paragraphs, context)


def _there(manager, context: Context) -> list:
    return [] if context.is_new else list(manager.all())


def _save(rows: list, fields: Iterable[str]) -> None:
    """Write rows of one model: those that are there are updated, the others made."""
    new = [row for row in rows if row.pk is None]
    old = [row for row in rows if row.pk is not None]
    if new:
        type(new[0]).objects.bulk_create(new)
    if old:
        type(old[0]).objects.bulk_update(old, fields)


def _delete(rows: Iterable) -> None:
    for row in rows:
        row.delete()


SOURCE_TEXTS = ("url", "title", "published", "retrieved", "rights")


def _write_sources(document: Document, entries: list[dict], context: Context) -> list[Source]:
    there = _there(document.sources, context)
    rows = there[: len(entries)]
    rows += [Source(document_id=document.pk) for _ in entries[len(rows) :]]
    for order, (row, entry) in enumerate(zip(rows, entries, strict=True)):
        row.order = order
        row.outlet = _outlet(entry, context)
        for name in SOURCE_TEXTS:
            setattr(row, name, entry.get(name) or "")
    _save(rows, ["order", "outlet", *SOURCE_TEXTS])
    _delete(there[len(entries) :])
    return rows


def _outlet(entry: dict, context: Context):
    if entry.get("outlet"):
        return context.directory.find("outlet", entry["outlet"])
    return context.directory.outlet_of(entry["url"]) if entry.get("url") else None


def _write_paragraphs(
    document: Document, entries: list[dict], sources: list[Source], context: Context
) -> dict[str, Paragraph]:
    """The document's paragraphs by key, after writing those of the line."""
    there = _there(document.paragraphs, context)
    _give_keys(entries, there)
    known = {row.key: row for row in there}
    rows = [
        _paragraph(known.get(entry["key"]), document, place, entry, sources)
        for place, entry in enumerate(entries)
    ]
    _save(rows, ["order", "number", "heading", "text", "source", "is_extract"])
    shown = {row.key for row in rows}
    gone = [row for row in there if row.key not in shown and _could_be_shown(row, document)]
    _delete(gone)
    return {row.key: row for row in [*there, *rows] if row not in gone}


def _give_keys(entries: list[dict], there: list[Paragraph]) -> None:
    """Give paragraphs without a key that of the same words, else of the same place, or a new one.

    Refuses a key that is given twice.
    """
    given = [entry["key"] for entry in entries if entry.get("key")]
    if len(given) > len(set(given)):
        raise LineError("paragraphs: two have the same key")
    free = {row.key: row for row in there if row.key not in given}
    by_text = {row.text: key for key, row in reversed(free.items())}
    for entry in entries:
        if not entry.get("key") and by_text.get(entry["text"]) in free:
            entry["key"] = free.pop(by_text[entry["text"]]).key
    for place, entry in enumerate(entries):
        if not entry.get("key"):
            same_place = there[place].key if place < len(there) else None
            entry["key"] = free.pop(same_place).key if same_place in free else Paragraph().key


def _paragraph(row, document: Document, place: int, entry: dict, sources: list[Source]):
    if row is None:
        row = Paragraph(document_id=document.pk, key=entry["key"], order=place)
    if document.display == Display.FULL:
        row.order = place
    number = entry.get("number") or ""
    counted = document.display == Display.FULL and number == str(place + 1)
    row.number = "" if counted else number
    row.heading, row.text = entry.get("heading") or "", entry["text"]
    row.is_extract = entry.get("extract") or document.display == Display.EXTRACT
    row.source = _source_at(entry.get("source"), sources)
    return row


def _source_at(place: int | None, sources: list[Source]) -> Source | None:
    if place is None:
        return None
    if place >= len(sources):
        raise LineError(f"paragraphs: there is no source {place} (they count from 0)")
    return sources[place]


def _could_be_shown(row: Paragraph, document: Document) -> bool:
    """Whether a line that leaves the paragraph out says that it is gone."""
    if document.display == Display.EXTRACT:
        return row.is_extract
    return document.display == Display.FULL


CLAUSE_TEXTS = ("verb", "strength")
CLAUSE_NAMES = {"side": "country", "speaker": "person", "reporter": "organisation"}


def _write_clauses(
    document: Document, entries: list[dict], paragraphs: dict[str, Paragraph], context: Context
) -> None:
    there = _there(document.clauses, context)
    known = {row.key: row for row in there}
    rows = [
        _clause(
            known.get(entry.get("key")) or _new_clause(document, entry),
            document,
            {"order": order} | entry,
            paragraphs,
            context,
        )
        for order, entry in enumerate(entries)
    ]
    keys = [row.key for row in rows]
    if len(keys) > len(set(keys)):
        raise LineError("clauses: two have the same key")
    old = [row for row in rows if row.pk]
    names = ["order", "paragraph", "text", "formula", "voice", "act", "mode", *CLAUSE_TEXTS]
    _save(rows, [*names, *CLAUSE_NAMES, "confirmed_by", "confirmed_at"])
    _delete(row for row in there if row.confirmed_at and row.key not in keys)
    _name_what_clauses_name(rows, old, entries, context)


def _new_clause(document: Document, entry: dict) -> Clause:
    key = {"key": entry["key"]} if entry.get("key") else {}
    return Clause(document_id=document.pk, **key)


def _clause(row: Clause, document: Document, entry: dict, paragraphs: dict, context: Context):
    row.order, row.act = entry["order"], entry["act"]
    is_withheld = document.display != Display.FULL and not entry.get("paragraph")
    if not is_withheld or entry.get("text"):
        row.paragraph = _paragraph_of(entry, paragraphs)
        row.text, row.formula = entry.get("text") or "", entry.get("formula") or ""
    if not row.text and not is_withheld:
        raise LineError("clauses: one has no text")
    row.voice = entry.get("voice") or Voice.JOINT
    row.mode = entry.get("mode") or Mode.JOINT
    for name in CLAUSE_TEXTS:
        setattr(row, name, entry.get(name) or "")
    for name, type in CLAUSE_NAMES.items():
        setattr(row, name, context.directory.coded(type, entry.get(name)))
    if row.voice == Voice.SIDE and row.side is None:
        raise LineError("clauses: one speaks for one side and does not say which")
    if row.confirmed_at is None:
        row.confirmed_by, row.confirmed_at = context.by, timezone.now()
    return row


def _paragraph_of(entry: dict, paragraphs: dict[str, Paragraph]) -> Paragraph | None:
    key = entry.get("paragraph")
    if key and key not in paragraphs:
        raise LineError(f"clauses: there is no paragraph {key}")
    return paragraphs.get(key)


def _name_what_clauses_name(
    rows: list[Clause], old: list[Clause], entries: list[dict], context: Context
) -> None:
    if old:
        ClauseTopic.objects.filter(clause__in=old).delete()
        Clause.places.through.objects.filter(clause__in=old).delete()
    labels, places = {}, {}
    for row, entry in zip(rows, entries, strict=True):
        for order, slug in enumerate(entry.get("topics") or []):
            topic = context.directory.coded("topic", slug)
            label = ClauseTopic(clause=row, topic=topic, order=order)
            labels.setdefault((row.pk, topic.pk), label)
        for slug in entry.get("places") or []:
            place = context.directory.coded("place", slug)
            link = Clause.places.through(clause=row, place=place)
            places.setdefault((row.pk, place.pk), link)
    ClauseTopic.objects.bulk_create(labels.values())
    Clause.places.through.objects.bulk_create(places.values())
