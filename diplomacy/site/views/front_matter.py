"""The pages about the archive, and what each said before."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from diplomacy.models import FrontEdition, FrontPage
from diplomacy.reading import front_matter

MOST = 2**31 - 1
"""No version has a greater number, and no database is asked for one."""


@require_safe
def page(request: HttpRequest, page: FrontPage) -> HttpResponse:
    """One page, as last published or as shipped."""
    return render(request, "front/page.html", context_of(page))


def context_of(page: FrontPage) -> dict:
    """What every page about the archive shows."""
    text = front_matter.shown(page, get_language())
    is_listed = text.edition and not text.is_instead
    versions_url = reverse(f"{page}-versions") if is_listed else ""
    return front_matter.context(text) | {"versions_url": versions_url}


@require_safe
def versions(request: HttpRequest, page: FrontPage) -> HttpResponse:
    """When the page was changed, the latest first."""
    found = front_matter.versions(page, get_language())
    rows = [
        {
            "edition": row,
            "url": "" if row.is_shipped else reverse(f"{page}-version", kwargs={"n": row.n}),
        }
        for row in found
    ]
    context = {"page": page, "page_url": reverse(page), "versions": rows}
    return render(request, "front/versions.html", context)


@require_safe
def version(request: HttpRequest, page: FrontPage, n: int) -> HttpResponse:
    """The page as one version had it; 404 for a number that is none."""
    edition = front_matter.version(page, get_language(), n) if n <= MOST else None
    if edition is None:
        raise Http404
    text = front_matter.of(page, edition.language, edition.words, edition=edition)
    context = front_matter.context(text) | {
        "page_url": reverse(page),
        "versions_url": reverse(f"{page}-versions"),
        "is_last": not FrontEdition.objects.of(page, edition.language).filter(n__gt=n).exists(),
    }
    return render(request, "front/version.html", context)
