"""Everything a search finds, to take away: a table, full records, references."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.db.models import QuerySet
from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseBadRequest,
    StreamingHttpResponse,
)
from django.views.decorators.http import require_safe

from diplomacy.exports import jsonl, references, table
from diplomacy.models import PublicRecord
from diplomacy.search.params import OLDEST, BadParameter, SearchParams
from diplomacy.search.selection import Selection


@dataclass(frozen=True)
class Format:
    """A format of results: ``write`` gives it piece by piece, the oldest first or the newest."""

    content_type: str
    write: Callable[[QuerySet[PublicRecord], bool], Iterator[str]]


def _table(records: QuerySet[PublicRecord], is_oldest_first: bool) -> Iterator[str]:
    return table.rows(records, is_oldest_first=is_oldest_first)


def _array(records: QuerySet[PublicRecord], is_oldest_first: bool) -> Iterator[str]:
    return jsonl.array(records)


def _references(records: QuerySet[PublicRecord], is_oldest_first: bool) -> Iterator[str]:
    return references.ris(records, is_oldest_first=is_oldest_first)


FORMATS = {
    "csv": Format("text/csv; charset=utf-8", _table),
    "json": Format("application/json", _array),
    "ris": Format("application/x-research-info-systems; charset=utf-8", _references),
}


@require_safe
def results(request: HttpRequest, format: str) -> HttpResponse:
    """All that a search finds, streamed; 400 that names a parameter that cannot be used.

    Takes the parameters of the search page. CSV and RIS come by date (``sort=date`` for the
    oldest first), JSON by uid, as the export has it.
    """
    if format not in FORMATS:
        raise Http404
    try:
        params = SearchParams.read(request.GET)
        records = Selection(params).records()
    except BadParameter as error:
        text = f"{error.name}: {error.reason}\n"
        return HttpResponseBadRequest(text, content_type="text/plain; charset=utf-8")
    found = FORMATS[format]
    return StreamingHttpResponse(
        found.write(records, params.sort == OLDEST),
        content_type=found.content_type,
        headers={
            "Content-Disposition": f'attachment; filename="rapporteur-results.{format}"',
            "X-Robots-Tag": "noindex",
        },
    )
