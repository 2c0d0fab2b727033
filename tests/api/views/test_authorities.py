"""Reference resources: public through a public edition, and with nothing on them that is not."""

import pytest

from diplomacy import publishing
from diplomacy.models import Initiative, Name, Office, Outlet, Place, Source, Tenure
from tests.factories import (
    add_issuer,
    add_person,
    add_topic,
    make_country,
    make_dialogue,
    make_document,
    make_organisation,
    make_person,
    make_published,
    make_series,
    make_topic,
    publish,
)

pytestmark = pytest.mark.django_db


def slugs(answer) -> list[str]:
    assert answer.status_code == 200, answer.content
    return [row["slug"] for row in answer.json()["results"]]


def name_everything(suffix: str):
    """Two drafts that name one of every type, made of ``suffix``."""
    series = make_series(slug=f"series-{suffix}")
    meeting = make_dialogue(series=series, ordinal=1)
    document = make_document()
    outlet = Outlet.objects.create(slug=f"outlet-{suffix}", name="River News")
    Source.objects.create(document=document, outlet=outlet, url="https://example.org/")
    add_person(document, make_person(slug=f"person-{suffix}"))
    add_issuer(document, make_organisation(slug=f"organisation-{suffix}"))
    add_topic(document, make_topic(slug=f"topic-{suffix}"))
    document.initiatives.add(Initiative.objects.create(slug=f"initiative-{suffix}", label="Reeds"))
    document.places.add(Place.objects.create(slug=f"place-{suffix}", label="Harbour"))
    return meeting, document


@pytest.mark.parametrize(
    ("plural", "type"),
    [
        ("series", "series"),
        ("people", "person"),
        ("organisations", "organisation"),
        ("topics", "topic"),
        ("initiatives", "initiative"),
        ("outlets", "outlet"),
        ("places", "place"),
    ],
)
def test_only_what_a_public_edition_names_is_there(get, plural, type):
    for record in name_everything("shown"):
        publish(record)
    drafts = name_everything("drafted")
    assert slugs(get(f"{plural}/")) == [f"{type}-shown"]
    assert get(f"{plural}/{type}-shown/").json()["type"] == type
    drafted, unknown = get(f"{plural}/{type}-drafted/"), get(f"{plural}/{type}-unknown/")
    assert drafted.status_code == unknown.status_code == 404
    assert drafted.content == unknown.content
    for record in drafts:
        publish(record)
    assert slugs(get(f"{plural}/")) == [f"{type}-shown", f"{type}-drafted"]


def test_countries_are_there_too(get):
    make_published()
    (row,) = get("countries/").json()["results"]
    assert (row["slug"], row["name"]) == ("cn", "China")
    assert row["links"] == {
        "self": "/api/v1/countries/cn/",
        "page": "/countries/cn/",
        "records": {"count": 1, "url": "/api/v1/records/?country=cn"},
    }


def test_a_person_is_shown_with_names_and_offices(get):
    lin, document = make_person("Lin Shuya", slug="lin-shuya", family="Lin"), make_document()
    Name.objects.create(subject=lin, form="林树雅", language="zh-hans")
    Tenure.objects.create(
        person=lin, office=Office.objects.create(slug="chair", label="Chair"), start="2023"
    )
    add_person(document, lin)
    publish(document)
    row = get("people/lin-shuya/").json()
    assert row["names"] == [{"form": "林树雅", "language": "zh-hans", "usage": "variant"}]
    assert row["tenures"] == [{"office": "chair", "start": "2023", "end": "", "note": ""}]
    assert get("people/lin-shuya/", fields="slug,family").json() == {
        "slug": "lin-shuya",
        "family": "Lin",
    }


def test_the_count_is_of_public_records_and_its_address_lists_them(get):
    lin = make_person(slug="lin-shuya")
    for is_public in (True, True, False):
        document = make_document()
        add_person(document, lin)
        if is_public:
            publish(document)
    records = get("people/lin-shuya/").json()["links"]["records"]
    assert records["count"] == 2
    listed = get(records["url"].removeprefix("/api/v1/")).json()["results"]
    assert len(listed) == 2


def test_what_was_merged_redirects_and_its_records_count(get):
    lin, misspelt = make_person("Lin Shuya", slug="lin-shuya"), make_person(slug="lin-shuja")
    for person in (lin, misspelt):
        document = make_document()
        add_person(document, person)
        publish(document)
    publishing.merge_authority(misspelt, lin, by=None)
    answer = get("people/lin-shuja/")
    assert answer.status_code == 301
    assert answer["Location"] == "/api/v1/people/lin-shuya/"
    assert answer.json() == {"moved_to": "lin-shuya", "url": "/api/v1/people/lin-shuya/"}
    assert slugs(get("people/")) == ["lin-shuya"]
    assert get("people/lin-shuya/").json()["links"]["records"]["count"] == 2
    assert len(get("records/", person="lin-shuja").json()["results"]) == 2
    publishing.unmerge_authority(misspelt, by=None)
    assert get("people/lin-shuja/").json()["links"]["records"]["count"] == 1


def shown_near(get) -> list:
    """Every code under which the reference resources show what is near to them."""
    outlet = get("outlets/near/").json()
    return [
        get("people/near/").json()["country"],
        get("organisations/near/").json()["country"],
        get("places/near/").json()["country"],
        get("topics/near/").json()["parent"],
        get("series/near/").json()["parties"],
        [outlet["country"], outlet["organisation"]],
    ]


def test_codes_of_what_no_public_record_names_are_left_out_until_one_does(get):
    home, body, waters = make_country("ar", "Arcadia"), make_organisation(), make_topic("Waters")
    document = make_document()
    add_person(document, make_person(slug="near", country=home))
    add_issuer(document, make_organisation(slug="near", country=home))
    add_topic(document, make_topic(slug="near", parent=waters))
    document.places.add(Place.objects.create(slug="near", label="Harbour", country=home))
    outlet = Outlet.objects.create(slug="near", name="Daily", country=home, organisation=body)
    Source.objects.create(document=document, outlet=outlet, url="https://example.org/")
    series = make_series(slug="near")
    series.parties.add(home)
    publish(document)
    publish(make_dialogue(series=series, ordinal=1))
    assert shown_near(get) == [None, None, None, None, [], [None, None]]
    other = make_document()
    other.country_roles.create(country=home, role="mentioned")
    add_issuer(other, body)
    add_topic(other, waters)
    publish(other)
    assert shown_near(get) == ["ar", "ar", "ar", waters.slug, ["ar"], ["ar", body.slug]]


def test_a_code_that_was_merged_is_given_as_the_one_that_stays(get):
    old, new = make_country("ar", "Arcadia"), make_country("na", "New Arcadia")
    document = make_document()
    document.country_roles.create(country=old, role="mentioned")
    add_person(document, make_person(slug="lin-shuya", country=old))
    publish(document)
    publishing.merge_authority(old, new, by=None)
    assert get("people/lin-shuya/").json()["country"] == "na"


def test_what_only_a_removed_record_named_is_gone_with_it(get):
    document = make_document()
    add_person(document, make_person(slug="lin-shuya"))
    publish(document)
    assert slugs(get("people/")) == ["lin-shuya"]
    publishing.remove(document, by=None, reason="Published in error.")
    assert slugs(get("people/")) == []
    assert get("people/lin-shuya/").status_code == 404


def test_a_walk_gives_each_once(get):
    document = make_document()
    for number in range(5):
        add_person(document, make_person(slug=f"person-{number}"))
    publish(document)
    seen, address = [], "people/?limit=2"
    while address:
        answer = get(address)
        seen += slugs(answer)
        address = (answer.json()["next"] or "").partition("/api/v1/")[2]
    assert seen == [f"person-{number}" for number in range(5)]
