"""Where in a record the query is found: passages and marks, from the analyser's own offsets.

A text is marked by the rules it was indexed by, so marks follow stems, joined words and single
characters; no engine is asked, and only what one page shows is looked through.
"""

import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import NamedTuple

from .analyser import Token, analyse, is_paired, stem
from .engines import Match, Query
from .fields import Passage, fields_of

Pieces = list[tuple[bool, str]]
"""A text cut into ``(is_marked, piece)``; the pieces joined give the text."""

LENGTH = 280
LEAD = 60
"""Characters of a passage, and how many of them stand before the first mark."""
MAX_READ = 40_000
"""Characters of a record that are looked through."""
MAX_COMPARED = 6
"""Passages with a mark from which the best are taken."""
HYPHENS = ("-", "\u2010", "\u2011")


class Hit(NamedTuple):
    """One place where a match of the query stands."""

    start: int
    end: int
    match: Match


class Excerpt(NamedTuple):
    """A passage to show: marked pieces, and the anchor on the record's page (or "")."""

    anchor: str
    pieces: Pieces


def marker(query: Query) -> Callable[[str], Pieces]:
    """A function that cuts a text into pieces, marked where the query is found."""
    return lambda text: _pieces(text, _spans(text, hits(text, query.sought)))


def passages(content: dict, query: Query, *, most: int = 2) -> list[Excerpt]:
    """The passages of an edition's content that best show why it was found, in reading order.

    Best is what holds most of the query's different words. Nothing where only the title, names
    or the meeting of words far apart explain it.
    """
    found = []
    for place, passage in enumerate(_readable(content)):
        if in_passage := hits(passage.text, query.sought):
            kinds_of_hit = len({hit.match for hit in in_passage})
            found.append((-kinds_of_hit, place, passage, in_passage))
        if len(found) == MAX_COMPARED:
            break
    best = sorted(found, key=lambda row: row[:2])[:most]
    return [_excerpt(passage, its) for _, _, passage, its in sorted(best, key=lambda row: row[1])]


def said_by(content: dict, speakers: set[str], *, most: int = 2) -> list[Excerpt]:
    """The first passages that confirmed clauses give to one of ``speakers`` (slugs of people).

    Where words are sought too they are not looked at: these are what was said, not why it was
    found.
    """
    texts = {row["key"]: row["text"] for row in content.get("paragraphs", [])}
    found: dict[str, str] = {}
    for clause in content.get("clauses", []):
        if clause["speaker"] in speakers:
            is_held = clause["paragraph"] in texts
            key = clause["paragraph"] if is_held else clause["key"]
            found.setdefault(key, texts[key] if is_held else clause["text"])
    return [_beginning(key, text) for key, text in list(found.items())[:most] if text.strip()]


def hits(text: str, matches: tuple[Match, ...]) -> list[Hit]:
    """Every place where one of ``matches`` stands in ``text``, in order."""
    return hits_among(analyse(text), matches) if matches else []


def hits_among(tokens: list[Token], matches: tuple[Match, ...]) -> list[Hit]:
    """The same in a text that is analysed already."""
    words, in_order = _places(tokens)
    found = []
    for match in set(matches):
        if len(match.tokens) == 1:
            places = _places_of_word(match, words)
            found += [Hit(tokens[i].start, _end(match, tokens[i]), match) for i in places]
        else:
            places = _places_of_phrase(match, tokens, in_order)
            last = len(match.tokens) - 1
            found += [Hit(tokens[i].start, tokens[i + last].end, match) for i in places]
    return sorted(found, key=lambda hit: hit[:2])


def _places(tokens: list[Token]) -> tuple[dict[str, set[int]], dict[str, list[int]]]:
    """Which tokens each form finds as a word; and which as a part of a phrase."""
    words, in_order = defaultdict(set), defaultdict(list)
    for place, token in enumerate(tokens):
        in_order[token.text].append(place)
        for form in {token.text, token.word, token.joined, stem(token.joined)} - {""}:
            words[form].add(place)
    return words, in_order


def _places_of_word(match: Match, words: dict[str, set[int]]) -> set[int]:
    sought = match.tokens[0]
    if not match.is_prefix:
        return words.get(sought, set())
    return set().union(*(places for form, places in words.items() if form.startswith(sought)))


def _places_of_phrase(match: Match, tokens: list[Token], in_order) -> Iterator[int]:
    *first, last = match.tokens
    for place in in_order.get(first[0], []):
        run = [token.text for token in tokens[place : place + len(match.tokens)]]
        if run[:-1] == first and (run[-1].startswith(last) if match.is_prefix else run[-1] == last):
            yield place


def _end(match: Match, token: Token) -> int:
    """A single character is found as the first of a pair, and marked alone."""
    is_single = match.is_prefix and is_paired(match.tokens[0])
    return token.start + 1 if is_single else token.end


def _readable(content: dict) -> Iterator[Passage]:
    fields, room = fields_of(content), MAX_READ
    for passage in (Passage("", fields.summary), *fields.body):
        if room <= 0:
            return
        yield Passage(passage.anchor, passage.text[:room])
        room -= len(passage.text)


def _excerpt(passage: Passage, in_passage: list[Hit]) -> Excerpt:
    text = passage.text
    start, end = _window(text, in_passage[0])
    spans = [
        (max(first, start) - start, min(last, end) - start)
        for first, last in _spans(text, in_passage)
        if first < end and last > start
    ]
    pieces = _pieces(text[start:end], spans)
    before = [(False, "… ")] if start else []
    after = [(False, " …")] if end < len(text) else []
    return Excerpt(passage.anchor, before + pieces + after)


def _beginning(anchor: str, text: str) -> Excerpt:
    start, end = _window(text, Hit(0, 0, Match(())))
    after = [(False, " …")] if end < len(text) else []
    return Excerpt(anchor, [(False, text[start:end]), *after])


def _window(text: str, hit: Hit) -> tuple[int, int]:
    """A stretch around the hit, from a blank to a blank where there is one near."""
    if len(text) <= LENGTH:
        return 0, len(text)
    start = max(0, min(hit.start - LEAD, len(text) - LENGTH))
    if start and (blank := text.find(" ", start, hit.start)) >= 0:
        start = blank + 1
    end = min(len(text), max(start + LENGTH, hit.end))
    if end < len(text) and (blank := text.rfind(" ", hit.end, end)) >= 0:
        end = blank
    return start, end


def _spans(text: str, found: list[Hit]) -> list[tuple[int, int]]:
    """The hits as stretches to mark: those that touch, or a hyphen joins, become one."""
    spans: list[tuple[int, int]] = []
    for start, bare_end, _ in found:
        end = _past_marks(text, bare_end)
        if spans and (start <= spans[-1][1] or text[spans[-1][1] : start] in HYPHENS):
            spans[-1] = (spans[-1][0], max(end, spans[-1][1]))
        else:
            spans.append((start, end))
    return spans


def _past_marks(text: str, end: int) -> int:
    """Accents and vowel marks belong to the letter before them."""
    while end < len(text) and unicodedata.category(text[end]) == "Mn":
        end += 1
    return end


def _pieces(text: str, spans: list[tuple[int, int]]) -> Pieces:
    pieces, done = [], 0
    for start, end in spans:
        pieces += [(False, text[done:start]), (True, text[start:end])]
        done = end
    pieces.append((False, text[done:]))
    return [piece for piece in pieces if piece[1]]
