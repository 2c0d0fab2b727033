import pytest

from diplomacy.intake import debris
from diplomacy.intake.cleaning import Line
from diplomacy.intake.recognition.datelines import find_dateline
from diplomacy.intake.recognition.dating import Circumstances, find_dates


def dates_of(*paragraphs, removed=(), dated_lines=(), facts=None):
    dateline = find_dateline(paragraphs[0])
    skip = dateline.end if dateline else 0
    page = Circumstances(
        dateline=dateline,
        removed=[Line(0, text, reason) for text, reason in removed],
        dated_lines=list(dated_lines),
        facts=facts or {},
        paragraphs=[paragraphs[0][skip:], *paragraphs[1:]],
    )
    guesses, warnings = find_dates(page)
    return {role: (one.value, one.basis) for role, one in guesses.items()}, warnings


CRAWLED = ("date 2026-01-05", debris.CRAWL)


def test_a_printed_dateline_is_printed():
    found, warnings = dates_of("Islamabad, 16 May 2024 (XYZ): They met.")
    assert found == {"dateline": ("2024-05-16", "printed")}
    assert warnings == []


def test_visit_dialogue_and_dateline_are_three_dates():
    found, _ = dates_of(
        "Islamabad, 16 June 2024 (XYZ): The minister visited the valley from June 13 to 16, 2024.",
        "On June 15, 2024, the ministers co-chaired the round in Beijing.",
        "They condemned an attack of March 26, 2024.",
    )
    assert found == {
        "dateline": ("2024-06-16", "printed"),
        "event": ("2024-06-15", "printed"),
        "visit": ("2024-06-13/2024-06-16", "printed"),
    }


def test_a_crawl_date_is_the_day_of_retrieval_and_evidence_for_the_year():
    found, _ = dates_of("BEIJING, Jan 5 (APP): They agreed.", removed=[CRAWLED])
    assert found == {"retrieved": ("2026-01-05", "printed"), "dateline": ("2026-01-05", "inferred")}


def test_the_year_turns_between_dateline_and_crawl():
    found, _ = dates_of("ISLAMABAD, DEC 31 /DNA/: They agreed.", removed=[CRAWLED])
    assert found["dateline"] == ("2025-12-31", "inferred")


def test_a_crawl_date_far_above_the_dateline_decides_nothing():
    found, [warning] = dates_of("BEIJING, May 15 (Xinhua): They agreed.", removed=[CRAWLED])
    assert "dateline" not in found
    assert "prints no year" in warning


def test_a_full_date_in_the_text_counts_before_a_far_crawl_date():
    found, _ = dates_of(
        "BEIJING, May 16 (Xinhua): They agreed.",
        "On May 15, 2024, the ministers met here.",
        removed=[CRAWLED],
    )
    assert found["dateline"] == ("2024-05-16", "inferred")
    assert found["event"] == ("2024-05-15", "printed")


def test_without_evidence_no_year_is_invented():
    found, warnings = dates_of("BEIJING, May 15 (Xinhua): They agreed on the road.")
    assert found == {}
    assert len(warnings) == 1


def test_a_weekday_and_a_year_named_in_the_text_show_the_year():
    found, _ = dates_of(
        "BEIJING, July 10 (APP): A scholar said on Thursday that art matters.",
        "A show in 2024 was followed by another in March 2025.",
    )
    assert found["dateline"] == ("2025-07-10", "inferred")


def test_the_day_a_readout_was_issued_is_counted_back_from_the_dateline():
    found, warnings = dates_of(
        "BEIJING, Jan 5, 2026 (APP): Both held talks here, according to a read out issued by the "
        "ministry on Sunday night.",
    )
    assert found["release"] == ("2026-01-04", "inferred")
    assert found["event"] == ("2026-01-04", "inferred")
    assert any("not printed" in warning for warning in warnings)


def test_a_weekday_of_the_meeting_is_counted_back_from_the_dateline():
    found, _ = dates_of("ISLAMABAD, Aug. 21, 2025 (Xinhua) -- They held talks here on Thursday.")
    assert found["event"] == ("2025-08-21", "inferred")


def test_today_is_the_day_of_the_dateline_and_nothing_without_one():
    assert dates_of("ISLAMABAD, 21 August 2025: They held talks today.")[0]["event"] == (
        "2025-08-21",
        "inferred",
    )
    assert "event" not in dates_of("They held talks today.")[0]


def test_next_week_is_not_counted_back():
    found, _ = dates_of("ISLAMABAD, 21 August 2025: They will hold talks next Monday.")
    assert "event" not in found


@pytest.mark.parametrize(
    "text",
    [
        "This year we mark the 80th anniversary of victory and the 75th of our ties.",
        "The plan for 2025-2029 asks for 3,000 places by 2030.",
        "We visited the valley from August 30 to September 4.",
    ],
)
def test_anniversaries_and_plans_are_no_dates(text):
    assert dates_of(text)[0] == {}


def test_a_publication_line_is_printed_and_an_update_is_not_publication():
    found, _ = dates_of(
        "They met.",
        removed=[
            ("Updated: January 9, 2026", debris.LINE),
            ("Published: January 5, 2026", debris.LINE),
        ],
    )
    assert found == {"published": ("2026-01-05", "printed")}
    assert dates_of("They met.", removed=[("Updated: January 9, 2026", debris.LINE)])[0] == {}


def test_the_pages_own_data_may_name_the_publication():
    found, _ = dates_of("They met.", facts={"published": "2025-08-22T10:00:00+05:00"})
    assert found == {"published": ("2025-08-22", "printed")}
    found, _ = dates_of("They met.", facts={"url": "https://d.example/2025/09/07/words/"})
    assert found == {"published": ("2025-09-07", "inferred")}


def test_a_weekday_that_does_not_fit_is_told():
    _, warnings = dates_of("On Monday, May 15, 2024, they met.")
    assert warnings == [
        "The page prints “May 15, 2024” with a weekday that does not fit: 2024-05-15 was a "
        "Wednesday."
    ]


def test_a_chinese_day_takes_month_and_year_from_the_dateline():
    found, _ = dates_of("新华社北京2026年1月5日电 王毅4日在北京举行会谈。")
    assert found == {"dateline": ("2026-01-05", "printed"), "event": ("2026-01-04", "inferred")}


def test_a_joint_text_that_ends_with_its_day_has_a_date_of_its_own():
    found, _ = dates_of("The three sides met in Kabul.", "Kabul, 20 August 2025")
    assert found == {"document": ("2025-08-20", "printed")}
