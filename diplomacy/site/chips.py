"""The conditions of a search as chips: what each is, and the search without it.

Only names that the public may see are shown: a filter by a code that no listed record names shows
the code as it was typed.
"""

from django.http import QueryDict
from django.utils.text import Truncator
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from diplomacy.search.conditions import TYPES as CONDITION_TYPES
from diplomacy.search.conditions import Condition
from diplomacy.search.facets import Facet
from diplomacy.search.operators import LABELS as OPERATOR_LABELS
from diplomacy.search.operators import cut
from diplomacy.search.params import MULTIPLE
from diplomacy.search.selection import Selection
from diplomacy.search.wording import BY_NAME, closed_words, public_names

from .filters import LABELS, changed, without

LONGEST = 80
"""Characters of a value that a chip shows."""
TYPES = CONDITION_TYPES | BY_NAME
"""The type of authority record that each parameter and each condition among the words means."""


def chips(selection: Selection, data: QueryDict, facets: list[Facet]) -> list[dict]:
    """One chip for each condition: what it is, its value in words, the search without it."""
    words = _words(selection, facets)
    rows = _chips_of_query(selection, data, words)
    rows += [
        (LABELS[name], words.get((name, value), value), _taken_out(name, value, data, facets))
        for name in MULTIPLE
        for value in getattr(selection.params, name)
    ]
    rows += [
        (LABELS[name], data[name].strip(), changed(data, **{name: None}))
        for name in ("date_from", "date_to")
        if data.get(name, "").strip()
    ]
    if selection.params.exact and selection.params.q:
        rows.append((LABELS["exact"], "", changed(data, exact=None)))
    return [
        {"what": what, "value": Truncator(value).chars(LONGEST), "url": f"?{query}"}
        for what, value, query in rows
    ]


def _chips_of_query(selection: Selection, data: QueryDict, words: dict) -> list[tuple]:
    """The words of the query, and each of its conditions, which is taken out of it alone."""
    q, understood = selection.params.q, selection.understood
    rows = []
    if understood.words:
        conditions = [span for c in understood.conditions for span in c.spans]
        kept = " ".join(q[start:end] for start, end in sorted(conditions))
        rows.append((LABELS["q"], understood.words, changed(data, q=kept)))
    for condition in understood.conditions:
        said = [words.get((condition.field, code), code) for code in condition.labels]
        rest = changed(data, q=cut(q, condition.spans))
        rows.append((_field_label(condition), " / ".join(map(str, said)), rest))
    return rows


def _field_label(condition: Condition) -> str:
    label = OPERATOR_LABELS.get(condition.field) or LABELS[condition.field]
    return _("Not: %(field)s") % {"field": label} if condition.is_negative else label


def _taken_out(name: str, value: str, data: QueryDict, facets: list[Facet]) -> str:
    """The search without one value of a parameter.

    Where none of its other values finds anything they go too, so that no chip leads to nothing.
    """
    rest = without(data, name, value)
    counted = {
        choice.value: choice.count
        for facet in facets
        if facet.parameter == name
        for choice in facet.choices
    }
    is_counted = any(facet.parameter == name for facet in facets)
    if is_counted and not any(counted.get(other) for other in rest):
        rest = []
    return changed(data, **{name: rest})


def _words(selection: Selection, facets: list[Facet]) -> dict[tuple[str, str], str]:
    """Labels by parameter and value: of closed lists, of facets counted, of public names."""
    words = closed_words()
    for facet in facets:
        words |= {(facet.parameter, choice.value): choice.label for choice in facet.choices}
    asked = {(name, value) for name in BY_NAME for value in getattr(selection.params, name)}
    asked |= {
        (condition.field, code)
        for condition in selection.understood.conditions
        if condition.field in CONDITION_TYPES
        for code in condition.labels
    }
    return words | public_names(asked - set(words), TYPES, get_language())
