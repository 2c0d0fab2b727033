"""One state of the archive, one ETag."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import connections
from django.test import Client
from django.utils import timezone

from diplomacy import publishing
from diplomacy.models import LedgerHead, Schedule
from diplomacy.site.generation import fingerprint
from tests import factories

PAGES = ["/", "/ur/", "/timeline/", "/feeds/latest.atom", "/sitemap.xml", "/robots.txt"]


@pytest.fixture
def record(db):
    return factories.make_published("A tunnel through the pass")


def asked_again(client, url: str, **headers):
    """The answer to a client that holds what it got before."""
    return client.get(url, headers={"If-None-Match": client.get(url)["ETag"]} | headers)


@pytest.mark.parametrize("url", PAGES)
def test_who_holds_the_page_is_answered_with_nothing_in_one_query(
    client, record, url, django_assert_num_queries
):
    etag = client.get(url)["ETag"]
    with django_assert_num_queries(1):
        answer = client.get(url, headers={"If-None-Match": etag})
    assert (answer.status_code, answer.content, answer["ETag"]) == (304, b"", etag)
    assert answer["Cache-Control"] == "no-cache"


def test_the_etag_is_weak_and_names_the_generation(client, record):
    assert client.get("/")["ETag"].startswith(f'W/"{LedgerHead.objects.get().number}-')


def test_every_address_language_and_accepted_form_has_an_etag_of_its_own(client, record):
    urls = ["/", "/ur/", "/zh-hans/", "/timeline/", "/timeline/?year=2024", "/?x=1"]
    tags = {client.get(url)["ETag"] for url in urls}
    tags.add(client.get("/", headers={"Accept": "application/json"})["ETag"])
    assert len(tags) == len(urls) + 1


@pytest.mark.parametrize(
    "given",
    ["{tag}", "{strong}", '"other", {tag}', '{tag}, "other"', 'W/"x",{strong} ,"y"'],
)
def test_a_list_of_etags_is_read_and_weak_is_as_good_as_strong(client, record, given):
    tag = client.get("/")["ETag"]
    given = given.format(tag=tag, strong=tag.removeprefix("W/"))
    assert client.get("/", headers={"If-None-Match": given}).status_code == 304


@pytest.mark.parametrize("given", ['"other"', "nonsense", "", '"1", W/"2"'])
def test_other_etags_get_the_page(client, record, given):
    assert client.get("/", headers={"If-None-Match": given}).status_code == 200


def test_a_star_stands_for_whatever_there_is_and_for_nothing_where_nothing_is(client, record):
    assert client.get("/", headers={"If-None-Match": "*"}).status_code == 304
    assert client.get("/nowhere/", headers={"If-None-Match": "*"}).status_code == 404


def test_head_is_answered_like_get(client, record):
    tag = client.get("/")["ETag"]
    head = client.head("/")
    assert (head.status_code, head["ETag"], head.content) == (200, tag, b"")
    assert client.head("/", headers={"If-None-Match": tag}).status_code == 304


def test_what_is_not_there_is_marked_too(client, record):
    answer = client.get("/nowhere/")
    assert (answer.status_code, answer["Cache-Control"]) == (404, "no-cache")
    assert asked_again(client, "/nowhere/").status_code == 304


def test_no_page_sets_a_cookie(client, record):
    for url in [*PAGES, "/nowhere/"]:
        answer = client.get(url)
        assert not answer.cookies
        assert "Cookie" not in answer.get("Vary", "")


def test_a_publication_changes_the_page_at_once(client, record):
    answer = client.get("/")
    factories.make_published("A second tunnel")
    again = client.get("/", headers={"If-None-Match": answer["ETag"]})
    assert again.status_code == 200
    assert "A second tunnel" in again.content.decode()
    assert "A second tunnel" not in answer.content.decode()


def test_a_renamed_topic_changes_the_page_at_once(client, db):
    document, topic = factories.make_document(), factories.make_topic("Old heading")
    factories.add_topic(document, topic)
    factories.publish(document)
    answer = client.get("/")
    topic.label = "New heading"
    topic.save()
    publishing.record_authority_change(topic, by=None)
    again = client.get("/", headers={"If-None-Match": answer["ETag"]})
    assert "Old heading" in answer.content.decode()
    assert "New heading" in again.content.decode()


def test_a_draft_changes_nothing(client, record):
    factories.make_document("Only a draft")
    assert asked_again(client, "/").status_code == 304


def make_due(record) -> Schedule:
    """Put the hour of a waiting schedule into the past."""
    factories.publish(record, at=timezone.now() + timedelta(hours=1))
    hour = timezone.now() - timedelta(seconds=1)
    Schedule.objects.update(due_at=hour)
    LedgerHead.objects.update(next_due=hour)
    return Schedule.objects.get()


def test_what_waits_for_its_hour_is_not_there_before(client, record):
    waiting = factories.make_document("The agreed minutes")
    factories.publish(waiting, at=timezone.now() + timedelta(hours=1))
    assert "The agreed minutes" not in client.get("/").content.decode()


def test_the_first_request_after_the_hour_sees_what_was_due(client, record):
    answer = client.get("/")
    schedule = make_due(factories.make_document("The agreed minutes"))
    again = client.get("/", headers={"If-None-Match": answer["ETag"]})
    assert again.status_code == 200
    assert "The agreed minutes" in again.content.decode()
    schedule.refresh_from_db()
    assert schedule.status == Schedule.Status.PUBLISHED


def test_a_visitor_from_the_feed_settles_too(client, record):
    make_due(factories.make_document("The agreed minutes"))
    assert "The agreed minutes" in client.get("/feeds/latest.atom").content.decode()


def test_who_is_known_gets_no_mark_that_a_stranger_could_share(client, record):
    client.force_login(factories.make_user())
    answer = client.get("/")
    assert answer.status_code == 200
    assert "ETag" not in answer


def test_a_post_passes_untouched(client, record, django_assert_num_queries):
    with django_assert_num_queries(0):
        answer = client.post("/", {"q": "x"}, headers={"If-None-Match": "*"})
    assert answer.status_code == 405
    assert "ETag" not in answer


def test_the_admin_is_left_alone(client, record):
    assert "ETag" not in client.get("/admin/login/")


def test_while_templates_are_worked_on_every_page_is_made_anew(client, record, settings):
    settings.DEBUG = True
    assert asked_again(client, "/").status_code == 200


def test_other_software_has_other_etags(tmp_path, settings):
    (tmp_path / "templates").mkdir()
    page = tmp_path / "templates" / "page.html"
    page.write_text("one")
    first = fingerprint(tmp_path)
    page.write_text("two")
    assert fingerprint(tmp_path) != first
    page.write_text("one")
    assert fingerprint(tmp_path) == first
    settings.BASE_URL = "https://elsewhere.example"
    assert fingerprint(tmp_path) != first


@pytest.fixture
def elsewhere():
    """Runs a function on another thread, which has a database connection of its own."""
    with ThreadPoolExecutor(max_workers=1) as thread:
        yield lambda function: thread.submit(function).result()
        thread.submit(connections.close_all).result()


@pytest.mark.django_db(transaction=True)
def test_another_process_never_shows_the_old_page(client, elsewhere):
    factories.make_published("A tunnel through the pass")
    other = Client()
    old = elsewhere(lambda: other.get("/"))
    factories.make_published("A second tunnel")
    asked = elsewhere(lambda: other.get("/", headers={"If-None-Match": old["ETag"]}))
    assert asked.status_code == 200
    assert "A second tunnel" in asked.content.decode()
    here = client.get("/", headers={"If-None-Match": asked["ETag"]})
    assert here.status_code == 304
