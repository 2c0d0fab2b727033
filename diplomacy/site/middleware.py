"""What holds for every answer: its language, security headers, no body where HEAD is asked."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.middleware.gzip import GZipMiddleware
from django.middleware.locale import LocaleMiddleware
from django.utils import translation
from django.utils.cache import patch_vary_headers

EDITORS = "/admin/"
COMPRESSIBLE = (
    "text/",
    "application/json",
    "application/x-ndjson",
    "application/xml",
    "application/atom+xml",
    "image/svg+xml",
)
"""Beginnings of the content types that are worth compressing."""


class HeadersAlone:
    """Answers HEAD with the headers that GET would have, and without its body (RFC 9110, 9.3.2).

    Django leaves that to the server, and servers warn of it or, with a file, send it.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.method == "HEAD":
            if response.streaming:
                response.streaming_content = ()
            else:
                response.content = b""
        return response


class Compression(GZipMiddleware):
    """Compresses pages, data and feeds; pictures, PDF and the like are compressed already.

    Django adds random bytes to what it compresses, so that the length of an answer tells
    nothing about a secret in it.
    """

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        if not response.headers.get("Content-Type", "").startswith(COMPRESSIBLE):
            return response
        return super().process_response(request, response)


class SecurityHeaders:
    """Adds Content-Security-Policy and Permissions-Policy; Django's own middleware adds the rest.

    Goes when Django 6 brings `django.middleware.csp`: the setting already has its name and shape.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response
        self.headers = {
            "Content-Security-Policy": policy(settings.SECURE_CSP),
            "Permissions-Policy": settings.PERMISSIONS_POLICY,
        }

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        for name, value in self.headers.items():
            response.headers.setdefault(name, value)
        return response


def policy(directives: dict[str, list[str]]) -> str:
    """The header's value for `{directive: [source, …]}`."""
    return "; ".join(" ".join([name, *sources]) for name, sources in directives.items())


class Languages(LocaleMiddleware):
    """The language of a public answer is that of its address; of an editor's, the editor's choice.

    What a browser says it prefers changes no public address: a citation, a cache and a reader who
    is sent a link all get the page that was meant, and pages differ by nothing but their address.
    """

    def process_request(self, request: HttpRequest) -> None:
        if not is_for_editors(request):
            super().process_request(request)
            return
        translation.activate(translation.get_language_from_request(request))
        request.LANGUAGE_CODE = translation.get_language()

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        if response.headers.get("Content-Type", "").startswith("text/html"):
            response.headers.setdefault("Content-Language", translation.get_language())
        if is_for_editors(request):
            patch_vary_headers(response, ("Accept-Language", "Cookie"))
        return response


def is_for_editors(request: HttpRequest) -> bool:
    """Whether an address is one of the editors' screens."""
    return request.path_info.startswith(EDITORS)
