"""Appending an edition: the ledger entry, the edition, the record's pointer, the index."""

from datetime import datetime
from typing import NamedTuple

from django.utils.translation import gettext as _

from diplomacy.models import Edition, LedgerEntry, Record, SlugHistory
from diplomacy.search import index
from diplomacy.vocabulary import LISTED, Standing

from .fixity import content_hashes
from .ledger import Pen

SCHEMA = 1
"""The number of the content's schema."""


class Draft(NamedTuple):
    """What one edition will say; ``at`` is now unless given."""

    record: Record
    content: dict
    change: str
    standing: str
    by: object
    note: str = ""
    at: datetime | None = None


def append(pen: Pen, record: Record, content: dict, **said) -> Edition:
    """Append one edition of ``record``; ``said`` is the rest of its ``Draft``."""
    (edition,) = append_many(pen, [Draft(record, content, **said)])
    return edition


def append_many(pen: Pen, drafts: list[Draft]) -> list[Edition]:
    """Append editions of different records and bring what is derived from them up to date."""
    editions = [_edition(pen, draft) for draft in drafts]
    LedgerEntry.objects.bulk_create(edition.entry for edition in editions)
    Edition.objects.bulk_create(editions)
    for draft, edition in zip(drafts, editions, strict=True):
        _keep_old_address(draft.record, draft.content)
        draft.record.last_edition = edition
    Record.objects.bulk_update([draft.record for draft in drafts], ["last_edition"])
    index.put_many(editions)
    return editions


def _edition(pen: Pen, draft: Draft) -> Edition:
    record = draft.record
    n = record.last_edition.n + 1 if record.last_edition else 1
    said = edition_facts(n=n, change=draft.change, standing=draft.standing, note=draft.note)
    hashes = content_hashes(draft.content, said)
    entry = pen.draw(uid=record.uid, event=draft.change, by=draft.by, hashes=hashes, at=draft.at)
    return Edition(entry=entry, record_id=record.pk, schema=SCHEMA, content=draft.content, **said)


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


def standing_in_words(record: Record) -> str:
    """The same for a sentence, in the reader's language."""
    if not record.last_edition:
        return _("not published")
    return str(Standing(record.last_edition.standing).label).lower()


def is_public(record: Record) -> bool:
    """Whether the record is published and not withdrawn, removed or merged."""
    return standing_of(record) == Standing.PUBLIC


def shows(record: Record, content: dict) -> bool:
    """Whether the public reads this very content already: it makes no further edition."""
    return is_public(record) and record.last_edition.content == content


def last_shown(record: Record) -> Edition | None:
    """The last edition that showed the record's content."""
    shown = Edition.objects.filter(record=record.pk, standing__in=LISTED)
    return shown.select_related("entry").order_by("-n").first()
