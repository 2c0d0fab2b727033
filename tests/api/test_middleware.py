"""What holds for every answer under /api/: open to other sites, without cookies."""

import pytest

from tests.factories import make_published, make_user

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "path",
    ["records/", "records/nothing/", "records/?colour=red", "nowhere/", "export/records.csv"],
)
def test_scripts_of_other_sites_may_read_every_answer(client, path):
    answer = client.get(f"/api/v1/{path}", headers={"origin": "https://elsewhere.example"})
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert "ETag" in answer["Access-Control-Expose-Headers"]
    assert "Access-Control-Allow-Credentials" not in answer


@pytest.mark.parametrize("path", ["records/", "docs/", "schema/", "export/records.csv"])
def test_a_preflight_is_answered(client, path):
    answer = client.options(f"/api/v1/{path}", headers={"origin": "https://elsewhere.example"})
    assert answer.status_code == 204
    assert answer.content == b""
    assert answer["Allow"] == "GET, HEAD, OPTIONS"
    assert answer["Access-Control-Allow-Methods"] == "GET, HEAD, OPTIONS"
    assert "If-None-Match" in answer["Access-Control-Allow-Headers"]


def test_the_site_itself_is_not_opened(client):
    assert "Access-Control-Allow-Origin" not in client.get("/robots.txt")


@pytest.mark.parametrize("path", ["", "records/", "search/?q=river", "docs/", "docs/?script"])
def test_no_cookie_is_set(client, path):
    assert not client.get(f"/api/v1/{path}").cookies


def test_who_is_logged_in_sees_what_everyone_sees(client):
    make_published()
    everyone = client.get("/api/v1/records/").json()
    client.force_login(make_user(is_superuser=True))
    assert client.get("/api/v1/records/").json() == everyone


@pytest.mark.parametrize(
    "path", ["records/", "search/", "people/", "schema/", "export/records.csv"]
)
def test_an_answer_that_is_known_is_not_sent_again(client, path):
    make_published()
    first = client.get(f"/api/v1/{path}")
    again = client.get(f"/api/v1/{path}", headers={"if-none-match": first["ETag"]})
    assert again.status_code == 304
    assert again.content == b""
    assert again["Access-Control-Allow-Origin"] == "*"
    make_published()
    later = client.get(f"/api/v1/{path}", headers={"if-none-match": first["ETag"]})
    assert later.status_code == 200
    assert later["ETag"] != first["ETag"]


@pytest.mark.parametrize("path", ["", "records/", "search/", "docs/", "export/records.jsonl"])
def test_head_tells_the_headers_alone(client, path):
    make_published()
    whole, head = client.get(f"/api/v1/{path}"), client.head(f"/api/v1/{path}")
    assert head.status_code == 200
    body = b"".join(head.streaming_content) if head.streaming else head.content
    assert body == b""
    for name in ("Content-Type", "ETag"):
        assert head[name] == whole[name]


@pytest.mark.parametrize("path", ["", "v2/", "v2", "v1x", "v2/records/?page=2", "渡船/"])
@pytest.mark.parametrize("method", ["get", "post"])
def test_beside_version_1_there_is_nothing_and_it_costs_little(
    client, django_assert_max_num_queries, path, method
):
    with django_assert_max_num_queries(1):
        answer = getattr(client, method)(f"/api/{path}")
    assert (answer.status_code, answer.json()["error"]["code"]) == (404, "not_found")
    assert answer.templates == []


@pytest.mark.parametrize("path", ["v1", "v1/records", "v1/records/abcd", "v1/nowhere"])
def test_an_address_that_lacks_its_slash_is_put_right_without_a_page(client, path):
    answer = client.get(f"/api/{path}")
    assert (answer.status_code, answer["Location"]) == (301, f"/api/{path}/")
    assert "Content-Type" not in answer
    assert answer.content == b""
