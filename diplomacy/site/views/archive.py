"""The list of everything, and the search through it."""

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.formats import number_format
from django.utils.translation import get_language, get_language_bidi
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from diplomacy.models import Edition, PublicRecord
from diplomacy.search.facets import facets_of
from diplomacy.search.operators import MAX_CHARACTERS
from diplomacy.search.params import BadParameter, SearchParams
from diplomacy.search.passages import marker, passages, said_by
from diplomacy.search.results import NoSuchPage, Results, page_of
from diplomacy.search.selection import Selection
from diplomacy.site import chips, filters, other_searches
from diplomacy.site.histogram import histogram

LENGTH = 20
MOST_FORMS = 10
"""Other forms of names that are told; the number of further ones is."""
LONGEST_MARKED = 300
"""Characters of words that links to passages carry, to be marked on the record's page."""


@require_safe
def archive(request: HttpRequest) -> HttpResponse:
    """Search results, or all records; 400 for what cannot be asked, keeping what was typed.

    404 for a page beyond the last.
    """
    data = _read_part(request.GET)
    try:
        selection = Selection(SearchParams.read(data))
        results = page_of(selection, limit=LENGTH, page=_page_number(data))
    except BadParameter as error:
        context = {"form": filters.form(data, error), "error": error}
        status = 404 if isinstance(error, NoSuchPage) else 400
        return render(request, "archive.html", context, status=status)
    context = {
        "form": filters.form(data),
        "results": results,
        "total": number_format(results.total, force_grouping=True),
        "shown": _shown(results, selection),
        "pager": _pager(results, data),
        "sorts": filters.sorts(selection, data),
        "query_string": filters.changed(data, page=None),
        **_around(selection, results, data),
    }
    return render(request, "archive.html", context)


def _read_part(data: QueryDict) -> QueryDict:
    """``data`` with no more of its words than are read, and one to tell that there were more.

    The words stand in every link of the page: thousands of them would make it one of megabytes.
    """
    if len(data.get("q", "")) <= MAX_CHARACTERS:
        return data
    read = data.copy()
    read["q"] = read["q"][: MAX_CHARACTERS + 1]
    return read


def _around(selection: Selection, results: Results, data: QueryDict) -> dict:
    """What stands around the results: chips, facets, the picture of years, other searches."""
    facets = facets_of(selection, get_language())
    conditions = chips.chips(selection, data, facets)
    years, link = filters.years(facets), filters.date_link(data, selection)
    is_empty = not results.total
    return {
        "chips": conditions,
        "facets": filters.facet_lists(facets, data, results.total),
        "picture": years and histogram(years, selection, link, is_mirrored=get_language_bidi()),
        "widened": _widened(selection, data),
        "better": other_searches.better_spelt(selection.params, data, results.total),
        "suggestions": (
            other_searches.suggestions(selection, data, conditions) if is_empty else []
        ),
    }


def _widened(selection: Selection, data: QueryDict) -> dict | None:
    """What was searched for besides the words as typed, and the search without that."""
    rows = selection.understood.widened
    if not rows:
        return None
    forms = list(dict.fromkeys(form for row in rows for form in row.also))
    return {
        "forms": forms[:MOST_FORMS],
        "others": max(0, len(forms) - MOST_FORMS),
        "url": "?" + filters.changed(data, exact="1"),
    }


def _page_number(data: QueryDict) -> int:
    given = data.get("page") or "1"
    if not (given.isascii() and given.isdecimal() and len(given) < 10):
        raise BadParameter("page", _("This is not the number of a page."))
    return int(given)


def _shown(results: Results, selection: Selection) -> list[dict]:
    """Each record with its title and passages cut into marked pieces."""
    query, speakers = results.query, selection.speakers
    if not (query.sought or speakers):
        return [{"record": record} for record in results.records]
    editions = Edition.objects.in_bulk([record.edition_id for record in results.records])
    mark, asked = marker(query), _asked_on_page(selection)
    shown = []
    for record in results.records:
        content = editions[record.edition_id].content
        excerpts = passages(content, query) or said_by(content, speakers)
        rows = [
            {"url": _passage_url(record, asked, excerpt.anchor), "pieces": excerpt.pieces}
            for excerpt in excerpts
        ]
        shown.append({"record": record, "pieces": mark(record.title), "passages": rows})
    return shown


def _asked_on_page(selection: Selection) -> str:
    """The query string that has the words marked on a record's page."""
    words = selection.understood.words
    if not words or len(words) > LONGEST_MARKED:
        return ""
    return "?" + urlencode({"q": words} | ({"exact": "1"} if selection.params.exact else {}))


def _passage_url(record: PublicRecord, asked: str, anchor: str) -> str:
    url = record.get_absolute_url() + asked
    return f"{url}#{anchor}" if anchor else url


def _pager(results: Results, data: QueryDict) -> dict:
    page, pages = results.page, results.pages
    return {
        "number": page,
        "pages": pages if results.is_exact else None,
        "previous": "?" + filters.changed(data, page=page - 1) if page > 1 else None,
        "next": "?" + filters.changed(data, page=page + 1) if page < pages else None,
        "is_capped": page == pages and not results.is_exact,
    }
