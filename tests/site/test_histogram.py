"""The picture of years: bars that narrow the search, gaps, decades, either direction."""

import re

import pytest
from django.http import QueryDict

from diplomacy.search.facets import Choice, Facet
from diplomacy.search.params import SearchParams
from diplomacy.search.selection import Selection
from diplomacy.site.histogram import STEP, histogram
from tests import factories


def picture(counts: dict[int, int], *, is_mirrored: bool = False, **params):
    choices = [Choice(f"{year:04}", f"{year}", count, False) for year, count in counts.items()]
    years = Facet("year", "date_from", "Year", choices, True)
    return histogram(
        years, Selection(SearchParams(**params)), lambda years: f"?{years}", is_mirrored=is_mirrored
    )


def test_one_year_is_no_picture():
    assert picture({2024: 3}) is None
    assert picture({}) is None


def test_bars_stand_in_order_and_the_highest_is_the_fullest():
    made = picture({2024: 10, 2022: 5})
    assert [(bar.first, bar.count) for bar in made["bars"]] == [(2022, 5), (2023, 0), (2024, 10)]
    heights = [bar.height for bar in made["bars"]]
    assert heights[1] == 0 < heights[0] < heights[2]
    assert [bar.x for bar in made["bars"]] == sorted(bar.x for bar in made["bars"])
    assert [bar.said for bar in made["bars"]][2] == "2024: 10 records"
    assert made["summary"] == "From 2022 to 2024; most in 2024."


def test_in_urdu_time_runs_from_right_to_left():
    ltr, rtl = picture({2022: 1, 2024: 2}), picture({2022: 1, 2024: 2}, is_mirrored=True)
    assert [bar.x for bar in rtl["bars"]] == [bar.x for bar in reversed(ltr["bars"])]


def test_a_long_stretch_without_records_is_one_gap():
    made = picture({1951: 1, 2020: 2, 2021: 1})
    assert [bar.first for bar in made["bars"]] == [1951, 2020, 2021]
    assert made["gaps"] == [STEP]


def test_many_years_are_decades_and_the_chosen_one_is_years():
    counts = dict.fromkeys(range(1950, 2025), 2)
    made = picture(counts)
    assert [bar.first for bar in made["bars"]] == list(range(1950, 2025, 10))
    assert made["bars"][0].years == "1950–1959"
    asked = SearchParams.read(QueryDict("date_from=1980&date_to=1989"))
    made = picture(counts, date_from=asked.date_from, date_to=asked.date_to)
    inside = [bar for bar in made["bars"] if bar.is_chosen]
    assert [bar.first for bar in inside] == list(range(1980, 1990))


@pytest.mark.django_db
def test_every_bar_leads_to_what_it_says_and_is_counted_without_dates(client):
    for year, count in ((2020, 1), (2022, 3), (2023, 2)):
        for _ in range(count):
            factories.make_published("Ferry", date=f"{year}-05-01")
    for asked in ("q=ferry", "q=ferry&date_from=2022&date_to=2022", "q=ferry+in:2022"):
        answer = client.get(f"/archive/?{asked}")
        bars = {bar.first: bar for bar in answer.context["picture"]["bars"] if bar.count}
        assert {year: bar.count for year, bar in bars.items()} == {2020: 1, 2022: 3, 2023: 2}
        assert [y for y in bars if bars[y].is_chosen] == ([2022] if "2022" in asked else [])
        text = client.get("/archive/" + bars[2023].url + "&x=1").content.decode()
        assert "2 records" in text
    text = client.get("/archive/?q=ferry&date_from=2022&date_to=2022&y=1").content.decode()
    assert re.search(r'is-chosen" href="\?q=ferry" [^>]*aria-label="2022: 3 records"', text)
    assert "style=" not in text
