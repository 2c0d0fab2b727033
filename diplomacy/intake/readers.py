"""From the bytes of a file to its text, or a clear word why not.

Plain text, HTML, Word (docx) and PDF. Nothing in a file is ever run, and no script or style
sheet in it is kept.
"""

import codecs
import unicodedata
from pathlib import PurePath

from . import html_reader, office_readers
from .received import MAX_TEXT, Received, Unreadable, refuse_damage

MAX_BYTES = 20_000_000
"""A file of this size or more is refused: no page as received comes near it."""

BOMS = [
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
]
"""Byte order marks; UTF-32 stands before UTF-16, whose mark it begins with."""

OTHER_FORMATS = [
    (b"\x89PNG", "a picture (PNG)"),
    (b"\xff\xd8\xff", "a picture (JPEG)"),
    (b"GIF8", "a picture (GIF)"),
    (b"RIFF", "a sound, film or picture"),
    (b"\x1f\x8b", "a compressed file (gzip)"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
    (b"Rar!", "a compressed file (RAR)"),
    (b"7z\xbc\xaf", "a compressed file (7z)"),
    (b"{\\rtf", "a rich text file (RTF): save it as .docx or as plain text"),
    (
        b"\xd0\xcf\x11\xe0",
        "an old or locked Office file: save it without a password as .docx",
    ),
]
MAY_BE_CONTROL = frozenset("\t\n\r\f\v\x1c\x1d\x1e\x85")
HTML_ENDINGS = (".html", ".htm", ".xhtml", ".mhtml")


def read(data: bytes, filename: str, *, encoding: str | None = None) -> Received:
    """The text of a file, read by what it holds rather than by its name.

    `encoding` is how the file was written, where an editor knows it. Raises Unreadable naming
    the file and why.
    """
    refuse_size(len(data), filename)
    if data.startswith(b"%PDF-"):
        return office_readers.read_pdf(data, filename)
    if data.startswith(b"PK\x03\x04"):
        return office_readers.read_docx(data, filename)
    for start, what in OTHER_FORMATS:
        if data.startswith(start) and not _is_plain(data):
            raise Unreadable(filename, f"it is {what}, not a text")
    declared = html_reader.declared_charset(data) if _looks_like_html(data, filename) else None
    text, used = decode(data, filename, encoding=encoding, declared=declared)
    if _looks_like_html(data, filename) or html_reader.STARTS_AS_HTML.match(text):
        return html_reader.read_html(text, filename, used)
    return Received(filename, text, used, "text")


def refuse_size(size: int, filename: str) -> None:
    """Raise Unreadable for an empty file, or one too large to be a page."""
    if size == 0:
        raise Unreadable(filename, "it is empty")
    if size >= MAX_BYTES:
        raise Unreadable(
            filename,
            f"it has {size / 1_000_000:.1f} MB; a page may have less than "
            f"{MAX_BYTES // 1_000_000} MB",
        )


def decode(
    data: bytes, filename: str, *, encoding: str | None = None, declared: str | None = None
) -> tuple[str, str]:
    """Text and the encoding used: a byte order mark, UTF-8, then what was asked or declared."""
    by_mark = next((name for mark, name in BOMS if data.startswith(mark)), None)
    tried = [name for name in (by_mark, encoding or "utf-8", declared) if name]
    for name in tried:
        try:
            text = data.decode(name)
        except (UnicodeDecodeError, LookupError, UnicodeError):
            continue
        _refuse_binary(text, filename)
        return text, codecs.lookup(name).name
    if b"\0" in data:
        raise Unreadable(filename, "it holds NUL bytes: it is not a text, or it is damaged")
    raise Unreadable(filename, _why_not_decoded(data, tried))


def _why_not_decoded(data: bytes, tried: list[str]) -> str:
    names = ", ".join(dict.fromkeys(tried))
    advice = "If you know how it was written, say so, for example gb18030, cp1256 or utf-16"
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        return (
            f"it cannot be read as {names}: byte 0x{data[error.start]:02x} "
            f"at position {error.start} is wrong. {advice}"
        )
    return f"it cannot be read as {names}. {advice}"


def _refuse_binary(text: str, filename: str) -> None:
    if not text.strip("\ufeff \t\r\n\f\v\u3000\xa0"):
        raise Unreadable(filename, "it holds nothing but blanks")
    if len(text) > MAX_TEXT:
        raise Unreadable(
            filename,
            f"it has {len(text):,} characters; a page may have {MAX_TEXT:,} at most",
        )
    refuse_damage(text, filename)
    controls = sum(
        unicodedata.category(sign) == "Cc" and sign not in MAY_BE_CONTROL for sign in text
    )
    if controls * 100 > len(text):
        raise Unreadable(filename, "it holds control characters: it is not a text")


def _is_plain(data: bytes) -> bool:
    """A text may begin with letters that also begin a program or film."""
    return b"\0" not in data[:4096] and data[:4].isascii() and not data.startswith(b"{\\rtf")


def _looks_like_html(data: bytes, filename: str) -> bool:
    if PurePath(filename).suffix.lower() in HTML_ENDINGS:
        return True
    return bool(html_reader.BYTES_START_AS_HTML.match(data[:1000]))
