"""The API's description (OpenAPI 3.1), made from the views and the shapes they declare."""

import functools

from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.openapi import AutoSchema
from drf_spectacular.utils import OpenApiExample, OpenApiResponse
from rest_framework import serializers as s

from . import errors
from .examples import EXAMPLES
from .serializers import Row, Shape, words


class ErrorDetailShape(Shape):
    code = words("A short word for what went wrong.")
    message = words("A sentence for people.")
    parameter = words("The query parameter it is about.", allow_null=True)


class ErrorShape(Shape):
    """The one shape of every error."""

    error = ErrorDetailShape()


class MovedShape(Shape):
    """What was asked for was merged into something else."""

    moved_to = words("The uid or code of what it was merged into.")
    url = words("Its address; also in the Location header.")


MEANINGS = {
    301: "It was merged into another, which the Location header names.",
    304: "Nothing has changed since the ETag that was sent.",
    400: "A parameter is unknown or cannot be read; the error names it.",
    404: "There is nothing here, or it was never public.",
    406: "The Accept header asks for another format.",
    410: "It was public and is no longer shown; the message gives the reason.",
    429: "Too many requests; the Retry-After header says how many seconds to wait.",
    500: "Something went wrong here.",
}
EVERYWHERE = (304, 400, 406, 429, 500)


class Schema(AutoSchema):
    """Reads what ``ReadView`` declares; nothing is guessed from models."""

    def get_tags(self) -> list[str]:
        return [self.view.tag]

    def get_summary(self) -> str:
        return self.view.summary

    def get_description(self) -> str:
        return self.view.description

    def get_auth(self) -> list:
        return []

    def get_override_parameters(self) -> list:
        return list(self.view.parameters)

    def get_response_serializers(self) -> dict:
        statuses = sorted({*EVERYWHERE, *self.view.errors})
        answer = {(200, self.view.media_type): self._answer()}
        return answer | {(status, "application/json"): _refusal(status) for status in statuses}

    def get_filter_backends(self) -> list:
        """Also those of exports, which are no lists in pages."""
        return self.view.filter_backends

    def _answer(self) -> OpenApiResponse:
        (shape,) = self.view.shapes
        answer = shape if isinstance(shape, dict) else shape(many=self.view.is_list)
        return OpenApiResponse(answer, self.view.summary, _examples(shape))

    def _is_list_view(self, serializer=None) -> bool:
        return self.view.is_list


def _refusal(status: int) -> OpenApiResponse:
    if status == 304:
        return OpenApiResponse(None, MEANINGS[status])
    if status == 301:
        return OpenApiResponse(MovedShape, MEANINGS[status])
    example = OpenApiExample("error", errors.body(status), status_codes=[str(status)])
    return OpenApiResponse(ErrorShape, MEANINGS[status], [example])


def _examples(shape) -> list[OpenApiExample]:
    if isinstance(shape, dict) or shape not in EXAMPLES:
        return []
    return [OpenApiExample("example", EXAMPLES[shape], status_codes=["200"])]


def sparse_rows(result: dict, **_kwargs) -> dict:
    """No field of a row is sure to be there: ``fields=`` may leave out any."""
    sparse = {row.__name__ for row in _subclasses(Row)}
    for name, component in result["components"]["schemas"].items():
        if name in sparse:
            component.pop("required", None)
    return result


def _subclasses(parent: type[s.Serializer]):
    for child in parent.__subclasses__():
        yield child
        yield from _subclasses(child)


@functools.cache
def document() -> dict:
    """The whole description; the same for everyone, so made once a process."""
    return SchemaGenerator().get_schema(request=None, public=True)
