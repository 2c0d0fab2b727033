"""The facts of a content, as lines of label and value."""

from collections.abc import Iterator
from typing import NamedTuple

from django.utils.translation import gettext as _

from diplomacy.text import dates
from diplomacy.vocabulary import (
    LANGUAGES,
    Basis,
    CountryPart,
    DateRole,
    Display,
    Held,
    MeetingMode,
    MeetingStatus,
    Named,
    OrganisationPart,
    PersonPart,
    TitleOrigin,
    WorkStanding,
)

from .preview_words import Words


class Fact(NamedTuple):
    """One line; ``more`` is what stands small behind it."""

    label: str
    value: str
    more: str = ""


def facts(words: Words) -> list[Fact]:
    """Everything short that the content says, without what it leaves empty."""
    rows = [*_of_any(words.content), *_named(words.content), *OF_TYPE[words.content["type"]](words)]
    return [row for row in rows if row.value]


def _of_any(content: dict) -> Iterator[Fact]:
    yield Fact(_("Address"), f"/records/{content['uid']}/{content['slug']}/")
    yield Fact(_("Title"), TitleOrigin(content["title_origin"]).label)
    yield Fact(_("Language"), LANGUAGES[content["language"]])
    for role, row in content["dates"].items():
        more = (Basis(row["basis"]).label, row["printed"], row["note"])
        yield Fact(DateRole(role).label, dates.display(row["value"]), _joined(*more))


PARTS = {"people": PersonPart, "organisations": OrganisationPart, "countries": CountryPart}


def _named(content: dict) -> Iterator[Fact]:
    for key, part in PARTS.items():
        for row in content[key]:
            yield Fact(part(row["role"]).label, row["name"], row.get("styled_as", ""))
    for row in content["topics"]:
        yield Fact(_("Topic"), row["label"], row["printed"])
    for row in content["initiatives"]:
        yield Fact(_("Initiative"), row["label"])
    for row in content["places"]:
        yield Fact(_("Place"), row["label"])


def _of_document(words: Words) -> Iterator[Fact]:
    content = words.content
    yield Fact(_("Held"), Held(content["held"]).label)
    yield Fact(_("Shown"), Display(content["display"]).label)
    yield Fact(_("Side"), words.name(Named.COUNTRY, content["side"]))
    yield Fact(_("Byline"), content["byline"])
    yield Fact(_("Agency"), content["agency"])
    yield Fact(_("Dateline"), content["dateline"])
    yield _scene(content)
    yield Fact(_("Meeting"), words.record(content["dialogue"]))
    if work := content["work"]:
        standing = WorkStanding(work["standing"]).label if work["standing"] else ""
        yield Fact(_("Work"), work["code"], standing)


def _of_dialogue(words: Words) -> Iterator[Fact]:
    content = words.content
    yield Fact(_("Series"), content["series"]["title"] if content["series"] else "")
    yield Fact(_("Round"), str(content["ordinal"] or ""))
    yield Fact(_("Round as printed"), content["ordinal_printed"])
    yield Fact(_("Status"), content["status"] and MeetingStatus(content["status"]).label)
    yield Fact(_("Way of meeting"), content["mode"] and MeetingMode(content["mode"]).label)
    yield Fact(_("Venue"), content["venue"])
    yield _scene(content)
    yield Fact(_("Host"), words.name(Named.COUNTRY, content["host"]))
    yield Fact(_("Theme"), content["theme"])
    yield Fact(_("Invitation"), content["invitation"])


def _of_commitment(words: Words) -> Iterator[Fact]:
    content = words.content
    yield Fact(_("Side"), words.name(Named.COUNTRY, content["side"]))
    yield Fact(_("Who undertook it"), content["parties"])
    yield Fact(_("Topic"), words.name(Named.TOPIC, content["topic"]))


OF_TYPE = {"document": _of_document, "dialogue": _of_dialogue, "commitment": _of_commitment}


def _scene(content: dict) -> Fact:
    return Fact(_("Place"), content["place"]["label"] if content["place"] else "")


def _joined(*parts) -> str:
    return " · ".join(str(part) for part in parts if part)
