"""Keeping what is derived from editions: public rows, mentions, names, words, full-text index.

Publishing calls ``put_many`` for the editions it appends, in its own transaction. ``rebuild`` does
the same for the whole archive and comes to the same result.
"""

from datetime import date, datetime

from django.db import connection
from django.db.models import Max

from diplomacy.models import Edition, Mention, PublicRecord
from diplomacy.vocabulary import LISTED, Named

from . import engines
from .derived import columns_of, namings_of, sort_date_of
from .fields import fields_of, indexed
from .names import put_names
from .words import put_words

DAY_SHIFT = 20
THROUGH_MEETING = "meeting"
"""The part a series has in a record that belongs to one of its meetings."""


def put_many(editions: list[Edition]) -> None:
    """Bring everything derived from the records of ``editions`` up to date with them.

    Each must be the last of its record. One that is no longer listed, whose content is next to
    nothing, leaves a bare row, so that its address can still answer.
    """
    old = PublicRecord.objects.in_bulk([edition.record_id for edition in editions])
    engine = engines.for_connection(connection)
    rows = put_rows(editions, old)
    for row in rows:
        before = old.get(row.pk)
        if before and (before.search_id != row.search_id or row.standing not in LISTED):
            engine.drop(before.search_id)
    put_texts([row for row in rows if row.standing in LISTED])


def put_texts(rows: list[PublicRecord]) -> None:
    """Index the texts of listed records, and keep their words."""
    engine, words = engines.for_connection(connection), set()
    for row in rows:
        tokens, its_words = indexed(fields_of(row.edition.content))
        engine.put(row.search_id, tokens)
        words |= its_words
    put_words(words)


def put_rows(editions: list[Edition], old: dict[int, PublicRecord]) -> list[PublicRecord]:
    """Write the public rows and the mentions of the editions' records, not the index.

    ``old`` holds, by key, the rows that stand.
    """
    first_days, free = _first_published_at(editions), _FreeIds()
    rows = [_row(edition, old.get(edition.record_id), first_days, free) for edition in editions]
    PublicRecord.objects.bulk_create(row for row in rows if row.pk not in old)
    for row in rows:
        if row.pk in old:
            row.save(force_update=True)
    _replace_mentions(rows, old)
    _pass_on_series(rows)
    return rows


def _row(
    edition: Edition, old: PublicRecord | None, first_days: dict[int, datetime], free: "_FreeIds"
) -> PublicRecord:
    first = old.first_published_at if old else first_days[edition.record_id]
    sort_date = sort_date_of(edition.content, otherwise=first.date())
    return PublicRecord(
        record_id=edition.record_id,
        edition=edition,
        standing=edition.standing,
        search_id=_search_id(sort_date.day, old, free),
        sort_date=sort_date.day,
        date_value=sort_date.value,
        date_basis=sort_date.basis,
        first_published_at=first,
        changed_at=edition.at,
        **columns_of(edition.content),
    )


def first_id(day: date) -> int:
    """The smallest search id of a day."""
    return day.toordinal() << DAY_SHIFT


def last_id(day: date) -> int:
    """The greatest search id of a day."""
    return first_id(day) + (1 << DAY_SHIFT) - 1


class _FreeIds(dict):
    """The next free search id of each day asked for."""

    def __missing__(self, day: date) -> int:
        that_day = PublicRecord.objects.filter(search_id__range=(first_id(day), last_id(day)))
        greatest = that_day.aggregate(id=Max("search_id"))["id"]
        return first_id(day) if greatest is None else greatest + 1

    def take(self, day: date) -> int:
        """A free id of that day, free no longer."""
        taken = self[day]
        self[day] = taken + 1
        return taken


def _search_id(day: date, old: PublicRecord | None, free: _FreeIds) -> int:
    """The id the record has, if it is of that day; else the next free one of the day."""
    if old and first_id(day) <= old.search_id <= last_id(day):
        return old.search_id
    return free.take(day)


def _first_published_at(editions: list[Edition]) -> dict[int, datetime]:
    """When each record was first published."""
    firsts = {edition.record_id: edition.at for edition in editions if edition.n == 1}
    others = [edition.record_id for edition in editions if edition.n > 1]
    if others:
        earliest = Edition.objects.filter(record__in=others, n=1)
        firsts |= dict(earliest.values_list("record", "entry__at"))
    return firsts


def _replace_mentions(rows: list[PublicRecord], old: dict[int, PublicRecord]) -> None:
    Mention.objects.filter(record__in=[row.pk for row in rows if row.pk in old]).delete()
    mentions = [
        Mention(record=row, **naming._asdict())
        for row in rows
        if row.standing in LISTED
        for naming in sorted(namings_of(row.edition.content))
    ]
    Mention.objects.bulk_create(mentions)
    put_names((mention.type, mention.slug) for mention in mentions)


def _pass_on_series(rows: list[PublicRecord]) -> None:
    """What belongs to a meeting is found under the meeting's series, as long as it has one."""
    meetings = [row.uid for row in rows if row.type == "dialogue"]
    followers = PublicRecord.objects.listed().filter(dialogue_uid__in=meetings)
    followers = {row.pk: row.dialogue_uid for row in rows if _follows(row)} | dict(
        followers.values_list("pk", "dialogue_uid")
    )
    if not followers:
        return
    passed_on = Mention.objects.filter(type=Named.SERIES, role=THROUGH_MEETING)
    passed_on.filter(record__in=followers).delete()
    series = _series_of_meetings(set(followers.values()))
    Mention.objects.bulk_create(
        Mention(record_id=key, type=Named.SERIES, slug=slug, role=THROUGH_MEETING)
        for key, uid in followers.items()
        for slug in series.get(uid, ())
    )


def _follows(row: PublicRecord) -> bool:
    return bool(row.dialogue_uid) and row.standing in LISTED


def _series_of_meetings(uids: set[str]) -> dict[str, list[str]]:
    """The series of each of the meetings, by uid."""
    own = Mention.objects.filter(record__uid__in=uids, type=Named.SERIES, role="")
    series = {}
    for uid, slug in own.values_list("record__uid", "slug"):
        series.setdefault(uid, []).append(slug)
    return series
