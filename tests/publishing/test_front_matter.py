"""The words of the pages about the archive enter the ledger, and only by its verbs."""

import pytest
from django.db import connection

from diplomacy import publishing
from diplomacy.models import FrontEdition, FrontText, LedgerEntry, shipped_words
from diplomacy.publishing import Refused
from tests.factories import make_published, make_user

pytestmark = pytest.mark.django_db


def words_in_work(title="About us", body="We keep it.", page="about", language="en"):
    text, _made = FrontText.objects.update_or_create(
        page=page, language=language, defaults={"title": title, "body": body}
    )
    return text


def publish(**words) -> FrontEdition:
    return publishing.publish_front(words_in_work(**words), by=None)


def test_publishing_takes_the_next_number_and_leaves_nothing_in_work():
    make_published()
    user, text = make_user(), words_in_work()
    edition = publishing.publish_front(text, by=user, note="New address")
    assert (edition.entry.number, edition.entry.uid) == (2, "front:about:en")
    assert (edition.entry.event, edition.entry.by, edition.n) == ("front", user, 1)
    assert (edition.title, edition.body, edition.note) == ("About us", "We keep it.", "New address")
    assert text.words is None
    assert text.version == 1


def test_versions_are_counted_within_page_and_language():
    assert [publish(body=f"Text {n}").n for n in range(3)] == [1, 2, 3]
    assert publish(language="ur").n == 1
    assert publish(page="privacy").n == 1


def test_returning_gives_the_shipped_words_and_drops_what_was_in_work():
    publish()
    text = words_in_work(body="Half done")
    edition = publishing.return_to_shipped(text, by=None)
    assert (edition.is_shipped, edition.words, edition.n) == (True, None, 2)
    assert text.words is None
    assert publishing.front_words(text, edition) == shipped_words("about", "en")


def test_discarding_changes_nothing_for_readers():
    publish()
    text = words_in_work(body="Half done")
    publishing.discard_changes(text, by=None)
    assert text.words is None
    assert LedgerEntry.objects.count() == 1


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ({"title": " "}, "no title"),
        ({"body": " \n"}, "no text"),
        ({"body": "x" * 60_001}, "text is too long"),
        ({"body": "\x07"}, "no page can show"),
        ({"title": "", "body": ""}, "Nothing is in work"),
    ],
)
def test_what_cannot_be_shown_is_refused_and_nothing_is_done(words, reason):
    text = words_in_work(**words)
    with pytest.raises(Refused, match=reason):
        publishing.publish_front(text, by=None)
    assert not LedgerEntry.objects.exists()


@pytest.mark.sqlite
def test_a_title_that_is_too_long_for_the_other_database_is_refused_here_too():
    with pytest.raises(Refused, match="title is too long"):
        publish(title="x" * 201)


def test_words_that_readers_see_already_make_no_version():
    publish()
    with pytest.raises(Refused, match="already"):
        publishing.publish_front(words_in_work(), by=None)
    with pytest.raises(Refused, match="already"):
        publish(**shipped_words("help", "en")._asdict(), page="help")
    assert LedgerEntry.objects.count() == 1


@pytest.mark.parametrize("verb", [publishing.return_to_shipped, publishing.discard_changes])
def test_a_verb_that_has_nothing_to_do_is_refused(verb):
    text = FrontText.objects.create(page="about", language="en")
    with pytest.raises(Refused):
        verb(text, by=None)


def test_a_note_with_a_sign_that_no_page_can_show_is_refused():
    with pytest.raises(Refused, match="note"):
        publishing.publish_front(words_in_work(), by=None, note="\x00")
    assert FrontText.objects.get().words is not None


def test_the_ledger_is_sound_with_such_pages_in_it():
    publish()
    make_published()
    publishing.return_to_shipped(FrontText.objects.get(), by=None)
    verdict = publishing.verify_ledger(batch=1)
    assert (verdict.entries, verdict.broken) == (3, None)


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("title", "Forged"),
        ("body", "Forged"),
        ("note", "x"),
        ("is_shipped", True),
        ("n", 7),
        ("page", "help"),
        ("language", "ur"),
    ],
)
def test_an_altered_page_is_noticed(column, value):
    make_published()
    publish()
    with connection.cursor() as cursor:
        cursor.execute(f"UPDATE diplomacy_frontedition SET {column} = %s", [value])
    verdict = publishing.verify_ledger()
    assert (verdict.broken, verdict.reason) == (2, "its content was altered")


def test_a_missing_page_is_noticed():
    publish()
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM diplomacy_frontedition")
    assert publishing.verify_ledger().reason == "its content is missing"
