import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplomacy.text.compare import diff_words, pieces


@pytest.mark.parametrize(
    ("a", "b", "steps"),
    [
        (
            "firmly opposes delay",
            "opposes any delay",
            [
                ("delete", "firmly "),
                ("equal", "opposes "),
                ("insert", "any "),
                ("equal", "delay"),
            ],
        ),
        ("双方同意", "双方不同意", [("equal", "双方"), ("insert", "不"), ("equal", "同意")]),
        ("دو ملک", "دو مُلک", [("equal", "دو "), ("delete", "ملک"), ("insert", "مُلک")]),
        ("same", "same", [("equal", "same")]),
        ("", "new", [("insert", "new")]),
    ],
)
def test_changes_are_whole_words_or_chinese_signs(a, b, steps):
    assert diff_words(a, b) == steps


@given(st.text(), st.text())
def test_both_texts_can_be_read_back(a, b):
    steps = diff_words(a, b)
    assert "".join(text for op, text in steps if op != "insert") == a
    assert "".join(text for op, text in steps if op != "delete") == b


@given(st.text())
def test_pieces_lose_nothing(text):
    assert "".join(pieces(text)) == text
