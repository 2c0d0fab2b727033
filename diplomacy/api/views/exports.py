"""Everything at once: the records a search selects, streamed."""

from collections.abc import Iterator

from django.db.models import QuerySet
from django.http import StreamingHttpResponse
from django_filters.rest_framework import DjangoFilterBackend
from drf_spectacular.utils import OpenApiParameter
from rest_framework.request import Request

from diplomacy.exports import jsonl, table
from diplomacy.models import PublicRecord
from diplomacy.search.params import OLDEST

from ..filters import LinesFilter, RecordFilter
from ..parameters import query
from .base import ReadView


class ExportView(ReadView):
    """Base: streams lines of text, in constant memory. ``extension`` is also its ``format``."""

    filter_backends = [DjangoFilterBackend]
    queryset = PublicRecord.objects.all()
    shapes = ({"type": "string"},)
    tag = "export"
    extension = ""

    @property
    def formats(self) -> tuple[str, ...]:
        return (self.extension,)

    @property
    def parameters(self) -> tuple[OpenApiParameter, ...]:
        return (query("format", "There is only this one.", enum=list(self.formats)),)

    def get(self, request: Request) -> StreamingHttpResponse:
        selected = self.filter_queryset(self.get_queryset())
        name = f'attachment; filename="records.{self.extension}"'
        return StreamingHttpResponse(
            self.lines(selected),
            content_type=f"{self.media_type}; charset=utf-8",
            headers={"Content-Disposition": name},
        )

    def lines(self, selected: QuerySet[PublicRecord]) -> Iterator[str]:
        """The lines of text, each with its end."""
        raise NotImplementedError


class JsonLines(ExportView):
    """Records in full, as ``import_records`` reads them."""

    filterset_class = LinesFilter
    media_type = "application/x-ndjson"
    extension = "jsonl"
    summary = "All records as JSON Lines"
    description = (
        "One record a line, in full, sorted by uid: its content and its `state`, as "
        "`import_records` reads it. Takes the filters of `records/`."
    )

    def lines(self, selected: QuerySet[PublicRecord]) -> Iterator[str]:
        return jsonl.records(selected)


class Csv(ExportView):
    """Records as a flat table."""

    filterset_class = RecordFilter
    media_type = "text/csv"
    extension = "csv"
    summary = "All records as a table"
    description = (
        "One record a line, with a heading. Several values in a cell are separated by `; `. What "
        "a spreadsheet would take for a formula begins with an apostrophe. Takes the filters of "
        "`records/`."
    )

    def lines(self, selected: QuerySet[PublicRecord]) -> Iterator[str]:
        is_oldest_first = self.request.query_params.get("sort") == OLDEST
        return table.rows(selected, is_oldest_first=is_oldest_first)
