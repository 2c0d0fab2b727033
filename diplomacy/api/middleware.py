"""What holds for every answer under /api/, also for those that no view makes."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, JsonResponse

from . import errors

PREFIX = "/api/"

CORS = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "ETag, Link, Retry-After, Content-Disposition",
}
PREFLIGHT = {
    "Access-Control-Allow-Methods": "GET, HEAD, OPTIONS",
    "Access-Control-Allow-Headers": "Accept, If-None-Match",
    "Access-Control-Max-Age": "86400",  # seconds
}


class ApiEdge:
    """Opens the API to scripts of other sites, and turns errors made outside it into its JSON.

    Nobody logs in to the API and no cookie counts there, so any site may ask. Errors from
    outside are those of Django itself: no such address, a refused host name, a failed middleware.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if not request.path_info.startswith(PREFIX):
            return response
        if response.status_code >= 400 and not _is_json(response):
            response = JsonResponse(errors.body(response.status_code), status=response.status_code)
        if response.status_code == 301 and not response.content:
            response.headers.pop("Content-Type", None)
        for name, value in (CORS | PREFLIGHT if request.method == "OPTIONS" else CORS).items():
            response.headers[name] = value
        return response


def _is_json(response: HttpResponse) -> bool:
    return response.headers.get("Content-Type", "").startswith("application/json")
