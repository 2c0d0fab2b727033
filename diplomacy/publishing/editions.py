"""Appending an edition: the ledger entry, the edition, the record's pointer, the index."""

from datetime import datetime

from diplomacy.models import Edition, Record, SlugHistory
from diplomacy.search import index
from diplomacy.vocabulary import LISTED, Standing

from .fixity import content_hashes
from .ledger import Pen

SCHEMA = 1
"""The number of the content's schema."""


def append(
    pen: Pen,
    record: Record,
    content: dict,
    *,
    change: str,
    standing: str,
    by,
    note: str = "",
    at: datetime | None = None,
) -> Edition:
    """Append one edition of ``record`` and bring what is derived from it up to date."""
    n = record.last_edition.n + 1 if record.last_edition else 1
    said = edition_facts(n=n, change=change, standing=standing, note=note)
    entry = pen.append(
        uid=record.uid, event=change, by=by, hashes=content_hashes(content, said), at=at
    )
    edition = Edition(entry=entry, record_id=record.pk, schema=SCHEMA, content=content, **said)
    edition.save()
    _keep_old_address(record, content)
    record.last_edition = edition
    Record.objects.filter(pk=record.pk).update(last_edition=edition)
    index.put(edition)
    return edition


def _keep_old_address(record: Record, content: dict) -> None:
    """Remember the slug the public knew, so that it is never given to another record."""
    old = record.last_edition.content["slug"] if record.last_edition else content["slug"]
    if old != content["slug"]:
        SlugHistory.objects.get_or_create(slug=old, defaults={"record_id": record.pk})


def edition_facts(*, n: int, change: str, standing: str, note: str) -> dict:
    """What the public is told of an edition beside its content; its metadata hash covers it."""
    return {"n": n, "change": str(change), "standing": str(standing), "note": note}


def facts_of(edition: Edition) -> dict:
    """``edition_facts`` of an edition already stored."""
    return edition_facts(
        n=edition.n, change=edition.change, standing=edition.standing, note=edition.note
    )


def standing_of(record: Record) -> str | None:
    """What the public may see of ``record`` now; None when it was never published."""
    return record.last_edition.standing if record.last_edition else None


def is_public(record: Record) -> bool:
    """Whether the record is published and not withdrawn, removed or merged."""
    return standing_of(record) == Standing.PUBLIC


def last_shown(record: Record) -> Edition | None:
    """The last edition that showed the record's content."""
    shown = Edition.objects.filter(record=record.pk, standing__in=LISTED)
    return shown.select_related("entry").order_by("-n").first()
