"""The readable end of an address, as editors see it come about."""

from datetime import timedelta

import pytest
from django.utils import timezone

from diplomacy import publishing
from diplomacy.models import Document
from tests import factories

from .browsing import errors_of, form_of
from .test_screens import url


@pytest.fixture
def untitled(db):
    """A draft such as the intake makes of a page without a headline."""
    factories.make_document(slug="press-account")
    draft = factories.make_document("No title yet")
    Document.objects.filter(pk=draft.pk).update(title="", slug=f"press-account-{draft.uid}")
    draft.refresh_from_db()
    return draft


def save(client, record, **fields) -> str:
    """Save the form with these fields changed; the slug there is afterwards."""
    page = url("account", "change", record.pk)
    given = {name: [value] for name, value in fields.items()}
    answer = client.post(page, form_of(client.get(page)) | given)
    assert answer.status_code == 302, errors_of(answer)
    record.refresh_from_db()
    return record.slug


def test_the_address_follows_the_title_until_it_is_public(publisher, untitled):
    assert save(publisher, untitled, title="Envoys meet") == "envoys-meet"
    assert save(publisher, untitled, title="Envoys part") == "envoys-part"
    publishing.publish(untitled, by=publisher.user)
    assert save(publisher, untitled, title="Envoys meet again") == "envoys-part"


def test_an_address_that_somebody_chose_stays(editor, untitled):
    assert save(editor, untitled, title="Envoys meet", slug="by-the-river") == "by-the-river"
    assert save(editor, untitled, title="Envoys part") == "by-the-river"


def test_an_address_stays_when_something_else_is_changed(editor, untitled):
    before = untitled.slug
    assert save(editor, untitled, title="河边会晤", summary="In short.") == before
    assert save(editor, untitled, summary="In other words.") == before


def test_the_address_of_a_version_that_waits_for_its_hour_stays(publisher, untitled):
    save(publisher, untitled, title="Envoys meet")
    hour = timezone.now() + timedelta(hours=1)
    publishing.publish(untitled, by=publisher.user, at=hour)
    assert save(publisher, untitled, title="Envoys part") == "envoys-meet"


@pytest.mark.parametrize("screen", ["account", "record", "document"])
def test_a_list_shows_the_first_words_of_what_has_no_title(editor, untitled, screen):
    untitled.paragraphs.update(text="The envoys met beside the river. " * 5)
    page = editor.get(url(screen)).content.decode()
    assert "(no title) The envoys met beside the river. The envoys met bes" in page
    untitled.paragraphs.all().delete()
    assert f"(no title) {untitled.uid}" in editor.get(url(screen)).content.decode()


def test_a_list_shows_what_has_no_text_at_all(editor):
    meeting = factories.make_dialogue()
    type(meeting).objects.filter(pk=meeting.pk).update(title="")
    assert f"(no title) {meeting.uid}" in editor.get(url("dialogue")).content.decode()
