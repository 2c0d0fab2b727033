"""The sitemap in sections and pages, and robots.txt.

A page holds the rows whose key falls into one span, so that any page of any archive costs the same.
Each page of the site stands once for every language of the interface, with all the others.
"""

from datetime import datetime
from io import StringIO
from itertools import chain

from django.db.models import F, IntegerField, Max
from django.db.models.functions import Cast
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.xmlutils import SimplerXMLGenerator
from django.views.decorators.http import require_safe

from diplomacy.models import AUTHORITY_MODELS, FrontPage, PublicRecord
from diplomacy.reading import named
from diplomacy.reading.addresses import absolute, page_address

from .context import NAVIGATION, WAYS_IN, languages_of

SPAN = 2_000
"""Keys of one page; the protocol allows 50,000 addresses, and each key has one a language."""
LAST = 2**63 // SPAN - 1
"""The last page that a key could be on."""
NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
OF_LINKS = "http://www.w3.org/1999/xhtml"
WITHOUT_PAGE = {"office"}
"""Authority records that have no page of their own."""
ROBOTS = """User-agent: *
Disallow: /admin/
Disallow: /archive/?
Disallow: /*/archive/?
Disallow: /follow/
Disallow: /*/follow/
Disallow: /*/report/
Disallow: /pack
Disallow: /*/pack
Disallow: /*/record.pdf
Disallow: /*/record.epub

Sitemap: {sitemap}
"""


def _records():
    return PublicRecord.objects.listed().annotate(changed=F("changed_at"))


def _authorities(model):
    return lambda: named.public(model)


SECTIONS = {"records": _records} | {
    type: _authorities(model)
    for type, model in AUTHORITY_MODELS.items()
    if type not in WITHOUT_PAGE
}
"""Querysets of what has addresses, by section; each row can say its ``get_absolute_url``."""


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """The list of all pages of the sitemap."""
    pages = [(_page_url("pages", 0), None)]
    for section_name, rows in SECTIONS.items():
        pages += [(_page_url(section_name, n), changed) for n, changed in _spans(rows())]
    return _xml("sitemapindex", "sitemap", pages)


@require_safe
def section(request: HttpRequest, section: str, page: int) -> HttpResponse:
    """One page of one section; 404 for a section or a page that is not there."""
    if section == "pages" and page == 0:
        ways = [name for name, _label in [*NAVIGATION, *WAYS_IN]]
        names = ["home", *ways, "help-searching", *FrontPage.values]
        return _in_languages([(reverse(name), None) for name in names])
    if section not in SECTIONS or page > LAST:
        raise Http404
    rows = SECTIONS[section]().filter(pk__gte=page * SPAN, pk__lt=(page + 1) * SPAN)
    found = [(row.get_absolute_url(), getattr(row, "changed", None)) for row in rows.order_by("pk")]
    if not found:
        raise Http404
    return _in_languages(found)


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """What crawlers may read: everything but forms and the endless lists of filtered searches."""
    text = ROBOTS.format(sitemap=page_address("sitemap"))
    return HttpResponse(text, content_type="text/plain; charset=utf-8")


def _spans(rows) -> list[tuple[int, datetime | None]]:
    """The numbers of the pages that have rows, and when the newest row of each changed."""
    spans = rows.order_by().annotate(span=Cast(F("pk") / SPAN, IntegerField())).values("span")
    if "changed" in rows.query.annotations:
        spans = spans.annotate(last=Max("changed")).order_by("span")
        return list(spans.values_list("span", "last"))
    numbers = spans.values_list("span", flat=True).distinct().order_by("span")
    return [(number, None) for number in numbers]


def _page_url(section_name: str, number: int) -> str:
    return reverse("sitemap-section", args=[section_name, number])


def _in_languages(rows: list[tuple[str, datetime | None]]) -> HttpResponse:
    """A page of the sitemap of ``(path, changed)`` rows, each in every language spoken."""
    spoken = []
    for path, changed in rows:
        languages = [row for row in languages_of(path) if row["is_translated"]]
        links = [(row["code"], row["absolute"]) for row in languages]
        links.append(("x-default", languages[0]["absolute"]))
        spoken += [(row["url"], changed, links) for row in languages]
    return _xml("urlset", "url", spoken)


def _xml(root: str, item: str, rows: list[tuple]) -> HttpResponse:
    """A sitemap document of ``(path, changed)`` rows; ``[(language, address)]`` may follow."""
    out = StringIO()
    xml = SimplerXMLGenerator(out, "utf-8")
    xml.startDocument()
    xml.startElement(root, {"xmlns": NAMESPACE, "xmlns:xhtml": OF_LINKS})
    for path, changed, *links in rows:
        xml.startElement(item, {})
        xml.addQuickElement("loc", absolute(path))
        if changed:
            xml.addQuickElement("lastmod", changed.isoformat(timespec="seconds"))
        for language, address in chain.from_iterable(links):
            attributes = {"rel": "alternate", "hreflang": language, "href": address}
            xml.addQuickElement("xhtml:link", attrs=attributes)
        xml.endElement(item)
    xml.endElement(root)
    xml.endDocument()
    return HttpResponse(out.getvalue(), content_type="application/xml")
