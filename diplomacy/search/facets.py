"""Counts beside a list of results: how many there would be of each kind, topic, year …

Each facet is counted with every filter but its own, so that its other values can be chosen
beside it. Only the newest 10,000 results are counted; a facet says when that is not all.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date

from django.db import connection
from django.db.models import CharField, Count
from django.db.models.expressions import RawSQL
from django.db.models.functions import Cast, Substr
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from diplomacy import kinds
from diplomacy.models import Mention, PublicRecord
from diplomacy.vocabulary import LANGUAGES, Held, Named

from . import engines
from .params import FAMILY, SearchParams
from .results import MOST
from .selection import BY_MENTION, Selection
from .subjects import labels


@dataclass(frozen=True)
class Choice:
    """One value of a facet. ``value`` is what the parameter takes."""

    value: str
    label: str | Promise
    count: int
    is_chosen: bool


@dataclass(frozen=True)
class Facet:
    """One list of counts. ``name`` is the facet's; ``parameter`` what a choice is given to.

    ``is_exact`` is false where there are more results than were counted. The facet ``year`` has
    no parameter of its own: a year is chosen by ``date_from`` and ``date_to``.
    """

    name: str
    parameter: str
    label: str | Promise
    choices: list[Choice]
    is_exact: bool


@dataclass(frozen=True)
class Form:
    """How one facet is made: what it asks, and how many values it shows at most."""

    name: str
    label: str | Promise
    parameters: tuple[str, ...]
    most: int = 50


FORMS = (
    Form("family", _("Records"), ("kind",)),
    Form("kind", _("Kind"), ("kind",)),
    Form("authority", _("Whose words"), ("authority",)),
    Form("held", _("What is held"), ("held",)),
    Form("series", _("Series"), ("series",)),
    Form("topic", _("Topic"), ("topic",)),
    Form("country", _("Country"), ("country",)),
    Form("person", _("Person"), ("person",), most=10),
    Form("outlet", _("Outlet"), ("outlet",), most=10),
    Form("side", _("Side"), ("side",)),
    Form("language", _("Language"), ("language",)),
    Form("year", _("Year"), ("date_from", "date_to"), most=1_000),
)
COLUMNS = ("family", "kind", "authority", "held", "side", "language", "year")
MENTIONED = {form.name: BY_MENTION[form.name] for form in FORMS if form.name in BY_MENTION}
TYPES = MENTIONED | {"side": Named.COUNTRY}
"""The type of authority record whose slugs are a facet's values."""
KNOWN = {
    "family": {code: family.label for code, family in kinds.FAMILIES.items()},
    "kind": {code: kind.label for code, kind in kinds.KINDS.items()},
    "authority": {code: authority.label for code, authority in kinds.AUTHORITIES.items()},
    "held": dict(Held.choices),
    "language": LANGUAGES,
}
"""Labels of the closed lists."""


def facets(params: SearchParams) -> list[Facet]:
    """The facets of a search that have something to choose, in the order they are shown."""
    return facets_of(Selection(params))


def facets_of(selection: Selection, language: str = "en") -> list[Facet]:
    """The same of a selection, with names in ``language`` where they are known in it.

    Takes three queries for the results, three more for each facet that is itself filtered by,
    and two for names (three where ``language`` is not English), however many results there are,
    beside what ``understand`` takes.
    """
    counted: dict[tuple[str, ...], Counts] = {}
    tables = []
    for form in FORMS:
        own = form.parameters if _is_filtered_by(form, selection) else ()
        if own not in counted:
            counted[own] = Counts(selection, own)
        tables.append(Table(form, counted[own], selection))
    names = labels(_slugs(tables), language)
    return [table.facet(names) for table in tables if table.values]


def _is_filtered_by(form: Form, selection: Selection) -> bool:
    """Whether what a facet offers narrows the search already."""
    if any(getattr(selection.params, name) for name in form.parameters):
        return True
    return form.name == "year" and any(c.is_date for c in selection.understood.conditions)


class Counts:
    """How often each value occurs among the results, leaving some parameters out."""

    def __init__(self, selection: Selection, leaving_out: tuple[str, ...]):
        records = selection.records(leaving_out=leaving_out).order_by("-search_id")
        newest = list(records.values_list("pk", flat=True)[: MOST + 1])
        self.is_exact = len(newest) <= MOST
        these = engines.for_connection(connection).these(newest[:MOST])
        self._newest = RawSQL(*these)  # noqa: S611 - of our own
        self._subjects = selection.subjects
        self.of: dict[str, Counter] = defaultdict(Counter)
        self._count_columns()
        self._count_mentions()

    def _count_columns(self) -> None:
        rows = PublicRecord.objects.filter(pk__in=self._newest).order_by()
        # Cut from the text: SQLite would call Python for the year of every row.
        rows = rows.annotate(year=Substr(Cast("sort_date", CharField()), 1, 4))
        for *values, total in rows.values_list(*COLUMNS).annotate(total=Count("pk")):
            for name, value in zip(COLUMNS, values, strict=True):
                if value:
                    self.of[name][self._subjects.standing(TYPES.get(name), value)] += total

    def _count_mentions(self) -> None:
        rows = Mention.objects.filter(record__in=self._newest, type__in=MENTIONED.values())
        rows = rows.annotate(standing=self._subjects.standing_slug())
        rows = rows.values_list("type", "standing")
        for type, slug, total in rows.annotate(total=Count("record", distinct=True)):
            self.of[type][slug] += total


class Table:
    """One facet in the making: which of its values are shown, still without their names."""

    def __init__(self, form: Form, counts: Counts, selection: Selection):
        self.form, self.counts = form, counts
        self.chosen = _chosen(form, selection)
        counter = counts.of[form.name]
        shown = [value for value, _ in counter.most_common(form.most)]
        shown += [value for value in self.chosen if value in counter and value not in shown]
        self.values = {value: counter[value] for value in shown}

    def facet(self, names: dict[tuple[str, str], str]) -> Facet:
        form, known = self.form, KNOWN.get(self.form.name, {})
        choices = [
            Choice(
                value=f"{FAMILY}{value}" if form.name == "family" else value,
                label=known.get(value) or names.get((TYPES.get(form.name), value), value),
                count=count,
                is_chosen=value in self.chosen,
            )
            for value, count in self.values.items()
        ]
        choices.sort(key=lambda choice: (-choice.count, str(choice.label)))
        if form.name == "year":
            choices.sort(key=lambda choice: choice.value, reverse=True)
        return Facet(form.name, form.parameters[0], form.label, choices, self.counts.is_exact)


def _chosen(form: Form, selection: Selection) -> set[str]:
    """The values of a facet that the search already asks for."""
    params = selection.params
    if form.name == "year":
        return _chosen_year(params)
    given = getattr(params, form.parameters[0])
    if form.name == "family":
        return {code.removeprefix(FAMILY) for code in given if code not in kinds.KINDS}
    return {selection.subjects.standing(TYPES.get(form.name), value) for value in given}


def _chosen_year(params: SearchParams) -> set[str]:
    first, last = params.date_from, params.date_to
    if first and last and (first, last) == (date(first.year, 1, 1), date(first.year, 12, 31)):
        return {f"{first.year:04}"}
    return set()


def _slugs(tables: list[Table]) -> dict[str, set[str]]:
    """The slugs that need a name, by type of authority record."""
    slugs = defaultdict(set)
    for table in tables:
        if type := TYPES.get(table.form.name):
            slugs[type] |= set(table.values)
    return slugs
