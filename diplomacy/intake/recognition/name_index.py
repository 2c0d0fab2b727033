"""Finding known names in running text, in any script, in time that grows with the text alone.

Names are compared folded and without what stands between their parts, so that “Anwaar-ul-Haq”
is “Anwaar ul Haq” and no-break spaces, hyphens, middle dots and articles do not matter. Parts are
whole words; in Chinese, which has no spaces, every sign is a part.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from diplomacy.text.han import SIMPLIFIED
from diplomacy.text.normalise import fold_with_offsets

PART = re.compile(r"[\u3400-\u9fff]|[^\W_\u3400-\u9fff]+")
BETWEEN = re.compile(r"[ \t\xa0.,'’\"“”()&·・/‐-―-]{0,4}")
"""What may stand between two parts of one name."""
BETWEEN_PERSON = re.compile(r"[ \t\xa0.'’·・‐-―-]{0,3}")
ACRONYM_LENGTH = 6
ARTICLES = frozenset(["the"])
"""Words that do not count inside a name; “The Nation” keeps its first."""

NOT_NAMES = (
    "South China Sea", "East China Sea", "South China Morning Post", "Indian Ocean",
    "Bay of Bengal", "China Economic Net", "China Daily", "Air China", "印度尼西亚", "印度洋",
    "南中国海",
)  # fmt: skip
"""Names that hold the name of a country and do not mean it."""


@dataclass(frozen=True)
class Part:
    """A word (or Chinese sign) of a text: folded, and where it stands."""

    text: str
    start: int
    end: int


class Parts:
    """A text cut into parts once, for every search in it."""

    def __init__(self, text: str):
        self.text = text
        folded, offsets = fold_with_offsets(text)
        offsets.append(len(text))
        folded = folded.translate(SIMPLIFIED)
        self.parts = [
            Part(match[0], offsets[match.start()], offsets[match.end() - 1] + 1)
            for match in PART.finditer(folded)
        ]

    @cached_property
    def words(self) -> list[str]:
        return [part.text for part in self.parts]


@dataclass(frozen=True)
class Found:
    """A known name at ``text[start:end]``; `known` is a Known row."""

    known: object
    printed: str
    start: int
    end: int
    is_wrong: bool = False


@dataclass(frozen=True)
class _Entry:
    known: object
    text: str
    is_wrong: bool


class NameIndex:
    """Known forms by their folded letters, with every beginning of each, to stop early."""

    def __init__(self, known: Iterable):
        self._entries: dict[str, list[_Entry]] = {}
        self._beginnings: set[str] = set()
        for blocked in NOT_NAMES:
            self._add(None, blocked, False)
        for row in known:
            for form in row.all_forms:
                self._add(row, form.text, form.is_wrong)
            for wrong in _turned_round(row):
                self._add(row, wrong, True)

    def _add(self, known, text: str, is_wrong: bool) -> None:
        first, *rest = Parts(text).words or [""]
        key = first + "".join(word for word in rest if word not in ARTICLES)
        entries = self._entries.setdefault(key, [])
        # The first, right form of a row counts before a wrong one that folds alike.
        if key and all(entry.known is not known for entry in entries):
            entries.append(_Entry(known, text, is_wrong))
            self._beginnings.update(key[:end] for end in range(1, len(key) + 1))

    def find(self, text: str | Parts) -> list[Found]:
        """Every known name in the text, the longest at each place, in order."""
        parts = text if isinstance(text, Parts) else Parts(text)
        found: list[Found] = []
        place = 0
        while place < len(parts.parts):
            matches, after = self._best(parts, place)
            found.extend(match for match in matches if match.known is not None)
            place = after
        return found

    def _best(self, parts: Parts, place: int) -> tuple[list[Found], int]:
        """The longest name here, unless its own bearer's longer name begins inside it: “Prime
        Minister Shehbaz” is known, and “Shehbaz Sharif” is what the page prints."""
        matches, after = self._longest(parts, place)
        known = {match.known for match in matches}
        for inside in range(place + 1, after if matches else place):
            others, end = self._longest(parts, inside)
            if end > after and known & {other.known for other in others}:
                return others, end
        return matches, after

    def _longest(self, parts: Parts, place: int) -> tuple[list[Found], int]:
        best: tuple[list[Found], int] = ([], place + 1)
        key = ""
        for end in range(place, len(parts.parts)):
            if end > place and not BETWEEN.fullmatch(
                parts.text, parts.parts[end - 1].end, parts.parts[end].start
            ):
                break
            if end > place and parts.parts[end].text in ARTICLES:
                continue
            key += parts.parts[end].text
            if key not in self._beginnings:
                break
            matches = [
                match
                for entry in self._entries.get(key, ())
                if (match := _match(entry, parts, place, end))
            ]
            if matches:
                best = (matches, end + 1)
        return best


def _match(entry: _Entry, parts: Parts, first: int, last: int) -> Found | None:
    start, end = parts.parts[first].start, parts.parts[last].end
    printed = parts.text[start:end]
    if not _case_fits(printed, entry.text):
        return None
    if getattr(entry.known, "type", "") == "person":
        gaps = zip(parts.parts[first:last], parts.parts[first + 1 : last + 1], strict=True)
        if not all(BETWEEN_PERSON.fullmatch(parts.text, a.end, b.start) for a, b in gaps):
            return None
    return Found(entry.known, printed, start, end, entry.is_wrong)


def _case_fits(printed: str, form: str) -> bool:
    """“WHO” is not “who” and “Dawn” is not “dawn”; scripts without capitals always fit."""
    if not any(sign.isupper() for sign in form):
        return True
    if form.isupper() and len(form) <= ACRONYM_LENGTH:
        return printed == form
    return any(sign.isupper() for sign in printed)


def _turned_round(row) -> list[str]:
    """“Yi Wang” for Wang Yi: the family name put last where the archive has it first."""
    family, given = getattr(row, "family", ""), getattr(row, "given", "")
    if row.type == "person" and family and given and row.name == f"{family} {given}":
        return [f"{given} {family}"]
    return []
