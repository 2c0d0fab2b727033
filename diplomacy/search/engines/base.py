"""What goes into an index and what is asked of it, in words that every engine understands."""

from dataclasses import dataclass, field
from typing import NamedTuple

from django.utils.functional import Promise


class IndexRow(NamedTuple):
    """The tokens of one record, each field in reading order, weightiest field first.

    ``other_forms`` holds, in no order, what single words must be found by besides: a phrase is
    never looked for there.
    """

    title: list[str]
    names: list[str]
    summary: list[str]
    body: list[str]
    other_forms: list[str]


@dataclass(frozen=True)
class Match:
    """Tokens that follow one another; where ``is_prefix``, the last is a beginning only."""

    tokens: tuple[str, ...]
    is_prefix: bool = False


@dataclass(frozen=True)
class Query:
    """Of every group in ``wanted`` at least one must match, and none of ``unwanted``."""

    wanted: tuple[tuple[Match, ...], ...] = ()
    unwanted: tuple[Match, ...] = ()
    ignored: tuple[str | Promise, ...] = field(default=(), compare=False)
    """What of the reader's words was left out, in sentences for the reader."""

    @property
    def sought(self) -> tuple[Match, ...]:
        """All that may be highlighted."""
        return tuple(match for group in self.wanted for match in group)


class Engine:
    """One database's full-text index. Its table is made by a migration.

    Every method works in the caller's transaction. ``matching`` and ``rank`` need a query with
    something in ``wanted``. A word in the title weighs 10, in the summary 6, in the names 4, in
    the body 1.
    """

    def __init__(self, connection):
        self.connection = connection

    def put(self, search_id: int, row: IndexRow) -> None:
        """Index a record, in place of what stood under the same id."""
        raise NotImplementedError

    def drop(self, search_id: int) -> None:
        """Take a record out; nothing happens where it is not in."""
        raise NotImplementedError

    def clear(self) -> None:
        """Empty the index."""
        raise NotImplementedError

    def tidy(self) -> None:
        """Put the index in order after many changes."""
        raise NotImplementedError

    def ids(self, above: int, upto: int) -> list[int]:
        """What is in the index between two ids (above < id <= upto)."""
        raise NotImplementedError

    def these(self, ids: list[int]) -> tuple[str, list]:
        """A SELECT that gives ``ids`` themselves, however many, with its parameters."""
        raise NotImplementedError

    def matching(self, query: Query) -> tuple[str, list]:
        """A SELECT of the ids that match, with its parameters."""
        raise NotImplementedError

    def rank(self, query: Query, ids: list[int]) -> list[int]:
        """Those of ``ids`` that match, best first; of equals the newest first."""
        raise NotImplementedError

    def _run(self, sql: str, params: list) -> None:
        with self.connection.cursor() as cursor:
            cursor.execute(sql, params)

    def _column(self, sql: str, params: list) -> list[int]:
        with self.connection.cursor() as cursor:
            cursor.execute(sql, params)
            return [row[0] for row in cursor.fetchall()]
