"""Commitments: their list, and the page of one."""

import pytest
from django.urls import reverse

from diplomacy.models import CommitmentMention
from tests import factories as make
from tests.site.test_authorities import count_queries, text_of

pytestmark = pytest.mark.django_db


def say(commitment, date: str, step: str, **fields):
    return CommitmentMention.objects.create(commitment=commitment, date=date, type=step, **fields)


def test_the_list_tells_the_latest_evidence(client):
    commitment = make.make_commitment("Open the pass")
    say(commitment, "2025-01-02", "done", label="first lorries")
    say(commitment, "2024-12", "contradicted")
    make.publish(commitment)
    make.make_commitment("A secret promise")
    page = text_of(client.get(reverse("commitments")))
    assert "<strong>Reported done</strong>, 2 January 2025" in page
    assert "first lorries" in page
    assert "3 in all" in page
    assert "A secret promise" not in page


def test_the_list_is_narrowed_by_topic_and_side(client):
    passes, trains = make.make_topic("Passes", slug="passes"), make.make_topic("Trains")
    one = make.make_commitment("Open the pass", topic=passes, side=make.make_country())
    make.publish(one)
    make.publish(make.make_commitment("Mend the rails", topic=trains))
    address = reverse("commitments")
    for asked in ({"topic": "passes"}, {"side": "cn"}, {"topic": "passes", "side": "cn"}):
        page = text_of(client.get(address, asked))
        assert "Open the pass" in page
        assert "Mend the rails" not in page
    page = text_of(client.get(address, {"side": "several"}))
    assert "Mend the rails" in page
    assert "Open the pass" not in page


@pytest.mark.parametrize("asked", [{"topic": "no such"}, {"side": "x" * 500}, {"topic": "\x00a"}])
def test_what_nothing_matches_is_said_kindly(client, asked):
    make.publish(make.make_commitment("Open the pass"))
    response = client.get(reverse("commitments"), asked)
    assert response.status_code == 200
    assert "No published commitment is on that topic" in text_of(response)


def test_a_topic_that_only_a_draft_names_is_no_choice(client):
    make.publish(make.make_commitment("Open the pass", topic=make.make_topic("Passes")))
    make.make_commitment("A secret promise", topic=make.make_topic("Secret trains"))
    page = text_of(client.get(reverse("commitments")))
    assert "Passes" in page
    assert "Secret trains" not in page


def test_evidence_is_told_in_order_and_never_judged(client):
    meeting = make.make_dialogue("The fifth round")
    make.publish(meeting)
    commitment = make.make_commitment("Open the pass")
    say(commitment, "2025-06~", "narrowed", urls="https://example.org/pass", dialogue=meeting)
    say(commitment, "2019", "under_way", document=make.make_document("A secret text"))
    make.publish(commitment)
    page = text_of(client.get(f"/records/{commitment.uid}/{commitment.slug}/"))
    assert page.index("Under way") < page.index("Made") < page.index("Narrowed")
    assert "about June 2025" in page
    assert "The archive does not judge" in page
    assert "https://example.org/pass" in page
    assert "The fifth round" in page
    assert "A secret text" not in page
    told = text_of(client.get(f"/records/{meeting.uid}/{meeting.slug}/"))
    assert "Evidence for commitments" in told
    assert "Open the pass" in told


def test_no_commitment_yet_is_said(client):
    assert "No commitment has been published yet." in text_of(client.get(reverse("commitments")))


def test_queries_do_not_grow_with_the_commitments(client):
    def grow(numbers):
        for number in numbers:
            topic = make.make_topic(f"Topic {number}")
            side = make.make_country(f"c{number}", f"Country {number}")
            make.publish(make.make_commitment(f"Promise {number}", topic=topic, side=side))

    grow([1])
    few = count_queries(client, reverse("commitments"))
    grow(range(2, 12))
    assert count_queries(client, reverse("commitments")) == few
