"""Writing authority lines: people, countries, topics … as their ``public_form`` gives them."""

from typing import NamedTuple

from django.core.exceptions import ValidationError
from django.db import DataError, IntegrityError, transaction

from diplomacy.models import AUTHORITY_MODELS, AuthorityRecord, Name, Tenure

from .authority_shapes import check_authority
from .directory import Directory
from .reading import LineError

LINES = ("keywords", "web_hosts")
"""Fields that hold one entry a line, and are lists in an authority line."""


class WrittenAuthority(NamedTuple):
    """What became of an authority line. ``before`` is its public form if it was there already."""

    record: AuthorityRecord
    changed: bool
    before: dict | None
    warnings: list[str]


def write_authority(line: dict, directory: Directory, *, update: bool = True) -> WrittenAuthority:
    """Make or update the record that a line gives, by its slug; in one transaction.

    What the line leaves out stays as it is. Raises LineError, and then nothing is written.
    With ``update`` false a record that is there is left alone.
    """
    warnings = [f"“{name}” is not a field of a {line['type']}" for name in check_authority(line)]
    model = AUTHORITY_MODELS[line["type"]]
    record = model.objects.for_export().filter(slug=line["slug"]).first()
    before = record.public_form() if record else None
    if before and (not update or before == _after(before, line)):
        return WrittenAuthority(record, changed=False, before=before, warnings=warnings)
    record = record or model(slug=line["slug"])
    try:
        with directory.attempt(), transaction.atomic():
            _write(record, line, directory)
    except ValidationError as error:
        raise LineError(*error.messages) from error
    except (IntegrityError, DataError) as error:
        raise LineError(f"it contradicts what the archive holds ({error})") from error
    directory.changed(record)
    return WrittenAuthority(record, changed=True, before=before, warnings=warnings)


def _after(before: dict, line: dict) -> dict:
    """The public form that the line asks for."""
    given = {name: value for name, value in line.items() if value is not None and name in before}
    if "names" in given:
        rows = [{"language": "en", "usage": Name.Usage.VARIANT} | row for row in given["names"]]
        given["names"] = sorted(rows, key=lambda row: (row["language"], row["form"]))
    if "tenures" in given:
        rows = [{"start": "", "end": "", "note": ""} | row for row in given["tenures"]]
        given["tenures"] = sorted(rows, key=lambda row: (row["office"], row["start"]))
    return before | given


def _write(record: AuthorityRecord, line: dict, directory: Directory) -> None:
    lists = {}
    for name, value in line.items():
        if name in ("names", "tenures", "parties"):
            lists[name] = value or []
        elif value is not None and name not in ("type", "slug") and hasattr(record, name):
            _set(record, name, value, directory)
    record.clean()
    record.save()
    if "names" in lists:
        _replace_names(record, lists["names"])
    if "tenures" in lists:
        _replace_tenures(record, lists["tenures"], directory)
    if "parties" in lists:
        record.parties.set(directory.find("country", slug) for slug in lists["parties"])


def _set(record: AuthorityRecord, name: str, value, directory: Directory) -> None:
    field = record._meta.get_field(name)
    if field.is_relation:
        if value == record.slug and field.related_model is type(record):
            raise LineError(f"{name} names the record itself")
        value = directory.find(field.related_model.type, {"slug": value})
    setattr(record, name, "\n".join(value) if name in LINES else value)


def _replace_names(record: AuthorityRecord, rows: list[dict]) -> None:
    record.names.all().delete()
    unique = {(row["form"], row.get("language") or "en"): row for row in rows}
    Name.objects.bulk_create(
        Name(
            subject=record,
            form=form,
            language=language,
            usage=row.get("usage") or Name.Usage.VARIANT,
            note=row.get("note") or "",
        )
        for (form, language), row in unique.items()
    )


def _replace_tenures(record: AuthorityRecord, rows: list[dict], directory: Directory) -> None:
    record.tenures.all().delete()
    for row in rows:
        Tenure.objects.create(
            person=record,
            office=directory.find("office", {"slug": row["office"]}),
            start=row.get("start") or "",
            end=row.get("end") or "",
            note=row.get("note") or "",
        )
