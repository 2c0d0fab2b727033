"""Pages as received: adding them, which makes drafts; and reading them, unchanged, for ever."""

from django.contrib import admin
from django.db.models.functions import Length
from django.utils.translation import gettext_lazy as _

from diplomacy.models import RawText

from .ledger import ReadOnlyAdmin


@admin.register(RawText)
class RawTextAdmin(ReadOnlyAdmin):
    """Pages exactly as received, kept for ever."""

    list_display = ("__str__", "received_at", "encoding", "characters")
    date_hierarchy = "received_at"
    search_fields = ("filename", "sha256", "documents__title")
    fields = ("filename", "received_at", "encoding", "sha256", "text")
    list_per_page = 50

    def get_queryset(self, request):
        rows = super().get_queryset(request).annotate(length=Length("text"))
        is_list = request.resolver_match.url_name.endswith("_changelist")
        return rows.defer("text") if is_list else rows

    @admin.display(description=_("characters"), ordering="length")
    def characters(self, raw):
        return raw.length
