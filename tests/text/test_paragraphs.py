import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplomacy.text.paragraphs import sentences, split


def test_blank_lines_part_paragraphs_and_wrapped_lines_join():
    assert split("One line\nwrapped.\n\n \nTwo.\n") == ["One line wrapped.", "Two."]


def test_without_blank_lines_every_line_is_a_paragraph():
    assert split("One.\nTwo.\n") == ["One.", "Two."]


def test_nothing_gives_nothing():
    assert split(" \n\n ") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met. He left.", ["They met.", "He left."]),
        (
            "Mr. Khan met Dr. Wei on Jan. 5. It ended.",
            ["Mr. Khan met Dr. Wei on Jan. 5.", "It ended."],
        ),
        ("He said: “We agree.” She left.", ["He said: “We agree.”", "She left."]),
        ("It cost 2.5 million. Good.", ["It cost 2.5 million.", "Good."]),
        ("双方同意。会谈结束！", ["双方同意。", "会谈结束！"]),
        ("ملاقات ہوئی۔ اتفاق کیا گیا۔", ["ملاقات ہوئی۔", "اتفاق کیا گیا۔"]),
    ],
)
def test_sentences_end_where_a_reader_would_end_them(text, expected):
    assert sentences(text) == expected


@given(st.text(alphabet=st.characters(exclude_characters="\0")))
def test_splitting_loses_no_words(text):
    assert "".join("".join(split(text)).split()) == "".join(
        "".join(part.split()) for part in split("\n\n".join(split(text)))
    )
    for paragraph in split(text):
        assert "".join("".join(sentences(paragraph)).split()) == "".join(paragraph.split())
