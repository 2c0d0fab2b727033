"""Taking records away: one as PDF or EPUB, a chosen set as a briefing pack."""

import logging
from collections.abc import Callable

from django.core.cache import cache
from django.http import HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import render
from django.utils.cache import get_conditional_response
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from diplomacy.exports import epub, pdf
from diplomacy.search.params import SearchParams
from diplomacy.search.results import search
from diplomacy.site.books.book import Book, Pack, RecordBook
from diplomacy.site.books.chapters import chapters
from diplomacy.site.books.choice import Choice

from .records import RecordAddress, is_shown, numbered

logger = logging.getLogger(__name__)

LONGEST = 600_000
"""Characters of text in one PDF."""
BYTES_KEPT = 300_000
SECONDS_KEPT = 600
"""How long, and up to which length, a PDF is kept in the cache."""
FOUND = 10
"""Records offered for a pack at a time."""
MEDIA_TYPES = {"pdf": pdf.MEDIA_TYPE, "epub": epub.MEDIA_TYPE}
POLICY = "frame-ancestors 'none'"
"""A browser's own PDF reader needs styles and pictures of its own; there is nothing else to run."""


class RecordBookAddress(RecordAddress):
    """Base of the addresses of a record to be taken away; with ``n``, of that edition."""

    def show(self, request: HttpRequest, n: int | None = None) -> HttpResponse:
        edition = self.record.edition if n is None else numbered(self.editions(), n)
        if not is_shown(edition):
            return self.not_shown(request, edition)
        book = RecordBook(*chapters([(self.record, edition)]))
        return self.taken(request, book)

    def taken(self, request: HttpRequest, book: Book) -> HttpResponse:
        raise NotImplementedError


class RecordPdf(RecordBookAddress):
    def taken(self, request: HttpRequest, book: Book) -> HttpResponse:
        return as_pdf(request, book)


class RecordEpub(RecordBookAddress):
    def taken(self, request: HttpRequest, book: Book) -> HttpResponse:
        return as_epub(request, book)


@require_safe
def pack(request: HttpRequest) -> HttpResponse:
    """The chosen set: what is in it, in which order, and what could be added."""
    return _pack_page(request, Choice.read(request.GET))


@require_safe
def pack_pdf(request: HttpRequest) -> HttpResponse:
    return _pack_as(as_pdf, request)


@require_safe
def pack_epub(request: HttpRequest) -> HttpResponse:
    return _pack_as(as_epub, request)


def _pack_as(form: Callable, request: HttpRequest) -> HttpResponse:
    """The pack in one form; where nothing chosen is public, the page that says so, as 404."""
    choice = Choice.read(request.GET)
    if not choice.records:
        return _pack_page(request, choice, status=404)
    told = chapters((record, record.edition) for record in choice.records)
    return form(request, Pack(told, choice.title, choice.missing))


def _pack_page(request: HttpRequest, choice: Choice, *, status: int = 200) -> HttpResponse:
    sought = request.GET.get("find", "").strip()
    results = search(SearchParams(q=sought), limit=FOUND, page=1) if sought else None
    chosen = {record.uid for record in choice.records}
    found = [row for row in results.records if row.uid not in chosen] if results else []
    context = {"choice": choice, "rows": choice.rows(), "sought": sought, "found": found}
    return render(request, "pack/pack.html", context, status=status)


def as_pdf(request: HttpRequest, book: Book) -> HttpResponse:
    """The book as PDF; a page that says why where none can be made."""
    if not pdf.is_available():
        # 501: asking again changes nothing, installing does.
        return _not_made(request, book, "missing", status=501)
    if book.length > LONGEST:
        return _not_made(request, book, "long", status=400)
    html = book.for_print()
    identity = pdf.identity(html)
    try:
        return _answer(request, book, "pdf", identity, lambda: _made(identity, html))
    except (pdf.BusyError, pdf.NotMadeError) as error:
        if isinstance(error, pdf.NotMadeError):
            logger.error("PDF of %s: %s", request.get_full_path(), error)
        response = _not_made(request, book, "busy", status=503)
        response.headers["Retry-After"] = str(pdf.SECONDS_TO_WAIT)
        return response


def as_epub(request: HttpRequest, book: Book) -> HttpResponse:
    """The book as EPUB."""
    made = book.for_devices()
    return _answer(request, book, "epub", epub.identity(made), lambda: made)


def _made(identity: str, html: str) -> bytes:
    """The PDF, kept for a while under its identity if it is small."""
    key = f"pdf:{identity}"
    made = cache.get(key)
    if made is None:
        made = pdf.make(html)
        if len(made) <= BYTES_KEPT:
            cache.set(key, made, SECONDS_KEPT)
    return made


def _answer(
    request: HttpRequest, book: Book, ending: str, identity: str, make: Callable[[], bytes]
) -> HttpResponseBase:
    """The file under a strong ETag: the same identity, the same bytes. Made only when needed."""
    etag = f'"{identity[:32]}"'
    response = get_conditional_response(request, etag=etag)
    if response is None:
        is_attached = ending != "pdf"
        headers = {
            "Content-Disposition": content_disposition_header(
                is_attached, f"{book.file_name}.{ending}"
            ),
            "Content-Security-Policy": POLICY,
            "X-Robots-Tag": "noindex",
        }
        told = {"content_type": MEDIA_TYPES[ending], "headers": headers}
        # HEAD: nothing is made, and so no length is known, not even that of an empty body.
        is_head = request.method == "HEAD"
        response = StreamingHttpResponse(**told) if is_head else HttpResponse(make(), **told)
    response.headers["ETag"] = etag
    response.headers["Cache-Control"] = "no-cache"
    return response


def _not_made(request: HttpRequest, book: Book, reason: str, *, status: int) -> HttpResponse:
    """The page in place of a PDF, which offers what can be had."""
    asked = request.META["QUERY_STRING"]
    other = request.path.removesuffix("pdf") + "epub"
    context = {
        "reason": reason,
        "book": book,
        "epub_url": f"{other}?{asked}" if asked else other,
        "longest": LONGEST,
    }
    return render(request, "pack/not_made.html", context, status=status)
