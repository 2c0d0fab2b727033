"""Keeping what is derived from editions: public rows, mentions, and the full-text index.

Publishing calls ``put`` for every edition it appends, in its own transaction. ``rebuild`` does
the same for the whole archive and comes to the same result.
"""

from datetime import date

from django.db import connection
from django.db.models import Max

from diplomacy.models import Edition, Mention, PublicRecord
from diplomacy.vocabulary import LISTED, Named

from . import engines
from .derived import Naming, columns_of, namings_of, sort_date_of
from .fields import fields_of, tokens_of

DAY_SHIFT = 20
THROUGH_MEETING = "meeting"
"""The part a series has in a record that belongs to one of its meetings."""


def put(edition: Edition) -> PublicRecord:
    """Bring everything derived from ``edition``'s record up to date with it.

    ``edition`` must be the record's last. One that is no longer listed, whose content is next to
    nothing, leaves a bare row, so that its address can still answer.
    """
    old = PublicRecord.objects.filter(record=edition.record_id).first()
    public = put_row(edition, old)
    engine = engines.for_connection(connection)
    if old and (old.search_id != public.search_id or edition.standing not in LISTED):
        engine.drop(old.search_id)
    if edition.standing in LISTED:
        engine.put(public.search_id, tokens_of(fields_of(edition.content)))
    return public


def put_row(edition: Edition, old: PublicRecord | None) -> PublicRecord:
    """Write the public row and the mentions of ``edition``'s record, not the index.

    ``old`` is the row that stands, None where there is none.
    """
    content = edition.content
    first_published_at = old.first_published_at if old else _first_published_at(edition)
    sort_date = sort_date_of(content, otherwise=first_published_at.date())
    public = PublicRecord(
        record_id=edition.record_id,
        edition=edition,
        standing=edition.standing,
        search_id=_search_id(sort_date.day, old),
        sort_date=sort_date.day,
        date_value=sort_date.value,
        date_basis=sort_date.basis,
        first_published_at=first_published_at,
        changed_at=edition.at,
        **columns_of(content),
    )
    public.save(force_insert=old is None, force_update=old is not None)
    _replace_mentions(public, namings_of(content) if edition.standing in LISTED else set())
    if public.type == "dialogue":
        _pass_on_series(public)
    return public


def first_id(day: date) -> int:
    """The smallest search id of a day."""
    return day.toordinal() << DAY_SHIFT


def last_id(day: date) -> int:
    """The greatest search id of a day."""
    return first_id(day) + (1 << DAY_SHIFT) - 1


def _search_id(day: date, old: PublicRecord | None) -> int:
    """The id the record has, if it is of that day; else the next free one of the day."""
    if old and first_id(day) <= old.search_id <= last_id(day):
        return old.search_id
    that_day = PublicRecord.objects.filter(search_id__range=(first_id(day), last_id(day)))
    greatest = that_day.aggregate(id=Max("search_id"))["id"]
    return first_id(day) if greatest is None else greatest + 1


def _first_published_at(edition: Edition):
    editions = Edition.objects.filter(record=edition.record_id)
    return editions.order_by("n").values_list("entry__at", flat=True)[0]


def _replace_mentions(public: PublicRecord, namings: set[Naming]) -> None:
    if namings and public.dialogue_uid:
        namings |= _series_of_meeting(public.dialogue_uid)
    Mention.objects.filter(record=public).delete()
    Mention.objects.bulk_create(
        Mention(record=public, **naming._asdict()) for naming in sorted(namings)
    )


def _series_of_meeting(uid: str) -> set[Naming]:
    own = Mention.objects.filter(record__uid=uid, type=Named.SERIES, role="")
    return {
        Naming(Named.SERIES, slug, THROUGH_MEETING) for slug in own.values_list("slug", flat=True)
    }


def _pass_on_series(meeting: PublicRecord) -> None:
    """What belongs to a meeting is found under the meeting's series, as long as it has one."""
    followers = PublicRecord.objects.listed().filter(dialogue_uid=meeting.uid)
    Mention.objects.filter(
        record__dialogue_uid=meeting.uid, type=Named.SERIES, role=THROUGH_MEETING
    ).delete()
    Mention.objects.bulk_create(
        Mention(record=follower, **naming._asdict())
        for naming in _series_of_meeting(meeting.uid)
        for follower in followers
    )
