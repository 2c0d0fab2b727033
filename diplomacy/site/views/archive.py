"""The list of everything, and the search through it."""

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from diplomacy.models import Edition
from diplomacy.search.facets import facets
from diplomacy.search.params import BadParameter, SearchParams
from diplomacy.search.passages import marker, passages
from diplomacy.search.results import Results, search
from diplomacy.site import filters

LENGTH = 20


@require_safe
def archive(request: HttpRequest) -> HttpResponse:
    """Search results, or all records; 400 for what cannot be asked, keeping what was typed."""
    try:
        params = SearchParams.read(request.GET)
        results = search(params, limit=LENGTH, page=_page_number(request.GET))
    except BadParameter as error:
        context = {"form": filters.form(request.GET, error), "error": error}
        return render(request, "archive.html", context, status=400)
    counted = filters.facet_lists(facets(params), request.GET, results.total)
    context = {
        "form": filters.form(request.GET),
        "results": results,
        "total": number_format(results.total, force_grouping=True),
        "shown": _shown(results),
        "facets": counted,
        "chips": filters.chips(params, request.GET, counted),
        "pager": _pager(results, request.GET),
        "suggestions": [] if results.total else filters.suggestions(params, request.GET),
        "query_string": filters.changed(request.GET, page=None),
    }
    return render(request, "archive.html", context)


def _page_number(data: QueryDict) -> int:
    given = data.get("page") or "1"
    if not (given.isascii() and given.isdecimal() and len(given) < 10):
        raise BadParameter("page", _("This is not the number of a page."))
    return int(given)


def _shown(results: Results) -> list[dict]:
    """Each record with its title and passages cut into marked pieces."""
    query = results.query
    if not query.sought:
        return [{"record": record} for record in results.records]
    editions = Edition.objects.in_bulk([record.edition_id for record in results.records])
    mark = marker(query)
    return [
        {
            "record": record,
            "pieces": mark(record.title),
            "passages": passages(editions[record.edition_id].content, query),
        }
        for record in results.records
    ]


def _pager(results: Results, data: QueryDict) -> dict:
    page, pages = results.page, results.pages
    return {
        "number": page,
        "pages": pages if results.is_exact else None,
        "previous": "?" + filters.changed(data, page=page - 1) if page > 1 else None,
        "next": "?" + filters.changed(data, page=page + 1) if page < pages else None,
        "is_capped": page == pages and not results.is_exact,
    }
