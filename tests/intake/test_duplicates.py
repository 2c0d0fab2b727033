import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplomacy.intake.drafts import make_draft
from diplomacy.intake.duplicates import fingerprint, likeness, runs, text_hash
from diplomacy.intake.received import Received
from tests.factories import make_user
from tests.intake import demo, pages

WORDS = [
    f"Paragraph {n} tells how the {n}th boat crossed the river under the {n * 7}th lantern of the "
    f"night, and who of the {n + 3} rowers sang which of the old songs."
    for n in range(1, 12)
]


def test_line_ends_and_blanks_make_no_other_text():
    assert text_hash("They met. \r\n\r\nThey left.\n") == text_hash("They met.\n\nThey left.")
    assert text_hash("They met.") != text_hash("They left.")


def test_near_copies_differ_in_few_bits_and_other_texts_in_many():
    copy = [*WORDS[:-1], "A closing word of another hand."]
    other = [
        f"{word} instead of {n} reports on fish and weather"
        for n, word in enumerate("abcdefgh" * 6)
    ]
    distance = (fingerprint(WORDS) ^ fingerprint(copy)).bit_count()
    assert distance <= 12 < ((fingerprint(WORDS) ^ fingerprint(other)) & (1 << 64) - 1).bit_count()
    assert likeness(runs(WORDS), runs(copy)) > 0.8


def test_a_very_short_text_has_no_fingerprint():
    assert fingerprint(["They met."]) is None


@given(st.lists(st.text(max_size=200), max_size=5))
def test_a_fingerprint_fits_the_database(paragraphs):
    value = fingerprint(paragraphs)
    assert value is None or -(2**63) <= value < 2**63


@pytest.fixture
def archive(db):
    demo.fill()


def _draft(text):
    return make_draft(Received("page.txt", text), by=make_user())


@pytest.mark.usefixtures("archive")
def test_a_near_copy_is_named():
    first = _draft("\n\n".join(WORDS))
    second = _draft("\n\n".join([*WORDS, "Printed again by another hand."]))
    assert second.report["duplicates"] == [
        {"uid": first.record.uid, "title": "", "reason": "a near copy of this text"}
    ]


@pytest.mark.usefixtures("archive")
def test_another_account_of_a_meeting_of_that_day_is_named():
    first = _draft("On 3 May 2024, Wang Yi met Ishaq Dar in Beijing and spoke with him of trees.")
    second = _draft(
        "LAHORE: Ishaq Dar and Wang Yi held talks on 3 May 2024 about the price of tea."
    )
    assert [(one["uid"], one["reason"]) for one in second.report["duplicates"]] == [
        (first.record.uid, "another account of a meeting of that day with the same people")
    ]


@pytest.mark.usefixtures("archive")
def test_another_meeting_is_not_named():
    _draft(pages.RENDERING)
    assert _draft(pages.UNDATED).report["duplicates"] == []
