"""Names as editions print them, and where they lead today."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from diplomacy.models import AuthorityRecord
from diplomacy.reading import named
from diplomacy.vocabulary import CountryPart, Link, OrganisationPart, PersonPart

OWN_LANGUAGE = "en"
"""The language of the archive's own names."""
INCOMING = {
    Link.REPORTS: _("Reported by"),
    Link.BASED_ON: _("Is the basis of"),
    Link.DISCUSSES: _("Discussed by"),
    Link.RESPONDS_TO: _("Responded to by"),
    Link.TRANSLATION_OF: _("Translated as"),
    Link.FOLLOWS: _("Followed by"),
}
"""How a relation reads from its other end."""


@dataclass(frozen=True)
class Named:
    """A name as the edition has it, with where it leads and what it is called now."""

    name: str
    url: str = ""
    current: str = ""
    """The name now, where it is another than ``name``."""
    slug: str = ""
    """The slug now: that of the record it was merged into."""
    language: str = ""
    """The language of ``name``, where it is known and not that of the page."""
    title: str = ""
    """What else it is called: by the archive, or in the language of the page."""


def named_now(subject: AuthorityRecord) -> Named:
    """An authority record as it is called now, in the language of the page where that is known."""
    known = subject.local_name
    return Named(
        subject.shown_name,
        subject.get_absolute_url(),
        slug=subject.slug,
        language="" if known else OWN_LANGUAGE,
        title=subject.heading if known and known != subject.heading else "",
    )


def called_now(type: str, slugs: Iterable[str]) -> dict[str, AuthorityRecord]:
    """``current_authorities``, each with its name in the language of the page.

    One query more than that takes; none more for an English page.
    """
    found = named.current_authorities(type, slugs)
    named.localised(found.values(), get_language())
    return found


PARTS = {
    **dict(PersonPart.choices),
    **dict(OrganisationPart.choices),
    **dict(CountryPart.choices),
    "side": _("Issuing side"),
    "host": _("Host"),
    "scene": _("Held or datelined here"),
    "source": _("Published a copy"),
    "clause": _("In a clause"),
    "meeting": _("Through a meeting"),
}
"""Every part that a mention can tell (``Mention.role``), in words."""
