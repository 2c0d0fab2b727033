"""What lists and facets need of an edition's content: its day, its teaser, what it names."""

from datetime import date
from typing import NamedTuple

from diplomacy import kinds
from diplomacy.text import dates
from diplomacy.vocabulary import Basis, Named

TEASER_LENGTH = 300
DATES_BY_TYPE = {
    "dialogue": ("event", "visit"),
    "document": ("document", "release", "published", "dateline", "event"),
    "commitment": (),
}
"""Which date a record is listed under: the first of these that it has."""
RECORD = "record"
"""The type of a mention whose slug is the uid of another record."""
FILE, FIGURE, ATTACHMENT = "file", "figure", "attachment"
"""The type of a mention whose slug is the name of a stored file, and the parts such a file has."""


class SortDate(NamedTuple):
    """The day a record is listed under, and the date as it is known."""

    day: date
    value: str
    basis: str


class Naming(NamedTuple):
    """That content names something, and in which part."""

    type: str
    slug: str
    role: str = ""


def columns_of(content: dict) -> dict:
    """The columns of ``PublicRecord`` that come from content alone.

    What is no longer shown has next to no content: its columns are empty.
    """
    kind = kinds.KINDS[content["kind"]]
    series, work = content.get("series"), content.get("work")
    return {
        "uid": content["uid"],
        "slug": content["slug"],
        "type": kind.model,
        "kind": kind.code,
        "family": kind.family,
        "title": content.get("title", ""),
        "teaser": teaser_of(content),
        "language": content["language"],
        "authority": content.get("authority", ""),
        "held": content.get("held", ""),
        "display": content.get("display", ""),
        "side": content.get("side") or "",
        "series_slug": series["slug"] if series else "",
        "ordinal": content.get("ordinal"),
        "dialogue_uid": content.get("dialogue") or "",
        "work_code": work["code"] if work else "",
    }


def teaser_of(content: dict) -> str:
    """The beginning of the summary or else of the text, cut between words."""
    paragraphs = content.get("paragraphs") or content.get("mentions") or [{"text": ""}]
    text = " ".join((content.get("summary") or paragraphs[0]["text"]).split())
    if len(text) <= TEASER_LENGTH:
        return text
    cut = text[:TEASER_LENGTH]
    # A text without blanks, as Chinese is, is cut where it is.
    return (cut.rpartition(" ")[0] if " " in cut else cut) + "…"


def sort_date_of(content: dict, otherwise: date) -> SortDate:
    """The first date of the record that counts; ``otherwise`` where it has none."""
    for found in _dates_of(content):
        first, last = (date.fromisoformat(found[bound]) for bound in ("earliest", "latest"))
        # "Until 2024" has no first day: it is listed under its last.
        return SortDate(last if first == date.min else first, found["value"], found["basis"])
    return SortDate(otherwise, "", "")


def namings_of(content: dict) -> set[Naming]:
    """Everything that content names by a permanent code."""
    parts = (_listed, _single, _in_clauses, _records, _files)
    namings = {naming for part in parts for naming in part(content)}
    return {naming for naming in namings if naming.slug}


def _dates_of(content: dict):
    for role in DATES_BY_TYPE[content["type"]]:
        if found := content.get("dates", {}).get(role):
            yield found
    for source in content.get("sources", []):
        if source["published"]:
            parsed = dates.parse(source["published"])
            yield {
                "value": parsed.value,
                "basis": Basis.PRINTED,
                "earliest": parsed.earliest.isoformat(),
                "latest": parsed.latest.isoformat(),
            }
    for mention in content.get("mentions", []):
        yield mention["date"] | {"basis": Basis.PRINTED}


def _listed(content: dict):
    for person in content["people"]:
        yield Naming(Named.PERSON, person["slug"], person["role"])
    for organisation in content["organisations"]:
        yield Naming(Named.ORGANISATION, organisation["slug"], organisation["role"])
    for country in content["countries"]:
        yield Naming(Named.COUNTRY, country["slug"], country["role"])
    for type, rows in (
        (Named.TOPIC, content["topics"]),
        (Named.INITIATIVE, content["initiatives"]),
        (Named.PLACE, content["places"]),
    ):
        for row in rows:
            yield Naming(type, row["slug"])


def _single(content: dict):
    yield Naming(Named.COUNTRY, content.get("side") or "", "side")
    yield Naming(Named.COUNTRY, content.get("host") or "", "host")
    yield Naming(Named.TOPIC, content.get("topic") or "")
    if place := content.get("place"):
        yield Naming(Named.PLACE, place["slug"], "scene")
    if series := content.get("series"):
        yield Naming(Named.SERIES, series["slug"])
    for source in content.get("sources", []):
        yield Naming(Named.OUTLET, source["outlet"]["slug"] if source["outlet"] else "", "source")


def _in_clauses(content: dict):
    for clause in content.get("clauses", []):
        yield Naming(Named.COUNTRY, clause["side"] or "", "clause")
        yield Naming(Named.PERSON, clause["speaker"] or "", "clause")
        yield Naming(Named.ORGANISATION, clause["reporter"] or "", "clause")
        for topic in clause["topics"]:
            yield Naming(Named.TOPIC, topic, "clause")
        for place in clause["places"]:
            yield Naming(Named.PLACE, place, "clause")


def _records(content: dict):
    for relation in content["relations"]:
        yield Naming(RECORD, relation["uid"], relation["type"])
    yield Naming(RECORD, content.get("dialogue") or "", "dialogue")
    for mention in content.get("mentions", []):
        for field in ("dialogue", "document"):
            yield Naming(RECORD, mention[field] or "", "evidence")


def _files(content: dict):
    for figure in content["figures"]:
        yield Naming(FILE, figure["file"], FIGURE)
    for attachment in content["attachments"]:
        yield Naming(FILE, attachment["file"], ATTACHMENT)
