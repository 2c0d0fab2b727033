"""Meetings by year, and series with their rounds and gaps."""

import pytest
from django.urls import reverse

from diplomacy import publishing
from diplomacy.site.views.series import with_gaps
from tests import factories as make
from tests.site.test_authorities import count_queries, text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def series():
    series = make.make_series("River Commission", level="ministers")
    series.parties.add(make.make_country("cn", "China"))
    return series


def hold(series, ordinal, date="2020-01-01", **fields):
    meeting = make.make_dialogue(
        f"Meeting {ordinal} of {date}", series=series, ordinal=ordinal, date=date, **fields
    )
    make.publish(meeting)
    return meeting


class Row:
    """What ``with_gaps`` asks of a meeting."""

    def __init__(self, ordinal, status="held"):
        self.ordinal, self.status = ordinal, status


def told(row: dict) -> str:
    return str(row["meeting"].ordinal) if "meeting" in row else f"({row['first']}-{row['last']})"


@pytest.mark.parametrize(
    ("ordinals", "found"),
    [
        ([1, 2, 3], "1 2 3"),
        ([8], "(1-7) 8"),
        ([1, 3], "1 (2-2) 3"),
        ([1, None, 4, 3, 7], "1 None (2-2) 4 3 (5-6) 7"),
        ([], ""),
        ([None], "None"),
    ],
)
def test_gaps_stand_where_numbers_are_missing(ordinals, found):
    rows = with_gaps([{"meeting": Row(n)} for n in ordinals], counts_from_one=True)
    told = [
        str(r["meeting"].ordinal) if "meeting" in r else f"({r['first']}-{r['last']})" for r in rows
    ]
    assert " ".join(told) == found


def test_a_postponed_round_does_not_take_its_number():
    rows = [{"meeting": Row(1)}, {"meeting": Row(2, "postponed")}, {"meeting": Row(3)}]
    assert [row.get("first") for row in with_gaps(rows, counts_from_one=True)] == [
        None,
        None,
        2,
        None,
    ]


def test_a_later_page_does_not_call_earlier_rounds_missing():
    rows = with_gaps([{"meeting": Row(5)}, {"meeting": Row(7)}], counts_from_one=False)
    assert " ".join(map(told, rows)) == "5 (6-6) 7"


def test_a_series_shows_rounds_gaps_and_what_is_announced(client, series):
    hold(series, 1, "2019-03-19")
    hold(series, 3, "2021-07-24")
    hold(series, None, "2020-05-05")
    hold(series, 4, "2030-01-01", status="scheduled")
    hold(series, 2, "2020-02-02", status="postponed")
    make.make_dialogue("A secret round", series=series, ordinal=5)
    make.make_published("A text with a country as party")
    page = text_of(client.get(series.get_absolute_url()))
    held = [page.index(f"Meeting {n}") for n in ("1 of", "2 of 2020", "None", "3 of", "4 of")]
    assert held == sorted(held)
    assert "Nothing held by this archive." in page
    assert "Announced or scheduled" in page
    assert "Postponed" in page
    assert "A secret round" not in page
    assert "ministers" in page
    assert "China" in page


def test_the_list_of_series_counts_what_was_held(client, series):
    hold(series, 1, "2019-03-19")
    hold(series, 2, "2021-07-24")
    hold(series, 3, "2030-01-01", status="scheduled")
    page = text_of(client.get(reverse("series-list")))
    assert ">2</td>" in page
    assert "2019–2021" in page


def test_meetings_are_listed_by_year_with_their_texts_and_chairs(client, series):
    old, new = (
        make.make_dialogue("The old meeting", date="2019-03-19"),
        hold(series, 1, "2024-05-15"),
    )
    make.add_person(old, make.make_person("Lin Shuya"), "chair")
    make.publish(old)
    make.make_published("A press account", meeting=old)
    make.make_document("A secret account", meeting=new, authority="joint_verbatim")
    page = text_of(client.get(reverse("dialogues")))
    assert page.index("Meeting 1 of 2024") < page.index("The old meeting")
    assert "chaired by <bdi>Lin Shuya</bdi>" in page
    assert "Press account" in page
    assert "Joint text" not in page
    year = text_of(client.get(reverse("dialogues"), {"year": "2019"}))
    assert "The old meeting" in year
    assert "Meeting 1 of 2024" not in year


@pytest.mark.parametrize("year", ["", "1066", "x", "99999999999999999999"])
def test_a_year_without_meetings_narrows_nothing(client, series, year):
    hold(series, 1)
    page = text_of(client.get(reverse("dialogues"), {"year": year}))
    assert "Meeting 1 of 2020" in page


def test_no_meeting_yet_is_said(client):
    assert "No meeting has been published yet." in text_of(client.get(reverse("dialogues")))


def test_a_withdrawn_meeting_leaves_the_lists(client, series):
    hold(series, 1)
    gone = hold(series, 2)
    publishing.withdraw(gone, by=None, reason="A hoax.", keep_text=False)
    page = text_of(client.get(series.get_absolute_url()))
    assert "Meeting 1 of" in page
    assert "Meeting 2 of" not in page


def test_queries_do_not_grow_with_the_meetings(client, series):
    def grow(numbers):
        for number in numbers:
            meeting = hold(series, number, f"{2000 + number}-01-01")
            make.make_published(f"On meeting {number}", meeting=meeting)

    grow([1])
    addresses = [reverse("dialogues"), series.get_absolute_url(), reverse("series-list")]
    few = [count_queries(client, url) for url in addresses]
    grow(range(2, 12))
    assert [count_queries(client, url) for url in addresses] == few
