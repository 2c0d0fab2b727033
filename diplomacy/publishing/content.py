"""What an edition stores: the public content of one record, made from its working copy.

Permanent ids and names as printed; what changes without the text changing is resolved when
read (``reading/links.py``). Preview, page, API and export show this very content.
"""

from diplomacy.models import Commitment, Dialogue, Document, Record
from diplomacy.vocabulary import Display

from .editions import SCHEMA
from .working import loaded


def build(record: Record) -> dict:
    """The content of ``record``, as the database has it, as JSON-ready data."""
    (row,) = loaded([record])
    return content_of(row)


def content_of(row: Record) -> dict:
    """The content of a working copy that was ``loaded``. Withheld words are not in it."""
    return _common(row) | PARTS[row.type](row)


def _common(record: Record) -> dict:
    return {
        "schema": SCHEMA,
        "uid": record.uid,
        "type": record.type,
        "kind": record.kind,
        "slug": record.slug,
        "title": record.title,
        "title_origin": record.title_origin,
        "summary": record.summary,
        "language": record.language,
        "dates": {row.role: _date(row) for row in record.dates.all()},
        "people": [_person(row) for row in record.person_roles.all()],
        "organisations": [
            _named(row.organisation) | {"role": row.role} for row in record.organisation_roles.all()
        ],
        "countries": [
            _named(row.country) | {"role": row.role} for row in record.country_roles.all()
        ],
        "topics": [
            _labelled(row.topic) | {"printed": row.printed} for row in record.topic_labels.all()
        ],
        "initiatives": _by_slug(record.initiatives.all()),
        "places": _by_slug(record.places.all()),
        "relations": [{"type": row.type, "uid": row.target.uid} for row in record.relations.all()],
        "figures": [_figure(row) for row in record.figures.all()],
        "attachments": [_attachment(row) for row in record.attachments.all() if row.is_public],
        "note": record.note_public,
    }


def _dialogue(record: Dialogue) -> dict:
    series = record.series
    return {
        "series": {"slug": series.slug, "title": series.title} if series else None,
        "ordinal": record.ordinal,
        "ordinal_printed": record.ordinal_printed,
        "status": record.status,
        "mode": record.mode,
        "venue": record.venue,
        "place": _labelled(record.place) if record.place else None,
        "host": record.host.slug if record.host else None,
        "theme": record.theme,
        "agenda": _lines(record.agenda),
        "invitation": record.invitation,
        "outcomes": _lines(record.outcomes),
    }


def _document(record: Document) -> dict:
    sources = list(record.sources.all())
    shown = _shown_paragraphs(record)
    return {
        "authority": record.authority,
        "held": record.held,
        "display": record.display,
        "side": record.side.slug if record.side else None,
        "byline": record.byline,
        "agency": record.agency,
        "dateline": record.dateline,
        "place": _labelled(record.place) if record.place else None,
        "dialogue": record.meeting.uid if record.meeting else None,
        "work": {"code": record.work.code, "standing": record.standing} if record.work else None,
        "paragraphs": _paragraphs(shown, [source.pk for source in sources]),
        "sources": [_source(row) for row in sources],
        "clauses": _clauses(record, {paragraph.pk: paragraph.key for _, paragraph in shown}),
    }


def _commitment(record: Commitment) -> dict:
    mentions = record.mentions.all()
    return {
        "side": record.side.slug if record.side else None,
        "parties": record.parties,
        "topic": record.topic.slug if record.topic else None,
        "mentions": [_mention(row) for row in mentions],
    }


PARTS = {"dialogue": _dialogue, "document": _document, "commitment": _commitment}


def _named(row) -> dict:
    return {"slug": row.slug, "name": row.name}


def _labelled(row) -> dict:
    return {"slug": row.slug, "label": row.label}


def _by_slug(rows) -> list[dict]:
    return [_labelled(row) for row in sorted(rows, key=lambda row: row.slug)]


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _bounds(row) -> dict:
    return {"earliest": row.earliest.isoformat(), "latest": row.latest.isoformat()}


def _date(row) -> dict:
    said = {"value": row.value, "basis": row.basis, "printed": row.printed, "note": row.note}
    return said | _bounds(row)


def _person(row) -> dict:
    return {
        "slug": row.person.slug,
        "name": row.printed or row.person.name,
        "role": row.role,
        "styled_as": row.styled_as,
    }


def _figure(row) -> dict:
    image = row.image
    return {
        "file": image.file.name,
        "width": image.width,
        "height": image.height,
        "alt": image.alt,
        "caption": row.caption,
        "credit": image.credit,
        "licence": image.licence,
    }


def _attachment(row) -> dict:
    return {
        "file": row.file.name,
        "sha256": row.sha256,
        "size": row.size,
        "what": row.what,
        "rights": row.rights,
    }


def _source(row) -> dict:
    return {
        "url": row.url,
        "outlet": _named(row.outlet) if row.outlet else None,
        "title": row.title,
        "published": row.published,
        "retrieved": row.retrieved,
        "rights": row.rights,
    }


def _shown_paragraphs(record: Document) -> list:
    """``(number, paragraph)`` of what may be shown; numbers are as printed, else counted."""
    if record.display == Display.METADATA:
        return []
    numbered = [
        (paragraph.number or str(count), paragraph)
        for count, paragraph in enumerate(record.paragraphs.all(), start=1)
    ]
    if record.display == Display.FULL:
        return numbered
    return [(number, paragraph) for number, paragraph in numbered if paragraph.is_extract]


def _paragraphs(shown, source_ids: list[int]) -> list[dict]:
    return [
        {
            "key": paragraph.key,
            "number": number,
            "heading": paragraph.heading,
            "text": paragraph.text,
            "source": source_ids.index(paragraph.source_id) if paragraph.source_id else None,
            "extract": paragraph.is_extract,
        }
        for number, paragraph in shown
    ]


def _clauses(record: Document, shown_keys: dict[int, str]) -> list[dict]:
    """Confirmed clauses. One whose paragraph is withheld keeps its reading, not its words."""
    return [
        _clause(row, shown_keys.get(row.paragraph_id), record.display)
        for row in record.clauses.all()
        if row.confirmed_at
    ]


def _clause(row, paragraph_key: str | None, display: str) -> dict:
    is_shown = display == Display.FULL or paragraph_key is not None
    return {
        "key": row.key,
        "paragraph": paragraph_key,
        "text": row.text if is_shown else "",
        "formula": row.formula if is_shown else "",
        "voice": row.voice,
        "side": row.side.slug if row.side else None,
        "act": row.act,
        "verb": row.verb,
        "strength": row.strength,
        "topics": [label.topic.slug for label in row.topic_labels.all()],
        "places": sorted(place.slug for place in row.places.all()),
        "speaker": row.speaker.slug if row.speaker else None,
        "reporter": row.reporter.slug if row.reporter else None,
        "mode": row.mode,
    }


def _mention(row) -> dict:
    return {
        "date": {"value": row.date} | _bounds(row),
        "type": row.type,
        "label": row.label,
        "text": row.text,
        "dialogue": row.dialogue.uid if row.dialogue else None,
        "document": row.document.uid if row.document else None,
        "urls": _lines(row.urls),
    }
