"""Full-text engines behind one door: ``for_connection(connection)``."""

from .base import Engine, IndexRow, Match, Query
from .postgresql import PostgresqlEngine
from .sqlite import SqliteEngine

__all__ = ["Engine", "IndexRow", "Match", "Query", "for_connection"]

ENGINES = {"sqlite": SqliteEngine, "postgresql": PostgresqlEngine}


def for_connection(connection) -> Engine:
    """The engine of this database. Raises KeyError for a database that has none."""
    return ENGINES[connection.vendor](connection)
