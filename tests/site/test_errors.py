"""Pages for what cannot be shown."""

import pytest
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.test import Client, RequestFactory

from diplomacy import publishing
from diplomacy.site import errors
from tests import factories


def test_a_draft_and_nothing_at_all_are_answered_alike(client, db):
    draft = factories.make_document("Secret title")
    nothing = "zzzzzzzzzz"
    assert len(nothing) == len(draft.uid)
    url = f"/records/{draft.uid}/{draft.slug}/"
    first, second = client.get(url), client.get(url.replace(draft.uid, nothing))
    assert first.status_code == second.status_code == 404
    assert first.content == second.content.replace(nothing.encode(), draft.uid.encode())
    assert set(first.headers) == set(second.headers)
    factories.publish(draft)
    assert "Secret title" in client.get(url).content.decode()


def test_a_page_that_is_not_there_helps(client, db):
    text = client.get("/nowhere/").content.decode()
    assert 'action="/archive/"' in text
    assert 'content="noindex"' in text


def test_a_page_that_is_not_there_speaks_the_language_of_its_address(client, db):
    assert '<html lang="ur" dir="rtl">' in client.get("/ur/nowhere/").content.decode()


@pytest.mark.parametrize("end", ["", "editions/", "editions/1/"])
def test_a_removed_record_says_why_at_all_its_addresses(client, db, end):
    document = factories.make_published("Secret title")
    url = f"/records/{document.uid}/{document.slug}/{end}"
    assert "Secret title" in client.get(url).content.decode()
    publishing.remove(document, by=None, reason="It was never ours to show.")
    answer = client.get(url)
    text = answer.content.decode()
    assert answer.status_code == 410
    assert "It was never ours to show." in text
    assert "This record was removed" in text
    assert 'action="/archive/"' in text
    assert "Secret title" not in text


def test_a_withdrawn_record_is_called_withdrawn(client, db):
    document = factories.make_published()
    publishing.withdraw(document, by=None, reason="Under review.", keep_text=False)
    answer = client.get(document.public.get_absolute_url())
    assert answer.status_code == 410
    assert "This record was withdrawn" in answer.content.decode()


def test_a_refused_host_gets_a_page_too(db):
    answer = Client(headers={"Host": "evil.example"}).get("/archive/")
    assert answer.status_code == 400
    assert "This request cannot be read" in answer.content.decode()


@pytest.mark.parametrize(
    ("view", "exception", "status"),
    [
        (errors.bad_request, SuspiciousOperation("secret"), 400),
        (errors.forbidden, PermissionDenied("secret"), 403),
        (errors.not_found, Exception("secret"), 404),
    ],
)
def test_pages_for_errors_make_no_query_and_tell_no_detail(view, exception, status):
    answer = view(RequestFactory().get("/x"), exception)
    assert answer.status_code == status
    assert "secret" not in answer.content.decode()


def test_a_form_without_its_token_gets_our_page(db):
    answer = Client(enforce_csrf_checks=True).post("/admin/login/", {"username": "x"})
    assert answer.status_code == 403
    assert "open its page again" in answer.content.decode()


def test_our_own_failure_needs_neither_request_nor_database():
    answer = errors.server_error(None)
    assert answer.status_code == 500
    assert "Something went wrong on our side" in answer.content.decode()


def test_a_failing_page_is_answered_with_our_page(db, monkeypatch):
    def fail(*args, **kwargs):
        raise RuntimeError("secret")

    monkeypatch.setattr("diplomacy.site.views.home.families", fail)
    answer = Client(raise_request_exception=False).get("/")
    assert answer.status_code == 500
    assert "secret" not in answer.content.decode()
    assert "ETag" not in answer
