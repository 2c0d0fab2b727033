import pytest

from diplomacy.intake import gazetteer
from diplomacy.models import Name, Outlet
from tests.factories import make_country, make_organisation, make_person, make_series, make_topic

pytestmark = pytest.mark.django_db


def _name(subject, form, usage="variant", language="en"):
    return Name.objects.create(subject=subject, form=form, usage=usage, language=language)


def test_people_come_with_their_forms_and_country():
    person = make_person(
        "Lin Shuya", slug="lin", family="Lin", given="Shuya", country=make_country()
    )
    _name(person, "林舒雅", language="zh-hans")
    _name(person, "Ms Shuya", usage="misprint")
    [known] = gazetteer.load().people
    assert (known.slug, known.country, known.family, known.given) == ("lin", "cn", "Lin", "Shuya")
    assert [(form.text, form.is_wrong) for form in known.forms] == [
        ("Lin Shuya", False),
        ("林舒雅", False),
        ("Ms Shuya", True),
    ]


def test_topics_outlets_and_series_bring_what_recognition_needs():
    make_topic("Rail links", slug="rail", keywords="railway\n铁路\n")
    Outlet.objects.create(slug="post", name="Valley Post", web_hosts="www.post.example")
    series = make_series("River Commission", slug="river", level="minister")
    series.parties.add(make_country("cn"), make_country("pk", "Pakistan"))
    known = gazetteer.load()
    assert known.topics[0].keywords == ("railway", "铁路")
    assert known.outlets[0].hosts == ("www.post.example",)
    assert (set(known.series[0].parties), known.series[0].level) == ({"cn", "pk"}, "minister")


def test_the_names_of_what_was_merged_point_to_what_stands():
    kept = make_person("Lin Shuya", slug="lin")
    make_person("Lin Shu-ya the Elder", slug="old", merged_into=kept)
    known = gazetteer.load()
    assert [person.slug for person in known.people] == ["lin"]
    assert [one.known.slug for one in known.index.find("Lin Shuya the Elder came")] == ["lin"]


def _fill(count):
    for number in range(count):
        person = make_person(f"Person Number{number}", country=make_country())
        _name(person, f"Name {number}")
        make_topic(f"Topic {number}")
        make_organisation(f"Ministry {number}")
        make_series(f"Series {number}").parties.add(make_country())


def test_loading_takes_as_many_queries_for_thirty_as_for_one(django_assert_num_queries):
    _fill(1)
    gazetteer.load()
    with django_assert_num_queries(14):
        gazetteer.load()
    _fill(30)
    with django_assert_num_queries(14):
        assert len(gazetteer.load().people) == 31
