import pytest

from diplomacy.intake.drafts import make_draft
from diplomacy.intake.received import Received
from diplomacy.models import Dialogue, DialogueSeries, Document, Guess, RawText, Record, RecordDate
from tests.factories import make_user
from tests.intake import demo, pages

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor():
    demo.fill()
    return make_user()


def draft_of(text, editor, **fields):
    return make_draft(Received("page.txt", text, **fields), by=editor)


def test_a_page_becomes_a_draft_with_its_raw_text_kept(editor):
    draft = draft_of(pages.RENDERING, editor)
    document = Document.objects.get()
    assert document.pk == draft.record.pk
    assert (document.state, document.created_by) == ("draft", editor)
    assert document.raw.text == pages.RENDERING
    assert document.title == "Sixth round of Pakistan, China talks ends"
    assert (document.kind, document.authority) == ("press_account", "joint_rendering")
    assert document.side is None
    assert document.paragraphs.count() == len(draft.report["paragraphs"])


def test_what_was_received_is_held_and_not_shown_until_rights_are_known(editor):
    document = draft_of(pages.RENDERING, editor).record
    assert (document.held, document.display) == ("verbatim", "metadata")


def test_removed_lines_are_kept_with_their_reasons(editor):
    document = draft_of(pages.RENDERING, editor).record
    rows = list(document.removed_lines.values_list("text", "reason"))
    assert ("Follow us", "share or follow widget") in rows
    assert ("Also read: What the corridor means for farmers", "link to another story") in rows


def test_dates_keep_basis_and_print(editor):
    document = draft_of(pages.READOUT_REPORT, editor).record
    rows = {row.role: (row.value, row.basis, row.printed) for row in document.dates.all()}
    assert rows == {
        "event": ("2026-01-04", "inferred", "Sunday"),
        "release": ("2026-01-04", "inferred", "Sunday"),
        "dateline": ("2026-01-05", "inferred", "Jan 5"),
        "retrieved": ("2026-01-05", "printed", "2026-01-05"),
    }


def test_publisher_side_and_speakers_are_kept_apart(editor):
    document = draft_of(pages.READOUT_REPORT, editor).record
    assert document.side.slug == "cn"
    assert [source.outlet.slug for source in document.sources.all()] == ["app"]
    issuers = document.organisation_roles.filter(role="issuer")
    assert [role.organisation.slug for role in issuers] == ["mfa-cn"]
    speakers = document.person_roles.filter(role="speaker")
    assert [role.person.slug for role in speakers] == ["ishaq-dar", "wang-yi"]
    assert document.person_roles.get(person__slug="wang-yi").printed == "Wang YI"


def test_a_letterhead_gives_the_draft_its_issuer_side_and_date(editor):
    document = draft_of(pages.ON_OWN_PAPER, editor).record
    assert (document.side.slug, document.place.slug) == ("pk", "islamabad")
    [role] = document.organisation_roles.all()
    assert (role.organisation.slug, role.role) == ("mofa-pk", "issuer")
    assert document.dateline == "Islamabad, 2 January 2026"
    date = document.dates.get(role="document")
    assert (date.value, date.basis) == ("2026-01-02", "printed")
    assert set(document.removed_lines.values_list("text", "reason")) == {
        ("Ministry of Foreign Affairs, Government of Pakistan", "says what the page is"),
        ("A road for two valleys", "kept as title"),
        ("Islamabad, 2 January 2026", "kept as dateline"),
    }


def test_every_guess_waits_for_an_editor(editor):
    draft = draft_of(pages.READOUT_REPORT, editor)
    rows = Guess.objects.filter(record=draft.record)
    assert rows.count() == len(draft.guesses)
    assert not rows.exclude(confirmed_at=None).exists()
    fields = set(rows.values_list("field", flat=True))
    assert {"kind", "authority", "side", "dateline", "dates.event", "people", "series"} <= fields
    assert not rows.filter(evidence="").exists()
    assert "title" not in fields


def test_clauses_are_suggested_not_confirmed(editor):
    document = draft_of(pages.READOUT_REPORT, editor).record
    clauses = list(document.clauses.select_related("speaker", "reporter"))
    assert clauses
    assert {clause.confirmed_at for clause in clauses} == {None}
    assert {clause.reporter.slug for clause in clauses} == {"mfa-cn"}
    assert all(clause.text in clause.paragraph.text for clause in clauses)


def test_a_draft_is_linked_to_its_round_when_the_archive_has_it(editor):
    series = DialogueSeries.objects.get(slug="fmsd")
    meeting = Dialogue.objects.create(
        kind="dialogue_round", title="Seventh round", series=series, ordinal=7
    )
    first = draft_of(pages.READOUT_REPORT, editor)
    assert first.record.meeting == meeting
    second = draft_of(pages.ANNOUNCEMENT, editor)
    assert second.record.meeting == meeting
    assert second.report["duplicates"] == [
        {"uid": first.record.uid, "title": "", "reason": "another account of that round"}
    ]


def test_the_same_text_makes_nothing_twice(editor):
    first = draft_of(pages.OP_ED, editor)
    again = draft_of(pages.OP_ED.replace("\n", "\r\n"), editor)
    assert (again.is_new, again.record.pk) == (False, first.record.pk)
    assert (Document.objects.count(), RawText.objects.count()) == (1, 1)
    assert again.warnings == ["This text is already held: nothing was made."]


def test_a_page_that_shows_nothing_claims_nothing(editor):
    document = draft_of("Boats\n\nLanterns on the river", editor).record
    assert (document.authority, document.side, document.dateline) == ("", None, "")
    assert not document.guesses.filter(field__in=["kind", "authority"]).exists()
    assert not document.dates.exists()


def test_the_address_given_with_a_page_becomes_its_source(editor):
    received = Received("page.txt", pages.UNDATED)
    draft = make_draft(received, by=editor, url="https://www.dawn.example/2025/09/07/boats")
    [source] = draft.record.sources.all()
    assert (source.outlet.slug, source.url) == ("dawn", "https://www.dawn.example/2025/09/07/boats")
    assert source.published == "2025-09-07"


def test_nothing_half_written_remains_when_writing_fails(editor, monkeypatch):
    def fail(*args, **kwargs):
        raise RuntimeError("the disk is full")

    monkeypatch.setattr(RecordDate, "save", fail)
    with pytest.raises(RuntimeError):
        draft_of(pages.RENDERING, editor)
    assert (Record.objects.count(), RawText.objects.count()) == (0, 0)


def test_headings_and_printed_numbers_are_kept_beside_their_paragraphs(editor):
    text = pages.JOINT_TEXT.replace("2. The three", "Roads and rivers\n\n2. The three")
    document = draft_of(text, editor).record
    rows = list(document.paragraphs.values_list("number", "heading"))
    assert rows == [("1", ""), ("2", "Roads and rivers"), ("3", ""), ("", "")]
    second = document.paragraphs.get(number="2")
    assert second.text == "The three sides reaffirmed their wish for good roads between them."
    assert document.raw.text == text
    assert all(clause.text in clause.paragraph.text for clause in document.clauses.all())


def test_a_draft_of_a_long_page_takes_few_queries(editor, django_assert_max_num_queries):
    with django_assert_max_num_queries(75):
        draft_of(pages.READOUT_REPORT, editor)
