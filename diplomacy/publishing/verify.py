"""Walking the ledger: is every entry as it was written, and are the contents behind it?"""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import F, OuterRef, Subquery
from django.utils.translation import gettext as _

from diplomacy.models import (
    AuthorityEdition,
    Edition,
    FrontEdition,
    LedgerEntry,
    LedgerHead,
    Record,
)

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
    for entry, kept in _walk(batch):
        reason = _fault_in_line(entry, previous, count + 1) or _fault_behind(entry, kept)
        if reason:
            return Verdict(count, previous, entry.number, reason)
        previous, count = entry.hash, count + 1
        if progress and count % batch == 0:
            progress(count)
    return _against_head(count, previous)


@dataclass(frozen=True)
class _Kept:
    """What is kept behind an entry: whose it is, its content, what was said of the edition."""

    owner: str
    content: dict
    facts: dict | None

    @classmethod
    def of_edition(cls, edition: Edition) -> "_Kept":
        return cls(edition.record.uid, edition.content, facts_of(edition))

    @classmethod
    def of_form(cls, form: AuthorityEdition) -> "_Kept":
        return cls(f"{form.type}:{form.slug}", form.content, None)

    @classmethod
    def of_page(cls, edition: FrontEdition) -> "_Kept":
        return cls(edition.uid, edition.content, None)

    @property
    def names(self) -> set[str]:
        """Everything that must be the entry's uid."""
        named = self.content.get("uid") or f"{self.content['type']}:{self.content['slug']}"
        return {self.owner, named}


def _walk(batch: int) -> Iterator[tuple[LedgerEntry, _Kept | None]]:
    """Entries in order, each with what is kept behind it."""
    last = 0
    while entries := list(LedgerEntry.objects.filter(number__gt=last).order_by("number")[:batch]):
        numbers = [entry.number for entry in entries]
        editions = Edition.objects.filter(pk__in=numbers).select_related("record")
        forms = AuthorityEdition.objects.filter(pk__in=numbers)
        kept = {edition.pk: _Kept.of_edition(edition) for edition in editions}
        kept |= {form.pk: _Kept.of_form(form) for form in forms}
        pages = FrontEdition.objects.filter(pk__in=numbers)
        kept |= {page.pk: _Kept.of_page(page) for page in pages}
        for entry in entries:
            yield entry, kept.get(entry.number)
        last = numbers[-1]


def _fault_in_line(entry: LedgerEntry, previous: str, expected: int) -> str:
    """What is wrong with an entry's own line; empty when nothing is."""
    if entry.number != expected:
        return _("entry %(number)s is missing") % {"number": expected}
    if entry.previous_hash != previous:
        return _("it does not follow from the entry before it")
    computed = entry_hash(
        previous_hash=previous,
        number=entry.number,
        uid=entry.uid,
        event=entry.event,
        at=entry.at,
        **_hashes(entry),
    )
    return "" if computed == entry.hash else _("its own line was altered")


def _fault_behind(entry: LedgerEntry, kept: _Kept | None) -> str:
    """What is wrong with what is kept behind an entry; empty when nothing is."""
    if kept is None:
        return _("its content is missing")
    if content_hashes(kept.content, kept.facts) != _hashes(entry):
        return _("its content was altered")
    if kept.names != {entry.uid}:
        return _("its content stands under another name")
    return ""


def _hashes(entry: LedgerEntry) -> dict[str, str]:
    return {name: getattr(entry, name) for name in HASHES}


def _against_head(count: int, last_hash: str) -> Verdict:
    head = LedgerHead.objects.filter(pk=1).first()
    number, hash_ = (head.number, head.hash) if head else (0, ZERO)
    if (number, hash_) != (count, last_hash):
        return Verdict(count, last_hash, count + 1, _("the entries after this one are missing"))
    return _against_records(count, last_hash)


def _against_records(count: int, last_hash: str) -> Verdict:
    """Whether every record points at the last of its editions."""
    newest = Edition.objects.filter(record=OuterRef("pk")).order_by("-n").values("pk")[:1]
    astray = Record.objects.annotate(newest=Subquery(newest)).filter(newest__isnull=False)
    record = astray.exclude(last_edition=F("newest")).order_by("newest").first()
    if record is None:
        return Verdict(count, last_hash)
    reason = _("record %(uid)s does not point at it, its last edition") % {"uid": record.uid}
    return Verdict(count, last_hash, record.newest, reason)
