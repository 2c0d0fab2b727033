"""One shape for every error under /api/: ``{"error": {"code", "message", "parameter"}}``."""

import logging

from django.core.exceptions import RequestDataTooBig, SuspiciousOperation
from rest_framework import status
from rest_framework.exceptions import APIException, ValidationError
from rest_framework.response import Response
from rest_framework.views import exception_handler

from diplomacy.search.params import BadParameter

logger = logging.getLogger("django.request")

NO_SUCH = "There is nothing at this address."
"""Said of what is unknown and of what was never public, in the same words."""

BY_STATUS = {
    400: ("bad_request", "This request could not be read."),
    403: ("forbidden", "This is not allowed."),
    404: ("not_found", NO_SUCH),
    405: ("method_not_allowed", "The API is read-only: use GET, HEAD or OPTIONS."),
    406: ("not_acceptable", "The API answers in JSON; the Accept header asks for something else."),
    429: ("too_many_requests", "Too many requests: wait, and slow down."),
    500: ("server_error", "Something went wrong here. It has been written down."),
}
"""What is said where nothing more is known: status to (code, message)."""


class Gone(APIException):
    """A record that was public and is no longer shown. 410, with the public reason."""

    status_code = status.HTTP_410_GONE

    def __init__(self, standing: str, reason: str):
        super().__init__(reason, code=standing)


def body(status_code: int, message: str = "", *, code: str = "", parameter: str | None = None):
    """The error's JSON, filled up from what is said of its status."""
    default_code, default_message = BY_STATUS.get(status_code, BY_STATUS[400])
    return {
        "error": {
            "code": code or default_code,
            "message": message or default_message,
            "parameter": parameter,
        }
    }


def handle(error: Exception, context: dict) -> Response:
    """DRF's exception handler: every error becomes JSON, an unforeseen one a logged 500."""
    if isinstance(error, BadParameter):
        said = body(400, error.reason, code="bad_parameter", parameter=error.name)
        return Response(said, status=400)
    if isinstance(error, SuspiciousOperation | RequestDataTooBig):
        return Response(body(400), status=400)
    response = exception_handler(error, context)
    if response is None:
        request = context["request"]
        logger.error("Internal server error: %s", request.path, exc_info=error)
        return Response(body(500), status=500)
    response.data = body(response.status_code, **_said(error))
    return response


def _said(error: Exception) -> dict:
    """What the error itself says: where it says more than its status."""
    if isinstance(error, ValidationError):
        return _first(error.detail)
    if isinstance(error, Gone):
        return {"message": str(error.detail), "code": error.get_codes()}
    return {}


def _first(detail) -> dict:
    """The first of a form's errors. ``detail`` is ``{field: [message, …]}`` or a list."""
    name, messages = next(iter(detail.items())) if isinstance(detail, dict) else (None, detail)
    message = messages[0] if isinstance(messages, list) else messages
    return {"message": str(message), "code": "bad_parameter", "parameter": name}
