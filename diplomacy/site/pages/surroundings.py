"""What came before and after a meeting: other meetings of the same parties about that time."""

from datetime import date, timedelta

from django.db.models import Count, F, Q
from django.utils.translation import get_language_bidi

from diplomacy.models import PublicRecord
from diplomacy.search import index
from diplomacy.site.charts.axis import Axis, Span, span_of
from diplomacy.site.charts.strips import Strip, strip
from diplomacy.vocabulary import CountryPart
from diplomacy.vocabulary import Named as Type

DAYS = timedelta(days=60)
MOST = 24
"""How many meetings are told."""
HALF = 13
"""Pixels: half the width of a mark."""


def around(record: PublicRecord, parties: list[str]) -> list[PublicRecord]:
    """Meetings within ``DAYS`` of this one that share two of its parties, or its only one.

    In order of time, each with its ``status``. One query.
    """
    span = span_of(record.date_value) if record.date_value else None
    if span is None or not parties:
        return []
    first, last = _window(span)
    is_party = Q(
        mentions__type=Type.COUNTRY, mentions__role=CountryPart.PARTY, mentions__slug__in=parties
    )
    rows = PublicRecord.objects.meetings().filter(
        search_id__gte=index.first_id(first), search_id__lte=index.last_id(last)
    )
    rows = rows.exclude(date_value="").exclude(pk=record.pk)
    rows = rows.annotate(
        shared=Count("mentions", filter=is_party), status=F("edition__content__status")
    )
    rows = rows.filter(shared__gte=min(2, len(parties))).order_by("search_id")
    return list(rows[:MOST])


def _window(span: Span) -> tuple[date, date]:
    first, last = span.first.toordinal() - DAYS.days, span.last.toordinal() + DAYS.days
    ends = date.min.toordinal(), date.max.toordinal()
    return date.fromordinal(max(first, ends[0])), date.fromordinal(min(last, ends[1]))


def picture(record: PublicRecord, others: list[PublicRecord]) -> Strip | None:
    """This meeting (which has a ``status``) among the others; None where there are none."""
    span = span_of(record.date_value) if others else None
    if span is None:
        return None
    rows = sorted([record, *others], key=lambda row: row.search_id)
    axis = Axis(*_window(span), is_mirrored=get_language_bidi())
    return strip(axis, [(span_of(row.date_value), row) for row in rows], half=HALF)
