"""What the rounds of a series did with a topic, clause by clause."""

from collections import defaultdict

from django.db.models import Count, F

from diplomacy.models import Mention, PublicRecord
from diplomacy.site.charts import acts
from diplomacy.site.pages.names import called_now
from diplomacy.vocabulary import MeetingStatus, Named

from .strips import latest_rounds

SERIES, ROUNDS, TEXTS = 2, 10, 200
"""How many series are shown, how many rounds of each (the latest), how many texts are read."""


def grids(slugs: list[str]) -> list[dict]:
    """``{series, grid}`` for the series in which the topic was most spoken of. Four queries."""
    series = _series(slugs)
    rounds = _rounds(series)
    texts = _texts([row.uid for rows in rounds.values() for row in rows])
    subjects = called_now(Named.SERIES, series)
    drawn = [(slug, acts.grid(rounds[slug], texts, set(slugs))) for slug in series]
    return [
        {"series": subjects[slug], "grid": grid}
        for slug, grid in drawn
        if grid and slug in subjects
    ]


def _series(slugs: list[str]) -> list[str]:
    """The series of the meetings about which most texts have a clause on the topic."""
    named = Mention.objects.filter(type=Named.TOPIC, slug__in=slugs, role="clause")
    uids = named.exclude(record__dialogue_uid="").values("record__dialogue_uid")
    meetings = PublicRecord.objects.meetings().filter(uid__in=uids)
    rows = meetings.exclude(series_slug="").order_by().values("series_slug")
    rows = rows.annotate(total=Count("pk")).order_by("-total", "series_slug")
    return [row["series_slug"] for row in rows[:SERIES]]


def _rounds(series: list[str]) -> dict[str, list[PublicRecord]]:
    """The latest rounds held of each series, oldest first."""
    rounds = latest_rounds(series, ROUNDS)
    return {
        slug: [row for row in rounds[slug] if row.status == MeetingStatus.HELD] for slug in series
    }


def _texts(uids: list[str]) -> dict[str, list[PublicRecord]]:
    """The texts about meetings with their clauses, nearest the day of the meeting first."""
    rows = PublicRecord.objects.listed().filter(type="document", dialogue_uid__in=uids)
    rows = rows.annotate(clauses=F("edition__content__clauses")).order_by("-search_id")
    found = defaultdict(list)
    for row in rows[:TEXTS]:
        found[row.dialogue_uid].append(row)
    return found
