"""What readers may send: the wish to follow a search, the report of a problem."""

from django import forms
from django.core.validators import validate_email
from django.utils.encoding import punycode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from diplomacy.models import ProblemReport, SavedSearch
from diplomacy.text.normalise import LINE_ENDS, control_in

MOST_WORDS = 2_000
"""Characters of a report."""


class ReaderForm(forms.Form):
    """Base: a field that people do not see and programs fill in, and fields that say their errors.

    ``is_trap_sprung`` is for the view: it then answers as if all were well, and does nothing.
    """

    remarks = forms.CharField(required=False, label=gettext_lazy("Leave this empty"))

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("auto_id", "id-%s")
        super().__init__(*args, **kwargs)

    @property
    def is_trap_sprung(self) -> bool:
        return bool(self.data.get("remarks"))


class AddressField(forms.EmailField):
    """An e-mail address that a letter can be sent to, as it stands in the letter's head.

    Django takes more: quoted names may hold control characters, which break a head in two, and
    domains need only look as if they could be written in ASCII.
    """

    def clean(self, value: str) -> str:
        address = super().clean(value)
        if address:
            name, _at, domain = address.rpartition("@")
            try:
                validate_email(f"{name}@{punycode(domain)}")
            except UnicodeError as error:
                raise forms.ValidationError(validate_email.message, code="invalid") from error
            if not (name.isascii() and name.isprintable()):
                raise forms.ValidationError(validate_email.message, code="invalid")
        return address


class FollowForm(ReaderForm):
    """Where to write to, and how often."""

    address = AddressField(
        label=gettext_lazy("E-mail address"),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email", "dir": "ltr"}),
    )
    rhythm = forms.ChoiceField(
        label=gettext_lazy("How often"),
        choices=SavedSearch.Rhythm.choices,
        initial=SavedSearch.Rhythm.WEEKLY,
        widget=forms.RadioSelect,
    )


class ReportForm(ReaderForm):
    """What is wrong, in the reader's own words."""

    kind = forms.ChoiceField(
        label=gettext_lazy("What is wrong?"),
        choices=[("", gettext_lazy("Choose …")), *ProblemReport.Kind.choices],
    )
    text = forms.CharField(
        label=gettext_lazy("Please say what you found, and how you know"),
        max_length=MOST_WORDS,
        widget=forms.Textarea(attrs={"rows": 6, "dir": "auto"}),
    )
    address = AddressField(
        label=gettext_lazy("E-mail address, if you would like an answer"),
        max_length=254,
        required=False,
        widget=forms.EmailInput(attrs={"autocomplete": "email", "dir": "ltr"}),
    )
    edition = forms.IntegerField(
        required=False, min_value=1, max_value=1_000_000, widget=forms.HiddenInput
    )

    def clean_text(self) -> str:
        text = self.cleaned_data["text"]
        if sign := control_in(text):
            raise forms.ValidationError(_("The text holds %(sign)s.") % {"sign": sign})
        return LINE_ENDS.sub("\n", text)
