"""Form widgets that keep the number of queries constant and survive any input."""

from django import forms
from django.contrib.admin.widgets import AutocompleteSelect, AutocompleteSelectMultiple

from .plain_words import PlainWordsFields

MAX_KEY_DIGITS = 18
"""Fits every database's largest integer."""


def as_key(text) -> int | None:
    """A primary key from outside, as a number; None for what can be none."""
    text = str(text)
    is_number = text.isascii() and text.isdecimal() and len(text) <= MAX_KEY_DIGITS
    return int(text) if is_number else None


class KnownAutocomplete(AutocompleteSelect):
    """An autocomplete that asks the database nothing when its row has loaded the choice.

    ``known`` is the chosen object; without it, or when another is chosen, Django's own way.
    What is no key is shown as nothing chosen; the field says what is wrong with it.
    """

    known = None

    def optgroups(self, name, value, attrs=None):
        keys = [str(key) for key in map(as_key, value) if key is not None]
        if self.known is None or keys != [str(self.known.pk)]:
            return super().optgroups(name, keys, attrs)
        empty = [] if self.is_required else [self.create_option(name, "", "", False, 0)]
        label = self.choices.field.label_from_instance(self.known)
        chosen = self.create_option(name, self.known.pk, label, {str(self.known.pk)}, len(empty))
        return [(None, [*empty, chosen], 0)]


class SeveralAutocomplete(AutocompleteSelectMultiple):
    """The same calm for several choices at once."""

    def optgroups(self, name, value, attrs=None):
        keys = [str(key) for key in map(as_key, value) if key is not None]
        return super().optgroups(name, keys, attrs)


class OneField(forms.ModelChoiceField):
    """One choice; an impossible key is refused before a database would choke on it."""

    def to_python(self, value):
        if value not in self.empty_values and as_key(value) is None:
            raise forms.ValidationError(self.error_messages["invalid_choice"], "invalid_choice")
        return super().to_python(value)


class SeveralField(forms.ModelMultipleChoiceField):
    """Several choices, with the same care."""

    def clean(self, value):
        for key in value or ():
            if as_key(key) is None:
                raise forms.ValidationError(
                    self.error_messages["invalid_pk_value"],
                    code="invalid_pk_value",
                    params={"pk": str(key)[:MAX_KEY_DIGITS]},
                )
        return super().clean(value)


def remember_choices(form) -> None:
    """Hand every related object that ``form.instance`` has loaded to its autocomplete."""
    for name, field in form.fields.items():
        widget = getattr(field.widget, "widget", field.widget)
        if isinstance(widget, KnownAutocomplete):
            relation = form.instance._meta.get_field(name)
            if relation.is_cached(form.instance):
                widget.known = relation.get_cached_value(form.instance)


class OurFields(PlainWordsFields):
    """Mixin of admins and inlines: plain words, and autocompletes that are the ones above."""

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs["form_class"] = OneField
            kwargs["widget"] = KnownAutocomplete(
                db_field, self.admin_site, using=kwargs.get("using")
            )
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs["form_class"] = SeveralField
            kwargs["widget"] = SeveralAutocomplete(
                db_field, self.admin_site, using=kwargs.get("using")
            )
        return super().formfield_for_manytomany(db_field, request, **kwargs)


class Calm(OurFields):
    """Mixin of every ModelAdmin: an address with an impossible key finds nothing."""

    def get_object(self, request, object_id, from_field=None):
        if as_key(object_id) is None:
            return None
        return super().get_object(request, object_id, from_field)
