"""The picture of a series."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplomacy.site.charts.rounds import picture
from diplomacy.site.views.series import with_gaps
from tests.site.charts.test_axis import EDTF


class Meeting:
    def __init__(self, ordinal, date_value="", status="held"):
        self.ordinal, self.date_value, self.status = ordinal, date_value, status


def row(ordinal, value="", *voices, status="held"):
    told = [{"authority": a, "side": side, "total": n} for a, side, n in voices]
    return {"meeting": Meeting(ordinal, value, status), "voices": told}


def draw(rows, sides=(), **options):
    rows = with_gaps(rows, counts_from_one=True)
    return picture(rows, list(sides), **{"is_mirrored": False} | options)


def told(drawn) -> list[str]:
    items = [(mark.x, str(mark.subject["meeting"].ordinal)) for mark in drawn.strip.marks]
    items += [(gap.x, f"({gap.label})") for gap in drawn.gaps]
    return [label for _x, label in sorted(items)]


def test_rounds_and_gaps_stand_in_order_of_time():
    drawn = draw([row(2, "2019"), row(3, "2020"), row(7, "2023"), row(8, "", status="scheduled")])
    assert told(drawn) == ["(1)", "2", "3", "(4–6)", "7", "8"]


def test_a_gap_interrupts_the_line_between_the_rounds_around_it():
    drawn = draw([row(1, "2019-01-01"), row(4, "2022-12-31")])
    (gap,) = drawn.gaps
    first, last = (mark.x for mark in drawn.strip.marks)
    assert first <= gap.left < gap.x < gap.right <= last
    assert (gap.first, gap.last) == (2, 3)


def test_gaps_between_the_same_rounds_stand_side_by_side():
    first, second = draw([row(1, "2019"), row(9, "2025"), row(6, "2025")]).gaps
    assert first.right <= second.left or second.right <= first.left or first.y != second.y


@pytest.mark.parametrize("rows", [[], [row(1)], [row(5, "", status="scheduled")]])
def test_without_a_date_there_is_no_picture(rows):
    assert draw(rows) is None


def test_each_voice_has_a_row_nearest_first_and_each_side_its_own():
    drawn = draw(
        [
            row(1, "2019", ("press", "", 2), ("readout", "cn", 1)),
            row(2, "2020", ("joint_verbatim", "", 1), ("press", "pk", 1)),
            row(3, "2030", status="scheduled"),
        ],
        sides=["cn", "pk"],
    )
    rows = [(voice.authority, voice.side, voice.total) for voice in drawn.voices]
    assert rows == [
        ("joint_verbatim", "", 1),
        ("readout", "cn", 1),
        ("readout", "pk", 0),
        ("press", "", 3),
    ]
    joint = drawn.voices[0]
    assert [x for x, _round, _total in joint.held] == [drawn.strip.marks[1].x]
    assert joint.missing == [drawn.strip.marks[0].x]


def test_of_a_round_that_was_not_held_no_text_is_missed():
    drawn = draw([row(1, "2019"), row(2, "2020", status="postponed")])
    assert [len(voice.missing) for voice in drawn.voices] == [1]


ROWS = st.lists(
    st.builds(
        row,
        st.none() | st.integers(1, 40),
        EDTF,
        st.tuples(
            st.sampled_from(["press", "readout", "unheard-of"]),
            st.sampled_from(["", "cn"]),
            st.just(1),
        ),
        status=st.sampled_from(["held", "scheduled", "postponed"]),
    ),
    max_size=12,
)


@given(ROWS, st.booleans())
def test_whatever_is_recorded_is_drawn_within_the_picture(rows, is_mirrored):
    drawn = draw(rows, ["cn", "pk"], is_mirrored=is_mirrored)
    if drawn is None:
        return
    assert len(drawn.strip.marks) == len(rows)
    for item in (*drawn.strip.marks, *drawn.gaps):
        assert 0 <= item.x <= 100
        assert 0 < item.y < drawn.strip.height
    for gap in drawn.gaps:
        assert 0 <= gap.left <= gap.right <= 100
