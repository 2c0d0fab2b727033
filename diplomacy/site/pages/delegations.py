"""Who sat on which side of a meeting."""

from django.utils.translation import get_language

from diplomacy.reading.encounters import countries_of
from diplomacy.reading.named import localised

from .names import Named, named_now


def delegations(people: list[dict], parties: list[Named]) -> list[dict]:
    """``{country, people}``: parties in their order, others, those of none known.

    ``people`` are rows of ``RecordPage.people``, each person once, in their order. The country is
    what the archive knows of the person now. Four queries.
    """
    countries = countries_of({row["named"].slug for row in people})
    localised(countries.values(), get_language())
    found: dict[str, dict] = {party.slug: {"country": party, "people": []} for party in parties}
    seen = set()
    for row in people:
        slug = row["named"].slug
        if slug in seen:
            continue
        seen.add(slug)
        country = countries.get(slug)
        key = country.slug if country else ""
        shown = named_now(country) if country else None
        found.setdefault(key, {"country": shown, "people": []})["people"].append(row)
    nowhere = found.pop("", None)
    return [*found.values(), *([nowhere] if nowhere else [])]
