"""Writing the ledger: one lock, so that number, time and commit share one order."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from diplomacy.models import LedgerEntry, LedgerHead, Schedule

from .fixity import entry_hash


class Pen:
    """The right to append: held by one transaction at a time, given by ``opened``."""

    def __init__(self, head: LedgerHead):
        self.head = head

    def draw(
        self, *, uid: str, event: str, by, hashes: dict[str, str], at: datetime | None = None
    ) -> LedgerEntry:
        """The next entry, for the caller to save.

        ``at`` is now unless given; it is never before the entry that comes before.
        """
        at = at or timezone.now()
        if self.head.at and at < self.head.at:
            at = self.head.at
        number = self.head.number + 1
        fields = {"number": number, "uid": uid, "event": event, "at": at} | hashes
        hash_ = entry_hash(previous_hash=self.head.hash, **fields)
        entry = LedgerEntry(by=by, previous_hash=self.head.hash, hash=hash_, **fields)
        self.head.number, self.head.hash, self.head.at = number, hash_, at
        return entry

    def append(self, **fields) -> LedgerEntry:
        """Draw the next entry and save it."""
        entry = self.draw(**fields)
        entry.save()
        return entry

    def note_schedules(self) -> None:
        """Write down when the next waiting schedule is due."""
        waiting = Schedule.objects.filter(status=Schedule.Status.WAITING).order_by("due_at")
        self.head.next_due = waiting.values_list("due_at", flat=True).first()
        self.head.save(update_fields=["next_due"])


@contextmanager
def opened() -> Iterator[Pen]:
    """Hold the ledger's lock, in a transaction, until the block ends; then move the head."""
    with transaction.atomic():
        head = _locked_head()
        before = head.number
        yield Pen(head)
        if head.number != before:
            head.save(update_fields=["number", "hash", "at"])


def _locked_head() -> LedgerHead:
    head = LedgerHead.objects.select_for_update().filter(pk=1).first()
    if head is None:
        LedgerHead.objects.get_or_create(pk=1)
        head = LedgerHead.objects.select_for_update().get(pk=1)
    return head
