"""Nothing that is not public is anywhere in the API: every address, with much that could leak."""

from datetime import timedelta

import pytest
from django.utils import timezone

from diplomacy import publishing
from diplomacy.api import urls
from diplomacy.models import Guess, Office, PublicRecord, RawText, Relation, RemovedLine, Tenure
from tests.factories import (
    add_paragraphs,
    add_person,
    add_topic,
    make_commitment,
    make_dialogue,
    make_document,
    make_person,
    make_published,
    make_topic,
    publish,
)

pytestmark = pytest.mark.django_db

SECRET = "Quillwort"
HEAVY = "include=paragraphs,clauses,links"


@pytest.fixture
def shown():
    """A published document that everything unpublished below hangs on."""
    document = make_document("On the bridge", "They met.", note_private=f"Ask {SECRET}.")
    document.raw = RawText.objects.create(text=f"Raw {SECRET}", sha256="0" * 64, filename=SECRET)
    document.save()
    RemovedLine.objects.create(document=document, order=1, text=f"Also read: {SECRET}", reason="ad")
    guess = Guess.objects.create(record=document, field="title", value=SECRET, evidence=SECRET)
    guess.confirmed_at = timezone.now()
    guess.save()
    add_person(document, make_person(slug="lin-shuya"))
    publish(document)
    return document


def drafts_around(document) -> list:
    """Drafts of every type that name the document, and things that only they name."""
    topic, person = make_topic(SECRET, note=SECRET), make_person(f"Dr {SECRET}", note=SECRET)
    office = Office.objects.create(slug="secretary", label=f"{SECRET} Secretary")
    Tenure.objects.create(person=person, office=office, start="2023", note=SECRET)
    meeting, commitment = make_dialogue(f"Round on {SECRET}"), make_commitment(f"Plant {SECRET}")
    reaction = make_document(f"Reaction to {SECRET}", SECRET, meeting=meeting)
    for record in (meeting, commitment, reaction):
        add_topic(record, topic)
        add_person(record, person)
    Relation.objects.create(record=reaction, type="responds_to", target=document)
    commitment.mentions.update(document=document, text=SECRET)
    return [meeting, commitment, reaction]


def addresses():
    """Every address of the API that can be asked for, with what stands in it."""
    rows = PublicRecord.objects.values_list("uid", flat=True)
    slugs = {"person": "lin-shuya", "country": "cn"}
    for pattern in urls.urlpatterns:
        route = str(pattern.pattern)
        if "<slug:uid>" in route:
            for uid in rows:
                yield route.replace("<slug:uid>", uid).replace("<int:n>", "1")
        elif "<slug:slug>" in route:
            name = pattern.name.removesuffix("-detail")
            yield route.replace("<slug:slug>", slugs.get(name, "nothing"))
        elif not route.startswith("^"):
            yield route
    yield from (f"records/?{HEAVY}", f"search/?q={SECRET}&include=facets", "search/?q=met")
    yield f"export/records.jsonl?q={SECRET}"


def everything(client) -> str:
    """All that the API says, at all its addresses."""
    texts = []
    for address in addresses():
        answer = client.get(f"/api/v1/{address}")
        assert answer.status_code in (200, 404, 410), address
        parts = answer.streaming_content if answer.streaming else [answer.content]
        texts.append(b"".join(parts).decode())
    return "\n".join(texts)


def test_drafts_and_what_only_they_name_are_nowhere_until_published(client, shown):
    drafts = drafts_around(shown)
    said = everything(client)
    assert "On the bridge" in said
    assert SECRET not in said
    assert not any(draft.uid in said for draft in drafts)
    for draft in drafts:
        publish(draft)
    said = everything(client)
    assert said.count(SECRET) > 20
    assert all(draft.uid in said for draft in drafts)


def test_the_next_version_of_a_text_is_nowhere_until_it_is_published(client, shown):
    shown.title, shown.summary = f"On {SECRET}", SECRET
    shown.save()
    shown.paragraphs.update(text=SECRET)
    assert SECRET not in everything(client)
    publish(shown, change="update")
    assert SECRET in everything(client)


def test_what_waits_for_its_hour_is_nowhere_until_then(client, shown, monkeypatch):
    shown.title = f"On {SECRET}"
    shown.save()
    publish(shown, change="update", at=timezone.now() + timedelta(hours=1))
    assert SECRET not in everything(client)
    later = timezone.now() + timedelta(hours=2)
    monkeypatch.setattr(timezone, "now", lambda: later)
    assert SECRET in everything(client)


@pytest.mark.parametrize(("display", "is_shown"), [("metadata", 0), ("extract", 0), ("full", 1)])
def test_words_that_may_not_be_shown_are_nowhere(client, display, is_shown):
    document = make_document("On the bridge", "They met.", display=display)
    add_paragraphs(document, f"Withheld {SECRET}.")
    document.paragraphs.filter(text="They met.").update(is_extract=True)
    publish(document)
    said = everything(client)
    assert ("They met." in said) == (display != "metadata")
    assert (SECRET in said) == is_shown


@pytest.mark.parametrize("end", ["hide", "remove"])
def test_what_is_no_longer_shown_is_nowhere(client, shown, end):
    document = make_published(f"On {SECRET}", SECRET)
    Relation.objects.create(record=shown, type="discusses", target=document)
    publish(shown, change="update")
    assert SECRET in everything(client)
    if end == "hide":
        publishing.withdraw(document, by=None, reason="Not ours.", keep_text=False)
    else:
        publishing.remove(document, by=None, reason="Not ours.")
    said = everything(client)
    assert "Not ours." in said
    assert SECRET not in said
    assert "discusses" not in client.get(f"/api/v1/records/{shown.uid}/").content.decode()
