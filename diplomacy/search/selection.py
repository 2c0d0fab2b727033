"""Which records a search selects: visibility first, then filters, then words."""

from functools import cached_property

from django.db import connection
from django.db.models import Q, QuerySet
from django.db.models.expressions import RawSQL

from diplomacy.models import PublicRecord
from diplomacy.vocabulary import Named

from . import engines
from .conditions import in_languages
from .engines import Query
from .index import first_id, last_id
from .operators import SAID_BY
from .params import DATE_PARAMETERS, NEWEST, OLDEST, RELEVANCE, SearchParams, kinds_of
from .subjects import Subjects
from .understanding import Understood, understand

BY_MENTION = {
    "series": Named.SERIES,
    "topic": Named.TOPIC,
    "country": Named.COUNTRY,
    "person": Named.PERSON,
    "organisation": Named.ORGANISATION,
    "initiative": Named.INITIATIVE,
    "outlet": Named.OUTLET,
}
"""Parameters that ask for what a record names, and the type of authority record each means."""


class Selection:
    """The records that a search's parameters select. Makes queries only when they are used."""

    def __init__(self, params: SearchParams, subjects: Subjects | None = None):
        self.params = params
        self.subjects = subjects or Subjects()

    @cached_property
    def understood(self) -> Understood:
        """What ``q`` asks: words and conditions."""
        return understand(self.params.q, is_exact=self.params.exact, subjects=self.subjects)

    @property
    def query(self) -> Query:
        """The words, widened."""
        return self.understood.query

    @property
    def speakers(self) -> set[str]:
        """The codes of the people whose words are asked for by a condition."""
        conditions = self.understood.conditions
        asked = [c for c in conditions if c.field == SAID_BY and not c.is_negative]
        labels = {label for condition in asked for label in condition.labels}
        return self.subjects.all_slugs(Named.PERSON, labels) if labels else set()

    @property
    def order(self) -> str:
        """The order results come in; by relevance only where there is something to be found."""
        sort = self.params.sort
        if sort in (NEWEST, OLDEST):
            return sort
        return RELEVANCE if self.query.wanted else NEWEST

    def records(self, *, leaving_out: tuple[str, ...] = ()) -> QuerySet:
        """Queryset of the public records; ``leaving_out`` names parameters that shall not count.

        Where it names dates, conditions on dates within ``q`` do not count either.
        """
        params = self.params.without(*leaving_out)
        records = self._by_columns(PublicRecord.objects.listed(), params)
        for name, type in BY_MENTION.items():
            if slugs := getattr(params, name):
                records = records.mentioning(type, self.subjects.all_slugs(type, slugs))
        for condition in self.understood.conditions:
            if not (condition.is_date and set(DATE_PARAMETERS) <= set(leaving_out)):
                records = records.filter(condition.asks)
        return self._by_words(records)

    def _by_columns(self, records: QuerySet, params: SearchParams) -> QuerySet:
        conditions = Q()
        if params.kind:
            conditions &= Q(kind__in=kinds_of(params.kind))
        if params.authority:
            conditions &= Q(authority__in=params.authority)
        if params.held:
            conditions &= Q(held__in=params.held)
        if params.side:
            conditions &= Q(side__in=self.subjects.all_slugs(Named.COUNTRY, params.side))
        if params.date_from:
            conditions &= Q(search_id__gte=first_id(params.date_from))
        if params.date_to:
            conditions &= Q(search_id__lte=last_id(params.date_to))
        return records.filter(conditions & in_languages(params.language))

    def _by_words(self, records: QuerySet) -> QuerySet:
        query = self.query
        if query.wanted:
            return records.filter(search_id__in=_matching(query))
        if query.unwanted:
            return records.exclude(search_id__in=_matching(Query((query.unwanted,))))
        return records


def _matching(query: Query) -> RawSQL:
    return RawSQL(*engines.for_connection(connection).matching(query))  # noqa: S611 - of our own


def matching(query: Query) -> QuerySet:
    """The listed records that hold what ``query`` wants, which must be something."""
    return PublicRecord.objects.listed().filter(search_id__in=_matching(query))
