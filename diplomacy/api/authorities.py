"""The reference resources: a row for each, and how one of their records is shown."""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse

from diplomacy import models
from diplomacy.reading import named

from . import authority_serializers as s


@dataclass(frozen=True)
class Resource:
    """One reference resource.

    ``name`` is the singular in names of addresses, ``plural`` the last part of its address and
    ``parameter`` the search parameter that finds records naming one of them, if there is one.
    """

    name: str
    plural: str
    model: type[models.AuthorityRecord]
    shape: type[s.AuthorityRow]
    about: str
    parameter: str | None = None


RESOURCES = [
    Resource(
        "series",
        "series",
        models.DialogueSeries,
        s.SeriesRow,
        "Standing mechanisms whose rounds are counted on their own.",
        "series",
    ),
    Resource(
        "person",
        "people",
        models.Person,
        s.PersonRow,
        "People, with every known form of their names and the offices they held.",
        "person",
    ),
    Resource(
        "organisation",
        "organisations",
        models.Organisation,
        s.OrganisationRow,
        "Ministries, parties, agencies and other bodies.",
        "organisation",
    ),
    Resource(
        "country",
        "countries",
        models.Country,
        s.CountryRow,
        "Countries; their codes are those of ISO 3166-1 (alpha-2) in lower case.",
        "country",
    ),
    Resource(
        "topic",
        "topics",
        models.Topic,
        s.TopicRow,
        "Subject headings, which form a tree.",
        "topic",
    ),
    Resource(
        "initiative",
        "initiatives",
        models.Initiative,
        s.InitiativeRow,
        "Named programmes and plans.",
        "initiative",
    ),
    Resource(
        "outlet",
        "outlets",
        models.Outlet,
        s.OutletRow,
        "Agencies, newspapers, magazines and sites where copies of texts appeared.",
        "outlet",
    ),
    Resource(
        "place",
        "places",
        models.Place,
        s.PlaceRow,
        "Cities, regions and other places, labelled as the sources label them.",
    ),
]


def url(resource: Resource, slug: str) -> str:
    """The address of one of them in the API."""
    return reverse(f"api:{resource.name}-detail", kwargs={"slug": slug})


def rows(resource: Resource, subjects: Sequence[models.AuthorityRecord]) -> list[dict]:
    """Public form and links of ``subjects`` (fetched by ``for_export``).

    What they refer to is given where it is public itself. The number of queries does not depend
    on how many they are.
    """
    counts = named.counts(list(subjects))
    return [
        subject.public_form()
        | {field: _codes(subject, field, shown) for field, shown in near.items()}
        | {"links": _links(resource, subject, counts[subject.pk])}
        for subject, near in zip(subjects, named.references(subjects), strict=True)
    ]


def _codes(subject: models.AuthorityRecord, field: str, shown: list) -> list[str] | str | None:
    """The codes of what a field refers to: a list where it may be several."""
    codes = [row.slug for row in shown]
    if subject._meta.get_field(field).many_to_many:
        return codes
    return codes[0] if codes else None


def _links(resource: Resource, subject: models.AuthorityRecord, count: int) -> dict:
    records = (
        f"{reverse('api:record-list')}?{urlencode({resource.parameter: subject.slug})}"
        if resource.parameter
        else None
    )
    return {
        "self": url(resource, subject.slug),
        "page": subject.get_absolute_url(),
        "records": {"count": count, "url": records},
    }
