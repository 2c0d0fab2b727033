"""Editors' screens. Django imports this package when it starts; importing registers them all."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from . import (
    authorities,
    clauses,
    commitments,
    dialogues,
    documents,
    front_matter,
    ledger,
    media,
    people,
    receive,
    reports,
    saved_searches,
    topics,
)

__all__ = [
    "authorities",
    "clauses",
    "commitments",
    "dialogues",
    "documents",
    "front_matter",
    "ledger",
    "media",
    "people",
    "receive",
    "reports",
    "saved_searches",
    "topics",
]

admin.site.site_header = _("Rapporteur: editors' desk")
admin.site.site_title = _("Rapporteur")
admin.site.index_title = _("What would you like to do?")
admin.site.site_url = "/"
admin.site.index = reports.index_with_count(admin.site.index)
