"""The parts that all of the JSON-LD is made of."""

from collections.abc import Iterable

from diplomacy.exports.citations.citable import ARCHIVE
from diplomacy.models import PublicRecord
from diplomacy.reading.addresses import absolute
from diplomacy.reading.links import Links
from diplomacy.text.edtf import Edtf
from diplomacy.vocabulary import CountryPart, OrganisationPart

from .meta import read


def drop_empty(data: dict) -> dict:
    """``data`` without what says nothing."""
    return {name: value for name, value in data.items() if value not in ("", None, [], {})}


def named(type: str, name: str, url: str = "") -> dict:
    """A thing with its name, and its page in the archive where it has one."""
    return {"@type": type, "name": name} | ({"url": absolute(url)} if url else {})


def thing(type: str, links: Links, of: str, slug: str, name: str) -> dict:
    """What an edition names, as it prints it."""
    link = links.name(of, slug)
    return named(type, name, link.url if link else "")


def person(row: dict, links: Links) -> dict:
    return thing("Person", links, "person", row["slug"], row["name"])


def organisation(row: dict, links: Links) -> dict:
    return thing("Organization", links, "organisation", row["slug"], row["name"])


def country(slug: str | None, links: Links) -> dict | None:
    link = links.name("country", slug)
    return named("Country", link.name, link.url) if link else None


def topics(content: dict, links: Links) -> list[dict]:
    """What it is about."""
    rows = content["topics"]
    return [thing("Thing", links, "topic", row["slug"], row["label"]) for row in rows]


def mentions(content: dict, links: Links, *, but: Iterable[str] = ()) -> list[dict]:
    """People, bodies, countries and places named; ``but`` those who have one of these parts."""
    taken = set(but)
    people = [person(row, links) for row in content["people"] if row["role"] not in taken]
    bodies = [
        organisation(row, links)
        for row in content["organisations"]
        if row["role"] == OrganisationPart.MENTIONED
    ]
    lands = [
        thing("Country", links, "country", row["slug"], row["name"])
        for row in content["countries"]
        if row["role"] == CountryPart.MENTIONED or "party" not in taken
    ]
    places = [
        thing("Place", links, "place", row["slug"], row["label"]) for row in content["places"]
    ]
    found = [*people, *bodies, *lands, *places]
    return list({(row["@type"], row["name"]): row for row in found}.values())


def short(type: str, record: PublicRecord) -> dict:
    """Another record, in a few words."""
    return {"@type": type, "name": record.title, "url": absolute(record.get_absolute_url())}


def archive() -> dict:
    """The archive, as what records are part of."""
    return {
        "@type": "Collection",
        "@id": absolute("/#collection"),
        "name": ARCHIVE,
        "url": absolute("/"),
    }


def first_day(value: str) -> str:
    """The beginning of a date as ISO 8601, as precise as it is known; empty where in doubt."""
    return _iso(read(value), 0)


def last_day(value: str) -> str:
    """The end of a span; empty for a date that is none."""
    found = read(value)
    return _iso(found, -1) if found and found.form == "interval" else ""


def _iso(found: Edtf | None, at: int) -> str:
    if found is None or found.form == "one_of":
        return ""
    point = found.points[at]
    if point is None or point.mark or "X" in "".join(point) or point.month > "12":
        return ""
    return "-".join(filter(None, point[:3]))
