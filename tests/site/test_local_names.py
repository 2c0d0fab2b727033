"""People, places and subjects are called as the reader of a page calls them."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.test.utils import CaptureQueriesContext

from diplomacy.models import Name, Office, Person, Place, Tenure, Topic
from tests import factories as make

pytestmark = pytest.mark.django_db


def known(subject, form: str = "林书雅", language: str = "zh-hans"):
    Name.objects.create(subject=subject, form=form, language=language)
    return subject


def page(client, url: str) -> str:
    answer = client.get(url, follow=True)
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.fixture
def meeting():
    """A published round with a chair, a place, a topic and a side that have Chinese names."""
    series = known(make.make_series("River Commission"), "河流委员会")
    place = known(Place.objects.create(slug="river-town", label="River Town"), "河城")
    meeting = make.make_dialogue("Fifth round", series=series, ordinal=5, place=place)
    make.add_person(meeting, known(make.make_person("Lin Shuya")), role="chair")
    make.add_topic(meeting, known(make.make_topic("Rail links"), "铁路"))
    make.publish(meeting)
    return meeting


def test_a_page_is_headed_by_the_name_in_its_language_with_the_archives_own_below(client, meeting):
    url = meeting.person_roles.get().person.get_absolute_url()
    chinese = page(client, f"/zh-hans{url}")
    assert "<h1><bdi>林书雅</bdi></h1>" in chinese
    assert '<p class="own-name"><bdi lang="en">Lin Shuya</bdi></p>' in chinese
    english = page(client, url)
    assert "<h1><bdi>Lin Shuya</bdi></h1>" in english
    assert "own-name" not in english


def test_a_name_that_is_not_known_in_the_language_of_the_page_says_which_it_is_in(client, meeting):
    person = meeting.person_roles.get().person
    assert '<h1><bdi lang="en">Lin Shuya</bdi></h1>' in page(
        client, f"/ur{person.get_absolute_url()}"
    )


def test_a_book_calls_names_as_the_page_does(client, meeting):
    def chapter(prefix: str) -> str:
        answer = client.get(f"{prefix}/records/{meeting.uid}/{meeting.slug}/record.epub")
        with ZipFile(BytesIO(answer.getvalue())) as book:
            return book.read("EPUB/chapter-01.xhtml").decode()

    chinese = chapter("/zh-hans")
    for name in ("林书雅", "河流委员会", "河城", "铁路"):
        assert name in chinese
        assert name not in chapter("")


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("people/", "林书雅"),
        ("topics/", "铁路"),
        ("places/", "河城"),
        ("series/", "河流委员会"),
        ("dialogues/", "河城"),
        ("dialogues/", "林书雅"),
        ("", "河流委员会"),
        ("", "铁路"),
        ("", "林书雅"),
        ("archive/?q=round", "铁路"),
    ],
)
def test_lists_facets_and_the_front_page_use_the_names_of_their_language(
    client, meeting, path, name
):
    make.make_published("Another round")  # so that a facet narrows something
    assert name in page(client, f"/zh-hans/{path}")
    assert name not in page(client, f"/{path}")


def test_a_condition_of_a_search_is_said_in_the_language_of_the_page(client, meeting):
    topic = meeting.topic_labels.get().topic
    chinese = page(client, f"/zh-hans/archive/?topic={topic.slug}")
    assert "<bdi>铁路</bdi>" in chinese


def test_a_record_calls_people_as_its_reader_does_unless_a_page_printed_another_form(client):
    person, other = known(make.make_person("Lin Shuya")), known(make.make_person("Noor"), "努尔")
    document = make.make_document("An account")
    make.add_person(document, person)
    make.add_person(document, other, printed="Mr NOOR")
    make.publish(document)
    url = document.public.get_absolute_url()
    chinese = page(client, f"/zh-hans{url}")
    assert '" title="Lin Shuya"><bdi>林书雅</bdi></a>' in chinese
    assert "<bdi>Mr NOOR</bdi>" in chinese
    assert "努尔" in chinese
    english = page(client, url)
    assert "<bdi>Lin Shuya</bdi>" in english
    assert "林书雅" not in english


def test_the_api_knows_no_reader(client, meeting):
    answer = client.get(f"/api/v1/records/{meeting.uid}/", headers={"accept-language": "zh-hans"})
    names = answer.json()["links"]["names"]["person"]
    assert [row["name"] for row in names.values()] == ["Lin Shuya"]


@pytest.mark.parametrize("path", ["", "people/", "dialogues/", "topics/", "archive/?q=round"])
def test_names_take_as_many_queries_for_one_row_as_for_many(client, path):
    def grow(numbers):
        for number in numbers:
            meeting = make.make_dialogue(f"A round {number}")
            person = known(make.make_person(f"Lin {number}"), f"林{number}")
            make.add_person(meeting, person, role="chair")
            make.add_topic(meeting, known(make.make_topic(f"Rail {number}"), f"路{number}"))
            make.publish(meeting)

    def count() -> int:
        with CaptureQueriesContext(connection) as captured:
            page(client, f"/zh-hans/{path}")
        return len(captured)

    ContentType.objects.get_for_models(Person, Topic)  # once for a process
    grow(range(5))  # of fewer results the search looks for other spellings
    few = count()
    grow(range(5, 12))
    assert count() <= few  # a search that finds little asks for more to offer


def test_the_picture_of_a_life_names_offices_as_its_reader_does(client, meeting):
    person = meeting.person_roles.get().person
    office = Office.objects.create(slug="ferry-minister", label="Minister of Ferries")
    Tenure.objects.create(person=person, office=known(office, "渡轮部长"), start="2019")
    assert "Minister of Ferries" in page(client, person.get_absolute_url())
    chinese = page(client, f"/zh-hans{person.get_absolute_url()}")
    assert chinese.count("渡轮部长") == 2  # in the picture, and in the list
    assert "Minister of Ferries" not in chinese
