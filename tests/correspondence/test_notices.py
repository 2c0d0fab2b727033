"""Telling those who follow a search what is new in it."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from smtplib import SMTPRecipientsRefused, SMTPServerDisconnected

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.db import connection, connections
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from diplomacy import publishing
from diplomacy.correspondence import following, letters, notices
from diplomacy.correspondence.notices import send_notices
from diplomacy.models import LedgerHead, SavedSearch
from tests import factories

from .mailing import ask, follow, long_ago, secret_in

pytestmark = pytest.mark.django_db


def sent() -> list[str]:
    """The bodies of what a run sends."""
    mail.outbox.clear()
    send_notices()
    return [message.body for message in mail.outbox]


def test_a_record_that_the_search_finds_is_told_once():
    factories.make_published("An old bridge")
    follow("q=bridge")
    assert sent() == []
    record = factories.make_published("A bridge over the river")
    factories.make_published("A tunnel through the hill")
    (body,) = sent()
    assert "A bridge over the river" in body
    assert f"/records/{record.uid}/" in body
    assert "tunnel" not in body
    assert "old bridge" not in body
    assert sent() == []


def test_a_message_says_kind_whose_words_date_change_and_note(settings):
    follow("q=bridge")
    record = factories.make_published("A bridge", kind="readout", authority="readout")
    record.summary = "Put right."
    record.save()
    factories.publish(record, change="correction", note="The span was wrong.")
    (body,) = sent()
    assert "Read-out · One side's read-out · 16 May 2024" in body
    assert "Correction: The span was wrong." in body
    assert f"{settings.BASE_URL}/archive/?q=bridge" in body


def test_what_is_a_press_account_by_kind_and_by_authority_is_called_so_once():
    follow("q=bridge")
    factories.make_published("A bridge", kind="press_account", authority="press")
    (body,) = sent()
    assert "Press account · 16 May 2024" in body
    assert "Press account · Press account" not in body


def test_a_further_edition_is_news_again():
    record = factories.make_published("A bridge")
    follow("q=bridge")
    record.summary = "More is known."
    record.save()
    factories.publish(record)
    (body,) = sent()
    assert "A bridge" in body
    assert "Update" in body


@pytest.mark.parametrize(
    "hide",
    [
        lambda record: None,
        lambda record: publishing.submit(record, by=None),
        lambda record: publishing.publish(record, by=None, at=timezone.now() + timedelta(days=1)),
    ],
    ids=["draft", "submitted", "scheduled"],
)
def test_what_is_not_public_is_never_told(hide):
    follow()
    record = factories.make_document("Wolfsbane pact", "Of wolfsbane.", summary="wolfsbane")
    hide(record)
    factories.make_published("A bridge")
    (body,) = sent()
    assert "A bridge" in body
    assert "olfsbane" not in body


def test_a_newer_draft_of_a_public_record_is_not_told():
    follow()
    record = factories.make_published("A bridge")
    type(record).objects.filter(pk=record.pk).update(title="Wolfsbane", summary="Wolfsbane")
    publishing.note_change(record, by=None)
    (body,) = sent()
    assert "A bridge" in body
    assert "Wolfsbane" not in body


def test_withheld_words_are_not_in_a_message():
    follow("q=bridge")
    factories.make_published("A bridge", "The wolfsbane clause.", display="metadata")
    (body,) = sent()
    assert "A bridge" in body
    assert "wolfsbane" not in body


def test_what_was_withdrawn_with_its_text_is_told_with_the_reason():
    record = factories.make_published("A bridge")
    follow("q=bridge")
    publishing.withdraw(record, by=None, reason="In doubt.", keep_text=True)
    (body,) = sent()
    assert "Withdrawn: In doubt." in body


@pytest.mark.parametrize(
    "take_away",
    [
        lambda record: publishing.withdraw(record, by=None, reason="Why.", keep_text=False),
        lambda record: publishing.remove(record, by=None, reason="Why."),
    ],
    ids=["withdrawn without text", "removed"],
)
def test_what_may_no_longer_be_read_is_named_in_no_message(take_away):
    follow()
    record = factories.make_published("Quillonberry bridge")
    take_away(record)
    factories.make_published("A tunnel")
    (body,) = sent()
    assert "A tunnel" in body
    assert "Quillonberry" not in body
    assert "/feeds/latest.atom" in body


def test_a_scheduled_publication_whose_hour_has_come_is_told(monkeypatch):
    follow("q=bridge")
    record = factories.make_document("A bridge")
    publishing.publish(record, by=None, at=timezone.now() + timedelta(minutes=1))
    assert sent() == []
    later = timezone.now() + timedelta(minutes=2)
    monkeypatch.setattr(timezone, "now", lambda: later)
    assert len(sent()) == 1


def test_a_weekly_message_waits_for_its_week_and_misses_nothing():
    search = follow("q=bridge", rhythm="weekly")
    factories.make_published("The first bridge")
    assert sent() == []
    long_ago(search, days=6)
    assert sent() == []
    long_ago(search, days=7)
    (body,) = sent()
    assert "The first bridge" in body
    factories.make_published("The second bridge")
    assert sent() == []
    long_ago(search, days=7)
    (body,) = sent()
    assert "The second bridge" in body
    assert "The first bridge" not in body


def test_a_message_names_twenty_and_counts_the_others():
    follow("q=bridge")
    for n in range(23):
        factories.make_published(f"Bridge {n}")
    (body,) = sent()
    assert "23 records" in body
    assert body.count("/records/") == notices.MOST_TOLD
    assert "And 3 more" in body
    assert "Bridge 22" in body
    assert "\nBridge 2\n" not in body


def test_a_message_asks_the_same_for_one_record_and_for_twenty():
    follow("q=bridge")

    def queries():
        with CaptureQueriesContext(connection) as seen:
            send_notices()
        return len(seen)

    factories.make_published("Bridge")
    before = queries()
    for n in range(19):
        factories.make_published(f"Bridge {n}")
    assert queries() == before


def test_a_run_without_news_asks_the_same_for_one_reader_and_for_many():
    def queries():
        with CaptureQueriesContext(connection) as seen:
            send_notices()
        return len(seen)

    follow("q=bridge")
    before = queries()
    for n in range(4):
        follow(f"q=bridge{n}")
    assert queries() == before


# --- The way out ----------------------------------------------------------------------------------


def test_every_message_can_be_stopped_by_one_click(settings):
    search = follow("q=bridge")
    factories.make_published("A bridge")
    send_notices()
    message = mail.outbox[-1]
    secret = secret_in(message, "stop")
    url = f"{settings.BASE_URL}/follow/stop/{secret}/"
    assert message.extra_headers["List-Unsubscribe"] == f"<{url}>"
    assert message.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert f"{url}all/" in message.body
    assert "reader@example.org follows this search" in message.body
    assert following.followed(secret) == search


def test_links_of_all_messages_work_until_one_is_used():
    follow("q=bridge")
    secrets = []
    for n in range(2):
        factories.make_published(f"Bridge {n}")
        send_notices()
        secrets.append(secret_in(mail.outbox[-1], "stop"))
    assert len(set(secrets)) == 2
    following.stop(following.followed(secrets[0]))
    assert following.followed(secrets[1]) is None


def test_nobody_is_counted():
    follow("q=bridge")
    record = factories.make_published("A bridge")
    send_notices()
    ((html, kind),) = mail.outbox[-1].alternatives
    assert kind == "text/html"
    assert "<img" not in html
    assert f'/records/{record.uid}/"' in html


def test_a_title_is_text_and_never_markup_or_a_header():
    follow()
    factories.make_published("Bridge <b>& Bcc: x@example.org")
    send_notices()
    message = mail.outbox[-1]
    assert "Bridge <b>& Bcc" in message.body
    assert "Bridge &lt;b&gt;&amp; Bcc" in message.alternatives[0][0]
    assert message.recipients() == ["reader@example.org"]


def test_words_of_a_search_cannot_add_a_header():
    follow("q=bridge+OR+%22x%0D%0ABcc:+x@example.org%22")
    factories.make_published("Bridge")
    send_notices()
    message = mail.outbox[-1].message()
    assert message["Bcc"] is None
    assert "\n" not in mail.outbox[-1].subject


@pytest.mark.parametrize(("language", "direction"), [("ur", "rtl"), ("zh-hans", "ltr")])
def test_a_message_speaks_the_language_of_the_page_where_it_was_asked_for(language, direction):
    follow("q=bridge", language=language)
    record = factories.make_published("A bridge")
    send_notices()
    message = mail.outbox[-1]
    html = message.alternatives[0][0]
    assert f'<html lang="{language}" dir="{direction}">' in html
    assert f"/{language}/records/{record.uid}/" in message.body
    assert f"/{language}/follow/stop/" in message.body
    # What is not translated yet is said in English, and nothing is left out.
    assert "A bridge" in message.body
    assert "{" not in message.body


# --- Runs that meet, fail, or are broken off ------------------------------------------------------


class Postman(EmailBackend):
    """A mail server that does what a test tells it to."""

    before_sending = staticmethod(lambda message: None)

    def send_messages(self, messages):
        for message in messages:
            self.before_sending(message)
        return super().send_messages(messages)


@pytest.fixture
def postman(monkeypatch, settings):
    settings.EMAIL_BACKEND = f"{__name__}.Postman"

    def does(before_sending):
        monkeypatch.setattr(Postman, "before_sending", staticmethod(before_sending))

    return does


def test_a_second_run_while_a_message_is_sent_does_not_send_it_again(postman):
    follow("q=bridge")
    factories.make_published("A bridge")
    postman(lambda message: None)
    second = []
    postman(lambda message: second.append(send_notices().sent) if not second else None)
    mail.outbox.clear()
    assert send_notices().sent == 1
    assert second == [0]
    assert len(mail.outbox) == 1


@pytest.mark.django_db(transaction=True)
def test_of_many_runs_at_once_only_one_writes_each_message():
    for n in range(4):
        follow("q=bridge", f"reader{n}@example.org")
    factories.make_published("A bridge")
    mail.outbox.clear()

    def run(_n):
        try:
            return send_notices().sent
        finally:
            connections.close_all()

    with ThreadPoolExecutor(4) as pool:
        counts = list(pool.map(run, range(4)))
    assert sum(counts) == 4
    assert sorted(message.to[0] for message in mail.outbox) == [
        f"reader{n}@example.org" for n in range(4)
    ]


def test_a_run_that_dies_leaves_nothing_untold(postman):
    search = follow("q=bridge")
    factories.make_published("A bridge")

    def die(message):
        raise KeyboardInterrupt

    postman(die)
    with pytest.raises(KeyboardInterrupt):
        send_notices()
    postman(lambda message: None)
    assert send_notices().sent == 0  # another run may still be at it
    then = timezone.now() - timedelta(seconds=1)
    SavedSearch.objects.filter(pk=search.pk).update(busy_until=then)
    assert send_notices().sent == 1


def test_a_server_that_goes_away_stops_the_run_and_the_next_begins_where_it_stopped(postman):
    follow("q=bridge", "one@example.org")
    follow("q=bridge", "two@example.org")
    factories.make_published("A bridge")

    def fail(message):
        if message.to == ["two@example.org"]:
            raise SMTPServerDisconnected("gone")

    postman(fail)
    mail.outbox.clear()
    with pytest.raises(letters.NotSentError):
        send_notices()
    postman(lambda message: None)
    send_notices()
    assert [message.to for message in mail.outbox] == [["one@example.org"], ["two@example.org"]]


def test_an_address_that_refuses_does_not_stop_the_others_and_is_forgotten_at_last(postman):
    bad = follow("q=bridge", "bad@example.org")
    follow("q=bridge", "good@example.org")
    factories.make_published("A bridge")

    def refuse(message):
        if message.to == ["bad@example.org"]:
            raise SMTPRecipientsRefused({"bad@example.org": (550, b"no such box")})

    postman(refuse)
    tally = send_notices()
    assert (tally.sent, tally.refused, tally.forgotten) == (1, 1, 0)
    assert send_notices().refused == 0
    for n in range(2, notices.MOST_REFUSALS + 1):
        SavedSearch.objects.filter(pk=bad.pk).update(busy_until=None)
        assert send_notices().refused == 1, n
    assert not SavedSearch.objects.filter(pk=bad.pk).exists()


def test_a_search_that_cannot_be_read_any_more_is_passed_over(caplog):
    search = follow("q=bridge")
    SavedSearch.objects.filter(pk=search.pk).update(query="kind=no_longer")
    factories.make_published("A bridge")
    assert send_notices().sent == 0
    assert "no_longer" not in SavedSearch.objects.get().address
    assert "cannot be read" in caplog.text
    assert SavedSearch.objects.get().seen == LedgerHead.objects.get().number


def test_those_who_did_not_confirm_are_not_written_to():
    ask("q=bridge")
    factories.make_published("A bridge")
    assert sent() == []
