"""The public history and what waits to join it: to be read, never touched."""

from django.contrib import admin
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from diplomacy.models import Edition, LedgerEntry, Schedule

from .widgets import Calm


class ReadOnlyAdmin(Calm, admin.ModelAdmin):
    """Looked at, never touched: not even by a superuser."""

    actions = None

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False


@admin.register(LedgerEntry)
class LedgerEntryAdmin(ReadOnlyAdmin):
    """The numbered line of all that became public."""

    list_display = ("number", "at", "event", "uid", "by")
    list_filter = ("event",)
    list_select_related = ("by",)
    date_hierarchy = "at"
    search_fields = ("uid", "hash")
    search_help_text = _("Identifier of a record, or type:code of a name")


@admin.register(Edition)
class EditionAdmin(ReadOnlyAdmin):
    """What the public saw of each record, and when."""

    list_display = ("entry_id", "title", "n", "change", "standing", "at", "by")
    list_filter = ("change", "standing")
    list_select_related = ("entry__by", "record")
    search_fields = ("record__uid", "record__title")
    ordering = ("-entry",)

    def get_queryset(self, request):
        rows = super().get_queryset(request)
        is_list = request.resolver_match.url_name.endswith("_changelist")
        return rows.defer("content") if is_list else rows

    @admin.display(description=_("record"))
    def title(self, edition):
        return str(edition.record)

    @admin.display(description=_("when"), ordering="entry__at")
    def at(self, edition):
        return edition.entry.at

    @admin.display(description=_("by"))
    def by(self, edition):
        return edition.entry.by or "–"


@admin.register(Schedule)
class ScheduleAdmin(ReadOnlyAdmin):
    """Approved versions and their hour. What can be done with one is on its record's screen."""

    list_display = ("record_link", "due_at", "status", "change", "approved_by", "approved_at")
    list_display_links = ("due_at",)
    list_filter = ("status",)
    list_select_related = ("record", "approved_by")
    date_hierarchy = "due_at"
    search_fields = ("record__title", "record__uid")
    fields = (
        "record_link",
        "status",
        "due_at",
        "change",
        "note",
        "approved_by",
        "approved_at",
        "content",
    )
    readonly_fields = ("record_link",)

    def get_queryset(self, request):
        rows = super().get_queryset(request)
        is_list = request.resolver_match.url_name.endswith("_changelist")
        return rows.defer("content") if is_list else rows

    @admin.display(description=_("record"), ordering="record__title")
    def record_link(self, schedule):
        """To the record, where the buttons are."""
        address = reverse("admin:diplomacy_record_change", args=[schedule.record_id])
        return format_html('<a href="{}">{}</a>', address, schedule.record)
