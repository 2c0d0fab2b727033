"""Whether this process can serve: asked by whatever watches the server."""

from django.db import DatabaseError
from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from diplomacy.publishing import generation


@require_safe
@never_cache
def healthz(request: HttpRequest) -> JsonResponse:
    """200 with the ledger's head where the database can be read, else 503."""
    try:
        head = generation.current()
    except DatabaseError:
        return JsonResponse({"status": "the database cannot be read"}, status=503)
    return JsonResponse({"status": "ok", "ledger": head.number})
