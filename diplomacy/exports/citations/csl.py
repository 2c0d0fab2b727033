"""CSL-JSON, version 1.0: the input of citation processors, and of Zotero and pandoc."""

import json

from diplomacy.text import dates
from diplomacy.text.edtf import SEASONS, Edtf, Point

from .citable import ARCHIVE, Citable
from .fields import account_note, lasting_id, quoted_url, titled
from .names import Name
from .prose import one_line
from .when import read

TYPES = {"dialogue": "event", "commitment": "webpage"}
KIND_TYPES = {"speech": "speech", "interview": "interview"}
"""Everything else is an article where an outlet printed it, and a report where none did."""


def render(citable: Citable) -> str:
    """A list of one item, as importers expect it."""
    return json.dumps([item(citable)], ensure_ascii=False, indent=2) + "\n"


def item(citable: Citable) -> dict:
    """The item, without empty variables."""
    found = {
        "id": lasting_id(citable),
        "type": _type(citable),
        "title": titled(citable),
        "author": [_name(name) for name in citable.authors],
        "interviewer": [_name(name) for name in citable.interviewers],
        "issued": issued(read(citable.date)),
        "container-title": citable.container,
        "publisher": citable.carrier,
        "publisher-place": citable.issued_at if citable.is_text else "",
        "event-place": "" if citable.is_text else citable.place,
        "genre": citable.genre,
        "version": f"edition {citable.edition}",
        "section": f"paragraph {citable.paragraph}" if citable.paragraph else "",
        "language": citable.language,
        "abstract": one_line(citable.summary).strip(),
        "keyword": ", ".join(citable.topics),
        "note": account_note(citable),
        "archive": ARCHIVE,
        "archive_location": citable.record_url,
        "URL": quoted_url(citable.url),
    }
    return {name: value for name, value in found.items() if value}


def _type(citable: Citable) -> str:
    if not citable.is_text:
        return TYPES[citable.type]
    own = KIND_TYPES.get(citable.kind)
    return own or ("article-newspaper" if citable.container else "report")


def _name(name: Name) -> dict:
    if name.family and name.given:
        parts = {"family": name.family, "given": name.given}
        # A processor must not turn round what is written with the family name first.
        return parts | ({"static-ordering": True} if name.is_family_first else {})
    return {"literal": name.printed}


def issued(when: Edtf | None) -> dict:
    """The date as ``date-parts`` where it has such, else in words; ``{}`` for none."""
    if when is None:
        return {}
    parts = [_parts(point) for point in when.points if point]
    if when.form == "one_of" or when.is_open or not all(parts):
        return {"literal": dates.display(when)}
    found: dict = {"date-parts": parts}
    if when.form == "point" and (season := when.points[0].month) in SEASONS:
        found["season"] = int(season) - 20
    if when.is_approximate or when.is_uncertain:
        found["circa"] = True
    return found


def _parts(point: Point) -> list[int]:
    """Year, month and day as far as they are known; a season is not a month."""
    if "X" in point.year:
        return []
    parts = [int(point.year)]
    if point.month.isdigit() and int(point.month) <= 12:
        parts.append(int(point.month))
        if point.day.isdigit():
            parts.append(int(point.day))
    return parts
