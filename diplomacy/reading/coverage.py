"""What the archive holds and what it does not: counts of what is public, in constant queries."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from django.db.models import (
    Case,
    CharField,
    Count,
    Exists,
    F,
    Max,
    Min,
    OuterRef,
    Q,
    QuerySet,
    Value,
    When,
)
from django.db.models.functions import Cast, Substr

from diplomacy import kinds
from diplomacy.models import AUTHORITY_MODELS, Mention, PublicRecord
from diplomacy.vocabulary import Basis, Display, Held, MeetingStatus, Named

from . import named

OUTLETS = 20
"""So many are counted one by one: those with most records."""
COLUMNS = ("family", "kind", "authority", "held", "display", "language", "date_basis", "year")
NEAREST = (
    "joint_text",
    "joint_text_in_part",
    "joint_rendering",
    "readouts",
    "readout",
    "report",
    "nothing",
)
"""The nearest to the words of a round that is held, nearest first."""
TEXTS = tuple(row.code for row in kinds.FAMILIES.values() if row.model == "document")
MEETINGS = tuple(row.code for row in kinds.FAMILIES.values() if row.model == "dialogue")


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
class Series:
    """One series: its rounds, and what is held of those that took place.

    ``missing`` is how many numbers up to the highest no round has; ``nearest`` counts the rounds
    held by codes of ``NEAREST``; ``texts`` are all texts found under the series.
    """

    slug: str
    title: str
    url: str
    rounds: int
    held: int
    missing: int
    first: date | None
    last: date | None
    nearest: dict[str, int]
    texts: int


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
        series=_series(),
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
            yield Tally("family", family, total, _of_families(family))
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
    rows = rows.annotate(standing=_standing(Named.OUTLET, "slug")).values_list("standing")
    counted = rows.annotate(total=Count("record", distinct=True))
    return sorted(counted, key=lambda row: (-row[1], row[0]))


def _sums(groups: list[dict], *columns: str) -> Counter:
    """The numbers of ``groups`` by the values of some of their columns, as tuples."""
    found = Counter()
    for row in groups:
        found[tuple(row[name] for name in columns)] += row["total"]
    return found


def _of_families(*families: str) -> tuple[tuple[str, str], ...]:
    """How a search is asked for whole families."""
    return tuple(("kind", f"family:{family}") for family in families)


def texts_of_series(slug: str) -> tuple[tuple[str, str], ...]:
    """What to ask a search for all texts of a series."""
    return (("series", slug), *_of_families(*TEXTS))


def rounds_of_series(slug: str) -> tuple[tuple[str, str], ...]:
    """What to ask a search for all its rounds."""
    return (("series", slug), *_of_families(*MEETINGS))


def _series() -> list[Series]:
    """Every series with a listed meeting, those with most rounds first."""
    meetings = _meetings()
    rounds = meetings.values("series", "status", "nearest").annotate(
        total=Count("pk"),
        first=Min("sort_date", filter=~Q(date_value="")),
        last=Max("sort_date", filter=~Q(date_value="")),
    )
    by_series: dict[str, list[dict]] = {}
    for row in rounds:
        by_series.setdefault(row["series"], []).append(row)
    numbers, texts = _missing(meetings), _texts()
    known = named.current_authorities(Named.SERIES, by_series)
    found = [
        _one_series(known[slug], rows, numbers.get(slug, 0), texts.get(slug, 0))
        for slug, rows in by_series.items()
        if slug in known
    ]
    return sorted(found, key=lambda row: (-row.rounds, row.title))


def _one_series(subject, rows: list[dict], missing: int, texts: int) -> Series:
    held = [row for row in rows if row["status"] == MeetingStatus.HELD]
    days = [day for row in held for day in (row["first"], row["last"]) if day]
    nearest = Counter()
    for row in held:
        nearest[row["nearest"]] += row["total"]
    return Series(
        slug=subject.slug,
        title=subject.heading,
        url=subject.get_absolute_url(),
        rounds=sum(row["total"] for row in rows),
        held=sum(row["total"] for row in held),
        missing=missing,
        first=min(days, default=None),
        last=max(days, default=None),
        nearest={code: nearest[code] for code in NEAREST},
        texts=texts,
    )


def _meetings() -> QuerySet:
    """Listed meetings of a series, each with its status and the nearest that is held of it."""
    meetings = PublicRecord.objects.listed().filter(type="dialogue").exclude(series_slug="")
    return meetings.order_by().annotate(
        series=_standing(Named.SERIES, "series_slug"),
        status=F("edition__content__status"),
        nearest=_nearest(),
    )


def _nearest() -> Case:
    """Which of ``NEAREST`` a meeting has, asked of the texts about it."""
    texts = PublicRecord.objects.listed().filter(dialogue_uid=OuterRef("uid")).order_by()
    texts = texts.exclude(held__in=(Held.NOT_HELD, ""))
    readouts = texts.filter(authority="readout")
    of_two_sides = readouts.values("dialogue_uid").annotate(sides=Count("side", distinct=True))
    tests = {
        "joint_text": texts.filter(authority="joint_verbatim", held=Held.VERBATIM),
        "joint_text_in_part": texts.filter(authority="joint_verbatim"),
        "joint_rendering": texts.filter(authority="joint_rendering"),
        "readouts": of_two_sides.filter(sides__gte=2).values("dialogue_uid"),
        "readout": readouts,
        "report": texts,
    }
    whens = [When(Exists(rows), then=Value(code)) for code, rows in tests.items()]
    return Case(*whens, default=Value(NEAREST[-1]), output_field=CharField())


def _missing(meetings: QuerySet) -> dict[str, int]:
    """How many numbers up to its highest each series lacks.

    A round that was postponed does not take its number: it may be held later.
    """
    rows = meetings.exclude(ordinal=None).exclude(status=MeetingStatus.POSTPONED)
    rows = rows.filter(ordinal__gte=1).values("series")
    counted = rows.annotate(highest=Max("ordinal"), known=Count("ordinal", distinct=True))
    return {row["series"]: row["highest"] - row["known"] for row in counted}


def _texts() -> dict[str, int]:
    """How many texts are found under each series."""
    rows = Mention.objects.filter(type=Named.SERIES, record__family__in=TEXTS).order_by()
    rows = rows.annotate(standing=_standing(Named.SERIES, "slug")).values_list("standing")
    return dict(rows.annotate(total=Count("record", distinct=True)))


def _standing(type: str, column: str):
    """An expression: the slug of what stands now for the one in ``column``."""
    merged = AUTHORITY_MODELS[type].objects.exclude(merged_into=None)
    standing = named.current_authorities(type, merged.values("slug"))
    whens = [
        When(**{column: slug}, then=Value(row.slug))
        for slug, row in standing.items()
        if row.slug != slug
    ]
    return Case(*whens, default=F(column)) if whens else F(column)
