"""A query as it is understood: its words, widened unless asked not to, and its conditions."""

from dataclasses import dataclass, replace

from .conditions import TYPES, Condition, NotUnderstood, condition_of
from .engines import Query
from .known import Form, forms_with
from .names import key_of
from .operators import MAX_CHARACTERS, Operator, operators, plain, replaced
from .query import Words, read_words
from .subjects import Subjects
from .widening import Widening, units_of, widen


@dataclass(frozen=True)
class Understood:
    """What a query asks. ``query.ignored`` says, in sentences, what of it was left out."""

    query: Query
    """The words, widened: what is found and what is marked."""
    exact: Query
    """The words as typed."""
    conditions: tuple[Condition, ...] = ()
    widened: tuple[Widening, ...] = ()
    words: str = ""
    """What was typed without the conditions that were understood."""


def understand(
    text: str, *, is_exact: bool = False, subjects: Subjects | None = None
) -> Understood:
    """Read a query. Never raises.

    Makes no query of the database where nothing is typed; else one for names, and where one is
    known up to three more.
    """
    if not text.strip():
        return Understood(Query(), Query())
    subjects = subjects or Subjects()
    prepared, found = plain(text), operators(text)
    first = _words(prepared, [(span, "") for o in found for span in o.spans], text)
    forms = forms_with(*_asked(found, first, is_exact=is_exact), subjects)
    conditions, ignored, changes = _conditions(found, forms, subjects)
    words_text = replaced(prepared, changes)
    words = first if not ignored else read_words(words_text, is_cut=len(text) > MAX_CHARACTERS)
    exact = replace(words.query, ignored=(*ignored, *words.query.ignored))
    groups, told = [list(group) for group in exact.wanted], []
    if not is_exact and groups:
        groups, told = widen(groups, words.terms, forms, subjects)
    return Understood(
        replace(exact, wanted=tuple(map(tuple, groups))),
        exact,
        tuple(conditions),
        tuple(told),
        " ".join(words_text.split()),
    )


def _words(prepared: str, changes, text: str) -> Words:
    blanks = [(start, end, " " * (end - start)) for (start, end), _ in changes]
    return read_words(replaced(prepared, blanks), is_cut=len(text) > MAX_CHARACTERS)


def _asked(found: list[Operator], words: Words, *, is_exact: bool) -> tuple[set[str], set[str]]:
    """The keys and the codes of everything in a query that may be a name."""
    values = [value for o in found if o.field in TYPES for value in o.values]
    keys = {key_of(value) for value in values}
    if not is_exact:
        keys |= {unit.key for unit in units_of(words.terms)}
    return keys - {""}, {value.lower() for value in values}


def _conditions(found: list[Operator], forms: list[Form], subjects: Subjects):
    """Conditions, sentences on what is none, and what stands in the text in place of each."""
    conditions, ignored, changes = [], [], []
    for operator in found:
        words = ""
        try:
            conditions.append(condition_of(operator, forms, subjects))
        except NotUnderstood as error:
            ignored.append(error.reason)
            words = operator.as_words if error.is_words else ""
        for place, (start, end) in enumerate(operator.spans):
            changes.append((start, end, " " if place else f" {words} "))
    return conditions, ignored, changes
