"""What is held and what is not: the page, and the same numbers for machines."""

import csv
from dataclasses import asdict
from io import StringIO
from itertools import chain
from urllib.parse import urlencode

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override
from django.views.decorators.http import require_safe

from diplomacy import kinds
from diplomacy.exports.table import safe
from diplomacy.models import FrontPage
from diplomacy.reading.addresses import absolute
from diplomacy.reading.coverage import Coverage, Tally
from diplomacy.reading.coverage import coverage as count
from diplomacy.reading.series_coverage import Series, rounds_of_series, texts_of_series
from diplomacy.vocabulary import LANGUAGES, Basis, Display, Held

from ..generation import SECONDS_KEPT
from .front_matter import context_of
from .timeline import picture

SERIES_SHOWN = 100
"""So many series have a row on the page; the data has all."""
NEAREST = {
    "joint_text": _("Joint text, word for word"),
    "joint_text_in_part": _("Joint text, in part or paraphrased"),
    "joint_rendering": _("Rendering of the joint text"),
    "readouts": _("Read-outs of two sides or more"),
    "readout": _("One side's read-out"),
    "report": _("Reports, press or signed texts only"),
    "nothing": _("Nothing held"),
}
SECTIONS = {
    "cover-kinds": (_("Kinds of record"), "families"),
    "cover-texts": (_("Whose words, and how much is held"), "texts"),
    "cover-series": (_("Series of dialogues"), "series"),
    "cover-years": (_("Years"), "years"),
    "cover-languages": (_("Languages"), "by_language"),
    "cover-outlets": (_("Where texts appeared"), "outlets"),
    "cover-dates": (_("What the dates rest on"), "bases"),
}
"""The parts of the page by their ids: heading, and the name of what must be there to be shown."""
COLUMNS = ("by", "code", "also", "name", "records", "search")
"""Of a number in the data; only an outlet and a series have a name there."""
FEWEST_YEARS = 3
"""Fewer are told without a picture."""


@require_safe
def coverage(request: HttpRequest, page: FrontPage) -> HttpResponse:
    """The page: its own words, then the tables."""
    counted = counted_for(request)
    not_held = next((row for row in counted.of("held") if row.code == Held.NOT_HELD), None)
    context = context_of(page) | {
        "counted": counted,
        "everything": reverse("archive"),
        "not_held": _linked(not_held) if not_held else None,
        "families": _families(counted),
        "texts": _texts(counted),
        "displays": _displays(counted),
        "by_language": [_linked(row, LANGUAGES) for row in counted.of("language")],
        "years": [_linked(row) for row in counted.of("year")],
        "picture": _picture(counted.of("year")),
        "bases": [_linked(row, _BASES) for row in counted.of("date_basis")],
        "outlets": [_linked(row, counted.names) for row in counted.of("outlet")],
        "series": [_series(row) for row in counted.series[:SERIES_SHOWN]],
        "series_left": max(0, len(counted.series) - SERIES_SHOWN),
        "nearest": NEAREST.values(),
    }
    context["sections"] = [
        (anchor, label) for anchor, (label, needed) in SECTIONS.items() if context[needed]
    ] + [("cover-data", _("As data"))]
    return render(request, "front/coverage.html", context)


@require_safe
def as_json(request: HttpRequest) -> JsonResponse:
    """Every number with the search that finds exactly it, and every series."""
    counted = counted_for(request)
    data = {
        "archive": settings.BASE_URL,
        "ledger": request.generation.number,
        "records": counted.records,
        "first": counted.first,
        "last": counted.last,
        "counts": [dict(zip(COLUMNS, row, strict=True)) for row in _rows(counted)],
        "series": [asdict(row) | {"url": absolute(row.url)} for row in counted.series],
    }
    return JsonResponse(data, json_dumps_params={"ensure_ascii": False})


@require_safe
def as_csv(request: HttpRequest) -> HttpResponse:
    """The same numbers, one a line."""
    out = StringIO()
    write = csv.writer(out).writerow
    write(COLUMNS)
    counted = counted_for(request)
    for row in chain(_rows(counted), *map(_rows_of, counted.series)):
        write([safe(cell) for cell in row])
    response = HttpResponse(out.getvalue(), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="coverage.csv"'
    return response


def counted_for(request: HttpRequest) -> Coverage:
    """The counts of this state of the archive: made once for every language and form."""
    key = f"coverage:{request.generation.number}"
    return cache.get_or_set(key, count, SECONDS_KEPT)


_BASES = dict(Basis.choices) | {"undated": _("No date known")}


def _linked(row: Tally, labels: dict | None = None) -> dict:
    """A number with the address of the search that finds it (or "")."""
    return {
        "code": row.code,
        "also": row.also,
        "label": (labels or {}).get(row.code, row.code),
        "total": row.total,
        "url": _search(row.asks),
    }


def _search(asks) -> str:
    if asks is None:
        return ""
    return f"{reverse('archive')}?{urlencode(asks)}" if asks else reverse("archive")


def _families(counted: Coverage) -> list[dict]:
    kinds_in = {code: row.label for code, row in kinds.KINDS.items()}
    labels = {code: row.label for code, row in kinds.FAMILIES.items()}
    return [
        _linked(row, labels)
        | {"kinds": [_linked(k, kinds_in) for k in counted.of("kind") if k.also == row.code]}
        for row in counted.of("family")
    ]


def _texts(counted: Coverage) -> dict | None:
    """Authorities down, what is held across; with the sums of both. None without a text."""
    held = {row.code: _linked(row) for row in counted.of("held")}
    cells = {(row.code, row.also): _linked(row) for row in counted.of("authority_held")}
    rows = [
        {
            "authority": row.code,
            "sum": _linked(row),
            "cells": [cells.get((row.code, code)) for code in Held.values],
        }
        for row in counted.of("authority")
    ]
    sums = [held.get(code) for code in Held.values]
    return {"heads": Held.labels, "rows": rows, "sums": sums} if rows else None


def _displays(counted: Coverage) -> dict:
    """What is held down, what may be shown across."""
    cells = {(row.code, row.also): row.total for row in counted.of("display")}
    rows = [
        {"label": held.label, "cells": [cells.get((held, code), 0) for code in Display.values]}
        for held in Held
        if any((held, code) in cells for code in Display.values)
    ]
    return {"heads": Display.labels, "rows": rows}


def _series(row: Series) -> dict:
    return {
        "series": row,
        "rounds": _search(rounds_of_series(row.slug)),
        "texts": _search(texts_of_series(row.slug)) if row.texts else "",
        "nearest": [(NEAREST[code], total) for code, total in row.nearest.items()],
    }


def _picture(years: list[Tally]) -> dict | None:
    """The timeline's picture of the years; None where these are too few to be one."""
    if len(years) < FEWEST_YEARS:
        return None
    return picture([{"year": int(row.code), "total": row.total} for row in years])


def _rows(counted: Coverage):
    """Every number as a row of ``COLUMNS``; searches are those of the English pages."""
    yield ("all", "", "", "", counted.records, _plain_search(()))
    for row in counted.tallies:
        name = counted.names.get(row.code, "") if row.by == "outlet" else ""
        yield (row.by, row.code, row.also, name, row.total, _plain_search(row.asks))


def _rows_of(series: Series):
    """What is counted of one series, as such rows."""
    searches = {
        "rounds": _plain_search(rounds_of_series(series.slug)),
        "texts": _plain_search(texts_of_series(series.slug)),
    }
    numbers = {"rounds": series.rounds, "held": series.held, "missing": series.missing}
    for what, total in (numbers | {"texts": series.texts} | series.nearest).items():
        yield ("series", series.slug, what, series.title, total, searches.get(what, ""))


def _plain_search(asks) -> str:
    """The full address of a search on the English pages; "" for None."""
    with override(settings.LANGUAGE_CODE):
        path = _search(asks)
    return absolute(path) if path else ""
