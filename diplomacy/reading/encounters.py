"""Who met whom: people of different countries at one table, by what meetings say of them.

Met has who chaired or took part in a meeting that was held, and only where the archive knows the
country of both. A meeting that gives no day is not counted: it could not be placed in time.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.db import connection
from django.db.models import F, QuerySet

from diplomacy.models import Country, Mention, Person, PublicRecord
from diplomacy.vocabulary import MeetingStatus, Named

from . import named

MOST_MEETINGS = 1_500
"""How many meetings of the pairs on one page are looked up, the latest."""

PAIRED = """
    SELECT {columns}
    FROM {mentions} AS seat
    JOIN {records} AS meeting ON meeting.record_id = seat.record_id
    JOIN {mentions} AS opposite ON opposite.record_id = seat.record_id
    JOIN {people} AS one_named ON one_named.slug = seat.slug
    LEFT JOIN {people} AS one ON one.id = one_named.merged_into_id
    JOIN {people} AS other_named ON other_named.slug = opposite.slug
    LEFT JOIN {people} AS other ON other.id = other_named.merged_into_id
    WHERE seat.type = 'person' AND seat.role IN ('chair', 'participant')
      AND opposite.type = 'person' AND opposite.role IN ('chair', 'participant')
      AND seat.record_id IN ({meetings})
      AND COALESCE(one.country_id, one_named.country_id) IN ({countries})
      AND COALESCE(other.country_id, other_named.country_id) IN ({countries})
      AND {where}
"""
"""Every two people of public countries at one table, each followed one merge on.

Written by hand: the ORM cannot join by a slug, and as many subqueries as there are pairs, tens of
thousands, take seconds.
"""
ONE, OTHER = "COALESCE(one.slug, one_named.slug)", "COALESCE(other.slug, other_named.slug)"
ITS = "COALESCE(one.country_id, one_named.country_id)"
THEIRS = "COALESCE(other.country_id, other_named.country_id)"
TABLES = {
    "mentions": Mention._meta.db_table,
    "records": PublicRecord._meta.db_table,
    "people": Person._meta.db_table,
}


def _held() -> QuerySet:
    """Meetings that took place on a day that is known."""
    rows = PublicRecord.objects.meetings().filter(edition__content__status=MeetingStatus.HELD)
    return rows.exclude(date_value="").order_by()


def _rows(sql: str, params: Iterable) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(sql, list(params))
        return cursor.fetchall()


@dataclass(frozen=True)
class Pairs:
    """Pairs of people of two countries, those who met most often first; to be cut into pages.

    Rows are ``{one, other, total, first, last}``: slugs, how many meetings, first and last day.
    Counting and cutting take a query each, beside one for the countries.
    """

    meetings: QuerySet
    countries: Collection[str] = ()
    """If any, one of the two must be of these."""
    person: str = ""
    """If given, ``one`` is this person, and each pair is not told from both its sides."""

    def count(self) -> int:
        sql, params = self._sql(f"DISTINCT {ONE}, {OTHER}")
        return _rows(f"SELECT COUNT(*) FROM ({sql}) AS pairs", params)[0][0]  # noqa: S608 - ours

    def __getitem__(self, cut: slice) -> list[dict]:
        start = cut.start or 0
        days = "MIN(meeting.sort_date), MAX(meeting.sort_date)"
        sql, params = self._sql(f"{ONE}, {OTHER}, COUNT(DISTINCT meeting.record_id), {days}")
        sql += "GROUP BY 1, 2 ORDER BY 3 DESC, 5 DESC, 1, 2 LIMIT %s OFFSET %s"
        return [
            {"one": one, "other": other, "total": total, "first": _day(first), "last": _day(last)}
            for one, other, total, first, last in _rows(sql, [*params, cut.stop - start, start])
        ]

    def meetings_of(self, people: Collection[str]) -> list[tuple[int, str, str]]:
        """``(meeting, one, other)`` of the pairs among ``people``, latest first."""
        marks = _marks(people)
        sql, params = self._sql(
            f"DISTINCT meeting.record_id, {ONE}, {OTHER}, meeting.search_id",
            f"{ONE} IN ({marks}) AND {OTHER} IN ({marks})",
            [*people, *people],
        )
        found = _rows(f"{sql} ORDER BY 4 DESC LIMIT %s", [*params, MOST_MEETINGS])
        return [(meeting, one, other) for meeting, one, other, _id in found]

    def _sql(self, columns: str, where: str = "", given: Iterable = ()) -> tuple[str, list]:
        meetings, params = self.meetings.values("pk").query.sql_with_params()
        public = dict(self._public) or {0: ""}
        asked = [pk for pk, slug in public.items() if slug in self.countries]
        conditions = [where] if where else []
        given = list(given)
        if self.person:
            conditions += [f"{ONE} = %s AND {ITS} <> {THEIRS}"]
            given += [self.person]
        else:
            conditions += [f"{ITS} < {THEIRS}"]
        if self.countries:
            marks = _marks(asked or [0])
            conditions += [f"({ITS} IN ({marks}) OR {THEIRS} IN ({marks}))"]
            given += [*(asked or [0])] * 2
        sql = PAIRED.format(
            **TABLES,
            columns=columns,
            meetings=meetings,
            countries=_marks(public),
            where=" AND ".join(conditions),
        )
        return sql, [*params, *public, *public, *given]

    @cached_property
    def _public(self) -> list[tuple[int, str]]:
        """Key and slug of every public country."""
        return list(named.public(Country).values_list("pk", "slug"))


def _marks(values: Collection) -> str:
    return ", ".join(["%s"] * len(values))


def _day(value) -> date:
    """A day as PostgreSQL gives it; SQLite gives its text."""
    return date.fromisoformat(value) if isinstance(value, str) else value


def pairs(
    *, series: Collection[str] = (), countries: Collection[str] = (), year: int | None = None
) -> Pairs:
    """Pairs at one table, each once: in a series, with somebody of a country, in a year."""
    meetings = _held()
    if series:
        meetings = meetings.filter(series_slug__in=series)
    if year:
        meetings = meetings.filter(sort_date__year=year)
    return Pairs(meetings, countries)


def meetings_of(found: Pairs, rows: Collection[dict]) -> dict[tuple, list[PublicRecord]]:
    """The meetings of each pair ``(one, other)`` in ``rows`` of ``found``, oldest first.

    Each with its ``status``. Two queries.
    """
    if not rows:
        return {}
    wanted = {(row["one"], row["other"]) for row in rows}
    told = found.meetings_of(sorted({slug for pair in wanted for slug in pair}))
    told = [(meeting, (one, other)) for meeting, one, other in told if (one, other) in wanted]
    records = PublicRecord.objects.annotate(status=F("edition__content__status"))
    records = records.in_bulk({meeting for meeting, _pair in told})
    meetings = defaultdict(list)
    for meeting, pair in reversed(told):
        meetings[pair].append(records[meeting])
    return meetings


def met_by(person: Person, most: int) -> list[dict]:
    """``{other, total, first, last, meetings}``: whom a person met most often. Five queries."""
    own = Mention.objects.filter(type=Named.PERSON, slug__in=person.all_slugs())
    found = Pairs(_held().filter(pk__in=own.values("record")), person=person.slug)
    rows = found[:most]
    meetings = meetings_of(found, rows)
    return [row | {"meetings": meetings[row["one"], row["other"]]} for row in rows]


def countries_of(slugs: Collection[str]) -> dict[str, Country]:
    """The public country of each person, as it stands now, by the person's slug. Few queries."""
    people = Person.objects.filter(slug__in=slugs).exclude(country=None)
    of = dict(people.values_list("slug", "country"))
    shown = named.standing(Country.objects.filter(pk__in=of.values()))
    return {slug: shown[pk] for slug, pk in of.items() if pk in shown}
