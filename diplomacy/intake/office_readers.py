"""The text of Word and PDF files."""

import io
import logging
import re
import zipfile

import mammoth
import pypdf

from .received import MAX_TEXT, Received, Unreadable, refuse_damage

MAX_UNPACKED = 100_000_000
"""Bytes that all parts of a Word file may have once unpacked."""
MAX_PACKED_RATIO = 200
"""A part that unpacks to more than so many times its size was made to do harm."""
MAX_PAGES = 500
ENTITIES = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
SENTENCE_END = re.compile(r"[.!?:。！？：۔؟”\"]\s*$")

# What is wrong with a file is said to whoever gave it, once, and not on the server's own screen.
logging.getLogger("pypdf").setLevel(logging.CRITICAL)


def read_docx(data: bytes, filename: str) -> Received:
    """The paragraphs of a Word file. Raises Unreadable for what is none, or does harm."""
    _refuse_harm(data, filename)
    try:
        text = mammoth.extract_raw_text(io.BytesIO(data)).value
    except Exception as error:  # the library raises whatever its parts raise
        raise Unreadable(filename, f"the Word file is damaged ({error})") from error
    return _with_text(text, filename, "docx", "the Word file holds no text")


def read_pdf(data: bytes, filename: str) -> Received:
    """The text of a PDF file; raises Unreadable when it is locked, damaged or only pictures."""
    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        if reader.is_encrypted:
            raise Unreadable(filename, "the PDF file is locked with a password")
        pages = len(reader.pages)
        if pages > MAX_PAGES:
            raise Unreadable(
                filename, f"the PDF file has {pages} pages; at most {MAX_PAGES} are read"
            )
        text = "\n".join(_page_texts(reader, filename))
    except Unreadable:
        raise
    except Exception as error:  # the library raises whatever a broken file makes it raise
        raise Unreadable(filename, f"the PDF file is damaged ({error})") from error
    nothing = "the PDF file holds no text: it may be a scan, to be attached to a record instead"
    return _with_text(unwrap(text), filename, "pdf", nothing)


def unwrap(text: str) -> str:
    """Lines of a printed page joined to paragraphs, parted by blank lines."""
    paragraphs = [""]
    for line in (line.strip() for line in text.split("\n")):
        if not line:
            paragraphs.append("")
            continue
        paragraphs[-1] = f"{paragraphs[-1]} {line}".strip()
        if SENTENCE_END.search(line):
            paragraphs.append("")
    return "\n\n".join(paragraph for paragraph in paragraphs if paragraph)


def _page_texts(reader: pypdf.PdfReader, filename: str):
    size = 0
    for page in reader.pages:
        text = page.extract_text()
        size += len(text)
        if size > MAX_TEXT:
            raise Unreadable(filename, "the PDF file holds too much text to be a page")
        yield text


def _with_text(text: str, filename: str, form: str, nothing: str) -> Received:
    refuse_damage(text, filename)
    if not text.strip():
        raise Unreadable(filename, nothing)
    if len(text) > MAX_TEXT:
        raise Unreadable(filename, "the file holds too much text to be a page")
    return Received(filename, text, "utf-8", form)


def _refuse_harm(data: bytes, filename: str) -> None:
    """Look into the archive before anything unpacks it: sizes as declared bound every read."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
            if not any(part.filename == "word/document.xml" for part in parts):
                raise Unreadable(filename, "it is a compressed file, not a Word document")
            _refuse_bomb(parts, filename)
            for part in parts:
                if part.filename.endswith((".xml", ".rels")) and ENTITIES.search(
                    archive.read(part)
                ):
                    raise Unreadable(filename, "the Word file declares entities; it is not read")
    except Unreadable:
        raise
    except Exception as error:  # zipfile raises several kinds for a broken archive
        raise Unreadable(filename, f"the Word file is damaged ({error})") from error


def _refuse_bomb(parts: list[zipfile.ZipInfo], filename: str) -> None:
    unpacked = sum(part.file_size for part in parts)
    swollen = any(
        part.file_size > 1_000_000 and part.file_size > MAX_PACKED_RATIO * part.compress_size
        for part in parts
    )
    if unpacked > MAX_UNPACKED or swollen:
        raise Unreadable(
            filename, f"the Word file unpacks to {unpacked / 1_000_000:.0f} MB; it is not opened"
        )
    if any(part.flag_bits & 1 for part in parts):
        raise Unreadable(filename, "the Word file is locked with a password")
