"""What an answer costs does not grow with the rows it shows, nor with how deep they are."""

import pytest
from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.test.utils import CaptureQueriesContext

from diplomacy.models import Initiative, Name, Office, Outlet, Place, Relation, Source, Tenure
from tests.factories import (
    add_issuer,
    add_person,
    add_topic,
    make_commitment,
    make_dialogue,
    make_document,
    make_organisation,
    make_person,
    make_series,
    make_topic,
    publish,
)

pytestmark = pytest.mark.django_db

LISTS = [
    *("records", "documents", "dialogues", "commitments", "search"),
    *("series", "people", "organisations", "countries", "topics", "initiatives", "outlets"),
    "places",
]
HEAVY = "include=paragraphs,clauses,links"


def publish_rich(number: int) -> None:
    """A meeting, a commitment and a document that name one new thing of every type."""
    meeting = make_dialogue(series=make_series(f"Series {number}"), ordinal=number)
    publish(meeting)
    commitment = make_commitment()
    commitment.mentions.update(dialogue=meeting)
    publish(commitment)
    document = make_document(f"Account {number}", "The river rose.", meeting=meeting)
    person, office = make_person(f"Person {number}"), Office(slug=f"o{number}", label="Chair")
    office.save()
    Tenure.objects.create(person=person, office=office, start="2020")
    Name.objects.create(subject=person, form=f"P. {number}", language="en")
    outlet = Outlet.objects.create(slug=f"outlet-{number}", name="River News")
    Source.objects.create(document=document, outlet=outlet, url="https://example.org/")
    add_person(document, person, "speaker")
    add_topic(document, make_topic(f"Topic {number}", parent=make_topic(f"Broad {number}")))
    add_issuer(document, make_organisation(f"Organisation {number}"))
    document.initiatives.add(Initiative.objects.create(slug=f"i{number}", label="Clean River"))
    document.places.add(Place.objects.create(slug=f"p{number}", label="Harbour"))
    Relation.objects.create(record=document, type="reports", target=meeting)
    publish(document)


def queries_of(client, path: str) -> int:
    with CaptureQueriesContext(
        connection,
    ) as captured:
        answer = client.get(f"/api/v1/{path}")
        rows = answer.json()["results"]
    assert answer.status_code == 200
    assert rows
    return len(captured)


def test_lists_cost_the_same_with_one_row_and_with_thirty(client):
    publish_rich(1)
    paths = [f"{name}/?limit=100" for name in LISTS]
    paths += [f"records/?{HEAVY}&limit=100", "search/?q=river&include=facets,links&limit=100"]
    ContentType.objects.get_for_models(*apps.get_models())  # kept for the life of a process
    few = {path: queries_of(client, path) for path in paths}
    for number in range(2, 31):
        publish_rich(number)
    assert {path: queries_of(client, path) for path in paths} == few
    assert max(few.values()) <= 25


def test_a_record_costs_the_same_however_much_points_at_it(client):
    meeting = make_dialogue()
    publish(meeting)

    def cost() -> int:
        publish(make_document(meeting=meeting))
        with CaptureQueriesContext(connection) as captured:
            answer = client.get(f"/api/v1/records/{meeting.uid}/")
        assert answer.json()["links"]["accounts"]
        return len(captured)

    assert [cost() for _ in range(10)] == [cost()] * 10


def test_a_deep_page_costs_what_the_first_one_costs(client):
    for _ in range(12):
        publish(make_document())
    costs, path = [], "records/?limit=3"
    while path:
        with CaptureQueriesContext(connection) as captured:
            answer = client.get(f"/api/v1/{path}")
        costs.append(len(captured))
        assert not any("OFFSET" in query["sql"] for query in captured)
        path = (answer.json()["next"] or "").partition("/api/v1/")[2]
    assert len(costs) == 4
    assert len(set(costs)) == 1


def test_an_answer_already_held_costs_one_query(client):
    publish(make_document())
    etag = client.get("/api/v1/records/")["ETag"]
    with CaptureQueriesContext(connection) as captured:
        answer = client.get("/api/v1/records/", headers={"if-none-match": etag})
    assert answer.status_code == 304
    assert len(captured) == 1
