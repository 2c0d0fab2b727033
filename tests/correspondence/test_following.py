"""Following a search: asked for, confirmed, stopped."""

from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from diplomacy.correspondence import following, letters
from diplomacy.models import LedgerHead, SavedSearch, SavedSearchLink
from diplomacy.search.params import SearchParams
from tests import factories

from .mailing import ask, follow, secret_in

pytestmark = pytest.mark.django_db


def test_nothing_is_followed_before_it_is_confirmed():
    factories.make_published()
    secret = ask("q=bridge")
    assert SavedSearch.objects.get().confirmed_at is None
    search = following.confirm(secret)
    assert (search.query, search.seen) == ("q=bridge", LedgerHead.objects.get().number)
    assert search.confirmed_at is not None


def test_a_link_to_confirm_works_once():
    secret = ask()
    assert following.confirm(secret)
    assert following.confirm(secret) is None


@pytest.mark.parametrize("secret", ["", "x", "é" * 50, "a\x00b", "\ud800", "A" * 43])
def test_a_forged_link_means_nothing(secret):
    ask()
    assert following.confirm(secret) is None
    assert following.followed(secret) is None
    assert SavedSearch.objects.get().confirmed_at is None


def test_a_link_to_confirm_stops_nothing():
    secret = ask()
    assert following.followed(secret) is None
    assert following.asked(secret) == SavedSearch.objects.get()


def test_no_secret_is_kept():
    secret = ask()
    link = SavedSearchLink.objects.get()
    assert secret not in str(vars(link)) + str(vars(link.search))
    assert len(secret) >= 43


def test_what_nobody_confirmed_in_two_days_is_forgotten():
    secret = ask("q=old")
    then = timezone.now() - timedelta(hours=48, seconds=1)
    SavedSearch.objects.update(asked_at=then)
    SavedSearchLink.objects.update(made_at=then)
    assert following.asked(secret) is None
    assert following.confirm(secret) is None
    ask("q=new")
    assert [search.query for search in SavedSearch.objects.all()] == ["q=new"]


def test_asking_again_renews_the_wish_and_both_links_work():
    first = ask("q=bridge", rhythm="weekly")
    ask("q=bridge", rhythm="at_once")
    search = following.confirm(first)
    assert search.rhythm == "at_once"
    assert SavedSearch.objects.count() == 1


def test_confirming_again_changes_the_rhythm_and_leaves_nothing_untold():
    before = follow("q=bridge", rhythm="weekly")
    factories.make_published("A bridge")
    after = follow("q=bridge", rhythm="at_once", language="ur")
    assert (after.seen, after.rhythm, after.language) == (before.seen, "at_once", "ur")
    assert SavedSearch.objects.count() == 1


def test_links_of_earlier_messages_still_stop_what_was_confirmed_again():
    before = follow("q=bridge")
    secret = following.links.new_link(before, following.STOP, at=timezone.now())
    after = follow("q=bridge", rhythm="weekly")
    assert following.followed(secret) == after


def test_the_message_is_the_same_for_a_known_and_an_unknown_address():
    follow("q=bridge", "known@example.org")
    bodies = []
    for address in ("known@example.org", "other@example.org"):
        ask_for = {"address": address, "rhythm": "weekly", "language": "en"}
        following.ask(SearchParams(q="bridge"), **ask_for)
        message = mail.outbox.pop()
        bodies.append(message.body.replace(secret_in(message), ""))
    assert bodies[0] == bodies[1]


def test_an_address_is_sent_few_messages_a_day():
    for n in range(following.LETTERS_A_DAY):
        ask(f"q=bridge{n % 2}")
    with pytest.raises(following.TooManyError):
        ask("q=another")
    ask("q=another", "other@example.org")
    SavedSearchLink.objects.update(made_at=timezone.now() - timedelta(days=1, seconds=1))
    ask("q=another")


def test_an_address_follows_at_most_fifty_searches(monkeypatch):
    monkeypatch.setattr(following, "MOST", 2)
    follow("q=one")
    follow("q=two")
    secret = ask("q=three")
    with pytest.raises(following.TooManyError):
        following.confirm(secret)
    follow("q=two", rhythm="weekly")
    following.stop(SavedSearch.objects.get(query="q=one"))
    assert following.confirm(secret)


def test_stopping_deletes_the_address():
    one, two = follow("q=one"), follow("q=two")
    other = follow("q=one", "other@example.org")
    following.stop(one)
    assert set(SavedSearch.objects.all()) == {two, other}
    ask("q=three")
    following.stop(two, everything=True)
    assert list(SavedSearch.objects.all()) == [other]
    assert SavedSearchLink.objects.exclude(search=other).count() == 0


def test_the_domain_of_an_address_has_no_case():
    follow("q=one", " Reader@Example.ORG ")
    assert SavedSearch.objects.get().address == "Reader@example.org"


def test_a_mail_server_that_does_not_answer_is_said(settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    with pytest.raises(letters.NotSentError):
        ask()
