"""Which fields a record line may have, and what each may hold: the interchange as tables."""

import difflib
from collections.abc import Iterator

from diplomacy import kinds
from diplomacy.models import (
    AUTHORITY_MODELS,
    Clause,
    Commitment,
    CommitmentMention,
    Dialogue,
    Document,
    Figure,
    ImportedRow,
    Paragraph,
    PersonRole,
    Record,
    RecordDate,
    Source,
    TopicLabel,
)
from diplomacy.vocabulary import (
    LANGUAGES,
    Act,
    Basis,
    CountryPart,
    DateRole,
    Display,
    Held,
    Link,
    MeetingMode,
    MeetingStatus,
    Mode,
    OrganisationPart,
    PersonPart,
    Step,
    TitleOrigin,
    Voice,
    WorkStanding,
)

from . import checks
from .checks import date, items, length, long_slug, name_or, object_of, one_of, rows, slug, text
from .reading import LineError

SMALL = 32_767
"""The largest number a small column keeps on every database."""

LABEL = {"slug": slug, "label": text(200), "name": text(300), "title": text(300)}
NAMED = {"slug": slug, "name": text(300)}


def named(**fields) -> checks.Check:
    """A list of names, bare or as objects with a slug and ``fields``."""
    return items(name_or(object_of(LABEL | fields)))


DATE = object_of(
    {
        "value": date,
        "basis": one_of(Basis.values),
        "printed": length(RecordDate, "printed"),
        "note": length(RecordDate, "note"),
    },
    needs=["value"],
)

COMMON = {
    "id": checks.text_or_number(length(ImportedRow, "key")),
    "uid": checks.uid,
    "type": text(40),
    "kind": text(40),
    "schema": checks.whole(1, 1),
    "slug": long_slug,
    "title": length(Record, "title"),
    "title_origin": one_of(TitleOrigin.values),
    "summary": text(),
    "language": text(20),
    "date": date,
    "dates": object_of(dict.fromkeys(DateRole.values, DATE), is_closed=True),
    "people": named(
        role=one_of(PersonPart.values), styled_as=length(PersonRole, "styled_as"), name=text(200)
    ),
    "organisations": items(
        name_or(object_of(NAMED | {"role": one_of(OrganisationPart.values)}), 300)
    ),
    "countries": named(role=one_of(CountryPart.values)),
    "topics": named(printed=length(TopicLabel, "printed")),
    "initiatives": named(),
    "places": named(),
    "relations": rows({"type": one_of(Link.values), "uid": text(200)}, needs=["type", "uid"]),
    "figures": rows(
        {
            "file": text(100),
            "alt": text(500),
            "caption": length(Figure, "caption"),
            "credit": text(300),
            "licence": text(200),
        },
        needs=["file", "alt"],
    ),
    "attachments": rows(
        {"file": text(100), "sha256": text(64), "what": text(200), "rights": text(300)},
        needs=["file"],
    ),
    "note": text(),
    "state": one_of(["public", "withdrawn"]),
    "reason": text(),
    "body": text(),
    "outlet": name_or(object_of(NAMED), 300),
    "url": length(Source, "url"),
}
"""Fields of every record line."""

DOCUMENT = {
    "authority": one_of([*kinds.AUTHORITIES, ""]),
    "held": one_of(Held.values),
    "display": one_of(Display.values),
    "side": name_or(object_of(NAMED)),
    "byline": length(Document, "byline"),
    "agency": length(Document, "agency"),
    "dateline": length(Document, "dateline"),
    "place": name_or(object_of(LABEL)),
    "dialogue": text(200),
    "work": object_of({"code": slug, "standing": one_of([*WorkStanding.values, ""])}),
    "series": name_or(object_of(LABEL), 300),
    "ordinal": checks.whole(1, SMALL),
    "paragraphs": rows(
        {
            "key": checks.pattern(checks.SLUG, "letters and digits", 20),
            "number": length(Paragraph, "number"),
            "heading": length(Paragraph, "heading"),
            "text": text(),
            "source": checks.whole(0, SMALL),
            "extract": checks.true_or_false,
        },
        needs=["text"],
    ),
    "sources": rows(
        {
            "url": length(Source, "url"),
            "outlet": name_or(object_of(NAMED), 300),
            "title": length(Source, "title"),
            "published": checks.empty_or_date,
            "retrieved": checks.empty_or_date,
            "rights": length(Source, "rights"),
        }
    ),
    "clauses": rows(
        {
            "key": checks.pattern(checks.SLUG, "letters and digits", 20),
            "paragraph": text(20),
            "text": text(),
            "formula": length(Clause, "formula"),
            "voice": one_of(Voice.values),
            "side": slug,
            "act": one_of(Act.values),
            "verb": length(Clause, "verb"),
            "strength": length(Clause, "strength"),
            "topics": items(slug),
            "places": items(slug),
            "speaker": slug,
            "reporter": slug,
            "mode": one_of(Mode.values),
        },
        needs=["act"],
    ),
}

DIALOGUE = {
    "series": name_or(object_of(LABEL), 300),
    "ordinal": checks.whole(1, SMALL),
    "ordinal_printed": length(Dialogue, "ordinal_printed"),
    "status": one_of(MeetingStatus.values),
    "mode": one_of(MeetingMode.values),
    "venue": length(Dialogue, "venue"),
    "place": name_or(object_of(LABEL)),
    "host": name_or(object_of(NAMED)),
    "theme": length(Dialogue, "theme"),
    "agenda": items(text()),
    "invitation": length(Dialogue, "invitation"),
    "outcomes": items(text()),
}

COMMITMENT = {
    "side": name_or(object_of(NAMED)),
    "parties": length(Commitment, "parties"),
    "topic": name_or(object_of(LABEL)),
    "mentions": rows(
        {
            "date": object_of({"value": date}, needs=["value"]),
            "type": one_of(Step.values),
            "label": length(CommitmentMention, "label"),
            "text": text(),
            "dialogue": text(200),
            "document": text(200),
            "urls": items(text(1000)),
        },
        needs=["date", "type"],
    ),
}

FIELDS_OF = {
    "document": COMMON | DOCUMENT,
    "dialogue": COMMON | DIALOGUE,
    "commitment": COMMON | COMMITMENT,
}
IGNORED = {"links"}
"""What the API adds to a record and works out anew each time."""


def is_authority(line: dict) -> bool:
    """Whether the line is about a person, a country … rather than a record."""
    return isinstance(line.get("type"), str) and line["type"] in AUTHORITY_MODELS


def check_record(line: dict) -> list[str]:
    """Refuse a record line with LineError; returns the names of fields that are not known."""
    kind = kind_of(line)
    fields = FIELDS_OF[kind.model]
    problems = list(_problems(line, kind, fields))
    if problems:
        raise LineError(*problems)
    return sorted(set(line) - set(fields) - IGNORED)


def kind_of(line: dict) -> kinds.Kind:
    """The kind of a record line; refuses an unknown one, naming the nearest known."""
    code = line.get("kind") or line.get("type")
    if code in (None, ""):
        raise LineError("type is missing")
    if not isinstance(code, str) or code not in kinds.KINDS:
        near = difflib.get_close_matches(str(code), [*kinds.KINDS, *AUTHORITY_MODELS], n=1)
        advice = f"; did you mean {near[0]}?" if near else f"; known: {', '.join(kinds.KINDS)}"
        raise LineError(f"type “{code}” is not known{advice}")
    return kinds.KINDS[code]


def _problems(line: dict, kind: kinds.Kind, fields: dict) -> Iterator[str]:
    if not line.get("id") and not line.get("uid"):
        yield "id is missing"
    title = line.get("title") or ""
    if isinstance(title, str) and not title.strip():
        yield "title is missing"
    if line.get("kind") and line.get("type") not in (None, kind.model):
        yield f"type “{line['type']}” does not fit the kind {kind.code}, which is a {kind.model}"
    language = line.get("language")
    if isinstance(language, str) and language and language.lower() not in LANGUAGES:
        yield f"language “{language}” is not known; use one of {', '.join(LANGUAGES)}"
    yield from object_of(fields)(line, "")
    if line.get("state") == "withdrawn" and not line.get("reason"):
        yield "reason is missing: say why the record is withdrawn"
