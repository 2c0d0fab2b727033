"""What the head of a record's page, and of its answer, tells programs."""

from django.conf import settings
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from diplomacy.exports import metadata
from diplomacy.exports.citations import citable
from diplomacy.models import Edition
from diplomacy.reading.addresses import absolute, page_address

from .base import RecordPage


class RecordHead:
    """Meta elements, JSON-LD and typed links for ``page``, which shows ``edition``.

    ``is_past`` says that the page is one edition's and not the record's.
    """

    def __init__(self, page: RecordPage, edition: Edition, editions: list[Edition], *, is_past):
        self.page, self.edition, self.editions, self.is_past = page, edition, editions, is_past
        self.cited = citable(page.record, edition, links=page.links)

    @cached_property
    def url(self) -> str:
        """The full address of the page, in its language."""
        record = self.page.record
        if not self.is_past:
            return absolute(record.get_absolute_url())
        return page_address("record-edition", uid=record.uid, slug=record.slug, n=self.edition.n)

    @property
    def cite_url(self) -> str:
        """Where the page, or a paragraph of it, is cited."""
        where = {"uid": self.page.record.uid, "slug": self.page.record.slug}
        if not self.is_past:
            return reverse("record-cite", kwargs=where)
        return reverse("edition-cite", kwargs=where | {"n": self.edition.n})

    @cached_property
    def tags(self) -> list[metadata.Tag]:
        language = get_language() or settings.LANGUAGE_CODE
        description = str(self.page.description)
        return metadata.tags(
            self.cited, page_url=self.url, description=description, language=language
        )

    @cached_property
    def json_ld(self) -> SafeString:
        content, links = self.page.content, self.page.links
        return metadata.safe_json(metadata.json_ld(content, links, self.cited, self.url))

    @property
    def links(self) -> str:
        """The value of the ``Link`` header."""
        signposts = metadata.Signposts(self.page.record, self.edition, self.editions)
        return signposts.header(self.page.links, self.cited, is_edition_page=self.is_past)
