"""The top of a page: its title, byline, dateline, and lines that say what it is."""

# ruff: noqa: E501  a pattern broken over lines is harder to read than a long one

import re
from dataclasses import dataclass, field

from diplomacy.text import dates
from diplomacy.text.normalise import fold, fold_name

from .. import debris
from ..cleaning import Cleaned, Line
from ..received import Received
from .agencies import DESKS
from .datelines import Dateline, find_dateline, place_and_day
from .guesses import Guess
from .letterhead import GOVERNMENT, is_letterhead

HEAD_LINES = 8
BODY_LENGTH = {True: 40, False: 90}
"""From how many characters on a full sentence is body, by whether it is Chinese."""
FEWEST_WORDS = {True: 15, False: 8}
"""Words (or Chinese signs) from which on a line that ends with a full stop is a sentence."""
LONG = 260
HAN = re.compile(r"[\u3400-\u9fff]")
SENTENCE_END = re.compile(r"[.!?。！？۔؟][\"”’)）]*\s*$")
FULL_STOP = re.compile(r"(?<![A-Z])[.。۔][\"”’)）]*\s*$")
NUMBERED = re.compile(r"\(?(?:\d{1,2}|[ivx]{1,4})[.)、]\s")
DASH = re.compile(r"^[—–-]+\s*")
BYLINE = re.compile(
    r"(?:by|written by|author(?:ed by)?|作者|文|تحریر|مصنف|از قلم)\s*(?:[:：/|｜]\s*|\s+(?=[A-Z]))"
    r"(?P<name>\S.{1,150})",
    re.IGNORECASE,
)
BYLINE_ENDS = re.compile(
    r"\s*(?:\||•|·\s|\b(?:Published|Updated|Posted)\b|\bon\s+(?=\w+ \d)|\s[-–—]\s).*$"
)
HAN_BYLINE = re.compile(
    r"(?P<outlet>[\u3400-\u9fff]{2,8})[／/|｜\s]+(?:记者|記者)\s*(?P<name>[\u3400-\u9fff、]{2,16}?)"
    r"(?:[／/|｜\s].{0,12})?"
)
AUTHOR_NOTE = re.compile(
    r"[(（*—–-]*\s*(?:(?:the |this )?(?:writer|author|columnist)s? (?:is|are|was|works|serves|can be)\b|"
    r"(?:本文)?作者(?:系|为|為|是)|(?:مصنف|مصنفہ|کالم نگار|مضمون نگار)\s)",
    re.IGNORECASE,
)
LABEL = re.compile(
    r"(?:press release|media release|pr\.? ?no\b.*|no\. ?\d[\d/ -]*|press statement|statement|transcript|"
    r"opinion|op-?ed|editorial|analysis|commentary|column|interview|exclusive|read-?out|news|"
    r"(?:official )?full text|text of the statement|for immediate release|"
    rf"{GOVERNMENT}|office of the spokes[a-z]+|spokes[a-z]+'s office|islamabad|"
    r"beijing|新闻稿|全文|社论|评论|专访|署名文章|发言人谈话|حکومت پاکستان|پریس ریلیز|اداریہ|کالم|انٹرویو)",
)


@dataclass
class Head:
    """What the top of a page says; lines taken up here are no longer paragraphs."""

    title: Guess | None = None
    is_subtitle: bool = False
    byline: Guess | None = None
    outlet: str = ""
    author_note: str = ""
    dateline: Dateline | None = None
    dateline_in_text: bool = False
    labels: list[str] = field(default_factory=list)
    letterhead: str = ""
    """The issuer's name as printed above the text, where the page is on its own paper."""
    dated_lines: list[str] = field(default_factory=list)


def read_head(cleaned: Cleaned, received: Received, known_places=frozenset()) -> Head:
    """Read the top of the page, and the author's note at its end."""
    head = Head()
    lines, body = _above_the_text(cleaned.kept, known_places)
    lines = _read_letterhead(lines, head, cleaned, known_places)
    titles = [line for line in lines if not _sort_line(line, head, cleaned)]
    _choose_title(titles, head, cleaned, received)
    if body and not head.dateline:
        head.dateline = find_dateline(body.text, known_places)
        head.dateline_in_text = head.dateline is not None
    if head.dateline and head.dateline.credits:
        head.letterhead = ""
    _read_author_note(head, cleaned)
    if head.dateline and head.dateline.reporter and not head.byline:
        head.byline = Guess(head.dateline.reporter, head.dateline.printed)
    if not head.byline and received.facts.get("author"):
        head.byline = Guess(received.facts["author"], "author named by the page's own data")
    return head


def _above_the_text(kept: list[Line], known_places) -> tuple[list[Line], Line | None]:
    for place, line in enumerate(kept[: HEAD_LINES + 1]):
        if is_body(line.text, known_places):
            return kept[:place], line
    # A page without one full sentence near its top has no head to speak of but its first line.
    return (kept[:1], kept[1]) if len(kept) > 1 else ([], kept[0] if kept else None)


def is_body(text: str, known_places=frozenset()) -> bool:
    """Whether a line is part of the text proper rather than a title, byline or label."""
    if BYLINE.match(text):
        return False
    is_chinese = len(HAN.findall(text)) * 2 > len(text)
    ends = bool(SENTENCE_END.search(text))
    dateline = find_dateline(text, known_places)
    if dateline:
        # “Agency, Beijing, 5 January / Joint Statement”: a title may follow a dateline too.
        rest = len(text) - dateline.end
        return rest >= BODY_LENGTH[is_chinese] or (ends and rest >= BODY_LENGTH[is_chinese] // 2)
    if NUMBERED.match(text) and ends:
        return True
    words = len(HAN.findall(text)) if is_chinese else len(text.split())
    if FULL_STOP.search(text) and words >= FEWEST_WORDS[is_chinese]:
        return True
    return len(text) > LONG or (ends and len(text) >= BODY_LENGTH[is_chinese])


def _sort_line(line: Line, head: Head, cleaned: Cleaned) -> bool:
    """Take up a byline, date or label; False for what may be a title."""
    byline = BYLINE.fullmatch(line.text)
    if byline and not head.byline:
        head.byline = Guess(BYLINE_ENDS.sub("", byline["name"]).strip(" ,"), line.text)
        head.dated_lines.append(line.text)
        cleaned.take_out(line, debris.BYLINE)
        return True
    byline = HAN_BYLINE.fullmatch(line.text)
    if byline and not head.byline:
        head.byline = Guess(byline["name"], line.text)
        head.outlet = byline["outlet"]
        cleaned.take_out(line, debris.BYLINE)
        return True
    if is_only_a_date(line.text):
        head.dated_lines.append(line.text)
        cleaned.take_out(line, debris.LINE)
        return True
    if is_letterhead(line.text) or LABEL.fullmatch(fold(line.text).strip(" *:.-#()")):
        head.labels.append(line.text)
        cleaned.take_out(line, debris.LABEL)
        return True
    return False


def _read_letterhead(lines: list[Line], head: Head, cleaned: Cleaned, known_places) -> list[Line]:
    """Under a letterhead, a city and a day are where and when the issuer wrote; the other lines
    are given back."""
    head.letterhead = next((line.text for line in lines if is_letterhead(line.text)), "")
    for line in lines if head.letterhead else ():
        head.dateline = place_and_day(line.text, known_places)
        if head.dateline:
            cleaned.take_out(line, debris.DATELINE)
            return [other for other in lines if other is not line]
    return lines


def is_only_a_date(text: str) -> bool:
    """Whether the line holds nothing but a date, a weekday, a time or a city before them."""
    found = dates.find(text)
    if not found or found[0].is_partial:
        return False
    rest = text[: found[0].start] + text[found[0].end :]
    rest = re.sub(
        r"\d{1,2}:\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?|\b[A-Z]{3,4}\b|[|,.()/\s-]+", " ", rest
    )
    rest = re.sub(r"(?i)\b(?:mon|tues?|wednes|thurs?|fri|satur|sun)(?:day)?\b|星期.|ء", " ", rest)
    return len(rest.split()) <= 1 or fold_name(rest).strip() in DESKS


def _choose_title(lines: list[Line], head: Head, cleaned: Cleaned, received: Received) -> None:
    main = [line for line in lines if not DASH.match(line.text) and _is_long_enough(line.text)]
    chosen = next(iter(main or [line for line in lines if DASH.match(line.text)]), None)
    stated = received.facts.get("title") or received.facts.get("page_title")
    if chosen is None and stated:
        head.title = Guess(_without_outlet(stated, received), "title named by the page's own data")
        return
    if chosen is None:
        return
    head.is_subtitle = not main
    dateline = find_dateline(chosen.text)
    title = chosen.text[dateline.end :] if dateline else chosen.text
    head.dateline = dateline or head.dateline
    head.title = Guess(DASH.sub("", title).strip(), chosen.text)
    cleaned.take_out(chosen, debris.TITLE)
    for line in lines[: lines.index(chosen)]:
        cleaned.take_out(line, debris.NAV)
    for line in list(cleaned.kept[:3]):
        if fold(line.text) == fold(chosen.text):
            cleaned.take_out(line, debris.REPEATED_TITLE)


def _is_long_enough(text: str) -> bool:
    """A section's name is no title: that has three words, or six Chinese signs."""
    return len(text.split()) >= 3 or len(HAN.findall(text)) >= 6


def _without_outlet(title: str, received: Received) -> str:
    outlet = received.facts.get("outlet", "")
    parts = re.split(r"\s+[|–—-]\s+", title)
    if len(parts) > 1 and (not outlet or fold(parts[-1]) in fold(outlet) or len(parts[-1]) < 30):
        return title[: title.rindex(parts[-1])].rstrip(" |–—-")
    return title


def _read_author_note(head: Head, cleaned: Cleaned) -> None:
    for line in cleaned.kept[-3:]:
        if AUTHOR_NOTE.match(line.text):
            head.author_note = line.text
            cleaned.take_out(line, debris.AUTHOR)
            return
