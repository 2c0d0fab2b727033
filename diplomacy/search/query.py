"""What a reader typed, read as a query. Nothing typed is ever an error.

Words must all occur; ``"words in quotes"`` occur in that order; ``-word`` must not occur;
``a OR b`` is either; ``begin*`` is any word that begins so. A run of Chinese characters is found
wherever it stands in a text. Brackets count as blanks. Nothing typed is a query for everything;
only ``-words`` is everything but those. Conditions such as ``topic:cpec`` are no words and are
left out here: ``understanding`` reads both.
"""

import re
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from .analyser import Token, analyse, is_paired, stem
from .engines import Match, Query
from .operators import AND, MAX_CHARACTERS, NOT, OR, blanked, operators, plain

MAX_TOKENS = 64
MAX_BEGINNINGS = 6
MIN_BEGINNING = 2

CLAUSE = re.compile(r'(?P<minus>-*)(?:"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+))')

LONG = _("Only the first part of this long search was used.")
UNREADABLE = _("What holds no letter or digit was left out.")
BEGINNINGS = _("At most six stars count, each after two letters or more.")
LOOSE_OR = _("OR was left out where it does not stand between two words to find.")


class Term(NamedTuple):
    """One thing typed that must occur, or may in place of another."""

    text: str
    is_phrase: bool
    is_beginning: bool
    start: int
    end: int
    """Where it stands in the text, quotes included."""


class Words(NamedTuple):
    """A query, and what was typed for each of the groups that must occur."""

    query: Query
    terms: list[list[Term]]


def parse(text: str) -> Query:
    """Read the words of ``text`` as a query of at most ``MAX_TOKENS`` tokens. Never raises."""
    spans = [span for operator in operators(text) for span in operator.spans]
    return read_words(blanked(plain(text), spans), is_cut=len(text) > MAX_CHARACTERS).query


def read_words(text: str, *, is_cut: bool = False) -> Words:
    """Read a text (as ``operators.plain`` leaves it) in which no condition is left."""
    reader = _Reader()
    if is_cut:
        reader.leave_out(LONG)
    for clause in CLAUSE.finditer(text):
        if clause["word"] in (AND, OR, NOT) and not clause["minus"]:
            reader.take_operator(clause["word"])
        else:
            reader.take(clause)
    if reader.is_joining:
        reader.leave_out(LOOSE_OR)
    query = Query(tuple(map(tuple, reader.wanted)), tuple(reader.unwanted), tuple(reader.ignored))
    return Words(query, reader.terms)


class _Reader:
    """Takes clauses one by one and knows what stood before."""

    def __init__(self):
        self.wanted: list[list[Match]] = []
        self.terms: list[list[Term]] = []
        self.unwanted: list[Match] = []
        self.ignored: list[str | Promise] = []
        self.room = MAX_TOKENS
        self.beginnings = 0
        self.is_joining = self.is_negating = self.can_join = False

    def leave_out(self, why) -> None:
        if why not in self.ignored:
            self.ignored.append(why)

    def take_operator(self, word: str) -> None:
        if word == OR and not self.can_join:
            self.leave_out(LOOSE_OR)
        self.is_joining = self.is_joining or (word == OR and self.can_join)
        self.is_negating = self.is_negating or word == NOT

    def take(self, clause: re.Match) -> None:
        tokens = analyse(clause["word"] or clause["phrase"])
        if not tokens:
            self.leave_out(UNREADABLE)
            self.is_joining = self.is_negating = False
            return
        if len(tokens) > self.room:
            self.leave_out(LONG)
        tokens = tokens[: self.room]
        self.room -= len(tokens)
        if tokens:
            is_beginning = self._is_beginning(clause, tokens)
            typed = clause["word"] or clause["phrase"]
            term = Term(typed, clause["word"] is None, is_beginning, *clause.span())
            self._place(
                matches_of(tokens, is_beginning=is_beginning),
                term,
                is_unwanted=bool(clause["minus"]) or self.is_negating,
            )

    def _is_beginning(self, clause: re.Match, tokens: list[Token]) -> bool:
        """Whether a clause ends with ``*`` and is worth it: each beginning is many words."""
        if not (clause["word"] or "").endswith("*") or is_paired(tokens[-1].text):
            return False
        if self.beginnings == MAX_BEGINNINGS or len(tokens[-1].word) < MIN_BEGINNING:
            self.leave_out(BEGINNINGS)
            return False
        self.beginnings += 1
        return True

    def _place(self, matches: list[Match], term: Term, *, is_unwanted: bool) -> None:
        if is_unwanted:
            self.unwanted += matches
            if self.is_joining:
                self.leave_out(LOOSE_OR)
        elif self.is_joining:
            self.wanted[-1] += matches
            self.terms[-1].append(term)
        else:
            self.wanted.append(matches)
            self.terms.append([term])
        self.can_join = not is_unwanted
        self.is_joining = self.is_negating = False


def matches_of(tokens: list[Token], *, is_beginning: bool = False) -> list[Match]:
    """The tokens as one match; and, where they are one hyphenated word, that word joined."""
    last, texts = tokens[-1], [token.text for token in tokens]
    if is_paired(last.text):
        return [_paired_match(texts)]
    if is_beginning:
        texts[-1] = last.word
    matches = [Match(tuple(texts), is_prefix=is_beginning)]
    if last.joined and all(token.joined == last.joined for token in tokens):
        joined = last.joined if is_beginning else stem(last.joined)
        matches.append(Match((joined,), is_prefix=is_beginning))
    return matches


def _paired_match(texts: list[str]) -> Match:
    """In a longer run the single last character is not there: it is the beginning of a pair."""
    is_single = len(texts[-1]) == 1
    if is_single and len(texts) > 1 and is_paired(texts[-2]) and len(texts[-2]) > 1:
        return Match(tuple(texts[:-1]))
    return Match(tuple(texts), is_prefix=is_single)
