"""People: who they are, what they held, where they appear, whom they met."""

from collections import defaultdict

from django.utils.translation import get_language, get_language_bidi
from django.utils.translation import gettext_lazy as _

from diplomacy.models import Mention, Person, Tenure
from diplomacy.reading import encounters, named
from diplomacy.site.charts import lives
from diplomacy.site.pages.names import PARTS, called_now
from diplomacy.vocabulary import Named

from .authorities import PASSING, AuthorityList, StyledAppearances, linked, plain

MOST_DRAWN = 400
"""How many records a person's picture draws, the latest."""
MOST_MET = 12
"""How many counterparts a page tells."""


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
        tenures = self.get_tenures()
        return super().get_context() | {
            "tenures": tenures,
            "picture": self.get_picture(tenures),
            "met": self.get_met(),
        }

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
        offices = {tenure.pk: tenure.office.root() for tenure in tenures}
        named.localised([*offices.values(), *organisations.values()], get_language())
        return [
            {
                "tenure": tenure,
                "office": offices[tenure.pk],
                "organisation": organisations.get(tenure.office.organisation_id),
            }
            for tenure in tenures
        ]

    def get_picture(self, tenures: list[dict]) -> dict | None:
        """``{life, parts}``: the picture, and its lanes as ``{part, label, strip}``. One query."""
        life = lives.picture(tenures, self.get_parts(), is_mirrored=get_language_bidi())
        if life is None:
            return None
        lanes = [{"part": part, "label": PARTS[part], "strip": strip} for part, strip in life.parts]
        return {"life": life, "lanes": lanes}

    def get_parts(self) -> dict[str, list]:
        """The latest dated records that name the person, by part, oldest first.

        A part told in passing counts only where the record gives no other.
        """
        mentions = Mention.objects.filter(type=Named.PERSON, slug__in=self.slugs)
        mentions = mentions.exclude(record__date_value="").select_related("record")
        roles = defaultdict(dict)
        for mention in mentions.order_by("-record__search_id")[:MOST_DRAWN]:
            roles[mention.record][mention.role] = True
        found = {part: [] for part in PARTS}
        for record in reversed(roles):
            telling = [role for role in roles[record] if role not in PASSING]
            for role in telling or roles[record]:
                found[role].append(record)
        return found

    def get_met(self) -> list[dict]:
        """``{person, total, first, last, meetings}`` of the counterparts met most often."""
        rows = encounters.met_by(self.subject, MOST_MET)
        people = called_now(Named.PERSON, [row["other"] for row in rows])
        return [row | {"person": people[row["other"]]} for row in rows]
