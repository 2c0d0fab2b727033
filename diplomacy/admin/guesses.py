"""Guesses of the intake: shown with their evidence until an editor confirms them."""

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from diplomacy import kinds
from diplomacy.models import Guess, Record
from diplomacy.vocabulary import LANGUAGES, DateRole

LABELS = {
    "title": _("Title"),
    "kind": _("Kind"),
    "authority": _("Authority"),
    "language": _("Language"),
    "side": _("Issuing side"),
    "dateline": _("Dateline"),
    "place": _("Dateline place"),
    "agency": _("Agency"),
    "byline": _("Byline"),
    "dates": _("Date"),
    "outlet": _("Outlet"),
    "series": _("Series"),
    "ordinal": _("Round"),
    "meeting": _("Meeting"),
    "people": _("People"),
    "organisations": _("Organisations"),
    "countries": _("Countries"),
    "topics": _("Topics"),
    "initiatives": _("Initiatives"),
    "places": _("Places"),
}
"""What the fields of guesses are called on the screen."""

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
        ids = [int(key) for key in chosen if key.isascii() and key.isdecimal() and len(key) < 19]
        rows = rows.filter(pk__in=ids)
    return _mark(rows, by)


def confirm_edited(record: Record, form, formsets, *, by) -> int:
    """Editing what was guessed confirms it: whoever typed it knows.

    A guess about ``dates.event`` is one about the part ``dates``; any of its rows counts.
    """
    edited = {*form.changed_data, *(part_name(formset) for formset in formsets)}
    rows = [guess.pk for guess in waiting(record) if _edited_as(guess) & edited]
    return _mark(record.guesses.filter(pk__in=rows), by) if rows else 0


def _edited_as(guess: Guess) -> set[str]:
    field = guess.field.partition(".")[0]
    return EDITED_AS.get(field, {field})


def described(record: Record) -> list[dict]:
    """The panel's rows: ``{"guess", "label", "value"}``, codes put into words."""
    return [_row(guess) for guess in waiting(record)]


def _row(guess: Guess) -> dict:
    field, _dot, role = guess.field.partition(".")
    label = f"{LABELS.get(field, field)}"
    if field == "dates" and role in DateRole.values:
        label = f"{label}: {DateRole(role).label}"
    return {"guess": guess, "label": label, "value": _value_in_words(field, guess.value)}


def _value_in_words(field: str, value: str) -> str:
    words = {
        "kind": lambda code: kinds.KINDS[code].label,
        "authority": lambda code: kinds.AUTHORITIES[code].label,
        "language": lambda code: LANGUAGES[code],
    }
    try:
        return str(words[field](value))
    except KeyError:
        return value


def part_name(formset) -> str:
    """The name of a record's part, as its relation is called: ``dates``, ``person_roles`` …"""
    return formset.fk.remote_field.get_accessor_name()


def _mark(rows: QuerySet, by) -> int:
    return rows.update(confirmed_at=timezone.now(), confirmed_by=by)
