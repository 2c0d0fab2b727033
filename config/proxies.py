"""Who is really asking, when proxies of ours stand in front."""

from django.conf import settings
from django.http import HttpRequest


def client_address(request: HttpRequest) -> str:
    """The address that asked, as written by the outermost of our own `settings.PROXIES` proxies.

    Whatever stands further left in X-Forwarded-For was written by the client itself.
    """
    direct = request.META.get("REMOTE_ADDR", "")
    forwarded = [part.strip() for part in request.headers.get("X-Forwarded-For", "").split(",")]
    if not settings.PROXIES or not forwarded[-1]:
        return direct
    return forwarded[-min(settings.PROXIES, len(forwarded))]
