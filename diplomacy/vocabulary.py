"""Closed lists of the archive: small, slow-moving sets of words that code may rely on.

What grows (topics, people, outlets …) is data in the database; what a *kind* of record is,
and what an *authority* means, are rows in ``kinds.py``.
"""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class State(TextChoices):
    """Where the working copy of a record stands. Written by ``publishing/`` alone."""

    DRAFT = "draft", _("Draft")
    SUBMITTED = "submitted", _("In review")
    APPROVED = "approved", _("Approved")


class Standing(TextChoices):
    """What the public may see of a record, as its last edition leaves it."""

    PUBLIC = "public", _("Published")
    WITHDRAWN = "withdrawn", _("Withdrawn, text kept")
    HIDDEN = "hidden", _("Withdrawn, text not shown")
    REMOVED = "removed", _("Removed")
    MERGED = "merged", _("Merged into another record")


LISTED = (Standing.PUBLIC, Standing.WITHDRAWN)
"""The one rule of what the public lists, searches and reads."""


class Change(TextChoices):
    """What readers are told an edition changed."""

    NEW = "new", _("First published")
    CORRECTION = "correction", _("Correction")
    UPDATE = "update", _("Update")
    TYPOGRAPHICAL = "typographical", _("Typographical")
    ANNOTATION = "annotation", _("Annotation")
    WITHDRAWN = "withdrawn", _("Withdrawn")
    REMOVED = "removed", _("Removed")
    MERGED = "merged", _("Merged")
    RESTORED = "restored", _("Restored")


EDITORIAL_CHANGES = (Change.CORRECTION, Change.UPDATE, Change.TYPOGRAPHICAL, Change.ANNOTATION)
"""The classes an editor may choose when publishing a further edition."""


class Held(TextChoices):
    """How much of a text the archive holds."""

    VERBATIM = "verbatim", _("Full text, word for word")
    EXCERPT = "excerpt", _("An excerpt, word for word")
    PARAPHRASE = "paraphrase", _("The archive's own paraphrase")
    NOT_HELD = "not_held", _("Not held: described only")


class Display(TextChoices):
    """How much of what is held may be shown to the public."""

    FULL = "full", _("All that is held")
    EXTRACT = "extract", _("Marked passages only")
    METADATA = "metadata", _("Description only")


class DateRole(TextChoices):
    """Which date a date is; a record has at most one of each."""

    EVENT = "event", _("Held on")
    VISIT = "visit", _("Visit")
    DOCUMENT = "document", _("Date of the document")
    RELEASE = "release", _("Released")
    PUBLISHED = "published", _("Published")
    DATELINE = "dateline", _("Dateline")
    RETRIEVED = "retrieved", _("Retrieved")
    DUE = "due", _("Due")


class Basis(TextChoices):
    """What a date or another statement rests on."""

    PRINTED = "printed", _("Printed in the source")
    INFERRED = "inferred", _("Inferred from the source")
    EDITOR = "editor", _("Given by an editor")


class TitleOrigin(TextChoices):
    """Where the title comes from."""

    SOURCE = "source", _("As printed")
    EDITOR = "editor", _("Given by an editor")
    URL = "url", _("Read from the web address")


class PersonPart(TextChoices):
    """The part a person has in a record."""

    CHAIR = "chair", _("Chair")
    PARTICIPANT = "participant", _("Participant")
    AUTHOR = "author", _("Author")
    SPEAKER = "speaker", _("Speaker")
    SIGNATORY = "signatory", _("Signatory")
    MENTIONED = "mentioned", _("Mentioned")


class OrganisationPart(TextChoices):
    """The part an organisation has in a record."""

    ISSUER = "issuer", _("Issuer")
    HOST = "host", _("Host")
    MENTIONED = "mentioned", _("Mentioned")


class CountryPart(TextChoices):
    """The part a country has in a record."""

    PARTY = "party", _("Party")
    MENTIONED = "mentioned", _("Mentioned")


class MeetingStatus(TextChoices):
    """Whether a meeting took place."""

    SCHEDULED = "scheduled", _("Announced or scheduled")
    HELD = "held", pgettext_lazy("of a meeting", "Held")
    POSTPONED = "postponed", _("Postponed")


class MeetingMode(TextChoices):
    """How a meeting was held."""

    IN_PERSON = "in_person", _("In person")
    VIDEO_LINK = "video_link", _("By video link")
    ONLINE = "online", _("Online")


class WorkStanding(TextChoices):
    """The standing of one language version among the versions of a work."""

    AUTHENTIC = "authentic", _("Authentic text")
    OFFICIAL_TRANSLATION = "official_translation", _("Official translation")
    UNOFFICIAL = "unofficial", _("Unofficial translation")
    MACHINE = "machine", _("Machine translation")


class Voice(TextChoices):
    """Whose voice a clause speaks in."""

    JOINT = "joint", _("Both or all sides")
    SIDE = "side", _("One side")
    PERSON = "person", _("A person")


class Act(TextChoices):
    """What a clause does."""

    REAFFIRM = "reaffirm", _("Reaffirm")
    COMMIT = "commit", _("Commit")
    SUPPORT = "support", _("Support")
    CONDEMN = "condemn", _("Condemn")
    CALL_ON = "call_on", _("Call on")
    WELCOME = "welcome", _("Welcome")
    NOTE = "note", _("Note")


class Mode(TextChoices):
    """How the words of a clause are given."""

    DIRECT = "direct", _("Direct speech")
    INDIRECT = "indirect", _("Reported speech")
    JOINT = "joint", _("Joint text")


class Step(TextChoices):
    """What a dated mention says of a commitment. Evidence, never a verdict."""

    MADE = "made", _("Made")
    RESTATED = "restated", _("Restated")
    NARROWED = "narrowed", _("Narrowed")
    UNDER_WAY = "under_way", _("Under way")
    DONE = "done", _("Reported done")
    CONTRADICTED = "contradicted", _("Contradicted")
    NOT_MENTIONED = "not_mentioned", _("Not mentioned")


class Link(TextChoices):
    """How one record relates to another."""

    REPORTS = "reports", _("Reports")
    BASED_ON = "based_on", _("Is based on")
    DISCUSSES = "discusses", _("Discusses")
    RESPONDS_TO = "responds_to", _("Responds to")
    TRANSLATION_OF = "translation_of", _("Is a translation of")
    FOLLOWS = "follows", _("Follows")


class Named(TextChoices):
    """The kinds of authority record that an edition may name; also the ``type`` in exports."""

    PERSON = "person", _("Person")
    OFFICE = "office", _("Office")
    ORGANISATION = "organisation", _("Organisation")
    OUTLET = "outlet", _("Outlet")
    COUNTRY = "country", _("Country")
    TOPIC = "topic", _("Topic")
    INITIATIVE = "initiative", _("Initiative")
    PLACE = "place", _("Place")
    SERIES = "series", _("Dialogue series")


LANGUAGES = {
    "en": _("English"),
    "zh-hans": _("Chinese (simplified)"),
    "zh-hant": _("Chinese (traditional)"),
    "zh-hant-hk": _("Chinese (Hong Kong)"),
    "zh-hant-tw": _("Chinese (Taiwan)"),
    "zh": _("Chinese"),
    "ur": _("Urdu"),
    "fr": _("French"),
    "ru": _("Russian"),
    "ar": _("Arabic"),
    "fa": _("Persian"),
    "ps": _("Pashto"),
    "bn": _("Bengali"),
    "hi": _("Hindi"),
    "und": _("Not determined"),
}
"""Language codes (BCP 47, lower case) that a text may be in."""


def language_choices():
    """The languages, as choices for a model field."""
    return list(LANGUAGES.items())


RIGHT_TO_LEFT = frozenset({"ur", "ar", "fa", "ps"})


def direction(language: str | None) -> str:
    """``rtl`` or ``ltr``, for a ``dir`` attribute: the way a text in that language runs."""
    return "rtl" if (language or "").split("-")[0] in RIGHT_TO_LEFT else "ltr"
