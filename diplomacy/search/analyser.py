"""Text into tokens: the same for the index, for queries and for highlighting.

* Letters are folded by ``text.normalise.fold_character`` (case, accents, vowel marks, Arabic and
  Urdu forms of a letter) *before* words are looked for, so a mark inside a word never splits it
  and a sign that stands for several letters (``ﷺ``, ``½``) becomes whole words. Offsets always
  count characters of the text as given.
* Digits of every script become 0-9. English words are stemmed (Snowball), ``'s`` is dropped.
* A run of Chinese characters or kana gives its overlapping pairs and then its last character
  alone: whatever stands in the run is then a phrase of pairs, and every single character is the
  beginning of some token. Traditional and simplified characters stay as they are: turning one
  into the other is a guess, and the printed form is evidence.
* Words joined by a hyphen are tokens of their own, and each remembers the joined word.
"""

import functools
import re
import unicodedata
from collections.abc import Sequence
from threading import Lock
from typing import NamedTuple

from snowballstemmer import stemmer

from diplomacy.text.normalise import fold_character

MAX_TOKEN = 64
"""Characters of a token that count. Engines have limits of their own, all above this."""

HAN_OR_KANA = "々〇㐀-䶿一-鿿豈-\ufaff\U00020000-\U0003fffdぁ-ゖァ-ヺー"
RUN = re.compile(
    rf"(?P<pairs>[{HAN_OR_KANA}]+)"
    rf"|(?P<words>[^ '\-{HAN_OR_KANA}]+(?:['\-][^ '\-{HAN_OR_KANA}]+)*)"
)
PART = re.compile(r"[^\-]+")
IS_PAIRED = re.compile(f"[{HAN_OR_KANA}]").match
ASCII_OR_ONE = re.compile(r"[\x00-\x7f]+|[^\x00-\x7f]")
ZERO_WIDTH_SPACE = "\u200b"

ASCII_SIGNS = str.maketrans(
    {chr(code): " " for code in range(128) if not chr(code).isalnum() and chr(code) not in "'-"}
)
_english = stemmer("english")
_one_at_a_time = Lock()  # the stemmer keeps its word in itself


class Token(NamedTuple):
    """One searchable word (or pair of characters) and where it stands in the text."""

    text: str
    """What is indexed and looked up: folded and stemmed."""
    start: int
    end: int
    word: str
    """Folded, not stemmed: what ``prefix*`` looks at."""
    joined: str = ""
    """The whole hyphenated word it is a part of, without hyphens; or empty."""


def analyse(text: str) -> list[Token]:
    """The tokens of ``text`` in reading order. Never raises; offsets are those of ``text``."""
    signs, places = _signs_of(text)
    tokens = []
    for run in RUN.finditer(signs):
        found, at = run[0], run.start()
        if run.lastgroup == "pairs":
            tokens += _pairs(found, at, places)
        elif "-" in found or "'" in found:
            tokens += _words(found, at, places)
        else:
            word = found[:MAX_TOKEN]
            tokens.append(Token(stem(word), places[at], places[run.end() - 1] + 1, word))
    return tokens


def other_forms(tokens: list[Token]) -> list[str]:
    """What else the tokens must be found by, sorted: whole words behind stems, joined words."""
    forms = {token.word for token in tokens if token.word != token.text}
    for joined in {token.joined for token in tokens if token.joined}:
        forms |= {joined, stem(joined)}
    return sorted(forms)


@functools.lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """The stem of a folded word; words that are not plain English letters stay whole."""
    if not (word.isascii() and word.isalpha()):
        return word
    with _one_at_a_time:
        return _english.stemWord(word)


def is_paired(text: str) -> bool:
    """Whether ``text`` begins with a character that is indexed in pairs."""
    return bool(IS_PAIRED(text))


def _pairs(run: str, at: int, places: Sequence[int]) -> list[Token]:
    tokens = []
    for i in range(len(run)):
        pair = run[i : i + 2]
        start, end = places[at + i], places[at + i + len(pair) - 1] + 1
        tokens.append(Token(pair, start, end, pair))
    return tokens


def _words(run: str, at: int, places: Sequence[int]) -> list[Token]:
    parts = []
    for part in PART.finditer(run):
        word = part[0].removesuffix("'s").replace("'", "")[:MAX_TOKEN]
        parts.append((word, places[at + part.start()], places[at + part.end() - 1] + 1))
    joined = "".join(word for word, _, _ in parts)[:MAX_TOKEN] if len(parts) > 1 else ""
    return [Token(stem(word), start, end, word, joined) for word, start, end in parts]


def _signs_of(text: str) -> tuple[str, Sequence[int]]:
    """Letters, digits, hyphens, apostrophes and blanks of a text, and the place of each there."""
    if text.isascii():
        return text.lower().translate(ASCII_SIGNS), range(len(text))
    pieces, places = [], []
    for piece in ASCII_OR_ONE.finditer(text):
        if piece[0].isascii():
            pieces.append(piece[0].lower().translate(ASCII_SIGNS))
            places += range(piece.start(), piece.end())
        else:
            signs = _signs(piece[0])
            pieces.append(signs)
            places += [piece.start()] * len(signs)
    return "".join(pieces), places


@functools.lru_cache(maxsize=20_000)
def _signs(character: str) -> str:
    if character == ZERO_WIDTH_SPACE:
        return " "
    signs = "".join(_sign(part) for part in fold_character(character))
    # Fractions, raised and circled numbers are no part of the word or number beside them.
    return f" {signs} " if unicodedata.category(character) == "No" else signs


def _sign(character: str) -> str:
    if character in "'-":
        return character
    category = unicodedata.category(character)
    if category == "Nd":
        return str(unicodedata.decimal(character))
    return character if category[0] in "LN" or category == "Mc" else " "
