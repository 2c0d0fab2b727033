"""Clauses: suggested until an editor confirms them; and the positions they form."""

from django import forms
from django.contrib import admin, messages
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from diplomacy import publishing
from diplomacy.models import Clause, ClauseTopic, Paragraph, Position

from .inlines import PartTable
from .widgets import Calm


class Topics(PartTable):
    """The topics of a clause; the first is its main one."""

    model = ClauseTopic
    fields = ("topic", "order")
    autocomplete_fields = ("topic",)
    select_related = ("topic",)


class ConfirmedFilter(admin.SimpleListFilter):
    """Suggested or confirmed."""

    title = _("standing")
    parameter_name = "confirmed"

    def lookups(self, request, model_admin):
        return [("no", _("Suggested")), ("yes", _("Confirmed"))]

    def queryset(self, request, queryset):
        if self.value() not in {"yes", "no"}:
            return queryset
        return queryset.filter(confirmed_at__isnull=self.value() == "no")


def touch_documents(documents, *, by) -> None:
    """Confirmed clauses are content: their documents' working copies have changed."""
    for document in documents:
        publishing.note_change(document, by=by)


@admin.action(description=_("Confirm"), permissions=["change"])
def confirm_selected(screen, request, queryset):
    """Confirm suggested clauses."""
    with transaction.atomic():
        rows = list(queryset.filter(confirmed_at=None).select_related("document"))
        Clause.objects.filter(pk__in=[row.pk for row in rows]).update(
            confirmed_at=timezone.now(), confirmed_by=request.user
        )
        touch_documents({row.document for row in rows}, by=request.user)
    said = ngettext("%(n)d clause confirmed.", "%(n)d clauses confirmed.", len(rows))
    screen.message_user(request, said % {"n": len(rows)}, messages.SUCCESS)


class ClauseForm(forms.ModelForm):
    """A clause; its paragraph is one of its own document's."""

    is_confirmed = forms.BooleanField(
        label=_("confirmed"),
        required=False,
        help_text=_("Only confirmed clauses become public, with the next edition."),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial["is_confirmed"] = self.instance.confirmed_at is not None
        if "paragraph" in self.fields:
            own = Paragraph.objects.filter(document=self.instance.document_id)
            self.fields["paragraph"].queryset = own

    def clean(self):
        cleaned = super().clean()
        paragraph, document = cleaned.get("paragraph"), cleaned.get("document")
        if paragraph and document and paragraph.document_id != document.pk:
            self.add_error("paragraph", _("This paragraph is of another document."))
        return cleaned


@admin.register(Clause)
class ClauseAdmin(Calm, admin.ModelAdmin):
    """What one span of a text does, and in whose voice."""

    form = ClauseForm
    inlines = (Topics,)
    fieldsets = (
        (None, {"fields": ("document", "paragraph", "text", "formula", "order", "is_confirmed")}),
        (_("Whose voice"), {"fields": ("voice", "side", "speaker", "reporter", "mode")}),
        (_("What it does"), {"fields": ("act", "verb", "strength", "places")}),
    )
    list_display = ("text_in_short", "document", "voice", "act", "verb", "is_confirmed")
    list_filter = (ConfirmedFilter, "voice", "act", "mode", "topics")
    list_select_related = ("document",)
    list_per_page = 50
    search_fields = ("text", "verb", "document__title", "document__uid", "key")
    autocomplete_fields = ("document", "side", "speaker", "reporter", "places")
    actions = (confirm_selected,)

    @admin.display(description=_("clause"), ordering="text")
    def text_in_short(self, clause):
        return str(clause)

    @admin.display(description=_("confirmed"), boolean=True, ordering="confirmed_at")
    def is_confirmed(self, clause):
        return clause.confirmed_at is not None

    def get_fieldsets(self, request, obj=None):
        """A new clause is given its document first: its paragraphs can be chosen afterwards."""
        if obj:
            return self.fieldsets
        (name, first), *rest = self.fieldsets
        fields = tuple(field for field in first["fields"] if field != "paragraph")
        return ((name, {"fields": fields}), *rest)

    def get_readonly_fields(self, request, obj=None):
        return ("document",) if obj else ()

    def save_model(self, request, obj, form, change):
        if change and not form.has_changed():
            return
        if "is_confirmed" in form.changed_data:
            is_confirmed = form.cleaned_data["is_confirmed"]
            obj.confirmed_at = timezone.now() if is_confirmed else None
            obj.confirmed_by = request.user if is_confirmed else None
        super().save_model(request, obj, form, change)

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        if form.has_changed() or any(formset.has_changed() for formset in formsets):
            touch_documents([form.instance.document], by=request.user)

    def delete_model(self, request, obj):
        document = obj.document
        super().delete_model(request, obj)
        touch_documents([document], by=request.user)

    def delete_queryset(self, request, queryset):
        documents = {row.document for row in queryset.select_related("document")}
        super().delete_queryset(request, queryset)
        touch_documents(documents, by=request.user)


@admin.register(Position)
class PositionAdmin(Calm, admin.ModelAdmin):
    """The line that clauses on one topic form across meetings."""

    list_display = ("title", "topic", "slug")
    list_select_related = ("topic",)
    search_fields = ("title", "slug", "topic__label")
    autocomplete_fields = ("topic", "clauses")
    prepopulated_fields = {"slug": ("title",)}
