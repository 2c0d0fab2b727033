"""Meetings: all of them by year, and the series some of them belong to."""

from collections import Counter, defaultdict
from itertools import groupby

from django.db.models import Count, F, Max, Min, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language, get_language_bidi
from django.utils.translation import gettext_lazy as _
from django.views import View

from diplomacy import kinds
from diplomacy.models import DialogueSeries, PublicRecord
from diplomacy.reading import named
from diplomacy.site.charts import rounds as rounds_chart
from diplomacy.site.pages.names import called_now
from diplomacy.vocabulary import MeetingStatus, Named

from .authorities import AuthorityDetail, AuthorityList, linked, paged, plain
from .strips import latest_rounds, next_announced, side_by_side

MEETINGS_A_PAGE = 50
ROUNDS_A_PAGE = 100
SERIES_A_PAGE, ROUNDS_IN_LIST, SMALL = 60, 40, 6
"""How many series a page lists, how many rounds of each it draws, half a mark in pixels."""
TOLD = {
    "status": F("edition__content__status"),
    "ordinal_printed": F("edition__content__ordinal_printed"),
    "place": F("edition__content__place"),
    "people": F("edition__content__people"),
    "is_undated": Q(date_value=""),
}
"""What a list of meetings tells of each beside its columns."""


def meetings():
    """The listed meetings, with what a list tells of them."""
    return PublicRecord.objects.meetings().annotate(**TOLD)


def with_texts(rows: list[PublicRecord]) -> list[dict]:
    """``{meeting, place, chairs, texts, voices}`` for each meeting. One query, and for names.

    ``texts`` are ``{authority, total}``, nearest authority first; ``voices`` are the same by
    side: ``{authority, side, total}``.
    """
    uids = [row.uid for row in rows]
    found = PublicRecord.objects.listed().filter(dialogue_uid__in=uids).order_by()
    voices = defaultdict(list)
    counted = found.values("dialogue_uid", "authority", "side").annotate(total=Count("pk"))
    for voice in counted:
        voices[voice["dialogue_uid"]].append(voice)
    chairs = {row.pk: [one for one in row.people if one["role"] == "chair"] for row in rows}
    told = [("place", row.place["slug"], row.place["label"]) for row in rows if row.place]
    told += [("person", one["slug"], one["name"]) for row in rows for one in chairs[row.pk]]
    local = named.local_labels(told, get_language())
    return [
        {
            "meeting": row,
            "place": row.place and local.get(("place", row.place["slug"]), row.place["label"]),
            "chairs": [local.get(("person", one["slug"]), one["name"]) for one in chairs[row.pk]],
            "texts": _by_authority(voices[row.uid]),
            "voices": voices[row.uid],
        }
        for row in rows
    ]


def _by_authority(voices: list[dict]) -> list[dict]:
    totals = Counter()
    for voice in voices:
        totals[voice["authority"]] += voice["total"]
    texts = [{"authority": authority, "total": total} for authority, total in totals.items()]
    return sorted(texts, key=lambda text: kinds.rank_of(text["authority"]))


class Meetings(View):
    """Every meeting the archive records, newest first, a year at a time if asked.

    What has no date, as a meeting that is only announced, stands before all others.
    """

    def get(self, request: HttpRequest) -> HttpResponse:
        dated = PublicRecord.objects.meetings().exclude(date_value="")
        years = dated.order_by("-sort_date__year").values_list("sort_date__year")
        years = [{"year": y, "total": n} for y, n in years.annotate(total=Count("pk"))]
        year = next((y["year"] for y in years if str(y["year"]) == request.GET.get("year")), None)
        rows = meetings().order_by("-is_undated", "-search_id")
        if year:
            rows = rows.filter(sort_date__year=year).exclude(date_value="")
        rows, pager = paged(request, rows, MEETINGS_A_PAGE)
        groups = groupby(with_texts(rows), key=lambda row: _year(row["meeting"]))
        context = {
            "years": years,
            "year": year,
            "groups": [{"year": y, "rows": list(group)} for y, group in groups],
            "pager": pager,
        }
        return render(request, "authorities/meetings.html", context)


def _year(meeting: PublicRecord) -> int | None:
    return meeting.sort_date.year if meeting.date_value else None


class SeriesList(AuthorityList):
    model = DialogueSeries
    template_name = "authorities/series_list.html"
    title = _("Series")
    lede = _("Standing mechanisms that meet again and again. Each counts its rounds on its own.")
    size = SERIES_A_PAGE

    def get_queryset(self):
        return super().get_queryset().prefetch_related("parties")

    def get_context(self):
        context = super().get_context()
        owners = named.owners([row["subject"] for row in context["rows"]])
        spans = _spans(owners)
        latest = _by_owner(latest_rounds(owners, ROUNDS_IN_LIST), owners)
        rounds = [latest[row["subject"].pk] for row in context["rows"]]
        drawn = side_by_side(rounds, half=SMALL)
        for row, strip in zip(context["rows"], drawn, strict=True):
            row["span"] = spans.get(row["subject"].pk)
            row["strip"] = strip
        return context | {"axis": next((strip.axis for strip in drawn if strip), None)}


def _by_owner(rounds: dict[str, list], owners: dict[str, int]) -> dict[int, list]:
    """Rounds by the key of the series they belong to now."""
    found = defaultdict(list)
    for slug, rows in rounds.items():
        found[owners[slug]] += rows
    return found


def _spans(owners: dict[str, int]) -> dict[int, dict]:
    """Number, first and last day of the meetings of each series, by its primary key."""
    meetings = PublicRecord.objects.meetings().filter(series_slug__in=owners)
    dated = Q(status=MeetingStatus.HELD) & ~Q(date_value="")
    rows = (
        meetings.annotate(status=TOLD["status"])
        .order_by()
        .values("series_slug")
        .annotate(
            total=Count("pk", filter=dated),
            first=Min("sort_date", filter=dated),
            last=Max("sort_date", filter=dated),
        )
    )
    spans: dict[int, dict] = {}
    for row in rows:
        own = spans.setdefault(owners[row["series_slug"]], row)
        if own is not row:
            spans[owners[row["series_slug"]]] = _together(own, row)
    return spans


def _together(one: dict, other: dict) -> dict:
    """The span of two parts of a series, of which one was merged into the other."""
    first = [span["first"] for span in (one, other) if span["first"]]
    last = [span["last"] for span in (one, other) if span["last"]]
    return {
        "total": one["total"] + other["total"],
        "first": min(first, default=None),
        "last": max(last, default=None),
    }


class SeriesDetail(AuthorityDetail):
    model = DialogueSeries
    template_name = "authorities/series.html"
    kicker = _("Dialogue series")
    parameter = "series"

    def get_facts(self):
        return [
            (_("Level"), plain(self.subject.level)),
            (_("Parties"), linked(self.subject.parties.all())),
            (_("Numbering"), plain(self.subject.numbering)),
        ]

    def get_appearances(self):
        rows, pager = paged(self.request, self.get_rounds(), ROUNDS_A_PAGE)
        rounds = with_gaps(with_texts(rows), counts_from_one=pager["number"] == 1)
        return {
            "rounds": rounds,
            "pager": pager,
            "picture": self.get_picture(rounds),
            "next": next_announced(rows),
        }

    def get_picture(self, rounds: list[dict]) -> dict | None:
        """``{rounds, voices}`` to draw; ``voices`` with the names of their sides. Two queries."""
        parties = named.standing(self.subject.parties.all()).values()
        sides = list(dict.fromkeys(party.slug for party in parties))
        drawn = rounds_chart.picture(rounds, sides, is_mirrored=get_language_bidi())
        if drawn is None:
            return None
        countries = called_now(Named.COUNTRY, {voice.side for voice in drawn.voices})
        voices = [{"voice": row, "side": countries.get(row.side)} for row in drawn.voices]
        return {"rounds": drawn, "voices": voices}

    def get_rounds(self):
        """Its meetings in order of time; announced ones without a date come last."""
        rows = meetings().filter(series_slug__in=self.slugs)
        return rows.order_by("is_undated", "search_id")


def with_gaps(rows: list[dict], *, counts_from_one: bool) -> list[dict]:
    """The rounds with a row ``{first, last}`` for each run of numbers that none of them has.

    A round that was postponed does not take its number: it may be held later.
    """
    known = {row["meeting"].ordinal for row in rows if _counts(row["meeting"])}
    expected = 1 if counts_from_one else min(known, default=1)
    found = []
    for row in rows:
        ordinal = row["meeting"].ordinal
        if _counts(row["meeting"]) and ordinal >= expected:
            found += _gaps(expected, ordinal, known)
            expected = ordinal + 1
        found.append(row)
    return found


def _counts(meeting: PublicRecord) -> bool:
    return meeting.ordinal is not None and meeting.status != MeetingStatus.POSTPONED


def _gaps(first: int, until: int, known: set[int]) -> list[dict]:
    """The runs of numbers from ``first`` to before ``until`` that are not known."""
    gaps, start = [], first
    for number in [*sorted(n for n in known if first <= n < until), until]:
        if start < number:
            gaps.append({"first": start, "last": number - 1})
        start = number + 1
    return gaps
