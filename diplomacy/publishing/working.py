"""Working copies as the database has them, with all that content and readiness read of them."""

from collections.abc import Iterable

from diplomacy.models import Commitment, Dialogue, Document, Record

ANY = (
    "dates",
    "person_roles__person",
    "organisation_roles__organisation",
    "country_roles__country",
    "topic_labels__topic",
    "initiatives",
    "places",
    "relations__target",
    "figures__image",
    "attachments",
    "guesses",
)
"""What hangs on any record."""

OWN = {
    Dialogue: ("series", "place", "host"),
    Document: (
        "side",
        "place",
        "meeting",
        "work",
        "paragraphs",
        "sources__outlet",
        "clauses__side",
        "clauses__speaker",
        "clauses__reporter",
        "clauses__topic_labels__topic",
        "clauses__places",
    ),
    Commitment: ("side", "topic", "mentions__dialogue", "mentions__document"),
}
"""What hangs on each child."""


def loaded(records: Iterable[Record]) -> list[Record]:
    """Fresh copies of ``records``, in their order, as their child classes and fully read.

    The number of queries depends on which types are among them, not on how many they are.
    """
    records = list(records)
    found = {}
    for model, own in OWN.items():
        keys = [record.pk for record in records if record.type == model.__name__.lower()]
        if keys:
            rows = model.objects.filter(pk__in=keys).select_related("last_edition")
            found |= {row.pk: row for row in rows.prefetch_related(*ANY, *own)}
    return [found[record.pk] for record in records]
