"""One lock: number, time and commit share one order, whoever writes at once."""

import threading

import pytest
from django.db import connection

from diplomacy import publishing
from diplomacy.models import LedgerEntry
from diplomacy.publishing import generation
from tests.factories import make_document, make_published


@pytest.mark.django_db
def test_entries_are_numbered_from_one_without_gaps_in_order_of_time():
    for _ in range(3):
        make_published()
    entries = list(LedgerEntry.objects.order_by("number"))
    assert [entry.number for entry in entries] == [1, 2, 3]
    assert entries == sorted(entries, key=lambda entry: entry.at)


@pytest.mark.django_db
def test_the_generation_is_the_last_number():
    assert generation.current() == (0, None)
    make_published()
    assert generation.current() == (1, None)


@pytest.mark.django_db
def test_reading_the_generation_is_one_query(django_assert_num_queries):
    with django_assert_num_queries(1):
        generation.current()


def publish_in_turn(documents, errors):
    try:
        for document in documents:
            publishing.publish(document, by=None)
    except Exception as error:
        errors.append(error)
    finally:
        connection.close()


@pytest.mark.django_db(transaction=True)
def test_writers_at_once_share_one_order():
    errors = []
    groups = [[make_document() for _ in range(4)] for _ in range(4)]
    threads = [threading.Thread(target=publish_in_turn, args=(group, errors)) for group in groups]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []
    verdict = publishing.verify_ledger()
    assert (verdict.entries, verdict.broken) == (16, None)
