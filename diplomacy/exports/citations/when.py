"""Dates as citations print them: as precise as known, doubt and inference marked."""

from datetime import date

from diplomacy.text import dates
from diplomacy.text.edtf import SEASONS, Edtf, Point
from diplomacy.vocabulary import Basis

from .citable import Citable

FULL = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
SHORT = (
    *("Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July"),
    *("Aug.", "Sept.", "Oct.", "Nov.", "Dec."),
)
AMERICAN, BRITISH, MLA, APA = "mdy", "dmy", "mla", "apa"
"""May 16, 2024 · 16 May 2024 · 16 Sept. 2024 · 2024, May 16."""
UNDATED = "n.d."


def read(value: str) -> Edtf | None:
    """The date; None for none, or for what is no date."""
    try:
        return dates.parse(value) if value else None
    except dates.EdtfError:
        return None


def written(value: str, order: str, *, basis: str = "") -> str:
    """An EDTF date in the order of a style; empty for none.

    A date that no source prints stands in brackets, an approximate one after “ca.”, an
    uncertain one before a question mark.
    """
    found = read(value)
    if found is None:
        return ""
    text = _of_form(found, order)
    return f"[{text}]" if basis in (Basis.INFERRED, Basis.EDITOR) else text


def of_text(citable: Citable, order: str) -> str:
    """The date of what is cited; of a text that has none “n.d.”"""
    if not citable.is_text:
        return written(citable.date, order)
    return written(citable.date, order, basis=citable.date_basis) or UNDATED


def of_edition(citable: Citable, order: str) -> str:
    """The day the edition was published."""
    return day(citable.edition_on, order)


def day(moment: date, order: str) -> str:
    return _plain(str(moment.year), moment.month, moment.day, order)


def _of_form(found: Edtf, order: str) -> str:
    if found.form == "one_of":
        return " or ".join(_point(point, order) for point in found.points)
    if found.form == "interval":
        return _interval(*found.points, order)
    return _point(found.points[0], order)


def _point(point: Point, order: str) -> str:
    written = _bare(point, order)
    before = "ca. " if point.mark in ("~", "%") else ""
    after = "?" if point.mark in ("?", "%") else ""
    return f"{before}{written}{after}"


def _bare(point: Point, order: str) -> str:
    if "X" in point.year:
        first = int(point.year.replace("X", "0"))
        return f"{first}s" if point.year.count("X") == 1 else f"{first}–{first + 99}"
    year = str(int(point.year))
    if point.month in SEASONS:
        season = ("spring", "summer", "autumn", "winter")[int(point.month) - 21]
        return f"{year}, {season}" if order == APA else f"{season.capitalize()} {year}"
    if not point.month.isdigit():
        return year
    known = int(point.day) if point.day.isdigit() else None
    return _plain(year, int(point.month), known, order)


def _plain(year: str, month: int, day: int | None, order: str) -> str:
    name = (SHORT if order == MLA else FULL)[month - 1]
    if order == APA:
        return f"{year}, {name} {day}" if day else f"{year}, {name}"
    if day is None:
        return f"{name} {year}"
    return f"{name} {day}, {year}" if order == AMERICAN else f"{day} {name} {year}"


def _interval(first: Point | None, last: Point | None, order: str) -> str:
    if first is None:
        return f"{_point(last, order)} or earlier"
    if last is None:
        return f"{_point(first, order)} or later"
    if _is_day(first) and _is_day(last) and first.year == last.year:
        return _days(first, last, order)
    return f"{_point(first, order)} – {_point(last, order)}"


def _is_day(point: Point) -> bool:
    return point.day.isdigit() and not point.mark


def _days(first: Point, last: Point, order: str) -> str:
    """Two days of one year, written without saying the year, or month, twice."""
    months = SHORT if order == MLA else FULL
    year = int(first.year)
    name, name2 = (months[int(point.month) - 1] for point in (first, last))
    day, day2 = int(first.day), int(last.day)
    if first[:3] == last[:3]:
        return _bare(first, order)
    if order in (AMERICAN, APA):
        span = f"{name} {day}–{day2}" if name == name2 else f"{name} {day}–{name2} {day2}"
        return f"{year}, {span}" if order == APA else f"{span}, {year}"
    span = f"{day}–{day2} {name}" if name == name2 else f"{day} {name}–{day2} {name2}"
    return f"{span} {year}"
