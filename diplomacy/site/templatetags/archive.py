"""Filters of the public pages: codes into words, dates into words, languages into directions."""

import re
from functools import lru_cache

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.timezone import localtime
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext_lazy as _

from diplomacy import kinds, vocabulary
from diplomacy.models import AuthorityRecord
from diplomacy.site.pages.names import OWN_LANGUAGE
from diplomacy.text import dates, languages

register = template.Library()
register.filter("direction", vocabulary.direction)

MACHINE_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?").fullmatch
"""The dates that HTML's ``datetime`` attribute can hold: a year, a month or a day."""

WORDS = {
    "kind": {code: row.label for code, row in kinds.KINDS.items()},
    "family": {code: row.label for code, row in kinds.FAMILIES.items()},
    "authority": {code: row.label for code, row in kinds.AUTHORITIES.items()},
    "authority_meaning": {code: row.description for code, row in kinds.AUTHORITIES.items()},
    "language": vocabulary.LANGUAGES,
    "held": dict(vocabulary.Held.choices),
    "display": dict(vocabulary.Display.choices),
    "standing": dict(vocabulary.Standing.choices),
    "change": dict(vocabulary.Change.choices),
    "basis": dict(vocabulary.Basis.choices),
    "basis_short": {
        "printed": _("printed"),
        "inferred": _("inferred"),
        "editor": _("by an editor"),
    },
    "date_role": dict(vocabulary.DateRole.choices),
    "person_part": dict(vocabulary.PersonPart.choices),
    "organisation_part": dict(vocabulary.OrganisationPart.choices),
    "country_part": dict(vocabulary.CountryPart.choices),
    "meeting_status": dict(vocabulary.MeetingStatus.choices),
    "meeting_mode": dict(vocabulary.MeetingMode.choices),
    "work_standing": dict(vocabulary.WorkStanding.choices),
    "voice": dict(vocabulary.Voice.choices),
    "act": dict(vocabulary.Act.choices),
    "mode": dict(vocabulary.Mode.choices),
    "step": dict(vocabulary.Step.choices),
    "relation": dict(vocabulary.Link.choices),
    "title_origin": dict(vocabulary.TitleOrigin.choices),
}
"""Each closed list by name, as ``{code: label}``."""


@register.filter
def words(code, of: str):
    """The label of a code in the closed list ``of``; a code that is not in it stays as it is."""
    return WORDS[of].get(code, code)


@register.filter
def edtf(value: str) -> str:
    """An EDTF date in words, in the language of the page; what is no date stays as it is."""
    return _written(value, get_language() or "en") if value else ""


@lru_cache(maxsize=5_000)
def _written(value: str, language: str) -> str:
    try:
        return dates.display(value, language)
    except dates.EdtfError:
        return value


@register.filter
def is_machine_date(value: str) -> bool:
    """Whether an EDTF date may stand in an HTML ``datetime`` attribute as it is."""
    return bool(MACHINE_DATE(value))


@register.filter
def day(moment) -> str:
    """The day of a moment, in the archive's own time, as EDTF."""
    return localtime(moment).date().isoformat()


@register.filter
def tongue(title: str | list[tuple[bool, str]], language: str = "") -> SafeString:
    """``lang`` and ``dir`` of a title, or of pieces of a text (whether found, text), in its script.

    A record in Urdu may have a title that the archive gave it in English. The record's own
    ``language`` is told wherever the script agrees with it; without one, that of the page.
    """
    text = title if isinstance(title, str) else "".join(piece for _, piece in title)
    spoken = _spoken(text, language or get_language() or OWN_LANGUAGE)
    return format_html('lang="{}" dir="{}"', spoken, vocabulary.direction(spoken))


@lru_cache(maxsize=4096)
def _spoken(text: str, language: str) -> str:
    found = languages.detect(text)
    return language if found == "und" or _script(found) == _script(language) else found


def _script(language: str) -> str:
    primary = language.split("-")[0]
    if primary in vocabulary.RIGHT_TO_LEFT:
        return "Arabic"
    return primary if primary in ("zh", "hi", "bn", "ru") else "Latin"


@register.filter
def name(subject: AuthorityRecord) -> SafeString:
    """The name of an authority record for readers of this page, as ``isolated``."""
    return isolated(subject.shown_name, "" if subject.local_name else OWN_LANGUAGE)


def isolated(text: str, language: str) -> SafeString:
    """A name in ``<bdi>``; ``language`` is told where it is known and not that of the page."""
    if language and language != (get_language() or OWN_LANGUAGE):
        return format_html('<bdi lang="{}">{}</bdi>', language, text)
    return format_html("<bdi>{}</bdi>", text)


@register.simple_tag
def comma() -> str:
    """What stands between two remarks in one line."""
    return pgettext("between remarks", ", ")


@register.simple_tag
def name_comma() -> str:
    """What stands between two names in one line."""
    return pgettext("between names", ", ")


@register.simple_tag
def colon() -> str:
    """What stands between a thing and what is said of it."""
    return pgettext("between remarks", ": ")
