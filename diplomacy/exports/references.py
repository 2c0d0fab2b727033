"""RIS of many records, for reference managers."""

from collections.abc import Iterator

from django.db.models import QuerySet

from diplomacy.models import PublicRecord
from diplomacy.reading.links import Links

from .chunks import chunks
from .citations import citable, cite


def ris(queryset: QuerySet[PublicRecord], *, is_oldest_first: bool = False) -> Iterator[str]:
    """A reference for every listed record of ``queryset``, newest first unless told.

    A fixed number of queries for every chunk of records, and no more than that in memory.
    """
    for rows in chunks(queryset, is_oldest_first=is_oldest_first):
        contents = [row.edition.content for row in rows]
        links = Links.for_contents(contents, reverse=False, are_current=True)
        for row in rows:
            yield cite("ris", citable(row, row.edition, links=links))
