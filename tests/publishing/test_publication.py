"""Many records are published under one lock by the rule for one; who is refused stops no other."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from diplomacy import publishing
from diplomacy.models import (
    Edition,
    LedgerEntry,
    LedgerHead,
    Mention,
    PublicRecord,
    Record,
    RecordAction,
)
from diplomacy.publishing import Refused, editions
from tests.factories import (
    add_person,
    add_topic,
    make_commitment,
    make_dialogue,
    make_document,
    make_person,
    make_published,
    make_series,
    make_topic,
    make_user,
)

pytestmark = pytest.mark.django_db


def test_records_of_every_type_are_published_together_in_the_order_given():
    editor, records = make_user(), [make_commitment(), make_document(), make_dialogue()]
    published = publishing.publish_many(records, by=editor)
    assert [edition.record_id for edition in published] == [record.pk for record in records]
    assert [edition.pk for edition in published] == [1, 2, 3]
    assert [record.last_edition for record in records] == published
    assert {record.state for record in records} == {"approved"}
    assert RecordAction.objects.filter(verb="publish", by=editor).count() == 3
    assert PublicRecord.objects.listed().count() == 3
    assert publishing.generation.current().number == 3
    verdict = publishing.verify_ledger()
    assert (verdict.entries, verdict.broken) == (3, None)


def test_who_is_refused_stays_as_it_was_and_stops_no_other():
    good, bare, ended = make_document(), make_document(authority=""), make_published()
    publishing.withdraw(ended, by=None, reason="Doubted.", keep_text=True)
    edition, missing, gone = publishing.publish_many([good, bare, ended], by=None)
    assert edition.n == 1
    assert isinstance(missing, Refused)
    assert missing.reasons == ["Say how near the text stands to the words it reports (authority)."]
    assert gone.reasons == ["It was withdrawn, text kept. Restore it first."]
    assert Record.objects.get(pk=bare.pk).state == "draft"
    assert not bare.actions.exists()
    assert not Edition.objects.filter(record=bare.pk).exists()


def test_what_the_public_reads_already_makes_no_edition_among_others_that_do():
    same, changed = make_published(), make_published("Old")
    Record.objects.filter(pk=changed.pk).update(title="New")
    before = same.last_edition
    kept, new = publishing.publish_many([same, changed], by=None)
    assert (kept, kept.n) == (before, 1)
    assert (new.n, new.content["title"]) == (2, "New")
    assert LedgerEntry.objects.count() == 3


def test_what_fails_on_the_way_undoes_all(monkeypatch):
    make_published()
    head = LedgerHead.objects.values().get()

    def fail(editions):
        raise OSError("the disk is full")

    documents = [make_document(), make_document()]
    monkeypatch.setattr(editions.index, "put_many", fail)
    with pytest.raises(OSError, match="disk"):
        publishing.publish_many(documents, by=None)
    assert LedgerHead.objects.values().get() == head
    assert Edition.objects.count() == LedgerEntry.objects.count() == 1
    monkeypatch.undo()
    assert [edition.pk for edition in publishing.publish_many(documents, by=None)] == [2, 3]
    assert publishing.verify_ledger().broken is None


def test_a_text_finds_the_series_of_a_meeting_published_with_it():
    meeting = make_dialogue(series=make_series(slug="river"), ordinal=1)
    before, after = make_document(meeting=meeting), make_document(meeting=meeting)
    publishing.publish_many([before, meeting, after], by=None)
    through = Mention.objects.filter(type="series", slug="river", role="meeting")
    assert set(through.values_list("record", flat=True)) == {before.pk, after.pk}


def test_records_of_one_day_get_ids_of_their_own():
    publishing.publish_many([make_document(date="2024-05-16") for _ in range(3)], by=None)
    ids = list(PublicRecord.objects.values_list("search_id", flat=True))
    assert max(ids) - min(ids) == 2


def test_nothing_to_publish_is_nothing_done():
    assert publishing.publish_many([], by=None) == []
    assert not LedgerEntry.objects.exists()


def rich_document():
    document = make_document("Rich", "One.", "Two.", date="2024-05-16")
    add_person(document, make_person(), "speaker")
    add_topic(document, make_topic())
    return document


def test_reading_many_takes_no_more_queries_than_reading_one():
    one, many = [rich_document()], [rich_document() for _ in range(10)]
    publishing.publish_many([rich_document()], by=None)
    counts = []
    for records in (one, many):
        with CaptureQueriesContext(connection) as queries:
            publishing.publish_many(records, by=None)
        counts.append(sum(q["sql"].startswith("SELECT") for q in queries.captured_queries))
    assert counts[0] == counts[1]
