"""Kinds of record, families of kinds, and authorities: rows of data, not classes.

A difference between kinds belongs here, in a column; code asks the row and never the code.
"""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

MEETING, JOINT, OPINION, ACCOUNT, COMMITMENT = (
    "meeting",
    "joint_statement",
    "op_ed",
    "account",
    "commitment",
)


@dataclass(frozen=True)
class Family:
    """A family of kinds: one admin screen, one facet."""

    code: str
    label: str | Promise
    model: str
    """Which child of ``Record`` it is: ``dialogue``, ``document`` or ``commitment``."""


@dataclass(frozen=True)
class Authority:
    """How near a text stands to the words it reports.

    ``own_words`` is true where the text *is* the issuers' wording, so that its words may be
    compared with another such text; ``rank`` orders accounts of one meeting, nearest first;
    ``one_sided`` is true where a single side is heard through it.
    """

    code: str
    label: str | Promise
    description: str | Promise
    rank: int
    own_words: bool = False
    one_sided: bool = False


@dataclass(frozen=True)
class Kind:
    """A kind of record.

    ``needs`` names what must be present before publication (see ``publishing/readiness.py``);
    ``authority`` is what an editor is offered first; ``schema_type`` is the schema.org type.
    """

    code: str
    label: str | Promise
    family: str
    needs: tuple[str, ...] = ()
    authority: str = ""
    schema_type: str = "Article"

    @property
    def model(self) -> str:
        return FAMILIES[self.family].model


def _by_code(rows):
    return {row.code: row for row in rows}


FAMILIES = _by_code(
    [
        Family(MEETING, _("Meetings"), "dialogue"),
        Family(JOINT, _("Joint statements"), "document"),
        Family(ACCOUNT, _("Accounts"), "document"),
        Family(OPINION, _("Op-eds"), "document"),
        Family(COMMITMENT, _("Commitments"), "commitment"),
    ]
)

AUTHORITIES = _by_code(
    [
        Authority(
            "joint_verbatim",
            _("Joint text"),
            _("A text agreed by all sides."),
            1,
            own_words=True,
        ),
        Authority(
            "joint_rendering",
            _("Rendering of a joint text"),
            _("A press or other rendering of a text agreed by all sides; wording may differ."),
            2,
        ),
        Authority(
            "readout",
            _("One side's read-out"),
            _("What one side published about the meeting; it speaks for that side only."),
            3,
            own_words=True,
            one_sided=True,
        ),
        Authority(
            "readout_report",
            _("Report of a read-out"),
            _("Somebody else's report of what one side published about the meeting."),
            4,
            one_sided=True,
        ),
        Authority(
            "signed",
            _("Signed article or speech"),
            _("The words of the person who signs or speaks; not a joint text."),
            5,
            own_words=True,
        ),
        Authority(
            "press",
            _("Press account"),
            _("A journalist's account; the words are the outlet's unless quoted."),
            6,
        ),
    ]
)
ONE_SIDED = tuple(code for code, row in AUTHORITIES.items() if row.one_sided)

_MEETING_NEEDS = ("title", "event_date_if_held", "series_with_ordinal")
_JOINT_NEEDS = ("title", "date", "authority", "issuers", "text_or_description")
_ACCOUNT_NEEDS = ("title", "date_or_source", "authority", "text_or_description")
_SIGNED_NEEDS = ("title", "date_or_source", "authority", "text_or_description")


def _meetings(*rows):
    return [Kind(code, label, MEETING, _MEETING_NEEDS, "", "Event") for code, label in rows]


def _documents(family, needs, authority, schema_type, *rows):
    return [Kind(code, label, family, needs, authority, schema_type) for code, label in rows]


KINDS = _by_code(
    [
        *_meetings(
            ("dialogue_round", _("Dialogue round")),
            ("trilateral_round", _("Trilateral round")),
            ("committee_session", _("Committee session")),
            ("consultation", _("Consultation")),
            ("special_envoy_meeting", _("Special envoys' meeting")),
            ("visit", _("Visit")),
            ("summit", _("Summit")),
            ("conference", _("Conference")),
            ("incident", _("Incident")),
            ("milestone", _("Milestone")),
            ("exhibition", _("Exhibition")),
        ),
        *_documents(
            JOINT,
            _JOINT_NEEDS,
            "joint_verbatim",
            "Report",
            ("joint_communique", _("Joint communiqué")),
            ("joint_statement", _("Joint statement")),
            ("joint_press_release", _("Joint press release")),
            ("action_plan", _("Action plan")),
        ),
        *_documents(
            ACCOUNT,
            _ACCOUNT_NEEDS,
            "readout",
            "Report",
            ("readout", _("Read-out")),
            ("press_release", _("Press release")),
            ("announcement", _("Announcement")),
            ("spokesperson_briefing", _("Spokesperson's briefing")),
            ("third_party_reaction", _("Reaction of a third party")),
        ),
        *_documents(
            ACCOUNT,
            _ACCOUNT_NEEDS,
            "press",
            "NewsArticle",
            ("press_account", _("Press account")),
        ),
        *_documents(
            OPINION,
            _SIGNED_NEEDS,
            "signed",
            "OpinionNewsArticle",
            ("op_ed", _("Op-ed")),
            ("speech", _("Speech")),
            ("interview", _("Interview")),
            ("scholar_statement", _("Scholar's statement")),
            ("analysis", _("Analysis")),
        ),
        Kind("commitment", _("Commitment"), COMMITMENT, ("title", "mentions"), "", "Action"),
    ]
)


def in_family(family: str) -> list[str]:
    """Codes of the kinds in ``family``, in the order they are listed."""
    return [kind.code for kind in KINDS.values() if kind.family == family]


def choices(family: str | None = None) -> list[tuple[str, str | Promise]]:
    """Choices for a form field: every kind, or those of one family."""
    return [(k.code, k.label) for k in KINDS.values() if family in (None, k.family)]


def kind_choices():
    """Every kind, as choices for the model field (a callable, so migrations stay quiet)."""
    return choices()


def authority_choices():
    """Every authority, as choices for the model field."""
    return [(row.code, row.label) for row in AUTHORITIES.values()]


def rank_of(authority: str) -> int:
    """The place of an authority among the accounts of one meeting; one we do not know is last."""
    known = AUTHORITIES.get(authority)
    return known.rank if known else len(AUTHORITIES) + 1
