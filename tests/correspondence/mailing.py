"""Readers for tests: they follow searches, and find links in their mail."""

import re
from datetime import timedelta

from django.core import mail
from django.http import QueryDict
from django.utils import timezone

from diplomacy.correspondence import following
from diplomacy.models import SavedSearch
from diplomacy.search.params import SearchParams

LINK = re.compile(r"http://\S+?(/[\w-]+)?/follow/(confirm|stop)/([\w-]+)/(all/)?")


def ask(query: str = "", address: str = "reader@example.org", **wishes) -> str:
    """Ask to follow a search; the secret in the message that comes."""
    wishes = {"rhythm": "at_once", "language": "en"} | wishes
    following.ask(SearchParams.read(QueryDict(query)), address=address, **wishes)
    return secret_in(mail.outbox.pop())


def follow(query: str = "", address: str = "reader@example.org", **wishes) -> SavedSearch:
    """Follow a search, confirmed."""
    return following.confirm(ask(query, address, **wishes))


def secret_in(message, purpose: str = "confirm") -> str:
    """The secret of the first link of that purpose."""
    found = next(link for link in LINK.finditer(message.body) if link[2] == purpose)
    return found[3]


def long_ago(search: SavedSearch, **delta) -> None:
    """Let time pass since the search was confirmed and told."""
    then = timezone.now() - timedelta(**delta)
    rows = SavedSearch.objects.filter(pk=search.pk)
    rows.update(confirmed_at=then)
    rows.exclude(told_at=None).update(told_at=then)
