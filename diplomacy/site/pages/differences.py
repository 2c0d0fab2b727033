"""What differs between two editions of a record, part by part, in words.

Both contents must be the visible ones (``Links.visible``): what is not public is in neither.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from diplomacy.reading.links import Links
from diplomacy.text.compare import diff_words

from .parts import PARTS, Lines

Steps = list[tuple[str, str]]
BEGINNING = 60
"""Characters of a paragraph by which a reader knows it."""


@dataclass(frozen=True)
class Row:
    """One paired row: its name, and the steps of ``diff_words`` from the old line to the new."""

    name: str
    steps: Steps


@dataclass(frozen=True)
class Difference:
    """One part of the record that differs."""

    label: str | Promise
    rows: list[Row]
    is_source_text: bool = False
    """Whether the words are the text's own, in its language."""


def differences(old: dict, new: dict, links: Links) -> list[Difference]:
    """The parts that differ between two visible contents, in the order of the page."""
    found = []
    for part in PARTS:
        before = part.read(old.get(part.key), links)
        after = part.read(new.get(part.key), links)
        compare = diff_words if part.is_prose else _replaced
        if rows := _compared(before, after, compare):
            found.append(Difference(part.label, rows, part.is_source_text))
    if rows := _renumbered(old, new):
        found.append(Difference(_("Numbers of the paragraphs"), rows))
    return found


def _renumbered(old: dict, new: dict) -> list[Row]:
    """Paragraphs with another number, where none came or went: else all after it would be told."""
    before, after = _numbers(old), _numbers(new)
    return _compared(before, after, _replaced) if set(before) == set(after) else []


def _numbers(content: dict) -> Lines:
    return {
        row["key"]: (Truncator(row["text"]).chars(BEGINNING), row["number"])
        for row in content.get("paragraphs", [])
    }


def _replaced(old: str, new: str) -> Steps:
    """The whole old line taken out and the new one put in."""
    return [step for step in (("delete", old), ("insert", new)) if step[1]]


def _compared(before: Lines, after: Lines, compare: Callable[[str, str], Steps]) -> list[Row]:
    rows = []
    for identity in [*before, *(key for key in after if key not in before)]:
        name, old = before.get(identity, ("", ""))
        new_name, new = after.get(identity, ("", ""))
        if old != new:
            rows.append(Row(new_name or name, compare(old, new)))
    return rows
