"""The headers that every answer carries."""

import pytest
from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished
from django.db import close_old_connections, connection
from django.http import FileResponse, HttpResponse, StreamingHttpResponse
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext

from diplomacy.site.middleware import Compression, HeadersAlone, SecurityHeaders, policy
from tests.factories import add_file, make_document, publish

PAGES = ["/no-such-page", "/admin/login/", "/static/admin/css/base.css"]


@pytest.mark.django_db
@pytest.mark.parametrize("address", PAGES)
def test_every_answer_says_what_a_page_may_load(client, address):
    response = client.get(address)
    response.close()  # a file that is streamed stays open until then
    directives = response.headers["Content-Security-Policy"].split("; ")
    assert "default-src 'none'" in directives
    assert "script-src 'self'" in directives
    assert "style-src 'self'" in directives
    assert "frame-ancestors 'none'" in directives
    assert "unsafe" not in response.headers["Content-Security-Policy"]
    assert "camera=()" in response.headers["Permissions-Policy"]
    assert response.headers["Referrer-Policy"] == "strict-origin-when-cross-origin"
    assert response.headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert response.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.django_db
def test_a_page_not_found_sets_no_cookie_and_asks_for_the_generation_at_most(
    client, django_assert_max_num_queries
):
    with django_assert_max_num_queries(1):
        response = client.get("/no-such-page")
    assert response.status_code == 404
    assert not response.cookies


def test_directives_are_written_in_their_order():
    assert policy({"default-src": ["'none'"], "img-src": ["'self'", "data:"]}) == (
        "default-src 'none'; img-src 'self' data:"
    )


def test_a_view_may_set_a_policy_of_its_own(rf):
    def view(request):
        return HttpResponse(headers={"Content-Security-Policy": "sandbox"})

    response = SecurityHeaders(view)(rf.get("/"))
    assert response.headers["Content-Security-Policy"] == "sandbox"


@pytest.mark.django_db
def test_the_sixth_guess_at_a_password_is_not_even_tried(client, settings, django_user_model):
    settings.AXES_ENABLED = True
    django_user_model.objects.create_superuser("editor", password="right and long")
    wrong, right = ({"username": "editor", "password": p} for p in ("wrong", "right and long"))
    for _ in range(settings.AXES_FAILURE_LIMIT):
        response = client.post("/admin/login/", wrong)
    assert response.status_code == 429
    assert client.post("/admin/login/", right).status_code == 429


@pytest.mark.django_db
def test_the_right_password_opens_the_door(client, settings, django_user_model):
    settings.AXES_ENABLED = True
    django_user_model.objects.create_superuser("editor", password="right and long")
    data = {"username": "editor", "password": "right and long"}
    assert client.post("/admin/login/", data).status_code == 302


@pytest.fixture(autouse=True)
def _kept_connections():
    """Answers are closed here without the test client, which spares the test's transaction."""
    request_finished.disconnect(close_old_connections)
    yield
    request_finished.connect(close_old_connections)


def served(method: str, address: str) -> tuple[dict, bytes]:
    """Headers and body as a WSGI server gets them: the test client would take the body away."""
    path, _, query = address.partition("?")
    request = RequestFactory().generic(method, path, QUERY_STRING=query)
    answer = WSGIHandler().get_response(request)
    try:
        return dict(answer.items()), b"".join(answer)
    finally:
        answer.close()


HEADED = ["/", "/archive/?q=ferry", "/no-such-page", "/robots.txt", "/feeds/latest.atom"]
HEADED += ["/api/v1/", "/api/v1/records/", "/api/v1/nowhere/", "/static/admin/css/base.css"]
HEADED += ["/api/v1/export/records.csv", "/api/v1/export/records.jsonl", "/admin/login/", "file"]


@pytest.mark.django_db
@pytest.mark.parametrize("address", HEADED)
def test_head_gives_the_headers_of_get_and_no_body(address):
    document = make_document("The ferry")
    file = add_file(document)
    publish(document)
    address = f"/files/{file.file.name}" if address == "file" else address
    whole, body = served("GET", address)
    headers, nothing = served("HEAD", address)
    assert body
    assert nothing == b""
    changing = {"Set-Cookie", "Expires"}
    assert {k: v for k, v in headers.items() if k not in changing} == {
        k: v for k, v in whole.items() if k not in changing
    }


@pytest.mark.django_db
def test_head_of_an_export_reads_no_record():
    publish(make_document("The ferry"))
    address = "/api/v1/export/records.jsonl"
    with CaptureQueriesContext(connection) as asked:
        served("HEAD", address)
    assert len(asked) <= 1
    with CaptureQueriesContext(connection) as asked:
        served("GET", address)
    assert len(asked) > 1


def test_head_starts_no_stream_and_closes_what_is_open(tmp_path):
    def lines():
        raise AssertionError("the stream was started")
        yield b""

    request = RequestFactory().head("/")
    answer = HeadersAlone(lambda _: StreamingHttpResponse(lines()))(request)
    assert list(answer) == []
    path = tmp_path / "scan.txt"
    path.write_bytes(b"words")
    file = path.open("rb")
    answer = HeadersAlone(lambda _: FileResponse(file))(request)
    assert (list(answer), answer.file_to_stream) == ([], None)
    answer.close()
    assert file.closed


@pytest.mark.django_db
def test_pages_and_data_are_sent_compressed_to_those_who_take_it(client):
    for address in ("/archive/", "/api/v1/schema/", "/feeds/latest.atom"):
        assert "Content-Encoding" not in client.get(address).headers
        answer = client.get(address, headers={"Accept-Encoding": "gzip"})
        assert answer.headers["Content-Encoding"] == "gzip"
        assert "Accept-Encoding" in answer.headers["Vary"]


def test_what_is_compressed_already_is_left_alone(rf):
    request = rf.get("/", headers={"Accept-Encoding": "gzip"})
    for content_type, encoding in (("text/html", "gzip"), ("application/pdf", None)):
        answer = Compression(lambda request, of=content_type: HttpResponse("a" * 999, of))(request)
        assert answer.headers.get("Content-Encoding") == encoding
