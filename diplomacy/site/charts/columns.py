"""Counts a year as small columns."""

from dataclasses import dataclass

from .axis import MOST_LABELS, Tick, step_of

HEIGHT = 48
LEAST = 2
"""Pixels: the height of the smallest column that is not nothing."""
MOST_YEARS = 150
SHARE = 0.8
"""How much of its year's width a column fills; and at most so many percent of the picture:"""
WIDEST = 8.0


@dataclass(frozen=True)
class Column:
    """One year: the column's left edge and width, and the whole year's, in percent."""

    year: int
    total: int
    x: float
    width: float
    y: float
    height: float
    place: float
    place_width: float


@dataclass(frozen=True)
class Columns:
    columns: list[Column]
    height: int
    most: int
    """The number that a column of full height stands for."""


@dataclass(frozen=True)
class Years:
    """The years side by side, each as wide as the others."""

    first: int
    last: int
    is_mirrored: bool = False

    @property
    def width(self) -> float:
        return 100 / (self.last - self.first + 1)

    def x(self, year: int) -> float:
        """The left edge of a year."""
        along = (year - self.first) * self.width
        return 100 - along - self.width if self.is_mirrored else along

    @property
    def ticks(self) -> list[Tick]:
        """The middle of every year that is written out."""
        step = step_of(self.last - self.first + 1, MOST_LABELS)
        years = [year for year in range(self.first, self.last + 1) if year % step == 0]
        return [Tick(round(self.x(year) + self.width / 2, 3), f"{year:04d}") for year in years]


def years_of(totals: dict[int, int], *, is_mirrored: bool) -> Years | None:
    """The years from the first to the last counted: the last ``MOST_YEARS`` if there are more."""
    if not totals:
        return None
    last = max(totals)
    return Years(max(min(totals), last - MOST_YEARS + 1), last, is_mirrored)


def columns(totals: dict[int, int], years: Years, *, most: int, height: int = HEIGHT) -> Columns:
    """A column for each year with a total; full height is ``most``."""
    width = min(years.width * SHARE, WIDEST)
    found = []
    for year, total in sorted(totals.items()):
        if total and years.first <= year <= years.last:
            tall = max(LEAST, round(height * min(total / most, 1), 1))
            x = years.x(year) + (years.width - width) / 2
            sizes = (round(x, 3), round(width, 3), round(height - tall, 1), tall)
            place = (round(years.x(year), 3), round(years.width, 3))
            found.append(Column(year, total, *sizes, *place))
    return Columns(found, height, most)
