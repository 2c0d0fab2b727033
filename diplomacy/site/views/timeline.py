"""The archive year by year: one year a page, and no more than fits one."""

from datetime import date
from itertools import groupby

from django.db.models import Count
from django.db.models.functions import ExtractYear
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language_bidi
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from diplomacy.models import PublicRecord
from diplomacy.search import index
from diplomacy.site.charts import columns
from diplomacy.text import dates

LENGTH = 100
MONTH = 31
"""Days: what may have happened over a longer time is not put under one month."""
DIGITS = 19
"""Of the longest number that an address may give: the greatest search id."""


class BadYearError(ValueError):
    """What was asked for is no year; its message says so."""


@require_safe
def timeline(request: HttpRequest) -> HttpResponse:
    """One year: ``?year=2024``, by default the latest; ``after`` (a search id) goes on in it."""
    years = years_with_counts()
    try:
        year = number(request, "year", 9999) or (years[-1]["year"] if years else None)
        after = number(request, "after", 2**63 - 1)
    except BadYearError as error:
        context = {"years": years, "picture": picture(years), "error": str(error)}
        return render(request, "timeline.html", context, status=400)
    records, more_after = records_of(year, after) if year else ([], None)
    context = {
        "years": years,
        "picture": picture(years),
        "year": year,
        "months": months(records),
        "is_continued": after is not None,
        "more_after": more_after,
        "earlier": max((row["year"] for row in years if row["year"] < (year or 0)), default=None),
        "later": min((row["year"] for row in years if row["year"] > (year or 0)), default=None),
    }
    return render(request, "timeline.html", context)


def dated():
    """Listed records whose date is known; others have no place on a line of time."""
    return PublicRecord.objects.listed().exclude(date_value="")


def years_with_counts() -> list[dict]:
    """Every year that has records, with their ``total``, in order."""
    rows = dated().order_by().annotate(year=ExtractYear("sort_date")).values("year")
    return list(rows.annotate(total=Count("pk")).order_by("year"))


def picture(years: list[dict]) -> dict | None:
    """``{years, drawn, most}``: a small column for each year; None without records."""
    totals = {row["year"]: row["total"] for row in years}
    line = columns.years_of(totals, is_mirrored=get_language_bidi())
    if line is None:
        return None
    most = max(totals.values())
    return {"years": line, "drawn": columns.columns(totals, line, most=most), "most": most}


def records_of(year: int, after: int | None = None) -> tuple[list[PublicRecord], int | None]:
    """At most ``LENGTH`` records of a year, oldest first; and the id to go on after, if any."""
    rows = dated().filter(
        search_id__gte=index.first_id(date(year, 1, 1)),
        search_id__lte=index.last_id(date(year, 12, 31)),
    )
    if after is not None:
        rows = rows.filter(search_id__gt=after)
    found = list(rows.order_by("search_id")[: LENGTH + 1])
    return found[:LENGTH], found[LENGTH - 1].search_id if len(found) > LENGTH else None


def months(records: list[PublicRecord]) -> list[dict]:
    """Records under their months; first those whose date says no more than a longer time."""
    ordered = sorted(records, key=lambda row: (_month(row.date_value) or "", row.search_id))
    return [
        {"month": month, "records": list(rows)}
        for month, rows in groupby(ordered, key=lambda row: _month(row.date_value))
    ]


def _month(value: str) -> str | None:
    """The month (EDTF) in which a date begins, unless it spans more than a month."""
    read = dates.parse(value)
    is_long = (read.latest - read.earliest).days > MONTH
    return None if is_long else read.earliest.isoformat()[:7]


def number(request: HttpRequest, name: str, greatest: int) -> int | None:
    """A number from 1 to ``greatest`` in the address; None where there is none."""
    given = request.GET.get(name)
    if not given:
        return None
    is_number = given.isascii() and given.isdecimal() and len(given) <= DIGITS
    if not (is_number and 1 <= int(given) <= greatest):
        raise BadYearError(
            _("“%(given)s” is not a year the archive can show.") % {"given": given[:40]}
        )
    return int(given)
