"""The six dates of a page, each with what it rests on; None where the page does not hold it."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from diplomacy.text import dates
from diplomacy.text.dates import PrintedDate
from diplomacy.text.paragraphs import sentences

from .. import debris
from .dating_words import (
    ANNOUNCING,
    DISTANT,
    ISSUED,
    MEETING,
    NOT_THE_MEETING,
    PUBLISHED_LINE,
    TODAY,
    UPDATED_LINE,
    VISIT,
)
from .guesses import Guess, snippet
from .years import NEAR_CRAWL, day_of, infer_year, years_named

DONE = re.compile(
    r"\(?(?:(?:done|issued|signed|adopted|agreed)\b)?\s*(?:(?:at|in)\s+)?(?:[A-Z][\w’'-]*\s?){0,3}"
    r"[,，،]?\s*(?:on|the)?\s*[.。)]?|[\u3400-\u9fff]{2,4}[，,]?|(?:于|於)[\u3400-\u9fff]{2,4}",
    re.IGNORECASE,
)
"""What may stand with the day under a joint text: the city, or “Done at …”."""
DATE_IN_ADDRESS = re.compile(r"/(20\d\d)[/-]?(\d\d)[/-]?(\d\d)(?=[/.-]|$)")


@dataclass(frozen=True)
class Circumstances:
    """What dating looks at: lines and text of one page, already parted."""

    dateline: object | None
    removed: list
    dated_lines: list[str]
    facts: dict[str, str]
    paragraphs: list[str]
    title: str = ""
    is_own_paper: bool = False
    """A release on its issuer's letterhead: its dateline is the issuer's own."""


def find_dates(page: Circumstances) -> tuple[dict[str, Guess], list[str]]:
    """Guesses by role, and warnings for the editor."""
    guesses: dict[str, Guess] = {}
    warnings: list[str] = []
    _put(guesses, "retrieved", _crawl_date(page))
    _put(guesses, "published", _publication_date(page))
    _put(guesses, "dateline", _dateline_date(page, guesses, warnings))
    anchor = _anchor(guesses)
    _put(guesses, "release", _release_date(page, anchor))
    _put(guesses, "event", _event_date(page, anchor, guesses, warnings))
    _put(guesses, "visit", _visit_dates(page, anchor))
    _put(guesses, "document", _document_date(page) or _date_on_own_paper(page, guesses))
    warnings += _weekday_warnings(page)
    return guesses, warnings


def _put(guesses: dict[str, Guess], role: str, guess: Guess | None) -> None:
    if guess:
        guesses[role] = guess


def _crawl_date(page: Circumstances) -> Guess | None:
    for line in page.removed:
        if line.reason == debris.CRAWL:
            for found in dates.find(line.text):
                if found.value:
                    return Guess(found.value, line.text, "printed", found.printed)
    return None


def _publication_date(page: Circumstances) -> Guess | None:
    lines = [line.text for line in page.removed if line.reason in (debris.LINE, debris.TAGS)]
    labelled = [line for line in lines if PUBLISHED_LINE.match(line)]
    others = [line for line in (*lines, *page.dated_lines) if not UPDATED_LINE.match(line)]
    for line in (*labelled, *others):
        for found in dates.find(line):
            if found.value and not found.last:
                return Guess(found.value, line, "printed", found.printed)
    stated = page.facts.get("published", "")[:10]
    for found in dates.find(stated):
        if found.value:
            return Guess(found.value, "publication date named by the page's own data", "printed")
    in_address = DATE_IN_ADDRESS.search(page.facts.get("url", ""))
    for found in dates.find("-".join(in_address.groups())) if in_address else ():
        return Guess(found.value, page.facts["url"], "inferred", in_address[0])
    return None


def _dateline_date(page, guesses: dict[str, Guess], warnings: list[str]) -> Guess | None:
    dateline = page.dateline
    if dateline is None or dateline.date is None:
        return None
    found: PrintedDate = dateline.date
    if found.value:
        return Guess(found.value, dateline.printed, "printed", found.printed)
    year, why = infer_year(found, page, guesses)
    if year is None:
        warnings.append(f"The dateline “{dateline.printed}” prints no year, and {why}.")
        return None
    return Guess(
        found.edtf(year), f"{dateline.printed}; year from {why}", "inferred", found.printed
    )


def _anchor(guesses: dict[str, Guess]) -> date | None:
    """The day from which “on Sunday”, “today” and dates without a year are counted."""
    return day_of(guesses.get("dateline")) or day_of(guesses.get("published"))


def _release_date(page, anchor: date | None) -> Guess | None:
    for sentence in _sentences(page.paragraphs):
        issued = ISSUED.search(sentence)
        if issued:
            guess = _day_in(sentence[issued.start() :], anchor, sentence)
            if guess:
                return guess
    return None


def _event_date(page, anchor, guesses: dict[str, Guess], warnings: list[str]) -> Guess | None:
    for sentence in _sentences([page.title, *page.paragraphs]):
        meeting = MEETING.search(sentence)
        if not meeting or NOT_THE_MEETING.search(sentence):
            continue
        guess = _meeting_day(sentence, meeting, anchor, partial(_by_crawl_date, page, guesses))
        if guess:
            return guess
    release = guesses.get("release")
    if release and any(MEETING.search(paragraph) for paragraph in page.paragraphs[:4]):
        warnings.append(
            "The day of the meeting is not printed: it is taken from the day the read-out was "
            "issued. Please check."
        )
        return Guess(release.value, release.evidence, "inferred", release.printed)
    return None


def _meeting_day(sentence: str, meeting: re.Match, anchor: date | None, near) -> Guess | None:
    """The day of this meeting: what stands in the sentence, but not the span of a visit.

    `near` dates one printed in part where the page has no dateline to count from.
    """
    found = [one for one in dates.find(sentence) if one.day and not _is_visit(sentence, one)]
    found = [one for one in found if not ANNOUNCING.match(sentence, one.end)]
    for one in sorted(found, key=lambda one: abs(one.start - meeting.start())):
        guess = _counted(one, anchor, sentence) if one.value or anchor else near(one, sentence)
        if guess:
            return guess
    if dates.find(sentence):
        return None
    clause = ISSUED.split(sentence)[0]
    if DISTANT.search(clause):
        return None
    return _day_in(clause, anchor, sentence)


def _by_crawl_date(page, guesses, found: PrintedDate, sentence: str) -> Guess | None:
    """A date printed in part, from the crawl date: the same day or month within a month of it."""
    crawled = day_of(guesses.get("retrieved"))
    if not crawled or found.last:
        return None
    candidates = [
        found.falls_on(year) for year in (crawled.year - 1, crawled.year, crawled.year + 1)
    ]
    if found.month is None:
        days = (crawled - timedelta(days=back) for back in range(-1, 10))
        candidates = [day for day in days if day.day == found.day]
    close = [day for day in candidates if day and abs(day - crawled) <= NEAR_CRAWL]
    named = years_named(page)
    if len(close) != 1 or (named and max(named) < close[0].year - 1):
        return None
    evidence = f"{snippet(sentence, found.start, found.end)}; crawl date {crawled}"
    return Guess(close[0].isoformat(), evidence, "inferred", found.printed)


def _is_visit(sentence: str, found: PrintedDate) -> bool:
    return bool(found.last and VISIT.search(sentence))


def _counted(found: PrintedDate, anchor: date | None, sentence: str) -> Guess:
    evidence = snippet(sentence, found.start, found.end)
    if found.value:
        return Guess(found.value, evidence, "printed", found.printed)
    year, month = anchor.year, found.month or anchor.month
    day = found.falls_on(year)
    if day and day - anchor > timedelta(days=183):
        year -= 1
    if day and anchor - day > timedelta(days=183):
        year += 1
    return Guess(found.edtf(year, month), evidence, "inferred", found.printed)


def _day_in(clause: str, anchor: date | None, sentence: str) -> Guess | None:
    """A date, a weekday or “today” in a clause, counted back from `anchor`."""
    for found in dates.find(clause):
        if found.day and (found.value or anchor):
            return _counted(found, anchor, clause)
    if anchor is None:
        return None
    named = dates.weekdays(clause)
    if named:
        weekday, start, end = named[0]
        day = anchor - timedelta(days=(anchor.weekday() - weekday) % 7)
        return Guess(day.isoformat(), snippet(sentence), "inferred", clause[start:end])
    today = TODAY.search(clause)
    if today:
        return Guess(anchor.isoformat(), snippet(sentence), "inferred", today[0])
    return None


def _visit_dates(page, anchor: date | None) -> Guess | None:
    for sentence in _sentences(page.paragraphs[:6]):
        for found in dates.find(sentence):
            if _is_visit(sentence, found) and (found.value or anchor):
                return _counted(found, anchor, sentence)
    return None


def _document_date(page) -> Guess | None:
    """The date a text gives itself: alone, or with a city, on one of its last lines."""
    for paragraph in page.paragraphs[-2:]:
        found = dates.find(paragraph)
        if len(found) != 1 or not found[0].value:
            continue
        rest = paragraph[: found[0].start] + paragraph[found[0].end :]
        if DONE.fullmatch(rest.strip()):
            return Guess(found[0].value, paragraph, "printed", found[0].printed)
    return None


def _date_on_own_paper(page, guesses: dict[str, Guess]) -> Guess | None:
    """City and day under a letterhead date what is written on it."""
    dateline = guesses.get("dateline")
    return dateline if page.is_own_paper and dateline and dateline.basis == "printed" else None


def _weekday_warnings(page) -> list[str]:
    warnings = []
    for found in dates.find("\n".join(page.paragraphs)):
        day = found.falls_on()
        if day and found.weekday is not None and day.weekday() != found.weekday:
            warnings.append(
                f"The page prints “{found.printed}” with a weekday that does not fit: "
                f"{day} was a {day:%A}."
            )
    return warnings


def _sentences(paragraphs: list[str]):
    for paragraph in paragraphs:
        yield from sentences(paragraph)
