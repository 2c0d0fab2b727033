"""EPUB: well-formed, complete, and the same bytes for the same book."""

import hashlib
import os
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from xml.etree import ElementTree
from zipfile import ZIP_STORED, ZipFile

import pytest
from django.conf import settings
from hypothesis import given
from hypothesis import strategies as st

from diplomacy.exports import epub

PACKAGE = "{http://www.idpf.org/2007/opf}"
XHTML = "{http://www.w3.org/1999/xhtml}"
CORE = "{http://purl.org/dc/elements/1.1/}"

BOOK = epub.Book(
    identifier="urn:uuid:00000000-0000-0000-0000-000000000001",
    title="Ferries & floods",
    language="en",
    direction="ltr",
    publisher="The archive",
    modified_at=datetime(2025, 3, 1, 12, 30, tzinfo=UTC),
    parts=(
        epub.Part("cover", "Ferries & floods", "<h1>Ferries</h1>", "titlepage"),
        epub.Part("chapter-01", "A <ferry>", "<h1>A ferry</h1><p>It runs.</p>"),
    ),
    sheet="h1 { margin: 0 }",
    contents_title="Contents",
    access_summary="Text with headings.",
    sources=("https://example.org/1",),
    before_contents=1,
)


def opened(book: epub.Book) -> ZipFile:
    return ZipFile(BytesIO(epub.make(book)))


def package(book: epub.Book) -> ElementTree.Element:
    return ElementTree.fromstring(opened(book).read("EPUB/content.opf"))


def every_page(book: epub.Book) -> dict[str, ElementTree.Element]:
    """Every XML file of the book, read; fails on the first that is not well-formed."""
    archive = opened(book)
    names = [name for name in archive.namelist() if name.endswith((".xhtml", ".opf", ".xml"))]
    return {name: ElementTree.fromstring(archive.read(name)) for name in names}


def test_the_file_is_known_by_its_first_bytes():
    first = opened(BOOK).infolist()[0]
    assert (first.filename, first.compress_type, first.extra) == ("mimetype", ZIP_STORED, b"")
    assert epub.make(BOOK)[30:58] == b"mimetypeapplication/epub+zip"


def test_every_page_is_well_formed_and_says_its_language():
    pages = every_page(BOOK)
    assert set(pages) >= {"META-INF/container.xml", "EPUB/nav.xhtml", "EPUB/chapter-01.xhtml"}
    for name, page in pages.items():
        if name.endswith(".xhtml"):
            assert (page.get("lang"), page.get("dir")) == ("en", "ltr")
            assert page.findtext(f"{XHTML}head/{XHTML}title")


def test_the_manifest_names_every_file_and_the_spine_every_page():
    root, archive = package(BOOK), opened(BOOK)
    items = {item.get("id"): item.get("href") for item in root.iter(f"{PACKAGE}item")}
    inside = {name.removeprefix("EPUB/") for name in archive.namelist() if name[:5] == "EPUB/"}
    assert set(items.values()) == inside - {"content.opf"}
    spine = [items[ref.get("idref")] for ref in root.iter(f"{PACKAGE}itemref")]
    assert spine == ["cover.xhtml", "nav.xhtml", "chapter-01.xhtml"]


def test_the_contents_lead_to_every_part_by_its_title():
    page = every_page(BOOK)["EPUB/nav.xhtml"]
    links = {link.get("href"): link.text for link in page.iter(f"{XHTML}a")}
    assert links == {"cover.xhtml": "Ferries & floods", "chapter-01.xhtml": "A <ferry>"}


def test_the_book_says_what_it_is_and_how_it_can_be_read():
    root = package(BOOK)
    assert root.findtext(f".//{CORE}title") == "Ferries & floods"
    assert root.findtext(f".//{CORE}identifier") == BOOK.identifier
    told = {meta.get("property"): meta.text for meta in root.iter(f"{PACKAGE}meta")}
    assert told["dcterms:modified"] == "2025-03-01T12:30:00Z"
    assert told["schema:accessMode"] == told["schema:accessModeSufficient"] == "textual"
    assert told["schema:accessibilityHazard"] == "none"
    assert told["schema:accessibilitySummary"] == "Text with headings."


def test_a_book_in_urdu_runs_from_right_to_left():
    book = replace(BOOK, language="ur", direction="rtl")
    assert package(book).find(f"{PACKAGE}spine").get("page-progression-direction") == "rtl"
    assert every_page(book)["EPUB/chapter-01.xhtml"].get("dir") == "rtl"


def test_faces_are_in_the_book_when_given():
    book = replace(BOOK, fonts={"nastaliq.woff2": b"wOF2"})
    assert opened(book).read("EPUB/nastaliq.woff2") == b"wOF2"
    types = {item.get("href"): item.get("media-type") for item in package(book).iter()}
    assert types["nastaliq.woff2"] == "font/woff2"


@given(st.text(max_size=80))
def test_no_title_can_break_the_book(title):
    part = epub.Part("chapter-01", title, "<p>x</p>")
    pages = every_page(replace(BOOK, title=title, description=title, parts=(part,)))
    links = [link.text or "" for link in pages["EPUB/nav.xhtml"].iter(f"{XHTML}a")]
    assert "".join(links).split() == epub.writable(title).split()


def test_what_xml_cannot_hold_is_left_out():
    assert epub.writable("a\x00b\x0cc\ud800d\ufffee\tf\n") == "abcde\tf\n"
    part = epub.Part("chapter-01", "T", "<p>one\x0ctwo</p>")
    page = every_page(replace(BOOK, parts=(part,)))["EPUB/chapter-01.xhtml"]
    assert page.findtext(f".//{XHTML}p") == "onetwo"


def test_no_entry_has_a_time_of_its_own():
    assert {entry.date_time for entry in opened(BOOK).infolist()} == {(1980, 1, 1, 0, 0, 0)}


PROGRAM = "from tests.exports.test_epub import BOOK, epub; print(epub.identity(epub.make(BOOK)))"


@pytest.mark.parametrize("seed", ["1", "2"])
def test_another_process_makes_the_same_bytes(seed):
    done = subprocess.run(
        [sys.executable, "-c", f"import django; django.setup(); {PROGRAM}"],
        cwd=settings.BASE_DIR,
        env=os.environ | {"PYTHONHASHSEED": seed, "DJANGO_SETTINGS_MODULE": "config.settings"},
        capture_output=True,
        check=True,
        text=True,
    )
    assert done.stdout.split() == [hashlib.sha256(epub.make(BOOK)).hexdigest()]
