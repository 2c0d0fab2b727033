"""One state of the archive, one ETag: what makes every public answer fresh and cheap.

The generation is the last ledger number. Whatever the public sees follows from the ledger, the
address and this code, so an ETag of those three is enough, and a client that holds it is answered
with 304 after a single query.
"""

import hashlib
from collections.abc import Callable
from pathlib import Path

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django.utils.http import parse_etags

from diplomacy import publishing
from diplomacy.exports import pdf
from diplomacy.publishing import generation

NOT_PUBLIC = ("/admin/", "/healthz", settings.STATIC_URL)
"""Beginnings of addresses that do not follow from the ledger."""
VALIDATED = (200, 301, 404, 410)
"""Answers that stay true while the generation does."""
BYTES_KEPT = 200_000
SECONDS_KEPT = 600
"""How long, and up to which length, a page is kept in the cache for its generation."""
CODE = (
    *("diplomacy/**/*.py", "diplomacy/**/*.mo", "config/*.py", "templates/**/*.html"),
    "fixtures/front/*.md",
)


class GenerationMiddleware:
    """Settles what is due, answers 304 where it can, and marks answers with their generation.

    ``request.generation`` is the ``Head`` the answer is made for. An answer for someone who is
    known (a session, a key) is never marked, since it may hold more than the public sees; nor is
    one whose view says ``never_cache``, since it does not follow from the ledger (a form, a count
    of this minute, a secret link).
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response
        self.code = fingerprint(settings.BASE_DIR)

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method not in ("GET", "HEAD") or request.path.startswith(NOT_PUBLIC):
            return self.get_response(request)
        request.generation = settled_head()
        if is_known(request):
            return self.get_response(request)
        etag = etag_of(request, self.code)
        held = parse_etags(request.headers.get("If-None-Match", ""))
        # While somebody works on templates, the code's fingerprint is not enough.
        if not settings.DEBUG and _is_among(etag, held):
            return _marked(HttpResponseNotModified(), etag)
        response = self._answer(request, etag)
        if "no-store" in response.headers.get("Cache-Control", ""):
            return response
        if response.status_code == 200 and held == ["*"]:
            return _marked(HttpResponseNotModified(), etag)
        return _marked(response, etag) if response.status_code in VALIDATED else response

    def _answer(self, request: HttpRequest, etag: str) -> HttpResponse:
        """The page kept for this very state of the archive, or one made now."""
        key = key_of_page(request, etag)
        response = cache.get(key) if key else None
        if response is None:
            response = self.get_response(request)
            if key and may_be_kept(response):
                cache.set(key, response, SECONDS_KEPT)
        return response


def key_of_page(request: HttpRequest, etag: str) -> str:
    """What a page is kept under; empty where none is kept."""
    if request.method != "GET" or request.COOKIES or settings.DEBUG:
        return ""
    asked = f"{request.scheme}://{request.headers.get('Host', '')} {etag}"
    return f"page:{hashlib.sha256(asked.encode()).hexdigest()}"


def may_be_kept(response: HttpResponse) -> bool:
    """Whether it is a page for people, whole, the same for everybody, and not too long.

    Answers of the API are made anew: its views count who asks how often.
    """
    return (
        response.status_code == 200
        and not (response.streaming or response.cookies or response.has_header("Cache-Control"))
        and response.headers["Content-Type"].startswith("text/html")
        and len(response.content) <= BYTES_KEPT
    )


def settled_head() -> generation.Head:
    """The head of the ledger, after what is due by now has been published."""
    head = generation.current()
    if head.next_due and head.next_due <= timezone.now():
        publishing.settle()
        head = generation.current()
    return head


def is_known(request: HttpRequest) -> bool:
    """Whether the request says who asks."""
    return settings.SESSION_COOKIE_NAME in request.COOKIES or "Authorization" in request.headers


def etag_of(request: HttpRequest, code: str) -> str:
    """The weak ETag of an answer to ``request``; its language is part of the address."""
    asked = f"{request.get_full_path()}\n{request.headers.get('Accept', '')}"
    digest = hashlib.sha256(asked.encode()).hexdigest()[:16]
    return f'W/"{request.generation.number}-{code}-{digest}"'


def fingerprint(root: Path) -> str:
    """A short hash of code, templates and settings that pages show: other ones, other pages."""
    shown = (settings.BASE_URL, settings.SENDS_MAIL, settings.CONTACT)
    digest = hashlib.sha256("\n".join(map(str, shown)).encode())
    for pattern in CODE:
        for path in sorted(root.glob(pattern)):
            digest.update(path.read_bytes())
    # Pages offer PDF where it can be made.
    digest.update(pdf.version().encode())
    return digest.hexdigest()[:10]


def _is_among(etag: str, held: list[str]) -> bool:
    """Whether a client holds this ETag; weak and strong compare as one (RFC 9110, 13.1.2)."""
    return etag.removeprefix("W/") in (tag.removeprefix("W/") for tag in held)


def _marked(response: HttpResponse, etag: str) -> HttpResponse:
    """The answer under its ETag; a file that has one of its own bytes keeps that."""
    response.headers.setdefault("ETag", etag)
    response.headers.setdefault("Cache-Control", "no-cache")
    patch_vary_headers(response, ["Accept"])
    return response
