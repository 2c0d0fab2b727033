"""Collecting what is to be cited from an edition and what it leads to today."""

from django.conf import settings
from django.utils import timezone, translation

from diplomacy import kinds
from diplomacy.models import Edition, PublicRecord
from diplomacy.reading.addresses import page_address
from diplomacy.reading.links import Links
from diplomacy.vocabulary import CountryPart, OrganisationPart, PersonPart, Standing, WorkStanding

from .citable import Citable, Copy
from .names import Name, organisation, person

ISSUED = ("document", "release", "dateline", "published")
PRINTED = ("published", "document", "release", "dateline")
HELD_ON = ("event",)
"""The dates a citation gives: of what was issued, of what an outlet printed, of a meeting."""

PRESS, SIGNED = "press", "signed"
JOINT = ("joint_verbatim", "joint_rendering")
AUTHORITIES_OF_OUTLETS = (PRESS, SIGNED)
KINDS_OF_OUTLETS = ("press_account",)
SPOKEN = ("speech", "interview")

TRANSLATIONS = (
    WorkStanding.OFFICIAL_TRANSLATION,
    WorkStanding.UNOFFICIAL,
    WorkStanding.MACHINE,
)
CARRIED = {"joint_rendering": "rendered", "readout_report": "reported"}
"""What an outlet did to a text that others issued, by authority; else it carried it."""


class UnknownParagraphError(LookupError):
    """The edition shows no paragraph with that key."""


def citable(
    record: PublicRecord,
    edition: Edition,
    *,
    links: Links | None = None,
    paragraph_key: str = "",
) -> Citable:
    """What is to be cited of ``edition``; with ``paragraph_key``, of one paragraph of it.

    ``links`` are those of the edition's content; without them they are looked up (a few
    queries). Raises ``UnknownParagraphError`` for a paragraph the edition does not show.
    """
    content = edition.content
    if links is None:
        is_current = edition.pk == record.edition_id
        links = Links.for_contents([content], reverse=False, are_current=is_current)
    paragraph = _paragraph(content, paragraph_key)
    with translation.override(settings.LANGUAGE_CODE):
        return Citable(
            uid=content["uid"],
            type=content["type"],
            kind=content["kind"],
            genre=str(kinds.KINDS[content["kind"]].label),
            title=content["title"] or content["uid"],
            language=content["language"],
            edition=edition.n,
            edition_on=timezone.localdate(edition.at),
            url=lasting_address(record, edition.n, paragraph_key),
            record_url=page_address("record-short", uid=record.uid),
            title_is_ours=content["title_origin"] != "source",
            held=content.get("held", ""),
            display=content.get("display", ""),
            translation=_translation(content),
            is_withdrawn=record.standing == Standing.WITHDRAWN,
            paragraph=paragraph.get("number", ""),
            paragraph_key=paragraph_key,
            summary=content["summary"],
            topics=tuple(row["label"] for row in content["topics"]),
            **_said_of_text(content, links, paragraph.get("source")),
        )


def lasting_address(record: PublicRecord, n: int, paragraph_key: str = "") -> str:
    """The full address under which an edition, or a paragraph as it had it, will be found."""
    with translation.override(settings.LANGUAGE_CODE):
        if paragraph_key:
            where = page_address("record-paragraph", uid=record.uid, key=paragraph_key)
            return f"{where}?e={n}"
        return page_address("record-edition", uid=record.uid, slug=record.slug, n=n)


def _paragraph(content: dict, key: str) -> dict:
    if not key:
        return {}
    shown = content.get("paragraphs", [])
    found = next((row for row in shown if row["key"] == key), None)
    if found is None:
        raise UnknownParagraphError(key)
    return found


def _said_of_text(content: dict, links: Links, source: int | None) -> dict:
    """Who, when, where and through whom."""
    place = content.get("place")
    authors = _authors(content, links)
    copy = _copy(content, source)
    day = _day(content, copy)
    return {
        "authors": authors,
        "interviewers": _interviewers(content, authors),
        "date": day.get("value", ""),
        "date_basis": day.get("basis", ""),
        "place": place["label"] if place else "",
        "copy": copy,
        "is_issued": _is_issued(content),
        "carried": f"as {CARRIED.get(content.get('authority'), 'carried')} by",
    }


def _day(content: dict, copy: Copy | None) -> dict:
    """The date that is cited; of what an outlet printed also the one its copy bears."""
    known = content["dates"]
    found = next((known[role] for role in _roles(content) if role in known), {})
    if found or copy is None or _roles(content) != PRINTED:
        return found
    return {"value": copy.published}


def _roles(content: dict) -> tuple[str, ...]:
    if content["type"] != "document":
        return HELD_ON
    return ISSUED if _is_issued(content) else PRINTED


def _authors(content: dict, links: Links) -> tuple[Name, ...]:
    if content["type"] != "document":
        return ()
    people = _people(content, links, PersonPart.AUTHOR)
    if _is_official(content):
        return people or _issuers(content, links)
    if content["kind"] in SPOKEN:
        people = _people(content, links, PersonPart.SPEAKER) or people
    return people or _byline(content)


def _is_official(content: dict) -> bool:
    """Whether it speaks for a side or for all of them, and not for whoever signs or reports."""
    is_outlets = content["kind"] in KINDS_OF_OUTLETS
    return not is_outlets and content["authority"] not in AUTHORITIES_OF_OUTLETS


def _is_issued(content: dict) -> bool:
    """Whether it was there before any outlet had it: issued by a side, or spoken aloud."""
    if content["type"] != "document":
        return False
    return _is_official(content) or content["kind"] == "speech"


def _translation(content: dict) -> str:
    work = content.get("work")
    if not work or work["standing"] not in TRANSLATIONS:
        return ""
    return WorkStanding(work["standing"]).label.lower()


def _people(content: dict, links: Links, part: str) -> tuple[Name, ...]:
    rows = [row for row in content["people"] if row["role"] == part]
    return tuple(person(row["name"], links.name("person", row["slug"])) for row in rows)


def _issuers(content: dict, links: Links) -> tuple[Name, ...]:
    """The issuing bodies, else the side, else the parties.

    Of a joint text that several bodies issued, but not one for each party, the parties: a
    citation names all or none of those who agreed it.
    """
    bodies = _named(content["organisations"], OrganisationPart.ISSUER)
    parties = _named(content["countries"], CountryPart.PARTY)
    if content["authority"] in JOINT and 1 < len(bodies) < len(parties):
        bodies = parties
    if not bodies and (side := links.name("country", content["side"])):
        bodies = [side.name]
    return tuple(map(organisation, bodies or parties))


def _named(rows: list[dict], part: str) -> list[str]:
    return [row["name"] for row in rows if row["role"] == part]


def _byline(content: dict) -> tuple[Name, ...]:
    return (Name(content["byline"]),) if content["byline"] else ()


def _interviewers(content: dict, authors: tuple[Name, ...]) -> tuple[Name, ...]:
    if content["kind"] != "interview" or authors == _byline(content):
        return ()
    return tuple(map(Name, _in_a_row(content["byline"])))


def _in_a_row(byline: str) -> list[str]:
    """The names of ``A, B and C``; what has no “and” is one name, and its comma part of it."""
    first, joined, last = byline.rpartition(" and ")
    names = [*first.split(","), last] if joined else [byline]
    return [name.strip() for name in names if name.strip()]


def _copy(content: dict, source: int | None) -> Copy | None:
    """The copy a passage comes from; else the first that names an outlet; else the first."""
    sources = content.get("sources", [])
    if source is not None:
        sources = [sources[source]]
    named = [row for row in sources if row["outlet"]]
    for row in named or sources:
        outlet = row["outlet"]["name"] if row["outlet"] else ""
        return Copy(outlet, row["title"], row["url"], row["published"], row["retrieved"])
    return None
