"""The rows that hang on any record: dates, people, organisations, topics, relations, files."""

from collections.abc import Callable
from dataclasses import dataclass, field

from django.core.files.storage import default_storage

from diplomacy.models import (
    Attachment,
    CountryRole,
    Figure,
    Image,
    OrganisationRole,
    PersonRole,
    Record,
    RecordDate,
    Relation,
    TopicLabel,
)
from diplomacy.text import dates
from diplomacy.vocabulary import Basis, CountryPart, OrganisationPart, PersonPart

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
    _write_attachments(record, content, context)
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


def _figures(record: Record, content: dict, context: Context) -> list[Figure]:
    return [
        Figure(
            record_id=record.pk,
            image=_image(entry),
            caption=entry.get("caption") or "",
            order=order,
        )
        for order, entry in enumerate(content.get("figures") or [])
    ]


ROWS = {
    "dates": _dates,
    "person_roles": _people,
    "organisation_roles": _organisations,
    "country_roles": _countries,
    "topic_labels": _topics,
    "relations": _relations,
    "figures": _figures,
}
"""The related managers of a record, and what makes their rows."""


def _image(entry: dict) -> Image:
    if image := Image.objects.filter(file=entry["file"]).first():
        return image
    _require_file(entry["file"])
    return Image.objects.create(
        file=entry["file"],
        title=entry["alt"][:200],
        alt=entry["alt"],
        credit=entry.get("credit") or "",
        licence=entry.get("licence") or "",
    )


def _write_attachments(record: Record, content: dict, context: Context) -> None:
    """Replace the public attachments; what is kept from the public is not in a line."""
    entries = content.get("attachments") or []
    if not entries and context.is_new:
        return
    known = {row.file.name: row for row in record.attachments.filter(is_public=True)}
    for entry in entries:
        row = known.pop(entry["file"], None)
        if row is None:
            _require_file(entry["file"])
            row = Attachment(record_id=record.pk, file=entry["file"], is_public=True)
        row.what, row.rights = entry.get("what") or "", entry.get("rights") or ""
        row.save()
        if entry.get("sha256") and entry["sha256"] != row.sha256:
            raise LineError(f"the file {entry['file']} is not the one the line means: other hash")
    for row in known.values():
        row.delete()


def _require_file(name: str) -> None:
    if ".." in name or name.startswith("/") or not default_storage.exists(name):
        raise LineError(f"the file {name} is not in this archive: copy the media folder first")
