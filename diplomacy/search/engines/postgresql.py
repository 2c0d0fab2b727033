"""PostgreSQL: a weighted tsvector made of analysed tokens, with a GIN index.

The vector is written out token by token, so no text search configuration of the server's has a
say. Two limits of tsvector: positions stop at 16,383, and a token keeps its first 255 of them;
beyond that words are found, phrases are not.
"""

from .base import Engine, IndexRow, Match, Query

LETTERS = IndexRow(title="A", names="C", summary="B", body="D", other_forms="")
LAST_POSITION = 16_383
MOST_POSITIONS = 255


class PostgresqlEngine(Engine):
    """One table: search id and vector."""

    def put(self, search_id: int, row: IndexRow) -> None:
        self._run(
            "INSERT INTO diplomacy_searchindex (search_id, vector) VALUES (%s, %s::tsvector)"
            " ON CONFLICT (search_id) DO UPDATE SET vector = excluded.vector",
            [search_id, vector(row)],
        )

    def drop(self, search_id: int) -> None:
        self._run("DELETE FROM diplomacy_searchindex WHERE search_id = %s", [search_id])

    def clear(self) -> None:
        self._run("DELETE FROM diplomacy_searchindex", [])

    def tidy(self) -> None:
        self._run("ANALYZE diplomacy_searchindex, diplomacy_publicrecord, diplomacy_mention", [])

    def ids(self, above: int, upto: int) -> list[int]:
        return self._column(
            "SELECT search_id FROM diplomacy_searchindex WHERE search_id > %s AND search_id <= %s",
            [above, upto],
        )

    def these(self, ids: list[int]) -> tuple[str, list]:
        return "SELECT unnest(%s::bigint[])", [ids]

    def matching(self, query: Query) -> tuple[str, list]:
        # Materialised, or the planner may read the vector of every record instead of the index.
        return (
            "WITH matched AS MATERIALIZED"
            " (SELECT search_id FROM diplomacy_searchindex WHERE vector @@ %s::tsquery)"
            " SELECT search_id FROM matched",
            [expression(query)],
        )

    def rank(self, query: Query, ids: list[int]) -> list[int]:
        # The weights are those of D (body), C (names), B (summary), A (title).
        return self._column(
            "SELECT search_id FROM diplomacy_searchindex"
            " WHERE search_id = ANY(%s) AND vector @@ %s::tsquery ORDER BY"
            " ts_rank('{0.1, 0.4, 0.6, 1.0}', vector, %s::tsquery) DESC, search_id DESC",
            [ids, expression(query), expression(query)],
        )


def vector(row: IndexRow) -> str:
    """The row as tsvector input: each token with its weighted positions, other forms bare.

    A position is left free between two fields, so that no phrase reaches over their border.
    """
    places: dict[str, list[str]] = {}
    free = 1
    for tokens, letter in zip(row[:-1], LETTERS[:-1], strict=True):
        for position, token in enumerate(tokens, free):
            found = places.setdefault(token, [])
            if position <= LAST_POSITION and len(found) < MOST_POSITIONS:
                found.append(f"{position}{letter}")
        free += len(tokens) + 1
    for token in row.other_forms:
        places.setdefault(token, [])
    return " ".join(_quoted(token) + _places(found) for token, found in places.items())


def _places(found: list[str]) -> str:
    return ":" + ",".join(found) if found else ""


def expression(query: Query) -> str:
    """The query in tsquery's language. Every token is quoted."""
    groups = " & ".join(_either(group) for group in query.wanted)
    return f"({groups}) & !{_either(query.unwanted)}" if query.unwanted else groups


def _either(matches: tuple[Match, ...]) -> str:
    return "(" + " | ".join(map(_match, matches)) + ")"


def _match(match: Match) -> str:
    phrase = " <-> ".join(map(_quoted, match.tokens))
    return f"({phrase}{':*' if match.is_prefix else ''})"


def _quoted(token: str) -> str:
    return f"'{token}'"
