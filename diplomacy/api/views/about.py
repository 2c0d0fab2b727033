"""The API about itself: what there is, its description, and its reading page."""

from django.urls import reverse
from drf_spectacular.views import SpectacularSwaggerSplitView
from rest_framework.exceptions import NotFound
from rest_framework.renderers import JSONRenderer
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from .. import schema
from ..authorities import RESOURCES
from ..parameters import refuse_unknown
from .base import ReadView, what_may_be_done

ADDRESSES = {"type": "object", "additionalProperties": {"type": "string", "format": "uri"}}
RECORD_RESOURCES = ("records", "dialogues", "documents", "commitments")


class Root(ReadView):
    """The addresses of the resources."""

    shapes = (ADDRESSES,)
    summary = "What there is"
    description = "The addresses of all resources, by name."

    def get(self, request: Request) -> Response:
        records = {name: f"api:{name.removesuffix('s')}-list" for name in RECORD_RESOURCES}
        authorities = {row.plural: f"api:{row.name}-list" for row in RESOURCES}
        others = {
            "search": "api:search",
            "export/records.jsonl": "api:export-jsonl",
            "export/records.csv": "api:export-csv",
            "schema": "api:schema",
            "docs": "api:docs",
        }
        addresses = records | authorities | others
        return Response(
            {name: request.build_absolute_uri(reverse(view)) for name, view in addresses.items()}
        )


class Description(ReadView):
    """The OpenAPI description."""

    shapes = ({"type": "object"},)
    summary = "This description"
    description = "All addresses, parameters and answers, as an OpenAPI 3.1 document."

    def get(self, request: Request) -> Response:
        return Response(schema.document())


class Docs(SpectacularSwaggerSplitView):
    """The reading page: the one page of HTML here, without any inline script or style."""

    http_method_names = ["get", "head", "options"]
    authentication_classes: list = []
    url_name = "api:schema"
    template_name = "api/docs.html"
    template_name_js = "api/docs.js"
    title = "Rapporteur API"

    def initial(self, request: Request, *args, **kwargs) -> None:
        super().initial(request, *args, **kwargs)
        refuse_unknown(request.query_params, {"script"})

    def options(self, request: Request, *args, **kwargs) -> Response:
        self._leave_html()
        return what_may_be_done()

    def handle_exception(self, exc: Exception) -> Response:
        self._leave_html()
        return super().handle_exception(exc)

    def _leave_html(self) -> None:
        """Only the page itself is HTML."""
        self.request.accepted_renderer = JSONRenderer()
        self.request.accepted_media_type = JSONRenderer.media_type


class Unknown(APIView):
    """Every other address."""

    schema = None

    def initial(self, request: Request, *args, **kwargs) -> None:
        raise NotFound
