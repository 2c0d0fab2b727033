"""Walking the ledger: is every entry as it was written, and are the contents behind it?"""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from diplomacy.models import AuthorityEdition, Edition, LedgerEntry, LedgerHead

from .editions import facts_of
from .fixity import content_hashes, entry_hash

ZERO = "0" * 64
"""The hash before the first entry."""

HASHES = ("text_hash", "annotations_hash", "metadata_hash")


@dataclass(frozen=True)
class Verdict:
    """The result of a walk.

    ``broken`` is the number of the first broken entry (None when all hold), ``reason`` says
    what is wrong with it; ``head`` is the hash of the last entry that was read.
    """

    entries: int
    head: str
    broken: int | None = None
    reason: str = ""


def verify_ledger(progress=None, batch: int = 500) -> Verdict:
    """Walk the whole ledger in order, ``batch`` entries in memory at a time.

    ``progress`` is called with the number of entries read so far.
    """
    previous, count = ZERO, 0
    for entry, content, facts in _walk(batch):
        reason = _fault(entry, previous, count + 1, content, facts)
        if reason:
            return Verdict(count, previous, entry.number, reason)
        previous, count = entry.hash, count + 1
        if progress and count % batch == 0:
            progress(count)
    return _against_head(count, previous)


def _walk(batch: int) -> Iterator[tuple[LedgerEntry, dict | None, dict | None]]:
    """Entries in order, each with its content and what was said of the edition."""
    last = 0
    while entries := list(LedgerEntry.objects.filter(number__gt=last).order_by("number")[:batch]):
        numbers = [entry.number for entry in entries]
        by_number = {e.pk: (e.content, facts_of(e)) for e in Edition.objects.filter(pk__in=numbers)}
        forms = AuthorityEdition.objects.filter(pk__in=numbers)
        by_number |= {form.pk: (form.content, None) for form in forms}
        for entry in entries:
            yield entry, *by_number.get(entry.number, (None, None))
        last = numbers[-1]


def _fault(entry, previous: str, expected: int, content, facts) -> str:
    """What is wrong with one entry; empty when nothing is."""
    if entry.number != expected:
        return _("entry %(number)s is missing") % {"number": expected}
    if entry.previous_hash != previous:
        return _("it does not follow from the entry before it")
    stored = {name: getattr(entry, name) for name in HASHES}
    computed = entry_hash(
        previous_hash=previous,
        number=entry.number,
        uid=entry.uid,
        event=entry.event,
        at=entry.at,
        **stored,
    )
    if computed != entry.hash:
        return _("its own line was altered")
    if content is None:
        return _("its content is missing")
    if content_hashes(content, facts) != stored:
        return _("its content was altered")
    return ""


def _against_head(count: int, last_hash: str) -> Verdict:
    head = LedgerHead.objects.filter(pk=1).first()
    number, hash_ = (head.number, head.hash) if head else (0, ZERO)
    if (number, hash_) != (count, last_hash):
        return Verdict(count, last_hash, count + 1, _("the entries after this one are missing"))
    return Verdict(count, last_hash)
