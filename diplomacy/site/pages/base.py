"""What the pages of all kinds of record share."""

from collections.abc import Callable, Iterable
from datetime import date

from django.utils.functional import cached_property
from django.utils.translation import get_language

from diplomacy import kinds
from diplomacy.models import PublicRecord
from diplomacy.reading import offices
from diplomacy.reading.links import Links
from diplomacy.vocabulary import (
    CountryPart,
    DateRole,
    Link,
    OrganisationPart,
    PersonPart,
    TitleOrigin,
)

from .names import INCOMING, OWN_LANGUAGE, Named

Marker = Callable[[str], list[tuple[bool, str]]]
"""Cuts a text into ``(is_marked, piece)``; the pieces joined give the text."""

DAY_ROLES = (DateRole.EVENT, DateRole.DOCUMENT, DateRole.RELEASE, DateRole.PUBLISHED)
"""The dates that say when a record's people were styled as they are, best first."""


def unmarked(text: str) -> list[tuple[bool, str]]:
    """A marker that marks nothing."""
    return [(False, text)] if text else []


class RecordPage:
    """One edition of ``record`` as a reader sees it, with the links of today.

    Offices held that day take one query, when asked for.
    """

    template_name = "records/record.html"
    told_first: tuple[str, ...] = ()
    """The parts of people whom the head of the page tells."""

    def __init__(self, record: PublicRecord, content: dict, links: Links, mark: Marker = unmarked):
        self.record, self.content, self.links, self.mark = record, content, links, mark
        self.uid: str = content["uid"]
        self.title: str = content["title"] or self.uid
        self.language: str = content["language"]
        self.kind = kinds.KINDS[content["kind"]]
        self.family = kinds.FAMILIES[self.kind.family]

    @property
    def title_is_ours(self) -> bool:
        """Whether the title was not printed by a source."""
        return self.content["title_origin"] != TitleOrigin.SOURCE

    @property
    def summary(self) -> list[tuple[bool, str]]:
        return self.mark(self.content["summary"])

    @property
    def note(self) -> list[tuple[bool, str]]:
        return self.mark(self.content["note"])

    @property
    def description(self) -> str:
        """A line for those who find the page elsewhere."""
        return self.record.teaser or f"{self.kind.label}: {self.title}"

    @property
    def figures(self) -> list[dict]:
        """The pictures, with their address: None where the record shows them no longer."""
        return self._with_address("figures")

    @property
    def attachments(self) -> list[dict]:
        """The files, with their address: None where they may be downloaded no longer."""
        return self._with_address("attachments")

    def _with_address(self, key: str) -> list[dict]:
        return [row | {"url": self.links.file(row["file"])} for row in self.content[key]]

    @cached_property
    def dates(self) -> list[dict]:
        """Every date that is known, with its ``role``, in the order of ``DateRole``."""
        known = self.content["dates"]
        return [known[role] | {"role": role} for role in DateRole.values if role in known]

    @cached_property
    def when(self) -> dict | None:
        """The date that stands under the title."""
        known = self.content["dates"]
        return next((known[role] for role in DAY_ROLES if role in known), None)

    def named(self, type: str, slug: str | None, printed: str = "") -> Named | None:
        """What an edition names, under the name it prints; None for None.

        A name that is the archive's own, and not a form that some page printed, is told in the
        language of the page where that is known.
        """
        if not slug:
            return None
        link = self.links.name(type, slug)
        if link is None:
            return Named(printed or slug, slug=slug)
        if printed and link.name != printed:
            current = link.local or link.name
            return Named(printed, link.url, current, link.slug)
        title = link.name if link.local and link.local != link.name else ""
        language = "" if link.local else OWN_LANGUAGE
        return Named(link.local or link.name, link.url, "", link.slug, language, title)

    def all_named(self, type: str, slugs: Iterable[str]) -> list[Named]:
        """``named`` for several slugs."""
        return [self.named(type, slug) for slug in slugs]

    @cached_property
    def day(self) -> tuple[date, date] | None:
        """First and last day that its people's offices are asked for."""
        if self.when is None:
            return None
        return date.fromisoformat(self.when["earliest"]), date.fromisoformat(self.when["latest"])

    @cached_property
    def offices(self) -> dict[str, list[offices.Held]]:
        """Offices held on ``day`` by the people of the record, by slug."""
        slugs = {person["named"].slug for person in self._people}
        if not (self.day and slugs):
            return {}
        return offices.held_on(slugs, *self.day, get_language())

    @cached_property
    def _people(self) -> list[dict]:
        rows = self.content["people"]
        return [row | {"named": self.named("person", row["slug"], row["name"])} for row in rows]

    @cached_property
    def people(self) -> list[dict]:
        """``{part, people}`` for each part somebody has, chairs first."""
        offices = self.offices
        rows = [row | {"offices": offices.get(row["named"].slug, [])} for row in self._people]
        return _grouped(rows, PersonPart, "people")

    @property
    def other_people(self) -> list[dict]:
        """The groups of ``people`` that do not stand at the head of the page already."""
        return [group for group in self.people if group["part"] not in self.told_first]

    def people_as(self, *parts: str) -> list[dict]:
        """The people with one of ``parts``."""
        return [row for group in self.people if group["part"] in parts for row in group["people"]]

    def _by_part(self, key: str, type: str, parts) -> list[dict]:
        rows = [
            {"role": row["role"], "named": self.named(type, row["slug"], row["name"])}
            for row in self.content[key]
        ]
        return _grouped(rows, parts, key)

    @cached_property
    def organisations(self) -> list[dict]:
        """``{part, organisations}`` for each part some organisation has."""
        return self._by_part("organisations", "organisation", OrganisationPart)

    @cached_property
    def countries(self) -> list[dict]:
        """``{part, countries}``: parties, then countries only named."""
        return self._by_part("countries", "country", CountryPart)

    @cached_property
    def topics(self) -> list[dict]:
        """``{named, printed}``: the archive's heading, and the source's label where it has one."""
        return [
            {"named": self.named("topic", row["slug"], row["label"]), "printed": row["printed"]}
            for row in self.content["topics"]
        ]

    @cached_property
    def initiatives(self) -> list[Named]:
        rows = self.content["initiatives"]
        return [self.named("initiative", row["slug"], row["label"]) for row in rows]

    @cached_property
    def places(self) -> list[Named]:
        rows = self.content["places"]
        return [self.named("place", row["slug"], row["label"]) for row in rows]

    @cached_property
    def place(self) -> Named | None:
        """Where a meeting was held, or where a text is datelined."""
        place = self.content.get("place")
        return self.named("place", place["slug"], place["label"]) if place else None

    @cached_property
    def relations(self) -> list[dict]:
        """``{label, record}``, outgoing first; records that are not public are left out."""
        pairs = [(row["type"], self.links.record(row["uid"])) for row in self.content["relations"]]
        outgoing = [{"label": Link(how).label, "record": to} for how, to in pairs if to]
        incoming = [
            {"label": INCOMING[how], "record": record}
            for how, record in self.links.incoming(self.uid)
            if how in INCOMING
        ]
        return outgoing + incoming

    @cached_property
    def commitments(self) -> list:
        """Commitments for which this meeting or text is evidence."""
        return self.links.commitments(self.uid)


def _grouped(rows: list[dict], parts, name: str) -> list[dict]:
    """``{"part": …, name: [rows]}`` for each part that a row has, in the order of ``parts``."""
    groups = [
        {"part": part.value, name: [row for row in rows if row["role"] == part]} for part in parts
    ]
    return [group for group in groups if group[name]]
