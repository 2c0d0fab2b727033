"""What else a query is searched by: other forms of the names it gives, the other Chinese script.

A word or a run of words that *is* a known form of a public name is widened to the other forms
(Gwadar, 瓜达尔, گوادر), so are numbers of rounds (fifth, 第五轮), and a run of Chinese is found as
the other script writes it. A run of Chinese that holds known names is taken apart at them, since
nobody types blanks there. Readers are told, and can ask for exactly their words.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from .analyser import analyse, is_paired
from .engines import Match
from .known import Form, forms_of
from .names import ADJECTIVE, FAMILY_NAME, HEADING, KEYWORD, key_of
from .query import Term, matches_of
from .scripts import ordinal_forms, ordinal_in, other_script
from .subjects import Subjects

LONGEST = 8
"""Words of the longest name that is looked for among others."""
LONGEST_RUN = 40
"""Characters of a run of Chinese in which names are looked for, and of the longest name there."""
LONGEST_HAN = 14
MOST_FORMS = 12
"""Of one name."""
MOST_TOLD = 12
SHORTEST_ABBREVIATION = 3
ROUNDS = frozenset("round session meeting dialogue dialogues talks consultations".split())  # noqa: SIM905
MANY_THINGS = (" and ", ",", ";", " / ")
"""A heading with one of these stands for more than one thing."""


@dataclass(frozen=True)
class Unit:
    """A part of the query that may be a name: the groups it takes up, and its text.

    ``place`` is where it stands within a run of Chinese, or None where it is whole words.
    """

    groups: tuple[int, ...]
    text: str
    key: str
    place: tuple[int, int] | None = None


@dataclass(frozen=True)
class Widening:
    """What was searched for besides ``said``: ``(form, language)`` of each."""

    said: str
    also: tuple[tuple[str, str], ...]


Group = list[Match]


def units_of(terms: list[list[Term]]) -> list[Unit]:
    """Everything in a query that may be a name, longest first."""
    found = []
    for place, group in enumerate(terms):
        if len(group) > 1:
            continue
        (term,) = group
        if _is_run(term):
            found += _units_in_run(place, term.text)
        if not term.is_beginning:
            found += _units_from(place, terms)
    found.sort(key=lambda unit: -len(unit.key))
    return found


def widen(
    wanted: list[Group], terms: list[list[Term]], forms: list[Form], subjects: Subjects
) -> tuple[list[Group], list[Widening]]:
    """The groups of a query with alternatives, and what to tell of them.

    ``forms`` are the public names that ``units_of`` may be. One query where there are any.
    """
    names = _Names(forms, subjects)
    groups, told = [list(group) for group in wanted], []
    taken: set[int] = set()
    for unit in units_of(terms):
        if unit.place is None and not taken & set(unit.groups) and (also := names.also(unit)):
            taken |= set(unit.groups)
            told.append(Widening(unit.text, tuple(also)))
            for place in unit.groups:
                groups[place] += _matches(form for form, _ in also)
    for place, group in enumerate(terms):
        if len(group) == 1 and _is_run(group[0]):
            _widen_run(groups, place, group[0], names, told, is_whole=place in taken)
    _widen_ordinals(groups, terms, told)
    return [_without_twins(group) for group in groups if group], told


class _Names:
    """The other forms of every public name that a query may give."""

    def __init__(self, forms: list[Form], subjects: Subjects):
        self.by_key: dict[str, list[Form]] = {}
        for form in forms:
            if form.use not in (ADJECTIVE, FAMILY_NAME) and not _is_weak(form):
                self.by_key.setdefault(form.key, []).append(form)
        named = {(form.type, form.slug) for rows in self.by_key.values() for form in rows}
        self.all: dict[tuple[str, str], list[Form]] = {}
        for form in forms_of(named, subjects):
            self.all.setdefault((form.type, form.slug), []).append(form)

    def also(self, unit: Unit) -> list[tuple[str, str]]:
        """``(form, language)`` of what a unit is called besides; empty where it is no name."""
        found: dict[str, tuple[str, str]] = {}
        for form in self.by_key.get(unit.key, ()):
            for other in self._others(form):
                if other.key != unit.key and not _holds(other.key, unit.key):
                    found.setdefault(other.key, (other.form, other.language))
        keys = [key for key in found if not any(_holds(key, k) for k in found if k != key)]
        return [found[key] for key in keys][:MOST_FORMS]

    def _others(self, form: Form) -> list[Form]:
        every = self.all.get((form.type, form.slug), [])
        if form.type == "topic":
            return _others_of_topic(form, every)
        names = [other for other in every if other.use not in (ADJECTIVE, FAMILY_NAME, KEYWORD)]
        names = [o for o in names if not _is_short(o) and not _is_surname(o, names)]
        return sorted(names, key=lambda other: other.use != HEADING)


def _others_of_topic(form: Form, every: list[Form]) -> list[Form]:
    """Words that suggest a topic are not its names: only those of other scripts stand for it.

    A topic that is one thing goes by all of them; of others each leads to the heading alone.
    """
    heading = [other for other in every if other.use == HEADING]
    is_one = not any(sign in h.form.lower() for h in heading for sign in MANY_THINGS)
    if form.use != HEADING and not is_one:
        return heading
    return heading + [o for o in every if o.use == KEYWORD and not o.key.isascii() and is_one]


def _is_weak(form: Form) -> bool:
    return form.use == KEYWORD and form.key.isascii()


def _is_short(form: Form) -> bool:
    return form.key.isascii() and len(form.key) < SHORTEST_ABBREVIATION


def _is_surname(form: Form, names: list[Form]) -> bool:
    """A Chinese short form of a longer name of the same person, too short to mean them alone."""
    if form.type != "person" or not is_paired(form.key) or len(form.key) > 2:
        return False
    return any(o.key != form.key and o.key.endswith(form.key) for o in names)


def _holds(long: str, short: str) -> bool:
    """Whether what finds ``short`` finds ``long`` anyway."""
    return long != short and (short in long if is_paired(short) else f" {short} " in f" {long} ")


# --- Runs of Chinese ------------------------------------------------------------------------------


def _is_run(term: Term) -> bool:
    return not term.is_beginning and bool(term.text) and is_paired(term.text)


def _units_in_run(place: int, run: str) -> list[Unit]:
    if len(run) > LONGEST_RUN:
        return []
    return [
        Unit((place,), run[start:end], key_of(run[start:end]), (start, end))
        for start in range(len(run))
        for end in range(start + 2, min(len(run), start + LONGEST_HAN) + 1)
        if end - start < len(run)
    ]


def _widen_run(groups, place: int, term: Term, names: _Names, told, *, is_whole: bool) -> None:
    """Add how the other script writes a run; take it apart at the names in it."""
    whole = groups[place]
    whole += _matches(other_script(term.text))
    cuts = [] if is_whole or term.is_phrase else _cuts(term.text, names)
    for start, end, also in cuts:
        part = term.text[start:end]
        forms = [part, *other_script(part), *(form for form, _ in also)]
        groups.append([*whole, *_matches(forms)])
        if also:
            told.append(Widening(part, tuple(also)))
    if cuts:
        groups[place] = []


def _cuts(run: str, names: _Names) -> list[tuple[int, int, list]]:
    """The run as names, numbers of rounds and what stands between them; none without any."""
    cuts, start, free = [], 0, 0
    while start < len(run):
        for end in range(min(len(run), start + LONGEST_HAN), start + 1, -1):
            also = _also_in_run(run[start:end], names)
            if also and end - start < len(run):
                if free < start:
                    cuts.append((free, start, []))
                cuts.append((start, end, also))
                start = free = end
                break
        else:
            start += 1
    if cuts and free < len(run):
        cuts.append((free, len(run), []))
    return cuts


def _also_in_run(part: str, names: _Names) -> list[tuple[str, str]]:
    if number := ordinal_in(part, is_round=False):
        return [(form, "und") for form in ordinal_forms(number) if form != part]
    return names.also(Unit((), part, key_of(part)))


# --- Words ----------------------------------------------------------------------------------------


def _units_from(place: int, terms: list[list[Term]]) -> list[Unit]:
    """The phrase at ``place``, or every run of words that begins there."""
    (term,) = terms[place]
    if term.is_phrase:
        return [Unit((place,), term.text, key_of(term.text))]
    found, words = [], []
    for after in range(place, min(len(terms), place + LONGEST)):
        group = terms[after]
        if len(group) > 1 or group[0].is_phrase or group[0].is_beginning:
            break
        words.append(group[0].text)
        text = " ".join(words)
        found.append(Unit(tuple(range(place, after + 1)), text, key_of(text)))
    return found


def _widen_ordinals(groups: list[Group], terms: list[list[Term]], told: list[Widening]) -> None:
    words = {key_of(term.text) for group in terms for term in group}
    is_round = bool(ROUNDS & {word for key in words for word in key.split()})
    for place, group in enumerate(terms):
        (term, *others) = group
        if others or term.is_phrase or not groups[place]:
            continue
        if number := ordinal_in(term.text, is_round=is_round):
            forms = [form for form in ordinal_forms(number) if key_of(form) != key_of(term.text)]
            groups[place] += _matches(forms)
            told.append(Widening(term.text, tuple((form, "und") for form in forms[:MOST_TOLD])))


def _matches(forms: Iterable[str]) -> list[Match]:
    """A match for each form, and for Chinese ones for how the other script writes them."""
    found = []
    for form in forms:
        written = [form, *other_script(form)] if any(map(is_paired, form)) else [form]
        for text in written:
            if tokens := analyse(text):
                found += matches_of(tokens)
    return found


def _without_twins(group: Group) -> Group:
    return list(dict.fromkeys(group))
