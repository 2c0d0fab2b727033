"""A book of chapters: one record, or a briefing pack. Its page for print and its EPUB."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from django.contrib.staticfiles import finders
from django.template.loader import render_to_string
from django.utils.translation import get_language, get_language_bidi
from django.utils.translation import gettext as _

from diplomacy.exports import epub
from diplomacy.exports.citations.citable import ARCHIVE
from diplomacy.reading.addresses import page_address
from diplomacy.site.templatetags.archive import edtf

from .chapters import Chapter

SHEET = "css/book.css"
FACE, FACE_SHEET = "fonts/noto-nastaliq-urdu.woff2", "css/book-face.css"
"""Few reading devices have a face for Urdu, so a book with Urdu in it brings its own."""
ARABIC = re.compile("[\u0620-\u06ff]")


@dataclass(frozen=True)
class Missing:
    """A record that was asked for and is not shown: its uid as given, and the reason."""

    uid: str
    why: str


class Book:
    """Chapters under a title, in the language of the page. Nothing here asks the database.

    It has no clock: its moment is that of the latest edition in it.
    """

    is_pack = False

    def __init__(self, chapters: Iterable[Chapter], title: str):
        self.chapters = list(chapters)
        self.title = title

    @property
    def is_alone(self) -> bool:
        return not self.is_pack

    @property
    def modified_at(self) -> datetime:
        """When the latest edition in it was published."""
        return max(chapter.edition.at for chapter in self.chapters)

    @property
    def length(self) -> int:
        """Characters of the paragraphs in it: what making it takes time for."""
        return sum(
            len(row["text"])
            for chapter in self.chapters
            for row in chapter.page.content.get("paragraphs", ())
        )

    @property
    def description(self) -> str:
        return self.chapters[0].page.description

    @property
    def identifier(self) -> str:
        """A URI that stays the same from one edition to the next."""
        return self.chapters[0].address

    @property
    def file_name(self) -> str:
        """Without its ending."""
        chapter = self.chapters[0]
        return f"{chapter.record.slug}-edition-{chapter.edition.n}"

    @cached_property
    def _told(self) -> dict:
        """What every template of a book reads."""
        moment = self.modified_at.astimezone(UTC)
        return {
            "book": self,
            "archive_name": ARCHIVE,
            "home": page_address("home"),
            "language": get_language(),
            "moment": moment.strftime("%Y-%m-%dT%H:%M:%SZ"),
        }

    def for_print(self) -> str:
        """The whole book as one page, for print."""
        return render_to_string("books/print.html", self._told)

    def for_devices(self) -> bytes:
        """The whole book as EPUB."""
        before = [self._cover()] if self.is_pack else []
        after = [self._citations()] if self.is_pack else []
        parts = (*before, *map(self._chapter, self.chapters), *after)
        has_urdu = any(ARABIC.search(part.body) for part in parts)
        return epub.make(
            epub.Book(
                identifier=self.identifier,
                title=self.title,
                language=get_language(),
                direction="rtl" if get_language_bidi() else "ltr",
                publisher=ARCHIVE,
                modified_at=self.modified_at,
                parts=parts,
                sheet=_text(SHEET) + (_text(FACE_SHEET) if has_urdu else ""),
                contents_title=_("Contents"),
                description=self.description,
                access_summary=_(
                    "Text with headings and contents. Pictures are described, not shown. Texts in "
                    "other languages are marked as such."
                ),
                sources=tuple(chapter.edition_address for chapter in self.chapters),
                before_contents=len(before),
                fonts={FACE: _file(FACE)} if has_urdu else {},
            )
        )

    def _cover(self) -> epub.Part:
        body = render_to_string("books/cover.html", self._told)
        return epub.Part("cover", self.title, body, "titlepage")

    def _chapter(self, chapter: Chapter) -> epub.Part:
        told = self._told | {"chapter": chapter, "is_alone": self.is_alone}
        body = render_to_string("books/chapter.html", told)
        return epub.Part(chapter.name, chapter.page.title, body, "chapter", "doc-chapter")

    def _citations(self) -> epub.Part:
        body = render_to_string("books/citations.html", self._told)
        title = _("Citations")
        return epub.Part("citations", title, body, "bibliography", "doc-bibliography")


class RecordBook(Book):
    """One record."""

    def __init__(self, chapter: Chapter):
        super().__init__([chapter], chapter.page.title)


class Pack(Book):
    """A chosen set of records with cover, contents and citations."""

    is_pack = True

    def __init__(self, chapters: Iterable[Chapter], title: str, missing: Iterable[Missing] = ()):
        super().__init__(chapters, title or _("Briefing pack"))
        self.missing = list(missing)

    @property
    def description(self) -> str:
        return _("Records of an archive of diplomatic dialogue, with their editions and citations.")

    @property
    def identifier(self) -> str:
        told = [self.title, *(chapter.address for chapter in self.chapters)]
        return uuid5(NAMESPACE_URL, "\n".join(told)).urn

    @property
    def file_name(self) -> str:
        return _file_name(self.title)

    @cached_property
    def span(self) -> str:
        """From the earliest to the latest day that its records tell of."""
        days = [chapter.page.when for chapter in self.chapters if chapter.page.when]
        if not days:
            return ""
        first = min(day["earliest"] for day in days)
        last = max(day["latest"] for day in days)
        if first == last:
            return edtf(first)
        return _("%(first)s to %(last)s") % {"first": edtf(first), "last": edtf(last)}


def _file_name(title: str) -> str:
    """A title as the name of a file: letters and numbers of any script, joined by hyphens."""
    words = "".join(sign if sign.isalnum() else " " for sign in title).split()
    return "-".join(words)[:80] or "briefing-pack"


def _file(name: str) -> bytes:
    """A static file of ours."""
    return Path(finders.find(name)).read_bytes()


def _text(name: str) -> str:
    return _file(name).decode()
