"""People and the offices they hold."""

import pytest
from django.core.exceptions import ValidationError

from diplomacy.models import Name, Office, Tenure
from tests.factories import make_person

pytestmark = pytest.mark.django_db


@pytest.fixture
def office():
    return Office.objects.create(slug="minister", label="Minister of Rivers")


def test_one_person_may_hold_an_office_twice_but_not_at_once(office):
    person = make_person()
    Tenure.objects.create(person=person, office=office, start="2013-03", end="2022-12-30")
    Tenure.objects.create(person=person, office=office, start="2023-07-25")
    with pytest.raises(ValidationError, match="overlaps"):
        Tenure.objects.create(person=person, office=office, start="2020", end="2021")
    assert Tenure.objects.count() == 2


def test_two_persons_may_be_recorded_in_one_office_at_once(office):
    for _ in range(2):
        Tenure.objects.create(person=make_person(), office=office, start="2013", end="2015")
    assert Tenure.objects.count() == 2


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (("2013", "2018-05-01"), ("2018-05-01", "2020")),  # one ends on the day the other begins
        (
            ("2013", "2018"),
            ("2018", "2020"),
        ),  # within the same year, so perhaps one after the other
        (("2013", "2022/2023"), ("2022-06", "")),  # an end that is one of two years
    ],
)
def test_tenures_that_may_only_meet_are_allowed(office, first, second):
    person = make_person()
    for start, end in (first, second):
        Tenure.objects.create(person=person, office=office, start=start, end=end)
    assert Tenure.objects.count() == 2


def test_an_open_start_counts_from_its_last_day(office):
    tenure = Tenure.objects.create(person=make_person(), office=office, start="../2024-05-15")
    assert tenure.certain_span()[0].isoformat() == "2024-05-15"


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [("2024-02-31", "", "2024-02-31"), ("2024", "2023", "before it begins"), ("soon", "", "soon")],
)
def test_impossible_tenures_are_refused_in_words(office, start, end, words):
    with pytest.raises(ValidationError, match=words):
        Tenure.objects.create(person=make_person(), office=office, start=start, end=end)


def test_every_form_of_a_name_is_known_and_wrong_ones_are_marked():
    person = make_person("Lin Shuya")
    Name.objects.create(subject=person, form="林淑雅", language="zh-hans")
    Name.objects.create(subject=person, form="Mr Shuya", usage=Name.Usage.MISPRINT)
    assert person.known_forms() == [
        ("Lin Shuya", "en", False),
        ("林淑雅", "zh-hans", False),
        ("Mr Shuya", "en", True),
    ]
