"""What a citation has to say of a record: of the text, and of the archive's account of it."""

from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.urls import reverse
from django.utils import timezone, translation

from diplomacy import kinds
from diplomacy.models import Edition, PublicRecord
from diplomacy.reading.links import Links
from diplomacy.vocabulary import CountryPart, Held, OrganisationPart, PersonPart, Standing

from .names import Name, organisation, person

ARCHIVE = "Rapporteur"
DAY_ROLES = ("event", "document", "release", "published", "dateline")
"""The dates a citation gives of a text or meeting, best first."""

PRESS, SIGNED = "press", "signed"


class UnknownParagraphError(LookupError):
    """The edition shows no paragraph with that key."""


@dataclass(frozen=True)
class Copy:
    """Where a copy of the text appeared. Dates are EDTF; what is not known is empty."""

    outlet: str = ""
    title: str = ""
    url: str = ""
    published: str = ""
    retrieved: str = ""


@dataclass(frozen=True)
class Citable:
    """One edition of one record, or one paragraph of it, as every style of citation needs it.

    All words that are not the text's own are English: the styles are. Dates are EDTF.
    """

    uid: str
    type: str
    """``document``, ``dialogue`` or ``commitment``."""
    kind: str
    genre: str
    """The kind in words, as “Joint communiqué”."""
    title: str
    language: str
    edition: int
    edition_on: date
    url: str
    """The lasting address of what is cited: an edition, or a paragraph in it."""
    record_url: str
    """The lasting address of the record, whatever its edition."""
    authors: tuple[Name, ...] = ()
    """Who wrote, spoke or issued the text."""
    interviewers: tuple[Name, ...] = ()
    title_is_ours: bool = False
    """Whether no source prints that title."""
    date: str = ""
    date_basis: str = ""
    place: str = ""
    copy: Copy | None = None
    is_carried: bool = False
    """Whether the outlet of ``copy`` only carries what somebody else issued."""
    held: str = ""
    display: str = ""
    is_withdrawn: bool = False
    paragraph: str = ""
    """The number of the paragraph that is cited."""
    paragraph_key: str = ""
    summary: str = ""
    topics: tuple[str, ...] = ()

    @property
    def is_text(self) -> bool:
        """Whether somebody else's text is cited, and not a record the archive made itself."""
        return self.type == "document"

    @property
    def is_paraphrase(self) -> bool:
        return self.held == Held.PARAPHRASE

    @property
    def container(self) -> str:
        """The outlet that the text was written for; empty where one merely carries it."""
        return self.copy.outlet if self.copy and not self.is_carried else ""

    @property
    def carrier(self) -> str:
        """The outlet that carries a text which others issued."""
        return self.copy.outlet if self.copy and self.is_carried else ""


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
            record_url=_absolute("record-short", uid=record.uid),
            title_is_ours=content["title_origin"] != "source",
            held=content.get("held", ""),
            display=content.get("display", ""),
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
            where = _absolute("record-paragraph", uid=record.uid, key=paragraph_key)
            return f"{where}?e={n}"
        return _absolute("record-edition", uid=record.uid, slug=record.slug, n=n)


def _absolute(name: str, **kwargs) -> str:
    return settings.BASE_URL + reverse(name, kwargs=kwargs)


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
    known = content["dates"]
    day = next((known[role] for role in DAY_ROLES if role in known), {})
    place = content.get("place")
    authors = _authors(content, links)
    return {
        "authors": authors,
        "interviewers": _interviewers(content, authors),
        "date": day.get("value", ""),
        "date_basis": day.get("basis", ""),
        "place": place["label"] if place else "",
        "copy": _copy(content, source),
        "is_carried": _is_carried(content),
    }


def _authors(content: dict, links: Links) -> tuple[Name, ...]:
    if content["type"] != "document":
        return ()
    people = _people(content, links, PersonPart.AUTHOR)
    if _is_official(content):
        return people or _issuers(content, links)
    if content["kind"] in ("speech", "interview"):
        people = _people(content, links, PersonPart.SPEAKER) or people
    return people or _byline(content)


def _is_official(content: dict) -> bool:
    """Whether it speaks for a side or for all of them, and not for whoever signs or reports."""
    return content["authority"] not in (PRESS, SIGNED)


def _is_carried(content: dict) -> bool:
    if content["type"] != "document":
        return False
    return _is_official(content) or content["kind"] == "speech"


def _people(content: dict, links: Links, part: str) -> tuple[Name, ...]:
    rows = [row for row in content["people"] if row["role"] == part]
    return tuple(person(row["name"], links.name("person", row["slug"])) for row in rows)


def _issuers(content: dict, links: Links) -> tuple[Name, ...]:
    """The issuing bodies, else the side, else the parties."""
    bodies = [
        row["name"] for row in content["organisations"] if row["role"] == OrganisationPart.ISSUER
    ]
    if not bodies and (side := links.name("country", content["side"])):
        bodies = [side.name]
    if not bodies:
        rows = content["countries"]
        bodies = [row["name"] for row in rows if row["role"] == CountryPart.PARTY]
    return tuple(map(organisation, bodies))


def _byline(content: dict) -> tuple[Name, ...]:
    return (Name(content["byline"]),) if content["byline"] else ()


def _interviewers(content: dict, authors: tuple[Name, ...]) -> tuple[Name, ...]:
    if content["kind"] != "interview" or authors == _byline(content):
        return ()
    return _byline(content)


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
