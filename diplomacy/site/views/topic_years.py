"""A topic through the years: how many texts of each voice, year by year."""

from collections import Counter, defaultdict
from urllib.parse import urlencode

from django.db.models import Count
from django.db.models.functions import ExtractYear
from django.utils.translation import get_language_bidi
from django.utils.translation import gettext as _

from diplomacy.kinds import ONE_SIDED
from diplomacy.site.charts import columns
from diplomacy.site.pages.names import called_now
from diplomacy.vocabulary import Named

JOINT = ("joint_verbatim", "joint_rendering")
SIGNED, PRESS = ("signed",), ("press",)
MOST_SIDES = 6
"""How many sides have a row of their own, those most heard first."""


def picture(records, parameter: str, slug: str) -> dict | None:
    """``{years, rows}``: ``rows`` are ``{label, side, total, drawn, cells}``; None without dates.

    ``records`` are listed; texts without a date have no place here. ``cells`` are what the table
    says: ``{year, total, query}``. Two queries.
    """
    counted = _counted(records)
    dated = {year: True for totals in counted.values() for year in totals}
    years = columns.years_of(dated, is_mirrored=get_language_bidi())
    if years is None:
        return None
    sides = called_now(Named.COUNTRY, {side for _codes, side in counted if side})
    most = max(max(totals.values()) for totals in counted.values())
    rows = [
        {
            "label": _label(codes),
            "side": sides.get(side),
            "total": sum(totals.values()),
            "drawn": columns.columns(totals, years, most=most),
            "cells": _cells(totals, {parameter: slug, "authority": codes, "side": side or None}),
        }
        for (codes, side), totals in counted.items()
    ]
    return {"years": years, "rows": rows, "most": most}


def _counted(records) -> dict[tuple, dict[int, int]]:
    """Texts a year by voice, as ``(authorities, side)``: joint, each side, signed, press."""
    rows = records.filter(type="document").exclude(date_value="").order_by()
    rows = rows.annotate(year=ExtractYear("sort_date")).values("year", "authority", "side")
    found = defaultdict(Counter)
    for row in rows.annotate(total=Count("pk")):
        found[_voice(row["authority"], row["side"])][row["year"]] += row["total"]
    heard = [key for key in found if key[0] == ONE_SIDED]
    heard = sorted(heard, key=lambda key: (-found[key].total(), key[1]))[:MOST_SIDES]
    order = [(JOINT, ""), *heard, (SIGNED, ""), (PRESS, "")]
    return {key: dict(found[key]) for key in order if key in found}


def _voice(authority: str, side: str) -> tuple:
    groups = (JOINT, ONE_SIDED, SIGNED)
    group = next((group for group in groups if authority in group), PRESS)
    return group, side if group == ONE_SIDED else ""


def _label(codes: tuple) -> str:
    return {
        JOINT: _("Joint texts and renderings"),
        ONE_SIDED: _("One side’s read-outs and reports of them"),
        SIGNED: _("Signed articles and speeches"),
        PRESS: _("Press accounts"),
    }[codes]


def _cells(totals: dict[int, int], asked: dict) -> list[dict]:
    """What the table says of each year, with the search that finds it."""
    asked = {name: value for name, value in asked.items() if value}
    cells = []
    for year, total in sorted(totals.items()):
        day = f"{year:04d}"
        query = urlencode(asked | {"date_from": day, "date_to": day}, doseq=True)
        cells.append({"year": day, "total": total, "query": query})
    return cells
