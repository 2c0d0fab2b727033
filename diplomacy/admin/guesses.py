"""Guesses of the intake: shown with their evidence until an editor confirms them."""

from django.db.models import QuerySet
from django.utils import timezone

from diplomacy import kinds
from diplomacy.models import Guess, Record
from diplomacy.vocabulary import LANGUAGES

from .widgets import as_key

EDITED_AS = {
    "people": {"person_roles"},
    "organisations": {"organisation_roles"},
    "countries": {"country_roles"},
    "topics": {"topic_labels"},
    "outlet": {"sources"},
    "series": {"meeting"},
    "ordinal": {"meeting"},
}
"""Under which form fields or parts a guessed field is edited, where the names differ."""


def waiting(record: Record) -> QuerySet:
    """What nobody has confirmed yet."""
    return record.guesses.filter(confirmed_at=None)


def confirm(record: Record, chosen: list[str] | None, *, by) -> int:
    """Confirm the guesses with these ids, or all for None; how many there were."""
    rows = waiting(record)
    if chosen is not None:
        rows = rows.filter(pk__in=[as_key(key) for key in chosen])
    return _mark(rows, by)


def confirm_edited(record: Record, form, formsets, *, by) -> int:
    """Editing what was guessed confirms it: whoever typed it knows.

    A guess about ``dates.event`` is about that one row; of other parts any row counts.
    """
    edited = {*form.changed_data, *(name for formset in formsets for name in _parts(formset))}
    rows = [guess.pk for guess in waiting(record) if _edited_as(guess) & edited]
    return _mark(record.guesses.filter(pk__in=rows), by) if rows else 0


def _edited_as(guess: Guess) -> set[str]:
    return EDITED_AS.get(guess.field, {guess.field})


def _parts(formset) -> set[str]:
    """The part of a record that a formset edits: ``person_roles``, or ``dates.event`` …"""
    name = formset.fk.remote_field.get_accessor_name()
    if name != "dates":
        return {name}
    return {f"dates.{form.instance.role}" for form in formset.forms if form.has_changed()}


def described(record: Record) -> list[dict]:
    """The panel's rows: ``{"guess", "label", "value"}``, codes put into words."""
    return [_row(guess) for guess in waiting(record)]


def _row(guess: Guess) -> dict:
    return {"guess": guess, "label": guess.label, "value": _value_in_words(guess)}


def _value_in_words(guess: Guess) -> str:
    words = {
        "kind": lambda code: kinds.KINDS[code].label,
        "authority": lambda code: kinds.AUTHORITIES[code].label,
        "language": lambda code: LANGUAGES[code],
    }
    try:
        return str(words[guess.field](guess.value))
    except KeyError:
        return guess.value


def _mark(rows: QuerySet, by) -> int:
    return rows.update(confirmed_at=timezone.now(), confirmed_by=by)
