"""Which offices people held on a day: resolved when read, never stored in an edition."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from diplomacy.models import Tenure


@dataclass(frozen=True)
class Held:
    """An office somebody held; ``is_certain`` is false where the dates only allow it."""

    label: str
    is_certain: bool


Asked = tuple[Iterable[str], tuple[date, date]]
"""Slugs of people, and the first and last day that is asked for."""


def held_on(person_slugs, earliest: date, latest: date) -> dict[str, list[Held]]:
    """Offices held from ``earliest`` to ``latest`` by each person, by slug. One query."""
    return held_on_each([(person_slugs, (earliest, latest))])[0]


def held_on_each(asked: Iterable[Asked]) -> list[dict[str, list[Held]]]:
    """What ``held_on`` answers, for several groups of people on days of their own. One query."""
    asked = [(set(slugs), days) for slugs, days in asked]
    everyone = set().union(*(slugs for slugs, _days in asked))
    if not everyone:
        return [{} for _ in asked]
    tenures = Tenure.objects.filter(
        person__slug__in=everyone,
        earliest__lte=max(latest for _slugs, (_first, latest) in asked),
        latest__gte=min(earliest for _slugs, (earliest, _last) in asked),
    ).select_related("person", "office__merged_into")
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
        office = tenure.office.merged_into or tenure.office
        is_certain = first <= earliest and latest <= last
        held[tenure.person.slug].append(Held(office.heading, is_certain))
    return dict(held)
