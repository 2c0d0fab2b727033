"""Cutting a text into paragraphs and sentences."""

import re

from .normalise import clean

BLANK_LINE = re.compile(r"\n[^\S\n]*\n")
SPACES = re.compile(r"\s+")
SENTENCE_END = re.compile(
    r"(?<=[.!?])[\"”’')\]]*\s+(?=[\"“‘'(\[]?[A-Z0-9])|(?<=[。！？；])[”’」』）]*|(?<=[۔؟])[”\"]*(?!\s*(?:پاکستان|چین|افغانستان)\b)\s*|(?<=[۔؟])[”\"]*\s+"
)
ABBREVIATIONS = re.compile(
    r"(?:^|[\s(“\"])(?:[A-Z]|[A-Z]\.[A-Z]|Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Sen|Amb|Hon|St|No|Nos|vs|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Art|Para)\.$"
)


def split(text: str) -> list[str]:
    """Paragraphs of `text`, each on one line.

    Blank lines part paragraphs where there are any; otherwise every line is one. Raises
    ValueError for a NUL character, as `clean` does.
    """
    text = clean(text).strip("\n")
    parts = BLANK_LINE.split(text) if BLANK_LINE.search(text) else text.split("\n")
    paragraphs = (SPACES.sub(" ", part).strip() for part in parts)
    return [paragraph for paragraph in paragraphs if paragraph]


def sentences(text: str) -> list[str]:
    """Sentences of one paragraph; together they hold all its words."""
    found: list[str] = []
    start = 0
    for match in SENTENCE_END.finditer(text):
        if ABBREVIATIONS.search(text[start : match.start()]):
            continue
        found.append(text[start : match.end()].strip())
        start = match.end()
    found.append(text[start:].strip())
    return [sentence for sentence in found if sentence]
