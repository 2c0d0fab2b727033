"""Which language a text is in, from its script and a few letters."""

import re
import unicodedata

from .han import SIMPLIFIED

HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")
KANA = re.compile(r"[\u3041-\u30ff]")
HANGUL = re.compile(r"[\uac00-\ud7a3]")
ARABIC_SCRIPT = re.compile(r"[\u0620-\u064a\u066e-\u06d3\u06fa-\u06ff]")
URDU_LETTERS = re.compile(r"[ٹڈڑںےۓھہۂۃ]")
PASHTO_LETTERS = re.compile(r"[ټډړږښڼې]")
PERSIAN_LETTERS = re.compile(r"[پچژگکی]")
DEVANAGARI = re.compile(r"[\u0900-\u097f]")
BENGALI = re.compile(r"[\u0980-\u09ff]")
CYRILLIC = re.compile(r"[\u0400-\u04ff]")
LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
ONLY_SIMPLIFIED = frozenset(map(chr, SIMPLIFIED.values())) - frozenset(map(chr, SIMPLIFIED))
ENGLISH_WORDS = frozenset(
    [
        "the",
        "of",
        "and",
        "to",
        "in",
        "that",
        "for",
        "on",
        "with",
        "is",
        "was",
        "by",
        "at",
        "from",
        "as",
    ]
)
FRENCH_WORDS = frozenset(
    ["le", "la", "les", "des", "et", "une", "du", "dans", "pour", "que", "est", "aux"]
)

HAN_WEIGHT = 3
"""A Chinese character says about as much as three letters."""


def detect(text: str) -> str:
    """BCP 47 code of the language most of `text` is in, lower case; ``und`` if it is not clear.

    Chinese is told apart by script only (``zh-hans``, ``zh-hant``); text too short or too plain
    to tell is ``zh``.
    """
    if KANA.search(text) or HANGUL.search(text):
        return "und"
    counts = {
        _chinese: HAN_WEIGHT * len(HAN.findall(text)),
        _arabic_script: len(ARABIC_SCRIPT.findall(text)),
        _latin: len(LATIN.findall(text)),
        _constant("hi"): len(DEVANAGARI.findall(text)),
        _constant("bn"): len(BENGALI.findall(text)),
        _constant("ru"): len(CYRILLIC.findall(text)),
    }
    decide, most = max(counts.items(), key=lambda pair: pair[1])
    return decide(text) if most else "und"


def _constant(code: str):
    return lambda text: code


def _chinese(text: str) -> str:
    traditional = sum(ord(character) in SIMPLIFIED for character in text)
    simplified = sum(character in ONLY_SIMPLIFIED for character in text)
    if traditional == simplified:
        return "zh"
    return "zh-hant" if traditional > simplified else "zh-hans"


def _arabic_script(text: str) -> str:
    text = unicodedata.normalize("NFC", text)
    if PASHTO_LETTERS.search(text) and len(PASHTO_LETTERS.findall(text)) > len(
        URDU_LETTERS.findall(text)
    ):
        return "ps"
    if URDU_LETTERS.search(text):
        return "ur"
    return "fa" if PERSIAN_LETTERS.search(text) else "ar"


def _latin(text: str) -> str:
    words = re.findall(r"[a-z]+", text.lower())
    english = sum(word in ENGLISH_WORDS for word in words)
    french = sum(word in FRENCH_WORDS for word in words)
    if french > english:
        return "fr"
    # A heading of a few words has no small words to go by; the archive's Latin pages are English.
    few = len(words) < 12
    return "en" if english or few else "und"
