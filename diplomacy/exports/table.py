"""CSV: public records as one flat table, for spreadsheets."""

import csv
from collections.abc import Iterable, Iterator

from django.db.models import QuerySet

from diplomacy.models import Edition, PublicRecord
from diplomacy.reading.addresses import absolute
from diplomacy.reading.links import Links

from .chunks import chunks

BETWEEN = "; "
"""Between the values of one cell."""

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What a spreadsheet takes for the beginning of a formula."""

FROM_CONTENT = (
    *("uid", "type", "kind", "title", "language", "summary"),
    *("authority", "held", "display", "side", "byline", "agency", "dateline"),
    *("dialogue", "ordinal", "status", "host", "venue", "parties", "topic", "note"),
)
LISTS = ("people", "organisations", "countries", "topics", "initiatives", "places")
COLUMNS = (
    *FROM_CONTENT,
    *("date", "date_basis", "earliest", "latest", "series"),
    *LISTS,
    *("outlets", "sources", "page", "edition", "change", "published_at", "standing", "reason"),
)
DATES = ("event", "visit", "document", "release", "published", "dateline")
"""Which date a row shows: the first of these that the record has."""


def rows(queryset: QuerySet[PublicRecord], *, is_oldest_first: bool = False) -> Iterator[str]:
    """The heading and a line for every listed record of ``queryset``, newest first unless told.

    A fixed number of queries for every chunk of records, and no more than that in memory.
    """
    write = csv.writer(_Echo()).writerow
    yield write(COLUMNS)
    for chunk in chunks(queryset, is_oldest_first=is_oldest_first):
        contents = [row.edition.content for row in chunk]
        links = Links.for_contents(contents, reverse=False, are_current=True)
        for row in chunk:
            cells = _cells(row, links)
            yield write([safe(cells[column]) for column in COLUMNS])


def safe(cell) -> str:
    """A cell that no spreadsheet reads as a formula: an apostrophe is put before what looks so."""
    text = "" if cell is None else str(cell)
    return f"'{text}" if text.startswith(FORMULA) else text


def _cells(row: PublicRecord, links: Links) -> dict:
    content = links.visible(row.edition.content)
    series = content.get("series")
    cells = {name: content.get(name, "") for name in FROM_CONTENT}
    cells |= {name: _slugs(content[name]) for name in LISTS}
    cells |= _date(content) | _sources(content) | _edition(row.edition)
    page = absolute(row.get_absolute_url())
    return cells | {"series": series["slug"] if series else "", "page": page}


def _slugs(named: Iterable[dict]) -> str:
    return BETWEEN.join(dict.fromkeys(one["slug"] for one in named))


def _date(content: dict) -> dict:
    known = content["dates"]
    date = next((known[role] for role in DATES if role in known), {})
    return {
        "date": date.get("value"),
        "date_basis": date.get("basis"),
        "earliest": date.get("earliest"),
        "latest": date.get("latest"),
    }


def _sources(content: dict) -> dict:
    sources = content.get("sources", [])
    return {
        "outlets": _slugs(source["outlet"] for source in sources if source["outlet"]),
        "sources": BETWEEN.join(source["url"] for source in sources if source["url"]),
    }


def _edition(edition: Edition) -> dict:
    return {
        "edition": edition.n,
        "change": edition.change,
        "published_at": edition.at.isoformat(),
        "standing": edition.standing,
        "reason": edition.note,
    }


class _Echo:
    """A file for the CSV writer that hands every line back."""

    def write(self, line: str) -> str:
        return line
