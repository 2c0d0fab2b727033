"""Sentences that do something: who does what, on which topics, in whose words."""

import re
from dataclasses import dataclass
from typing import Any

from diplomacy.text.normalise import fold
from diplomacy.text.paragraphs import sentences

from ..known import Gazetteer, Known
from .actors import QUOTED, Actor, Talk, find_actor
from .guesses import ClauseGuess
from .people import NamedPerson
from .topics import topics_of
from .verbs import AND_BEFORE, DEEDS, FIRMER, SAYING, SOFTER, STRENGTHS, VERBS, Verb

FAR = 400
"""Folded characters after the actor in which its verb is looked for."""


@dataclass(frozen=True)
class Setting:
    """What is known of the whole text when its sentences are read."""

    gazetteer: Gazetteer
    people: list[NamedPerson]
    authority: str
    author: Known | None
    issuer: Known | None


def find_clauses(paragraphs: list[str], skip: int, setting: Setting) -> list[ClauseGuess]:
    """Suggested clauses in order. `skip` characters of dateline begin the first paragraph."""
    talk = Talk(author=setting.author if setting.authority == "signed" else None)
    clauses = []
    for number, paragraph in enumerate(paragraphs, 1):
        talk.actor = None
        for sentence in sentences(paragraph[skip:]):
            clause = _clause(number, sentence, talk, setting)
            if clause:
                clauses.append(clause)
        skip = 0
    return clauses


def _clause(number: int, sentence: str, talk: Talk, setting: Setting) -> ClauseGuess | None:
    people = people_in(sentence, setting)
    named = find_actor(sentence, people, talk, setting.gazetteer)
    verb = find_verb(sentence, named) if named else None
    if verb is None or _only_does(named, verb, sentence, talk):
        return None
    actor = _speaking(named, talk)
    topics = topics_of(sentence, setting.gazetteer)
    if verb.is_saying and not topics:
        return None
    strength = STRENGTHS.search(sentence)
    return ClauseGuess(
        paragraph=number,
        text=sentence,
        voice=actor.voice,
        act=verb.act,
        verb=verb.name,
        strength=strength[0] if strength else "",
        topics=topics,
        mode=_mode(sentence, actor, setting),
        speaker=actor.person,
        side=actor.side,
        reporter=setting.issuer if setting.authority.startswith("readout") else None,
    )


def _only_does(actor: Actor, verb: Verb, sentence: str, talk: Talk) -> bool:
    """“Dar will arrive on Monday” tells what a person does; nobody's words are given."""
    if not actor.person or actor.person == talk.author or verb.name not in DEEDS:
        return False
    return not SAYING.search(fold(sentence))


def _speaking(actor: Actor, talk: Talk) -> Actor:
    """Carry on who speaks: “China is ready …” after “He said …” is still his sentence, and in a
    signed article the author's."""
    if actor.person:
        talk.person = actor.person
    previous = talk.author or (talk.actor.person if talk.actor else None)
    if actor.voice == "side" and previous and previous.country == actor.side:
        return Actor("person", actor.start, actor.end, previous)
    talk.actor = actor
    return actor


def people_in(sentence: str, setting: Setting) -> list[NamedPerson]:
    """People named in a sentence, also by the family name alone once named in full."""
    found = [
        NamedPerson(one.known, one.printed, one.start, one.end)
        for one in setting.gazetteer.index.find(sentence)
        if one.known.type == "person"
    ]
    taken = [(one.start, one.end) for one in found]
    for word, person in _short_names(setting).items():
        for match in re.finditer(rf"(?<!\w){re.escape(word)}(?!\w)", sentence):
            if not any(low < match.end() and match.start() < high for low, high in taken):
                found.append(NamedPerson(person, word, *match.span(), is_short=True))
    return sorted(found, key=lambda one: one.start)


def _short_names(setting: Setting) -> dict[str, Any]:
    """Names by which only one of the people of this page can be meant."""
    holders: dict[str, set] = {}
    for person in {one.known for one in setting.people}:
        for word in (person.family, *person.given.split()):
            if len(word) > 2 or (word == person.family and len(word) > 1):
                holders.setdefault(word, set()).add(person)
    return {word: next(iter(people)) for word, people in holders.items() if len(people) == 1}


def find_verb(sentence: str, actor: Actor) -> Verb | None:
    """The verb of the actor: the first after it that does more than say, else the first.

    Of “discussed … and agreed …” it is the agreeing that counts.
    """
    folded = fold(sentence)
    start = actor.end if len(folded) == len(sentence) else 0
    for part in (folded[start : start + FAR], folded[:start]):
        matches = [(match, verb) for verb in VERBS if (match := verb.pattern.search(part))]
        if matches:
            first = min(matches, key=_place)[1]
            then = [pair for pair in matches if AND_BEFORE.search(part[: pair[0].start()])]
            firmer = [pair for pair in then if pair[1].name in FIRMER]
            return min(firmer, key=_place)[1] if first.name in SOFTER and firmer else first
    return None


def _place(pair) -> tuple:
    match, verb = pair
    return verb.is_saying, match.start(), -len(match[0])


def _mode(sentence: str, actor: Actor, setting: Setting) -> str:
    if actor.voice == "joint":
        return "joint"
    is_own = setting.authority == "signed" and actor.person == setting.author
    if is_own or (actor.person and QUOTED.search(sentence)):
        return "direct"
    return "joint" if setting.authority.startswith("joint") else "indirect"
