import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplomacy.intake.cleaning import clean_page
from diplomacy.intake.recognition.sections import numbered, take_headings
from tests.intake.recognition.test_page import reported

FIRST = "The ministers went over the harvest of both valleys and agreed on a longer road."
SECOND = "They will meet again once the snow on the pass has gone and the boats sail."


def sections(*paragraphs):
    cleaned = clean_page("\n\n".join(paragraphs))
    return take_headings(cleaned), cleaned.paragraphs


@pytest.mark.parametrize(
    "heading",
    [
        "Key points",
        "Kashmir",
        "I. Political relations",
        "2.1 Roads and bridges",
        "Part one: Political relations",
        "一、政治关系",
        "（二）道路",
        "政治关系",
        "سیاسی تعلقات",
    ],
)
def test_a_short_line_before_a_paragraph_is_its_heading(heading):
    assert sections(FIRST, heading, SECOND) == ({2: heading}, [FIRST, SECOND])


@pytest.mark.parametrize(
    "line",
    [
        "They parted.",
        "The two sides agreed to:",
        "- Gwadar and its port",
        "and to keep the pass open",
        "Kabul, 20 August 2025",
        "Question: what of the road",
        "The road that both ministers want to widen will pass four villages, two rivers and a lake",
    ],
)
def test_a_sentence_a_list_item_or_a_date_is_no_heading(line):
    assert sections(FIRST, line, SECOND) == ({}, [FIRST, line, SECOND])


def test_a_list_of_short_lines_stays_as_paragraphs():
    lines = ["Gwadar port", "Karakoram Highway", "Khunjerab Pass"]
    assert sections(FIRST, *lines, SECOND) == ({}, [FIRST, *lines, SECOND])


def test_a_short_line_with_no_paragraph_after_it_stays():
    assert sections(FIRST, SECOND, "Foreign Ministers") == (
        {},
        [FIRST, SECOND, "Foreign Ministers"],
    )


def test_only_a_numbered_heading_may_stand_above_the_first_paragraph():
    assert sections("I. Politics", FIRST, "II. Roads", SECOND) == (
        {1: "I. Politics", 2: "II. Roads"},
        [FIRST, SECOND],
    )
    assert sections("A road for all", FIRST)[0] == {}


def test_a_numbered_heading_may_hold_another():
    assert sections(FIRST, "I. Politics", "Kashmir", SECOND)[0] == {2: "I. Politics – Kashmir"}


def test_the_report_gives_headings_beside_the_paragraphs():
    row = reported(f"A road for two valleys\n\n{FIRST}\n\nKey points\n\n{SECOND}\n")
    assert row["paragraphs"] == [FIRST, SECOND]
    assert row["headings"] == [{"paragraph": 2, "text": "Key points"}]
    assert "Key points" not in row["removed"]


def test_words_of_a_heading_suggest_topics():
    row = reported(f"A road for two valleys\n\n{FIRST}\n\nAgriculture\n\n{SECOND}\n")
    assert row["topics"] == ["agriculture"]


@pytest.mark.parametrize(
    ("printed", "numbers", "texts"),
    [
        (["1. One", "2. Two", "3. Three"], ["1", "2", "3"], ["One", "Two", "Three"]),
        (["1) One", "2) Two", "3) Three"], ["1", "2", "3"], ["One", "Two", "Three"]),
        (["(1) One", "(2) Two", "(3) Three"], ["1", "2", "3"], ["One", "Two", "Three"]),
        (["一、双方", "二、双方", "三、双方"], ["一", "二", "三"], ["双方"] * 3),
        (["1.双方", "2.双方", "3.双方"], ["1", "2", "3"], ["双方"] * 3),
        (["i. One", "ii. Two", "iii. Three"], ["i", "ii", "iii"], ["One", "Two", "Three"]),
        (["۱۔ ایک", "۲۔ دو", "۳۔ تین"], ["۱", "۲", "۳"], ["ایک", "دو", "تین"]),
        (
            ["Preamble", "1. One", "More of one", "2. Two", "(i) a", "(ii) b", "3. Three"],
            ["", "1", "", "2", "", "", "3"],
            ["Preamble", "One", "More of one", "Two", "(i) a", "(ii) b", "Three"],
        ),
    ],
)
def test_printed_numbers_are_taken_from_their_paragraphs(printed, numbers, texts):
    assert numbered(printed) == list(zip(numbers, texts, strict=True))


@pytest.mark.parametrize(
    "printed",
    [
        ["1988. A great year.", "Two"],
        ["1. One", "3. Three", "4. Four"],
        ["1. One", "2. Two", "1. One again", "2. Two again"],
        ["1. One", "2. Two"],
        ["1.5 million came.", "2.5 million stayed.", "3.5 million left."],
    ],
)
def test_numbers_count_only_where_they_run_through_the_page(printed):
    assert numbered(printed) == [("", text) for text in printed]


@given(st.lists(st.text(max_size=40), max_size=8))
def test_numbering_keeps_every_paragraph_and_its_end(paragraphs):
    found = numbered(paragraphs)
    assert len(found) == len(paragraphs)
    for (number, text), printed in zip(found, paragraphs, strict=True):
        assert printed.endswith(text)
        assert number in printed


def test_a_clause_of_a_numbered_paragraph_is_without_the_number():
    row = reported(
        "Joint Statement of China and Pakistan\n\n一、双方同意加强农业合作。\n\n"
        "二、双方反对恐怖主义，同意加强反恐合作。\n\n三、双方同意再次见面，继续加强农业合作。\n"
    )
    assert row["paragraphs"][0] == "一、双方同意加强农业合作。"
    assert row["clauses"][0]["text"] == "双方同意加强农业合作。"
