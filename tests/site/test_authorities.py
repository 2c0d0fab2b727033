"""The pages of what records name: who is public, where it leads, what it shows."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from diplomacy import publishing
from diplomacy.models import (
    Clause,
    Initiative,
    Name,
    Office,
    Outlet,
    Place,
    Source,
    Tenure,
)
from tests import factories as make

pytestmark = pytest.mark.django_db


def text_of(response) -> str:
    return " ".join(response.content.decode().split())


def list_of(response) -> str:
    """What stands below the heading of the records that name somebody."""
    return text_of(response).partition('id="records"')[2]


def subject_of(type: str, slug: str):
    """One authority record of a type, named like its slug."""
    makers = {
        "person": lambda: make.make_person(slug, slug=slug),
        "organisation": lambda: make.make_organisation(slug, slug=slug),
        "country": lambda: make.make_country(slug, slug),
        "topic": lambda: make.make_topic(slug, slug=slug),
        "initiative": lambda: Initiative.objects.create(slug=slug, label=slug),
        "place": lambda: Place.objects.create(slug=slug, label=slug),
        "outlet": lambda: Outlet.objects.create(slug=slug, name=slug),
        "series": lambda: make.make_series(slug, slug=slug),
    }
    return makers[type]()


def naming(subject, title: str):
    """A draft that names ``subject``."""
    if subject.type == "series":
        return make.make_dialogue(title, series=subject)
    document = make.make_document(title)
    if subject.type == "person":
        make.add_person(document, subject, "speaker")
    elif subject.type == "organisation":
        make.add_issuer(document, subject)
    elif subject.type == "country":
        document.country_roles.create(country=subject, role="mentioned")
    elif subject.type == "topic":
        make.add_topic(document, subject)
    elif subject.type == "initiative":
        document.initiatives.add(subject)
    elif subject.type == "place":
        document.places.add(subject)
    else:
        Source.objects.create(document=document, outlet=subject)
    return document


TYPES = ["person", "organisation", "country", "topic", "initiative", "place", "outlet", "series"]


@pytest.mark.parametrize("type", TYPES)
def test_only_what_a_public_record_names_has_a_page(client, type):
    hidden, shown = subject_of(type, "hidden-one"), subject_of(type, "shown-one")
    naming(hidden, "A draft about it")
    make.publish(naming(shown, "A record about it"))
    detail = client.get(shown.get_absolute_url())
    assert detail.status_code == 200
    assert "A record about it" in text_of(detail)
    missing = client.get(reverse(f"{type}-detail", kwargs={"slug": "no-such-one"}))
    found = client.get(hidden.get_absolute_url())
    assert (found.status_code, missing.status_code) == (404, 404)
    assert found.content.replace(b"hidden-one", b"no-such-one") == missing.content
    listed = text_of(client.get(reverse(f"{type}-list")))
    assert "shown-one" in listed
    assert "hidden-one" not in listed


@pytest.mark.parametrize("type", TYPES)
def test_what_was_withdrawn_without_text_names_nobody(client, type):
    subject = subject_of(type, "shown-one")
    record = naming(subject, "A record about it")
    make.publish(record)
    assert client.get(subject.get_absolute_url()).status_code == 200
    publishing.withdraw(record, by=None, reason="A hoax.", keep_text=False)
    assert client.get(subject.get_absolute_url()).status_code == 404


@pytest.mark.parametrize("type", TYPES)
def test_the_merged_leads_to_the_other_whose_page_shows_both_their_records(client, type):
    one, other = subject_of(type, "one"), subject_of(type, "other")
    make.publish(naming(one, "Names the one"))
    publishing.merge_authority(one, other, by=make.make_user())
    response = client.get(one.get_absolute_url())
    assert (response.status_code, response["Location"]) == (301, other.get_absolute_url())
    assert "Names the one" in text_of(client.get(other.get_absolute_url()))
    listed = text_of(client.get(reverse(f"{type}-list")))
    assert other.get_absolute_url() in listed
    assert one.get_absolute_url() not in listed
    publishing.unmerge_authority(one, by=make.make_user())
    assert client.get(one.get_absolute_url()).status_code == 200
    assert client.get(other.get_absolute_url()).status_code == 404


def test_an_unpublished_record_is_not_listed_beside_a_published_one(client):
    person = make.make_person("Lin Shuya")
    make.publish(naming(person, "Known to all"))
    naming(person, "A secret draft")
    page = text_of(client.get(person.get_absolute_url()))
    assert "Known to all" in page
    assert "A secret draft" not in page


def test_a_person_has_names_in_other_scripts_and_the_misprints_are_called_so(client):
    person = make.make_person("Lin Shuya")
    Name.objects.create(subject=person, form="林淑雅", language="zh-hans")
    Name.objects.create(subject=person, form="Lyn Shuya", usage=Name.Usage.MISPRINT)
    make.publish(naming(person, "A record"))
    page = text_of(client.get(person.get_absolute_url()))
    assert 'lang="zh-hans" dir="ltr">林淑雅' in page
    assert "Wrong or misprinted form" in page


def test_offices_are_told_with_dates_as_precise_as_known(client):
    person = make.make_person("Lin Shuya")
    office = Office.objects.create(slug="envoy", label="River Envoy")
    Tenure.objects.create(person=person, office=office, start="2013-03", end="2019~")
    Tenure.objects.create(person=person, office=office, start="2023-07-25")
    make.publish(naming(person, "A record"))
    page = text_of(client.get(person.get_absolute_url()))
    assert "from March 2013 to about 2019" in page
    assert "from 25 July 2023, no end recorded" in page


def test_the_part_and_the_style_of_a_person_are_told_for_each_record(client):
    person = make.make_person("Lin Shuya")
    document = make.make_document("A speech on floods")
    make.add_person(document, person, "author", styled_as="Deputy Envoy")
    Clause.objects.create(document=document, text="So it is.", act="note", speaker=person)
    make.publish(document)
    page = text_of(client.get(person.get_absolute_url()))
    assert "<strong>Author</strong>, styled “<bdi>Deputy Envoy</bdi>”" in page
    assert "In a clause" not in page


def test_an_organisation_shows_its_offices_and_only_public_holders(client):
    body = make.make_organisation("Ministry of Rivers")
    office = Office.objects.create(slug="envoy", label="River Envoy", organisation=body)
    known, unknown = make.make_person("Lin Shuya"), make.make_person("Omar Zaid")
    for person in (known, unknown):
        Tenure.objects.create(person=person, office=office, start="2020")
    make.publish(naming(body, "A record"))
    make.publish(naming(known, "Another"))
    page = text_of(client.get(body.get_absolute_url()))
    assert "Lin Shuya" in page
    assert "Omar Zaid" not in page


def belonging(type: str, slug: str, near: dict):
    """One authority record of a type, which refers to those of ``near``."""
    country, organisation = near["country"], near["organisation"]
    if type == "series":
        series = make.make_series(slug, slug=slug)
        series.parties.add(country)
        return series
    makers = {
        "person": lambda: make.make_person(slug, slug=slug, country=country),
        "organisation": lambda: make.make_organisation(slug, slug=slug, country=country),
        "topic": lambda: make.make_topic(slug, slug=slug, parent=near["topic"]),
        "place": lambda: Place.objects.create(slug=slug, label=slug, country=country),
        "outlet": lambda: Outlet.objects.create(
            slug=slug, name=slug, country=country, organisation=organisation
        ),
    }
    return makers[type]()


NEAR = {
    "person": ["Arcadia"],
    "organisation": ["Arcadia"],
    "topic": ["Waters"],
    "place": ["Arcadia"],
    "outlet": ["Arcadia", "Ministry of Rivers"],
    "series": ["Arcadia"],
}
"""The names that stand on a page of each type, where they are public."""


@pytest.mark.parametrize("type", NEAR)
def test_what_no_public_record_names_stands_on_no_page_until_one_does(client, type):
    near = {
        "country": make.make_country("ar", "Arcadia"),
        "organisation": make.make_organisation("Ministry of Rivers"),
        "topic": make.make_topic("Waters"),
    }
    subject = belonging(type, "shown-one", near)
    make.publish(naming(subject, "A record"))
    pages = [subject.get_absolute_url(), reverse(f"{type}-list")]
    before = [text_of(client.get(page)) for page in pages]
    assert all("shown-one" in page for page in before)
    assert not [name for name in NEAR[type] for page in before if name in page]
    for one in near.values():
        make.publish(naming(one, "Another record"))
    detail, listed = (text_of(client.get(page)) for page in pages)
    assert all(name in detail for name in NEAR[type])
    assert NEAR[type][0] in listed


def test_an_organisation_of_an_office_is_told_where_it_is_public(client):
    person, body = make.make_person("Lin Shuya"), make.make_organisation("Ministry of Rivers")
    office = Office.objects.create(slug="envoy", label="River Envoy", organisation=body)
    Tenure.objects.create(person=person, office=office, start="2020")
    make.publish(naming(person, "A record"))
    page = text_of(client.get(person.get_absolute_url()))
    assert "River Envoy" in page
    assert "Ministry of Rivers" not in page
    make.publish(naming(body, "Another record"))
    page = text_of(client.get(person.get_absolute_url()))
    assert f'<a href="{body.get_absolute_url()}"' in page
    assert "Ministry of Rivers" in page


def test_a_country_that_was_merged_stands_under_the_name_that_stays(client):
    old, new = make.make_country("ar", "Arcadia"), make.make_country("na", "New Arcadia")
    person = make.make_person("Lin Shuya", country=old)
    make.publish(naming(person, "A record"))
    make.publish(naming(old, "Another record"))
    publishing.merge_authority(old, new, by=None)
    for page in (person.get_absolute_url(), reverse("person-list")):
        assert "New Arcadia" in text_of(client.get(page))


def test_topics_form_a_tree_without_what_is_not_public(client):
    rivers = make.make_topic("Rivers")
    between = make.make_topic("Secret waters", parent=rivers)
    floods = make.make_topic("Floods", parent=between)
    make.publish(naming(rivers, "On rivers"))
    make.publish(naming(floods, "On floods"))
    page = text_of(client.get(reverse("topic-list")))
    assert page.index("Rivers") < page.index("tree__narrower") < page.index("Floods")
    assert "Secret waters" not in page


def test_people_can_be_narrowed_to_a_country(client):
    here, there = make.make_country("cn", "China"), make.make_country("pk", "Pakistan")
    for name, country in (("Lin Shuya", here), ("Omar Zaid", there)):
        make.publish(naming(make.make_person(name, country=country), f"About {name}"))
    make.publish(make.make_document("On China"))
    page = text_of(client.get(reverse("person-list"), {"country": "cn"}))
    assert "Lin Shuya" in page
    assert "Omar Zaid" not in page
    everyone = text_of(client.get(reverse("person-list"), {"country": "no such"}))
    assert "Omar Zaid" in everyone


def test_a_narrowed_list_asks_once_for_its_country(client):
    country = make.make_country("ar", "Arcadia")
    make.publish(naming(make.make_person("Lin Shuya", country=country), "A record"))
    make.publish(naming(country, "Another record"))
    url = reverse("person-list")
    everyone = count_queries(client, url)
    assert count_queries(client, f"{url}?country=ar") == everyone + 1


def test_appearances_stand_under_their_years_on_pages(client, monkeypatch):
    monkeypatch.setattr("diplomacy.site.views.people.PersonDetail.size", 2)
    person = make.make_person("Lin Shuya")
    for year in (2021, 2022, 2023):
        document = make.make_document(f"In the year {year}", date=f"{year}-05-05")
        make.add_person(document, person)
        make.publish(document)
    first = list_of(client.get(person.get_absolute_url()))
    assert first.index(">2023<") < first.index("In the year 2023") < first.index(">2022<")
    assert "In the year 2021" not in first
    assert 'href="?page=2"' in first
    for page in ("2", "999"):
        second = list_of(client.get(person.get_absolute_url(), {"page": page}))
        assert "In the year 2021" in second
    assert "In the year 2023" in list_of(client.get(person.get_absolute_url(), {"page": "x"}))


@pytest.mark.parametrize("type", TYPES)
def test_a_list_without_anybody_says_so(client, type):
    page = text_of(client.get(reverse(f"{type}-list")))
    assert 'class="empty"' in page


def count_queries(client, url: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        assert client.get(url).status_code == 200
    return len(captured)


@pytest.mark.parametrize("type", TYPES)
def test_queries_do_not_grow_with_the_rows(client, type):
    def grow(first: int, last: int):
        for number in range(first, last):
            own = subject_of(type, f"number-{number}")
            for subject in (own, common):
                make.publish(naming(subject, f"Record {subject.slug} {number}"))

    common = subject_of(type, "common")
    grow(0, 1)
    addresses = [common.get_absolute_url(), reverse(f"{type}-list")]
    few = [count_queries(client, url) for url in addresses]
    grow(1, 8)
    assert [count_queries(client, url) for url in addresses] == few
