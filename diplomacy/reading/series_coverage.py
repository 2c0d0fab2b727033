"""What is held of each series: its rounds, the nearest to their words, the texts about them."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

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

from diplomacy import kinds
from diplomacy.models import DialogueSeries, Mention, PublicRecord
from diplomacy.vocabulary import Held, MeetingStatus, Named

from . import named

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


def series() -> list[Series]:
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


def _one_series(subject: DialogueSeries, rows: list[dict], missing: int, texts: int) -> Series:
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
    meetings = PublicRecord.objects.meetings().exclude(series_slug="")
    return meetings.order_by().annotate(
        series=named.standing_slug(Named.SERIES, "series_slug"),
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
    rows = rows.annotate(standing=named.standing_slug(Named.SERIES, "slug")).values_list("standing")
    return dict(rows.annotate(total=Count("record", distinct=True)))


def texts_of_series(slug: str) -> tuple[tuple[str, str], ...]:
    """What to ask a search for all texts of a series."""
    return (("series", slug), *_of_families(*TEXTS))


def rounds_of_series(slug: str) -> tuple[tuple[str, str], ...]:
    """What to ask a search for all its rounds."""
    return (("series", slug), *_of_families(*MEETINGS))


def _of_families(*families: str) -> tuple[tuple[str, str], ...]:
    """How a search is asked for whole families."""
    return tuple(("kind", f"family:{family}") for family in families)
