"""EPUB 3.3: chapters of XHTML into the bytes of a book. The same book, the same bytes.

The zip has no clock of its own: entries stand in a fixed order under a fixed time, and what the
book says of its last change is the moment its maker gives.
"""

import hashlib
import re
from dataclasses import dataclass, field
from datetime import UTC, datetime
from io import BytesIO
from xml.sax.saxutils import escape, quoteattr
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

MEDIA_TYPE = "application/epub+zip"
BEGINNING = (1980, 1, 1, 0, 0, 0)
"""The first moment that a zip can name."""
FONT_TYPES = {"woff2": "font/woff2", "woff": "font/woff", "ttf": "font/ttf", "otf": "font/otf"}

# What XML 1.0 has no way to write, not even as a reference.
UNWRITABLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

CONTAINER = """<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
  <rootfiles>
    <rootfile full-path="EPUB/content.opf" media-type="application/oebps-package+xml"/>
  </rootfiles>
</container>
"""

PAGE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"{speech}>
<head>
<meta charset="UTF-8"/>
<title>{title}</title>
<link rel="stylesheet" type="text/css" href="css/book.css"/>
</head>
<body>
{body}
</body>
</html>
"""

PACKAGE = """<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id"{speech}>
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
{metadata}
</metadata>
<manifest>
{manifest}
</manifest>
<spine page-progression-direction={direction}>
{spine}
</spine>
</package>
"""


@dataclass(frozen=True)
class Part:
    """One file of the book: ``body`` is well-formed XHTML without named entities.

    ``name`` is its file name without ending, ``type`` the structural word of EPUB for it
    (``chapter``, ``titlepage``, ``bibliography`` …).
    """

    name: str
    title: str
    body: str
    type: str = "chapter"
    role: str = ""


@dataclass(frozen=True)
class Book:
    """What a book says of itself, and its parts in order; the contents follow the first
    ``before_contents`` of them.

    ``identifier`` is a URI, ``language`` a BCP 47 tag, ``direction`` ``ltr`` or ``rtl``.
    ``fonts`` are ``{file name: bytes}``, which ``sheet`` (CSS) refers to by name.
    """

    identifier: str
    title: str
    language: str
    direction: str
    publisher: str
    modified_at: datetime
    parts: tuple[Part, ...]
    sheet: str
    contents_title: str
    description: str = ""
    access_summary: str = ""
    sources: tuple[str, ...] = ()
    before_contents: int = 0
    fonts: dict[str, bytes] = field(default_factory=dict)


def make(book: Book) -> bytes:
    """The bytes of the EPUB file."""
    files = {
        "META-INF/container.xml": CONTAINER,
        "EPUB/content.opf": _package(book),
        "EPUB/nav.xhtml": _page(book, book.contents_title, _contents(book)),
        "EPUB/css/book.css": book.sheet,
        **{f"EPUB/{part.name}.xhtml": _page(book, part.title, _body(part)) for part in book.parts},
        **{f"EPUB/{name}": data for name, data in sorted(book.fonts.items())},
    }
    out = BytesIO()
    with ZipFile(out, "w") as archive:
        # First and uncompressed: so a reader knows the file by its first bytes.
        _add(archive, "mimetype", MEDIA_TYPE, ZIP_STORED)
        for name, text in files.items():
            _add(archive, name, text, ZIP_DEFLATED)
    return out.getvalue()


def identity(made: bytes) -> str:
    """A name for these bytes, as 64 hexadecimal digits."""
    return hashlib.sha256(made).hexdigest()


def writable(text: str) -> str:
    """``text`` without the characters that no XML can hold."""
    return UNWRITABLE.sub("", text)


def _add(archive: ZipFile, name: str, data: str | bytes, method: int) -> None:
    entry = ZipInfo(name, BEGINNING)
    entry.compress_type, entry.create_system, entry.external_attr = method, 3, 0o644 << 16
    if isinstance(data, str):
        data = (data if method == ZIP_STORED else writable(data)).encode()
    archive.writestr(entry, data, compresslevel=None if method == ZIP_STORED else 9)


def _page(book: Book, title: str, body: str) -> str:
    return PAGE.format(speech=_speech(book), title=escape(title), body=body)


def _speech(book: Book) -> str:
    """The attributes that say the language and direction of a page."""
    language, direction = quoteattr(book.language), quoteattr(book.direction)
    return f" xml:lang={language} lang={language} dir={direction}"


def _body(part: Part) -> str:
    role = f" role={quoteattr(part.role)}" if part.role else ""
    return f"<section epub:type={quoteattr(part.type)}{role}>\n{part.body}\n</section>"


def _contents(book: Book) -> str:
    rows = "\n".join(
        f"<li><a href={quoteattr(part.name + '.xhtml')}>{escape(part.title)}</a></li>"
        for part in book.parts
    )
    return (
        f'<nav epub:type="toc" id="toc" role="doc-toc">\n<h1>{escape(book.contents_title)}</h1>\n'
        f"<ol>\n{rows}\n</ol>\n</nav>"
    )


def _package(book: Book) -> str:
    language, direction = quoteattr(book.language), quoteattr(book.direction)
    return PACKAGE.format(
        speech=f" xml:lang={language} dir={direction}",
        metadata="\n".join(_metadata(book)),
        manifest="\n".join(_manifest(book)),
        direction=direction,
        spine="\n".join(f"<itemref idref={quoteattr(name)}/>" for name in _spine(book)),
    )


def _metadata(book: Book) -> list[str]:
    moment = book.modified_at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    told = [
        ("dc:identifier", ' id="id"', book.identifier),
        ("dc:title", "", book.title),
        ("dc:language", "", book.language),
        ("dc:publisher", "", book.publisher),
        ("dc:date", "", moment),
        ("dc:description", "", book.description),
        *(("dc:source", "", address) for address in book.sources),
        ("meta", ' property="dcterms:modified"', moment),
        ("meta", ' property="schema:accessMode"', "textual"),
        ("meta", ' property="schema:accessModeSufficient"', "textual"),
        ("meta", ' property="schema:accessibilityFeature"', "tableOfContents"),
        ("meta", ' property="schema:accessibilityFeature"', "structuralNavigation"),
        ("meta", ' property="schema:accessibilityFeature"', "readingOrder"),
        ("meta", ' property="schema:accessibilityFeature"', "displayTransformability"),
        ("meta", ' property="schema:accessibilityHazard"', "none"),
        ("meta", ' property="schema:accessibilitySummary"', book.access_summary),
    ]
    return [f"<{name}{more}>{escape(text)}</{name}>" for name, more, text in told if text]


def _manifest(book: Book) -> list[str]:
    page = "application/xhtml+xml"
    rows = [
        ("nav", "nav.xhtml", page, ' properties="nav"'),
        ("sheet", "css/book.css", "text/css", ""),
        *((part.name, f"{part.name}.xhtml", page, "") for part in book.parts),
        *(
            (f"font-{number}", name, FONT_TYPES[name.rpartition(".")[2]], "")
            for number, name in enumerate(sorted(book.fonts), start=1)
        ),
    ]
    return [
        f"<item id={quoteattr(id)} href={quoteattr(href)} media-type={quoteattr(type)}{more}/>"
        for id, href, type, more in rows
    ]


def _spine(book: Book) -> list[str]:
    names = [part.name for part in book.parts]
    at = book.before_contents
    return [*names[:at], "nav", *names[at:]]
