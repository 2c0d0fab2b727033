"""Two editors, one record: the second is told, keeps what was typed, and overwrites nothing."""

from django import forms
from django.contrib.auth import get_user_model
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from diplomacy.models import Record

from .widgets import as_key


class VersionField(forms.IntegerField):
    """The version an editor started from. It is no content, so it never counts as a change."""

    widget = forms.HiddenInput

    def has_changed(self, initial, data):
        return False


class OverwriteField(forms.MultipleChoiceField):
    """A checkbox whose value is the version that would be overwritten: only what was seen."""

    widget = forms.CheckboxSelectMultiple

    def has_changed(self, initial, data):
        return False

    def validate(self, value):
        """Nothing to refuse: a version that is no longer the last is simply not the last."""


class RecordForm(forms.ModelForm):
    """The form of every record; ``conflict`` is set when somebody saved in between."""

    version = VersionField(required=False)
    overwrite = OverwriteField(required=False, label=_("Save all the same"))
    conflict = ""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial["version"] = self.instance.version
        self.fields["overwrite"].choices = [
            (str(self.instance.version), _("Save mine over theirs"))
        ]

    def clean(self):
        """Compare with the stored version, which the screen has locked."""
        cleaned = super().clean()
        seen = {str(cleaned.get("version")), *cleaned.get("overwrite", [])}
        if self.instance.pk and str(self.instance.version) not in seen:
            self.conflict = told(self.instance)
            self.add_error(None, _("Nothing was saved: see above."))
        return cleaned


def told(record: Record) -> str:
    """Who saved the record last, and when."""
    user = get_user_model().objects.filter(pk=record.updated_by_id).first()
    return _(
        "%(who)s saved this record at %(when)s, after you opened it. Nothing of yours has been "
        "saved, and all you typed is still below."
    ) % {
        "who": user.get_username() if user else _("Somebody"),
        "when": date_format(timezone.localtime(record.updated_at), "DATETIME_FORMAT"),
    }


def differences(form, formsets) -> list[dict]:
    """What is stored now beside what was typed: ``[{"label", "stored", "typed"}]``, shortened.

    ``formsets`` are the bound formsets of the same screen; a row of one is named by its text.
    """
    fields = [
        {
            "label": form.fields[name].label,
            "stored": _in_words(form.fields[name], form.initial.get(name)),
            "typed": _in_words(form.fields[name], form[name].value()),
        }
        for name in form.changed_data
    ]
    return fields + [row for formset in formsets for row in _rows(formset)]


def _rows(formset):
    label = formset.model._meta.verbose_name
    for part in formset.forms:
        if part.has_changed():
            fields = [(part.fields[name], part[name], name) for name in part.changed_data]
            stored = (_in_words(field, part.initial.get(name)) for field, _typed, name in fields)
            typed = (_in_words(field, bound.value()) for field, bound, _name in fields)
            yield {
                "label": label,
                "stored": _short(" · ".join(filter(None, stored))),
                "typed": _short(" · ".join(filter(None, typed))),
            }


def _in_words(field, value) -> str:
    """A value of a form field as an editor knows it."""
    if isinstance(field, forms.ModelMultipleChoiceField):
        keys = [getattr(one, "pk", one) for one in value or []]
        return _short(", ".join(map(str, field.queryset.filter(pk__in=map(as_key, keys)))))
    if isinstance(field, forms.ModelChoiceField):
        return _short(", ".join(map(str, field.queryset.filter(pk=as_key(value)))))
    if isinstance(field, forms.ChoiceField):
        return str(dict(field.choices).get(value, value or ""))
    return _short(str(value if value is not None else ""))


def _short(text: str) -> str:
    return Truncator(text).chars(160)
