"""What every view of the API does: read only, declared parameters only, JSON only."""

from drf_spectacular.utils import OpenApiParameter
from rest_framework.exceptions import NotAcceptable
from rest_framework.generics import GenericAPIView
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.serializers import Serializer

from ..pagination import PARAMETERS
from ..parameters import FIELDS, FORMAT, format_of, names_of, refuse_unknown
from ..schema import Schema
from ..serializers import field_names

METHODS = "GET, HEAD, OPTIONS"


class ReadView(GenericAPIView):
    """Base of all views. A subclass says which ``parameters`` it takes beside its filters."""

    schema = Schema()
    http_method_names = ["get", "head", "options"]
    filter_backends: list = []
    pagination_class = None
    filterset_class = None
    parameters: tuple[OpenApiParameter, ...] = (FORMAT,)
    formats: tuple[str, ...] = ("json",)
    media_type = "application/json"

    # For the description (schema.py):
    errors: tuple[int, ...] = ()
    """Statuses beside 200 and those of every endpoint."""
    is_list = False
    tag = "about"
    summary = description = ""

    def initial(self, request: Request, *args, **kwargs) -> None:
        super().initial(request, *args, **kwargs)
        refuse_unknown(request.query_params, self.known_parameters())
        format_of(request.query_params, self.formats)

    def known_parameters(self) -> set[str]:
        """The names of all parameters this view takes."""
        known = {parameter.name for parameter in self.parameters}
        if self.filterset_class:
            known |= set(self.filterset_class.base_filters)
        if self.pagination_class:
            known |= {parameter["name"] for parameter in PARAMETERS}
        return known

    def perform_content_negotiation(self, request: Request, force: bool = False):
        renderer = self.get_renderers()[0]
        if not force and not any(map(request.accepts, (self.media_type, renderer.media_type))):
            raise NotAcceptable
        return renderer, renderer.media_type

    def options(self, request: Request, *args, **kwargs) -> Response:
        return what_may_be_done()


class RowsView(ReadView):
    """Base of views that answer rows of a shape, whole or by ``fields=``."""

    parameters = (FORMAT, FIELDS)
    shapes: tuple[type[Serializer], ...] = ()

    def wanted(self) -> list[str]:
        """The fields asked for; empty where all are. ``BadParameter`` for what is no field."""
        return names_of(self.request.query_params, "fields", field_names(*self.shapes))

    def cut(self, rows: list[dict]) -> list[dict]:
        """The rows with the fields asked for alone, in the order asked."""
        if not (wanted := self.wanted()):
            return rows
        return [{name: row[name] for name in wanted if name in row} for row in rows]


def what_may_be_done() -> Response:
    """The answer to OPTIONS: the methods in a header, without a body."""
    return Response(status=204, headers={"Allow": METHODS})


def moved(to: str, url: str) -> Response:
    """301 to what something was merged into: ``to`` is its uid or code."""
    return Response({"moved_to": to, "url": url}, status=301, headers={"Location": url})
