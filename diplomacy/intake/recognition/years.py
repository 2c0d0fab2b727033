"""The year of a date that is printed without one: from other evidence on the page, or none."""

from datetime import date, timedelta

from diplomacy.text import dates
from diplomacy.text.dates import PrintedDate

from .dating_words import YEAR_NAMED
from .guesses import Guess

NEAR_CRAWL = timedelta(days=31)
NEAR_PRINTED = timedelta(days=45)
WEEK = timedelta(days=7)


def infer_year(found: PrintedDate, page, guesses: dict[str, Guess]) -> tuple[int | None, str]:
    """The year of a date printed without one, from other evidence in the page, and which.

    Evidence: the date of publication (within a week), a full date in the text (within 45 days),
    the crawl date (within 31 days, or any time before if the text's latest year agrees), and a
    weekday together with a year the text names. Strong evidence that disagrees decides nothing.
    """
    strong = {**_by_publication(found, guesses), **_by_full_dates(found, page)}
    strong = strong or _by_crawl(found, page, guesses)
    strong = strong or _by_weekday(found, page)
    if len(strong) == 1:
        return next(iter(strong.items()))
    if strong:
        return None, f"the page points to several: {', '.join(map(str, sorted(strong)))}"
    return None, "nothing else on the page shows it"


def _by_publication(found, guesses) -> dict[int, str]:
    day = day_of(guesses.get("published"))
    return _years_near(found, [day] if day else [], WEEK, "the date of publication")


def _by_full_dates(found, page) -> dict[int, str]:
    text = "\n".join(page.paragraphs[:12])
    days = [one.falls_on() for one in _with_ends(dates.find(text)) if one.year]
    near = [day for day in days if day]
    years = _years_near(found, near, NEAR_PRINTED, "a full date in the text")
    if len(years) > 1:
        # A text looks back at earlier meetings more often than ahead: the latest near one counts.
        latest = max(years)
        return {latest: years[latest]}
    return years


def _with_ends(found: list[PrintedDate]) -> list[PrintedDate]:
    return [part for one in found for part in (one, one.last) if part and not part.last]


def _by_crawl(found, page, guesses) -> dict[int, str]:
    crawled = day_of(guesses.get("retrieved"))
    if not crawled:
        return {}
    candidates = [
        found.falls_on(year) for year in (crawled.year + 1, crawled.year, crawled.year - 1)
    ]
    day = next((one for one in candidates if one and one <= crawled + timedelta(days=1)), None)
    if day is None:
        return {}
    named = {year for year in years_named(page) if year <= crawled.year}
    agrees = bool(named) and max(named) == day.year
    contradicts = bool(named) and max(named) < day.year - 1
    if agrees or (crawled - day <= NEAR_CRAWL and not contradicts):
        return {day.year: f"the crawl date {crawled}"}
    return {}


def _by_weekday(found, page) -> dict[int, str]:
    """“on Thursday” in the opening fits the dateline's day, or the day before, in few years."""
    opening = " ".join(page.paragraphs[:3])
    weekdays = {weekday for weekday, _, _ in dates.weekdays(opening)}
    fitting = {}
    for year in years_named(page):
        day = found.falls_on(year)
        if day and weekdays & {day.weekday(), (day - timedelta(days=1)).weekday()}:
            fitting[year] = "the weekday and a year named in the text"
    return fitting


def years_named(page) -> set[int]:
    """Years the text names as passing or past; plans such as 2025-2029 are left out."""
    text = "\n".join([page.title, *page.paragraphs])
    return {int(match["year"]) for match in YEAR_NAMED.finditer(text)}


def _years_near(found, days: list[date], within: timedelta, why: str) -> dict[int, str]:
    years = {}
    for day in days:
        for year in (day.year - 1, day.year, day.year + 1):
            candidate = found.falls_on(year)
            if candidate and abs(candidate - day) <= within:
                years[year] = f"{why} ({day})"
    return years


def day_of(guess: Guess | None) -> date | None:
    if guess is None:
        return None
    read = dates.parse(guess.value)
    return read.earliest if read.earliest == read.latest else None
