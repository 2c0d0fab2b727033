"""People: who they are, what they held, where they appear."""

from django.utils.translation import gettext_lazy as _

from diplomacy.models import Person, Tenure
from diplomacy.reading import named

from .authorities import AuthorityList, StyledAppearances, linked, plain


class PersonList(AuthorityList):
    model = Person
    title = _("People")
    lede = _("Everyone whom a published record names, by family name.")
    select_related = ("country",)
    by_country = True


class PersonDetail(StyledAppearances):
    model = Person
    template_name = "authorities/person.html"
    kicker = _("Person")
    parameter = "person"
    select_related = ("country",)

    def get_context(self):
        return super().get_context() | {"tenures": self.get_tenures()}

    def get_facts(self):
        return [
            (_("Country"), linked([self.subject.country])),
            (_("Family name"), plain(self.subject.family)),
            (_("Given name"), plain(self.subject.given)),
        ]

    def get_tenures(self) -> list[dict]:
        """``{tenure, office, organisation}`` in order of time."""
        tenures = Tenure.objects.filter(person__slug__in=self.slugs)
        tenures = list(tenures.select_related("office__organisation", "office__merged_into"))
        organisations = named.standing(tenure.office.organisation for tenure in tenures)
        return [
            {
                "tenure": tenure,
                "office": tenure.office.root().heading,
                "organisation": organisations.get(tenure.office.organisation_id),
            }
            for tenure in tenures
        ]
