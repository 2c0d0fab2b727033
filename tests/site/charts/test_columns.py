"""Counts a year as columns."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplomacy.site.charts.columns import LEAST, MOST_SLOTS, columns, years_of

TOTALS = st.dictionaries(st.integers(1, 9999), st.integers(0, 10**9), max_size=30)


def test_columns_stand_as_high_as_their_numbers():
    totals = {2020: 1, 2021: 4, 2023: 2}
    years = years_of(totals, is_mirrored=False)
    drawn = columns(totals, years, most=4, height=40)
    assert [(column.year, column.height) for column in drawn.columns] == [
        (2020, 10),
        (2021, 40),
        (2023, 20),
    ]
    assert all(column.y + column.height == 40 for column in drawn.columns)
    assert years.slots == (2020, 2021, 2022, 2023)


def test_one_year_far_from_all_others_leaves_them_their_room():
    years = years_of({1951: 1, 2020: 3, 2021: 1}, is_mirrored=False)
    assert years.slots == (1951, None, 2020, 2021)
    assert [tick.value for tick in years.ticks] == ["1951", "…", "2020", "2021"]


def test_a_small_number_is_still_seen():
    totals = {2020: 1, 2021: 10_000}
    first, _last = columns(totals, years_of(totals, is_mirrored=False), most=10_000).columns
    assert first.height == LEAST


def test_nothing_has_no_years():
    assert years_of({}, is_mirrored=False) is None


def test_a_single_year_is_no_wall():
    (column,) = columns({2024: 5}, years_of({2024: 5}, is_mirrored=False), most=5).columns
    assert column.width < 10
    assert column.x + column.width / 2 == pytest.approx(50)


@given(TOTALS, st.booleans())
def test_every_column_is_in_the_picture_in_order_of_time(totals, is_mirrored):
    years = years_of(totals, is_mirrored=is_mirrored)
    if years is None:
        return
    assert len(years.slots) <= MOST_SLOTS
    drawn = columns(totals, years, most=max(totals.values()) or 1)
    xs = [column.x for column in drawn.columns]
    assert xs == sorted(xs, reverse=is_mirrored)
    for column in drawn.columns:
        assert -0.01 <= column.place <= column.x
        assert column.x + column.width <= 100.01
        assert 0 <= column.y <= column.y + column.height <= drawn.height + 0.1
    assert all(0 <= tick.x <= 100 for tick in years.ticks)
