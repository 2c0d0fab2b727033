"""The page of a meeting."""

import pytest

from diplomacy.models import CountryRole, Office, Outlet, Place, Source, Tenure
from tests import factories as make
from tests.site.test_authorities import count_queries

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


def test_delegations_stand_by_side_with_chairs_first_and_each_person_once(client, series):
    meeting = meet(series, 5)
    china, pakistan = make.make_country(), make.make_country("pk", "Pakistan")
    for name, country, roles in (
        ("Lin Shuya", china, ["participant"]),
        ("Zhao Qiming", china, ["chair", "participant"]),
        ("Nobody Known", None, ["participant"]),
    ):
        person = make.make_person(name, country=country)
        for role in roles:
            make.add_person(meeting, person, role)
    for country in (china, pakistan):
        CountryRole.objects.create(record=meeting, country=country)
    make.publish(meeting)
    page = (
        page_of(client, meeting).partition('id="delegations"')[2].partition("</section> </div>")[0]
    )
    order = ("China", "Zhao Qiming", "Lin Shuya", "Pakistan", "Nobody of this side is named")
    places = [page.index(told) for told in (*order, "Country not recorded", "Nobody Known")]
    assert places == sorted(places)
    assert page.count("Zhao Qiming") == 1


def test_texts_stand_under_their_authority_with_side_outlet_and_date(client, series):
    meeting = meet(series, 5)
    make.publish(meeting)
    side = make.make_country("pk", "Pakistan")
    press = make.make_document("The account", meeting=meeting)
    outlet = Outlet.objects.create(slug="river-news", name="River News")
    Source.objects.create(document=press, outlet=outlet, title="As it was")
    make.publish(press)
    make.make_published("The read-out", meeting=meeting, authority="readout", side=side)
    page = page_of(client, meeting).partition('id="documents"')[2]
    order = ("s read-out", "The read-out", "Pakistan", "The account")
    places = [page.index(told) for told in (*order, "/outlets/river-news/")]
    assert places == sorted(places)
    assert "16 May 2024" in page.partition("/outlets/river-news/")[2]


def test_two_voices_are_read_side_by_side_and_one_alone_is_not(client, series):
    meeting = meet(series, 5)
    make.publish(meeting)
    make.make_published("First press", "The river rose.", meeting=meeting)
    make.make_published("Second press", "It rose again.", meeting=meeting, date="2024-05-17")
    assert "Accounts side by side" not in page_of(client, meeting)
    make.make_published("Joint", "The sides agreed.", meeting=meeting, authority="joint_verbatim")
    beside = page_of(client, meeting).partition('id="beside"')[2].partition("</section>")[0]
    assert beside.index("The sides agreed.") < beside.index("The river rose.")
    assert "It rose again." not in beside
    assert "These are not equal witnesses" in beside


def test_withheld_words_stand_beside_nothing(client, series):
    meeting = meet(series, 5)
    make.publish(meeting)
    make.make_published("Shown", "The river rose.", meeting=meeting)
    make.make_published(
        "Kept",
        "wolfsbane in the water",
        meeting=meeting,
        authority="readout",
        display="metadata",
        summary="On the water.",
    )
    page = page_of(client, meeting)
    assert "wolfsbane" not in page
    assert "On the water." in page.partition('id="beside"')[2]


def test_meetings_of_the_same_parties_within_two_months_surround_it(client, series):
    meeting = with_parties(meet(series, 5, "2024-05-15"))
    near = with_parties(make.make_dialogue("Nearby", date="2024-07-01"))
    with_parties(make.make_dialogue("Far off", date="2024-09-01"))
    other = make.make_dialogue("Of one party alone", date="2024-05-20")
    CountryRole.objects.create(record=other, country=make.make_country())
    make.publish(other)
    page = page_of(client, meeting).partition('id="before-and-after"')[2]
    assert page.count(f'href="{near.public.get_absolute_url()}"') == 2
    assert 'aria-label="1 July 2024: Nearby"' in page
    assert "Far off" not in page
    assert "Of one party alone" not in page


def test_the_next_round_that_is_only_announced_is_called_so(client, series):
    rounds = [meet(series, 1, "2024-01-01"), meet(series, 2, "2030-01-01", status="scheduled")]
    for each in rounds:
        make.publish(each)
    assert "Announced next in the series" in page_of(client, rounds[0])


@pytest.mark.parametrize("date", ["0001-01-01", "9999-12-31", "../2024", "2024/..", "2024-05-15~"])
def test_no_date_breaks_what_surrounds_a_meeting(client, series, date):
    meeting = with_parties(meet(series, 5, date))
    with_parties(make.make_dialogue("Nearby", date=date))
    assert "Nearby" in page_of(client, meeting)


def test_a_meeting_costs_the_same_with_one_text_and_with_thirty(client, series):
    meeting = meet(series, 5)
    with_parties(meeting)
    authorities = ("joint_verbatim", "readout", "press")

    def grow(numbers):
        for number in numbers:
            text = make.make_document(
                meeting=meeting, authority=authorities[number % 3], side=make.make_country()
            )
            outlet = Outlet.objects.create(slug=f"o{number}", name=f"Outlet {number}")
            Source.objects.create(document=text, outlet=outlet, title="A copy")
            make.publish(text)
            person = make.make_person(f"P {number}", country=make.make_country())
            make.add_person(meeting, person, "participant")
            with_parties(make.make_dialogue(date="2024-06-01"))
        make.publish(meeting, change="update", note="More people.")

    url = f"/records/{meeting.uid}/{meeting.slug}/"
    grow(range(1, 3))
    few = count_queries(client, url)
    grow(range(3, 31))
    assert count_queries(client, url) == few
