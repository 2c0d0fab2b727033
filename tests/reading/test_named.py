"""Which authority records are public, and how often they are named."""

from itertools import pairwise

import pytest

from diplomacy import publishing
from diplomacy.models import Person, Topic
from diplomacy.reading import named
from tests import factories as make

pytestmark = pytest.mark.django_db


def about(topic, *, is_published: bool = True):
    document = make.make_document()
    make.add_topic(document, topic)
    if is_published:
        make.publish(document)
    return document


def test_only_what_a_listed_record_names_is_public():
    shown, drafted, hidden = (make.make_topic(word) for word in ("shown", "drafted", "hidden"))
    about(shown)
    about(drafted, is_published=False)
    publishing.withdraw(about(hidden), by=None, reason="A hoax.", keep_text=False)
    assert list(named.public(Topic)) == [shown]


def test_what_names_the_merged_names_the_other_through_every_merge():
    first, second, third = (make.make_topic(word) for word in ("first", "second", "third"))
    about(first)
    about(third)
    user = make.make_user()
    publishing.merge_authority(first, second, by=user)
    assert set(named.public(Topic)) == {second, third}
    publishing.merge_authority(second, third, by=user)
    assert list(named.public(Topic)) == [third]
    assert named.counts([third]) == {third.pk: 2}


@pytest.fixture
def chain():
    """Eight people, each but the last merged into the next; a record names the first."""
    people = [make.make_person("Lin Shuya", slug=f"ch{number}") for number in range(8)]
    document = make.make_document()
    make.add_person(document, people[0])
    make.publish(document)
    for one, other in pairwise(people):
        publishing.merge_authority(one, other, by=None)
    return people


def test_a_long_chain_of_merges_leads_to_its_end_everywhere(client, chain):
    *merged, last = chain
    assert list(named.public(Person)) == [last]
    assert client.get("/people/ch7/").status_code == 200
    assert client.get("/api/v1/people/ch7/").json()["links"]["records"]["count"] == 1
    for person in merged:
        assert client.get(f"/people/{person.slug}/")["Location"] == "/people/ch7/"
        answer = client.get(f"/api/v1/people/{person.slug}/")
        assert answer["Location"] == "/api/v1/people/ch7/"
        found = client.get("/api/v1/search/", {"person": person.slug}).json()
        assert found["total"]["value"] == 1


def test_what_is_public_takes_one_query_however_long_the_chain(chain, django_assert_num_queries):
    with django_assert_num_queries(1):
        assert len(named.public(Person)) == 1


def test_counting_takes_as_many_queries_for_many_as_for_one(django_assert_num_queries):
    topics = [make.make_topic(f"Topic {number}") for number in range(5)]
    for topic in topics:
        about(topic)
    for some in (topics[:1], topics):
        with django_assert_num_queries(2):
            assert named.counts(some) == {topic.pk: 1 for topic in some}
    assert named.counts([]) == {}
