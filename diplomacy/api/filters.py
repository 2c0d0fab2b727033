"""The filters of records: the parameters of a search, as the search room reads them."""

from django.db.models import QuerySet
from django_filters import rest_framework as filters
from drf_spectacular.utils import extend_schema_field

from diplomacy import kinds
from diplomacy.search.params import (
    FAMILY,
    NEWEST,
    OLDEST,
    RELEVANCE,
    SORTS,
    BadParameter,
    SearchParams,
)
from diplomacy.search.selection import Selection
from diplomacy.vocabulary import Held

from .parameters import moment_in

KINDS = [*kinds.KINDS, *(FAMILY + family for family in kinds.FAMILIES)]
CODE = {"type": "string", "pattern": "^[A-Za-z0-9_-]{1,100}$"}
LANGUAGE_CODE = {"type": "string", "pattern": "^[a-z]{2,3}(-[a-z0-9]{1,8}){0,4}$"}
DATE = {"type": "string", "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$"}


def one_of(values) -> dict:
    """The schema of one of some values."""
    return {"type": "string", "enum": list(values)}


def single(help_text: str, schema: dict) -> filters.CharFilter:
    """A parameter with one value."""
    described = extend_schema_field(schema | {"description": help_text})
    return described(filters.CharFilter(label=help_text))


def several(help_text: str, schema: dict) -> filters.CharFilter:
    """A parameter that may be given several times: any of its values will do."""
    return single(help_text, {"type": "array", "items": schema})


class SearchFilter(filters.FilterSet):
    """Declares the parameters of a search; ``SearchParams.read`` says what each may hold."""

    q = single(
        'Words, "phrases", -not, OR, prefix*, and conditions such as topic:cpec or before:2024.',
        {"type": "string"},
    )
    kind = several("Kinds, or families of kinds.", one_of(KINDS))
    authority = several("How near the text stands to the words.", one_of(kinds.AUTHORITIES))
    held = several("How much of the text the archive holds.", one_of(Held.values))
    series = several("Codes of dialogue series.", CODE)
    topic = several("Codes of topics.", CODE)
    country = several("Codes of countries that take part or are named.", CODE)
    person = several("Codes of people.", CODE)
    organisation = several("Codes of organisations.", CODE)
    initiative = several("Codes of initiatives.", CODE)
    outlet = several("Codes of outlets where a copy appeared.", CODE)
    side = several("Codes of countries: the one side a text speaks for.", CODE)
    language = several("Languages; zh means every way Chinese is written.", LANGUAGE_CODE)
    date_from = single("The first day; a year or month means its first.", DATE)
    date_to = single("The last day; a year or month means its last.", DATE)
    exact = single("1 for exactly these words: no other form of a name.", one_of(("0", "1")))
    sort = single("The best first where there are words, else the newest.", one_of(SORTS))

    def filter_queryset(self, queryset: QuerySet) -> QuerySet:
        return queryset & Selection(SearchParams.read(self.data)).records()


class RecordFilter(SearchFilter):
    """The same for lists, which come in the order of a date, not of relevance."""

    sort = single("Newest first unless told.", one_of([NEWEST, OLDEST]))
    since = single(
        "Records changed at this moment (ISO 8601, UTC unless told) or later; without `sort`, "
        "in the order in which they changed.",
        {"type": "string"},
    )

    def filter_queryset(self, queryset: QuerySet) -> QuerySet:
        if self.data.get("sort") == RELEVANCE:
            raise BadParameter("sort", "Only search/ sorts by relevance.")
        queryset, since = super().filter_queryset(queryset), moment_in(self.data, "since")
        return queryset.filter(changed_at__gte=since) if since else queryset


class LinesFilter(RecordFilter):
    """The same without ``sort``: JSON Lines always come in the order of the uid."""

    sort = None
