"""Following a search by e-mail: asked for, confirmed, stopped. No account, nothing kept after."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from diplomacy.models import SavedSearch, SavedSearchLink
from diplomacy.publishing import generation

from . import letters, links, searches

CONFIRM, STOP = SavedSearchLink.Purpose.CONFIRM, SavedSearchLink.Purpose.STOP
MOST = 50
"""Searches that one address may follow."""
LETTERS_A_DAY = 5
"""Letters of confirmation that one address is sent at most in a day, whoever asks for them."""
TO_CONFIRM = timedelta(hours=48)
LINKS_LAST = timedelta(days=400)
"""How long the link to stop in a letter works; newer letters bring newer ones."""


class TooManyError(Exception):
    """The address follows as many searches as one may, or was sent enough letters today."""


def ask(params, *, address: str, rhythm: str, language: str) -> None:
    """Keep the wish to follow a search, and send the letter that asks to confirm it.

    It does the same whether the address is known or not, so that nobody learns which. Raises
    ``TooManyError`` after ``LETTERS_A_DAY`` and ``letters.NotSentError``.
    """
    now, address = timezone.now(), tidy(address)
    forget_unconfirmed(now)
    search = _asked(searches.written(params), address, now, rhythm=rhythm, language=language)
    secret = links.new_link(search, CONFIRM, at=now)
    letters.send(letters.confirmation(search, secret))


def confirm(secret: str) -> SavedSearch | None:
    """Begin to follow the search of this link; None for a link that means nothing (any more).

    Where the address followed the search already, its row takes over the new wishes: nothing is
    told twice or left out. Raises ``TooManyError``.
    """
    with transaction.atomic():
        search = asked(secret)
        if search is None:
            return None
        followed = SavedSearch.objects.filter(address=search.address).exclude(confirmed_at=None)
        if before := followed.filter(query_hash=search.query_hash).first():
            before.rhythm, before.language = search.rhythm, search.language
            before.save(update_fields=["rhythm", "language"])
            search.delete()
            return before
        if followed.count() >= MOST:
            raise TooManyError
        search.confirmed_at, search.seen = timezone.now(), generation.current().number
        search.save(update_fields=["confirmed_at", "seen"])
        search.links.filter(purpose=CONFIRM).delete()
        return search


def asked(secret: str) -> SavedSearch | None:
    """The search that a link asks to confirm, unless it is too old."""
    link = links.find(secret, CONFIRM)
    return link.search if link and link.made_at > timezone.now() - TO_CONFIRM else None


def followed(secret: str) -> SavedSearch | None:
    """The search that a link stops."""
    link = links.find(secret, STOP)
    return link.search if link else None


def searches_of(address: str) -> int:
    """How many searches an address follows."""
    return SavedSearch.objects.filter(address=address).exclude(confirmed_at=None).count()


def stop(search: SavedSearch, *, everything: bool = False) -> None:
    """Delete the search; with ``everything`` all that its address follows or asked for."""
    rows = SavedSearch.objects
    (rows.filter(address=search.address) if everything else rows.filter(pk=search.pk)).delete()


def forget_unconfirmed(now: datetime) -> int:
    """Delete what nobody confirmed in time, and links too old to work; how many searches."""
    old = SavedSearch.objects.filter(confirmed_at=None, asked_at__lte=now - TO_CONFIRM)
    count = old.count()
    old.delete()
    SavedSearchLink.objects.filter(made_at__lte=now - LINKS_LAST).delete()
    return count


def tidy(address: str) -> str:
    """An address in the one form it is kept in: the part after the last @ has no case."""
    name, _at, domain = address.strip().rpartition("@")
    return f"{name}@{domain.lower()}"


def _asked(query: str, address: str, now: datetime, **wishes) -> SavedSearch:
    """The row of a wish that waits, made or renewed."""
    letters_sent = SavedSearchLink.objects.filter(
        search__address=address, purpose=CONFIRM, made_at__gt=now - timedelta(days=1)
    )
    if letters_sent.count() >= LETTERS_A_DAY:
        raise TooManyError
    search, _made = SavedSearch.objects.update_or_create(
        address=address,
        query_hash=searches.digest(query),
        confirmed_at=None,
        defaults={"query": query, "asked_at": now, **wishes},
    )
    return search
