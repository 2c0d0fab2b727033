"""Which offices people held on a day: resolved when read, never stored in an edition."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from diplomacy.models import Tenure


@dataclass(frozen=True)
class Held:
    """An office somebody held; ``is_certain`` is false where the dates only allow it."""

    label: str
    is_certain: bool


def held_on(person_slugs, earliest: date, latest: date) -> dict[str, list[Held]]:
    """Offices held from ``earliest`` to ``latest`` by each person, by slug. One query."""
    tenures = Tenure.objects.filter(
        person__slug__in=person_slugs, earliest__lte=latest, latest__gte=earliest
    ).select_related("person", "office__merged_into")
    held: dict[str, list[Held]] = defaultdict(list)
    for tenure in tenures:
        first, last = tenure.certain_span()
        office = tenure.office.merged_into or tenure.office
        is_certain = first <= earliest and latest <= last
        held[tenure.person.slug].append(Held(office.heading, is_certain))
    return dict(held)
