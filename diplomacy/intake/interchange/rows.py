"""The rows that hang on any record: dates, people, organisations, topics, relations."""

from collections.abc import Callable
from dataclasses import dataclass, field

from diplomacy.models import (
    CountryRole,
    OrganisationRole,
    PersonRole,
    Record,
    RecordDate,
    Relation,
    TopicLabel,
)
from diplomacy.text import dates
from diplomacy.vocabulary import Basis, CountryPart, OrganisationPart, PersonPart

from . import files
from .directory import Directory
from .reading import LineError


@dataclass
class Context:
    """What writing one line needs beside the line."""

    directory: Directory
    find: Callable[[str], Record | None]
    """Finds the record that a reference means; None, and taken note of, if it is not here."""
    is_new: bool
    by: object = None
    warnings: list[str] = field(default_factory=list)
    brought: set[str] = field(default_factory=set)
    """Stored files that lines of the same import have named before anything here did."""


NAMED = {
    "people": "person",
    "organisations": "organisation",
    "countries": "country",
    "topics": "topic",
    "initiatives": "initiative",
    "places": "place",
}
"""Where content lists names, and of which type."""


def meet_names(content: dict, directory: Directory) -> None:
    """Find or make all that is listed with its name, before a bare code names it again."""
    for name, type in NAMED.items():
        for entry in content[name]:
            directory.find(type, bare(entry))


def write_rows(record: Record, content: dict, context: Context) -> None:
    """Replace the rows that hang on `record` with those of `content`."""
    for name, rows_of in ROWS.items():
        replace(getattr(record, name), rows_of(record, content, context), context)
    files.write_attachments(record, content, context)
    for name in ("initiatives", "places"):
        entries = [context.directory.find(NAMED[name], bare(entry)) for entry in content[name]]
        if entries or not context.is_new:
            getattr(record, name).set(entries)


def replace(manager, rows: list, context: Context) -> None:
    """Put `rows` in the place of those that are there."""
    if not context.is_new:
        manager.all().delete()
    if rows:
        manager.model.objects.bulk_create(rows)


def bare(entry):
    """The words themselves where an entry was given as bare words."""
    return entry["name"] if entry.get("is_bare") else entry


def _dates(record: Record, content: dict, context: Context) -> list[RecordDate]:
    return [
        RecordDate(
            record_id=record.pk,
            role=role,
            value=row["value"],
            basis=row.get("basis") or Basis.EDITOR,
            printed=row.get("printed") or "",
            note=row.get("note") or "",
            **bounds(row["value"]),
        )
        for role, row in (content.get("dates") or {}).items()
        if row
    ]


def bounds(value: str) -> dict:
    """The columns ``earliest`` and ``latest`` of a date."""
    parsed = dates.parse(value)
    return {"earliest": parsed.earliest, "latest": parsed.latest}


def _people(record: Record, content: dict, context: Context) -> list[PersonRole]:
    rows = {}
    for order, entry in enumerate(content["people"]):
        person = context.directory.find("person", bare(entry))
        name = entry.get("name") or ""
        role = entry.get("role") or PersonPart.MENTIONED
        row = PersonRole(
            record_id=record.pk,
            person=person,
            role=role,
            printed="" if name == person.name else name,
            styled_as=entry.get("styled_as") or "",
            order=order,
        )
        rows.setdefault((person.pk, role), row)
    return list(rows.values())


def _organisations(record: Record, content: dict, context: Context) -> list[OrganisationRole]:
    rows = {}
    for order, entry in enumerate(content["organisations"]):
        organisation = context.directory.find("organisation", bare(entry))
        role = entry.get("role") or OrganisationPart.MENTIONED
        row = OrganisationRole(
            record_id=record.pk, organisation=organisation, role=role, order=order
        )
        rows.setdefault((organisation.pk, role), row)
    return list(rows.values())


def _countries(record: Record, content: dict, context: Context) -> list[CountryRole]:
    rows = {}
    for order, entry in enumerate(content["countries"]):
        country = context.directory.find("country", bare(entry))
        role = entry.get("role") or CountryPart.PARTY
        row = CountryRole(record_id=record.pk, country=country, role=role, order=order)
        rows.setdefault(country.pk, row)
    return list(rows.values())


def _topics(record: Record, content: dict, context: Context) -> list[TopicLabel]:
    rows = {}
    for order, entry in enumerate(content["topics"]):
        topic = context.directory.find("topic", bare(entry))
        printed = entry.get("printed") or ""
        if entry.get("is_bare") and entry["name"] not in (topic.label, topic.slug):
            printed = entry["name"][:200]
        row = TopicLabel(record_id=record.pk, topic=topic, printed=printed, order=order)
        rows.setdefault(topic.pk, row)
    return list(rows.values())


def _relations(record: Record, content: dict, context: Context) -> list[Relation]:
    rows = {}
    for entry in content.get("relations") or []:
        target = context.find(entry["uid"])
        if target is None:
            continue
        if target.pk == record.pk:
            raise LineError("relations: a record cannot relate to itself")
        row = Relation(record_id=record.pk, type=entry["type"], target_id=target.pk)
        rows.setdefault((row.type, row.target_id), row)
    return list(rows.values())


ROWS = {
    "dates": _dates,
    "person_roles": _people,
    "organisation_roles": _organisations,
    "country_roles": _countries,
    "topic_labels": _topics,
    "relations": _relations,
    "figures": files.figures,
}
"""The related managers of a record, and what makes their rows."""
