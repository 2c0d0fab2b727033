"""Facets: true counts, each with every filter but its own."""

import pytest
from django.http import QueryDict

from diplomacy import publishing
from diplomacy.models import Outlet, Source
from diplomacy.search import facets as room
from diplomacy.search.facets import facets
from diplomacy.search.params import SearchParams
from diplomacy.search.results import search
from tests.factories import (
    add_person,
    add_topic,
    make_commitment,
    make_country,
    make_dialogue,
    make_document,
    make_person,
    make_published,
    make_series,
    make_topic,
    publish,
)

pytestmark = pytest.mark.django_db


def counts(text=""):
    """Each facet's name and its values with their counts."""
    made = facets(SearchParams.read(QueryDict(text)))
    return {facet.name: {row.value: row.count for row in facet.choices} for facet in made}


def test_an_empty_archive_has_no_facets():
    make_document()
    assert facets(SearchParams()) == []


def test_every_value_is_counted_and_named():
    series = make_series("River Commission", slug="river")
    meeting = make_dialogue(series=series, ordinal=1, date="2023-01-01")
    publish(meeting)
    document = make_document(side=make_country("pk", "Pakistan"), language="ur", meeting=meeting)
    add_person(document, make_person("Lin Shuya", slug="lin"), "author")
    add_person(document, make_person("Omar Dar", slug="dar"))
    add_topic(document, make_topic("Rail links", slug="rail"))
    outlet = Outlet.objects.create(slug="gazette", name="The Gazette")
    Source.objects.create(document=document, outlet=outlet)
    publish(document)
    publish(make_commitment())
    assert counts() == {
        "family": {"family:meeting": 1, "family:account": 1, "family:commitment": 1},
        "kind": {"dialogue_round": 1, "press_account": 1, "commitment": 1},
        "authority": {"press": 1},
        "held": {"verbatim": 1},
        "series": {"river": 2},
        "topic": {"rail": 1},
        "country": {"cn": 1, "pk": 1},
        "person": {"lin": 1, "dar": 1},
        "outlet": {"gazette": 1},
        "side": {"pk": 1},
        "language": {"en": 2, "ur": 1},
        "year": {"2024": 2, "2023": 1},
    }
    named = {f.name: [str(row.label) for row in f.choices] for f in facets(SearchParams())}
    assert named["person"] == ["Lin Shuya", "Omar Dar"]
    assert named["series"] == ["River Commission"]
    assert named["country"] == ["China", "Pakistan"]
    assert named["outlet"] == ["The Gazette"]
    assert named["kind"] == ["Commitment", "Dialogue round", "Press account"]


def test_what_is_not_listed_is_not_counted():
    make_published(kind="op_ed", authority="signed")
    removed = make_published(kind="readout")
    assert counts()["kind"] == {"op_ed": 1, "readout": 1}
    publishing.remove(removed, by=None, reason="An error.")
    assert counts()["kind"] == {"op_ed": 1}


def test_a_facet_counts_with_every_filter_but_its_own():
    for kind, language in (("readout", "en"), ("readout", "ur"), ("speech", "en")):
        make_published(kind=kind, authority="press", language=language)
    one = counts("kind=readout")
    assert (one["kind"], one["language"]) == ({"readout": 2, "speech": 1}, {"en": 1, "ur": 1})
    two = counts("kind=readout&language=ur")
    assert (two["kind"], two["language"]) == ({"readout": 1}, {"en": 1, "ur": 1})


@pytest.mark.parametrize(
    "text", ["", "q=ferry", "kind=readout", "topic=rail", "q=ferry&date_from=2024"]
)
def test_a_count_is_what_choosing_it_finds(text):
    topic = make_topic(slug="rail")
    for n, kind in enumerate(["readout", "speech", "readout", "op_ed"]):
        words = "A ferry." if n % 2 else "A train."
        document = make_document(None, words, kind=kind, authority="press", date=f"202{n}-05-01")
        if n > 1:
            add_topic(document, topic)
        publish(document)
    for facet in facets(SearchParams.read(QueryDict(text))):
        for choice in facet.choices:
            if facet.name == "year":
                chosen = f"date_from={choice.value}&date_to={choice.value}"
                rest = [part for part in text.split("&") if not part.startswith("date_")]
            else:
                chosen = f"{facet.parameter}={choice.value}"
                rest = [p for p in text.split("&") if not p.startswith(f"{facet.parameter}=")]
            params = SearchParams.read(QueryDict("&".join([*rest, chosen])))
            assert search(params).total == choice.count, (facet.name, choice)


def test_chosen_values_are_marked():
    make_published(kind="readout", date="2024-05-01")
    made = facets(SearchParams.read(QueryDict("kind=readout&date_from=2024&date_to=2024")))
    marked = {f.name: [row.value for row in f.choices if row.is_chosen] for f in made}
    assert {name: values for name, values in marked.items() if values} == {
        "kind": ["readout"],
        "year": ["2024"],
    }


def test_merged_people_are_one_value_and_a_record_naming_both_counts_once():
    first, second = make_person("Lin Shuya", slug="lin"), make_person("Lin S.", slug="lin-s")
    for people in ([first], [second], [first, second]):
        document = make_document()
        for person in people:
            add_person(document, person)
        publish(document)
    assert counts()["person"] == {"lin": 2, "lin-s": 2}
    publishing.merge_authority(second, first, by=None)
    assert counts()["person"] == counts("person=lin-s")["person"] == {"lin": 3}
    [facet] = [f for f in facets(SearchParams(person=("lin-s",))) if f.name == "person"]
    assert [(row.label, row.is_chosen) for row in facet.choices] == [("Lin Shuya", True)]


def test_only_the_most_frequent_people_are_shown_and_those_chosen():
    for n in range(12):
        document = make_document()
        for person in range(n, 12):
            slug = f"p{person:02}"
            known = document.person_roles.model._meta.get_field("person").related_model.objects
            add_person(document, known.filter(slug=slug).first() or make_person(slug, slug=slug))
        publish(document)
    assert list(counts()["person"]) == [f"p{n:02}" for n in range(11, 1, -1)]
    assert "p00" in counts("person=p00")["person"]


def test_a_facet_says_when_not_all_was_counted(monkeypatch):
    monkeypatch.setattr(room, "MOST", 3)
    for n in range(3):
        make_published(f"Ferry {n}")
    assert {facet.is_exact for facet in facets(SearchParams())} == {True}
    for n in range(4):
        make_published(f"Rail {n}")
    assert {facet.is_exact for facet in facets(SearchParams())} == {False}
    assert sum(counts()["kind"].values()) == 3


@pytest.mark.parametrize(
    ("text", "expected"), [("", 5), ("q=river", 6), ("topic=rail&kind=readout", 11)]
)
def test_the_number_of_queries_does_not_grow(django_assert_num_queries, text, expected):
    topic = make_topic(slug="rail")
    for count in (1, 5):
        for _ in range(count):
            document = make_document(kind="readout")
            add_topic(document, topic)
            add_person(document, make_person())
            publish(document)
        with django_assert_num_queries(expected):
            assert facets(SearchParams.read(QueryDict(text)))
