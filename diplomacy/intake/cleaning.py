"""What of a page is its text, and what is not: nothing is lost, every removed line has a reason."""

import re
from dataclasses import dataclass, field

from diplomacy.text import paragraphs
from diplomacy.text.normalise import clean, fold

from . import debris
from .breadcrumbs import split_crumbs

HEADLINE_LENGTH = 160
HEADER_LINES = 3
"""Lines at the top among which a crawler's header may stand."""
REPEATED_LENGTH = 30
"""A line so long that stands twice on a page is one of its copies."""
WRAPPED_LENGTH = 45
"""Lines of a paragraph broken at the right margin are at least so long."""
SENTENCE_END = re.compile(r"[.!?。！？۔؟…”\"’)）]\s*$")


@dataclass(frozen=True)
class Line:
    """A paragraph kept, or a line taken out with its reason; `order` is its place in the page."""

    order: int
    text: str
    reason: str = ""


@dataclass
class Cleaned:
    """The paragraphs of a page and what was taken out of it, both in the page's order."""

    kept: list[Line] = field(default_factory=list)
    removed: list[Line] = field(default_factory=list)

    @property
    def paragraphs(self) -> list[str]:
        """The kept paragraphs' words."""
        return [line.text for line in self.kept]

    def take_out(self, line: Line, reason: str) -> None:
        """Move a kept paragraph to what was removed."""
        self.kept.remove(line)
        self.removed.append(Line(line.order, line.text, reason))
        self.removed.sort(key=lambda one: one.order)


def clean_page(text: str, dropped: tuple[str, ...] = ()) -> Cleaned:
    """Part the page's text into paragraphs and debris.

    `dropped` are lines a reader has already set apart as navigation. Raises ValueError for a
    NUL character.
    """
    cleaned = Cleaned()
    blocks = _blocks(clean(text))
    order = 0
    in_list = False
    seen: set[str] = set()
    for block in blocks:
        kept_lines = []
        for printed in block:
            order += 1
            line = _without_crawl_date(printed, order, cleaned)
            reason = _reason(line, in_list) or (debris.REPEATED if line in seen else "")
            if reason:
                in_list = reason == debris.POPULAR
                cleaned.removed.append(Line(order, line, reason))
            elif line:
                in_list = False
                kept_lines.append(Line(order, _without_markers(line, order, cleaned)))
                seen.update([line] if len(line) >= REPEATED_LENGTH else [])
        cleaned.kept += _joined([line for line in kept_lines if line.text])
    _split_breadcrumbs(cleaned)
    cleaned.removed += [
        Line(order + n, line, debris.NAV) for n, line in enumerate(dropped, 1) if line.strip()
    ]
    cleaned.removed.sort(key=lambda one: one.order)
    return cleaned


def _blocks(text: str) -> list[list[str]]:
    """Lines grouped into paragraphs: by blank lines where there are any, else one by one."""
    text = text.strip("\n")
    if paragraphs.BLANK_LINE.search(text):
        parts = paragraphs.BLANK_LINE.split(text)
    else:
        parts = text.split("\n")
    blocks = ([" ".join(line.split()) for line in part.split("\n")] for part in parts)
    return [[line for line in block if line] for block in blocks if any(block)]


def _reason(line: str, in_list: bool) -> str:
    """Why this line is not part of the text; empty if it is."""
    folded = fold(line).strip()
    if not line:
        return ""
    if not any(sign.isalnum() or sign == "©" for sign in folded):
        return debris.NAV
    for row in debris.ROWS:
        if row.matches(folded):
            return row.reason
    is_headline = len(line) <= HEADLINE_LENGTH and not SENTENCE_END.search(line)
    return debris.POPULAR if in_list and is_headline else ""


def _without_crawl_date(line: str, order: int, cleaned: Cleaned) -> str:
    """A crawler puts its date before the first words of a page, on their line."""
    header = debris.CRAWL_PREFIX.match(line) if order <= HEADER_LINES else None
    if not header:
        return line
    cleaned.removed.append(Line(order, header[0].strip(), debris.CRAWL))
    return line[header.end() :].strip()


def _joined(lines: list[Line]) -> list[Line]:
    """Lines of one block: one paragraph if a paragraph was broken over them, else one each."""
    broken = [line for line in lines[:-1] if not SENTENCE_END.search(line.text)]
    long_enough = all(len(line.text) >= WRAPPED_LENGTH for line in lines[:-1])
    if len(lines) > 1 and long_enough and len(broken) * 2 > len(lines) - 1:
        return [Line(lines[-1].order, " ".join(line.text for line in lines))]
    return lines


def _without_markers(line: str, order: int, cleaned: Cleaned) -> str:
    for marker in debris.INLINE.findall(line):
        cleaned.removed.append(Line(order, marker.strip(), debris.ADVERT))
    return " ".join(debris.INLINE.sub(" ", line).split())


def _split_breadcrumbs(cleaned: Cleaned) -> None:
    """Take breadcrumbs off the first lines: alone, or glued to the title that follows."""
    head = cleaned.kept[:4]
    for place, line in enumerate(head):
        following = [other.text for other in head[place + 1 :]]
        crumbs, rest = split_crumbs(line.text, following)
        if not crumbs:
            continue
        cleaned.kept.remove(line)
        cleaned.removed.append(Line(line.order, crumbs, debris.BREADCRUMB))
        if rest and rest not in following:
            cleaned.kept.insert(place, Line(line.order, rest))
            cleaned.kept.sort(key=lambda one: one.order)
        elif rest:
            cleaned.removed.append(Line(line.order, rest, debris.REPEATED_TITLE))
        return
