"""Screens of meetings."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from diplomacy import kinds
from diplomacy.models import Dialogue

from . import record_parts as parts
from .records import RecordAdmin


@admin.register(Dialogue)
class DialogueAdmin(RecordAdmin):
    """One meeting: a round of a series, or a single event."""

    family = kinds.MEETING
    layout = (
        (_("What it is"), ("kind", "title", "title_origin", "status", "summary", "slug")),
        parts.Dates,
        (
            _("Where it belongs"),
            ("series", ("ordinal", "ordinal_printed"), "host", "place", "venue", "mode"),
        ),
        parts.People,
        parts.Countries,
        parts.Organisations,
        (_("What was on the table"), ("theme", "agenda", "invitation", "outcomes")),
        parts.Topics,
        (_("About"), ("initiatives", "places", "language")),
        parts.Relations,
        parts.Figures,
        parts.Attachments,
        (_("Notes"), ("note_public", "note_private")),
    )
    list_display = (
        "name_in_list",
        "kind_in_words",
        "state_in_words",
        "standing_in_words",
        "date_in_list",
        "series",
        "ordinal",
        "changed",
    )
    list_filter = (*RecordAdmin.list_filter, "status", ("series", admin.RelatedOnlyFieldListFilter))
    list_select_related = (*RecordAdmin.list_select_related, "series")
    search_fields = (*RecordAdmin.search_fields, "series__title", "ordinal_printed")
    autocomplete_fields = (*RecordAdmin.autocomplete_fields, "series", "place", "host")
