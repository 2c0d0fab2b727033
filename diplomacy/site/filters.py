"""What surrounds a list of results: the form as typed, orders and facets as links."""

from django.http import QueryDict
from django.utils.translation import gettext_lazy

from diplomacy.search.facets import Facet
from diplomacy.search.operators import cut
from diplomacy.search.params import (
    FAMILY,
    MULTIPLE,
    NEWEST,
    OLDEST,
    RELEVANCE,
    BadParameter,
)
from diplomacy.search.selection import Selection
from diplomacy.search.wording import LABELS as PARAMETER_LABELS

LABELS = PARAMETER_LABELS | {"sort": gettext_lazy("Order"), "page": gettext_lazy("Page")}
SORTS = {
    RELEVANCE: gettext_lazy("Best match first"),
    NEWEST: gettext_lazy("Newest first"),
    OLDEST: gettext_lazy("Oldest first"),
}
YEAR = "year"
ALWAYS_SHOWN = 8
"""Choices of one facet; the others are behind a fold."""


def changed(data: QueryDict, **changes: str | list[str] | None) -> str:
    """The query string of the same search with some parameters set, or left out for None.

    Without ``page`` among the changes it begins again at the first page. Of a parameter that may
    be given once the last counts, as it does for the search: a page holds many of these.
    """
    query = data.copy()
    for name, value in {"page": None, **changes}.items():
        query.setlist(name, value if isinstance(value, list) else [value])
    kept = QueryDict(mutable=True)
    for name in LABELS:
        given = query.getlist(name) if name in MULTIPLE else query.getlist(name)[-1:]
        if values := [str(value) for value in given if value not in (None, "")]:
            kept.setlist(name, values)
    return kept.urlencode()


def form(data: QueryDict, error: BadParameter | None = None) -> dict:
    """The search form with everything as it was typed, and which field is to blame."""
    kept = (*MULTIPLE, "exact", "sort")
    return {
        **{name: data.get(name, "") for name in ("q", "date_from", "date_to")},
        "kept": [(name, value) for name in kept for value in data.getlist(name) if value],
        "wrong": error.name if error else "",
        "wrong_label": LABELS.get(error.name, error.name) if error else "",
        "wrong_value": data.get(error.name, "")[:80] if error else "",
        "without": "?" + changed(data, **{error.name: None}) if error else "",
    }


def sorts(selection: Selection, data: QueryDict) -> list[dict]:
    """The orders results may come in, as links; relevance only where words are sought."""
    return [
        {
            "label": label,
            "url": "?" + changed(data, sort=code),
            "is_current": code == selection.order,
        }
        for code, label in SORTS.items()
        if code != RELEVANCE or selection.query.wanted
    ]


def facet_lists(facets: list[Facet], data: QueryDict, total: int) -> list[dict]:
    """Facets whose choices are links that add the value to the search, or take it out again.

    Without those that would narrow nothing: one value, and all ``total`` results have it. Years
    are shown as a picture.
    """
    return [
        _facet_list(facet, data)
        for facet in facets
        if facet.name != YEAR
        and (len(facet.choices) > 1 or facet.choices[0].is_chosen or facet.choices[0].count < total)
    ]


def years(facets: list[Facet]) -> Facet | None:
    """The counts by year, where anything is found."""
    return next((facet for facet in facets if facet.name == YEAR), None)


def date_link(data: QueryDict, selection: Selection):
    """A function that gives the address of the same search between two years, or without dates.

    Dates among the words give way to those that are chosen.
    """
    spans = [span for c in selection.understood.conditions if c.is_date for span in c.spans]
    q = cut(selection.params.q, spans) if spans else selection.params.q

    def link(between: tuple[int, int] | None) -> str:
        first, last = (f"{year:04}" for year in between) if between else (None, None)
        return "?" + changed(data, q=q, date_from=first, date_to=last)

    return link


def _facet_list(facet: Facet, data: QueryDict) -> dict:
    """One facet: the choices that are always shown, and the ``more`` behind a fold."""
    links = [(choice, _link(facet, choice, data)) for choice in facet.choices]
    chosen = [link for link in links[ALWAYS_SHOWN:] if link[0].is_chosen]
    return {
        "facet": facet,
        "is_open": any(choice.is_chosen for choice in facet.choices),
        "choices": links[:ALWAYS_SHOWN] + chosen,
        "more": [link for link in links[ALWAYS_SHOWN:] if link not in chosen],
    }


def _link(facet: Facet, choice, data: QueryDict) -> str:
    name = facet.parameter
    values = without(data, name, choice.value)
    if facet.name == "family":
        # The family's code alone means the same.
        values = [value for value in values if f"{FAMILY}{value}" != choice.value]
    return "?" + changed(data, **{name: values if choice.is_chosen else [*values, choice.value]})


def without(data: QueryDict, name: str, value: str) -> list[str]:
    """The values of a parameter but one."""
    return [given for given in data.getlist(name) if given != value]
