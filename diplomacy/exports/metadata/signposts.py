"""Signposting (https://signposting.org): typed links in the header of a record's page."""

from django.conf import settings
from django.utils import translation

from diplomacy import kinds
from diplomacy.exports.citations import STYLES, Citable
from diplomacy.models import Edition, PublicRecord
from diplomacy.reading.addresses import absolute, page_address
from diplomacy.reading.links import Links
from diplomacy.vocabulary import LISTED, PersonPart

MOST_AUTHORS = 10
WRITERS = (PersonPart.AUTHOR, PersonPart.SPEAKER)


class Signposts:
    """The links of one page: of a record as it stands, or of one of its editions."""

    def __init__(self, record: PublicRecord, edition: Edition, editions: list[Edition]):
        self.record, self.edition, self.editions = record, edition, editions

    def header(self, links: Links, cited: Citable, *, is_edition_page: bool) -> str:
        """The value of the ``Link`` header."""
        cite_as = cited.url if is_edition_page else cited.record_url
        with translation.override(settings.LANGUAGE_CODE):
            rows = [
                (cite_as, "cite-as", ""),
                (_type(self.edition.content), "type", ""),
                ("https://schema.org/AboutPage", "type", ""),
                *self._authors(links),
                *self._described(is_edition_page),
                *self._files(links),
                (page_address("archive"), "collection", "text/html"),
                *self._versions(is_edition_page),
            ]
        return ", ".join(_link(*row) for row in rows)

    def _authors(self, links: Links) -> list[tuple]:
        rows = [row for row in self.edition.content["people"] if row["role"] in WRITERS]
        found = [links.name("person", row["slug"]) for row in rows[:MOST_AUTHORS]]
        urls = [absolute(link.url) for link in found if link and link.url]
        return [(url, "author", "") for url in dict.fromkeys(urls)]

    def _described(self, is_edition_page: bool) -> list[tuple]:
        uid, n, slug = self.record.uid, self.edition.n, self.record.slug
        if is_edition_page:
            api = page_address("api:record-edition", uid=uid, n=n)
            where, name = {"uid": uid, "slug": slug, "n": n}, "edition-cite-style"
        else:
            api = page_address("api:record-detail", uid=uid)
            where, name = {"uid": uid, "slug": slug}, "record-cite-style"
        formats = [style for style in STYLES.values() if not style.is_prose]
        return [(api, "describedby", "application/json")] + [
            (
                page_address(name, style=style.code, **where),
                "describedby",
                _bare(style.content_type),
            )
            for style in formats
        ]

    def _files(self, links: Links) -> list[tuple]:
        found = [links.file(row["file"]) for row in self.edition.content["attachments"]]
        return [(absolute(path), "item", "") for path in found if path]

    def _versions(self, is_edition_page: bool) -> list[tuple]:
        """The history of the record (RFC 5829): all editions, the latest, the one before."""
        where = {"uid": self.record.uid, "slug": self.record.slug}
        rows = [(page_address("record-editions", **where), "version-history", "")]
        shown = [row.n for row in self.editions if row.standing in LISTED]
        before = [n for n in shown if n < self.edition.n]
        after = [n for n in shown if n > self.edition.n]
        if is_edition_page:
            rows.append((page_address("record", **where), "latest-version", ""))
        if before:
            rows.append(
                (page_address("record-edition", **where, n=before[-1]), "predecessor-version", "")
            )
        if is_edition_page and after:
            rows.append(
                (page_address("record-edition", **where, n=after[0]), "successor-version", "")
            )
        return rows


def _type(content: dict) -> str:
    return f"https://schema.org/{kinds.KINDS[content['kind']].schema_type}"


def _bare(content_type: str) -> str:
    return content_type.partition(";")[0]


def _link(url: str, rel: str, type: str) -> str:
    return f'<{url}>; rel="{rel}"' + (f'; type="{type}"' if type else "")
