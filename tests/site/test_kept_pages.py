"""Pages are kept for one state of the archive: never stale, never another reader's."""

import pytest
from django.core.cache import cache
from django.http import HttpResponse, StreamingHttpResponse
from django.test import RequestFactory

from diplomacy import publishing
from diplomacy.site.generation import BYTES_KEPT, GenerationMiddleware
from tests import factories

pytestmark = pytest.mark.django_db


class Kitchen:
    """A site that counts what it has to make, and makes what it is told to."""

    def __init__(self, **answer):
        self.made, self.answer = 0, answer
        self.door = GenerationMiddleware(self.make)

    def make(self, request):
        self.made += 1
        return HttpResponse(f"page {self.made}", **self.answer)

    def get(self, path="/", method="get", cookies="", **headers):
        request = getattr(RequestFactory(headers=headers), method)(path)
        if cookies:
            request.COOKIES["seen"] = cookies
        return self.door(request).content.decode()


def test_a_page_is_made_once_for_each_state_of_the_archive():
    site = Kitchen()
    assert [site.get(), site.get()] == ["page 1", "page 1"]
    factories.make_published()
    assert [site.get(), site.get()] == ["page 2", "page 2"]


def test_a_page_asked_for_again_costs_one_query(client, django_assert_num_queries):
    factories.make_published("A tunnel through the pass")
    first = client.get("/archive/")
    with django_assert_num_queries(1):
        again = client.get("/archive/")
    assert again.content == first.content
    assert b"A tunnel through the pass" in again.content
    assert dict(again.headers) == dict(first.headers)


def test_nothing_is_stale_after_publication_or_removal(client):
    record = factories.make_published("A tunnel through the pass")
    assert b"A tunnel through the pass" in client.get("/archive/").content
    publishing.remove(record, by=None, reason="By order.")
    assert b"A tunnel through the pass" not in client.get("/archive/").content


def test_other_addresses_languages_forms_and_hosts_are_other_pages():
    site = Kitchen()
    asked = [
        site.get("/"),
        site.get("/?page=2"),
        site.get("/ur/"),
        site.get("/", Accept="application/json"),
        site.get("/", Host="other.example"),
    ]
    assert asked == [f"page {n}" for n in range(1, 6)]


def test_who_brings_a_cookie_or_a_key_gets_a_page_of_their_own():
    site = Kitchen()
    site.get()
    assert site.get(cookies="yes") == "page 2"
    assert site.get(Authorization="Token x") == "page 3"
    assert site.get() == "page 1"


def test_head_is_neither_kept_nor_answered_from_what_is_kept():
    site = Kitchen()
    assert [site.get(method="head"), site.get()] == ["page 1", "page 2"]


@pytest.mark.parametrize(
    "answer",
    [
        {"status": 404},
        {"content_type": "application/json"},
        {"headers": {"Cache-Control": "private"}},
    ],
)
def test_only_whole_pages_for_everybody_are_kept(answer):
    site = Kitchen(**answer)
    assert [site.get(), site.get()] == ["page 1", "page 2"]


@pytest.mark.parametrize(
    "make",
    [
        lambda: HttpResponse("x" * (BYTES_KEPT + 1)),
        lambda: StreamingHttpResponse(["x"]),
        lambda: with_cookie(HttpResponse("x")),
    ],
)
def test_long_streamed_and_personal_answers_are_not_kept(make):
    made = []
    door = GenerationMiddleware(lambda request: made.append(request) or make())
    for _ in range(2):
        door(RequestFactory().get("/"))
    assert len(made) == 2


def test_while_somebody_works_on_the_pages_none_is_kept(settings):
    settings.DEBUG = True
    site = Kitchen()
    assert [site.get(), site.get()] == ["page 1", "page 2"]


def test_losing_what_was_kept_loses_nothing():
    site = Kitchen()
    site.get()
    cache.clear()
    assert site.get() == "page 2"


def with_cookie(response):
    response.set_cookie("who", "a reader")
    return response


def test_a_page_that_must_not_be_kept_is_neither_kept_nor_marked(rf):
    site = Kitchen(headers={"Cache-Control": "max-age=0, no-store"})
    assert [site.get(), site.get(), site.get(if_none_match="*")] == ["page 1", "page 2", "page 3"]
    assert "ETag" not in site.door(rf.get("/"))
