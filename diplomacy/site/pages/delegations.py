"""Who sat on which side of a meeting."""

from diplomacy.models import Country, Person
from diplomacy.reading import named

from .names import Named


def delegations(people: list[dict], parties: list[Named]) -> list[dict]:
    """``{country, people}``: parties in their order, others, those of none known.

    ``people`` are rows of ``RecordPage.people``, each person once, in their order. The country is
    what the archive knows of the person now. Four queries.
    """
    countries = _countries({row["named"].slug for row in people})
    found: dict[str, dict] = {party.slug: {"country": party, "people": []} for party in parties}
    seen = set()
    for row in people:
        slug = row["named"].slug
        if slug in seen:
            continue
        seen.add(slug)
        country = countries.get(slug)
        key = country.slug if country else ""
        found.setdefault(key, {"country": country, "people": []})["people"].append(row)
    nowhere = found.pop("", None)
    return [*found.values(), *([nowhere] if nowhere else [])]


def _countries(slugs: set[str]) -> dict[str, Named]:
    """The public country of each person, by the person's slug."""
    people = Person.objects.filter(slug__in=slugs).exclude(country=None)
    of = dict(people.values_list("slug", "country"))
    shown = named.standing(Country.objects.filter(pk__in=of.values()))
    return {
        slug: Named(shown[pk].heading, shown[pk].get_absolute_url(), slug=shown[pk].slug)
        for slug, pk in of.items()
        if pk in shown
    }
