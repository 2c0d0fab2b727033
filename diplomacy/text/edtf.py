"""Dates as precise as they are known: reading EDTF (ISO 8601-2:2019).

Level 0 and 1 are read, and from level 2 one of a set: ``[2025-01-10,2025-01-11]``. Days only:
no hours, and no years outside 1 to 9999.
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy


class EdtfError(ValueError):
    """A date that cannot be read; the message says why, in plain words."""


class Point(NamedTuple):
    """One date of any precision, still in its printed parts; ``X`` marks unknown digits."""

    year: str
    month: str
    day: str
    mark: str
    """``?`` uncertain, ``~`` approximate, ``%`` both, or nothing."""


@dataclass(frozen=True)
class Edtf:
    """A date and the days it may mean. Bounds are inclusive; an open end is date.min or max."""

    value: str
    earliest: date
    latest: date
    points: tuple[Point | None, ...]
    """One point, the two ends of an interval (None where open), or the members of a set."""
    form: str = "point"
    """``point``, ``interval`` or ``one_of``."""
    is_approximate: bool = False
    is_uncertain: bool = False
    is_open: bool = False


POINT = re.compile(
    r"(?P<year>\d{4}|\d{3}X|\d{2}XX)(?:-(?P<month>\d{2}|XX)(?:-(?P<day>\d{2}|XX))?)?"
    r"(?P<mark>[?~%]?)"
)
EXAMPLES = gettext_lazy(
    "Write for example 2024, 2024-05, 2024-05-15, 2024-05-15~ or 2024-05-13/2024-05-16."
)
SEASONS = {"21": (3, 5), "22": (6, 8), "23": (9, 11), "24": (12, 14)}
"""First and last month of spring to winter, northern; winter runs into the next year."""


def parse(edtf: str) -> Edtf:
    """Read `edtf`; raises EdtfError naming what is wrong."""
    value = edtf.strip() if isinstance(edtf, str) else ""
    if not value:
        raise EdtfError(_("The date is empty."))
    if value.startswith("[") and value.endswith("]"):
        return _one_of(value)
    if "/" in value:
        return _interval(value)
    point = _point(value)
    return _built(value, "point", (point,), *bounds(point))


def bounds(point: Point) -> tuple[date, date]:
    """First and last day that `point` may mean."""
    first_year, last_year = (int(point.year.replace("X", digit)) for digit in "09")
    if first_year == 0:
        raise EdtfError(_("There is no year 0000; years run from 0001 to 9999."))
    if point.month in SEASONS:
        return _season(first_year, *SEASONS[point.month])
    months = _months(point.month)
    if point.day.isdigit():
        day = _day(first_year, months[0], int(point.day), point)
        return day, day
    return (
        date(first_year, months[0], 1),
        date(last_year, months[1], calendar.monthrange(last_year, months[1])[1]),
    )


def _months(part: str) -> tuple[int, int]:
    """The first and last month that ``part`` may mean: all of them where it is not known."""
    if not part.isdigit():
        return 1, 12
    if not 1 <= int(part) <= 12:
        raise EdtfError(
            _("There is no month %(month)s; months run from 01 to 12, seasons from 21 to 24.")
            % {"month": part}
        )
    return int(part), int(part)


def _day(year: int, month: int, day: int, point: Point) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        days = calendar.monthrange(year, month)[1]
        day_asked = f"{point.year}-{point.month}-{point.day}"
        raise EdtfError(
            _("There is no day %(day)s: that month has %(days)s days.")
            % {"day": day_asked, "days": days}
        ) from None


def _season(year: int, first: int, last: int) -> tuple[date, date]:
    if last <= 12:
        return date(year, first, 1), date(year, last, calendar.monthrange(year, last)[1])
    if year == date.max.year:
        return date(year, first, 1), date.max
    return date(year, first, 1), date(year + 1, last - 11, 1) - timedelta(days=1)


def _point(text: str) -> Point:
    match = POINT.fullmatch(text)
    if not match or not text.isascii():
        raise EdtfError(_("“%s” is not a date this archive can read.") % text + f" {EXAMPLES}")
    point = Point(*(part or "" for part in match.groups()))
    known_after_unknown = ("X" in point.year and point.month) or (
        point.month == "XX" and point.day.isdigit()
    )
    if known_after_unknown:
        raise EdtfError(_("“%s” gives a part after one that is not known.") % text)
    if point.month in SEASONS and point.day:
        raise EdtfError(_("“%s” gives a day in a season.") % text)
    bounds(point)
    return point


def _interval(value: str) -> Edtf:
    ends = value.split("/")
    if len(ends) != 2:
        raise EdtfError(_("“%s” has more than two ends.") % value)
    points = tuple(None if end in ("..", "") else _point(end) for end in ends)
    if points == (None, None):
        raise EdtfError(_("“%s” is open at both ends and says nothing.") % value)
    first = bounds(points[0])[0] if points[0] else date.min
    last = bounds(points[1])[1] if points[1] else date.max
    if first > last:
        raise EdtfError(_("“%s” ends before it begins.") % value)
    return _built(value, "interval", points, first, last)


def _one_of(value: str) -> Edtf:
    members = [part.strip() for part in value[1:-1].split(",")]
    points = tuple(_point(member) for member in members)
    firsts, lasts = zip(*map(bounds, points), strict=True)
    return _built(value, "one_of", points, min(firsts), max(lasts))


def _built(value, form, points, first, last) -> Edtf:
    marks = "".join(point.mark for point in points if point)
    return Edtf(
        value=value,
        earliest=first,
        latest=last,
        points=points,
        form=form,
        is_approximate="~" in marks or "%" in marks,
        is_uncertain="?" in marks or "%" in marks,
        is_open=None in points,
    )
