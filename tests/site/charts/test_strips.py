"""Marks along one axis."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplomacy.site.charts.axis import span_of, whole_years
from diplomacy.site.charts.strips import REFERENCE, lanes, strip
from tests.site.charts.test_axis import EDTF

PLACES = st.lists(st.tuples(st.floats(0, 100), st.just(14)), max_size=30)


def drawn(*values: str, **options):
    rows = [(span_of(value), value) for value in values]
    axis = whole_years([span for span, _ in rows], is_mirrored=False, after=True)
    return strip(axis, rows, **options)


def test_marks_that_would_cover_one_another_lie_below_one_another():
    found = drawn("2024-05-15", "2024-05-16", "2024-12-01")
    assert [mark.y for mark in found.marks] == [14, 42, 14]
    assert found.height == 56


def test_all_on_one_day_lie_one_below_the_other_up_to_the_most():
    assert drawn(*["2024-05-15"] * 5).height == 5 * 28
    assert drawn(*["2024-05-15"] * 5, most=3).height == 3 * 28


def test_what_has_no_date_stands_after_time():
    dated, undated = drawn("2024-05-15", "").marks
    assert undated.x > dated.x
    assert undated.x == 93


@pytest.mark.parametrize(
    ("value", "is_bar"), [("2024-05-15", False), ("2024-05", True), ("2024/..", True), ("", False)]
)
def test_an_imprecise_date_has_a_bar_over_its_days(value, is_bar):
    *_others, mark = drawn("2020", value).marks
    assert (mark.bar is not None) == is_bar


def test_an_open_end_reaches_to_the_end_of_time():
    *_others, mark = drawn("2020", "2024", "2022-01-01/..").marks
    assert mark.bar.x + mark.bar.width == pytest.approx(86)


def test_nothing_makes_an_empty_strip():
    axis = whole_years([span_of("2024")], is_mirrored=False)
    assert strip(axis, []).marks == []


@given(PLACES)
def test_no_two_marks_of_one_lane_cover_one_another(places):
    found = lanes(places)
    by_lane = {}
    for (x, _half), lane in zip(places, found, strict=True):
        by_lane.setdefault(lane, []).append(x * REFERENCE / 100)
    for xs in by_lane.values():
        xs.sort()
        assert all(b - a >= 28 - 0.001 for a, b in pairwise(xs))


@given(PLACES, st.integers(1, 3))
def test_there_are_never_more_lanes_than_allowed(places, most):
    assert all(lane < most for lane in lanes(places, most))


@given(st.lists(EDTF, min_size=1, max_size=8))
def test_every_mark_and_bar_is_in_the_picture(values):
    rows = [(span_of(value), value) for value in values]
    axis = whole_years([span for span, _ in rows] + [span_of("2000")], is_mirrored=True, after=True)
    found = strip(axis, rows)
    assert len(found.marks) == len(values)
    for mark in found.marks:
        assert 0 <= mark.x <= 100
        assert 0 < mark.y < found.height
        assert mark.bar is None or 0 <= mark.bar.x <= mark.bar.x + mark.bar.width <= 100.01


def test_the_first_and_last_day_there_are_can_be_drawn():
    found = drawn("0001-01-01", "9999-12-31")
    assert [mark.x for mark in found.marks] == [0, 86]
    assert found.axis.first == date.min
