"""The timeline."""

import pytest

from diplomacy.site.views import timeline
from tests import factories


def titles(answer) -> list[tuple[str | None, list[str]]]:
    return [
        (group["month"], [row.title for row in group["records"]])
        for group in answer.context["months"]
    ]


def test_an_empty_archive_has_an_empty_timeline(client, db):
    answer = client.get("/timeline/")
    assert answer.status_code == 200
    assert "Nothing with a date" in answer.content.decode()


def test_the_latest_year_is_shown_first_month_by_month(client, db):
    for title, date in [("B", "2024-05-16"), ("A", "2024-05-02"), ("C", "2024-07"), ("Z", "2020")]:
        factories.make_published(title, date=date)
    answer = client.get("/timeline/")
    assert answer.context["year"] == 2024
    assert titles(answer) == [("2024-05", ["A", "B"]), ("2024-07", ["C"])]
    assert [(row["year"], row["total"]) for row in answer.context["years"]] == [
        (2020, 1),
        (2024, 3),
    ]


def test_what_may_have_happened_over_a_longer_time_stands_under_no_month(client, db):
    for title, date in [("Year", "2024"), ("January", "2024-01-05"), ("Spring", "2024-21")]:
        factories.make_published(title, date=date)
    assert titles(client.get("/timeline/?year=2024")) == [
        (None, ["Year", "Spring"]),
        ("2024-01", ["January"]),
    ]


def test_drafts_are_in_no_year_and_in_no_count(client, db):
    factories.make_document("Hidden plan", date="2023-01-01")
    factories.make_published("Open plan", date="2022-01-01")
    assert "Hidden plan" not in client.get("/timeline/?year=2023").content.decode()
    assert [row["year"] for row in client.get("/timeline/").context["years"]] == [2022]


def test_a_year_without_records_says_so(client, db):
    factories.make_published(date="2024-05-16")
    answer = client.get("/timeline/?year=1999")
    assert answer.status_code == 200
    assert "The archive has nothing from 1999." in answer.content.decode()


LONG = ["9" * 5000, "0" * 16 + "20249", "0" * 19 + "1" + "9" * 5000]


@pytest.mark.parametrize("year", ["x", "0", "-1", "20245", "١٩٩٩", "2024.5", "\x00", *LONG])
def test_what_is_no_year_is_told_so_and_nothing_breaks(client, db, year):
    answer = client.get("/timeline/", {"year": year})
    assert answer.status_code == 400
    assert "is not a year" in answer.content.decode()


@pytest.mark.parametrize("year", ["1", "9999"])
def test_the_ends_of_the_calendar_can_be_asked_for(client, db, year):
    factories.make_published(date="2024-05-16")
    assert client.get("/timeline/", {"year": year}).status_code == 200


def test_a_full_year_goes_on_after_its_last_record(client, db, monkeypatch):
    monkeypatch.setattr(timeline, "LENGTH", 2)
    for day in range(1, 6):
        factories.make_published(f"Day {day}", date=f"2024-03-0{day}")
    seen, url = [], "/timeline/?year=2024"
    for _page in range(3):
        answer = client.get(url)
        seen += [title for _month, group in titles(answer) for title in group]
        url = f"/timeline/?year=2024&after={answer.context['more_after']}"
    assert seen == [f"Day {day}" for day in range(1, 6)]
    assert answer.context["more_after"] is None
