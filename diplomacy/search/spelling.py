"""“Did you mean …”: queries with misspelt words put right, each of which finds something public.

A word counts as misspelt where the index holds it in no record, or in next to none while a word
very like it stands in many. Words are looked up among all that were ever published, so each one
is asked for in the index, which holds what is listed alone, before it is offered.
"""

from dataclasses import replace
from typing import NamedTuple

from django.db.models import Q

from diplomacy.models import SearchWord

from .analyser import analyse
from .engines import Match, Query
from .names import key_of
from .operators import blanked, operators, plain, replaced
from .params import SearchParams
from .query import Term, read_words
from .selection import Selection, matching
from .words import EDGE, is_spelt, letters_of, sound_of

FEW = 2
"""So many results at most, and something better is looked for."""
FAR_MORE = 5
"""A word that is found takes the place of one that is found only in so many times as many."""
MOST_WORDS, MOST_CANDIDATES, MOST_LOOKED_AT, MOST_OFFERED = 5, 4, 1_500, 3
MOST_COUNTED = 1_000
SHORT = 5
"""Letters of a word in which one slip is all that is put right; two in longer ones."""


class Misspelt(NamedTuple):
    """A word of the query, where it stands there, and what it may have been meant to be."""

    start: int
    end: int
    typed: str
    better: list[str]


class Offer(NamedTuple):
    """A better query and how many records it finds with all else that was asked."""

    params: SearchParams
    total: int


def offers(params: SearchParams, total: int) -> list[Offer]:
    """Better spelt searches, best first, for one that found ``total`` records.

    Its queries are bounded by the constants above, whatever the archive holds.
    """
    if total > FEW or not params.q:
        return []
    misspelt = _misspelt(params.q)
    found = []
    for changes in _choices(misspelt):
        q = replaced(plain(params.q), changes)
        offer = _offer(replace(params, q=q), [new for *_, new in changes])
        if offer and offer.total > total:
            found.append(offer)
        if len(found) == MOST_OFFERED:
            break
    return found


def _choices(misspelt: list[Misspelt]) -> list[list[tuple[int, int, str]]]:
    """Changes of the query: every word by its best; then, of a single word, by the next best."""
    if not misspelt:
        return []
    best = [(word.start, word.end, _as_typed(word, word.better[0])) for word in misspelt]
    others = []
    if len(misspelt) == 1:
        (word,) = misspelt
        others = [[(word.start, word.end, _as_typed(word, other))] for other in word.better[1:]]
    return [best, *others]


def _offer(params: SearchParams, new_words: list[str]) -> Offer | None:
    """The search as it is now or, where that finds nothing, its words in the whole archive."""
    selection = Selection(params)
    words = SearchParams(q=selection.understood.words, exact=params.exact)
    for asked in (params, words):
        selection = selection if asked is params else Selection(asked)
        total = selection.records().order_by()[:MOST_COUNTED].count()
        if total and all(_count(word) or _is_in_name(word, selection) for word in new_words):
            return Offer(asked, total)
    return None


def _is_in_name(word: str, selection: Selection) -> bool:
    """Whether a word that no text holds stands in a public name that was widened."""
    key = key_of(word)
    return any(key in key_of(row.said).split() for row in selection.understood.widened)


def _misspelt(text: str) -> list[Misspelt]:
    prepared = plain(text)
    spans = [span for operator in operators(text) for span in operator.spans]
    terms = [term for group in read_words(blanked(prepared, spans)).terms for term in group]
    found = []
    for start, end, word in _words(prepared, terms)[:MOST_WORDS]:
        own = _count(word)
        if own <= FEW and (better := _better(word, own)):
            found.append(Misspelt(start, end, prepared[start:end], better))
    return found


def _words(prepared: str, terms: list[Term]) -> list[tuple[int, int, str]]:
    """The words of a query that can be misspelt, each with its place there."""
    found = []
    for term in terms:
        if term.is_beginning:
            continue
        base = prepared.index(term.text, term.start)
        for token in analyse(term.text):
            if is_spelt(token.word):
                found.append((base + token.start, base + token.end, token.word))
    return found


def _better(word: str, own: int) -> list[str]:
    """Words like this one that far more listed records hold, likest first; then those that none
    holds, which may stand in a name."""
    found = []
    for other in _candidates(word):
        total = _count(other)
        if total > own * FAR_MORE or not (total or own):
            found.append(
                (_distance(word, other) - (sound_of(word) == sound_of(other)), -total, other)
            )
    return [other for *_, other in sorted(found)]


def _candidates(word: str) -> list[str]:
    """The words most like this one, of all ever published: one query."""
    length, sound = len(word), sound_of(word)
    most = 1 if length <= SHORT else 2
    near = Q(length__range=(length - most, length + most))
    alike = Q(letters=letters_of(word)) | Q(head=word[:EDGE]) & near | Q(tail=word[-EDGE:]) & near
    if sound:
        alike |= Q(sound=sound)
    rows = SearchWord.objects.filter(alike).exclude(word=word).values_list("word", flat=True)
    found = [
        (distance - (sound_of(other) == sound), other)
        for other in rows[:MOST_LOOKED_AT]
        if (distance := _distance(word, other)) <= most
    ]
    return [other for _, other in sorted(found)[:MOST_CANDIDATES]]


def _count(word: str) -> int:
    """How many listed records hold a word as it is, at most ``MOST_COUNTED``."""
    tokens = tuple(token.text for token in analyse(word))
    records = matching(Query(((Match(tokens),),)))
    return records.order_by()[:MOST_COUNTED].count()


def _distance(one: str, other: str) -> int:
    """How many letters must be put in, left out, changed or swapped (Damerau, restricted)."""
    before, last = [], list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        row = [i]
        for j, its in enumerate(other, 1):
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (letter != its))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == its:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        before, last = last, row
    return last[-1]


def _as_typed(word: Misspelt, better: str) -> str:
    return better.capitalize() if word.typed[:1].isupper() else better
