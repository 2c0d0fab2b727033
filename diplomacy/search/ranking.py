"""The order of what is found: how well a record answers the words that were typed.

The engines weigh where words stand and how often. On top of that, the same on every database: a
title that holds everything asked for comes first, the more so the less else it says; and what
holds the words as typed comes before what holds other forms of them alone.
"""

from django.db import connection

from diplomacy.models import PublicRecord

from . import engines
from .analyser import Token, analyse
from .engines import Query
from .passages import hits_among
from .understanding import Understood

TITLES = 50
"""Of so many, the engine's best, the titles are looked at."""


def best_first(understood: Understood, ids: list[int]) -> list[int]:
    """``ids`` (which all match), best first. Up to three queries."""
    engine = engines.for_connection(connection)
    exact = engine.rank(understood.exact, ids)
    ranked = exact
    if understood.query.wanted != understood.exact.wanted:
        known = set(exact)
        ranked = exact + engine.rank(understood.query, [id for id in ids if id not in known])
    return _by_title(understood, ranked[:TITLES], set(exact)) + ranked[TITLES:]


def _by_title(understood: Understood, ranked: list[int], exact: set[int]) -> list[int]:
    """The same, those first whose titles hold all that is asked for; of others the order stays."""
    rows = PublicRecord.objects.filter(search_id__in=ranked).order_by()
    titles = dict(rows.values_list("search_id", "title"))
    many = len(understood.query.wanted) > 1

    def key(place: int) -> tuple[int, int, int]:
        tokens = analyse(titles.get(ranked[place], ""))
        is_exact = ranked[place] in exact
        rest = title_rest(tokens, understood.query)
        if rest is not None and (many or title_rest(tokens, understood.exact) is not None):
            return 0, rest, place
        if is_exact or rest is None:
            return 1 if is_exact else 3, 0, place
        return 2, rest, place

    return [ranked[place] for place in sorted(range(len(ranked)), key=key)]


def title_rest(title: list[Token], query: Query) -> int | None:
    """How many words of a title were not asked for; None where it does not hold all that was."""
    found = hits_among(title, query.sought)
    matches = {hit.match for hit in found}
    if not all(matches.intersection(group) for group in query.wanted):
        return None
    return sum(
        not any(hit.start <= token.start and token.end <= hit.end for hit in found)
        for token in title
    )
