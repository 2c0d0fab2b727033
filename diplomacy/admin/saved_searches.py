"""Who follows which search: to find an address for its owner, and to delete it."""

from urllib.parse import unquote_plus

from django.contrib import admin
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from diplomacy.models import SavedSearch

from .ledger import ReadOnlyAdmin


@admin.register(SavedSearch)
class SavedSearchAdmin(ReadOnlyAdmin):
    """Looked at and deleted; only its owner can begin or confirm one."""

    list_display = ("address", "search", "rhythm", "language", "confirmed_at", "told_at")
    list_filter = ("rhythm", "language", ("confirmed_at", admin.EmptyFieldListFilter))
    search_fields = ("address",)
    search_help_text = _("E-mail address")
    fields = (
        "address",
        "search",
        "rhythm",
        "language",
        "asked_at",
        "confirmed_at",
        "told_at",
        "seen",
        "refusals",
    )
    readonly_fields = ("search",)

    def has_delete_permission(self, request, obj=None):
        """For whoever asks the archive to forget an address."""
        return admin.ModelAdmin.has_delete_permission(self, request, obj)

    @admin.display(description=_("search"))
    def search(self, row):
        """The parameters as they stand in an address, and what they find."""
        address = f"{reverse('archive')}?{row.query}"
        return format_html('<a href="{}">{}</a>', address, unquote_plus(row.query) or "*")
