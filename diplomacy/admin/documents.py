"""Screens of texts, one for each family, and the lists of all texts and all records."""

from django.contrib import admin, messages
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext_lazy as _

from diplomacy import kinds
from diplomacy.models import Account, Document, JointStatement, OpEd, Record

from . import record_parts as parts
from .addresses import screen_address
from .record_lists import KindFilter, RecordColumns, YearFilter, with_first_words, with_main_date
from .records import RecordAdmin
from .widgets import Calm, as_key

WHAT = (_("What it is"), ("kind", "title", "title_origin", "language", "summary", "slug"))
WORDS = (_("Whose words"), ("authority", "side", "byline", "agency", ("held", "display")))
BELONGS = (_("Where it belongs"), ("meeting", ("dateline", "place"), ("work", "standing")))
ABOUT = (_("About"), ("initiatives", "places"))
NOTES = (_("Notes"), ("note_public", "note_private"))


class DocumentAdmin(RecordAdmin):
    """A text, in the order an editor thinks of it."""

    change_list_template = "admin/diplomacy/document_list.html"
    layout = (
        WHAT,
        WORDS,
        parts.People,
        parts.Organisations,
        parts.Countries,
        parts.Dates,
        BELONGS,
        parts.Paragraphs,
        parts.Topics,
        ABOUT,
        parts.Relations,
        parts.Sources,
        parts.Figures,
        parts.Attachments,
        NOTES,
    )
    list_display = (
        "name_in_list",
        "kind_in_words",
        "state_in_words",
        "standing_in_words",
        "date_in_list",
        "meeting",
        "changed",
    )
    list_filter = (
        *RecordAdmin.list_filter,
        "authority",
        "held",
        ("meeting__series", admin.RelatedOnlyFieldListFilter),
    )
    list_select_related = (*RecordAdmin.list_select_related, "meeting")
    search_fields = (*RecordAdmin.search_fields, "byline", "meeting__title")
    autocomplete_fields = (*RecordAdmin.autocomplete_fields, "side", "place", "meeting", "work")

    def get_form(self, request, obj=None, change=False, **kwargs):
        """A text never published may turn out to be of another family: the intake only guesses."""
        form = super().get_form(request, obj, change, **kwargs)
        if obj and obj.last_edition_id is None and "kind" in form.base_fields:
            form.base_fields["kind"].choices = [
                (family.label, kinds.choices(family.code))
                for family in kinds.FAMILIES.values()
                if family.model == "document"
            ]
        return form

    def response_change(self, request, obj):
        """What now belongs to another family is shown on that family's screen."""
        if obj.family == self.family:
            return super().response_change(request, obj)
        messages.success(request, _("“%(record)s” has moved to this list.") % {"record": obj})
        return HttpResponseRedirect(screen_address(obj))


@admin.register(JointStatement)
class JointStatementAdmin(DocumentAdmin):
    """Texts agreed by all sides."""

    family = kinds.JOINT


@admin.register(OpEd)
class OpEdAdmin(DocumentAdmin):
    """Signed articles, speeches, interviews, analyses."""

    family = kinds.OPINION


@admin.register(Account)
class AccountAdmin(DocumentAdmin):
    """What one side or the press says of a meeting."""

    family = kinds.ACCOUNT


class SignpostAdmin(RecordColumns, Calm, admin.ModelAdmin):
    """A list across families: for looking, and for choosing a record elsewhere."""

    list_display = (
        "name_in_list",
        "kind_in_words",
        "state_in_words",
        "standing_in_words",
        "date_in_list",
        "changed",
    )
    list_filter = ("state", "last_edition__standing", KindFilter, YearFilter, "language")
    list_select_related = ("last_edition", "updated_by")
    list_per_page = 50
    search_fields = ("title", "uid", "slug", "person_roles__person__name")
    actions = None

    def get_queryset(self, request):
        rows = with_main_date(super().get_queryset(request))
        return with_first_words(rows).defer("last_edition__content")

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def change_view(self, request, object_id, form_url="", extra_context=None):
        """Go to the screen of the record's own family."""
        record = get_object_or_404(Record, pk=as_key(object_id))
        return HttpResponseRedirect(screen_address(record))


@admin.register(Record)
class AllRecordsAdmin(SignpostAdmin):
    """Every record."""


@admin.register(Document)
class AllDocumentsAdmin(SignpostAdmin):
    """Every text."""

    @admin.display(description=_("authority"), ordering="authority")
    def authority_in_words(self, document):
        return document.get_authority_display() or "–"

    list_display = (
        *SignpostAdmin.list_display[:2],
        "authority_in_words",
        *SignpostAdmin.list_display[2:],
    )
