"""Screens of people and the offices they hold."""

from itertools import combinations

from django import forms
from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from diplomacy.models import Office, Person, Tenure

from .authority_base import AuthorityAdmin, Names
from .inlines import PartFormSet, PartTable


class TenureForm(forms.ModelForm):
    """One time in office. Its dates are checked on their own before they are compared."""

    def _post_clean(self):
        if not {"start", "end"} & set(self.errors):
            super()._post_clean()


class TenureFormSet(PartFormSet):
    """Times in office typed at once may not overlap one another either."""

    def clean(self):
        super().clean()
        kept = [form for form in self.forms if form.is_valid() and form.has_changed()]
        rows = [form.instance for form in kept if form not in self.deleted_forms]
        for one, other in combinations(rows, 2):
            first, last = one.certain_span()
            other_first, other_last = other.certain_span()
            if one.office_id == other.office_id and first < other_last and other_first < last:
                raise forms.ValidationError(
                    _("Two times in the same office overlap: %(one)s and %(other)s.")
                    % {"one": one, "other": other}
                )


class OfficesHeld(PartTable):
    """Which offices a person held, and when."""

    model = Tenure
    form = TenureForm
    formset = TenureFormSet
    fields = ("office", "start", "end", "note")
    autocomplete_fields = ("office",)
    select_related = ("person", "office")


class Holders(PartTable):
    """Who held an office, and when; written on the person's own screen."""

    model = Tenure
    fields = ("person", "start", "end", "note")
    select_related = ("person", "office")
    verbose_name_plural = _("who held it")

    def has_add_permission(self, request, obj=None):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    has_delete_permission = has_change_permission


@admin.register(Person)
class PersonAdmin(AuthorityAdmin):
    """People, under the name the archive uses, with every other known form."""

    fields = ("name", "slug", ("family", "given"), "country", "note")
    inlines = (Names, OfficesHeld)
    list_display = ("name", "family", "given", "country", "merged")
    list_filter = (("country", admin.RelatedOnlyFieldListFilter),)
    list_select_related = (*AuthorityAdmin.list_select_related, "country")
    search_fields = ("name", "family", "given", *AuthorityAdmin.search_fields)
    autocomplete_fields = ("country",)


@admin.register(Office)
class OfficeAdmin(AuthorityAdmin):
    """Offices that people hold."""

    fields = ("label", "slug", "organisation", "note")
    inlines = (Names, Holders)
    list_display = ("label", "organisation", "merged")
    list_select_related = (*AuthorityAdmin.list_select_related, "organisation")
    search_fields = ("label", "organisation__name", *AuthorityAdmin.search_fields)
    autocomplete_fields = ("organisation",)
