"""The front page: what is new, the running series, and ways in."""

from collections import defaultdict
from urllib.parse import urlencode

from django.db.models import Count, Max
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.formats import number_format
from django.views.decorators.http import require_safe

from diplomacy import kinds
from diplomacy.exports import metadata
from diplomacy.models import Mention, PublicRecord
from diplomacy.site.feeds import with_entries
from diplomacy.site.pages.names import called_now
from diplomacy.vocabulary import Named

from .strips import WINDOW, latest_rounds, next_announced, side_by_side

LATEST, SERIES, TOPICS, PEOPLE = 8, 6, 18, 18
"""How many of each the page shows."""


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """The front page, in a number of queries that does not depend on the archive."""
    latest = list(with_entries(PublicRecord.objects.listed().order_by("-edition_id")[:LATEST]))
    context = {
        "latest": latest,
        "families": families(),
        "series": running_series(),
        "topics": most_named(Named.TOPIC, TOPICS),
        "people": most_named(Named.PERSON, PEOPLE),
        "authorities": kinds.AUTHORITIES.values(),
        "json_ld": metadata.safe_json(metadata.site_json_ld()),
    }
    return render(request, "home.html", context)


def families() -> list[dict]:
    """Families of kinds that have listed records: label, how many, and a list of them."""
    rows = PublicRecord.objects.listed().order_by().values("family").annotate(total=Count("pk"))
    totals = {row["family"]: row["total"] for row in rows}
    return [
        {
            "label": family.label,
            "total": number_format(totals[family.code], force_grouping=True),
            "url": reverse("archive")
            + "?"
            + urlencode({"kind": kinds.in_family(family.code)}, True),
        }
        for family in kinds.FAMILIES.values()
        if family.code in totals
    ]


def most_named(type: str, length: int) -> list[dict]:
    """The authority records that most listed records name: record and total, by name."""
    rows = (
        Mention.objects.filter(type=type)
        .values("slug")
        .annotate(total=Count("record", distinct=True))
    )
    totals = dict(rows.order_by("-total", "slug").values_list("slug", "total")[:length])
    return _with_names(type, totals)


def running_series() -> list[dict]:
    """The series that met last: ``{series, rounds, next, strip}``, the strips on one axis.

    ``rounds`` are the latest, in order; ``strip`` is what ``charts/running_series.html`` draws.
    """
    rounds = PublicRecord.objects.meetings().exclude(series_slug="")
    last = rounds.order_by().values("series_slug").annotate(last=Max("search_id"))
    slugs = list(last.order_by("-last").values_list("series_slug", flat=True)[:SERIES])
    subjects = called_now(Named.SERIES, slugs)
    latest = latest_rounds(slugs)
    rows = [
        {"series": subjects[slug], "rounds": latest[slug], "next": next_announced(latest[slug])}
        for slug in slugs
        if slug in subjects
    ]
    drawn = side_by_side([row["rounds"] for row in rows], window=WINDOW)
    return [row | {"strip": strip} for row, strip in zip(rows, drawn, strict=True)]


def _with_names(type: str, totals: dict[str, int]) -> list[dict]:
    """Slugs with totals as standing authority records with totals, by name."""
    subjects = called_now(type, totals)
    merged = defaultdict(int)
    for slug, total in totals.items():
        if slug in subjects:
            merged[subjects[slug]] += total
    rows = [{"subject": subject, "total": total} for subject, total in merged.items()]
    return sorted(rows, key=lambda row: row["subject"].shown_name.casefold())
