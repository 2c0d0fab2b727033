"""Offices as bars, appearances as marks."""

from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplomacy.site.charts.axis import span_of, whole_years
from diplomacy.site.charts.lives import bars, picture
from tests.site.charts.test_axis import EDTF

AXIS = whole_years([span_of("2000"), span_of("2019")], is_mirrored=False)


def held(start="", end=""):
    return {"tenure": SimpleNamespace(start=start, end=end)}


def kinds(start: str, end: str) -> list[str]:
    return [bar.kind for bar in bars(AXIS, span_of(start), span_of(end))]


@pytest.mark.parametrize(
    ("start", "end", "found"),
    [
        ("2005-01-01", "2010-01-01", ["certain"]),
        ("2005", "2010-01-01", ["perhaps", "certain"]),
        ("2005-01-01", "2010", ["certain", "perhaps"]),
        ("2005-01-01", "", ["certain", "open"]),
        ("", "2010-01-01", ["open", "certain"]),
        ("2005/..", "2010/..", ["certain", "open"]),
        ("2005", "2005", ["perhaps"]),
    ],
)
def test_a_bar_says_how_sure_its_ends_are(start, end, found):
    assert kinds(start, end) == found


def test_bars_of_one_office_follow_one_another():
    first, second, third = bars(AXIS, span_of("2005"), span_of("2010"))
    assert first.x + first.width == pytest.approx(second.x, abs=0.02)
    assert second.x + second.width == pytest.approx(third.x, abs=0.02)


def test_an_office_of_which_no_day_is_known_has_no_bar():
    record = SimpleNamespace(date_value="2010-05-05")
    life = picture([held(), held("2005")], {"chair": [record]}, is_mirrored=False)
    assert len(life.tenures) == 1


def test_parts_that_nobody_has_have_no_lane():
    record = SimpleNamespace(date_value="2010-05-05")
    life = picture([], {"chair": [record], "speaker": []}, is_mirrored=False)
    assert [part for part, _strip in life.parts] == ["chair"]


def test_a_life_without_dates_has_no_picture():
    assert picture([held()], {"chair": []}, is_mirrored=False) is None


@given(
    st.lists(st.tuples(EDTF, EDTF).map(lambda ends: held(*ends)), max_size=4),
    st.lists(EDTF.map(lambda value: SimpleNamespace(date_value=value)), max_size=6),
    st.booleans(),
)
def test_every_life_is_drawn_within_the_picture(tenures, records, is_mirrored):
    life = picture(tenures, {"chair": records}, is_mirrored=is_mirrored)
    if life is None:
        return
    for _row, found in life.tenures:
        assert found
        for bar in found:
            assert 0 <= bar.x <= bar.x + bar.width <= 100.01
    for _part, strip in life.parts:
        assert all(0 <= mark.x <= 100 and 0 < mark.y < strip.height for mark in strip.marks)
