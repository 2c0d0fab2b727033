"""Lists a page at a time, by keyset: every page costs the same, however deep.

A cursor holds the key of the row it starts behind, not a number of rows, so that nothing is
given twice or left out while records are added. The key must be a unique whole number.
"""

import re

from django.db.models import QuerySet
from rest_framework.pagination import BasePagination
from rest_framework.response import Response
from rest_framework.utils.urls import replace_query_param

from diplomacy.search.cursors import Cursor
from diplomacy.search.params import BadParameter
from diplomacy.search.results import Slice

DEFAULT_LIMIT = 20
MAX_LIMIT = 100


def limit_of(params) -> int:
    """The wanted number of rows, 20 unless told; beyond 1 to 100 raises ``BadParameter``."""
    text = params.get("limit")
    if not text:
        return DEFAULT_LIMIT
    if not (re.fullmatch("[0-9]{1,3}", text) and 1 <= int(text) <= MAX_LIMIT):
        raise BadParameter("limit", f"The limit is a whole number from 1 to {MAX_LIMIT}.")
    return int(text)


def cursor_of(params) -> str:
    """The cursor as given, "" where none is."""
    return params.get("cursor", "")


PARAMETERS = [
    {
        "name": "cursor",
        "in": "query",
        "required": False,
        "description": "Where the page starts: taken from `next` or `previous`, never made up.",
        "schema": {"type": "string"},
    },
    {
        "name": "limit",
        "in": "query",
        "required": False,
        "description": "How many rows a page has.",
        "schema": {
            "type": "integer",
            "minimum": 1,
            "maximum": MAX_LIMIT,
            "default": DEFAULT_LIMIT,
        },
    },
]
"""What every list takes, for the description."""


class Keyset(BasePagination):
    """Pages of a queryset ordered by one key, as ``{"results", "next", "previous"}``.

    The view's ``get_order()`` names the key, with "-" in front for the highest first.
    """

    next = previous = None
    url = ""

    def paginate_queryset(self, queryset: QuerySet, request, view=None) -> list:
        """The rows of the asked page; one query."""
        self.url, order = request.build_absolute_uri(), view.get_order()
        text = cursor_of(request.query_params)
        cursor = Cursor.read(text, order=order) if text else None
        return self._page(queryset, order, cursor, limit_of(request.query_params))

    def _page(self, queryset, order: str, cursor: Cursor | None, limit: int) -> list:
        field, is_falling = order.lstrip("-"), order.startswith("-")
        is_back = cursor is not None and cursor.is_back
        goes_down = is_falling != is_back
        if cursor:
            queryset = queryset.filter(**{f"{field}__{'lt' if goes_down else 'gt'}": cursor.key})
        rows = list(queryset.order_by(f"-{field}" if goes_down else field)[: limit + 1])
        has_more, rows = len(rows) > limit, rows[:limit]
        if is_back:
            rows.reverse()
        if rows and (is_back or has_more):
            self.next = self._link(Cursor(order, getattr(rows[-1], field)))
        if rows and (has_more if is_back else cursor):
            self.previous = self._link(Cursor(order, getattr(rows[0], field), is_back=True))
        return rows

    def _link(self, cursor: Cursor) -> str:
        return replace_query_param(self.url, "cursor", cursor.write())

    def get_paginated_response(self, data: list) -> Response:
        return Response({"results": data, "next": self.next, "previous": self.previous})

    def get_schema_operation_parameters(self, view) -> list[dict]:
        return PARAMETERS

    def get_paginated_response_schema(self, schema: dict) -> dict:
        link = {"type": ["string", "null"], "format": "uri", "example": None}
        return {
            "type": "object",
            "required": ["results", "next", "previous"],
            "properties": {
                "results": schema,
                "next": link | {"description": "The next page, if there is one."},
                "previous": link | {"description": "The page before, if there is one."},
            },
        }


class SearchPages(Keyset):
    """Pages of a search, whose cursors the search room makes."""

    def answer(self, rows: list, found: Slice, request) -> dict:
        """A page as JSON, with the addresses of the next and the one before."""
        url = request.build_absolute_uri()
        links = {"next": found.next, "previous": found.previous}
        return {"results": rows} | {
            name: replace_query_param(url, "cursor", cursor) if cursor else None
            for name, cursor in links.items()
        }

    def get_paginated_response_schema(self, schema: dict) -> dict:
        page = super().get_paginated_response_schema(schema)
        page["properties"] |= SEARCH_PROPERTIES
        page["required"] += ["total", "ignored", "widened"]
        return page


def _object(**properties) -> dict:
    return {"type": "object", "required": list(properties), "properties": properties}


TEXT = {"type": "string", "example": "…"}
YES_OR_NO = {"type": "boolean", "example": True}
COUNT = {"type": "integer", "example": 12}
SEARCH_PROPERTIES = {
    "total": _object(value=COUNT, is_exact=YES_OR_NO)
    | {
        "description": "How many are found; where not exact, at least so many.",
    },
    "ignored": {
        "type": "array",
        "items": TEXT,
        "description": "What of `q` was left out, in sentences.",
        "example": [],
    },
    "widened": {
        "type": "array",
        "description": "Names in `q` and the other forms that were searched for besides.",
        "example": [],
        "items": _object(
            said=TEXT,
            also={"type": "array", "items": _object(form=TEXT, language=TEXT)},
        ),
    },
    "facets": {
        "type": "array",
        "description": "With `include=facets`.",
        "example": [],
        "items": _object(
            name=TEXT,
            parameter=TEXT,
            label=TEXT,
            is_exact=YES_OR_NO,
            choices={
                "type": "array",
                "items": _object(value=TEXT, label=TEXT, count=COUNT, is_chosen=YES_OR_NO),
            },
        ),
    },
}
"""What an answer of the search has beside its rows."""
