"""What stands above a record's form: how it stands, what is missing, guesses, the page received."""

from django.db.models import Count, Q
from django.utils import timezone

from diplomacy import publishing
from diplomacy.correspondence.reports import open_reports
from diplomacy.models import Document, Edition, PublicRecord, Record, RecordAction
from diplomacy.vocabulary import LISTED

from . import guesses, received, verbs
from .widgets import as_key


def of(record: Record, *, screen, request) -> dict:
    """Template context of the panels; a constant number of queries."""
    desk = verbs.Desk.of(record)
    return {
        "record": record,
        "desk": desk,
        "public_page": _public_page(desk, record),
        "verbs": verbs.offered(record, desk=desk, user=request.user, screen=screen),
        "problems": publishing.problems(record),
        "guesses": guesses.described(record),
        "received": received.of(record),
        "clauses": _clauses(record),
        "open_reports": open_reports(record),
        "zone": timezone.get_current_timezone_name(),
        "may_change": screen.has_change_permission(request, record),
    }


def _public_page(desk: verbs.Desk, record: Record) -> str:
    """The address where readers find it now; empty where they do not."""
    shown = PublicRecord.objects.filter(pk=record.pk).first() if desk.standing in LISTED else None
    return shown.get_absolute_url() if shown else ""


def _clauses(record: Record) -> dict | None:
    """How many clauses of a text are suggested and confirmed; None for other records."""
    if not isinstance(record, Document):
        return None
    is_confirmed = Q(confirmed_at__isnull=False)
    return record.clauses.aggregate(
        confirmed=Count("pk", filter=is_confirmed), suggested=Count("pk", filter=~is_confirmed)
    )


def history_of(object_id: str) -> dict:
    """Context of the history page: the audit trail and the editions, newest last."""
    key = as_key(object_id)
    editions = Edition.objects.filter(record=key).select_related("entry__by").defer("content")
    actions = RecordAction.objects.filter(record=key).select_related("by")
    return {"record_actions": list(actions), "editions": list(editions)}
