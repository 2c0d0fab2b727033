"""The words that editions hold, kept so that a misspelt one can be put right.

A word is found again by how it begins, how it ends, and what is left of it without what people
most often write in more than one way: English vowels and doubled letters (Qureshi, Quraishi),
Urdu letters of one sound (طالبان, تالبان). Chinese has no such words and is left out.
"""

import re
from collections.abc import Iterable

from diplomacy.models import SearchWord

from .analyser import is_paired

MIN_LETTERS, MAX_LETTERS = 4, 30
EDGE = 3
"""Letters of a beginning or an end."""
WORD = re.compile(r"[^\W\d_]+")
REPEATED = re.compile(r"(.)\1+")
SAME_SOUND = str.maketrans(
    {
        **dict.fromkeys("aeiouyhw", ""),
        **dict.fromkeys("cqk", "k"),
        **dict.fromkeys("sz", "s"),
        "v": "b",
        "f": "p",
        **dict.fromkeys("اآویہھءئؤےعح", ""),
        **dict.fromkeys("سصث", "س"),
        **dict.fromkeys("زذضظ", "ز"),
        **dict.fromkeys("تط", "ت"),
        **dict.fromkeys("کق", "ک"),
        **dict.fromkeys("نں", "ن"),
    }
)


def is_spelt(word: str) -> bool:
    """Whether a folded word can be misspelt: letters alone, not too few, not Chinese."""
    # Urdu writes no short vowels.
    is_long_enough = MIN_LETTERS - (not word.isascii()) <= len(word) <= MAX_LETTERS
    return is_long_enough and bool(WORD.fullmatch(word)) and not is_paired(word)


def sound_of(word: str) -> str:
    """What is left of a folded word when only its sturdiest letters count; may be empty."""
    return REPEATED.sub(r"\1", word.translate(SAME_SOUND))


def letters_of(word: str) -> str:
    """Its letters sorted: the same for two words of which one has letters swapped."""
    return "".join(sorted(word))


def put_words(words: Iterable[str]) -> None:
    """Keep these folded words beside those that are kept already."""
    rows = [
        SearchWord(
            word=word,
            length=len(word),
            head=word[:EDGE],
            tail=word[-EDGE:],
            sound=sound_of(word),
            letters=letters_of(word),
        )
        for word in sorted(set(words))
        if is_spelt(word)
    ]
    SearchWord.objects.bulk_create(rows, ignore_conflicts=True)
