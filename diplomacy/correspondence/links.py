"""Secret links in letters: 256 random bits each, of which the archive keeps the hash alone."""

import hashlib
import secrets
from datetime import datetime

from diplomacy.models import SavedSearch, SavedSearchLink


def new_link(search: SavedSearch, purpose: str, *, at: datetime) -> str:
    """Make one more link for ``search`` and return its secret, which is kept nowhere."""
    secret = secrets.token_urlsafe(32)
    SavedSearchLink.objects.create(search=search, purpose=purpose, hash=hashed(secret), made_at=at)
    return secret


def find(secret: str, purpose: str) -> SavedSearchLink | None:
    """The link with this secret, with its search; None for one forged, used or forgotten."""
    rows = SavedSearchLink.objects.select_related("search")
    return rows.filter(hash=hashed(secret), purpose=purpose).first()


def hashed(secret: str) -> str:
    """What is kept of a secret. It is random and long: nothing slower than SHA-256 is needed."""
    return hashlib.sha256(secret.encode(errors="replace")).hexdigest()
