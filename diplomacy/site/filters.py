"""What surrounds a list of results: the form as typed, chips, facets and suggestions as links.

Only names that the public may see are shown: a filter by a code that no listed record names shows
the code as it was typed.
"""

import re

from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from diplomacy import kinds
from diplomacy.models import Mention
from diplomacy.search.facets import KNOWN, Facet
from diplomacy.search.params import (
    FAMILY,
    MULTIPLE,
    NEWEST,
    OLDEST,
    RELEVANCE,
    BadParameter,
    SearchParams,
)
from diplomacy.search.selection import BY_MENTION
from diplomacy.search.subjects import labels
from diplomacy.vocabulary import Named

LABELS = {
    "q": gettext_lazy("Words"),
    "kind": gettext_lazy("Kind"),
    "authority": gettext_lazy("Whose words"),
    "held": gettext_lazy("What is held"),
    "series": gettext_lazy("Series"),
    "topic": gettext_lazy("Topic"),
    "country": gettext_lazy("Country"),
    "person": gettext_lazy("Person"),
    "organisation": gettext_lazy("Organisation"),
    "initiative": gettext_lazy("Initiative"),
    "outlet": gettext_lazy("Outlet"),
    "side": gettext_lazy("Side"),
    "language": gettext_lazy("Language"),
    "date_from": pgettext_lazy("a date", "From"),
    "date_to": pgettext_lazy("a date", "Until"),
    "sort": gettext_lazy("Order"),
    "page": gettext_lazy("Page"),
}
SORTS = {
    RELEVANCE: gettext_lazy("Best match first"),
    NEWEST: gettext_lazy("Newest first"),
    OLDEST: gettext_lazy("Oldest first"),
}
TYPES = BY_MENTION | {"side": Named.COUNTRY}
LATIN_WORD = re.compile(r"[A-Za-z]{3,}")
MOST_WORDS = 10
ALWAYS_SHOWN = 8
"""Choices of one facet; the others are behind a fold."""


def changed(data: QueryDict, **changes: str | list[str] | None) -> str:
    """The query string of the same search with some parameters set, or left out for None.

    Without ``page`` among the changes it begins again at the first page.
    """
    query = data.copy()
    for name, value in {"page": None, **changes}.items():
        query.setlist(name, value if isinstance(value, list) else [value])
    kept = QueryDict(mutable=True)
    for name in LABELS:
        if values := [str(value) for value in query.getlist(name) if value not in (None, "")]:
            kept.setlist(name, values)
    return kept.urlencode()


def form(data: QueryDict, error: BadParameter | None = None) -> dict:
    """The search form with everything as it was typed, and which field is to blame."""
    return {
        **{name: data.get(name, "") for name in ("q", "date_from", "date_to", "sort")},
        "sorts": SORTS.items(),
        "kept": [(name, value) for name in MULTIPLE for value in data.getlist(name) if value],
        "wrong": error.name if error else "",
        "wrong_label": LABELS.get(error.name, error.name) if error else "",
        "wrong_value": data.get(error.name, "") if error else "",
    }


def facet_lists(facets: list[Facet], data: QueryDict, total: int) -> list[dict]:
    """Facets whose choices are links that add the value to the search, or take it out again.

    Without those that would narrow nothing: one value, and all ``total`` results have it.
    """
    return [
        _facet_list(facet, data)
        for facet in facets
        if len(facet.choices) > 1 or facet.choices[0].is_chosen or facet.choices[0].count < total
    ]


def chips(params: SearchParams, data: QueryDict, shown: list[dict]) -> list[dict]:
    """One chip for each condition: what it is, its value in words, the search without it."""
    words = _words(params, shown)
    rows = [
        (
            name,
            words.get((name, value), value),
            changed(data, **{name: _without(data, name, value)}),
        )
        for name in MULTIPLE
        for value in getattr(params, name)
    ]
    rows += [
        (name, data[name].strip(), changed(data, **{name: None}))
        for name in ("q", "date_from", "date_to")
        if data.get(name, "").strip()
    ]
    return [
        {"what": LABELS[name], "value": value, "url": f"?{query}"} for name, value, query in rows
    ]


def suggestions(params: SearchParams, data: QueryDict) -> list[dict]:
    """Other searches to offer when one finds nothing."""
    found = []
    words = [word for word in re.findall(r"\w+", params.q) if word not in ("OR", "AND", "NOT")]
    if params.q and params != SearchParams(q=params.q, sort=params.sort):
        found.append((_("The same words in the whole archive"), {"q": params.q}))
    if '"' in params.q:
        plain = params.q.replace('"', " ")
        found.append((_("The words of the phrase, wherever they stand"), {"q": plain}))
    if len(words) > 1:
        any_word = " OR ".join(words[:MOST_WORDS])
        found.append((_("Any of the words instead of all"), {"q": any_word}))
    elif LATIN_WORD.fullmatch(params.q):
        found.append((_("All words that begin so"), {"q": f"{params.q}*"}))
    return [{"label": label, "url": f"?{changed(data, **_only(new))}"} for label, new in found]


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


def _only(new: dict) -> dict:
    """Changes that leave nothing of a search but ``new``."""
    return dict.fromkeys(LABELS) | new


def _link(facet: Facet, choice, data: QueryDict) -> str:
    if facet.name == "year":
        year = None if choice.is_chosen else choice.value
        return "?" + changed(data, date_from=year, date_to=year)
    name = facet.parameter
    values = _without(data, name, choice.value)
    if facet.name == "family":
        # The family's code alone means the same.
        values = [value for value in values if f"{FAMILY}{value}" != choice.value]
    return "?" + changed(data, **{name: values if choice.is_chosen else [*values, choice.value]})


def _without(data: QueryDict, name: str, value: str) -> list[str]:
    return [given for given in data.getlist(name) if given != value]


def _words(params: SearchParams, shown: list[dict]) -> dict[tuple[str, str], str]:
    """Labels by parameter and value: of closed lists, of facets shown, of public names."""
    words = {
        (name, code): label
        for name, known in (KNOWN | {"kind": KNOWN["family"] | KNOWN["kind"]}).items()
        for code, label in known.items()
    }
    words |= {("kind", f"{FAMILY}{row.code}"): row.label for row in kinds.FAMILIES.values()}
    for row in shown:
        facet = row["facet"]
        words |= {
            (facet.parameter, choice.value): choice.label
            for choice, _url in row["choices"] + row["more"]
        }
    missing = {
        (name, value)
        for name in TYPES
        for value in getattr(params, name)
        if (name, value) not in words
    }
    return words | _public_names(missing) if missing else words


def _public_names(missing: set[tuple[str, str]]) -> dict[tuple[str, str], str]:
    """Names of authority records that listed records name; the others stay codes."""
    slugs = {slug for _name, slug in missing}
    types = {TYPES[name] for name, _slug in missing}
    named = Mention.objects.filter(type__in=types, slug__in=slugs).values_list("type", "slug")
    by_type: dict[str, set[str]] = {}
    for type, slug in named.distinct():
        by_type.setdefault(type, set()).add(slug)
    found = labels(by_type)
    return {
        (name, slug): found[TYPES[name], slug]
        for name, slug in missing
        if (TYPES[name], slug) in found
    }
