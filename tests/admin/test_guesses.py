"""Guesses wait for an editor, and say why they were made."""

import pytest

from diplomacy.models import Guess
from tests import factories

from .browsing import form_of
from .test_screens import url


@pytest.fixture
def draft(db):
    document = factories.make_document("Still water", "First words.")
    rows = [
        ("title", "Still water", "the first line"),
        ("kind", "press_account", "an agency's dateline"),
        ("dates.published", "2024-05-16", "May 16"),
        ("dates.event", "2024-05-15", "on Wednesday"),
        ("people", "Lin Shuya", "Foreign Minister Lin"),
    ]
    for field, value, evidence in rows:
        Guess.objects.create(record=document, field=field, value=value, evidence=evidence)
    return document


def waiting(draft) -> list[str]:
    return list(draft.guesses.filter(confirmed_at=None).values_list("field", flat=True))


def test_guesses_are_listed_in_words_with_their_evidence(editor, draft):
    answer = editor.get(url("account", "change", draft.pk))
    rows = [(row["label"], row["value"]) for row in answer.context["guesses"]]
    assert rows[:3] == [
        ("Title", "Still water"),
        ("Kind", "Press account"),
        ("Date: Published", "2024-05-16"),
    ]
    assert "an agency&#x27;s dateline" in answer.content.decode()


def test_ticked_guesses_are_confirmed_and_then_all(editor, draft):
    page = url("account", "guesses", draft.pk)
    other = Guess.objects.create(
        record=factories.make_document(), field="title", value="Not of this record"
    )
    title = draft.guesses.get(field="title")
    editor.post(page, {"guess": [title.pk, other.pk, "x", "9" * 40]})
    assert waiting(draft) == ["kind", "dates.published", "dates.event", "people"]
    title.refresh_from_db()
    assert title.confirmed_by == editor.user
    editor.post(page, {"all": "1"})
    assert waiting(draft) == []
    other.refresh_from_db()
    assert other.confirmed_at is None


def test_editing_what_was_guessed_confirms_it(editor, draft):
    page = url("account", "change", draft.pk)
    data = form_of(editor.get(page))
    editor.post(page, data | {"title": ["Moving water"]})
    assert "title" not in waiting(draft)
    data = form_of(editor.get(page))
    editor.post(page, data | {"dates-0-value": ["2024-05-17"]})
    assert waiting(draft) == ["kind", "dates.event", "people"]


def test_a_guess_nobody_confirmed_keeps_a_record_back(editor, draft):
    answer = editor.get(url("account", "change", draft.pk))
    assert any("Guesses nobody has confirmed" in line for line in answer.context["problems"])
