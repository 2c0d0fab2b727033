"""Organisations that issue and take part, and outlets that publish."""

from itertools import chain, groupby

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from diplomacy.models import Organisation, Outlet, Person, Tenure
from diplomacy.reading import named

from .authorities import AuthorityDetail, AuthorityList, linked, plain


class OrganisationList(AuthorityList):
    model = Organisation
    title = _("Organisations")
    lede = _("Ministries, parties and other bodies that issue texts, take part or are named.")
    select_related = ("country",)
    by_country = True


class OrganisationDetail(AuthorityDetail):
    model = Organisation
    template_name = "authorities/organisation.html"
    kicker = _("Organisation")
    parameter = "organisation"
    select_related = ("country",)

    def get_context(self):
        return super().get_context() | {"offices": self.get_offices()}

    def get_facts(self):
        outlets = named.public(Outlet).filter(organisation__slug__in=self.slugs)
        return [
            (_("What it is"), plain(self.subject.kind)),
            (_("Country"), linked([self.subject.country])),
            (_("Publishes"), linked(outlets)),
        ]

    def get_offices(self) -> list[dict]:
        """``{office, tenures}``: its offices and the public people who held them."""
        tenures = Tenure.objects.filter(
            office__organisation__slug__in=self.slugs, person__in=named.public(Person)
        )
        tenures = tenures.select_related("office", "person")
        tenures = list(tenures.order_by("office__label", "office", "earliest"))
        said = chain.from_iterable((tenure.office, tenure.person) for tenure in tenures)
        named.localised(said, get_language())
        groups = groupby(tenures, key=lambda row: row.office)
        return [{"office": office, "tenures": list(rows)} for office, rows in groups]


class OutletList(AuthorityList):
    model = Outlet
    title = _("Outlets")
    lede = _("News agencies, newspapers, magazines and sites where copies of texts appeared.")
    select_related = ("country", "organisation")
    by_country = True


class OutletDetail(AuthorityDetail):
    model = Outlet
    kicker = _("Outlet")
    parameter = "outlet"
    select_related = ("country", "organisation")

    def get_facts(self):
        return [
            (_("What it is"), plain(self.subject.kind)),
            (_("Country"), linked([self.subject.country])),
            (_("Published by"), linked([self.subject.organisation])),
            (_("Web addresses"), plain(*self.subject.web_hosts.splitlines())),
        ]
