"""Meta elements: Highwire Press (``citation_*``), Dublin Core, Open Graph."""

from collections.abc import Iterator
from typing import NamedTuple

from diplomacy.exports.citations import Citable, cite
from diplomacy.exports.citations.citable import ARCHIVE
from diplomacy.exports.citations.fields import titled
from diplomacy.exports.citations.names import Name
from diplomacy.exports.citations.prose import account, one_line
from diplomacy.text import dates
from diplomacy.text.edtf import Edtf

LOCALES = {"en": "en_GB", "zh-hans": "zh_CN", "ur": "ur_PK"}
"""What Open Graph calls the languages of the interface."""


class Tag(NamedTuple):
    """One meta element: ``key`` is ``name``, or ``property`` for Open Graph."""

    key: str
    name: str
    content: str


def tags(cited: Citable, *, page_url: str, description: str, language: str) -> list[Tag]:
    """Every meta element of the page of what is cited; ``language`` is that of the page."""
    named = [*_highwire(cited, page_url), *_dublin_core(cited)]
    graph = _open_graph(cited, page_url, description, language)
    return [Tag("name", name, content) for name, content in named if content] + [
        Tag("property", name, content) for name, content in graph if content
    ]


def _highwire(cited: Citable, page_url: str) -> Iterator[tuple[str, str]]:
    yield "citation_title", titled(cited)
    yield from (("citation_author", sorted_name(name)) for name in cited.authors)
    yield "citation_publication_date", exact_day(cited.date).replace("-", "/")
    if cited.container:
        yield "citation_journal_title", cited.container
    elif cited.is_text:
        institution = " and ".join(name.printed for name in cited.authors if name.is_body)
        yield "citation_technical_report_institution", institution
    yield "citation_publisher", cited.carrier or ("" if cited.is_text else ARCHIVE)
    yield "citation_language", cited.language
    yield "citation_public_url", cited.url
    # Those who gather full texts are not to take a paraphrase for one.
    is_whole = cited.is_text and not account(cited)
    yield "citation_fulltext_html_url" if is_whole else "citation_abstract_html_url", page_url


def _dublin_core(cited: Citable) -> Iterator[tuple[str, str]]:
    yield "DC.title", titled(cited)
    yield from (("DC.creator", sorted_name(name)) for name in cited.authors)
    yield "DC.date", cited.date
    yield "DC.type", zotero_type(cited)
    yield "DC.language", cited.language
    yield "DC.identifier", cited.url
    yield "DC.publisher", cited.carrier or cited.container or ARCHIVE
    yield "DC.source", cited.copy.url if cited.copy else ""
    yield from (("DC.subject", topic) for topic in cited.topics)
    yield "DC.coverage", cited.issued_at
    yield "DCTERMS.abstract", one_line(cited.summary).strip()
    yield "DCTERMS.isVersionOf", cited.record_url
    yield "DCTERMS.issued", cited.edition_on.isoformat()
    yield "DCTERMS.bibliographicCitation", cite("chicago-note", cited)


def _open_graph(
    cited: Citable, page_url: str, description: str, language: str
) -> Iterator[tuple[str, str]]:
    yield "og:title", one_line(cited.title).strip()
    yield "og:type", "article"
    yield "og:url", page_url
    yield "og:description", one_line(description).strip()
    yield "og:site_name", ARCHIVE
    yield "og:locale", LOCALES.get(language, "")


def zotero_type(cited: Citable) -> str:
    """The kind of item that Zotero makes of it: it reads the names of its own types here."""
    if not cited.is_text:
        return "webpage"
    own = {"speech": "presentation", "interview": "interview"}.get(cited.kind)
    return own or ("newspaperArticle" if cited.container else "report")


def sorted_name(name: Name) -> str:
    """``Jiang, Zaidong``: the parts of a name are told apart by a comma; bodies stay whole."""
    return f"{name.family}, {name.given}" if name.family and name.given else name.printed


def exact_day(value: str) -> str:
    """``2024-05-16`` where a date is known to the day and without doubt; else empty."""
    found = read(value)
    is_exact = found and found.form == "point" and not (found.is_approximate or found.is_uncertain)
    return found.value if is_exact and found.earliest == found.latest else ""


def read(value: str) -> Edtf | None:
    try:
        return dates.parse(value) if value else None
    except dates.EdtfError:
        return None
