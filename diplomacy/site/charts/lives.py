"""A person's life in the archive: offices held, and appearances by part."""

from dataclasses import dataclass
from datetime import date

from .axis import Axis, Span, span_of, whole_years
from .strips import Bar, Strip, strip

OPEN = 8.0
"""Percent of the width over which an end that is not recorded fades."""
LEAST = 0.5
"""Percent of the width: the shortest bar."""
DOT, LANES = 6, 3
"""Pixels: half of a dot; and how many rows of dots may lie above one another."""


@dataclass(frozen=True)
class Life:
    """``tenures`` are ``(row, bars)``, ``parts`` are ``(part, strip)``, on one axis."""

    axis: Axis
    tenures: list[tuple[dict, list[Bar]]]
    parts: list[tuple[str, Strip]]


def picture(tenures: list[dict], appearances: dict[str, list], *, is_mirrored: bool) -> Life | None:
    """``tenures`` are ``{tenure: (start, end in EDTF), …}``, ``appearances`` records by part.

    Records have a ``date_value``. None where nothing is dated.
    """
    ends = [(span_of(row["tenure"].start), span_of(row["tenure"].end)) for row in tenures]
    spans = {
        part: [(span, row) for row in rows if (span := span_of(row.date_value))]
        for part, rows in appearances.items()
    }
    known = [span for pair in ends for span in pair]
    known += [span for rows in spans.values() for span, _row in rows]
    axis = whole_years(known, is_mirrored=is_mirrored)
    if axis is None:
        return None
    return Life(
        axis,
        [
            (row, bars(axis, start, end))
            for row, (start, end) in zip(tenures, ends, strict=True)
            if start or end
        ],
        [(part, strip(axis, rows, half=DOT, most=LANES)) for part, rows in spans.items() if rows],
    )


def bars(axis: Axis, start: Span | None, end: Span | None) -> list[Bar]:
    """Bars from the first day to the last: perhaps held, certainly held, perhaps held.

    An end that is not recorded fades away.
    """
    first, latest_first = _beginning(axis, start)
    earliest_last, last = _ending(axis, end)
    if start is None:
        latest_first = min(latest_first, earliest_last)
    if end is None:
        earliest_last = max(earliest_last, latest_first)
    if latest_first > earliest_last:  # it may never have been held on any one of these days
        return [_bar(axis, "perhaps", first, last)]
    parts = [
        ("open" if start is None or start.is_open_before else "perhaps", first, latest_first),
        ("certain", latest_first, earliest_last),
        ("open" if end is None or end.is_open_after else "perhaps", earliest_last, last),
    ]
    return [_bar(axis, *part) for part in parts if part[2] > part[1] or part[0] == "certain"]


def _bar(axis: Axis, kind: str, first: date, last: date) -> Bar:
    """A bar that can be seen, be it of a single day."""
    x, width = axis.stretch(first, last)
    width = max(width, LEAST)
    return Bar(min(x, 100 - width), width, kind)


def _beginning(axis: Axis, start: Span | None) -> tuple[date, date]:
    if start is None:
        return axis.first, _within(axis, OPEN)
    return (axis.first if start.is_open_before else start.first), start.last


def _ending(axis: Axis, end: Span | None) -> tuple[date, date]:
    if end is None:
        return _within(axis, 100 - OPEN), axis.last
    return end.first, (axis.last if end.is_open_after else end.last)


def _within(axis: Axis, percent: float) -> date:
    first, last = axis.first.toordinal(), axis.last.toordinal()
    return date.fromordinal(first + round((last - first) * percent / 100))
