"""What the archive holds and what it does not: counts of what is public, in constant queries."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from django.db.models import CharField, Count, Max, Min
from django.db.models.functions import Cast, Substr

from diplomacy import kinds
from diplomacy.models import Mention, PublicRecord
from diplomacy.vocabulary import Basis, Display, Held, Named

from . import named
from .series_coverage import Series, series

OUTLETS = 20
"""So many are counted one by one: those with most records."""
COLUMNS = ("family", "kind", "authority", "held", "display", "language", "date_basis", "year")


class Tally(NamedTuple):
    """One number: how many records have ``code`` (and ``also``) in the list ``by``.

    ``asks`` holds the parameters of the search that finds exactly these, as ``(name, value)``;
    None where no search can.
    """

    by: str
    code: str
    total: int
    asks: tuple[tuple[str, str], ...] | None = None
    also: str = ""


@dataclass(frozen=True)
class Coverage:
    """Everything counted: ``tallies`` in the order they are told, ``names`` of outlets by slug."""

    records: int
    first: date | None
    last: date | None
    tallies: list[Tally]
    series: list[Series]
    outlets: int
    names: dict[str, str]

    def of(self, by: str) -> list[Tally]:
        """The tallies of one list."""
        return [row for row in self.tallies if row.by == by]


def coverage() -> Coverage:
    """Count what is public now: one query over records, three over series, one over outlets,
    and those for the names of the latter two, whatever the archive holds."""
    groups = _groups()
    outlets = _outlets()
    names = named.current_authorities(Named.OUTLET, [slug for slug, _ in outlets[:OUTLETS]])
    days = [day for row in groups for day in (row["first"], row["last"]) if row["date_basis"]]
    return Coverage(
        records=sum(row["total"] for row in groups),
        first=min(days, default=None),
        last=max(days, default=None),
        tallies=[*_tallies(groups), *_by_outlet(outlets)],
        series=series(),
        outlets=len(outlets),
        names={slug: row.heading for slug, row in names.items()},
    )


def _groups() -> list[dict]:
    """How many records agree in all of ``COLUMNS``, and their first and last day."""
    rows = PublicRecord.objects.listed().order_by()
    # Cut from the text: SQLite would call Python for the year of every row.
    rows = rows.annotate(year=Substr(Cast("sort_date", CharField()), 1, 4)).values(*COLUMNS)
    return list(
        rows.annotate(total=Count("pk"), first=Min("sort_date"), last=Max("sort_date")).order_by()
    )


def _tallies(groups: list[dict]) -> Iterator[Tally]:
    yield from _by_family(groups)
    for column, codes in (("authority", kinds.AUTHORITIES), ("held", Held.values)):
        found = _sums(groups, column)
        yield from (
            Tally(column, code, found[code,], ((column, code),)) for code in codes if found[code,]
        )
    yield from _by_both(groups)
    found = _sums(groups, "held", "display")
    for held in Held.values:
        for display in Display.values:
            if total := found[held, display]:
                yield Tally("display", held, total, also=display)
    yield from _by_language(groups)
    for (year,), total in sorted(_sums(groups, "year").items()):
        yield Tally("year", year, total, (("date_from", year), ("date_to", year)))
    found = _sums(groups, "date_basis")
    for basis in (*Basis.values, ""):
        if total := found[basis,]:
            yield Tally("date_basis", basis or "undated", total)


def _by_family(groups: list[dict]) -> Iterator[Tally]:
    families, found = _sums(groups, "family"), _sums(groups, "kind")
    for family in kinds.FAMILIES:
        if total := families[family,]:
            yield Tally("family", family, total, (("kind", f"family:{family}"),))
        for kind in kinds.in_family(family):
            if total := found[kind,]:
                yield Tally("kind", kind, total, (("kind", kind),), also=family)


def _by_both(groups: list[dict]) -> Iterator[Tally]:
    found = _sums(groups, "authority", "held")
    for authority in kinds.AUTHORITIES:
        for held in Held.values:
            if total := found[authority, held]:
                asks = (("authority", authority), ("held", held))
                yield Tally("authority_held", authority, total, asks, also=held)


def _by_language(groups: list[dict]) -> Iterator[Tally]:
    """Each language with all its ways of writing, as a search for it finds them."""
    found = {code: total for (code,), total in _sums(groups, "language").items()}
    codes = found.keys() | {code.partition("-")[0] for code in found}
    totals = {
        code: sum(n for one, n in found.items() if one == code or one.startswith(f"{code}-"))
        for code in codes
    }

    def place(code):
        base = code.partition("-")[0]
        return -totals[base], code

    for code in sorted(codes, key=place):
        base = code.partition("-")[0]
        also = base if base != code else ""
        yield Tally("language", code, totals[code], (("language", code),), also=also)


def _by_outlet(outlets: list[tuple[str, int]]) -> Iterator[Tally]:
    for slug, total in outlets[:OUTLETS]:
        yield Tally("outlet", slug, total, (("outlet", slug),))


def _outlets() -> list[tuple[str, int]]:
    """Outlets that listed records name, and how many do; those named most come first."""
    rows = Mention.objects.filter(type=Named.OUTLET).order_by()
    rows = rows.annotate(standing=named.standing_slug(Named.OUTLET, "slug")).values_list("standing")
    counted = rows.annotate(total=Count("record", distinct=True))
    return sorted(counted, key=lambda row: (-row[1], row[0]))


def _sums(groups: list[dict], *columns: str) -> Counter:
    """The numbers of ``groups`` by the values of some of their columns, as tuples."""
    found = Counter()
    for row in groups:
        found[tuple(row[name] for name in columns)] += row["total"]
    return found
