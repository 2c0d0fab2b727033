"""The page of who met whom."""

import pytest
from django.urls import reverse

from diplomacy.site.views import encounters
from tests import factories as make
from tests.reading.test_encounters import meet, person
from tests.site.test_authorities import count_queries, text_of

pytestmark = pytest.mark.django_db
URL = "/encounters/"


@pytest.fixture
def countries():
    return make.make_country("aa", "Aland"), make.make_country("bb", "Berg")


def pair_of(countries):
    return person("Ada", countries[0]), person("Bo", countries[1])


def test_an_archive_without_meetings_says_so_and_leads_on(client):
    page = text_of(client.get(URL))
    assert "No meeting with people of different countries" in page
    assert reverse("dialogues") in page


def test_a_pair_has_its_line_and_the_same_as_a_list(client, countries):
    one, other = pair_of(countries)
    meeting = meet(one, other, title="By the river", date="2024-05-15")
    page = text_of(client.get(URL))
    assert page.count(f'href="{meeting.public.get_absolute_url()}"') == 2
    assert 'aria-label="15 May 2024: By the river"' in page
    for told in ("Aland", "Berg", "1 meeting, 2024", "<summary>The meetings</summary>"):
        assert told in page


@pytest.mark.parametrize("parameter", ["series", "country"])
def test_what_names_nobody_finds_nobody_and_says_so(client, countries, parameter):
    meet(*pair_of(countries))
    for value in ("no-such", "x" * 10_000, "\x00", "'; --", "😀", "قلم"):
        page = client.get(URL, {parameter: value})
        assert page.status_code == 200
        shows = "No two people of different countries" in text_of(page)
        assert shows or value == "\x00"


@pytest.mark.parametrize("year", ["x", "0", "2024-02-31", "9" * 5000, "\x00", "١٩٩٩"])
def test_what_is_no_year_is_told_so(client, year):
    page = client.get(URL, {"year": year})
    assert page.status_code == 400
    assert "is not a year" in text_of(page)


def test_a_filter_stays_chosen(client, countries):
    meet(*pair_of(countries))
    page = text_of(client.get(URL, {"country": "aa", "year": "2024"}))
    assert '<option value="aa" selected>' in page
    assert '<option value="2024" selected>' in page
    assert "Ada" in page


def test_a_page_beyond_the_last_is_the_last(client, countries, monkeypatch):
    monkeypatch.setattr(encounters, "A_PAGE", 1)
    (ada, bo), cy = pair_of(countries), person("Cy", countries[1])
    meet(ada, bo, cy)
    first, second, far = (text_of(client.get(URL, {"page": n})) for n in ("1", "2", "999"))
    assert (">Bo<" in first, ">Cy<" in first) == (True, False)
    assert (">Bo<" in second, ">Cy<" in second) == (False, True)
    assert ">Cy<" in far


def test_queries_do_not_grow_with_the_pairs(client, countries):
    def grow(numbers):
        for number in numbers:
            pair = person(f"a{number}", countries[0]), person(f"b{number}", countries[1])
            meet(*pair, series=make.make_series())

    grow([1])
    few = count_queries(client, URL)
    grow(range(2, 8))
    assert count_queries(client, URL) == few
