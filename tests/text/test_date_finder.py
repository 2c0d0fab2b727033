from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplomacy.text.dates import find, weekdays


def values(text):
    return [found.value for found in find(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lahore, 3 June 2023 (XYZ): they met.", ["2023-06-03"]),
        ("On June 3, 2023, they met.", ["2023-06-03"]),
        ("(Wire Service - 21st Aug, 2025)", ["2025-08-21"]),
        ("dated 09-Jun-2024", ["2024-06-09"]),
        ("posted 2026-01-05 at noon", ["2026-01-05"]),
        ("posted 2026/01/05", ["2026-01-05"]),
        ("on 25/12/2023", ["2023-12-25"]),
        ("since March 2019", ["2019-03"]),
        ("from May 13 to 16, 2024", ["2024-05-13/2024-05-16"]),
        ("from May 13 to May 16, 2024", ["2024-05-13/2024-05-16"]),
        ("during 13-16 May 2024", ["2024-05-13/2024-05-16"]),
        ("30 August – 4 September 2025", ["2025-08-30/2025-09-04"]),
        ("December 31 to January 2, 2026", ["2025-12-31/2026-01-02"]),
        ("2024年5月15日", ["2024-05-15"]),
        ("二〇二四年五月十五日", ["2024-05-15"]),
        ("2024年5月13日至16日", ["2024-05-13/2024-05-16"]),
        ("15 مئی 2024ء کو", ["2024-05-15"]),
        ("۱۵ مئی ۲۰۲۴", ["2024-05-15"]),
        ("13 سے 16 مئی 2024 تک", ["2024-05-13/2024-05-16"]),
    ],
)
def test_printed_dates_are_found(text, expected):
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "year", "expected"),
    [
        ("ISLAMABAD, DEC 31 /XYZ/", 2025, "2025-12-31"),
        ("Sept. 1 (Agency)", 2025, "2025-09-01"),
        ("from August 30 to September 4", 2025, "2025-08-30/2025-09-04"),
        ("December 31 to January 2", 2025, "2025-12-31/2026-01-02"),
        ("1月5日电", 2026, "2026-01-05"),
        ("5 جنوری", 2026, "2026-01-05"),
    ],
)
def test_a_date_without_its_year_is_partial(text, year, expected):
    [found] = find(text)
    assert found.is_partial
    assert found.value is None
    assert found.edtf(year) == expected


def test_a_chinese_day_without_its_month_waits_for_the_dateline():
    [found] = find("双方15日在北京会谈")
    assert found.is_partial
    assert found.edtf(2024, 5) == "2024-05-15"


@pytest.mark.parametrize(
    "text",
    [
        "the 75th anniversary",
        "on the 80th anniversary of victory in the 20th century",
        "an action plan (2025-2029)",
        "they may go; 15 may agree",
        "31 February 2024",
        "a fund of 2,024 million, item 5.15",
        "05/06/2024",
    ],
)
def test_what_is_no_certain_date_is_left_alone(text):
    assert find(text) == []


def test_the_weekday_beside_a_date_is_kept():
    [found] = find("on Wednesday, May 15, 2024")
    assert found.weekday == date(2024, 5, 15).weekday()


def test_weekdays_are_found_in_three_languages():
    named = [weekday for weekday, _, _ in weekdays("on Sunday night; 星期一; بدھ کو")]
    assert named == [6, 0, 2]


def test_offsets_give_back_what_is_printed():
    text = "They met on May 15, 2024, in the capital."
    [found] = find(text)
    assert text[found.start : found.end] == found.printed == "May 15, 2024"


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31)))
def test_a_day_written_out_is_found_again(day):
    assert values(f"held on {day.day} {day:%B} {day.year}.") == [day.isoformat()]
    assert values(f"held on {day:%B} {day.day}, {day.year}.") == [day.isoformat()]
    assert values(f"{day.year}年{day.month}月{day.day}日举行") == [day.isoformat()]


@given(st.text(alphabet="0123456789 -/.,年月日至MayJunto" + "مئیسے") | st.text())
def test_no_text_raises(text):
    assert all(found.edtf(2024, 1) for found in find(text))
