"""How to search, with examples that can be followed."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from diplomacy.site.search_help import SECTIONS, fields


@require_safe
def searching(request: HttpRequest) -> HttpResponse:
    """The help page of the search."""
    return render(request, "search_help.html", {"sections": SECTIONS, "fields": fields()})
