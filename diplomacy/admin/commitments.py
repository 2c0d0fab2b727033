"""Screens of commitments."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from diplomacy import kinds
from diplomacy.models import Commitment

from . import record_parts as parts
from .records import RecordAdmin


@admin.register(Commitment)
class CommitmentAdmin(RecordAdmin):
    """A checkable undertaking and the dated evidence about it."""

    family = kinds.COMMITMENT
    layout = (
        (_("What was undertaken"), ("kind", "title", "title_origin", "summary", "slug")),
        (_("Who, and about what"), ("side", "parties", "topic")),
        parts.Dates,
        parts.Mentions,
        parts.Countries,
        parts.Organisations,
        parts.People,
        parts.Topics,
        (_("About"), ("initiatives", "places", "language")),
        parts.Relations,
        parts.Attachments,
        (_("Notes"), ("note_public", "note_private")),
    )
    list_display = (
        "name_in_list",
        "side",
        "topic",
        "state_in_words",
        "standing_in_words",
        "date_in_list",
        "changed",
    )
    list_filter = (*RecordAdmin.list_filter, ("topic", admin.RelatedOnlyFieldListFilter))
    list_select_related = (*RecordAdmin.list_select_related, "side", "topic")
    search_fields = (*RecordAdmin.search_fields, "parties", "mentions__label")
    autocomplete_fields = (*RecordAdmin.autocomplete_fields, "side", "topic")
