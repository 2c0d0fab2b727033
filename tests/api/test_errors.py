"""Every error has one shape, in JSON, and says what and where."""

import logging

import pytest
from rest_framework.throttling import AnonRateThrottle

from diplomacy.api import records
from diplomacy.api.filters import SearchFilter
from tests.factories import make_published

pytestmark = pytest.mark.django_db


def error_of(answer) -> dict:
    assert answer["Content-Type"] == "application/json"
    assert list(answer.json()) == ["error"]
    error = answer.json()["error"]
    assert list(error) == ["code", "message", "parameter"]
    assert error["message"]
    return error


LISTS = ["records", "dialogues", "documents", "commitments", "people", "topics", "series", "places"]
PLAIN = ["", "schema/", "docs/"]
EXPORTS = ["export/records.jsonl", "export/records.csv"]


@pytest.mark.parametrize("path", [*PLAIN, *EXPORTS, "search/", *(f"{name}/" for name in LISTS)])
def test_an_unknown_parameter_is_named_everywhere(refused, path):
    assert refused(path, colour="red") == ("colour", "There is no such parameter here.")


@pytest.mark.parametrize("path", ["records/{}/", "documents/{}/", "records/{}/editions/1/"])
def test_an_unknown_parameter_is_named_for_a_record(refused, path):
    assert refused(path.format(make_published().uid), limit="3")[0] == "limit"


@pytest.mark.parametrize(
    ("path", "name", "value"),
    [
        ("records/", "limit", "0"),
        ("records/", "limit", "101"),
        ("records/", "limit", "-1"),
        ("records/", "limit", "ten"),
        ("records/", "limit", "٣"),
        ("people/", "limit", "1000000000000"),
        ("search/", "limit", "101"),
        ("records/", "cursor", "?"),
        ("records/", "cursor", "é"),
        ("records/", "cursor", "bnVsbA"),
        ("people/", "cursor", "W10"),
        ("search/", "cursor", "x"),
        ("records/", "kind", "poem"),
        ("records/", "authority", "hearsay"),
        ("records/", "held", "some"),
        ("records/", "series", "no such code!"),
        ("records/", "language", "English"),
        ("records/", "date_from", "May 2024"),
        ("records/", "date_to", "2024-02-31"),
        ("records/", "sort", "title"),
        ("records/", "sort", "relevance"),
        ("search/", "sort", "best"),
        ("records/", "since", "yesterday"),
        ("records/", "since", "2024-13-01"),
        ("records/", "since", "0001-01-01T00:00:00+14:00"),
        ("records/", "fields", "title,colour"),
        ("records/", "include", "everything"),
        ("records/", "include", "facets"),
        ("records/", "format", "xml"),
        ("records/", "q", "nul\x00"),
        ("records/", "person", "nul\x00"),
        ("topics/", "fields", "title"),
        ("export/records.csv", "format", "json"),
        ("export/records.jsonl", "sort", "date"),
        ("export/records.jsonl", "kind", "poem"),
    ],
)
def test_a_malformed_parameter_is_named(refused, path, name, value):
    make_published()
    assert refused(path, **{name: value})[0] == name


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("records/", "limit"),
        ("records/", "cursor"),
        ("records/", "fields"),
        ("records/", "include"),
        ("records/", "format"),
        ("records/", "q"),
        ("records/", "date_from"),
        ("records/", "sort"),
        ("records/", "since"),
        ("search/", "q"),
        ("people/", "limit"),
        ("export/records.csv", "sort"),
        ("export/records.csv", "format"),
        ("docs/", "script"),
    ],
)
def test_what_has_one_value_cannot_be_given_twice(refused, path, name):
    said = refused(path, **{name: ["1", "2"]})
    assert said == (name, "This is given 2 times: give it once.")


def test_what_may_have_several_values_can_be_given_twice(get):
    make_published(kind="press_account")
    answer = get("records/", kind=["press_account", "op_ed"], language=["en", "ur"])
    assert len(answer.json()["results"]) == 1


LISTED = [*SearchFilter.base_filters, "since", "limit", "cursor", "fields", "include", "format"]


@pytest.mark.parametrize("name", LISTED)
def test_an_empty_parameter_is_as_if_not_given(get, name):
    make_published(), make_published()
    answer = get("records/", **{name: ""})
    assert answer.status_code == 200
    assert answer.json() == get("records/").json()
    assert len(answer.json()["results"]) == 2


def test_an_empty_day_or_format_is_as_if_not_given(get):
    path = f"records/{make_published().uid}/"
    assert get(path, as_of="", fields="").json() == get(path).json()
    exported = get("export/records.csv", format="", kind="")
    assert exported.status_code == 200
    assert len(b"".join(exported.streaming_content).splitlines()) == 2


def test_a_cursor_of_another_order_is_refused(get, refused):
    for _ in range(2):
        make_published()
    following = get("records/", limit=1).json()["next"]
    cursor = following.partition("cursor=")[2].partition("&")[0]
    assert refused("records/", sort="date", cursor=cursor)[0] == "cursor"


@pytest.mark.parametrize(
    "path",
    ["/api/", "/api/v2/records/", "/api/v1/nothing/", "/api/v1/records/a/b/c/", "/api/v1/é/"],
)
def test_an_unknown_address_is_told_in_json(client, path):
    answer = client.get(path)
    assert answer.status_code == 404
    assert error_of(answer)["code"] == "not_found"


def test_a_forgotten_last_slash_is_put_right(client):
    answer = client.get("/api/v1/records?limit=3")
    assert answer.status_code == 301
    assert answer["Location"] == "/api/v1/records/?limit=3"


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "trace"])
@pytest.mark.parametrize("path", ["", "records/", "people/", "search/", "docs/", *EXPORTS])
def test_nothing_but_reading_is_allowed(client, method, path):
    answer = getattr(client, method)(f"/api/v1/{path}")
    assert answer.status_code == 405
    assert answer["Allow"] == "GET, HEAD, OPTIONS"
    assert error_of(answer)["code"] == "method_not_allowed"


def test_what_is_not_json_is_not_to_be_had(client):
    answer = client.get("/api/v1/records/", headers={"accept": "text/html"})
    assert answer.status_code == 406
    assert error_of(answer)["code"] == "not_acceptable"
    browser = "text/html,application/xhtml+xml,*/*;q=0.8"
    assert client.get("/api/v1/records/", headers={"accept": browser}).status_code == 200
    csv = client.get("/api/v1/export/records.csv", headers={"accept": "text/csv"})
    assert csv.status_code == 200


def test_who_asks_too_often_is_told_how_long_to_wait(client, monkeypatch):
    monkeypatch.setattr(AnonRateThrottle, "THROTTLE_RATES", {"anon": "2/min"})
    assert [client.get("/api/v1/records/").status_code for _ in range(2)] == [200, 200]
    answer = client.get("/api/v1/records/")
    assert answer.status_code == 429
    assert error_of(answer)["code"] == "too_many_requests"
    assert 0 < int(answer["Retry-After"]) <= 60


def test_an_unforeseen_error_is_written_down_and_told_without_its_words(
    client, monkeypatch, caplog
):
    def break_down(*args, **kwargs):
        raise RuntimeError("the secret inner state")

    make_published()
    monkeypatch.setattr(records, "rows", break_down)
    client.raise_request_exception = False
    with caplog.at_level(logging.ERROR, logger="django.request"):
        answer = client.get("/api/v1/records/")
    assert answer.status_code == 500
    assert error_of(answer)["code"] == "server_error"
    assert "secret" not in answer.content.decode()
    assert "the secret inner state" in caplog.text


def test_a_refused_host_name_is_told_in_json(client):
    answer = client.get("/api/v1/", headers={"host": "elsewhere.example"})
    assert answer.status_code == 400
    assert error_of(answer)["code"] == "bad_request"
