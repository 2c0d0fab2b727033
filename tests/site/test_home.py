"""The front page."""

import pytest

from diplomacy import publishing
from tests import factories


def page(client) -> str:
    return client.get("/").content.decode()


def test_an_empty_archive_says_so_and_offers_a_way_on(client, db):
    text = page(client)
    assert "Nothing has been published yet" in text
    assert "/feeds/latest.atom" in text
    assert "Latest editions</h2>" not in text


def test_what_is_new_says_what_changed_and_why(client, db):
    document = factories.make_published("Minutes of the river talks")
    document.summary = "The talks, as corrected."
    document.save()
    factories.publish(document, change="correction", note="The day was wrong.")
    text = page(client)
    assert text.count("Minutes of the river talks") == 1
    assert "Correction" in text
    assert "The day was wrong." in text


def test_a_withdrawn_text_stays_listed_with_its_reason_and_a_removed_one_is_gone(client, db):
    kept, removed = factories.make_published("Kept text"), factories.make_published("Gone text")
    assert "Gone text" in page(client)
    publishing.withdraw(kept, by=None, reason="Retracted by its outlet.", keep_text=True)
    publishing.remove(removed, by=None, reason="Never ours to show.")
    text = page(client)
    assert "Kept text" in text
    assert "Retracted by its outlet." in text
    assert "Gone text" not in text
    assert "Never ours to show." not in text


def test_families_are_counted_and_lead_to_their_lists(client, db):
    factories.make_published()
    factories.make_published()
    factories.publish(factories.make_dialogue())
    factories.make_document("A draft that does not count")
    families = client.get("/").context["families"]
    assert [(row["label"], row["total"]) for row in families] == [
        ("Meetings", "1"),
        ("Accounts", "2"),
    ]
    for row in families:
        assert client.get(row["url"]).context["results"].total == int(row["total"])


def test_a_running_series_shows_its_rounds_in_order_and_the_next_announced(client, db):
    series = factories.make_series("River Commission")
    second = factories.make_dialogue("Second", series=series, ordinal=2, date="2024-05-01")
    first = factories.make_dialogue("First", series=series, ordinal=1, date="2023-05-01")
    third = factories.make_dialogue(
        "Third round, in Wetland", series=series, ordinal=3, date="2025-06", status="scheduled"
    )
    for meeting in (second, first, third):
        factories.publish(meeting)
    (row,) = client.get("/").context["series"]
    assert row["series"] == series
    assert [(its.ordinal, its.status) for its in row["rounds"]] == [
        (1, "held"),
        (2, "held"),
        (3, "scheduled"),
    ]
    assert row["next"].title == "Third round, in Wetland"


def test_a_series_with_drafts_alone_is_not_shown(client, db):
    series = factories.make_series("Secret Commission")
    meeting = factories.make_dialogue("First", series=series, ordinal=1)
    assert "Secret Commission" not in page(client)
    factories.publish(meeting)
    assert "Secret Commission" in page(client)


@pytest.mark.parametrize(
    ("make", "add", "key"),
    [
        (factories.make_topic, factories.add_topic, "topics"),
        (factories.make_person, factories.add_person, "people"),
    ],
)
def test_what_records_name_is_counted_under_the_name_that_stands(client, db, make, add, key):
    old, new, unused = make("Old form"), make("New form"), make("Unused form")
    for subject in (old, new, new):
        document = factories.make_document()
        add(document, subject)
        factories.publish(document)
    draft = factories.make_document()
    add(draft, unused)
    publishing.merge_authority(old, new, by=None)
    rows = client.get("/").context[key]
    assert [(str(row["subject"]), row["total"]) for row in rows] == [("New form", 3)]


def test_the_marks_of_whose_words_are_explained(client, db):
    factories.make_published()
    text = page(client)
    assert "it speaks for that side only" in text
    assert 'class="mark mark--readout"' in text
