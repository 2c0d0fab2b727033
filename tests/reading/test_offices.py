"""Offices held on a day."""

from datetime import date

import pytest

from diplomacy import publishing
from diplomacy.models import Office, Tenure
from diplomacy.reading.offices import Held, held_on, held_on_each
from tests import factories as make

pytestmark = pytest.mark.django_db
DAY = date(2020, 5, 15)


@pytest.fixture
def person():
    return make.make_person(slug="lin")


def hold(person, start: str, end: str, slug: str = "envoy") -> Tenure:
    office = Office.objects.get_or_create(slug=slug, defaults={"label": slug.title()})[0]
    return Tenure.objects.create(person=person, office=office, start=start, end=end)


@pytest.mark.parametrize(
    ("start", "end", "found"),
    [
        ("2019", "2021", [Held("Envoy", True)]),
        ("2020-05-15", "2020-05-15", [Held("Envoy", True)]),
        ("2020", "2021", [Held("Envoy", False)]),
        ("2019", "2020-05", [Held("Envoy", False)]),
        ("2019", "", [Held("Envoy", True)]),
        ("2021", "", []),
        ("2018", "2019", []),
    ],
)
def test_an_office_counts_as_certain_only_where_its_dates_say_so(person, start, end, found):
    hold(person, start, end)
    assert held_on(["lin"], DAY, DAY).get("lin", []) == found


def test_several_people_take_one_query(person, django_assert_num_queries):
    other = make.make_person(slug="omar")
    for one in (person, other):
        hold(one, "2019", "")
        hold(one, "2020", "", slug="deputy")
    with django_assert_num_queries(1):
        found = held_on(["lin", "omar"], DAY, DAY)
    assert {slug: len(offices) for slug, offices in found.items()} == {"lin": 2, "omar": 2}


def test_a_merged_office_goes_by_the_name_of_the_other(person):
    tenure = hold(person, "2019", "")
    other = Office.objects.create(slug="legate", label="Legate")
    publishing.merge_authority(tenure.office, other, by=make.make_user())
    assert held_on(["lin"], DAY, DAY) == {"lin": [Held("Legate", True)]}


def test_several_groups_are_asked_for_at_once_each_on_its_own_day(django_assert_num_queries):
    lin, wu = make.make_person(slug="lin"), make.make_person(slug="wu")
    hold(lin, "2019", "2021")
    hold(lin, "2021", "2023", slug="minister")
    hold(wu, "2019", "2023", slug="deputy")
    later = date(2022, 6, 1)
    with django_assert_num_queries(1):
        first, second, none = held_on_each(
            [(["lin"], (DAY, DAY)), (["lin", "wu"], (later, later)), ([], (DAY, DAY))]
        )
    assert first == {"lin": [Held("Envoy", True)]}
    assert second == {"lin": [Held("Minister", True)], "wu": [Held("Deputy", True)]}
    assert none == {}
    with django_assert_num_queries(0):
        assert held_on_each([]) == []
        assert held_on_each([([], (DAY, DAY))]) == [{}]
