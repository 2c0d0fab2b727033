"""Everything a search finds, to take away."""

import csv
import io
import json

import pytest
from django.db import connection
from django.template.loader import render_to_string
from django.test.utils import CaptureQueriesContext

from diplomacy.exports import chunks
from tests import factories as make

pytestmark = pytest.mark.django_db


def taken(client, format: str, **asked):
    answer = client.get(f"/archive/results.{format}", asked)
    assert answer.status_code == 200
    return b"".join(answer.streaming_content).decode(), answer


def test_a_table_holds_what_the_search_finds_and_nothing_else(client):
    make.make_published("A ferry", slug="ferry")
    make.make_published("A bridge")
    make.make_document("A ferry that is only drafted")
    text, answer = taken(client, "csv", q="ferry")
    assert [row["title"] for row in csv.DictReader(io.StringIO(text))] == ["A ferry"]
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert answer["Content-Disposition"] == 'attachment; filename="rapporteur-results.csv"'


def test_json_is_one_array_of_the_records_in_full(client):
    first, second = make.make_published("A ferry"), make.make_published("A ferry too")
    text, answer = taken(client, "json", q="ferry")
    assert {row["uid"] for row in json.loads(text)} == {first.uid, second.uid}
    assert all(row["state"] == "public" for row in json.loads(text))
    assert answer["Content-Type"] == "application/json"


def test_ris_has_a_reference_for_each(client):
    make.make_published("A ferry", date="2024-01-01")
    make.make_published("A ferry too", date="2024-01-02")
    text, _ = taken(client, "ris", q="ferry")
    assert text.count("TY  - ") == text.count("ER  - ") == 2
    assert text.index("A ferry too") < text.index("TI  - A ferry\r\n")
    oldest_first, _ = taken(client, "ris", q="ferry", sort="date")
    assert oldest_first.index("TI  - A ferry\r\n") < oldest_first.index("A ferry too")


def test_nothing_found_is_an_empty_file_of_its_sort(client):
    assert json.loads(taken(client, "json", q="zeppelin")[0]) == []
    assert taken(client, "ris", q="zeppelin")[0] == ""
    assert taken(client, "csv", q="zeppelin")[0].startswith("uid,")


@pytest.mark.parametrize("format", ["csv", "json", "ris"])
@pytest.mark.parametrize(
    ("asked", "name"),
    [({"kind": "zeppelin"}, "kind"), ({"date_from": "2024-02-31"}, "date_from")],
)
def test_a_parameter_that_cannot_be_used_is_named(client, format, asked, name):
    answer = client.get(f"/archive/results.{format}", asked)
    assert answer.status_code == 400
    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    assert answer.content.decode().startswith(f"{name}: ")


@pytest.mark.parametrize("format", ["csv", "json", "ris"])
@pytest.mark.parametrize(
    "q", ["\x00", '"', "-", "OR OR", "(" * 500, "x" * 10_000, "🛶", "دریا river"]
)
def test_no_words_break_it(client, format, q):
    make.make_published("A ferry")
    assert client.get(f"/archive/results.{format}", {"q": q}).status_code == 200


def test_the_links_to_take_results_away_keep_the_search(client):
    context = {"query_string": "q=ferry&kind=op_ed", "results": {"total": 1}}
    html = render_to_string("includes/results_takeaway.html", context)
    for format in ("csv", "json", "ris"):
        assert f'href="/archive/results.{format}?q=ferry&amp;kind=op_ed"' in html
    assert not render_to_string("includes/results_takeaway.html", {"results": {"total": 0}}).strip()


def test_there_is_no_other_format(client):
    assert client.get("/archive/results.xml").status_code == 404


@pytest.mark.parametrize("format", ["csv", "json", "ris"])
def test_many_results_take_as_many_queries_as_one(client, format):
    def count():
        with CaptureQueriesContext(connection) as queries:
            taken(client, format, q="ferry")
        return len(queries)

    def publish(many):
        for number in range(many):
            record = make.make_document(f"Ferry {number}", kind="op_ed", authority="signed")
            make.add_person(record, make.make_person(), "author")
            make.publish(record)

    publish(1)
    alone = count()
    publish(20)
    assert count() <= alone + 1


def test_every_reference_is_there_once_over_many_chunks(client, monkeypatch):
    monkeypatch.setattr(chunks, "CHUNK", 2)
    for day in range(1, 6):
        make.make_published(f"Ferry {day}", date=f"2024-01-0{day}")
    text, _ = taken(client, "ris", q="ferry")
    titles = [line for line in text.split("\r\n") if line.startswith("TI")]
    assert titles == [f"TI  - Ferry {day}" for day in (5, 4, 3, 2, 1)]
