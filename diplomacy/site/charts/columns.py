"""Counts a year as small columns."""

from dataclasses import dataclass
from functools import cached_property

from .axis import MOST_LABELS, Tick, step_of

HEIGHT = 48
LEAST = 2
"""Pixels: the height of the smallest column that is not nothing."""
MOST_SLOTS, FILLED = 150, 4
"""How many years are drawn; and how many empty ones are drawn between two that are not."""
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
    """The years side by side, each as wide as the others; None stands for years left out.

    One year far from all others would make the others too thin to see, or to touch.
    """

    slots: tuple[int | None, ...]
    is_mirrored: bool = False

    @property
    def width(self) -> float:
        return 100 / len(self.slots)

    def x(self, place: int) -> float:
        """The left edge of a slot."""
        along = place * self.width
        return 100 - along - self.width if self.is_mirrored else along

    @cached_property
    def place_of(self) -> dict[int, int]:
        """Which slot each year has."""
        return {year: place for place, year in enumerate(self.slots) if year is not None}

    @property
    def ticks(self) -> list[Tick]:
        """The middle of every slot that is written out: round years, and what is left out."""
        step = step_of(len(self.slots), MOST_LABELS)
        return [
            Tick(round(self.x(place) + self.width / 2, 3), "…" if year is None else f"{year:04d}")
            for place, year in enumerate(self.slots)
            if year is None or year % step == 0 or self._is_alone(place)
        ]

    def _is_alone(self, place: int) -> bool:
        """Whether years are left out on both of its sides."""
        around = (self.slots[at] for at in (place - 1, place + 1) if 0 <= at < len(self.slots))
        return not any(around)


def years_of(totals: dict[int, int], *, is_mirrored: bool) -> Years | None:
    """The years that are counted, and up to ``FILLED`` empty ones between two of them.

    The last ``MOST_SLOTS`` if there are more. None where nothing is counted.
    """
    slots: list[int | None] = []
    for year in sorted(totals):
        if slots:
            between = range(slots[-1] + 1, year)
            slots += between if len(between) <= FILLED else [None]
        slots.append(year)
    return Years(tuple(slots[-MOST_SLOTS:]), is_mirrored) if slots else None


def columns(totals: dict[int, int], years: Years, *, most: int, height: int = HEIGHT) -> Columns:
    """A column for each year with a total that has a slot; full height is ``most``."""
    width = min(years.width * SHARE, WIDEST)
    found = []
    for year, total in sorted(totals.items()):
        if total and year in years.place_of:
            tall = max(LEAST, round(height * min(total / most, 1), 1))
            edge = years.x(years.place_of[year])
            x = edge + (years.width - width) / 2
            sizes = (round(x, 3), round(width, 3), round(height - tall, 1), tall)
            found.append(Column(year, total, *sizes, round(edge, 3), round(years.width, 3)))
    return Columns(found, height, most)
