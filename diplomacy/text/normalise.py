"""One way to tidy text for keeping, and one way to fold it for comparing."""

import re
import unicodedata

from .han import SIMPLIFIED

LINE_ENDS = re.compile(r"\r\n|[\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029]")
NO_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
"""What XML 1.0 has no place for, and so neither feeds nor harvested metadata can hold."""
TRAILING_SPACE = re.compile(r"[ \t]+$", re.MULTILINE)

# Printed variants that a reader takes for the same sign.
SAME_SIGN = {
    **dict.fromkeys("‘’‛`´ʼʻ′", "'"),
    **dict.fromkeys("“”„‟«»″", '"'),
    **dict.fromkeys("‐‑‒–—―−﹣－", "-"),
    # Arabic keyboards print these where Urdu has letters of its own.
    **dict.fromkeys("يىۍې", "ی"),
    **dict.fromkeys("كڪ", "ک"),
    **dict.fromkeys("هةۀەۃ", "ہ"),
    "ۓ": "ے",
}


def control_in(text: str) -> str:
    """In words, the first sign in `text` that no page can show; empty where there is none.

    Signs of that sort are the C0 controls but tab, line feed and carriage return, lone
    surrogates, and U+FFFE and U+FFFF.
    """
    found = NO_TEXT.search(text)
    if not found:
        return ""
    sign = found[0]
    if sign == "\0":
        return "a NUL character"
    if "\ud800" <= sign <= "\udfff":
        return "half a character (a lone surrogate)"
    what = "a control character" if sign < " " else "a code that is no character"
    return f"{what} (U+{ord(sign):04X})"


def clean(text: str) -> str:
    """Text fit for keeping: composed (NFC), lines ended by ``\\n``, no blanks at line ends.

    Words are never changed. Raises ValueError when the text holds a NUL character, which no
    database keeps and no printed page has.
    """
    if "\0" in text:
        raise ValueError("The text holds a NUL character: it is damaged or not text.")
    text = unicodedata.normalize("NFC", text.removeprefix("\ufeff"))
    return TRAILING_SPACE.sub("", LINE_ENDS.sub("\n", text))


def fold(text: str) -> str:
    """Text for comparing: case, accents, kinds of space, quote and dash, and Arabic or Urdu
    letters that look alike are made one. Never raises; folding twice changes nothing."""
    if text.isascii():
        return text.lower()
    return "".join(fold_character(character) for character in text)


def fold_with_offsets(text: str) -> tuple[str, list[int]]:
    """The folded text, and for each of its characters the place it has in `text`."""
    pieces, offsets = [], []
    for place, character in enumerate(text):
        folded = fold_character(character)
        pieces.append(folded)
        offsets.extend([place] * len(folded))
    return "".join(pieces), offsets


def fold_character(character: str) -> str:
    """One character folded; empty for accents, vowel marks and invisible signs."""
    if character.isascii():
        return character.lower()
    known = FOLDED.get(character)
    if known is None:
        known = FOLDED[character] = _fold_once(_fold_once(character))
    return known


def _fold_once(text: str) -> str:
    kept = []
    for character in text:
        for part in unicodedata.normalize("NFKD", SAME_SIGN.get(character, character)):
            category = unicodedata.category(part)
            if category == "Zs":
                kept.append(" ")
            elif category not in ("Mn", "Cf"):
                kept.append(SAME_SIGN.get(part, part).casefold())
    return "".join(kept)


FOLDED: dict[str, str] = {}


def fold_pattern(pattern: str) -> str:
    """A regular expression with its Urdu letters folded, to be matched against folded text."""
    return "".join(
        fold_character(sign) if "\u0600" <= sign <= "\u06ff" else sign for sign in pattern
    )


def fold_name(text: str) -> str:
    """`fold`, and traditional Chinese characters as simplified ones: for names and keywords."""
    folded = fold(text)
    return folded if folded.isascii() else folded.translate(SIMPLIFIED)
