"""Time laid out along a line: spans of days, the axis they stand on, its ticks."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from diplomacy.text import dates

STEPS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000, 2000, 5000)
MOST_LABELS = 7
"""As many years as can be written side by side on a phone."""
MOST_TICKS = 60
GUTTER = 14.0
"""Percent of the width that stands before or after time, for what has no place in it."""


@dataclass(frozen=True)
class Span:
    """First and last day of a date as precise as it is known; an open end repeats the other."""

    first: date
    last: date
    is_open_before: bool = False
    is_open_after: bool = False

    @property
    def middle(self) -> date:
        return date.fromordinal((self.first.toordinal() + self.last.toordinal()) // 2)

    @property
    def is_one_day(self) -> bool:
        return self.first == self.last and not (self.is_open_before or self.is_open_after)


@lru_cache(maxsize=5_000)
def span_of(value: str) -> Span | None:
    """The span of an EDTF date; None for what is no date."""
    try:
        read = dates.parse(value)
    except dates.EdtfError:
        return None
    if read.is_open and read.points[0] is None:
        return Span(read.latest, read.latest, is_open_before=True)
    if read.is_open:
        return Span(read.earliest, read.earliest, is_open_after=True)
    return Span(read.earliest, read.latest)


@dataclass(frozen=True)
class Tick:
    """A line across the picture; ``value`` (EDTF) is written at it, unless empty."""

    x: float
    value: str = ""


@dataclass(frozen=True)
class Axis:
    """The days from ``first`` to ``last`` between two percentages of the width."""

    first: date
    last: date
    start: float = 0.0
    end: float = 100.0
    is_mirrored: bool = False
    """Whether time runs from right to left."""

    def x(self, day: date) -> float:
        """Where a day stands, in percent from the left; days beyond the ends stand at them."""
        first, last = self.first.toordinal(), self.last.toordinal()
        day_number = min(max(day.toordinal(), first), last)
        share = (day_number - first) / (last - first) if last > first else 0.5
        return self.placed(self.start + (self.end - self.start) * share)

    def placed(self, along: float) -> float:
        """A percentage along the way of reading, as one from the left."""
        return round(100 - along if self.is_mirrored else along, 3)

    def stretch(self, first: date, last: date) -> tuple[float, float]:
        """``(x, width)`` of the days from ``first`` to ``last``."""
        left, right = sorted((self.x(first), self.x(last)))
        return left, round(right - left, 3)

    @property
    def before(self) -> float:
        """The middle of what lies before time."""
        return self.placed(self.start / 2)

    @property
    def after(self) -> float:
        """The middle of what lies after time."""
        return self.placed((self.end + 100) / 2)

    @property
    def line(self) -> tuple[float, float]:
        """The left and right end of time."""
        return tuple(sorted((self.placed(self.start), self.placed(self.end))))

    @property
    def ticks(self) -> list[Tick]:
        """A tick at the beginning of years, some with their number; of months on a short axis."""
        years = self.last.year - self.first.year + 1
        if (self.last - self.first).days <= 200:
            return self._months()
        labelled = step_of(years, MOST_LABELS)
        step = 1 if years <= MOST_TICKS else labelled
        return [
            Tick(self.x(date(year, 1, 1)), f"{year:04d}" if year % labelled == 0 else "")
            for year in range(self.first.year, self.last.year + 1)
            if year % step == 0 and date(year, 1, 1) >= self.first
        ]

    def _months(self) -> list[Tick]:
        found = []
        for number in range(_month(self.first), _month(self.last) + 1):
            first = date(number // 12, number % 12 + 1, 1)
            if first >= self.first:
                found.append(Tick(self.x(first), first.isoformat()[:7]))
        return [tick if n % 2 == 0 else replace(tick, value="") for n, tick in enumerate(found)]


def step_of(length: int, most: int) -> int:
    """The smallest round step of which at most ``most`` fit in ``length``."""
    return next((step for step in STEPS if length / step <= most), STEPS[-1])


def _month(day: date) -> int:
    return day.year * 12 + day.month - 1


def whole_years(
    spans: Iterable[Span | None], *, is_mirrored: bool, before: bool = False, after: bool = False
) -> Axis | None:
    """The axis of whole years on which all spans stand; None where there is none.

    ``before`` and ``after`` leave room at an end for what has no place in time.
    """
    known = [span for span in spans if span]
    if not known:
        return None
    return Axis(
        date(min(span.first for span in known).year, 1, 1),
        date(max(span.last for span in known).year, 12, 31),
        GUTTER if before else 0.0,
        100 - GUTTER if after else 100.0,
        is_mirrored,
    )
