"""Time laid out along a line."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplomacy.site.charts.axis import Axis, Span, span_of, whole_years

POINTS = st.dates().flatmap(
    lambda day: st.sampled_from(
        [
            day.isoformat(),
            day.isoformat()[:7],
            day.isoformat()[:4],
            f"{day.isoformat()}~",
            f"{day.isoformat()[:7]}-XX",
            f"{day.isoformat()[:4]}-2{day.month % 4 + 1}",
        ]
    )
)
EDTF = st.one_of(
    POINTS,
    POINTS.map(lambda point: f"../{point}"),
    POINTS.map(lambda point: f"{point}/.."),
    st.tuples(POINTS, POINTS).map("/".join),
    st.lists(POINTS, min_size=1, max_size=3).map(lambda points: f"[{','.join(points)}]"),
    st.text(max_size=12),
)
"""Dates of every form, and texts that are no dates."""


def axis_of(*values: str, **options) -> Axis:
    return whole_years(map(span_of, values), **{"is_mirrored": False} | options)


@pytest.mark.parametrize(
    ("value", "span"),
    [
        ("2024-05-15", Span(date(2024, 5, 15), date(2024, 5, 15))),
        ("2024-05", Span(date(2024, 5, 1), date(2024, 5, 31))),
        ("2024/..", Span(date(2024, 1, 1), date(2024, 1, 1), is_open_after=True)),
        ("../2024", Span(date(2024, 12, 31), date(2024, 12, 31), is_open_before=True)),
        ("0001", Span(date.min, date(1, 12, 31))),
        ("2024-02-31", None),
        ("-0044", None),
        ("", None),
    ],
)
def test_a_date_spans_the_days_it_may_mean(value, span):
    assert span_of(value) == span


def test_an_axis_is_of_whole_years_and_places_its_ends():
    axis = axis_of("2019-03-19", "2021-07-24")
    assert (axis.first, axis.last) == (date(2019, 1, 1), date(2021, 12, 31))
    assert [axis.x(day) for day in (axis.first, axis.last)] == [0, 100]
    assert [tick.value for tick in axis.ticks] == ["2019", "2020", "2021"]


def test_what_has_no_date_has_no_axis():
    assert axis_of() is None
    assert axis_of("", "no date") is None


def test_gutters_keep_room_for_what_has_no_place_in_time():
    axis = axis_of("2020", before=True, after=True)
    assert axis.before < axis.x(axis.first) < axis.x(axis.last) < axis.after


def test_from_right_to_left_everything_is_mirrored():
    plain, mirrored = axis_of("2019", "2021"), axis_of("2019", "2021", is_mirrored=True)
    for day in (date(2019, 1, 1), date(2020, 6, 1), date(2021, 12, 31)):
        assert mirrored.x(day) == pytest.approx(100 - plain.x(day), abs=0.01)
    start, width = plain.stretch(date(2019, 1, 1), date(2020, 1, 1))
    assert mirrored.stretch(date(2019, 1, 1), date(2020, 1, 1)) == pytest.approx(
        (100 - start - width, width), abs=0.01
    )


def test_a_short_axis_names_every_other_month():
    axis = Axis(date(2024, 11, 20), date(2025, 3, 20))
    assert [tick.value for tick in axis.ticks] == ["2024-12", "", "2025-02", ""]


@given(st.lists(EDTF, max_size=8), st.booleans(), st.booleans(), st.booleans())
def test_no_date_leaves_the_picture_or_runs_backwards(values, is_mirrored, before, after):
    axis = axis_of(*values, is_mirrored=is_mirrored, before=before, after=after)
    spans = [span for span in map(span_of, values) if span]
    assert (axis is None) == (not spans)
    if axis is None:
        return
    spans.sort(key=lambda span: span.first)
    xs = [axis.x(span.first) for span in spans]
    assert xs == sorted(xs, reverse=is_mirrored)
    left, right = axis.line
    for span in spans:
        x, width = axis.stretch(span.first, span.last)
        assert left <= x <= x + width <= right + 0.01
        assert 0 <= axis.x(span.middle) <= 100
    assert all(0 <= tick.x <= 100 for tick in axis.ticks)
    assert len([tick for tick in axis.ticks if tick.value]) <= 8
    assert len(axis.ticks) <= 61
