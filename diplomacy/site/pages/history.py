"""Picking among the editions of one record."""

from itertools import pairwise

from diplomacy.models import Edition
from diplomacy.vocabulary import LISTED, Change


def last_correction(editions: list[Edition], until: Edition) -> tuple[Edition, Edition] | None:
    """The latest correction up to ``until`` and, before it, the edition it corrected."""
    shown = [e for e in editions if e.standing in LISTED and e.n <= until.n]
    pairs = [pair for pair in pairwise(shown) if pair[1].change == Change.CORRECTION]
    return pairs[-1] if pairs else None
