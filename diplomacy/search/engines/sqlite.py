"""SQLite FTS5 over analysed tokens.

The table's own tokenizer is ``ascii``, which splits at blanks alone as far as our tokens go: it
takes every character beyond ASCII for part of a word, where ``unicode61`` would split tokens at
vowel signs and at letters younger than its tables.
"""

import json

from .base import Engine, IndexRow, Match, Query

MERGE = "optimize"
IN_READING_ORDER = "{title names summary body}"


class SqliteEngine(Engine):
    """One FTS5 table whose rowid is the search id."""

    def put(self, search_id: int, row: IndexRow) -> None:
        self._run(
            "INSERT OR REPLACE INTO diplomacy_searchindex"
            " (rowid, title, names, summary, body, other_forms) VALUES (%s, %s, %s, %s, %s, %s)",
            [search_id, *map(" ".join, row)],
        )

    def drop(self, search_id: int) -> None:
        self._run("DELETE FROM diplomacy_searchindex WHERE rowid = %s", [search_id])

    def clear(self) -> None:
        self._run("DELETE FROM diplomacy_searchindex", [])

    def tidy(self) -> None:
        self._run("INSERT INTO diplomacy_searchindex (diplomacy_searchindex) VALUES (%s)", [MERGE])

    def ids(self, above: int, upto: int) -> list[int]:
        return self._column(
            "SELECT rowid FROM diplomacy_searchindex WHERE rowid > %s AND rowid <= %s",
            [above, upto],
        )

    def these(self, ids: list[int]) -> tuple[str, list]:
        return "SELECT value FROM json_each(%s)", [json.dumps(ids)]

    def matching(self, query: Query) -> tuple[str, list]:
        return (
            "SELECT rowid FROM diplomacy_searchindex WHERE diplomacy_searchindex MATCH %s",
            [expression(query)],
        )

    def rank(self, query: Query, ids: list[int]) -> list[int]:
        if not ids:
            return []
        # The range lets FTS5 skip what is older or newer; "+" keeps it from starting a search of
        # its own for every id. `ORDER BY bm25(...)` is faster than `ORDER BY rank`.
        return self._column(
            "SELECT rowid FROM diplomacy_searchindex WHERE diplomacy_searchindex MATCH %s"
            " AND rowid BETWEEN %s AND %s AND +rowid IN (SELECT value FROM json_each(%s))"
            " ORDER BY bm25(diplomacy_searchindex, 10, 4, 6, 1, 1), rowid DESC",
            [expression(query), min(ids), max(ids), json.dumps(ids)],
        )


def expression(query: Query) -> str:
    """The query in FTS5's language. Every token is quoted; none holds a quote."""
    groups = " AND ".join(_either(group) for group in query.wanted)
    return f"({groups}) NOT {_either(query.unwanted)}" if query.unwanted else groups


def _either(matches: tuple[Match, ...]) -> str:
    return "(" + " OR ".join(map(_match, matches)) + ")"


def _match(match: Match) -> str:
    phrase = f'"{" ".join(match.tokens)}"' + (" *" if match.is_prefix else "")
    return f"{IN_READING_ORDER} : {phrase}" if len(match.tokens) > 1 else phrase
