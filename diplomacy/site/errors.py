"""Pages for what cannot be shown, each saying what a reader can do next.

What was never public and what never existed get the same answer, to the byte.
"""

from django.conf.locale import LANG_INFO
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.template.loader import get_template
from django.utils.translation import get_supported_language_variant
from django.views.decorators.csrf import requires_csrf_token

from diplomacy import vocabulary
from diplomacy.models import Edition
from diplomacy.site import context
from diplomacy.vocabulary import Standing


def not_found(request: HttpRequest, exception=None) -> HttpResponse:
    """404, whatever the reason; another code for a language the archive speaks leads there."""
    code, path = _asked_language(request)
    if code and code not in context.PREFIXES:
        try:
            spoken = get_supported_language_variant(code.lower())
        except LookupError:
            found = {"unspoken": code, "spoken": context.languages_of(path)}
            return render(request, "404.html", found, status=404)
        query = request.META.get("QUERY_STRING", "")
        there = context.in_language(path, spoken) + (f"?{query}" if query else "")
        return HttpResponsePermanentRedirect(there)
    return render(request, "404.html", status=404)


def _asked_language(request: HttpRequest) -> tuple[str | None, str]:
    """The known code of a language that an address begins with, as written, and the path behind.

    In capitals a code means the same (BCP 47, 2.1.1).
    """
    first, _slash, rest = request.path.lstrip("/").partition("/")
    is_code = first.lower() in LANG_INFO or first.lower() in vocabulary.LANGUAGES
    return (first if is_code else None), "/" + rest.lstrip("/\\")


def bad_request(request: HttpRequest, exception=None) -> HttpResponse:
    """400 for a request that cannot be understood at all."""
    return render(request, "400.html", status=400)


@requires_csrf_token
def forbidden(request: HttpRequest, exception=None, reason: str = "") -> HttpResponse:
    """403, also for a form whose token is missing."""
    return render(request, "403.html", status=403)


def too_many(request: HttpRequest, seconds: int) -> HttpResponse:
    """429 for whoever sends forms too often, with how long to wait."""
    minutes = max(1, seconds // 60)
    response = render(request, "429.html", {"minutes": minutes}, status=429)
    response.headers["Retry-After"] = str(seconds)
    return response


def server_error(request: HttpRequest) -> HttpResponse:
    """500, from a template that needs neither request nor database."""
    return HttpResponse(get_template("500.html").render(), status=500)


def gone(request: HttpRequest, edition: Edition) -> HttpResponse:
    """410 for a record that was withdrawn without text or removed: the reason, and no more.

    ``edition`` is the record's last, with its entry.
    """
    return render(
        request,
        "410.html",
        {
            "is_removed": edition.standing == Standing.REMOVED,
            "reason": edition.note,
            "gone_at": edition.at,
        },
        status=410,
    )
