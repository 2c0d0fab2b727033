"""Marks along one axis, set apart where they would cover one another."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from .axis import Axis, Span

REFERENCE = 300
"""Pixels: the column of a narrow phone. What does not meet there meets nowhere."""
HALF = 14
"""Pixels: half the width of a mark that can be touched, with its margin."""


@dataclass(frozen=True)
class Bar:
    """Days from one end to the other, in percent; ``kind`` says how sure they are."""

    x: float
    width: float
    kind: str = "certain"


@dataclass(frozen=True)
class Mark:
    """Something at its place: ``x`` in percent, ``y`` in pixels to its middle."""

    x: float
    y: int
    subject: object
    bar: Bar | None = None
    """The days that an imprecise date may mean."""


@dataclass(frozen=True)
class Strip:
    """One row of marks on an axis, ``height`` pixels high."""

    axis: Axis
    marks: list[Mark]
    height: int


def lanes(places: Sequence[tuple[float, float]], most: int | None = None) -> list[int]:
    """For each ``(x in percent, half width in pixels)`` the first lane in which it has room.

    With no more than ``most`` lanes, what has room in none shares the emptiest.
    """
    found, ends = [0] * len(places), []
    for index in sorted(range(len(places)), key=lambda index: places[index][0]):
        x, half = places[index]
        left = x * REFERENCE / 100 - half
        lane = next((lane for lane, end in enumerate(ends) if end <= left), len(ends))
        if most and lane >= most:
            lane = ends.index(min(ends))
        if lane == len(ends):
            ends.append(0.0)
        ends[lane] = left + 2 * half
        found[index] = lane
    return found


def strip(
    axis: Axis,
    rows: Iterable[tuple[Span | None, object]],
    *,
    half: int = HALF,
    most: int | None = None,
) -> Strip:
    """Each subject at the middle of its span; what has no span stands after time."""
    rows = list(rows)
    xs = [axis.x(span.middle) if span else axis.after for span, _ in rows]
    found = lanes([(x, half) for x in xs], most)
    marks = [
        Mark(x, half + lane * 2 * half, subject, bar_of(axis, span))
        for (span, subject), x, lane in zip(rows, xs, found, strict=True)
    ]
    return Strip(axis, marks, (max(found, default=0) + 1) * 2 * half)


def bar_of(axis: Axis, span: Span | None) -> Bar | None:
    """The days that a span may mean; None for one day, or none."""
    if span is None or span.is_one_day:
        return None
    first = axis.first if span.is_open_before else span.first
    last = axis.last if span.is_open_after else span.last
    return Bar(*axis.stretch(first, last), "span")
