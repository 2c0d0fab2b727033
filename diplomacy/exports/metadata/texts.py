"""A text in the words of schema.org: whose it is, where copies are, what it is about."""

from diplomacy.exports.citations import Citable, cite
from diplomacy.reading.links import Links
from diplomacy.vocabulary import Display, Held, Link, OrganisationPart, PersonPart

from .parts import archive, first_day, mentions, named, organisation, person, short, thing, topics

AUTHORS = (PersonPart.AUTHOR, PersonPart.SIGNATORY, PersonPart.SPEAKER)


def text(content: dict, links: Links, cited: Citable) -> dict:
    """A document. Its words are never in it: a page of the archive is not the text itself."""
    is_whole = content["held"] == Held.VERBATIM and content["display"] == Display.FULL
    return {
        "headline": content["title"][:110],
        "inLanguage": content["language"],
        "datePublished": first_day(cited.date),
        "author": _authors(content, links, cited),
        "publisher": _publisher(content, links),
        "isBasedOn": _copies(content, links) + _related(content, links, Link.BASED_ON),
        "citation": _related(content, links, Link.REPORTS, Link.RESPONDS_TO, Link.DISCUSSES),
        "translationOfWork": next(iter(_related(content, links, Link.TRANSLATION_OF)), None),
        "about": [*_meeting(content, links), *topics(content, links)],
        "mentions": mentions(content, links, but=AUTHORS),
        "description": content["summary"] if is_whole else "",
        "abstract": "" if is_whole else content["summary"],
        "genre": cited.genre,
        "creditText": cite("chicago-note", cited),
        "version": str(cited.edition),
        "creativeWorkStatus": "Withdrawn" if cited.is_withdrawn else "",
        "isPartOf": archive(),
    }


def _authors(content: dict, links: Links, cited: Citable) -> list[dict]:
    """The people or bodies that a citation names as authors."""
    names = {name.printed for name in cited.authors}
    people = [person(row, links) for row in content["people"] if row["role"] in AUTHORS]
    issuers = [
        organisation(row, links)
        for row in content["organisations"]
        if row["role"] == OrganisationPart.ISSUER
    ]
    known = {row["name"]: row for row in [*people, *issuers] if row["name"] in names}
    bodies = {name.printed for name in cited.authors if name.is_body}
    return [
        known.get(name) or named("Organization" if name in bodies else "Person", name)
        for name in dict.fromkeys(name.printed for name in cited.authors)
    ]


def _publisher(content: dict, links: Links) -> list[dict]:
    """The outlets that carried a copy, each once."""
    outlets = [row["outlet"] for row in content["sources"] if row["outlet"]]
    return [
        thing("NewsMediaOrganization", links, "outlet", slug, name)
        for slug, name in dict.fromkeys((row["slug"], row["name"]) for row in outlets)
    ]


def _copies(content: dict, links: Links) -> list[dict]:
    """Where the copies are that the record was made from."""
    return [
        {"@type": "CreativeWork", "url": row["url"]}
        | ({"name": row["title"]} if row["title"] else {})
        for row in content["sources"]
        if row["url"]
    ]


def _related(content: dict, links: Links, *types: str) -> list[dict]:
    found = [links.record(row["uid"]) for row in content["relations"] if row["type"] in types]
    return [short("CreativeWork", row) for row in found if row]


def _meeting(content: dict, links: Links) -> list[dict]:
    meeting = links.record(content["dialogue"])
    return [short("Event", meeting)] if meeting else []
