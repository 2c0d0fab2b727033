"""What the page of citations shows, and what became of a paragraph somebody was pointed to."""

from urllib.parse import urlencode

from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.html import escape
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from diplomacy.exports.citations import STYLES, Citable, Style, cite, cite_html
from diplomacy.models import Edition, PublicRecord
from diplomacy.site.templatetags.archive import day, edtf
from diplomacy.vocabulary import LISTED, Change

WORDS_SHOWN = 10
"""Of a paragraph, in a list to choose from."""


class CitePage:
    """One edition of ``record``, or one paragraph of it, in every style."""

    def __init__(
        self, record: PublicRecord, edition: Edition, editions: list[Edition], cited: Citable
    ):
        self.record, self.edition, self.editions, self.cited = record, edition, editions, cited

    @property
    def is_latest(self) -> bool:
        return self.edition.pk == self.record.edition_id

    @cached_property
    def prose(self) -> list[dict]:
        """``{style, html, url}`` of the styles meant for people."""
        return [self._shown(style) for style in STYLES.values() if style.is_prose]

    @cached_property
    def files(self) -> list[dict]:
        """The same of the formats meant for reference managers."""
        return [self._shown(style) for style in STYLES.values() if not style.is_prose]

    def _shown(self, style: Style) -> dict:
        text = cite(style.code, self.cited)
        html = cite_html(style.code, self.cited) if style.is_prose else escape(text)
        where = {"uid": self.record.uid, "slug": self.record.slug, "style": style.code}
        if self.is_latest:
            url = reverse("record-cite-style", kwargs=where)
        else:
            url = reverse("edition-cite-style", kwargs=where | {"n": self.edition.n})
        return {"style": style, "html": html, "url": url + query(self.cited.paragraph_key)}

    @cached_property
    def choices(self) -> list[dict]:
        """The editions to choose from, newest first; those that show nothing are left out."""
        return [
            {"n": row.n, "label": _edition_label(row), "is_chosen": row.n == self.edition.n}
            for row in reversed(self.editions)
            if row.standing in LISTED
        ]

    @cached_property
    def paragraphs(self) -> list[dict]:
        """The paragraphs to choose from, by number and first words."""
        return [
            {
                "key": row["key"],
                "number": row["number"],
                "begins": begins(row["text"]),
                "is_chosen": row["key"] == self.cited.paragraph_key,
            }
            for row in self.edition.content.get("paragraphs", [])
        ]

    @cached_property
    def paragraph(self) -> dict | None:
        """The paragraph that is cited."""
        return paragraph_of(self.edition, self.cited.paragraph_key)


def _edition_label(edition: Edition) -> str:
    said = {"n": edition.n, "day": edtf(day(edition.at)), "change": Change(edition.change).label}
    return _("Edition %(n)d, %(day)s (%(change)s)") % said


class Moved:
    """A paragraph as ``edition`` had it (``then``), where it is changed or gone ``now``."""

    def __init__(self, record: PublicRecord, edition: Edition, then: dict, now: dict | None):
        self.edition, self.then, self.now = edition, then, now
        self.key: str = then["key"]
        self.is_gone = now is None
        self.latest: int = record.edition.n
        where = {"uid": record.uid, "slug": record.slug, "a": edition.n, "b": self.latest}
        self.compare_url = reverse("record-diff", kwargs=where)


def paragraph_of(edition: Edition, key: str) -> dict | None:
    """The paragraph of that key, as the edition shows it; None where it shows none."""
    rows = edition.content.get("paragraphs", [])
    return next((row for row in rows if row["key"] == key), None)


def words_of(paragraph: dict) -> tuple[str, str]:
    """What is compared to tell whether a paragraph still says the same."""
    return paragraph["heading"], paragraph["text"]


def begins(text: str) -> str:
    """The first words of a paragraph; fewer where there are no blanks between words."""
    return Truncator(Truncator(text).words(WORDS_SHOWN, truncate="…")).chars(80, truncate="…")


def query(key: str) -> str:
    """The end of an address that asks for one paragraph."""
    return f"?{urlencode({'paragraph': key})}" if key else ""
