"""Which paragraphs of two versions stand beside each other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplomacy.text import alignment
from diplomacy.text.alignment import Part, Row, are_numbered, by_length, by_number

TEXTS = st.lists(st.text(max_size=60) | st.integers(0, 900).map("x".__mul__), max_size=40)


def counted(*texts: str) -> list[Part]:
    return [Part(str(place), text) for place, text in enumerate(texts, start=1)]


def numbered(*numbers: str) -> list[Part]:
    return [Part(number, f"Paragraph {number}.") for number in numbers]


def of(*lengths: int, letter: str = "a") -> list[Part]:
    return counted(*(letter * size for size in lengths))


@given(TEXTS, TEXTS)
def test_every_paragraph_has_one_place_and_order_is_kept(first, second):
    rows = by_length(counted(*first), counted(*second))
    assert [index for row in rows for index in row.first] == list(range(len(first)))
    assert [index for row in rows for index in row.second] == list(range(len(second)))
    assert {(len(row.first), len(row.second)) for row in rows} <= set(alignment.PRICES)


@given(st.lists(st.text(min_size=1, max_size=60), max_size=40))
def test_a_text_beside_itself_is_paired_one_by_one(texts):
    assert by_length(counted(*texts), counted(*texts)) == [
        Row((place,), (place,)) for place in range(len(texts))
    ]


@given(st.permutations(range(9)), st.permutations(range(9)), st.integers(0, 9), st.integers(0, 9))
def test_numbers_pair_what_has_the_same_number_and_lose_nothing(first, second, most, least):
    here = numbered(*(f"A{n}" for n in first[:most]))
    there = numbered(*(f"A{n}" for n in second[:least]))
    rows = by_number(here, there)
    assert [index for row in rows for index in row.first] == list(range(most))
    assert sorted(index for row in rows for index in row.second) == list(range(least))
    for row in rows:
        if row.first and row.second:
            assert here[row.first[0]].number == there[row.second[0]].number


@pytest.mark.parametrize(
    ("first", "second", "rows"),
    [
        ((400, 300, 500), (390, 310, 520), [((0,), (0,)), ((1,), (1,)), ((2,), (2,))]),
        ((400, 300, 500), (400, 500), [((0,), (0,)), ((1,), ()), ((2,), (1,))]),
        ((400, 500), (400, 300, 500), [((0,), (0,)), ((), (1,)), ((1,), (2,))]),
        ((400, 380, 200), (790, 200), [((0, 1), (0,)), ((2,), (1,))]),
        ((700, 200), (340, 350, 210), [((0,), (0, 1)), ((1,), (2,))]),
        ((), (100,), [((), (0,))]),
        ((), (), []),
    ],
)
def test_lengths_tell_what_is_paired_missing_joined_or_split(first, second, rows):
    assert by_length(of(*first), of(*second)) == [Row(*row) for row in rows]


def test_chinese_is_as_long_as_what_it_says():
    english, chinese = of(300, 400, 600), of(100, 200, letter="水")
    assert by_length(english, chinese) == [Row((0,), (0,)), Row((1,), ()), Row((2,), (1,))]


def test_numbers_count_where_both_versions_print_them():
    printed, other = numbered("I", "II", "III"), numbered("I", "III")
    assert are_numbered(printed, other)
    assert by_number(printed, other) == [Row((0,), (0,)), Row((1,), ()), Row((2,), (1,))]
    assert not are_numbered(printed, of(10, 10))
    assert not are_numbered(printed, numbered("I", "I"))


def test_what_only_the_second_has_stands_where_it_stands_there():
    rows = by_number(numbered("1", "4"), numbered("0", "1", "2", "3", "4"))
    assert rows == [Row((), (0,)), Row((0,), (1,)), Row((), (2,)), Row((), (3,)), Row((1,), (4,))]


def test_a_version_with_many_paragraphs_more_is_aligned_too():
    rows = by_length(of(*[50] * 3), of(*[50] * 400))
    assert sum(len(row.second) for row in rows) == 400
    rows = by_length(of(*[50] * 400), of(*[50] * 3))
    assert sum(len(row.first) for row in rows) == 400


def test_texts_without_measure_are_refused():
    with pytest.raises(ValueError, match="600"):
        by_length(of(*[1] * 601), of(1))
