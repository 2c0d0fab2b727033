"""What records are about: countries, topics, initiatives, places."""

from collections import defaultdict

from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views import View

from diplomacy.models import Country, DialogueSeries, Initiative, Organisation, Person, Place, Topic
from diplomacy.reading import named

from . import topic_acts, topic_years
from .authorities import AuthorityDetail, AuthorityList, linked, plain


class CountryList(AuthorityList):
    model = Country
    title = _("Countries")
    lede = _("Parties to the records of this archive, and countries that they name.")


class CountryDetail(AuthorityDetail):
    model = Country
    template_name = "authorities/country.html"
    kicker = _("Country")
    parameter = "country"

    def get_context(self):
        own = {"country__slug__in": self.slugs}
        return super().get_context() | {
            "people_total": named.public(Person).filter(**own).count(),
            "organisations_total": named.public(Organisation).filter(**own).count(),
        }

    def get_facts(self):
        series = named.public(DialogueSeries).filter(parties__slug__in=self.slugs)
        codes = [self.subject.slug.upper(), self.subject.iso3]
        return [
            (_("Official name"), plain(self.subject.official)),
            (_("Adjective"), plain(self.subject.demonym)),
            (_("Codes"), plain(*codes)),
            (_("Party to"), linked(series.distinct())),
        ]


class TopicTree(View):
    """The topics that records name, as a tree; what lies between is left out."""

    def get(self, request):
        topics = named.localised(named.public(Topic), get_language())
        counts = named.counts(topics)
        above = dict(Topic.objects.values_list("pk", "parent"))
        children = defaultdict(list)
        public = {topic.pk for topic in topics}
        for topic in topics:
            children[_nearest(topic.parent_id, above, public)].append(topic)
        return render(
            request, "authorities/topics.html", {"tree": _branches(None, children, counts)}
        )


def _nearest(pk: int | None, above: dict, public: set[int]) -> int | None:
    """The topic, or else the nearest above it, that is public."""
    seen = set()
    while pk is not None and pk not in public and pk not in seen:
        seen.add(pk)
        pk = above.get(pk)
    return pk if pk in public else None


def _branches(pk, children, counts) -> list[dict]:
    return [
        {
            "topic": topic,
            "count": counts[topic.pk],
            "narrower": _branches(topic.pk, children, counts),
        }
        for topic in children.pop(pk, [])
    ]


class TopicDetail(AuthorityDetail):
    model = Topic
    template_name = "authorities/topic.html"
    kicker = _("Topic")
    parameter = "topic"
    select_related = ("parent",)

    def get_context(self):
        return super().get_context() | {
            "picture": topic_years.picture(self.records, self.parameter, self.subject.slug),
            "grids": topic_acts.grids(self.slugs),
        }

    def get_facts(self):
        narrower = named.public(Topic).filter(parent__slug__in=self.slugs)
        return [
            (_("Broader topic"), linked([self.subject.parent])),
            (_("Narrower topics"), linked(narrower)),
        ]


class InitiativeList(AuthorityList):
    model = Initiative
    title = _("Initiatives")
    lede = _("Named programmes and plans, such as corridors and funds.")


class InitiativeDetail(AuthorityDetail):
    model = Initiative
    template_name = "authorities/initiative.html"
    kicker = _("Initiative")
    parameter = "initiative"


class PlaceList(AuthorityList):
    model = Place
    title = _("Places")
    lede = _("Cities, regions and projects, labelled as the sources label them.")
    select_related = ("country",)
    by_country = True


class PlaceDetail(AuthorityDetail):
    model = Place
    kicker = _("Place")
    select_related = ("country",)

    def get_facts(self):
        return [
            (_("What it is"), plain(self.subject.kind)),
            (_("Country"), linked([self.subject.country])),
        ]
