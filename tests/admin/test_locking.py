"""Two editors at one record: nobody's words are lost."""

import pytest

from diplomacy.models import Account
from tests import factories

from .browsing import add_row, errors_of, form_of
from .test_screens import url


@pytest.fixture
def account(db):
    return factories.make_document("Still water", "First words.", "Second words.")


def open_and_overtake(editor, publisher, account):
    """The editor opens the form; the publisher saves before the editor does."""
    page = url("account", "change", account.pk)
    typed = form_of(editor.get(page))
    theirs = form_of(publisher.get(page)) | {"title": ["Their title"], "byline": ["By them"]}
    assert publisher.post(page, theirs).status_code == 302
    return page, typed | {"title": ["My title"], "paragraphs-0-text": ["My words."]}


def test_the_second_editor_is_told_by_whom_and_nothing_is_saved(editor, publisher, account):
    page, typed = open_and_overtake(editor, publisher, account)
    answer = editor.post(page, typed)
    said = answer.content.decode()
    assert answer.status_code == 200
    assert f"{publisher.user.username} saved this record" in said
    account.refresh_from_db()
    assert (account.title, account.version) == ("Their title", 2)
    assert account.paragraphs.first().text == "First words."


def test_the_form_comes_back_with_all_that_was_typed(editor, publisher, account):
    page, typed = open_and_overtake(editor, publisher, account)
    topic = factories.make_topic()
    add_row(typed, "topic_labels", topic=topic.pk, printed="rails", order="")
    back = form_of(editor.post(page, typed))
    assert back["title"] == ["My title"]
    assert back["paragraphs-0-text"] == ["My words."]
    assert back["topic_labels-0-topic"] == [str(topic.pk)]
    assert back["topic_labels-0-printed"] == ["rails"]


def test_what_differs_is_listed_before_one_may_overwrite(editor, publisher, account):
    page, typed = open_and_overtake(editor, publisher, account)
    assert 'name="overwrite"' not in editor.get(page).content.decode()
    answer = editor.post(page, typed)
    assert 'name="overwrite"' in answer.content.decode()
    rows = {str(r["label"]): (r["stored"], r["typed"]) for r in answer.context["differences"]}
    assert rows["Title"] == ("Their title", "My title")
    assert rows["Byline"] == ("By them", "")
    assert rows["paragraph"] == ("First words.", "My words.")
    assert len(rows) == 3


def test_what_differs_in_a_row_is_named_not_numbered(editor, publisher, account):
    page, typed = open_and_overtake(editor, publisher, account)
    topic = factories.make_topic("Rail links")
    add_row(typed, "topic_labels", topic=topic.pk, printed="rails", order="")
    rows = editor.post(page, typed).context["differences"]
    assert {"label": "topic", "stored": "", "typed": "Rail links · rails"} in rows


def test_mine_is_saved_over_theirs_when_asked(editor, publisher, account):
    page, typed = open_and_overtake(editor, publisher, account)
    again = form_of(editor.post(page, typed)) | {"overwrite": ["2"]}
    answer = editor.post(page, again)
    assert answer.status_code == 302, errors_of(answer)
    account.refresh_from_db()
    assert (account.title, account.byline, account.version) == ("My title", "", 3)
    assert account.paragraphs.first().text == "My words."


def test_only_the_version_one_has_seen_is_overwritten(editor, publisher, account):
    page, typed = open_and_overtake(editor, publisher, account)
    again = form_of(editor.post(page, typed)) | {"overwrite": ["2"]}
    once_more = form_of(publisher.get(page)) | {"title": ["Their second title"]}
    assert publisher.post(page, once_more).status_code == 302
    assert editor.post(page, again).status_code == 200
    assert Account.objects.get().title == "Their second title"


def test_a_form_without_its_version_is_not_trusted(editor, account):
    page = url("account", "change", account.pk)
    typed = form_of(editor.get(page)) | {"title": ["My title"]}
    del typed["version"]
    assert editor.post(page, typed).status_code == 200
    assert Account.objects.get().title == "Still water"


def test_what_somebody_deleted_meanwhile_is_said(editor, publisher, account):
    page = url("account", "change", account.pk)
    typed = form_of(editor.get(page)) | {"paragraphs-0-text": ["My words."]}
    theirs = form_of(publisher.get(page)) | {"paragraphs-0-DELETE": ["on"]}
    assert publisher.post(page, theirs).status_code == 302
    answer = editor.post(page, typed | {"overwrite": ["2"]})
    assert answer.status_code == 200
    assert "Someone else has deleted a row meanwhile" in answer.content.decode()
    assert "My words." in answer.content.decode()


def test_a_button_pressed_on_an_old_page_does_nothing(editor, publisher, account):
    page = url("account", "verb", account.pk, "submit")
    seen = {"version": ["1"], "note": [""]}
    change = url("account", "change", account.pk)
    publisher.post(change, form_of(publisher.get(change)) | {"title": ["Their title"]})
    answer = editor.post(page, seen)
    assert "Somebody saved this record" in answer.content.decode()
    account.refresh_from_db()
    assert account.state == "draft"
