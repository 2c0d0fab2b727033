"""A page of what a search finds, honestly counted and ranked."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from diplomacy.models import PublicRecord

from .cursors import Cursor
from .engines import Query
from .params import NEWEST, OLDEST, RELEVANCE, BadParameter, SearchParams
from .ranking import best_first
from .selection import Selection
from .understanding import Understood

MOST = 10_000
"""Beyond so many results none is counted, and no page reaches."""
WINDOW = 2_000
"""Of so many results, the newest, the best are put first; older ones follow by date."""


class NoSuchPage(BadParameter):
    """A page before the first or beyond the last."""


@dataclass(frozen=True)
class Results:
    """One page of records, best or newest first as asked."""

    records: list[PublicRecord]
    total: int
    is_exact: bool
    """False where ``total`` is only the least there are."""
    page: int
    pages: int
    order: str
    understood: Understood

    @property
    def query(self) -> Query:
        """The words as they were understood; ``query.ignored`` says what was not."""
        return self.understood.query


@dataclass(frozen=True)
class Slice:
    """Some records, and the cursors of what comes after and before (or "")."""

    records: list[PublicRecord]
    next: str
    previous: str
    order: str
    understood: Understood

    @property
    def query(self) -> Query:
        """The words as they were understood; ``query.ignored`` says what was not."""
        return self.understood.query


def search(params: SearchParams, **page) -> Results:
    """A numbered page of results. Raises ``NoSuchPage`` for one that is not there."""
    return page_of(Selection(params), **page)


def page_of(selection: Selection, *, limit: int = 20, page: int = 1) -> Results:
    """The same of a selection.

    Takes one query for filters by what is named, one for the results, up to three for their
    rank and one for their rows, however many there are, beside what ``understand`` takes.
    """
    ids = _ids(selection)
    total = min(len(ids), MOST)
    pages = max(1, -(-total // limit))
    if not 1 <= page <= pages:
        raise NoSuchPage(
            "page",
            _("There is no page %(page)s; the last is %(last)s.") % {"page": page, "last": pages},
        )
    return Results(
        records=_rows(ids[:MOST][(page - 1) * limit : page * limit]),
        total=total,
        is_exact=len(ids) <= MOST,
        page=page,
        pages=pages,
        order=selection.order,
        understood=selection.understood,
    )


def walk(params: SearchParams, *, limit: int = 20, cursor: str = "") -> Slice:
    """Results from a cursor on, uncounted. Raises ``BadParameter`` for a cursor of another kind.

    By date the cursor holds the last record's place, so nothing is given twice or left out while
    records are added; by relevance it holds a number of results, of which there are 10,000.
    """
    return slice_of(Selection(params), limit=limit, cursor=cursor)


def slice_of(selection: Selection, *, limit: int = 20, cursor: str = "") -> Slice:
    """The same of a selection."""
    at = Cursor.read(cursor, order=selection.order) if cursor else None
    if selection.order == RELEVANCE:
        return _slice_by_rank(selection, at, limit)
    return _slice_by_date(selection, at, limit)


def _ids(selection: Selection) -> list[int]:
    """Ids of the results in the order asked, one more than ``MOST`` where there are more."""
    by_date = "search_id" if selection.order == OLDEST else "-search_id"
    records = selection.records().order_by(by_date)
    ids = list(records.values_list("search_id", flat=True)[: MOST + 1])
    if selection.order != RELEVANCE:
        return ids
    return best_first(selection.understood, ids[:WINDOW]) + ids[WINDOW:]


def _slice_by_rank(selection: Selection, at: Cursor | None, limit: int) -> Slice:
    ids, start = _ids(selection)[:MOST], at.key if at else 0
    following = Cursor(RELEVANCE, start + limit).write() if start + limit < len(ids) else ""
    before = Cursor(RELEVANCE, max(0, start - limit)).write() if start else ""
    rows = _rows(ids[start : start + limit])
    return Slice(rows, following, before, RELEVANCE, selection.understood)


def _slice_by_date(selection: Selection, at: Cursor | None, limit: int) -> Slice:
    order = selection.order
    is_back = at is not None and at.is_back
    goes_down = (order == NEWEST) != is_back
    records = selection.records().order_by("-search_id" if goes_down else "search_id")
    if at:
        beyond = "search_id__lt" if goes_down else "search_id__gt"
        records = records.filter(**{beyond: at.key})
    rows = list(records[: limit + 1])
    has_more, rows = len(rows) > limit, rows[:limit]
    if is_back:
        rows.reverse()
    is_followed, is_preceded = (True, has_more) if is_back else (has_more, at is not None)
    return Slice(
        rows,
        Cursor(order, rows[-1].search_id).write() if rows and is_followed else "",
        Cursor(order, rows[0].search_id, is_back=True).write() if rows and is_preceded else "",
        order,
        selection.understood,
    )


def _rows(ids: list[int]) -> list[PublicRecord]:
    rows = PublicRecord.objects.in_bulk(ids, field_name="search_id")
    return [rows[id] for id in ids if id in rows]
