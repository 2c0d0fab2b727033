"""The verbs an editor sees as buttons, one row each: when, who may, what readers will see."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from diplomacy import publishing
from diplomacy.models import Edition, Record, Schedule
from diplomacy.vocabulary import LISTED, Standing, State

from . import verb_forms as forms

PUBLISH, WITHDRAW, MERGE = (
    "diplomacy.publish_record",
    "diplomacy.withdraw_record",
    "diplomacy.merge_record",
)
ENDED = (Standing.WITHDRAWN, Standing.HIDDEN, Standing.REMOVED, Standing.MERGED)


@dataclass(frozen=True)
class Desk:
    """How a record stands, as far as buttons depend on it."""

    state: str
    standing: str | None
    schedule: Schedule | None

    @classmethod
    def of(cls, record: Record) -> "Desk":
        """One query."""
        standing = record.last_edition.standing if record.last_edition_id else None
        return cls(record.state, standing, publishing.open_schedule(record))


@dataclass(frozen=True)
class Verb:
    """One button.

    ``permission`` is a permission's full name, or empty: who may change the record may do it.
    ``done`` is what is said afterwards, or ``done(result, edition before)`` which says it.
    ``readers`` says what the public will see; ``run(record, by=…, **arguments of the form)``.
    """

    code: str
    label: str | Promise
    done: str | Promise | Callable[[object, int | None], str | Promise]
    readers: str | Promise
    run: Callable
    form: type[forms.VerbForm]
    applies: Callable[[Desk], bool]
    permission: str = ""
    is_grave: bool = False

    def may(self, user, screen, record: Record) -> bool:
        """Whether ``user`` may do this to the record on ``screen`` (its ModelAdmin)."""
        if self.permission:
            return user.has_perm(self.permission)
        opts = screen.opts
        return user.has_perm(f"{opts.app_label}.change_{opts.model_name}")

    def said(self, result, before: int | None) -> str | Promise:
        """What to tell the editor; ``before`` is the key of the edition there was."""
        return self.done(result, before) if callable(self.done) else self.done


def _published(result: Edition | Schedule, before: int | None) -> str | Promise:
    """Which of the three came about: an hour to wait for, a new edition, or nothing new."""
    if isinstance(result, Schedule):
        return _("Approved: readers will see it from %(hour)s (%(zone)s).") % {
            "hour": date_format(timezone.localtime(result.due_at), "DATETIME_FORMAT"),
            "zone": timezone.get_current_timezone_name(),
        }
    if result.pk == before:
        return _("Nothing had changed for readers, so no new edition was made.")
    return _("Published: readers see it now, as edition %(n)d.") % {"n": result.n}


def _merge(record, *, by, into, reason):
    return publishing.merge(record, into.cast(), by=by, reason=reason)


VERBS = {
    verb.code: verb
    for verb in (
        Verb(
            "submit",
            _("Submit for review"),
            _("Handed over for review."),
            _("Nothing changes for readers. A colleague who may publish looks at it."),
            publishing.submit,
            forms.NoteForm,
            lambda desk: desk.state == State.DRAFT and not desk.schedule,
        ),
        Verb(
            "send-back",
            _("Send back"),
            _("Sent back; it is a draft again."),
            _("Nothing changes for readers. It is a draft again, with your note."),
            publishing.send_back,
            forms.SendBackForm,
            lambda desk: desk.state == State.SUBMITTED,
            PUBLISH,
        ),
        Verb(
            "publish",
            _("Publish …"),
            _published,
            _(
                "Readers see this working copy as it is now, at once or from the hour you give. "
                "What they read before stays as an earlier edition."
            ),
            publishing.publish,
            forms.PublishForm,
            lambda desk: (
                not desk.schedule
                and desk.state != State.APPROVED
                and desk.standing in (None, Standing.PUBLIC)
            ),
            PUBLISH,
        ),
        Verb(
            "cancel-schedule",
            _("Cancel the schedule"),
            _("The schedule is cancelled."),
            _(
                "The version that waits will not be published. Readers go on seeing what they "
                "see now."
            ),
            publishing.cancel_schedule,
            forms.NoteForm,
            lambda desk: desk.schedule is not None,
            PUBLISH,
        ),
        Verb(
            "approve-again",
            _("Approve again …"),
            _("Approved again for its hour."),
            _("The version that waits, with the live fix in it, is published at its hour."),
            publishing.approve_again,
            forms.ApproveAgainForm,
            lambda desk: (
                desk.schedule is not None and desk.schedule.status == Schedule.Status.SUSPENDED
            ),
            PUBLISH,
        ),
        Verb(
            "live-fix",
            _("Live fix …"),
            _("Mended for readers."),
            _(
                "Readers see the words below at once, as a new edition made from what they read "
                "now. Nothing else of your draft becomes public. The same words are mended in the "
                "working copy, and in a version that waits, which must then be approved again."
            ),
            publishing.live_fix,
            forms.LiveFixForm,
            lambda desk: (
                desk.standing == Standing.PUBLIC
                and (desk.schedule is not None or desk.state != State.APPROVED)
            ),
            PUBLISH,
        ),
        Verb(
            "restore",
            _("Restore"),
            _("Restored."),
            _(
                "Readers see the record again as it was last shown, with a mark that it was "
                "restored."
            ),
            publishing.restore,
            forms.RestoreForm,
            lambda desk: desk.standing in ENDED,
            WITHDRAW,
        ),
        Verb(
            "withdraw",
            _("Withdraw …"),
            _("Withdrawn."),
            _(
                "The record stays listed with a banner and your reason; or, without its text, "
                "every address of it gives only the reason."
            ),
            publishing.withdraw,
            forms.WithdrawForm,
            lambda desk: desk.standing in LISTED,
            WITHDRAW,
            is_grave=True,
        ),
        Verb(
            "remove",
            _("Remove …"),
            _("Removed."),
            _(
                "Every address of this record, its earlier editions included, answers that it was "
                "removed, with your reason. For what should never have been published."
            ),
            publishing.remove,
            forms.ReasonForm,
            lambda desk: desk.standing in (*LISTED, Standing.HIDDEN),
            WITHDRAW,
            is_grave=True,
        ),
        Verb(
            "merge",
            _("Merge into …"),
            _("Merged."),
            _("Every address of this record leads to the other one. Restoring undoes it."),
            _merge,
            forms.MergeForm,
            lambda desk: desk.standing in LISTED,
            MERGE,
            is_grave=True,
        ),
    )
}


def offered(record: Record, *, desk: Desk, user, screen) -> list[Verb]:
    """The verbs that apply to the record now and that the user may do."""
    return [v for v in VERBS.values() if v.applies(desk) and v.may(user, screen, record)]
