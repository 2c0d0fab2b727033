"""What the rows edited inside another screen have in common."""

from django import forms
from django.contrib import admin
from django.contrib.auth import get_permission_codename
from django.utils.translation import gettext_lazy as _

from .widgets import OurFields, remember_choices


class PartFormSet(forms.BaseInlineFormSet):
    """Parts of one record. A row without a place in the order goes to the end."""

    def add_fields(self, form, index):
        super().add_fields(form, index)
        remember_choices(form)
        name_widgets(form)
        if "order" in form.fields:
            form.fields["order"].required = False
            form.fields["order"].initial = None

    def clean(self):
        super().clean()
        if any(self.model._meta.pk.name in form.errors for form in self.forms):
            raise forms.ValidationError(
                _("Someone else has deleted a row meanwhile. Copy your text and reload the page.")
            )
        rows = [form for form in self.forms if form.has_changed() or form.instance.pk]
        last = max((form.instance.order or 0 for form in rows), default=0) if self.ordered else 0
        for form in rows:
            if self.ordered and form.instance.order is None:
                last += 1
                form.instance.order = last

    @property
    def ordered(self) -> bool:
        """Whether the rows carry their own order."""
        return "order" in self.form.base_fields


def name_widgets(form) -> None:
    """Give every field a name for screen readers: in a table its label stands far above."""
    for field in form.fields.values():
        if field.label:
            getattr(field.widget, "widget", field.widget).attrs.setdefault(
                "aria-label", field.label
            )


class PartMixin(OurFields):
    """Rows that belong to one parent: whoever may change the parent may change them."""

    extra = 0
    formset = PartFormSet
    select_related: tuple[str, ...] = ()

    def _parent_allows(self, request, *actions: str) -> bool:
        opts = self.parent_model._meta
        return any(
            request.user.has_perm(f"{opts.app_label}.{get_permission_codename(action, opts)}")
            for action in actions
        )

    def has_view_permission(self, request, obj=None):
        return self._parent_allows(request, "view", "change")

    def has_add_permission(self, request, obj=None):
        return self._parent_allows(request, "change" if obj else "add")

    def has_change_permission(self, request, obj=None):
        return self._parent_allows(request, "change")

    has_delete_permission = has_change_permission

    def get_queryset(self, request):
        return super().get_queryset(request).select_related(*self.select_related)


class PartTable(PartMixin, admin.TabularInline):
    """Short parts, one a line."""


class PartStack(PartMixin, admin.StackedInline):
    """Parts with long text, one under the other."""
