"""Who met whom: pairs of counterparts, each with its meetings on one line of time."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views import View

from diplomacy.models import Country, DialogueSeries, Person, PublicRecord
from diplomacy.reading import encounters, named
from diplomacy.reading.named import current_authorities
from diplomacy.vocabulary import Named

from .authorities import asked, paged
from .strips import side_by_side
from .timeline import BadYearError, number

A_PAGE = 25
HALF = 12
"""Pixels: half the width of a mark."""


class Encounters(View):
    """Pairs of people of different countries, those who met most often first.

    ``?series=…&country=…&year=…`` narrow; a code that names nothing public finds nobody.
    """

    def get(self, request: HttpRequest) -> HttpResponse:
        context = {
            "series": choices(named.public(DialogueSeries), asked(request, "series")),
            "countries": choices(
                named.public(Country).filter(person__isnull=False).distinct(),
                asked(request, "country"),
            ),
            "years": self.get_years(),
        }
        try:
            context["year"] = number(request, "year", 9999)
        except BadYearError as error:
            context |= {"error": str(error)}
            return render(request, "encounters.html", context, status=400)
        asked_for = {name: asked(request, name) for name in ("series", "country")}
        context["is_narrowed"] = bool(context["year"] or any(asked_for.values()))
        pairs = encounters.pairs(
            series=all_slugs(Named.SERIES, asked_for["series"]),
            countries=all_slugs(Named.COUNTRY, asked_for["country"]),
            year=context["year"],
        )
        rows, context["pager"] = paged(request, pairs, A_PAGE)
        context["pairs"] = with_meetings(pairs, rows)
        context["axis"] = next((row["strip"].axis for row in context["pairs"]), None)
        return render(request, "encounters.html", context)

    @staticmethod
    def get_years() -> list[int]:
        """Every year that has a dated meeting, latest first."""
        dated = PublicRecord.objects.meetings().exclude(date_value="")
        return [day.year for day in dated.order_by().dates("sort_date", "year", order="DESC")]


def with_meetings(pairs: encounters.Pairs, found: list[dict]) -> list[dict]:
    """Rows of ``pairs`` with the people themselves, their meetings, and these on one axis."""
    meetings = encounters.meetings_of(pairs, found)
    people = current_authorities(
        Named.PERSON, {slug for row in found for slug in (row["one"], row["other"])}
    )
    groups = [meetings[row["one"], row["other"]] for row in found]
    strips = side_by_side(groups, half=HALF)
    countries = encounters.countries_of({person.slug for person in people.values()})
    named.localised([*people.values(), *countries.values()], get_language())
    return [
        row
        | {"people": [_seated(people[row[which]], countries) for which in ("one", "other")]}
        | {"meetings": group, "strip": strip}
        for row, group, strip in zip(found, groups, strips, strict=True)
        if strip
    ]


def _seated(person: Person, countries: dict[str, Country]) -> dict:
    return {"person": person, "country": countries.get(person.slug)}


def choices(rows, chosen: str) -> list[dict]:
    """``{slug, label, is_chosen}`` for each, by name."""
    found = [
        {"slug": row.slug, "label": row.shown_name, "is_chosen": row.slug == chosen}
        for row in named.localised(rows, get_language())
    ]
    return sorted(found, key=lambda row: row["label"].casefold())


def all_slugs(type: str, slug: str) -> list[str]:
    """The slug asked for, and all others of what it stands for; nothing for an empty one."""
    if not slug:
        return []
    found = current_authorities(type, [slug]).get(slug)
    return found.all_slugs() if found else [slug]
