"""What a record still needs before it may be published: a list, in plain words.

What is needed is a column of ``kinds.KINDS``; what each need means is said here, once.
"""

from collections.abc import Callable

from django.utils.translation import gettext as _

from diplomacy import kinds
from diplomacy.models import Record
from diplomacy.vocabulary import DateRole, Held, MeetingStatus


def problems(record: Record) -> list[str]:
    """Sentences that say what is missing; empty when the record may be published.

    Asks for no row of a record that was ``loaded``.
    """
    record = record.cast()
    needs = (*kinds.KINDS[record.kind].needs, "confirmed_guesses")
    return [found for need in needs if (found := NEEDS[need](record))]


def _title(record) -> str | None:
    return None if record.title.strip() else _("It has no title.")


def _event_date_if_held(record) -> str | None:
    if record.status != MeetingStatus.HELD or _has_date(record, DateRole.EVENT):
        return None
    return _("Say on which day it was held, as precisely as known.")


def _series_with_ordinal(record) -> str | None:
    if record.ordinal and not record.series_id:
        return _("It has a round number but no series to count in.")
    return None


def _date(record) -> str | None:
    if _has_date(record, DateRole.DOCUMENT, DateRole.RELEASE, DateRole.PUBLISHED):
        return None
    return _("Give the date of the document, of its release, or of its publication.")


def _date_or_source(record) -> str | None:
    if record.dates.all() or record.sources.all():
        return None
    return _("Give a date, or a source where it appeared.")


def _authority(record) -> str | None:
    if record.authority:
        return None
    return _("Say how near the text stands to the words it reports (authority).")


def _issuers(record) -> str | None:
    for rows in (record.organisation_roles, record.country_roles, record.person_roles):
        if rows.all():
            return None
    return _("Say who issued it: name the organisations, or the countries that are parties.")


def _text_or_description(record) -> str | None:
    if record.held == Held.NOT_HELD:
        return None if record.summary.strip() else _("It has neither a text nor a summary.")
    if record.paragraphs.all():
        return None
    return _("It is said to be held, but has no paragraphs.")


def _mentions(record) -> str | None:
    if record.mentions.all():
        return None
    return _("Add at least one dated mention as evidence.")


def _confirmed_guesses(record) -> str | None:
    labels = [guess.label for guess in record.guesses.all() if not guess.confirmed_at]
    names = ", ".join(dict.fromkeys(labels))
    if not names:
        return None
    return _("Guesses nobody has confirmed yet: %(names)s.") % {"names": names}


def _has_date(record, *roles: str) -> bool:
    return any(row.role in roles for row in record.dates.all())


NEEDS: dict[str, Callable[[Record], str | None]] = {
    "title": _title,
    "event_date_if_held": _event_date_if_held,
    "series_with_ordinal": _series_with_ordinal,
    "date": _date,
    "date_or_source": _date_or_source,
    "authority": _authority,
    "issuers": _issuers,
    "text_or_description": _text_or_description,
    "mentions": _mentions,
    "confirmed_guesses": _confirmed_guesses,
}
