"""The verbs: what each does, and what it refuses to do."""

from datetime import timedelta

import pytest
from django.utils import timezone

from diplomacy import publishing
from diplomacy.models import (
    Edition,
    Guess,
    PublicRecord,
    Record,
    RecordAction,
    Schedule,
    SlugHistory,
)
from diplomacy.publishing import Refused
from diplomacy.vocabulary import Change, Standing, State
from tests.factories import make_document, make_published, make_user

pytestmark = pytest.mark.django_db


def state_of(record) -> str:
    return Record.objects.get(pk=record.pk).state


def reasons(call, *args, **kwargs) -> list[str]:
    with pytest.raises(Refused) as refused:
        call(*args, **kwargs)
    return refused.value.reasons


def test_a_draft_goes_to_review_and_back_with_a_reason():
    document, editor = make_document(), make_user()
    publishing.submit(document, by=editor, note="please look")
    assert state_of(document) == State.SUBMITTED
    assert reasons(publishing.send_back, document, by=editor, note=" ") == [
        "Say what should be changed."
    ]
    publishing.send_back(document, by=editor, note="The date is missing.")
    assert state_of(document) == State.DRAFT
    actions = RecordAction.objects.filter(record=document.pk).values_list("verb", "by", "note")
    assert list(actions) == [
        ("submit", editor.pk, "please look"),
        ("send back", editor.pk, "The date is missing."),
    ]


def test_what_is_not_ready_cannot_be_submitted_or_published_and_says_all_that_is_missing():
    document = make_document(authority="")
    document.dates.all().delete()
    expected = [
        "Give a date, or a source where it appeared.",
        "Say how near the text stands to the words it reports (authority).",
    ]
    assert reasons(publishing.submit, document, by=None) == expected
    assert reasons(publishing.publish, document, by=None) == expected
    assert not Edition.objects.exists()


def test_a_guess_must_be_confirmed_before_publication():
    document = make_document()
    guess = Guess.objects.create(record=document, field="outlet", value="River News")
    assert reasons(publishing.publish, document, by=None) == [
        "Guesses nobody has confirmed yet: Outlet."
    ]
    guess.confirmed_at = timezone.now()
    guess.save()
    assert publishing.publish(document, by=None).n == 1


def test_publishing_makes_an_edition_and_a_public_row():
    document, editor = make_document("Talks by the river"), make_user()
    edition = publishing.publish(document, by=editor)
    assert (edition.n, edition.change, edition.standing) == (1, Change.NEW, Standing.PUBLIC)
    assert edition.entry.by == editor
    assert state_of(document) == State.APPROVED
    assert PublicRecord.objects.listed().get().title == "Talks by the river"


def test_identical_content_makes_no_edition():
    document = make_published()
    first = document.last_edition
    assert publishing.publish(document, by=None) == first
    assert Edition.objects.count() == 1


def test_a_further_edition_says_what_kind_of_change_it_is():
    document = make_published("Old title")
    Record.objects.filter(pk=document.pk).update(title="New title")
    assert reasons(publishing.publish, document, by=None, change=Change.NEW) == [
        "Say what kind of change this is."
    ]
    assert reasons(publishing.publish, document, by=None, change=Change.CORRECTION) == [
        "Tell readers what was corrected, and why."
    ]
    edition = publishing.publish(
        document, by=None, change=Change.CORRECTION, note="The title was wrong."
    )
    assert (edition.n, edition.note) == (2, "The title was wrong.")
    assert PublicRecord.objects.get().title == "New title"


def test_the_published_text_stays_while_its_next_version_is_drafted():
    document = make_published("Published title")
    Record.objects.filter(pk=document.pk).update(title="Draft title")
    publishing.note_change(document, by=None)
    assert state_of(document) == State.DRAFT
    assert PublicRecord.objects.get().title == "Published title"
    assert Edition.objects.get().content["title"] == "Published title"


def test_saving_counts_versions():
    document = make_document()
    before = document.version
    publishing.note_change(document, by=None)
    assert document.version == before + 1


def test_a_changed_address_is_kept_for_the_record_it_belonged_to():
    document = make_published(slug="first-address")
    Record.objects.filter(pk=document.pk).update(slug="second-address")
    publishing.publish(document, by=None)
    assert SlugHistory.objects.get().slug == "first-address"
    rival = make_document(slug="free")
    rival.slug = "first-address"
    with pytest.raises(Exception, match="belonged"):
        rival.clean()


def test_withdrawing_with_text_keeps_it_listed_with_the_reason():
    document = make_published("A disputed account")
    edition = publishing.withdraw(document, by=None, reason="Under dispute.", keep_text=True)
    assert (edition.standing, edition.note) == (Standing.WITHDRAWN, "Under dispute.")
    assert edition.content["title"] == "A disputed account"
    assert PublicRecord.objects.listed().count() == 1


@pytest.mark.parametrize(
    ("verb", "fields"),
    [
        (publishing.withdraw, {"keep_text": False}),
        (publishing.remove, {}),
    ],
)
def test_what_is_hidden_or_removed_keeps_no_words(verb, fields):
    document = make_published("Secret heading", "Secret paragraph.", summary="Secret summary.")
    assert "Secret" in str(PublicRecord.objects.get().title)
    edition = verb(document, by=None, reason="By order.", **fields)
    assert "Secret" not in str(edition.content)
    assert not PublicRecord.objects.listed().exists()
    row = PublicRecord.objects.get()
    assert "Secret" not in f"{row.title}{row.teaser}"
    assert not row.mentions.exists()


def test_a_reason_is_required():
    document = make_published()
    assert reasons(publishing.remove, document, by=None, reason="  ") == [
        "Give the reason: readers will see it."
    ]


def test_an_unpublished_record_cannot_be_withdrawn():
    assert reasons(publishing.withdraw, make_document(), by=None, reason="No.", keep_text=True) == [
        "This cannot be done to a record that is not published."
    ]


def test_merging_points_at_a_public_record():
    document, target, draft = make_published(), make_published(), make_document()
    assert reasons(publishing.merge, document, document, by=None, reason="Same.")[0] == (
        "A record cannot be merged into itself."
    )
    assert reasons(publishing.merge, document, draft, by=None, reason="Same.") == [
        "The record to merge into is not public."
    ]
    edition = publishing.merge(document, target, by=None, reason="The same text.")
    assert edition.content["merged_into"] == target.uid
    assert [row.uid for row in PublicRecord.objects.listed()] == [target.uid]


@pytest.mark.parametrize("keep_text", [True, False])
def test_restoring_brings_back_what_was_last_shown(keep_text):
    document = make_published("Back again", "The very words.")
    shown = document.last_edition.content
    publishing.withdraw(document, by=None, reason="A doubt.", keep_text=keep_text)
    edition = publishing.restore(document, by=None, note="The doubt is gone.")
    assert (edition.change, edition.standing) == (Change.RESTORED, Standing.PUBLIC)
    assert edition.content == shown
    assert PublicRecord.objects.listed().get().title == "Back again"


def test_a_merge_and_a_removal_can_be_undone():
    document, target = make_published("One"), make_published("Two")
    publishing.merge(document, target, by=None, reason="Same.")
    assert publishing.restore(document, by=None).content["title"] == "One"
    publishing.remove(document, by=None, reason="An error.")
    assert publishing.restore(document, by=None).content["title"] == "One"
    assert reasons(publishing.restore, document, by=None) == [
        "Only what was withdrawn, removed or merged is restored."
    ]


def test_what_is_withdrawn_is_restored_before_it_is_published_again():
    document = make_published()
    publishing.withdraw(document, by=None, reason="A doubt.", keep_text=True)
    assert reasons(publishing.publish, document, by=None) == [
        "It was withdrawn, text kept. Restore it first."
    ]


def test_ending_a_publication_cancels_what_waits():
    document = make_published()
    Record.objects.filter(pk=document.pk).update(title="For later")
    publishing.publish(document, by=None, at=timezone.now() + timedelta(days=1))
    publishing.remove(document, by=None, reason="An error.")
    assert Schedule.objects.get().status == Schedule.Status.CANCELLED
    assert publishing.settle(timezone.now() + timedelta(days=2)) == []


def test_a_refused_verb_leaves_nothing_behind():
    document = make_published()
    entries = document.last_edition.pk
    with pytest.raises(Refused):
        publishing.withdraw(document, by=None, reason="", keep_text=False)
    assert Edition.objects.latest("entry").pk == entries
    assert not RecordAction.objects.filter(verb="withdraw").exists()


@pytest.mark.parametrize("sign", ["\x01", "\x0c", "\0", "\ufffe"])
def test_a_note_that_no_feed_could_carry_is_refused(sign):
    document = make_published()
    for call, fields in (
        (publishing.withdraw, {"reason": f"Because{sign}", "keep_text": True}),
        (publishing.remove, {"reason": f"Because{sign}"}),
    ):
        assert "The note holds" in reasons(call, document, by=None, **fields)[0]
    Record.objects.filter(pk=document.pk).update(title="Another")
    assert "The note holds" in reasons(publishing.publish, document, by=None, note=sign)[0]
    assert Edition.objects.count() == 1
