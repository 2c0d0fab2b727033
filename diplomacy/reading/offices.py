"""Which offices people held on a day: resolved when read, never stored in an edition."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from diplomacy.models import Office, Tenure

from . import named


@dataclass(frozen=True)
class Held:
    """An office somebody held; ``is_certain`` is false where the dates only allow it."""

    label: str
    is_certain: bool


Asked = tuple[Iterable[str], tuple[date, date]]
"""Slugs of people, and the first and last day that is asked for."""


def held_on(
    person_slugs, earliest: date, latest: date, language: str = "en"
) -> dict[str, list[Held]]:
    """Offices held from ``earliest`` to ``latest`` by each person, by slug, in ``language``.

    One query, and one more where ``language`` is not English.
    """
    return held_on_each([(person_slugs, (earliest, latest))], language)[0]


def held_on_each(asked: Iterable[Asked], language: str = "en") -> list[dict[str, list[Held]]]:
    """What ``held_on`` answers, for several groups of people on days of their own.

    As many queries as ``held_on`` makes.
    """
    asked = [(set(slugs), days) for slugs, days in asked]
    everyone = set().union(*(slugs for slugs, _days in asked))
    if not everyone:
        return [{} for _ in asked]
    tenures = Tenure.objects.filter(
        person__slug__in=everyone,
        earliest__lte=max(latest for _slugs, (_first, latest) in asked),
        latest__gte=min(earliest for _slugs, (earliest, _last) in asked),
    ).select_related("person", "office__merged_into")
    named.localised((_office(row) for row in tenures), language)
    by_person: dict[str, list[Tenure]] = defaultdict(list)
    for tenure in tenures:
        by_person[tenure.person.slug].append(tenure)
    return [_held(slugs, by_person, *days) for slugs, days in asked]


def _held(slugs, by_person, earliest: date, latest: date) -> dict[str, list[Held]]:
    """Of these people's tenures those that reach into the days asked for, as offices held."""
    held: dict[str, list[Held]] = defaultdict(list)
    for tenure in (tenure for slug in sorted(slugs) for tenure in by_person.get(slug, ())):
        if tenure.earliest > latest or tenure.latest < earliest:
            continue
        first, last = tenure.certain_span()
        is_certain = first <= earliest and latest <= last
        held[tenure.person.slug].append(Held(_office(tenure).shown_name, is_certain))
    return dict(held)


def _office(tenure: Tenure) -> Office:
    """The office, or what it was merged into."""
    return tenure.office.merged_into or tenure.office
