"""Search: all records in one ranked list, with passages that show why each was found."""

from django_filters.rest_framework import DjangoFilterBackend
from rest_framework.request import Request
from rest_framework.response import Response

from diplomacy.models import PublicRecord
from diplomacy.search.facets import Facet, facets_of
from diplomacy.search.params import SearchParams
from diplomacy.search.passages import Excerpt, passages
from diplomacy.search.query import Query
from diplomacy.search.results import MOST, Slice, slice_of
from diplomacy.search.selection import Selection
from diplomacy.search.widening import Widening

from .. import records
from ..filters import SearchFilter
from ..pagination import SearchPages, cursor_of, limit_of
from ..parameters import names_of
from ..serializers import HEAVY, FoundRow
from .records import RecordView

FACETS = "facets"


class Search(RecordView):
    """A page of what a search finds, counted up to 10,000."""

    filter_backends = [DjangoFilterBackend]
    filterset_class = SearchFilter
    pagination_class = SearchPages
    shapes = (FoundRow,)
    is_list = True
    tag = "search"
    summary = "Search"
    description = (
        "Records of every type, the best first where words are given, else the newest. `q` takes "
        "words and conditions such as `said-by:wang-yi -topic:cpec before:2024`, as on the site. "
        "Words that are a known name also find its other forms, which `widened` lists, unless "
        "`exact=1`. Each record has "
        "the passages that show why it was found. `include=facets` adds counts of kinds, topics, "
        "years and more, each counted with every filter but its own."
    )
    queryset = PublicRecord.objects.none()
    includable = (*HEAVY, FACETS)

    def get(self, request: Request) -> Response:
        heavy, data = self.heavy(), request.query_params
        selection = Selection(SearchParams.read(data))
        found = slice_of(selection, limit=limit_of(data), cursor=cursor_of(data))
        rows = found_rows(found, heavy)
        answer = self.paginator.answer(self.cut(rows), found, request)
        answer["total"] = total_of(selection)
        answer["ignored"] = [str(said) for said in found.query.ignored]
        answer["widened"] = [widening_json(row) for row in found.understood.widened]
        if FACETS in names_of(data, "include", self.includable):
            answer[FACETS] = [facet_json(facet) for facet in facets_of(selection)]
        return Response(answer)


def found_rows(found: Slice, heavy: list[str]) -> list[dict]:
    """Records as in other lists, each with its passages."""
    editions = records.editions_of(found.records)
    rows = records.rows(editions, heavy=heavy, are_current=True)
    return [
        row | {"passages": [passage_json(excerpt) for excerpt in excerpts_of(edition, found.query)]}
        for row, edition in zip(rows, editions, strict=True)
    ]


def excerpts_of(edition, query: Query) -> list[Excerpt]:
    """The passages of an edition that show why it was found; none where nothing was sought."""
    return passages(edition.content, query) if query.wanted else []


def passage_json(excerpt: Excerpt) -> dict:
    """``{"anchor", "segments": [{"text", "is_match"}]}``; the texts joined are the passage."""
    segments = [{"text": text, "is_match": is_match} for is_match, text in excerpt.pieces]
    return {"anchor": excerpt.anchor, "segments": segments}


def widening_json(row: Widening) -> dict:
    """A name in the query and its other forms: ``{"said", "also": [{"form", "language"}]}``."""
    also = [{"form": form, "language": language} for form, language in row.also]
    return {"said": row.said, "also": also}


def total_of(selection: Selection) -> dict:
    """How many records are found: ``{"value", "is_exact"}``, counted up to 10,000."""
    count = selection.records().order_by()[: MOST + 1].count()
    return {"value": min(count, MOST), "is_exact": count <= MOST}


def facet_json(facet: Facet) -> dict:
    """One list of counts, by the codes its parameter takes."""
    return {
        "name": facet.name,
        "parameter": facet.parameter,
        "label": str(facet.label),
        "is_exact": facet.is_exact,
        "choices": [
            {
                "value": choice.value,
                "label": str(choice.label),
                "count": choice.count,
                "is_chosen": choice.is_chosen,
            }
            for choice in facet.choices
        ],
    }
