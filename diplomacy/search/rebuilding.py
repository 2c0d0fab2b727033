"""Deriving everything anew from the editions: resumable, a batch in memory at a time."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from django.db import connection, transaction

from diplomacy.models import LedgerHead, PublicRecord, Record, SearchName, SearchWord

from . import engines
from .index import put_rows, put_texts

ROWS, INDEX = "rows", "index"
BEYOND_ALL = 2**62


class Progress(NamedTuple):
    """How far a rebuild is; ``resume`` is what to give to carry on from here."""

    step: str
    done: int
    total: int
    resume: str


def is_needed() -> bool:
    """Whether records are public of which nothing is known but the index: after an upgrade."""
    return PublicRecord.objects.exists() and not SearchWord.objects.exists()


def rebuild(
    progress: Callable[[Progress], None] = lambda progress: None,
    *,
    batch: int = 200,
    resume: str = "",
) -> int:
    """Derive rows, mentions, names, words and index from the editions; returns how many records
    are indexed.

    First every row, in order of records; then the index, in order of dates, which is the order
    it is quickest to write in. Each batch is a transaction of its own, and readers find what
    stands in the index meanwhile. ``resume`` is the last ``Progress.resume`` of a run that was
    stopped. Raises ValueError when it is anything else.
    """
    step, after = _read(resume)
    if step == ROWS:
        _forget(after)
        for last, done in _in_batches(_put_rows, after, batch):
            total = Record.objects.filter(last_edition__isnull=False).count()
            progress(Progress(ROWS, done, total, f"{ROWS}:{last}"))
        after = 0
    for last, done in _in_batches(_put_index, after, batch):
        total = PublicRecord.objects.listed().count()
        progress(Progress(INDEX, done, total, f"{INDEX}:{last}"))
    engines.for_connection(connection).tidy()
    return PublicRecord.objects.listed().count()


def _forget(after: int) -> None:
    """Empty what is only ever added to, where a rebuild begins at its beginning."""
    if not after:
        SearchName.objects.all().delete()
        SearchWord.objects.all().delete()


def _read(resume: str) -> tuple[str, int]:
    step, _, after = (resume or f"{ROWS}:0").partition(":")
    if step not in (ROWS, INDEX) or not (after.isascii() and after.isdigit()):
        raise ValueError(f"“{resume}” does not say where to resume: take it from an earlier run.")
    return step, int(after)


def _in_batches(work: Callable[[int, int], list[int]], after: int, batch: int) -> Iterable:
    """Run ``work(after, batch)`` until a batch is not full; yields the last key and the count."""
    done = 0
    while True:
        with transaction.atomic():
            # The ledger's lock: nothing is published between reading a batch and writing it.
            LedgerHead.objects.select_for_update().first()
            keys = work(after, batch)
        if keys:
            after, done = keys[-1], done + len(keys)
            yield after, done
        if len(keys) < batch:
            return


def _put_rows(after: int, batch: int) -> list[int]:
    records = Record.objects.filter(pk__gt=after, last_edition__isnull=False).order_by("pk")
    records = list(records.select_related("last_edition__entry")[:batch])
    rows = PublicRecord.objects.in_bulk([record.pk for record in records])
    put_rows([record.last_edition for record in records], rows)
    return [record.pk for record in records]


def _put_index(after: int, batch: int) -> list[int]:
    engine = engines.for_connection(connection)
    listed = PublicRecord.objects.listed().filter(search_id__gt=after).order_by("search_id")
    rows = list(listed.select_related("edition")[:batch])
    put_texts(rows)
    ids = [row.search_id for row in rows]
    upto = ids[-1] if len(ids) == batch else BEYOND_ALL
    for stray in set(engine.ids(after, upto)) - set(ids):
        engine.drop(stray)
    return ids
