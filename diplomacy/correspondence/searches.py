"""A search as it is kept: its parameters as one text that means the same search for ever."""

import hashlib
from urllib.parse import urlencode

from django.http import QueryDict

from diplomacy.search.params import NAMES, SearchParams
from diplomacy.text.normalise import NO_TEXT

MOST_CHARACTERS = 2_000
"""Of a search that can be followed, as it stands in an address."""


def written(params: SearchParams) -> str:
    """The parameters as in an address, each in its place, without the order of results."""
    rows = []
    for name in NAMES:
        value = getattr(params, name)
        if name == "sort" or not value:
            continue
        rows += [(name, one) for one in _values(value)]
    return urlencode([row for row in rows if row[1]])


def _values(value) -> list[str]:
    """What stands in an address for a parameter's value: alternatives, a switch, a text, a day."""
    if isinstance(value, tuple):
        return sorted(value)
    return ["1" if value is True else NO_TEXT.sub(" ", str(value)).strip()]


def read(query: str) -> SearchParams:
    """What ``written`` wrote. Raises ``BadParameter`` for a value that is known no more."""
    return SearchParams.read(QueryDict(query))


def digest(query: str) -> str:
    """A short name of the search, the same for the same search."""
    return hashlib.sha256(query.encode()).hexdigest()
