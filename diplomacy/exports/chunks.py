"""Public records by the hundred, by date, however many there are."""

from collections.abc import Iterator

from django.db.models import QuerySet

from diplomacy.models import PublicRecord

CHUNK = 200


def chunks(
    queryset: QuerySet[PublicRecord], *, is_oldest_first: bool = False
) -> Iterator[list[PublicRecord]]:
    """The listed records of ``queryset`` with their editions, newest first unless told.

    One query for every ``CHUNK``, and no more than that in memory.
    """
    order, beyond = ("search_id", "gt") if is_oldest_first else ("-search_id", "lt")
    remaining = queryset.listed().order_by(order).select_related("edition__entry")
    rows = list(remaining[:CHUNK])
    while rows:
        yield rows
        rows = list(remaining.filter(**{f"search_id__{beyond}": rows[-1].search_id})[:CHUNK])
