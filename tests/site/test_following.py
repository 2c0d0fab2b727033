"""The pages where a search is followed, confirmed and stopped."""

from smtplib import SMTPRecipientsRefused

import pytest
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from diplomacy.correspondence import following
from diplomacy.models import SavedSearch
from diplomacy.site.views.following import LIMIT
from tests import factories
from tests.correspondence.mailing import ask, follow, secret_in

pytestmark = pytest.mark.django_db
WISH = {"address": "reader@example.org", "rhythm": "weekly"}


def test_the_page_says_in_words_what_would_be_followed(client):
    record = factories.make_document("A bridge")
    factories.add_topic(record, factories.make_topic("Rail links", slug="rail"))
    factories.publish(record)
    factories.make_published("A tunnel")
    page = client.get("/follow/?topic=rail&sort=date&page=3").content.decode()
    assert "Rail links" in page
    assert "It finds 1 record now" in page
    assert 'href="/archive/?topic=rail"' in page
    assert "/archive/feed.atom?topic=rail" in page


def test_the_whole_archive_can_be_followed(client):
    assert "All records of the archive." in client.get("/follow/").content.decode()


@pytest.mark.parametrize(
    ("query", "what"),
    [
        ("kind=nope", "Kind"),
        ("date_from=2024-02-31", "From"),
        ("topic=a%00", "Topic"),
        ("language=klingonese!", "Language"),
        ("sort=x", "sort"),
        ("q=" + "x" * 2_001, "Words"),
    ],
)
@pytest.mark.parametrize("method", ["get", "post"])
def test_a_search_that_cannot_be_read_is_named(client, query, what, method):
    answer = getattr(client, method)(f"/follow/?{query}", WISH if method == "post" else None)
    assert answer.status_code == 400
    assert what in answer.content.decode()
    assert not mail.outbox


@pytest.mark.parametrize(
    "words", ['"""', "-", "OR OR", "a%00b", "%F0%9F%8C%89", "%D8%A7abc%D9%84", "*" * 50, "((("]
)
def test_any_words_can_be_followed(client, words):
    assert client.get(f"/follow/?q={words}").status_code == 200
    assert client.post(f"/follow/?q={words}", WISH).status_code == 302


def test_a_form_is_kept_by_nobody(client):
    answer = client.get("/follow/")
    assert "no-store" in answer["Cache-Control"]
    assert "ETag" not in answer
    assert client.get("/follow/", headers={"If-None-Match": "*"}).status_code == 200


def test_a_form_from_another_site_is_refused():
    strict = Client(enforce_csrf_checks=True)
    assert strict.post("/follow/", WISH).status_code == 403
    assert not mail.outbox


def test_the_way_from_the_page_to_the_first_notice_and_out(client):
    answer = client.post("/follow/?q=bridge", WISH | {"rhythm": "at_once"}, follow=True)
    assert "Look into your mail" in answer.content.decode()
    assert WISH["address"] not in answer.content.decode()
    secret = secret_in(mail.outbox[-1])
    page = client.get(f"/follow/confirm/{secret}/")
    assert "bridge" in page.content.decode()
    assert SavedSearch.objects.get().confirmed_at is None
    # The button of the page, from a browser that has no cookie of ours.
    answer = Client(enforce_csrf_checks=True).post(f"/follow/confirm/{secret}/")
    assert "You follow this search" in answer.content.decode()
    assert SavedSearch.objects.get().confirmed_at is not None
    assert client.get(f"/follow/confirm/{secret}/").status_code == 404


def test_the_language_of_the_page_is_that_of_the_messages(client):
    client.post("/ur/follow/?q=bridge", WISH)
    assert SavedSearch.objects.get().language == "ur"
    assert "/ur/follow/confirm/" in mail.outbox[-1].body


@pytest.mark.parametrize(
    "address",
    [
        "",
        "reader",
        "reader@",
        "a\nBcc: x@example.org",
        "a@example.org\r\nBcc: x@example.org",
        "a@example.org, b@example.org",
        "a\x00@example.org",
        "x" * 250 + "@example.org",
        "читатель@example.org",
        "<a@example.org>",
        '"a\x0bSubject:x"@example.org',
        '"a\x01"@example.org',
        "\u017f@example.org",
        f"reader@{'ü' * 63}.example",
        "reader@\ufdfa.example",
    ],
)
def test_what_is_no_address_is_said_and_nothing_is_sent(client, address):
    answer = client.post("/follow/?q=bridge", WISH | {"address": address})
    assert answer.status_code == 400
    assert 'role="alert"' in answer.content.decode()
    assert not mail.outbox
    assert not SavedSearch.objects.exists()


@pytest.mark.parametrize(
    "address",
    ["  reader@example.org ", "reader@bücher.example", "a@[192.0.2.1]", '"a,b"@example.org'],
)
def test_addresses_as_people_write_them_are_taken(client, address):
    assert client.post("/follow/?q=bridge", WISH | {"address": address}).status_code == 302
    assert len(mail.outbox) == 1


def test_an_unknown_rhythm_is_refused(client):
    assert client.post("/follow/", WISH | {"rhythm": "hourly"}).status_code == 400


def test_the_answer_is_the_same_for_a_known_address(client):
    follow("q=bridge", WISH["address"])
    known = client.post("/follow/?q=bridge", WISH)
    unknown = client.post("/follow/?q=bridge", WISH | {"address": "other@example.org"})
    assert (known.status_code, known["Location"]) == (unknown.status_code, unknown["Location"])


def test_a_program_that_fills_in_everything_is_thanked_and_ignored(client):
    answer = client.post("/follow/", WISH | {"remarks": "https://example.org"})
    assert answer["Location"] == "/follow/asked/"
    assert not SavedSearch.objects.exists()


def test_too_many_from_one_client_are_told_when_to_come_back(client):
    for n in range(LIMIT.most):
        assert client.post("/follow/", WISH | {"address": f"r{n}@example.org"}).status_code == 302
    answer = client.post("/follow/", WISH | {"address": "one-more@example.org"})
    assert answer.status_code == 429
    assert answer["Retry-After"] == str(LIMIT.seconds)
    assert "Too many at once" in answer.content.decode()
    elsewhere = Client(REMOTE_ADDR="192.0.2.7")
    assert elsewhere.post("/follow/", WISH).status_code == 302


def test_too_many_to_one_address_are_refused_from_wherever_they_are_asked(client):
    for n in range(following.LETTERS_A_DAY):
        Client(REMOTE_ADDR=f"192.0.2.{n}").post("/follow/", WISH)
    assert client.post("/follow/", WISH).status_code == 429
    assert len(mail.outbox) == following.LETTERS_A_DAY


def test_without_a_mail_server_only_the_feed_is_offered(client, settings):
    settings.SENDS_MAIL = False
    page = client.get("/follow/?q=bridge").content.decode()
    assert "/archive/feed.atom?q=bridge" in page
    assert "e-mail" not in page.lower()
    assert client.post("/follow/?q=bridge", WISH).status_code == 404
    record = factories.make_document()
    factories.add_topic(record, factories.make_topic(slug="rail"))
    factories.publish(record)
    page = client.get("/topics/rail/").content.decode()
    assert "/feeds/topic" in page
    assert "/follow/" not in page


def test_a_mail_server_that_fails_is_said(client, settings, monkeypatch):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    answer = client.post("/follow/?q=bridge", WISH)
    assert answer.status_code == 503
    assert "try again later" in answer.content.decode()

    def refuse(*args, **kwargs):
        raise SMTPRecipientsRefused({})

    monkeypatch.setattr("django.core.mail.EmailMultiAlternatives.send", refuse)
    assert client.post("/follow/?q=bridge", WISH).status_code == 400


# --- Secret links ---------------------------------------------------------------------------------


@pytest.mark.parametrize("secret", ["x", "A" * 43, "%00", "%F0%9F%8C%89", "x" * 5_000])
@pytest.mark.parametrize("address", ["confirm/{}/", "stop/{}/", "stop/{}/all/"])
@pytest.mark.parametrize("method", ["get", "post"])
def test_a_forged_link_is_told_so(client, secret, address, method):
    follow("q=bridge")
    answer = getattr(client, method)(f"/follow/{address.format(secret)}")
    assert answer.status_code == 404
    assert "does not work any more" in answer.content.decode()
    assert SavedSearch.objects.count() == 1


def test_looking_at_a_link_changes_nothing(client):
    secret = ask("q=bridge")
    client.get(f"/follow/confirm/{secret}/")
    client.head(f"/follow/confirm/{secret}/")
    assert SavedSearch.objects.get().confirmed_at is None
    stop = stop_secret(following.confirm(secret))
    for end in ("", "all/"):
        assert client.get(f"/follow/stop/{stop}/{end}").status_code == 200
        client.head(f"/follow/stop/{stop}/{end}")
    assert SavedSearch.objects.exists()


def stop_secret(search: SavedSearch) -> str:
    return following.links.new_link(search, following.STOP, at=search.confirmed_at)


def test_one_click_stops_without_cookie_or_token():
    search, other = follow("q=bridge"), follow("q=tunnel")
    mail_program = Client(enforce_csrf_checks=True)
    answer = mail_program.post(
        f"/follow/stop/{stop_secret(search)}/", {"List-Unsubscribe": "One-Click"}
    )
    assert answer.status_code == 200
    assert not answer.cookies
    assert list(SavedSearch.objects.all()) == [other]


def test_all_can_be_stopped_at_once(client):
    search = follow("q=bridge")
    follow("q=tunnel")
    stranger = follow("q=bridge", "other@example.org")
    secret = stop_secret(search)
    page = client.get(f"/follow/stop/{secret}/").content.decode()
    assert f"/follow/stop/{secret}/all/" in page
    answer = client.post(f"/follow/stop/{secret}/all/")
    assert "your address has been deleted" in answer.content.decode()
    assert list(SavedSearch.objects.all()) == [stranger]


def test_whoever_follows_fifty_searches_is_told_at_the_link(client, monkeypatch):
    monkeypatch.setattr(following, "MOST", 1)
    follow("q=bridge")
    answer = client.post(f"/follow/confirm/{ask('q=tunnel')}/")
    assert answer.status_code == 409
    assert "One address may follow 1 search." in answer.content.decode()


def test_pages_of_secret_links_are_kept_by_nobody(client):
    for url in (f"/follow/confirm/{ask()}/", f"/follow/stop/{stop_secret(follow())}/"):
        answer = client.get(url)
        assert "no-store" in answer["Cache-Control"]
        assert "ETag" not in answer
        assert not answer.cookies


def test_the_page_asks_the_same_for_one_record_and_for_many(client):
    def queries():
        factories.make_published("Bridge")
        with CaptureQueriesContext(connection) as seen:
            client.get("/follow/?q=bridge")
        return len(seen)

    before = queries()
    assert [queries() for _ in range(3)] == [before] * 3
