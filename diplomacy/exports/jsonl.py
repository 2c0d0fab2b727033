"""JSON Lines: public records and the authority records they name, in full, one a line."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator

from diplomacy.models import AUTHORITY_MODELS, Mention, PublicRecord
from diplomacy.reading.links import Links
from diplomacy.vocabulary import Named, Standing

CHUNK = 200

STATES = {Standing.PUBLIC: "public", Standing.WITHDRAWN: "withdrawn"}
"""What a line calls each standing that is listed."""

REFERENCES = {
    Named.SERIES: {"parties": Named.COUNTRY},
    Named.PERSON: {"country": Named.COUNTRY, "tenures__office": Named.OFFICE},
    Named.OFFICE: {"organisation": Named.ORGANISATION},
    Named.OUTLET: {"country": Named.COUNTRY, "organisation": Named.ORGANISATION},
    Named.ORGANISATION: {"country": Named.COUNTRY},
    Named.PLACE: {"country": Named.COUNTRY},
    Named.INITIATIVE: {},
    Named.TOPIC: {"parent": Named.TOPIC},
    Named.COUNTRY: {},
}
"""What authority records refer to, each type before those it refers to."""


def records(queryset=None) -> Iterator[str]:
    """Lines for the listed records of ``queryset`` (of ``PublicRecord``), sorted by uid.

    Each line ends with a newline. A fixed number of queries for every ``CHUNK`` records, and no
    more than that in memory.
    """
    rows = PublicRecord.objects.all() if queryset is None else queryset
    rows = rows.listed().order_by("uid").select_related("edition")
    last = ""
    while chunk := list(rows.filter(uid__gt=last)[:CHUNK]):
        links = Links.for_references(row.edition.content for row in chunk)
        yield from (_line(_record(row, links)) for row in chunk)
        last = chunk[-1].uid


def array(queryset=None) -> Iterator[str]:
    """The lines of ``records`` as one JSON array, in the same pieces."""
    before = "[\n"
    for line in records(queryset):
        yield before + line.removesuffix("\n")
        before = ",\n"
    yield "[]\n" if before == "[\n" else "\n]\n"


def authorities() -> Iterator[str]:
    """Lines for the authority records that listed records name, and all that these refer to."""
    public = public_authorities()
    for type, model in AUTHORITY_MODELS.items():
        slugs = sorted(public[type])
        for start in range(0, len(slugs), CHUNK):
            found = model.objects.for_export().filter(slug__in=slugs[start : start + CHUNK])
            forms = sorted((row.public_form() for row in found), key=lambda form: form["slug"])
            yield from map(_line, forms)


def everything() -> Iterator[str]:
    """The whole export: authority records, then records."""
    yield from authorities()
    yield from records()


def public_authorities() -> dict[str, set[str]]:
    """Slugs by type: what listed records name, and what that refers to in turn."""
    found: dict[str, set[str]] = defaultdict(set)
    for type, references in REFERENCES.items():
        mentioned = Mention.objects.filter(type=type).order_by("slug")
        found[type] |= set(mentioned.values_list("slug", flat=True).distinct())
        own = {path: named for path, named in references.items() if named == type}
        _follow(type, found, {"merged_into": type} | own)
        for path, named in references.items():
            found[named] |= _referred(type, found[type], path)
    return found


def _follow(type: str, found: dict[str, set[str]], paths: Iterable[str]) -> None:
    """Add what records of one type refer to among themselves, to the last."""
    newest = found[type]
    while newest:
        referred = set().union(*(_referred(type, newest, path) for path in paths))
        newest = referred - found[type]
        found[type] = found[type] | newest


def _referred(type: str, slugs: Iterable[str], path: str) -> set[str]:
    slugs, referred = sorted(slugs), set()
    for start in range(0, len(slugs), CHUNK):
        rows = AUTHORITY_MODELS[type].objects.filter(slug__in=slugs[start : start + CHUNK])
        referred |= set(rows.values_list(f"{path}__slug", flat=True))
    return referred - {None}


def _record(row: PublicRecord, links: Links) -> dict:
    content = links.visible(row.edition.content) | {"state": STATES[row.standing]}
    if row.standing == Standing.WITHDRAWN:
        content["reason"] = row.edition.note
    return content


def _line(data: dict) -> str:
    return json.dumps(data, ensure_ascii=False, sort_keys=True) + "\n"
