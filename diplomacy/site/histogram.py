"""How many results each year has, as bars that narrow the search to theirs.

Time runs in reading direction, as the form's “from” and “until” do: in Urdu from right to left.
Long stretches without records become one gap; of many years decades are shown, and the decade
that was chosen by its years. The same numbers stand beside the picture as a list.
"""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from diplomacy.search.facets import Facet
from diplomacy.search.selection import Selection

MOST_YEARS = 40
"""More years with records than this are shown as decades."""
LONGEST_EMPTY = 3
"""So many empty years are drawn; more become a gap."""
DECADE = 10
STEP, GAP, BAR = 30, 22, 22
HEAD, HEIGHT, FOOT = 14, 56, 18
"""The picture's measures in pixels: a bar with its room, a gap, a bar; the room for numbers, for
bars and for years."""


@dataclass
class Bar:
    """The records of some years. ``x``, ``y`` and ``height`` place it in the picture."""

    first: int
    last: int
    count: int
    is_chosen: bool
    url: str = ""
    x: int = 0
    y: int = 0
    height: int = 0
    width: int = BAR

    @property
    def middle(self) -> int:
        """Where its numbers stand."""
        return self.x + self.width // 2

    @property
    def room_x(self) -> int:
        """Where the room around it begins, all of which can be clicked."""
        return self.x - (STEP - BAR) // 2

    @property
    def label(self) -> str:
        """What stands below it: its first year."""
        return f"{self.first}"

    @property
    def years(self) -> str:
        """“2024”, or of a decade its first and last year."""
        return f"{self.first}" if self.first == self.last else f"{self.first}–{self.last}"

    @property
    def said(self) -> str:
        """“2024: 31 records”, in the language of the page."""
        said = ngettext("%(years)s: %(count)d record", "%(years)s: %(count)d records", self.count)
        return said % {"years": self.years, "count": self.count}


def histogram(years: Facet, selection: Selection, link, *, is_mirrored: bool) -> dict | None:
    """The picture of the facet ``years``, or None where there is nothing to choose.

    ``link`` gives the address of the search from one year to another, or without dates for None.
    """
    counts = {int(choice.value): choice.count for choice in years.choices}
    if len(counts) < 2 and not _chosen_range(selection):
        return None
    chosen = _chosen_range(selection)
    bars = _bars(counts, chosen)
    most = max((bar.count for bar in bars), default=1)
    width, gaps = _place(bars, is_mirrored=is_mirrored)
    for bar in bars:
        bar.height = max(2, round(HEIGHT * bar.count / most)) if bar.count else 0
        bar.y = HEAD + HEIGHT - bar.height
        is_only_choice = chosen == (date(bar.first, 1, 1), date(bar.last, 12, 31))
        bar.url = link(None) if is_only_choice else link((bar.first, bar.last))
    return {
        "bars": bars,
        "is_exact": years.is_exact,
        "summary": _summary(bars),
        "gaps": gaps,
        "width": width,
        "height": HEAD + HEIGHT + FOOT,
        "room": STEP,
        "floor": HEAD + HEIGHT,
        "clear": link(None) if chosen else "",
    }


def _chosen_range(selection: Selection) -> tuple[date, date] | None:
    """The days the search is narrowed to, by its dates or by conditions among its words."""
    params = selection.params
    spans = [c.days for c in selection.understood.conditions if c.days]
    if params.date_from or params.date_to:
        spans.append((params.date_from or date.min, params.date_to or date.max))
    if not spans:
        return None
    return max(first for first, _ in spans), min(last for _, last in spans)


def _bars(counts: dict[int, int], chosen: tuple[date, date] | None) -> list[Bar]:
    """One bar a year, or a decade where there are many years; empty ones between near ones."""
    if len(counts) <= MOST_YEARS:
        spans = [(year, year) for year in _filled(sorted(counts))]
    else:
        spans = _decades(sorted(counts), chosen)
    found = []
    for first, last in spans:
        count = sum(counts.get(year, 0) for year in range(first, last + 1))
        is_chosen = bool(chosen) and chosen[0].year <= first and last <= chosen[1].year
        found.append(Bar(first, last, count, is_chosen and bool(count)))
    return found


def _filled(years: list[int]) -> list[int]:
    """The years, and the empty ones in short stretches between them."""
    found: list[int] = []
    for year in years:
        if found and year - found[-1] <= LONGEST_EMPTY + 1:
            found += range(found[-1] + 1, year)
        found.append(year)
    return found


def _decades(years: list[int], chosen: tuple[date, date] | None) -> list[tuple[int, int]]:
    """The decades that have records; the one that was chosen as its years."""
    found = []
    for decade in dict.fromkeys(year - year % DECADE for year in years):
        end = decade + DECADE - 1
        if chosen and decade <= chosen[0].year and chosen[1].year <= end:
            found += [(year, year) for year in years if decade <= year <= end]
        else:
            found.append((decade, end))
    return found


def _place(bars: list[Bar], *, is_mirrored: bool) -> tuple[int, list[int]]:
    """Give every bar its place from the side where reading begins; width, and where gaps are."""
    at, gaps = 0, []
    for place, bar in enumerate(bars):
        if place and bar.first - bars[place - 1].last > 1:
            gaps.append(at)
            at += GAP
        bar.x = at + (STEP - BAR) // 2
        at += STEP
    if is_mirrored:
        for bar in bars:
            bar.x = at - bar.x - BAR
        gaps = [at - x - GAP for x in gaps]
    return at, gaps


def _summary(bars: list[Bar]) -> str:
    """What the picture shows, in a sentence."""
    full = [bar for bar in bars if bar.count]
    if not full:
        return _("No record has a date.")
    most = max(full, key=lambda bar: bar.count)
    said = _("From %(first)d to %(last)d; most in %(most)s.")
    return said % {"first": full[0].first, "last": full[-1].last, "most": most.years}
