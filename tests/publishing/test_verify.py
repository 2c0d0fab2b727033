"""Verification finds the first entry that was altered, whatever was altered."""

import pytest
from django.db import connection

from diplomacy import publishing
from diplomacy.models import AppendOnlyError, Edition, LedgerEntry, LedgerHead, Record
from tests.factories import add_person, make_document, make_person, make_published, publish

pytestmark = pytest.mark.django_db


@pytest.fixture
def three_editions():
    return [make_published(f"Account {letter}").last_edition for letter in "abc"]


def alter(sql: str, *params) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql, params)


def test_a_sound_ledger_gives_its_head(three_editions):
    verdict = publishing.verify_ledger(batch=2)
    assert (verdict.entries, verdict.broken) == (3, None)
    assert verdict.head == three_editions[-1].entry.hash == LedgerHead.objects.get().hash


def test_an_empty_ledger_is_sound():
    assert publishing.verify_ledger().broken is None


@pytest.mark.parametrize(
    ("table", "column", "value", "reason"),
    [
        ("edition", "note", "another note", "its content was altered"),
        ("edition", "standing", "removed", "its content was altered"),
        ("edition", "content", '{"title": "Forged"}', "its content was altered"),
        ("ledgerentry", "event", "correction", "its own line was altered"),
        ("ledgerentry", "uid", "another", "its own line was altered"),
        ("ledgerentry", "at", "2020-01-01 00:00:00+00", "its own line was altered"),
        ("ledgerentry", "text_hash", "0" * 64, "its own line was altered"),
        ("ledgerentry", "previous_hash", "0" * 64, "it does not follow"),
    ],
)
def test_the_first_broken_entry_is_named(three_editions, table, column, value, reason):
    key = "entry_id" if table == "edition" else "number"
    alter(f"UPDATE diplomacy_{table} SET {column} = %s WHERE {key} = 2", value)
    verdict = publishing.verify_ledger(batch=2)
    assert verdict.broken == 2
    assert reason in verdict.reason


def test_a_missing_last_entry_is_noticed(three_editions):
    LedgerHead.objects.update(number=4)
    verdict = publishing.verify_ledger()
    assert (verdict.broken, verdict.reason) == (4, "the entries after this one are missing")


def test_a_text_that_stands_in_another_records_history_is_noticed(three_editions):
    never_published = make_document().pk
    alter("UPDATE diplomacy_edition SET record_id = %s WHERE entry_id = 2", never_published)
    verdict = publishing.verify_ledger()
    assert (verdict.broken, verdict.reason) == (2, "its content stands under another name")


def test_a_form_under_another_name_is_noticed():
    person, document = make_person(), make_document()
    add_person(document, person)
    publish(document)
    publishing.record_authority_change(person, by=None)
    alter("UPDATE diplomacy_authorityedition SET slug = %s", "another")
    verdict = publishing.verify_ledger()
    assert (verdict.broken, verdict.reason) == (2, "its content stands under another name")


def test_a_record_that_points_at_an_old_edition_is_noticed():
    document = make_published("Before")
    Record.objects.filter(pk=document.pk).update(title="After")
    publish(document)
    assert publishing.verify_ledger().broken is None
    Record.objects.filter(pk=document.pk).update(last_edition=1)
    verdict = publishing.verify_ledger()
    assert verdict.broken == 2
    assert "does not point at it" in verdict.reason


def test_entries_cannot_be_changed_or_deleted(three_editions):
    edition = three_editions[0]
    for change in (
        edition.save,
        edition.delete,
        edition.entry.save,
        lambda: Edition.objects.all().delete(),
        lambda: Edition.objects.update(note="x"),
        lambda: LedgerEntry.objects.filter(number=1).delete(),
    ):
        with pytest.raises(AppendOnlyError):
            change()
    assert publishing.verify_ledger().broken is None
