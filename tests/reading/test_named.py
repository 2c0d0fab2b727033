"""Which authority records are public, and how often they are named."""

import pytest

from diplomacy import publishing
from diplomacy.models import Topic
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
    assert named.records_naming(third).count() == 2


def test_counting_takes_as_many_queries_for_many_as_for_one(django_assert_num_queries):
    topics = [make.make_topic(f"Topic {number}") for number in range(5)]
    for topic in topics:
        about(topic)
    for some in (topics[:1], topics):
        with django_assert_num_queries(2):
            assert named.counts(some) == {topic.pk: 1 for topic in some}
    assert named.counts([]) == {}
