"""Conditions within a query: found by their fields, and nothing else is taken for one."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplomacy.search.operators import FIELDS, NAMES, blanked, cut, operators, plain
from diplomacy.search.query import parse


def fields(text):
    return [(o.field, o.values, o.is_negative) for o in operators(text)]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ('said-by:"Wang Yi" ferry', [("said-by", ("Wang Yi",), False)]),
        ("SAID-BY:wang-yi", [("said-by", ("wang-yi",), False)]),
        ("-topic:cpec", [("topic", ("cpec",), True)]),
        ("NOT topic:cpec", [("topic", ("cpec",), True)]),
        ("topic:a,b،c、d", [("topic", ("a", "b", "c", "d"), False)]),
        ("topic:a OR topic:b OR topic:c", [("topic", ("a", "b", "c"), False)]),
        ("topic:a OR side:b", [("topic", ("a",), False), ("side", ("b",), False)]),
        ("topic: ferry", [("topic", ("ferry",), False)]),
        ("topic:", [("topic", (), False)]),
        ("“topic:a”", []),
        ("topic:“a b”", [("topic", ("a b",), False)]),
        ("说话人：王毅", [("said-by", ("王毅",), False)]),
        ("موضوع:گوادر", [("topic", ("گوادر",), False)]),
        ("http://example.org a:b", []),
        ("mytopic:a", []),
        (
            "before:2024 in:2019..2021",
            [("before", ("2024",), False), ("in", ("2019..2021",), False)],
        ),
    ],
)
def test_conditions_are_found(typed, expected):
    assert fields(typed) == expected


def test_every_name_of_every_field_is_understood_and_belongs_to_one_field():
    names = [name for row in NAMES.values() for name in row.split()]
    assert len(names) == len(set(names))
    for name, field in FIELDS.items():
        assert fields(f"{name}:x") == [(field, ("x",), False)], name


def test_conditions_are_no_words():
    assert parse("ferry topic:rail -side:cn").wanted == parse("ferry").wanted
    assert parse("topic:rail").wanted == ()
    assert parse("a:rail").wanted == parse("a rail").wanted or parse("a:rail").wanted


def test_a_condition_is_taken_out_alone():
    text = 'ferry  topic:a OR topic:b "rail link"'
    (operator,) = operators(text)
    assert cut(text, operator.spans) == 'ferry "rail link"'


def test_at_most_twenty_count():
    assert len(operators("topic:a " * 100)) == 20
    assert len(operators("topic:" + ",".join("abcdefghijklmnop"))[0].values) == 10


@given(st.text(max_size=300) | st.lists(st.sampled_from(
    ["topic:", "-", '"', "OR", "NOT", "a", "：", "said-by:王毅", " ", "before:2024", "\0", "۲"]
)).map("".join))  # fmt: skip
def test_places_are_those_of_the_text_and_nothing_raises(text):
    found = operators(text)
    spans = [span for operator in found for span in operator.spans]
    assert len(blanked(plain(text), spans)) == len(plain(text))
    assert spans == sorted(spans)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
