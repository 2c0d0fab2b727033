"""Writing an EDTF date out for readers."""

from .date_words import DISPLAY
from .edtf import SEASONS, Edtf, Point, parse


def display(edtf: Edtf | str, language: str = "en") -> str:
    """`edtf` in words, as “13–16 May 2024” or “about 4 September 2025”.

    `language` is a BCP 47 code; English serves those not in DISPLAY. Raises EdtfError for a
    text that is no date.
    """
    read = parse(edtf) if isinstance(edtf, str) else edtf
    words = DISPLAY.get(language.lower(), DISPLAY["en"])
    if read.form == "one_of":
        return _one_of(read.points, words)
    if read.form == "interval":
        return _interval(*read.points, words)
    return _point(read.points[0], words)


def _point(point: Point, words: dict) -> str:
    written = _bare(point, words)
    pattern = {"~": "about", "?": "uncertain", "%": "both"}.get(point.mark)
    return words[pattern].format(date=written) if pattern else written


def _bare(point: Point, words: dict) -> str:
    year, month, day = point.year, point.month, point.day
    if year.endswith("XX"):
        return words["century"].format(first=_year(year, "0"), last=_year(year, "9"))
    if year.endswith("X"):
        return words["decade"].format(year=_year(year, "0"))
    year = _year(year)
    if not month:
        return words.get("year", "{year}").format(year=year)
    if month == "XX":
        return words["month_unknown"].format(year=year)
    if month in SEASONS:
        season = words["seasons"][int(month) - 21]
        return words["season"].format(season=season, year=year)
    name = words["months"][int(month) - 1]
    if day == "XX":
        return words["day_unknown"].format(month=name, year=year)
    if day:
        return words["day"].format(day=int(day), month=name, year=year)
    return words["month"].format(month=name, year=year)


def _year(year: str, digit: str = "0") -> int:
    return int(year.replace("X", digit))


def _interval(first: Point | None, last: Point | None, words: dict) -> str:
    if first is None:
        return words["or_earlier"].format(date=_point(last, words))
    if last is None:
        return words["or_later"].format(date=_point(first, words))
    if _plain_days(first, last) and first.year == last.year:
        return _days(first, last, words)
    return words["span"].format(first=_point(first, words), last=_point(last, words))


def _days(first: Point, last: Point, words: dict) -> str:
    """Two days of one year, written without saying the year, or month, twice."""
    month, month2 = (words["months"][int(point.month) - 1] for point in (first, last))
    day, day2, year = int(first.day), int(last.day), _year(first.year)
    if first == last:
        return _bare(first, words)
    if month == month2:
        return words["days"].format(first=day, last=day2, month=month, year=year)
    return words["days_of_year"].format(day=day, month=month, day2=day2, month2=month2, year=year)


def _one_of(points: tuple[Point, ...], words: dict) -> str:
    if _plain_days(*points) and len({point[:2] for point in points}) == 1:
        days = words["or"].join(str(int(point.day)) for point in points)
        month = words["months"][int(points[0].month) - 1]
        return words["days_or"].format(days=days, month=month, year=_year(points[0].year))
    return words["or"].join(_point(point, words) for point in points)


def _plain_days(*points: Point) -> bool:
    return all(point.day.isdigit() and not point.mark for point in points)
