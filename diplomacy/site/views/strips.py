"""Series side by side: the latest rounds of each on one axis."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import timedelta
from itertools import takewhile

from django.db.models import F, Window
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import RowNumber
from django.utils.translation import get_language_bidi

from diplomacy.models import PublicRecord
from diplomacy.site.charts import axis, strips
from diplomacy.vocabulary import MeetingStatus

ROUNDS = 14
"""How many rounds of each series are drawn, the latest."""
WINDOW = timedelta(days=8 * 365)
"""How far back from the latest round the front page looks."""


def latest_rounds(slugs: Iterable[str], most: int = ROUNDS) -> dict[str, list[PublicRecord]]:
    """At most ``most`` rounds of each series, oldest first, with their ``status``. One query."""
    rounds = PublicRecord.objects.meetings().filter(series_slug__in=list(slugs))
    place = Window(RowNumber(), partition_by=F("series_slug"), order_by=F("search_id").desc())
    rows = rounds.annotate(place=place, status=KeyTextTransform("status", "edition__content"))
    found = defaultdict(list)
    for row in rows.filter(place__lte=most).order_by("search_id"):
        found[row.series_slug].append(row)
    return found


def side_by_side(
    groups: list[list[PublicRecord]], *, window: timedelta | None = None, half: int = strips.HALF
) -> list[strips.Strip | None]:
    """A strip of meetings for each group, all on one axis; None for a group with nothing on it.

    With a ``window`` the axis begins no earlier than that before the last meeting with a date.
    What has no date stands after time.
    """
    spans = [[(_span(row), row) for row in group] for group in groups]
    if window:
        spans = _lately(spans, window)
    line = axis.whole_years(
        _known(spans),
        is_mirrored=get_language_bidi(),
        after=any(span is None for group in spans for span, _row in group),
    )
    return [strips.strip(line, group, half=half) if line and group else None for group in spans]


def _known(spans: list[list]) -> list[axis.Span]:
    return [span for group in spans for span, _row in group if span]


def _lately(spans: list[list], window: timedelta) -> list[list]:
    """Without what ended longer before the last of all than ``window``."""
    last = max((span.last for span in _known(spans)), default=None)
    if last is None or last.toordinal() <= window.days:
        return spans
    begin = last - window
    return [[pair for pair in group if not pair[0] or pair[0].last >= begin] for group in spans]


def _span(row: PublicRecord) -> axis.Span | None:
    return axis.span_of(row.date_value) if row.date_value else None


def next_announced(rows: list[PublicRecord]) -> PublicRecord | None:
    """Of meetings in order the first that is announced and stands after the last that was held."""
    after_last = takewhile(lambda row: row.status != MeetingStatus.HELD, reversed(rows))
    announced = [row for row in after_last if row.status == MeetingStatus.SCHEDULED]
    return announced[-1] if announced else None
