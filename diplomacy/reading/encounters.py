"""Who met whom: people of different countries at one table, by what meetings say of them.

Met has who chaired or took part in a meeting that was held, and only where the archive knows the
country of both. A meeting that gives no day is not counted: it could not be placed in time.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable

from django.db.models import Count, F, Max, Min, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from diplomacy.models import Country, Mention, Person, PublicRecord
from diplomacy.vocabulary import LISTED, MeetingStatus, Named, PersonPart

from . import named

AT_THE_TABLE = (PersonPart.CHAIR, PersonPart.PARTICIPANT)
MOST_MEETINGS = 1_500
"""How many meetings of the pairs on one page are looked up, the latest."""


def _present() -> QuerySet:
    """A row for each two people at one table: ``one``, ``other`` and their countries, as slugs."""
    rows = Mention.objects.filter(
        type=Named.PERSON,
        role__in=AT_THE_TABLE,
        record__type="dialogue",
        record__standing__in=LISTED,
        record__edition__content__status=MeetingStatus.HELD,
        record__mentions__type=Named.PERSON,
        record__mentions__role__in=AT_THE_TABLE,
    ).exclude(record__date_value="")
    rows = rows.annotate(other_slug=F("record__mentions__slug"))
    rows = rows.annotate(
        one=_person("slug"),
        other=_person("other_slug"),
        its=_country("slug"),
        theirs=_country("other_slug"),
    )
    public = Mention.objects.filter(type=Named.COUNTRY).values("slug")
    return rows.filter(its__in=public, theirs__in=public)


def _person(path: str) -> Subquery:
    """The slug a person has now, one merge on."""
    people = Person.objects.filter(slug=OuterRef(path))
    return Subquery(people.values(now=Coalesce("merged_into__slug", "slug"))[:1])


def _country(path: str) -> Subquery:
    people = Person.objects.filter(slug=OuterRef(path))
    ours = Coalesce("merged_into__country__slug", "country__slug")
    return Subquery(people.values(ours=ours)[:1])


def _counted(rows: QuerySet, *by: str) -> QuerySet:
    """``total`` meetings, ``first`` and ``last`` day: those who met most often come first."""
    rows = rows.order_by().values(*by)
    rows = rows.annotate(
        total=Count("record", distinct=True),
        first=Min("record__sort_date"),
        last=Max("record__sort_date"),
    )
    return rows.order_by("-total", "-last", *by)


def countries_of(slugs: Collection[str]) -> dict[str, Country]:
    """The public country of each person, as it stands now, by the person's slug. Few queries."""
    people = Person.objects.filter(slug__in=slugs).exclude(country=None)
    of = dict(people.values_list("slug", "country"))
    shown = named.standing(Country.objects.filter(pk__in=of.values()))
    return {slug: shown[pk] for slug, pk in of.items() if pk in shown}


def narrowed(
    *, series: Collection[str] = (), countries: Collection[str] = (), year: int | None = None
) -> QuerySet:
    """Pairs at one table, each once: in a series, with somebody of a country, in a year."""
    rows = _present().filter(its__lt=F("theirs"))
    if series:
        rows = rows.filter(record__series_slug__in=series)
    if countries:
        rows = rows.filter(Q(its__in=countries) | Q(theirs__in=countries))
    if year:
        rows = rows.filter(record__sort_date__year=year)
    return rows


def pairs(rows: QuerySet) -> QuerySet:
    """``{one, other, total, first, last}`` of ``narrowed`` rows, most meetings first."""
    return _counted(rows, "one", "other")


def met_by(slugs: Collection[str], most: int) -> list[dict]:
    """``{other, total, first, last, meetings}``: whom a person, under all its slugs, met most."""
    rows = _present().filter(slug__in=slugs).exclude(its=F("theirs"))
    found = list(_counted(rows, "other")[:most])
    rows = rows.filter(other__in=[row["other"] for row in found])
    meetings = _meetings(rows, "other")
    return [row | {"meetings": meetings[(row["other"],)]} for row in found]


def meetings_of(rows: QuerySet, found: Iterable[dict]) -> dict[tuple, list[PublicRecord]]:
    """The meetings of each pair ``(one, other)`` of ``found``, oldest first. Two queries."""
    found = list(found)
    rows = rows.filter(
        one__in={row["one"] for row in found}, other__in={row["other"] for row in found}
    )
    return _meetings(rows, "one", "other")


def _meetings(rows: QuerySet, *by: str) -> dict[tuple, list[PublicRecord]]:
    """Meetings by the values of ``by``, oldest first, each with its ``status``."""
    told = rows.order_by("-record__search_id").values_list("record", *by).distinct()
    told = list(told[:MOST_MEETINGS])
    records = PublicRecord.objects.annotate(status=F("edition__content__status"))
    records = records.in_bulk({pk for pk, *_key in told})
    found = defaultdict(list)
    for pk, *key in reversed(told):
        found[tuple(key)].append(records[pk])
    return found
