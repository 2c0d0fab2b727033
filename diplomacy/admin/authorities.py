"""Screens of countries, organisations, outlets, initiatives, places, series, works."""

from django.contrib import admin

from diplomacy.models import (
    Country,
    DialogueSeries,
    Initiative,
    Organisation,
    Outlet,
    Place,
    Work,
)

from .authority_base import AuthorityAdmin
from .widgets import Calm


@admin.register(Country)
class CountryAdmin(AuthorityAdmin):
    """Countries; the code is the ISO one."""

    fields = ("name", "slug", "iso3", "official", "demonym", "note")
    list_display = ("name", "slug", "iso3", "official", "merged")
    search_fields = ("name", "official", "demonym", "iso3", *AuthorityAdmin.search_fields)

    def get_prepopulated_fields(self, request, obj=None):
        """None: the code of a country is not made from its name."""
        return {}


@admin.register(Organisation)
class OrganisationAdmin(AuthorityAdmin):
    """Ministries, parties, agencies and other bodies."""

    fields = ("name", "slug", "kind", "country", "note")
    list_display = ("name", "kind", "country", "merged")
    list_filter = ("kind", ("country", admin.RelatedOnlyFieldListFilter))
    list_select_related = (*AuthorityAdmin.list_select_related, "country")
    search_fields = ("name", *AuthorityAdmin.search_fields)
    autocomplete_fields = ("country",)


@admin.register(Outlet)
class OutletAdmin(AuthorityAdmin):
    """Where copies of texts appear."""

    fields = ("name", "slug", "kind", "country", "organisation", "web_hosts", "note")
    list_display = ("name", "kind", "country", "organisation", "merged")
    list_filter = ("kind", ("country", admin.RelatedOnlyFieldListFilter))
    list_select_related = (*AuthorityAdmin.list_select_related, "country", "organisation")
    search_fields = ("name", "web_hosts", *AuthorityAdmin.search_fields)
    autocomplete_fields = ("country", "organisation")


@admin.register(Initiative)
class InitiativeAdmin(AuthorityAdmin):
    """Named programmes and plans."""

    fields = ("label", "slug", "launched", "note")
    list_display = ("label", "launched", "merged")
    search_fields = ("label", *AuthorityAdmin.search_fields)


@admin.register(Place)
class PlaceAdmin(AuthorityAdmin):
    """Places, labelled as the sources label them."""

    fields = ("label", "slug", "kind", "country", "note")
    list_display = ("label", "kind", "country", "merged")
    list_filter = ("kind", ("country", admin.RelatedOnlyFieldListFilter))
    list_select_related = (*AuthorityAdmin.list_select_related, "country")
    search_fields = ("label", *AuthorityAdmin.search_fields)
    autocomplete_fields = ("country",)


@admin.register(DialogueSeries)
class DialogueSeriesAdmin(AuthorityAdmin):
    """Standing mechanisms, whose rounds are counted on their own."""

    fields = ("title", "slug", "level", "parties", "numbering", "note")
    list_display = ("title", "level", "merged")
    list_filter = ("parties",)
    search_fields = ("title", "level", *AuthorityAdmin.search_fields)
    autocomplete_fields = ("parties",)


@admin.register(Work)
class WorkAdmin(Calm, admin.ModelAdmin):
    """Groups of language versions of one text."""

    fields = ("title", "code")
    list_display = ("title", "code")
    search_fields = ("title", "code", "documents__title")
    prepopulated_fields = {"code": ("title",)}
