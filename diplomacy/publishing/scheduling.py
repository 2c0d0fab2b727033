"""Approved content that waits for its hour, and the settling of what is due.

No worker is needed: whoever comes first after the hour (a reader, a verb, a command) settles.
"""

from datetime import datetime

from django.utils import timezone

from diplomacy.models import Edition, Schedule
from diplomacy.vocabulary import Standing

from . import editions, generation, ledger


def settle(now: datetime | None = None) -> list[Edition]:
    """Publish every schedule whose hour has come, in order; returns the new editions."""
    now = now or timezone.now()
    next_due = generation.current().next_due
    if next_due is None or next_due > now:
        return []
    with ledger.opened() as pen:
        return settle_due(pen, now)


def settle_due(pen: ledger.Pen, now: datetime | None = None) -> list[Edition]:
    """The same under a lock already held: no query when nothing is due."""
    now = now or timezone.now()
    if pen.head.next_due is None or pen.head.next_due > now:
        return []
    due = Schedule.objects.filter(status=Schedule.Status.WAITING, due_at__lte=now)
    due = due.select_related("record__last_edition", "approved_by").order_by("due_at", "pk")
    published = [edition for schedule in due if (edition := _publish(pen, schedule))]
    pen.note_schedules()
    return published


def _publish(pen: ledger.Pen, schedule: Schedule) -> Edition | None:
    """The edition of a schedule whose hour has come; none when the public reads it already."""
    schedule.status = Schedule.Status.PUBLISHED
    schedule.save(update_fields=["status"])
    if editions.shows(schedule.record, schedule.content):
        return None
    return editions.append(
        pen,
        schedule.record,
        schedule.content,
        change=schedule.change,
        standing=Standing.PUBLIC,
        by=schedule.approved_by,
        note=schedule.note,
        at=schedule.due_at,
    )


def close(pen: ledger.Pen, schedule: Schedule) -> None:
    """Cancel an open schedule."""
    schedule.status = Schedule.Status.CANCELLED
    schedule.save(update_fields=["status"])
    pen.note_schedules()
