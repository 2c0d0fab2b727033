"""Dates printed in prose, in English, Chinese and Urdu."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from .date_words import (
    ASCII_DIGITS,
    DAY_ALONE,
    HAN_DIGITS,
    JOINS,
    MONTH_NUMBERS,
    RANGE_AFTER,
    RANGES,
    SHAPES,
    WEEKDAY,
)
from .edtf import EdtfError, parse

LOOK_BACK = 14
"""Characters before a date in which the first day of its span may stand."""
NEAR_WEEKDAY = 22
"""Characters between a date and the weekday printed with it."""


@dataclass(frozen=True)
class PrintedDate:
    """A date as printed at ``text[start:end]``; what the page leaves out is None.

    `last` is the end of a span, `weekday` (Monday is 0) what is printed beside the date.
    """

    printed: str
    start: int
    end: int
    year: int | None
    month: int | None
    day: int | None
    last: "PrintedDate | None" = None
    weekday: int | None = None

    @property
    def is_partial(self) -> bool:
        """The year or month is not printed: it says no day by itself."""
        return self.year is None or self.month is None

    @property
    def value(self) -> str | None:
        """The date in EDTF, or None where year or month must come from elsewhere."""
        return None if self.is_partial else self.edtf()

    def edtf(self, year: int | None = None, month: int | None = None) -> str:
        """The date in EDTF, with `year` and `month` standing in where none is printed."""
        year, month = self.year or year, self.month or month
        own = "-".join(
            f"{part:0{width}}" for part, width in ((year, 4), (month, 2), (self.day, 2)) if part
        )
        if not self.last:
            return own
        if year and not self.last.year and self._turns_the_year:
            year += 1
        return f"{own}/{self.last.edtf(year, month)}"

    @property
    def _turns_the_year(self) -> bool:
        return (self.last.month, self.last.day) < (self.month, self.day)

    def falls_on(self, year: int | None = None) -> date | None:
        """The single day it names, `year` standing in; None for a month, span or no day."""
        if self.last or not (self.day and self.month and (self.year or year)):
            return None
        try:
            return date(self.year or year, self.month, self.day)
        except ValueError:
            return None


def find(text: str) -> list[PrintedDate]:
    """Every date printed in `text`, in order; dates that cannot exist are left out."""
    plain = text.translate(ASCII_DIGITS)
    found = [date for date in _spans(plain, _with_month(plain)) if _exists(date)]
    found += _days_alone(plain, found)
    found.sort(key=lambda one: one.start)
    return [
        replace(
            one,
            printed=text[one.start : one.end].strip(" ,."),
            weekday=_weekday_beside(plain, one),
        )
        for one in found
    ]


def _with_month(text: str) -> list[PrintedDate]:
    """Single dates; where two shapes meet, the one that starts first and is longer counts."""
    matches = [match for shape in SHAPES for match in shape.finditer(text)]
    matches.sort(key=lambda match: (match.start(), -match.end()))
    singles: list[PrintedDate] = []
    for match in matches:
        single = _single(match)
        if single and not (singles and single.start < singles[-1].end):
            singles.append(single)
    return singles


def _days_alone(text: str, others: list[PrintedDate]) -> Iterator[PrintedDate]:
    for match in DAY_ALONE.finditer(text):
        is_part = any(one.start < match.end() and match.start() < one.end for one in others)
        if not is_part and 1 <= int(match["day"]) <= 31:
            yield _printed(match, None, None, int(match["day"]))


def weekdays(text: str) -> list[tuple[int, int, int]]:
    """Weekdays named in `text` as (weekday, start, end); Monday is 0."""
    found = []
    for pattern in WEEKDAY.values():
        for match in pattern.finditer(text):
            found.append((_weekday_number(match), *match.span()))
    return sorted(found, key=lambda one: one[1])


def _weekday_number(match) -> int:
    if match.re is WEEKDAY["en"]:
        names = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
        return names.index(match[0].lower())
    return match.lastindex - 1


def _single(match) -> PrintedDate | None:
    parts = match.groupdict()
    if "one" in parts:
        parts |= _day_and_month(int(parts["one"]), int(parts["other"]))
    year, month, day = (_number(parts.get(name)) for name in ("year", "month", "day"))
    if month is None or not 1 <= month <= 12 or (parts.get("day") and not day):
        return None
    return _printed(match, year, month, day)


def _day_and_month(one: int, other: int) -> dict:
    """15/05 is the 15th of May; 05/06 may be either and is left to the editor."""
    if one != other and max(one, other) <= 12:
        return {"day": None, "month": None}
    return {"day": str(max(one, other)), "month": str(min(one, other))}


def _printed(match, year, month, day) -> PrintedDate:
    return PrintedDate(match[0], match.start(), match.end(), year, month, day)


def _number(text: str | None) -> int | None:
    """A number in digits, Chinese numerals or a month's name; None for none."""
    if not text:
        return None
    named = MONTH_NUMBERS.get(text.strip(". ").lower())
    if named or text.isdecimal():
        return named or int(text)
    if "十" in text:
        tens, _, ones = text.partition("十")
        tens, ones = HAN_DIGITS.get(tens, "1"), HAN_DIGITS.get(ones, "0")
        return int(tens + ones)
    digits = "".join(HAN_DIGITS.get(sign, sign) for sign in text)
    return int(digits) if digits.isdecimal() else None


def _spans(text: str, singles: list[PrintedDate]) -> Iterator[PrintedDate]:
    """Join what belongs to one span of days: “May 13 to 16”, “August 30 to September 4”."""
    waiting = None
    for single in singles:
        if waiting and _joined(text, waiting, single):
            yield _span(waiting, single)
            waiting = None
            continue
        if waiting:
            yield _short_span(text, waiting)
        waiting = single
    if waiting:
        yield _short_span(text, waiting)


def _joined(text, first, second) -> bool:
    are_days = first.month and first.day and second.month and second.day
    return bool(are_days and JOINS.fullmatch(text, first.end, second.start))


def _span(first, last) -> PrintedDate:
    """One date from `first` to `last`; a year printed once counts for both."""
    turns = (last.month, last.day) < (first.month, first.day)
    first_year = first.year or (last.year and last.year - turns)
    last = replace(last, year=last.year or (first.year and first.year + turns))
    return replace(first, year=first_year, end=last.end, last=last)


def _short_span(text: str, single: PrintedDate) -> PrintedDate:
    if not single.day or single.month is None:
        return single
    after = RANGE_AFTER.match(text, single.end)
    if after and single.day < int(after["last"]):
        year = int(after["year"]) if after["year"] else single.year
        last = replace(single, day=int(after["last"]), year=year, end=after.end())
        return _span(replace(single, year=year), last)
    before_from = max(0, single.start - LOOK_BACK)
    for pattern in RANGES:
        before = pattern.search(text[before_from : single.start])
        if before and 0 < int(before["first"]) < single.day:
            start = before_from + before.start()
            first = replace(single, day=int(before["first"]), start=start)
            return _span(first, single)
    return single


def _exists(found: PrintedDate) -> bool:
    """2024 is a leap year: it stands in where no year is printed."""
    try:
        parse(found.edtf(2024, 1))
    except EdtfError:
        return False
    return True


def _weekday_beside(text: str, found: PrintedDate) -> int | None:
    before = text[max(0, found.start - NEAR_WEEKDAY) : found.start]
    near_before = [one for one in weekdays(before) if _only_joints(before[one[2] :])]
    after = text[found.end : found.end + NEAR_WEEKDAY]
    near_after = [one for one in weekdays(after) if _only_joints(after[: one[1]])]
    near = near_before[-1:] or near_after[:1]
    return near[0][0] if near else None


def _only_joints(text: str) -> bool:
    return not text.strip(" ,.()（）،-\n").removeprefix("the").removeprefix("کو").strip()
