"""Topics by the words that suggest them: data of the topic, no judgement of the software."""

import re
from functools import lru_cache

from diplomacy.text.normalise import fold_name

from ..known import Gazetteer, Known
from .guesses import Guess, snippet

HAN = re.compile(r"[\u3400-\u9fff]")


def find_topics(paragraphs: list[str], gazetteer: Gazetteer) -> list[Guess]:
    """Topics that any paragraph suggests, those suggested most often first."""
    folded = [fold_name(paragraph) for paragraph in paragraphs]
    scored = []
    for topic in gazetteer.topics:
        pattern = pattern_for(topic)
        hits = [
            (place, match)
            for place, text in enumerate(folded)
            if pattern and (match := pattern.search(text))
        ]
        if hits:
            place, match = hits[0]
            evidence = snippet(folded[place], *match.span())
            scored.append((len(hits), Guess(topic, evidence, "printed", match[0])))
    scored.sort(key=lambda pair: -pair[0])
    return [guess for _, guess in scored]


def topics_of(sentence: str, gazetteer: Gazetteer) -> tuple[str, ...]:
    """Codes of the topics one sentence suggests, the earliest mentioned first."""
    folded = fold_name(sentence)
    found = []
    for topic in gazetteer.topics:
        pattern = pattern_for(topic)
        match = pattern and pattern.search(folded)
        if match:
            found.append((match.start(), topic.slug))
    return tuple(slug for _, slug in sorted(found))


@lru_cache(maxsize=2000)
def pattern_for(topic: Known) -> re.Pattern | None:
    """One pattern of all the words that suggest a topic: its keywords and its names.

    An English word also fits in the plural; one that ends in ``*`` may go on in any way.
    """
    words = [*topic.keywords, *(form.text for form in topic.all_forms)]
    alternatives = [_alternative(fold_name(word).strip()) for word in words if word.strip()]
    return re.compile("|".join(alternatives)) if alternatives else None


def _alternative(word: str) -> str:
    inner = re.escape(word.rstrip("*")).replace(r"\ ", r"\s+")
    if HAN.search(word):
        return inner
    if word.endswith("*"):
        return rf"(?<!\w){inner}"
    if not word.isascii() or not word[-1:].isalpha():
        return rf"(?<!\w){inner}(?!\w)"
    plural = rf"(?:{inner[:-1]}ies|{inner})" if word.endswith("y") else rf"{inner}(?:s|es)?"
    return rf"(?<!\w){plural}(?!\w)"
