"""Known people named in a page: by full name, or by title and part of a name."""

# ruff: noqa: E501  a pattern broken over lines is harder to read than a long one

import re
from dataclasses import dataclass

from diplomacy.text.normalise import fold

from ..known import Gazetteer, Known
from .guesses import PersonGuess, snippet
from .name_index import Found

OFFICE_TITLES = (
    r"President|Premier|Vice Premier|Prime Minister|Deputy Prime Minister|Foreign Minister|Minister|"
    r"Foreign Secretary|Ambassador|Chairman|State Councill?or|Field Marshal|General|Senator|PM|FM|DPM|"
    r"DPM/FM|Spokesperson|Secretary"
)
COURTESY_TITLES = r"Mr|Mrs|Ms|Dr|Prof|Professor|H\.?E"
SHORT = re.compile(
    rf"\b(?P<title>{OFFICE_TITLES}|{COURTESY_TITLES})\.?[ \xa0]+(?P<name>[A-Z][\w'’-]+)"
)
STYLE_START = re.compile(
    r"(?:(?:H\.?E\.? ?|Deputy |Vice |Federal |Acting |Caretaker |Chinese |Pakistani |Afghan )*"
    rf"(?:{OFFICE_TITLES})\b(?:[/, ]+(?:and |of |for |to |the |[A-Z][\w’']*[ /]?)+)?)[ \xa0,]*$"
)


@dataclass(frozen=True)
class NamedPerson:
    """One place where a person is named; `is_short` without the full name."""

    known: Known
    printed: str
    start: int
    end: int
    is_short: bool = False


def find_people(text: str, names: list[Found], gazetteer: Gazetteer):
    """(every place where a known person is named, warnings), in the order of the text."""
    full = [
        NamedPerson(found.known, found.printed, found.start, found.end, found.is_wrong)
        for found in names
        if found.known.type == "person"
    ]
    warnings = [
        _misnamed(found) for found in names if found.known.type == "person" and found.is_wrong
    ]
    taken = [(one.start, one.end) for one in full]
    named = {one.known for one in full if not one.is_short}
    for match in SHORT.finditer(text):
        start, end = match.span("name")
        if any(low < end and start < high for low, high in taken):
            continue
        person, warning = _by_short_form(match, named, gazetteer)
        if person:
            full.append(NamedPerson(person, match[0], match.start(), end, True))
        if warning:
            warnings.append(warning)
    full.sort(key=lambda one: one.start)
    return full, list(dict.fromkeys(warnings))


def as_guesses(found: list[NamedPerson], text: str) -> list[PersonGuess]:
    """One guess a person, at the first place with the fullest name."""
    first: dict[Known, NamedPerson] = {}
    for one in found:
        held = first.get(one.known)
        if held is None or (held.is_short and not one.is_short):
            first[one.known] = one
    return [
        PersonGuess(
            person,
            one.printed,
            snippet(text, one.start, one.end),
            styled_as=style_before(text, one.start, _end_before(found, one)),
        )
        for person, one in first.items()
    ]


def _end_before(found: list[NamedPerson], one: NamedPerson) -> int:
    return max((other.end for other in found if other.end <= one.start), default=0)


def style_before(text: str, start: int, after: int = 0) -> str:
    """The title printed right before a name, as “Deputy Prime Minister and Foreign Minister”.

    Only what stands after the place `after` belongs to this name.
    """
    match = STYLE_START.search(text[max(after, start - 120) : start])
    return match[0].strip(" ,\xa0") if match else ""


def _misnamed(found: Found) -> str:
    return f"“{found.printed}” is a wrong or short form of the name {found.known.name}."


def _by_short_form(match: re.Match, named: set[Known], gazetteer: Gazetteer):
    """Whom “President Xi” or “Mr Yi” means: one already named, or the only one it can be."""
    word = fold(match["name"]).removesuffix("'s")
    fits = [person for person in gazetteer.people if _part_of_name(word, person)]
    among_named = [person for person in fits if person in named]
    if len(among_named) == 1:
        person = among_named[0]
    elif len(fits) == 1 and re.fullmatch(OFFICE_TITLES, match["title"]):
        person = fits[0]
    elif len(fits) > 1:
        names = ", ".join(sorted(one.name for one in fits))
        return None, f"“{match[0]}” may be any of {names}: please choose."
    else:
        return None, None
    return person, _wrong_part(word, match[0], person)


def _part_of_name(word: str, person: Known) -> bool:
    family = fold(person.family).split()
    given = fold(person.given).split()
    return word in (" ".join(family), *family[-1:], *given)


def _wrong_part(word: str, printed: str, person: Known) -> str | None:
    """Where the family name stands first, the given name alone is no form of address."""
    family_first = person.name == f"{person.family} {person.given}"
    if family_first and word == fold(person.given):
        return f"“{printed}” is a wrong short form of the name {person.name}."
    return None
