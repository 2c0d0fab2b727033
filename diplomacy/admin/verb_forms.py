"""What is asked before a verb is done to a record."""

from django import forms
from django.contrib import admin
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from diplomacy.models import Record, Relation
from diplomacy.publishing import Fix
from diplomacy.vocabulary import EDITORIAL_CHANGES, LISTED, Change

from .plain_words import PlainWordsForm
from .widgets import KnownAutocomplete

ROWS = forms.Textarea(attrs={"rows": 3, "cols": 80, "dir": "auto"})


class VerbForm(PlainWordsForm):
    """Base: which version was looked at. ``arguments()`` is what the verb is called with."""

    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args, record, **kwargs):
        super().__init__(*args, initial={"version": record.version}, **kwargs)
        self.record = record

    def clean_version(self):
        if self.cleaned_data["version"] != self.record.version:
            raise forms.ValidationError(
                _("Somebody saved this record after you opened this page. Look at it again first.")
            )
        return self.cleaned_data["version"]

    def arguments(self) -> dict:
        """Keyword arguments of the verb."""
        return {name: value for name, value in self.cleaned_data.items() if name != "version"}


class NoteForm(VerbForm):
    """A note to colleagues, if any."""

    note = forms.CharField(
        label=_("Note to colleagues"),
        widget=ROWS,
        required=False,
        help_text=_("Kept in the history of the record; readers do not see it."),
    )


class SendBackForm(NoteForm):
    """What the author should change."""

    note = forms.CharField(label=_("What should be changed"), widget=ROWS)


class RestoreForm(VerbForm):
    """A note to readers, if any."""

    note = forms.CharField(label=_("Note to readers"), widget=ROWS, required=False)


class ReasonForm(VerbForm):
    """The reason readers are given."""

    reason = forms.CharField(label=_("Reason"), widget=ROWS, help_text=_("Readers will see it."))


class WithdrawForm(ReasonForm):
    """Whether the text stays to be read."""

    keep_text = forms.TypedChoiceField(
        label=_("The text"),
        choices=[
            ("yes", _("stays to be read, under a banner with the reason")),
            ("no", _("is no longer shown; its addresses give only the reason")),
        ],
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
        initial="yes",
    )


class ChangeForm(VerbForm):
    """What readers are told has changed."""

    choices = EDITORIAL_CHANGES
    change = forms.ChoiceField(label=_("What kind of change"), widget=forms.RadioSelect)
    note = forms.CharField(
        label=_("Note to readers"),
        widget=ROWS,
        required=False,
        help_text=_("What changed, and why. A correction must have one."),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.record.last_edition_id is None:
            del self.fields["change"]
        else:
            self.fields["change"].choices = [(row.value, row.label) for row in self.choices]


class HourField(forms.DateTimeField):
    """A day and an hour, in the archive's own time zone."""

    def __init__(self, **kwargs):
        widget = forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")
        super().__init__(widget=widget, required=False, **kwargs)

    def get_bound_field(self, form, field_name):
        self.help_text = _("Time zone: %(zone)s (now %(now)s). Leave empty to publish at once.") % {
            "zone": timezone.get_current_timezone_name(),
            "now": timezone.localtime().strftime("%Y-%m-%d %H:%M"),
        }
        return super().get_bound_field(form, field_name)


class PublishForm(ChangeForm):
    """Now, or at an hour."""

    at = HourField(label=_("Publish at"))


class ApproveAgainForm(VerbForm):
    """For the same hour, or another."""

    at = HourField(label=_("Publish at"))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        schedule = self.record.schedules.filter(status__in=["waiting", "suspended"]).first()
        if schedule:
            self.initial["at"] = timezone.localtime(schedule.due_at)


class MergeForm(ReasonForm):
    """The public record to merge into."""

    into = forms.ModelChoiceField(
        Record.objects.filter(last_edition__standing__in=LISTED),
        label=_("Merge into"),
        widget=KnownAutocomplete(Relation._meta.get_field("target"), admin.site),
        help_text=_("The published record that readers are sent to."),
    )
    field_order = ("into", "reason")


class LiveFixForm(ChangeForm):
    """The words readers see now, to be mended. Only what differs afterwards is changed."""

    choices = (Change.CORRECTION, Change.TYPOGRAPHICAL)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.live = self.record.last_edition.content
        self.fields["live_title"] = forms.CharField(
            label=_("Title"), initial=self.live["title"], max_length=500
        )
        self.fields["live_summary"] = forms.CharField(
            label=_("Summary"), initial=self.live["summary"], widget=ROWS, required=False
        )
        for row in self.live.get("paragraphs", []):
            self.fields["paragraph-" + row["key"]] = forms.CharField(
                label=_("Paragraph %(number)s") % {"number": row["number"]},
                initial=row["text"],
                widget=ROWS,
            )
        self.order_fields([name for name in self.fields if name not in {"change", "note"}])

    def arguments(self):
        given = {
            name: _unix(value) for name, value in self.cleaned_data.items() if name != "version"
        }
        paragraphs = {
            row["key"]: given["paragraph-" + row["key"]]
            for row in self.live.get("paragraphs", [])
            if given["paragraph-" + row["key"]] != row["text"]
        }
        fix = Fix(
            title=_if_changed(given["live_title"], self.live["title"]),
            summary=_if_changed(given["live_summary"], self.live["summary"]),
            paragraphs=paragraphs,
        )
        return {"fix": fix, "change": given["change"], "note": given["note"]}


def _unix(value: str) -> str:
    """Browsers send every line end as CR LF; editions hold LF."""
    return value.replace("\r\n", "\n")


def _if_changed(new: str, old: str) -> str | None:
    return new if new != old else None
