import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplomacy.text.dates import EdtfError, display, parse

FACTS = Path(__file__).parents[3] / "shared" / "facts.json"
DATE_FIELDS = {
    "date",
    "start",
    "end",
    "launched",
    "date_document",
    "date_published",
    "date_edtf",
    "visit_edtf",
}

a_day = st.dates()
a_mark = st.sampled_from(["", "?", "~", "%"])


@pytest.mark.parametrize(
    ("value", "earliest", "latest"),
    [
        ("2024-05-15", date(2024, 5, 15), date(2024, 5, 15)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2023", date(2023, 1, 1), date(2023, 12, 31)),
        ("2023-09~", date(2023, 9, 1), date(2023, 9, 30)),
        ("2024-05-13/2024-05-16", date(2024, 5, 13), date(2024, 5, 16)),
        ("2022/2023", date(2022, 1, 1), date(2023, 12, 31)),
        ("../2018-11", date.min, date(2018, 11, 30)),
        ("2024-03-10~/..", date(2024, 3, 10), date.max),
        ("[2025-01-10,2025-01-11]", date(2025, 1, 10), date(2025, 1, 11)),
        ("201X", date(2010, 1, 1), date(2019, 12, 31)),
        ("2004-XX", date(2004, 1, 1), date(2004, 12, 31)),
        ("2004-06-XX", date(2004, 6, 1), date(2004, 6, 30)),
        ("2024-22", date(2024, 6, 1), date(2024, 8, 31)),
        ("2023-24", date(2023, 12, 1), date(2024, 2, 29)),
    ],
)
def test_bounds_are_the_first_and_last_day_it_may_mean(value, earliest, latest):
    read = parse(value)
    assert (read.earliest, read.latest, read.value) == (earliest, latest, value)


@pytest.mark.parametrize(
    ("value", "approximate", "uncertain", "is_open"),
    [
        ("2024-05-15", False, False, False),
        ("2024-05-15~", True, False, False),
        ("2024-05-15?", False, True, False),
        ("2024-05-15%", True, True, False),
        ("../2024", False, False, True),
        ("2019-03-18/2019-03-20~", True, False, False),
    ],
)
def test_marks_are_read(value, approximate, uncertain, is_open):
    read = parse(value)
    assert (read.is_approximate, read.is_uncertain, read.is_open) == (
        approximate,
        uncertain,
        is_open,
    )


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2024-02-31", "that month has 29 days"),
        ("2023-13", "no month 13"),
        ("0000", "no year 0000"),
        ("", "empty"),
        ("15 May 2024", "cannot|can read"),
        ("2024-05-16/2024-05-13", "ends before it begins"),
        ("../..", "says nothing"),
        ("2024/2025/2026", "more than two ends"),
        ("[]", "can read"),
        ("2024-05-15T10:00:00", "can read"),
        ("2024-22-03", "a day in a season"),
        ("20XX-05", "not known"),
    ],
)
def test_what_is_no_date_is_refused_in_plain_words(value, words):
    with pytest.raises(EdtfError, match=words):
        parse(value)


@pytest.mark.parametrize(
    ("value", "english", "chinese", "urdu"),
    [
        ("2024-05-15", "15 May 2024", "2024年5月15日", "15 مئی 2024"),
        ("2025-09-04~", "about 4 September 2025", "约2025年9月4日", "تقریباً 4 ستمبر 2025"),
        (
            "[2025-01-10,2025-01-11]",
            "10 or 11 January 2025",
            "2025年1月10或11日",
            "10 یا 11 جنوری 2025",
        ),
        (
            "2024-05-13/2024-05-16",
            "13–16 May 2024",
            "2024年5月13日至16日",
            "13 تا 16 مئی 2024",
        ),
        (
            "2025-08-30/2025-09-04",
            "30 August – 4 September 2025",
            "2025年8月30日至9月4日",
            "30 اگست تا 4 ستمبر 2025",
        ),
        ("../2018-11", "November 2018 or earlier", "2018年11月或更早", "نومبر 2018 یا اس سے پہلے"),
        ("2013-03", "March 2013", "2013年3月", "مارچ 2013"),
    ],
)
def test_dates_are_written_out_in_three_languages(value, english, chinese, urdu):
    assert display(value) == english
    assert display(value, "zh-hans") == chinese
    assert display(parse(value), "ur") == urdu


def test_a_language_without_words_is_served_in_english():
    assert display("2024-05-15", "fr") == "15 May 2024"


@given(a_day, a_mark)
def test_a_day_comes_back_as_it_went_in(day, mark):
    read = parse(day.isoformat() + mark)
    assert read.earliest == read.latest == day
    assert read.value == day.isoformat() + mark


@given(st.lists(a_day, min_size=2, max_size=2).map(sorted))
def test_an_interval_holds_both_its_ends(days):
    first, last = days
    read = parse(f"{first}/{last}")
    assert (read.earliest, read.latest) == (first, last)
    assert parse(f"[{first},{last}]").latest == last


@given(st.text(alphabet="0123456789X-/.[],?~% ", max_size=24) | st.text(max_size=12))
def test_any_text_is_read_or_refused_and_what_is_read_can_be_shown(text):
    try:
        read = parse(text)
    except EdtfError:
        return
    assert read.earliest <= read.latest
    assert all(display(read, language) for language in ("en", "zh-hans", "ur"))


def _dates_in(value, field=""):
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _dates_in(inner, key)
    elif isinstance(value, list):
        for inner in value:
            yield from _dates_in(inner, field)
    elif isinstance(value, str) and field in DATE_FIELDS:
        yield value


@pytest.mark.skipif(not FACTS.exists(), reason="the facts of the demonstration are not here")
def test_every_date_of_the_demonstration_can_be_read():
    values = set(_dates_in(json.loads(FACTS.read_text("utf-8"))))
    assert len(values) > 100
    assert all(parse(value).value == value for value in values)
