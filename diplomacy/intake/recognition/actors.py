"""Who acts in a sentence: the sides together, one side, or a person."""

# ruff: noqa: E501  a pattern broken over lines is harder to read than a long one

import re
from dataclasses import dataclass
from typing import Any

from diplomacy.text.normalise import fold

from ..known import Gazetteer
from .bodies import JOINED_NAMES
from .people import NamedPerson

JOINT = re.compile(
    r"\b(?:both|the (?:two|three)|all (?:three )?) ?(?:sides?|countries|counties|parties|nations|ministers|foreign ministers|"
    r"leaders|governments|neighbou?rs|delegations)\b|\bthey\b|\bthe leaders\b|\b(?:pakistan and china|china and pakistan)\b"
    r"|\bthe (?:foreign )?ministers\b|双方|雙方|三方|各方|两国|兩國|中巴(?:双方)?(?=同意|重申|将|将|愿|一致|要|应)"
    r"|فریقین|دونوں (?:ممالک|فریق|فریقوں|رہنماؤں|ملکوں|اطراف|وزرائے خارجہ)|تینوں (?:ممالک|فریق)",
    re.IGNORECASE,
)
HE = re.compile(
    r"\b(?:he|she)\b|(?<![其])[他她](?!们|們|国|國)|\bانہوں نے\b|\bانھوں نے\b", re.IGNORECASE
)
FIRST = re.compile(r"\b(?:we|i|our)\b|我们|我們|\bہم\b", re.IGNORECASE)
ADDED = re.compile(
    r",[”\"]?\s*(?:(?P<he>he|she)|(?P<name>[\w .'-]{2,40}?)) (?:said|added|noted|stated|stressed|remarked|"
    r"emphasi[sz]ed|observed|maintained)\b[^,]{0,20}$",
    re.IGNORECASE,
)
SIDE_WORDS = re.compile(r"中方|巴方|阿方")
QUOTED = re.compile(r"[“\"「『]([^”\"」』]{15,})[”\"」』]")


@dataclass(frozen=True)
class Actor:
    """Who acts: `voice` is one of vocabulary.Voice; `start` and `end` are in the sentence."""

    voice: str
    start: int = 0
    end: int = 0
    person: Any = None
    side: str = ""


@dataclass
class Talk:
    """Who has been acting so far: what “they” and “he” mean next."""

    person: Any = None
    actor: Actor | None = None
    author: Any = None


def find_actor(sentence: str, people: list[NamedPerson], talk: Talk, gazetteer: Gazetteer):
    """The actor of a sentence, or None; `people` are those named in it, placed within it."""
    added = ADDED.search(sentence)
    if added:
        person = talk.person if added["he"] else _ends_with(people, added.start())
        if person:
            return Actor("person", person=person)
    candidates = [
        *_joint(sentence),
        *_sides(sentence, gazetteer),
        *(Actor("person", one.start, one.end, one.known) for one in people),
        *_pronouns(sentence, talk),
    ]
    acting = [one for one in candidates if _acts(sentence, one)]
    first = min(acting, key=lambda one: (one.start, -one.end), default=None)
    return _with_companion(sentence, first, people)


def _joint(sentence: str) -> list[Actor]:
    return [Actor("joint", *match.span()) for match in JOINT.finditer(sentence)]


def _sides(sentence: str, gazetteer: Gazetteer) -> list[Actor]:
    found = []
    for name in gazetteer.index.find(sentence):
        if name.known.type != "country":
            continue
        after = re.match(
            r"(?:'s|’s)? (?:side|government|leadership|people|nation)\b", sentence[name.end :]
        )
        is_adjective = fold(name.printed) in _demonyms(gazetteer) and not after
        if not is_adjective:
            end = name.end + (after.end() if after else 0)
            found.append(Actor("side", name.start, end, side=name.known.slug))
    for match in SIDE_WORDS.finditer(sentence):
        found.append(Actor("side", *match.span(), side=JOINED_NAMES[match[0]][0]))
    return found


def _demonyms(gazetteer: Gazetteer) -> set[str]:
    """Adjectives of countries: “Chinese” alone acts only as “the Chinese side”."""
    return {
        fold(form.text)
        for country in gazetteer.countries
        for form in country.forms
        if re.search(r"(?:ese|an|i|ish)$", fold(form.text)) and " " not in form.text
        and fold(form.text) != fold(country.name)
    }  # fmt: skip


def _pronouns(sentence: str, talk: Talk) -> list[Actor]:
    found = []
    if talk.person:
        found += [Actor("person", *match.span(), talk.person) for match in HE.finditer(sentence)]
    if talk.author:
        found += [Actor("person", *match.span(), talk.author) for match in FIRST.finditer(sentence)]
    return found


def _ends_with(people: list[NamedPerson], start: int):
    return next((one.known for one in people if one.start >= start), None)


TITLES = (
    r"(?:the|h\.e|deputy|vice|prime|acting|federal|foreign|president|premier|minister|senator|secretary|"
    r"ambassador|chinese|pakistani|afghan|state|councill?or|dpm|fm|pm|mr|ms|for|of|affairs)\.?"
)
TITLE_BEFORE = re.compile(
    rf"(?:^|(?<=[\s/,])){TITLES}(?:[\s/,]+(?:and\s+)?{TITLES})*[\s\xa0]*$", re.IGNORECASE
)
DOES_NOT_ACT = re.compile(
    r"(?:\b(?:with|between|of|by|from|to|for|in|into|among|towards?|against|on|support(?:s|ed)?|and|"
    r"condemned|congratulated|thanked|briefed|urged|told|met|encourages?|help|invited|counterpart,?)|"
    r"[-–—/“\"])[\s\xa0]*$",
    re.IGNORECASE,
)
"""An owner, an object (“with Pakistan”), or a companion (“and Wang Yi”) does not act itself."""
JOINED_BY = re.compile(
    rf"\s*,?\s*(?:and|和|与|與|同|اور)(?:[\s/]+(?:and\s+)?{TITLES})*[\s\xa0]*", re.IGNORECASE
)


def _acts(sentence: str, actor: Actor) -> bool:
    if sentence[actor.end : actor.end + 1] in ("’", "'", "-", "–", "/"):
        return False
    before = sentence[max(0, actor.start - 90) : actor.start]
    return not DOES_NOT_ACT.search(TITLE_BEFORE.sub("", before))


def _with_companion(sentence: str, actor: Actor | None, people: list[NamedPerson]) -> Actor | None:
    """“Dar and Foreign Minister Wang agreed”: two people together act jointly."""
    if actor is None or not actor.person or not actor.end:
        return actor
    for other in people:
        between = sentence[actor.end : other.start]
        if (
            other.known != actor.person
            and other.start >= actor.end
            and JOINED_BY.fullmatch(between)
        ):
            return Actor("joint", actor.start, other.end)
    return actor
