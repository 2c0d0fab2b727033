"""A search in words."""

import pytest
from django.http import QueryDict
from django.utils import translation

from diplomacy.models import Name
from diplomacy.search.params import SearchParams
from diplomacy.search.wording import conditions, in_one_line
from tests import factories

pytestmark = pytest.mark.django_db


def said(query: str) -> list[str]:
    return [str(row) for row in conditions(SearchParams.read(QueryDict(query)))]


def test_every_condition_is_said_in_words():
    record = factories.make_document()
    factories.add_topic(record, factories.make_topic("Rail links", slug="rail"))
    factories.publish(record)
    query = "q=bridge&kind=op_ed&kind=family:account&topic=rail&country=cn&side=cn&language=ur"
    assert said(query + "&held=verbatim&date_from=2024&date_to=2025-02") == [
        "Words: bridge",
        "Kind: Op-ed",
        "Kind: Accounts",
        "What is held: Full text, word for word",
        "Topic: Rail links",
        "Country: China",
        "Side: China",
        "Language: Urdu",
        "From: 2024-01-01",
        "Until: 2025-02-28",
    ]


def test_a_name_that_is_not_public_stays_a_code():
    draft = factories.make_document()
    factories.add_topic(draft, factories.make_topic("Secret plan", slug="plan"))
    assert said("topic=plan") == ["Topic: plan"]
    factories.publish(draft)
    assert said("topic=plan") == ["Topic: Secret plan"]


def test_no_condition_is_all_records():
    assert said("sort=date") == []
    assert in_one_line(conditions(SearchParams())) == "All records"


def test_a_line_holds_no_line_end_or_control_character():
    rows = conditions(SearchParams(q="a\x00b\r\nBcc: x@example.org"))
    assert in_one_line(rows) == "Words: a b Bcc: x@example.org"


@pytest.mark.parametrize("language", ["zh-hans", "ur"])
def test_it_speaks_every_language_of_the_pages(language):
    with translation.override(language):
        assert len(conditions(SearchParams(q="x", kind=("op_ed",)))) == 2


def test_a_name_is_said_as_readers_of_the_language_know_it():
    record, topic = factories.make_document(), factories.make_topic("Rail links", slug="rail")
    Name.objects.create(subject=topic, form="铁路", language="zh-hans")
    factories.add_topic(record, topic)
    factories.publish(record)
    with translation.override("zh-hans"):
        assert [row.value for row in conditions(SearchParams(topic=("rail",)))] == ["铁路"]
    assert said("topic=rail") == ["Topic: Rail links"]


def test_it_asks_the_same_for_one_name_and_for_many(django_assert_num_queries):
    record = factories.make_document()
    for n in range(5):
        factories.add_topic(record, factories.make_topic(f"Topic {n}", slug=f"t{n}"))
    factories.publish(record)
    for slugs in (("t0",), ("t0", "t1", "t2", "t3", "t4")):
        with django_assert_num_queries(2):
            assert len(conditions(SearchParams(topic=slugs))) == len(slugs)
