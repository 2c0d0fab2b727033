"""How records are shown: their editions' content, seen through what is public now."""

from collections.abc import Collection, Iterable

from django.urls import reverse

from diplomacy.models import Edition, PublicRecord
from diplomacy.reading.links import Links

from .serializers import HEAVY


def rows(
    editions: Iterable[Edition], *, heavy: Collection[str] = HEAVY, are_current: bool = False
) -> list[dict]:
    """Editions (with their entries) as the API shows them; queries do not grow with them.

    ``heavy`` names which of ``HEAVY`` to show; ``are_current`` says that all of them stand now.
    """
    editions = list(editions)
    contents = [edition.content for edition in editions]
    links = Links.for_contents(contents, reverse="links" in heavy, are_current=are_current)
    return [_row(edition, links, heavy) for edition in editions]


def editions_of(records: Iterable[PublicRecord]) -> list[Edition]:
    """The editions that stand, in the same order; one query."""
    pks = [record.edition_id for record in records]
    editions = Edition.objects.select_related("entry").in_bulk(pks)
    return [editions[pk] for pk in pks]


def _row(edition: Edition, links: Links, heavy: Collection[str]) -> dict:
    content = links.visible(edition.content)
    row = {name: content[name] for name in content if name not in HEAVY or name in heavy}
    row["edition"] = edition_json(edition)
    if "links" in heavy:
        row["links"] = own_links(edition) | links.as_json(edition.content)
    return row


def edition_json(edition: Edition) -> dict:
    """Which public state of a record this is."""
    return {
        "number": edition.pk,
        "n": edition.n,
        "change": edition.change,
        "note": edition.note,
        "published_at": edition.at,
        "standing": edition.standing,
    }


def own_links(edition: Edition) -> dict:
    """Where this record and its history are."""
    uid = edition.content["uid"]
    return {
        "self": reverse("api:record-detail", kwargs={"uid": uid}),
        "page": reverse("record", kwargs={"uid": uid, "slug": edition.content["slug"]}),
        "editions": reverse("api:record-editions", kwargs={"uid": uid}),
    }
