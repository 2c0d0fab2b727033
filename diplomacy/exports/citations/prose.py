"""What the prose styles share: pieces of text, titles in quotation marks, lists of names."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from diplomacy.text.normalise import NO_TEXT
from diplomacy.vocabulary import Display, Held, direction

from .citable import Citable

SPACES = re.compile(r"\s+")
PARAPHRASE = "paraphrase by the archive"
QUOTED = {"“”": re.compile("“([^“”]*)”"), "‘’": re.compile(r"(?<!\w)‘(.+?)’(?!\w)")}
"""What stands in quotation marks of a sort; a single one within a word is an apostrophe."""
STRAIGHT = re.compile(r'"([^"]*)"')
ENDS = ("?", "!", ".", "…", "。", "？", "！", "۔", "؟")


class Piece(NamedTuple):
    """A piece of a citation; ``language`` is given for words of the text itself."""

    text: str
    is_italic: bool = False
    language: str = ""


Pieces = list[Piece]


def plain(*texts: str) -> Pieces:
    """Pieces without marks; empty ones are left out."""
    return [Piece(one_line(text)) for text in texts if text]


def italic(text: str) -> Pieces:
    return [Piece(one_line(text).strip(), is_italic=True)] if text else []


def one_line(text: str) -> str:
    """``text`` without line breaks, runs of blanks and signs no page can show."""
    return SPACES.sub(" ", NO_TEXT.sub("", text))


def text_of(pieces: Iterable[Piece]) -> str:
    """The citation as plain text, on one line."""
    return "".join(piece.text for piece in pieces).strip()


def html_pieces(pieces: Iterable[Piece]) -> SafeString:
    """The citation for a page: italics as ``<i>``, right-to-left titles kept apart."""
    return format_html_join("", "{}", ((_html(piece),) for piece in pieces))


def _html(piece: Piece) -> SafeString:
    text = format_html("{}", piece.text)
    if direction(piece.language) == "rtl":
        text = format_html('<bdi lang="{}" dir="rtl">{}</bdi>', piece.language, text)
    return format_html("<i>{}</i>", text) if piece.is_italic else text


def title(citable: Citable, *, marks: str = "“”", end: str = "") -> Pieces:
    """The title in quotation marks, ``end`` within them where the style is American.

    A title that no source prints stands in brackets and without marks.
    """
    text = one_line(citable.title).strip()
    if citable.title_is_ours and citable.is_text:
        return [*plain("["), Piece(text, language=citable.language), *plain(f"]{end}")]
    text = within(text, marks)
    end = "" if end == "." and text.endswith(ENDS) else end
    return [*plain(marks[0]), Piece(text, language=citable.language), *plain(end + marks[1])]


def within(text: str, marks: str) -> str:
    """``text`` as it stands within quotation ``marks``: its own become those of the other kind."""
    inner = "‘’" if marks == "“”" else "“”"
    for quoted in (QUOTED[marks], STRAIGHT):
        text = quoted.sub(rf"{inner[0]}\1{inner[1]}", text)
    return text


def listed(names: Sequence[str], last: str, *, serial: bool = True) -> str:
    """Names in a row: ``A``, ``A and B``, ``A, B, and C``."""
    if len(names) < 2:
        return "".join(names)
    comma = "," if serial and len(names) > 2 else ""
    return f"{', '.join(names[:-1])}{comma} {last} {names[-1]}"


def ended(text: str, end: str = ".") -> str:
    """``text`` closed by a full stop, not by two."""
    text = one_line(text).strip()
    return text if not text or text.endswith(ENDS) else text + end


def account(citable: Citable) -> str:
    """What is read here of a text, where that is not the whole of it in its own words."""
    if not citable.is_text:
        return ""
    return ", ".join(filter(None, [citable.translation, _shown(citable)]))


def _shown(citable: Citable) -> str:
    if citable.held == Held.NOT_HELD:
        return "description only (text not held)"
    if citable.display == Display.METADATA:
        return "description only (text not shown)"
    if citable.held == Held.PARAPHRASE:
        return PARAPHRASE
    return "excerpt" if citable.held == Held.EXCERPT or citable.display == Display.EXTRACT else ""


def standing(citable: Citable) -> str:
    return "[withdrawn]" if citable.is_withdrawn else ""


def capital(text: str) -> str:
    """``text`` as a sentence begins."""
    return text[:1].upper() + text[1:]


def spaced(parts: Iterable[Pieces]) -> Pieces:
    """Parts one after the other, with a blank between."""
    pieces: Pieces = []
    for part in parts:
        if part:
            pieces += [Piece(" "), *part] if pieces else part
    return pieces
