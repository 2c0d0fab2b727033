"""Versions that wait, and live fixes: the story of the issue, step by step."""

from datetime import timedelta

import pytest
from django.utils import timezone

from diplomacy import publishing
from diplomacy.models import Edition, Paragraph, PublicRecord, Record, Schedule
from diplomacy.publishing import Fix, Refused, generation
from diplomacy.vocabulary import Change, State
from tests.factories import make_document, make_published

pytestmark = pytest.mark.django_db


def in_hours(hours: float):
    return timezone.now() + timedelta(hours=hours)


def rename(document, title: str) -> None:
    Record.objects.filter(pk=document.pk).update(title=title)
    publishing.note_change(document, by=None)


def public_title() -> str:
    return PublicRecord.objects.listed().get().title


def test_an_approved_version_waits_and_comes_at_its_hour():
    document = make_published("Before")
    rename(document, "After")
    due = in_hours(1)
    schedule = publishing.publish(document, by=None, at=due)
    assert generation.current().next_due == due
    assert publishing.settle(in_hours(0.5)) == []
    assert public_title() == "Before"
    (edition,) = publishing.settle(in_hours(2))
    assert (edition.entry.at, edition.content["title"]) == (due, "After")
    assert public_title() == "After"
    schedule.refresh_from_db()
    assert schedule.status == Schedule.Status.PUBLISHED
    assert generation.current().next_due is None


def test_a_first_publication_can_wait_too():
    document = make_document("Not yet")
    publishing.publish(document, by=None, at=in_hours(1))
    assert not PublicRecord.objects.exists()
    publishing.settle(in_hours(2))
    assert public_title() == "Not yet"


def test_an_hour_that_has_passed_is_refused():
    with pytest.raises(Refused, match="already passed"):
        publishing.publish(make_document(), by=None, at=in_hours(-1))


def test_while_one_waits_another_publication_is_refused_until_it_is_cancelled():
    document = make_published("Before")
    rename(document, "After")
    publishing.publish(document, by=None, at=in_hours(1))
    with pytest.raises(Refused, match="waits for its hour"):
        publishing.publish(document, by=None)
    publishing.cancel_schedule(document, by=None)
    assert document.state == State.DRAFT
    assert publishing.settle(in_hours(2)) == []
    publishing.publish(document, by=None)
    assert public_title() == "After"


def test_any_verb_settles_what_is_due_first():
    waiting, other = make_document("Due"), make_document("Other")
    publishing.publish(waiting, by=None, at=in_hours(1))
    Schedule.objects.update(due_at=in_hours(-1))
    with publishing.ledger.opened() as pen:
        pen.note_schedules()
    publishing.publish(other, by=None)
    titles = Edition.objects.order_by("entry").values_list("content__title", flat=True)
    assert list(titles) == ["Due", "Other"]


def test_a_scheduled_correction_an_urgent_live_fix_and_a_further_draft():
    """A correction waits; a misprint is mended live at once; an editor goes on drafting."""
    document = make_published("Round five", "Talks on rail.", "Talks on rivers.")
    rail, rivers = Paragraph.objects.filter(document=document)

    # A correction of the second paragraph is approved for this evening.
    Paragraph.objects.filter(pk=rivers.pk).update(text="Talks on rivers and ports.")
    publishing.note_change(document, by=None)
    due = in_hours(6)
    publishing.publish(
        document, by=None, change=Change.CORRECTION, note="Ports were left out.", at=due
    )

    # Meanwhile an editor drafts on: a new title, for some later day.
    rename(document, "Round five, at length")

    # The first paragraph must be mended now.
    fix = Fix(paragraphs={rail.key: "Talks on railways."})
    done = publishing.live_fix(document, fix, by=None, change=Change.TYPOGRAPHICAL)
    assert done.conflicts == []
    assert [row["text"] for row in done.edition.content["paragraphs"]] == [
        "Talks on railways.",
        "Talks on rivers.",
    ]
    assert done.edition.content["title"] == "Round five"

    # What waits has the fix, but must be approved again; until then its hour passes by.
    assert Schedule.objects.get().status == Schedule.Status.SUSPENDED
    assert publishing.settle(in_hours(7)) == []
    publishing.approve_again(document, by=None)
    (edition,) = publishing.settle(in_hours(7))
    assert [row["text"] for row in edition.content["paragraphs"]] == [
        "Talks on railways.",
        "Talks on rivers and ports.",
    ]
    assert (edition.content["title"], edition.note) == ("Round five", "Ports were left out.")

    # The further draft is untouched, has the fix, and is published when it is ready.
    document.refresh_from_db()
    assert (document.title, document.state) == ("Round five, at length", State.DRAFT)
    last = publishing.publish(document, by=None, change=Change.UPDATE)
    assert last.content["title"] == "Round five, at length"
    assert last.content["paragraphs"] == edition.content["paragraphs"]
    assert [e.change for e in Edition.objects.order_by("n")] == [
        Change.NEW,
        Change.TYPOGRAPHICAL,
        Change.CORRECTION,
        Change.UPDATE,
    ]
    assert publishing.verify_ledger().broken is None


def test_a_live_fix_never_overwrites_other_words_and_reports_the_conflict():
    document = make_published("Live title")
    rename(document, "Draft title")
    done = publishing.live_fix(
        document, Fix(title="Mended title"), by=None, note="The title was wrong."
    )
    assert done.conflicts == ["In the working copy: The title has other words there."]
    assert public_title() == "Mended title"
    document.refresh_from_db()
    assert document.title == "Draft title"


def test_a_live_fix_of_an_unchanged_working_copy_leaves_it_approved():
    document = make_published("Live title")
    publishing.live_fix(document, Fix(title="Mended"), by=None, note="Wrong.")
    document.refresh_from_db()
    assert (document.title, document.state) == ("Mended", State.APPROVED)
    assert publishing.publish(document, by=None).n == 2


@pytest.mark.parametrize(
    ("fix", "words"),
    [
        (Fix(), "Nothing changes"),
        (Fix(title="Same"), "Nothing changes"),
        (Fix(paragraphs={"p-none": "New"}), "no paragraph p-none"),
        (Fix(title="  "), "has no title"),
    ],
)
def test_a_live_fix_that_changes_nothing_or_misses_its_place_is_refused(fix, words):
    with pytest.raises(Refused, match=words):
        publishing.live_fix(make_published("Same"), fix, by=None, note="A note.")
    assert Edition.objects.count() == 1


def test_only_what_is_public_is_mended_live():
    with pytest.raises(Refused, match="Only a published record"):
        publishing.live_fix(make_document(), Fix(title="x"), by=None, note="A note.")


def test_approving_again_needs_an_hour_to_come():
    document = make_published("Before")
    rename(document, "After")
    publishing.publish(document, by=None, at=in_hours(1))
    Schedule.objects.update(status=Schedule.Status.SUSPENDED, due_at=in_hours(-1))
    with pytest.raises(Refused, match="That hour has passed"):
        publishing.approve_again(document, by=None)
    publishing.approve_again(document, by=None, at=in_hours(3))
    assert [e.content["title"] for e in publishing.settle(in_hours(4))] == ["After"]


def test_a_live_fix_cannot_empty_a_paragraph():
    document = make_published("Live title", "The words.")
    key = document.paragraphs.get().key
    with pytest.raises(Refused, match="A paragraph is empty"):
        publishing.live_fix(document, Fix(paragraphs={key: " "}), by=None, note="A note.")


def test_what_the_public_reads_already_makes_no_edition_at_its_hour():
    document = make_published("The same")
    schedule = publishing.publish(document, by=None, at=in_hours(1))
    assert publishing.settle(in_hours(2)) == []
    schedule.refresh_from_db()
    assert schedule.status == Schedule.Status.PUBLISHED
    assert Edition.objects.count() == 1
