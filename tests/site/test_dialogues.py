"""The page of a meeting."""

import pytest

from diplomacy.models import CountryRole, Office, Place, Tenure
from tests import factories as make

pytestmark = pytest.mark.django_db


def page_of(client, meeting) -> str:
    response = client.get(f"/records/{meeting.uid}/{meeting.slug}/")
    assert response.status_code == 200
    return " ".join(response.content.decode().split())


@pytest.fixture
def series():
    return make.make_series("River Commission", slug="rivers")


def meet(series, ordinal, date="2024-05-15", **fields):
    return make.make_dialogue(
        f"Round {ordinal}", series=series, ordinal=ordinal, date=date, **fields
    )


def test_the_head_tells_series_round_place_and_what_was_said(client, series):
    place = Place.objects.create(slug="ford", label="Fordham")
    meeting = meet(
        series,
        5,
        ordinal_printed="Fifth Round",
        place=place,
        host=make.make_country(),
        theme="High water",
        agenda="Floods\nFerries",
        invitation="By the host",
        outcomes="A plan",
        mode="video_link",
    )
    make.publish(meeting)
    page = page_of(client, meeting)
    for told in ("/series/rivers/", "round 5", "“<bdi>Fifth Round</bdi>”", "/places/ford/"):
        assert told in page
    for told in ("/countries/cn/", "High water", "Floods", "Ferries", "By the host", "A plan"):
        assert told in page
    assert "By video link" in page


@pytest.mark.parametrize(
    ("status", "said"),
    [
        ("scheduled", "Announced, not held as far as the archive knows."),
        ("postponed", "Postponed: it was not held on the day given here."),
    ],
)
def test_what_was_not_held_says_so_and_misses_no_text(client, series, status, said):
    meeting = meet(series, 8, status=status)
    make.publish(meeting)
    page = page_of(client, meeting)
    assert said in page
    assert "What the archive does not hold" not in page


def test_people_are_styled_as_that_day_with_the_office_they_held(client, series):
    person = make.make_person("Lin Shuya")
    for label, start, end in (("Envoy", "2020", ""), ("Deputy", "2010", "2019")):
        office = Office.objects.create(slug=label.lower(), label=f"{label} of Rivers")
        Tenure.objects.create(person=person, office=office, start=start, end=end)
    meeting = meet(series, 5)
    make.add_person(meeting, person, "chair", styled_as="Special Envoy")
    make.publish(meeting)
    page = page_of(client, meeting)
    assert "“<bdi>Special Envoy</bdi>”" in page
    assert "Envoy of Rivers that day" in page
    assert "Deputy of Rivers" not in page


def with_parties(meeting):
    for slug, name in (("cn", "China"), ("pk", "Pakistan")):
        CountryRole.objects.create(record=meeting, country=make.make_country(slug, name))
    make.publish(meeting)
    return meeting


def test_what_the_archive_does_not_hold_is_listed(client, series):
    meeting = with_parties(meet(series, 5))
    make.make_document("A secret text", meeting=meeting, authority="joint_verbatim")
    page = page_of(client, meeting)
    assert "No joint text of this meeting is recorded." in page
    assert "No read-out by China is recorded." in page
    assert "No read-out by Pakistan is recorded." in page
    assert "A secret text" not in page


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"authority": "joint_rendering"}, "A joint text is known through a rendering"),
        (
            {"authority": "joint_verbatim", "held": "not_held", "display": "metadata"},
            "A joint text is described, but its wording is not held.",
        ),
        ({"authority": "joint_verbatim"}, None),
    ],
)
def test_a_joint_text_is_missed_as_far_as_it_is_missing(client, series, fields, said):
    meeting = with_parties(meet(series, 5))
    make.make_published("The joint text", summary="Agreed.", meeting=meeting, **fields)
    page = page_of(client, meeting)
    assert "No joint text" not in page
    assert ("A joint text is" in page) == bool(said)
    assert said is None or said in page


def test_a_side_that_is_heard_is_not_missed(client, series):
    meeting = with_parties(meet(series, 5))
    side = make.make_country("pk", "Pakistan")
    make.make_published("A read-out", meeting=meeting, authority="readout", side=side)
    make.make_published("An article", meeting=meeting, authority="signed", side=make.make_country())
    page = page_of(client, meeting)
    assert "No read-out by Pakistan" not in page
    assert "No read-out by China" in page


def test_the_meetings_before_and_after_in_the_series_are_one_step_away(client, series):
    rounds = [meet(series, n, f"202{n}-01-01") for n in (1, 2, 3)]
    other = meet(make.make_series(), 9, "2022-06-01")
    for meeting in (*rounds, other):
        make.publish(meeting)
    meet(series, 4, "2022-03-01")
    page = page_of(client, rounds[1])
    assert "Before in the series · 1 January 2021" in page
    assert "After in the series · 1 January 2023" in page
    assert "Round 4" not in page
    assert "Round 9" not in page
    assert "After in the series" not in page_of(client, rounds[2])
