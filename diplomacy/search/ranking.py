"""The order of what is found: how well a record answers the words that were typed."""

from django.db import connection

from . import engines
from .understanding import Understood


def best_first(understood: Understood, ids: list[int]) -> list[int]:
    """``ids`` (which all match), best first.

    What holds the words as typed comes before what holds other forms of them alone.
    """
    engine = engines.for_connection(connection)
    if understood.query.wanted == understood.exact.wanted:
        return engine.rank(understood.query, ids)
    exact = engine.rank(understood.exact, ids)
    known = set(exact)
    return exact + engine.rank(understood.query, [id for id in ids if id not in known])
