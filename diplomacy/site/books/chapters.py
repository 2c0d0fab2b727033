"""A record in one of its editions, as a chapter: everything the templates of books read."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.safestring import SafeString
from django.utils.text import Truncator
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from diplomacy.exports import citations
from diplomacy.models import Edition, PublicRecord
from diplomacy.reading import offices
from diplomacy.reading.addresses import page_address
from diplomacy.reading.links import Links
from diplomacy.site.pages import PAGES, RecordPage
from diplomacy.site.pages.history import last_correction
from diplomacy.vocabulary import Display, Held, Standing

SHORT = 70
"""Characters of a title that fit at the head of every sheet."""


@dataclass(frozen=True)
class Chapter:
    """One record of a book. ``number`` counts from 1."""

    number: int
    record: PublicRecord
    edition: Edition
    page: RecordPage
    correction: tuple[Edition, Edition] | None
    citation: SafeString

    @property
    def anchor(self) -> str:
        return f"record-{self.record.uid}"

    @property
    def name(self) -> str:
        """Its file in an EPUB."""
        return f"chapter-{self.number:02}"

    @property
    def short_title(self) -> str:
        return Truncator(self.page.title).chars(SHORT)

    @property
    def is_latest(self) -> bool:
        return self.edition.pk == self.record.edition_id

    @property
    def withdrawn(self) -> Edition | None:
        """The edition that withdrew the record, where it is withdrawn now."""
        is_withdrawn = self.record.standing == Standing.WITHDRAWN
        return self.record.edition if is_withdrawn else None

    @property
    def address(self) -> str:
        """The lasting address of the record, with the archive's own name."""
        return page_address("record-short", uid=self.record.uid)

    @property
    def edition_address(self) -> str:
        """The lasting address of this very edition."""
        record = self.record
        return page_address("record-edition", uid=record.uid, slug=record.slug, n=self.edition.n)

    @property
    def at_the_table(self) -> list[dict]:
        """The groups of people whom the head of the record tells, chairs first.

        By their part in it, as the edition has it: their countries would be asked for one by one.
        """
        page = self.page
        return [group for group in page.people if group["part"] in page.told_first]

    @property
    def label(self) -> str:
        """What every sheet must say of the words on it; empty where they are the text's own."""
        content = self.page.content
        if self.withdrawn:
            return _("Withdrawn")
        if content.get("held") == Held.PARAPHRASE:
            return _("The archive’s paraphrase, not the wording")
        if not content.get("paragraphs"):
            return ""
        is_part = content["held"] == Held.EXCERPT or content["display"] == Display.EXTRACT
        return _("Not the whole text") if is_part else ""


def chapters(chosen: Iterable[tuple[PublicRecord, Edition]]) -> list[Chapter]:
    """A chapter for each record with the edition to be shown of it, in a fixed number of queries.

    Records need their last edition and its entry loaded, editions their entry.
    """
    chosen = list(chosen)
    contents = [edition.content for _record, edition in chosen]
    are_current = all(edition.pk == record.edition_id for record, edition in chosen)
    links = Links.for_contents(contents, are_current=are_current, language=get_language())
    pages = [
        PAGES[edition.content["type"]](record, edition.content, links) for record, edition in chosen
    ]
    _tell_offices(pages)
    histories = _histories(record for record, _edition in chosen)
    return [
        Chapter(
            number,
            page.record,
            edition,
            page,
            last_correction(histories[page.record.pk], edition),
            citations.cite_html("chicago", citations.citable(page.record, edition, links=links)),
        )
        for number, (page, (_, edition)) in enumerate(zip(pages, chosen, strict=True), start=1)
    ]


def _tell_offices(pages: list[RecordPage]) -> None:
    """Ask once for what every page would ask for by itself: the offices people held that day."""
    dated = [page for page in pages if page.day]
    asked = [({row["slug"] for row in page.content["people"]}, page.day) for page in dated]
    for page, held in zip(dated, offices.held_on_each(asked, get_language()), strict=True):
        page.offices = held


def _histories(records: Iterable[PublicRecord]) -> dict[int, list[Edition]]:
    """All editions of each record in order, without their content. One query."""
    rows = Edition.objects.filter(record__in=[record.pk for record in records])
    found = defaultdict(list)
    for edition in rows.select_related("entry").defer("content").order_by("n"):
        found[edition.record_id].append(edition)
    return found
