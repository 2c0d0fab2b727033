"""Who met whom."""

import pytest

from diplomacy import publishing
from diplomacy.reading.encounters import meetings_of, met_by, pairs
from tests import factories as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def here():
    return make.make_country("aa", "Aland")


@pytest.fixture
def there():
    return make.make_country("bb", "Berg")


def meet(*people, date="2024-05-15", publish=True, **fields):
    """A meeting of its people, whose countries are its parties."""
    meeting = make.make_dialogue(date=date, **fields)
    for person in people:
        make.add_person(meeting, person, "chair")
    for country in {person.country for person in people if person.country}:
        meeting.country_roles.create(country=country)
    if publish:
        make.publish(meeting)
    return meeting


def person(slug, country):
    return make.make_person(slug, slug=slug, country=country)


def told(**narrowing) -> list[tuple]:
    found = pairs(**narrowing)
    assert found.count() == len(found[:20])
    return [(row["one"], row["other"], row["total"]) for row in found[:20]]


def test_pairs_of_two_countries_are_counted_each_once_most_often_first(here, there):
    one, two, other = person("one", here), person("two", here), person("other", there)
    meet(one, two, other, date="2020-01-01")
    meet(one, other, date="2021-01-01")
    assert told() == [("one", "other", 2), ("two", "other", 1)]
    (first, _second) = pairs()[:5]
    assert (first["first"].year, first["last"].year) == (2020, 2021)


def test_only_what_was_held_is_dated_and_is_public_counts(here, there):
    one, other = person("one", here), person("other", there)
    meet(one, other, publish=False)
    meet(one, other, status="scheduled")
    gone = meet(one, other)
    undated = make.make_dialogue("A day not known", status="held")
    undated.dates.all().delete()
    assert told() == [("one", "other", 1)]
    publishing.withdraw(gone, by=None, reason="A hoax.", keep_text=False)
    assert told() == []


def test_who_is_only_mentioned_was_not_there(here, there):
    one, other = person("one", here), person("other", there)
    meeting = meet(one, publish=False)
    make.add_person(meeting, other, "mentioned")
    meeting.country_roles.create(country=there)
    make.publish(meeting)
    assert told() == []


def test_who_has_two_parts_met_once(here, there):
    one, other = person("one", here), person("other", there)
    meeting = meet(one, other, publish=False)
    make.add_person(meeting, other, "participant")
    make.publish(meeting)
    assert told() == [("one", "other", 1)]


def test_a_country_that_no_record_names_makes_no_counterpart(here):
    one, other = person("one", here), person("other", make.make_country("qq", "Qed"))
    meeting = make.make_dialogue()
    meeting.country_roles.create(country=here)
    for each in (one, other, person("stranger", None)):
        make.add_person(meeting, each, "chair")
    make.publish(meeting)
    assert told() == []


def test_merged_people_are_counted_as_one(here, there):
    old, one, other = person("old", here), person("one", here), person("other", there)
    meet(old, other, date="2020-01-01")
    meet(one, other, date="2021-01-01")
    publishing.merge_authority(old, one, by=None)
    assert told() == [("one", "other", 2)]
    (row,) = met_by(one, 5)
    assert (row["other"], row["total"]) == ("other", 2)


def test_series_country_and_year_narrow(here, there):
    third = make.make_country("cc", "Cay")
    one, other, last = person("one", here), person("other", there), person("last", third)
    series = make.make_series(slug="rivers")
    meet(one, other, date="2020-01-01", series=series)
    meet(one, last, date="2021-01-01")
    assert told(series=["rivers"]) == [("one", "other", 1)]
    assert told(countries=["cc"]) == [("one", "last", 1)]
    assert told(countries=["aa"], year=2020) == [("one", "other", 1)]
    assert told(year=1999) == []


def test_the_meetings_of_a_pair_are_in_order_and_no_other_pairs(here, there):
    one, two, other, fourth = (
        person("one", here),
        person("two", here),
        person("other", there),
        person("fourth", there),
    )
    late = meet(one, other, date="2022-01-01")
    early = meet(one, other, date="2020-01-01")
    meet(two, fourth, date="2021-01-01")
    rows = pairs()
    assert rows.count() == 2
    found = meetings_of(rows, rows[:5])
    assert [row.uid for row in found["one", "other"]] == [early.uid, late.uid]
    assert ("one", "fourth") not in found


def test_one_person_met_those_of_other_countries(here, there):
    one, two, other = person("one", here), person("two", here), person("other", there)
    meeting = meet(one, two, other)
    (row,) = met_by(one, 5)
    assert row["other"] == "other"
    assert [its.uid for its in row["meetings"]] == [meeting.uid]
    assert {row["other"] for row in met_by(other, 5)} == {"one", "two"}
    assert len(met_by(other, 1)) == 1
