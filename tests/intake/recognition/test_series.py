import pytest

from diplomacy.intake.recognition.series import find_series
from tests.intake.known_names import KNOWN


def found(text, title=""):
    series, ordinal, warnings = find_series(title, [text], KNOWN)
    return (
        series.value.slug if series else None,
        ordinal.value if ordinal else None,
        len(warnings),
    )


@pytest.mark.parametrize(
    ("text", "series", "ordinal"),
    [
        (
            "The 4th Round of China-Pakistan Foreign Ministers’ Strategic Dialogue met.",
            "fmsd",
            4,
        ),
        ("the 6th Pakistan-China Foreign Ministers' Strategic Dialogue in Islamabad", "fmsd", 6),
        (
            "the Seventh Pakistan-China Strategic Dialogue between Foreign Minister Ishaq Dar "
            "and Foreign Minister Wang Yi held here",
            "fmsd",
            7,
        ),
        (
            "the 8th round of the China-Pakistan Strategic Dialogue between the Foreign Secretary "
            "and the Vice Foreign Minister",
            "vmsd",
            8,
        ),
        (
            "the sixth round of the China-Afghanistan-Pakistan Trilateral Foreign Ministers' "
            "Dialogue",
            "cap-fm",
            6,
        ),
        ("the 14th meeting of the Joint Cooperation Committee (JCC) of CPEC", "jcc", 14),
        ("举行第七次中巴外长战略对话", "fmsd", 7),
        ("中國和巴基斯坦第七次外長戰略對話", "fmsd", 7),
        ("出席第六次中阿巴三方外长对话", "cap-fm", 6),
        ("ساتویں پاکستان۔چین وزرائے خارجہ اسٹریٹجک ڈائیلاگ میں", "fmsd", 7),
        ("پاکستان۔چین وزرائے خارجہ اسٹریٹجک ڈائیلاگ کے چھٹے دور میں", "fmsd", 6),
    ],
)
def test_an_ordinal_belongs_to_the_series_named_with_it(text, series, ordinal):
    assert found(text) == (series, ordinal, 0)


@pytest.mark.parametrize(
    "text",
    [
        "the 75th anniversary of diplomatic relations, marked at the Dialogue",
        "the Fourth Plenary Session of the 20th Central Committee",
        "the sixth round of talks on fisheries between Norway and Iceland",
        "the Second Boat Race",
    ],
)
def test_an_ordinal_of_something_else_gives_no_round(text):
    assert found(text)[:2] == (None, None)


def test_two_series_of_one_name_are_not_guessed_without_a_level():
    text = "the 7th round of the China-Pakistan Strategic Dialogue"
    series, ordinal, [warning] = find_series("", [text], KNOWN)
    assert (series, ordinal) == (None, None)
    assert "please choose" in warning


def test_the_round_a_page_is_about_is_not_the_next_one_it_announces():
    text = (
        "The sixth round of the Pakistan-China Foreign Ministers' Strategic Dialogue was held. "
        "The sides agreed to hold the seventh round of the Pakistan-China Foreign Ministers' "
        "Strategic Dialogue next year."
    )
    assert found(text) == ("fmsd", 6, 0)


def test_a_series_named_without_a_round_is_told_to_the_editor():
    series, ordinal, warnings = find_series(
        "", ["The Pakistan-China Strategic Dialogue matters."], KNOWN
    )
    assert (series.value.slug, ordinal) == ("fmsd", None)
    assert warnings == ["The page names a dialogue series but no round of it."]
