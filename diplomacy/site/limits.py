"""How often one client may send a form. Counted in the cache for an hour at most, then forgotten.

Where each process has a cache of its own, each counts alone: a limit is then that much wider.
"""

import ipaddress
from dataclasses import dataclass

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest
from django.utils.crypto import salted_hmac
from django.utils.module_loading import import_string

NETWORK_BITS = {4: 32, 6: 64}
"""One household has one IPv4 address, but a whole /64 of IPv6 ones."""


@dataclass(frozen=True)
class Limit:
    """At most ``most`` in ``seconds`` from one client."""

    name: str
    most: int
    seconds: int = 3600

    def is_passed(self, request: HttpRequest) -> bool:
        """Count one more, and say whether it is one too many."""
        # Not the address itself: what is counted need not be known.
        digest = salted_hmac(self.name, client_network(request), algorithm="sha256").hexdigest()
        key = f"limit:{digest}"
        cache.add(key, 0, self.seconds)
        try:
            return cache.incr(key) > self.most
        except ValueError:  # it ran out between the two
            return False


def client_network(request: HttpRequest) -> str:
    """The network of whoever asks; what is no address stays as it is."""
    address = import_string(settings.CLIENT_ADDRESS_CALLABLE)(request)
    try:
        known = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return address
    known = getattr(known, "ipv4_mapped", None) or known
    return str(ipaddress.ip_interface(f"{known}/{NETWORK_BITS[known.version]}").network)
