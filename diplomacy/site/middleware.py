"""What holds for every answer: security headers, and no body where HEAD is asked."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.middleware.gzip import GZipMiddleware

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
