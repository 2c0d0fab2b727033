"""Names in lines find the records they mean, whatever their printed form."""

import pytest

from diplomacy.intake.interchange import Directory, LineError
from diplomacy.models import Country, Name, Outlet, Person, Topic
from tests.factories import make_country, make_person, make_topic

pytestmark = pytest.mark.django_db


def know(subject, form: str, usage: str = "variant", language: str = "en") -> None:
    Name.objects.create(subject=subject, form=form, usage=usage, language=language)


@pytest.mark.parametrize(
    "printed",
    ["Lin Shuya", "LIN SHUYA", "Lin\u00a0Shuya", "Lin Shuyà", "林淑雅", "Lin Shoya", "lin-shuya"],
)
def test_a_person_is_found_by_any_known_form(printed):
    lin = make_person("Lin Shuya", slug="lin-shuya")
    make_person("Lin Shu", slug="lin-shu")
    know(lin, "林淑雅", language="zh-hans")
    know(lin, "Lin Shoya", usage="misprint")
    assert Directory().find("person", printed) == lin
    assert Person.objects.count() == 2


@pytest.mark.parametrize("printed", ["China", "cn", "CHN", "Chinese", "People's Republic of China"])
def test_a_country_is_found_by_code_name_and_adjective(printed):
    china = Country.objects.create(
        slug="cn",
        name="China",
        iso3="CHN",
        demonym="Chinese",
        official="People's Republic of China",
    )
    assert Directory().find("country", printed) == china


def test_who_is_not_known_is_made_once():
    directory = Directory()
    made = directory.find("person", "Noor Asad")
    assert (made.slug, made.name) == ("noor-asad", "Noor Asad")
    assert directory.find("person", "NOOR  ASAD".replace("  ", " ")) == made
    assert Directory().find("person", {"slug": "noor-asad", "name": "N. Asad"}) == made
    assert Person.objects.count() == 1


def test_another_with_the_same_letters_gets_another_code():
    make_person("Somebody Else", slug="noor-asad")
    assert Directory().find("person", "Noor Asad").slug == "noor-asad-2"


def test_a_name_without_latin_letters_gets_a_short_code():
    made = Directory().find("topic", "互联互通")
    assert made.label == "互联互通"
    assert made.slug.startswith("topic-")
    assert Directory().find("topic", "互联互通") == made


def test_a_name_that_two_share_is_refused_unless_one_is_called_so():
    know(make_person("Asad Noor", slug="asad-noor"), "Noor")
    know(make_person("Bilal Noor", slug="bilal-noor"), "Noor")
    with pytest.raises(LineError, match="“Noor” may be asad-noor or bilal-noor: give the slug"):
        Directory().find("person", "Noor")
    called_so = make_person("Noor", slug="noor-of-the-river")
    assert Directory().find("person", "Noor") == called_so


def test_a_merged_form_means_the_record_it_is_merged_into():
    lin = make_person("Lin Shuya", slug="lin-shuya")
    make_person("Lynn Shuya", slug="lynn-shuya", merged_into=lin)
    assert Directory().find("person", "Lynn Shuya") == lin
    assert Directory().by_slug("person", "lynn-shuya").slug == "lynn-shuya"


def test_what_a_failed_line_made_is_forgotten():
    directory = Directory()

    def fail_after_making():
        with directory.attempt():
            with directory.attempt():
                directory.find("person", "Noor Asad")
            raise LineError("no")

    with pytest.raises(LineError):
        fail_after_making()
    Person.objects.all().delete()
    again = directory.find("person", "Noor Asad")
    assert Person.objects.get() == again


def test_an_outlet_is_known_by_its_web_address():
    daily = Outlet.objects.create(slug="daily", name="The Daily River", web_hosts="daily.example")
    directory = Directory()
    assert directory.outlet_of("https://www.daily.example/a?b") == daily
    made = directory.outlet_of("http://other.example/1")
    assert (made.name, made.slug) == ("other.example", "other-example")
    assert directory.outlet_of("http://other.example/2") == made
    with pytest.raises(LineError, match="is not a web address"):
        directory.outlet_of("nowhere")


def test_a_name_longer_than_its_column_is_refused():
    with pytest.raises(LineError, match="of a topic is longer than 200"):
        Directory().find("topic", {"label": "a" * 201})


def test_names_known_cost_no_further_query(django_assert_num_queries):
    make_country(), make_topic("Rail links")
    directory = Directory()
    directory.find("country", "China")
    directory.find("topic", "Rail links")
    with django_assert_num_queries(0):
        directory.find("country", "cn")
        directory.find("topic", "RAIL LINKS")
    assert Topic.objects.count() == 1
