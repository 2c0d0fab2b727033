"""What may be typed: text that every page, feed and export can show."""

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _

from diplomacy.text.normalise import control_in


def validate_words(value) -> None:
    """Refuse text with a sign that no page can show; what is no text is let pass."""
    found = control_in(value) if isinstance(value, str) else ""
    if found:
        raise ValidationError(
            _("This holds %(sign)s, which no page can show. Type the words anew without it.")
            % {"sign": found}
        )


class LinesField(forms.CharField):
    """Text of several lines. Browsers send every line end as CR LF; the archive holds LF."""

    def to_python(self, value):
        return super().to_python(value).replace("\r\n", "\n")


class PlainWordsFields:
    """Mixin of admins and inlines: every field that is typed into refuses such signs."""

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        if isinstance(db_field, models.TextField):
            kwargs.setdefault("form_class", LinesField)
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if isinstance(field, forms.CharField):
            field.validators.append(validate_words)
        return field


class PlainWordsForm(forms.Form):
    """Base of forms that stand alone: the same for each of their fields."""

    def clean(self):
        for name, value in list(self.cleaned_data.items()):
            try:
                validate_words(value)
            except ValidationError as error:
                self.add_error(name, error)
        return super().clean()
