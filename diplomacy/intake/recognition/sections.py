"""Headings inside a text, and the numbers printed before its paragraphs."""

import re
from collections.abc import Iterable

from ..cleaning import Cleaned, Line
from .head import SENTENCE_END, is_only_a_date
from .ordinals import han_number

HEADING_LENGTH = 80
"""Characters a heading has at most; a line that is longer is a paragraph."""
HEADING_WORDS = 12
GOES_ON = re.compile(r"[:：;；,，、،؛…—–-][\"”’)）]*\s*$")
SPEAKER = re.compile(r"(?:q|a|question|answer|问|答|سوال|جواب)\s*[:：]", re.IGNORECASE)
OPENS_WITH_A_WORD = re.compile(r"[(（《“\"]?[^\W_a-z]")
"""A list's dash or a sentence that goes on in small letters is no heading."""
NUMBERED_HEADING = re.compile(
    r"(?:[IVXLC]{1,5}|[A-H]|\d{1,2})[.)]\s+\S|\d{1,2}(?:\.\d{1,2})+\.?\s+\S|"
    r"[（(]?[一二三四五六七八九十]{1,3}[)）、.．]\s*\S|第[一二三四五六七八九十]{1,3}[部章节節]|"
    r"[۰-۹]{1,2}[۔.)]\s*\S"
)

ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
NUMBER = re.compile(
    r"(?P<open>[(（]?)(?P<number>(?P<digits>\d{1,3})|(?P<han>[一二三四五六七八九十]{1,3})|"
    r"(?P<roman>[ivxlc]{1,7}|[IVXLC]{1,7}))(?P<close>[.．](?!\d)|[)）、۔])\s*(?=\S)"
)
FEWEST_NUMBERED = 3


def take_headings(cleaned: Cleaned) -> dict[int, str]:
    """Take headings from among the kept lines: what each heads, counted from 1, and its words.

    A heading stands between two paragraphs. Several short lines in a row are a list, but a
    numbered heading may hold one more.
    """
    headings: dict[int, str] = {}
    kept: list[Line] = []
    waiting: list[Line] = []
    for line in cleaned.kept:
        if _is_heading(line.text, is_first=not (kept or waiting)):
            waiting.append(line)
            continue
        if _are_headings(waiting, line):
            headings[len(kept) + 1] = " – ".join(one.text for one in waiting)
        else:
            kept += waiting
        kept.append(line)
        waiting = []
    cleaned.kept = kept + waiting
    return headings


def _is_heading(text: str, is_first: bool) -> bool:
    if len(text) > HEADING_LENGTH or len(text.split()) > HEADING_WORDS:
        return False
    if SENTENCE_END.search(text) or GOES_ON.search(text) or is_only_a_date(text):
        return False
    if NUMBERED_HEADING.match(text):
        return True
    return bool(not is_first and OPENS_WITH_A_WORD.match(text) and not SPEAKER.match(text))


def _are_headings(lines: list[Line], following: Line) -> bool:
    is_numbered = [bool(NUMBERED_HEADING.match(line.text)) for line in lines]
    is_paragraph = SENTENCE_END.search(following.text) or len(following.text) > HEADING_LENGTH
    return bool(is_paragraph) and (len(lines) == 1 or is_numbered == [True, False])


def numbered(paragraphs: list[str]) -> list[tuple[str, str]]:
    """(number as printed, text) of each paragraph.

    Numbers count only where those of one style run from one on through the whole page; else
    they are words of the text.
    """
    matches = [NUMBER.match(paragraph) for paragraph in paragraphs]
    style = _running_style(match for match in matches if match)
    return [
        (match["number"], paragraph[match.end() :])
        if match and style and _style(match) == style
        else ("", paragraph)
        for match, paragraph in zip(matches, paragraphs, strict=True)
    ]


def _running_style(matches: Iterable[re.Match]) -> tuple | None:
    """The style whose numbers are one, two, three and so on; the longest row if several are."""
    values: dict[tuple, list[int]] = {}
    for match in matches:
        values.setdefault(_style(match), []).append(_value(match))
    running = [
        (len(row), style)
        for style, row in values.items()
        if len(row) >= FEWEST_NUMBERED and row == list(range(1, len(row) + 1))
    ]
    return max(running)[1] if running else None


def _style(match: re.Match) -> tuple:
    kind = next(name for name in ("digits", "han", "roman") if match[name])
    return kind, match["open"], match["close"]


def _value(match: re.Match) -> int:
    if match["digits"]:
        return int(match["digits"])
    if match["han"]:
        return han_number(match["han"]) or 0
    values = [ROMAN[letter] for letter in match["roman"].lower()]
    return sum(
        -value if value < following else value
        for value, following in zip(values, [*values[1:], 0], strict=True)
    )
