"""Names as editions print them, and where they lead today."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from diplomacy.vocabulary import CountryPart, Link, OrganisationPart, PersonPart

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
