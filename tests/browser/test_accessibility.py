"""Every type of page, in every language, in light and in dark, against WCAG 2.2 A and AA."""

import pytest

from diplomacy import publishing
from diplomacy.models import Office, Tenure
from tests.factories import (
    add_file,
    add_issuer,
    add_paragraphs,
    add_person,
    add_picture,
    add_topic,
    make_commitment,
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


def seat_opposite(meeting, person):
    """Give the person a country and an office, and somebody of another country to meet."""
    person.country = make_country()
    person.save()
    office = Office.objects.create(slug="warden", label="Warden of the Ford")
    Tenure.objects.create(person=person, office=office, start="2021", end="2025-05-05")
    other = make_person("Omar Zaid", country=make_country("pk", "Pakistan"))
    add_person(meeting, other, "chair")
    for country in (person.country, other.country):
        meeting.country_roles.create(country=country)


@pytest.fixture
def archive(live_server):
    """Addresses by what stands there, of an archive that has one of everything to show."""
    person, topic = make_person(slug="lin-shuya"), make_topic("Ferries", slug="ferries")
    meeting = make_dialogue(series=make_series(slug="river"), ordinal=2, agenda="Ferries\nFloods")
    text = make_document("By ferry", "They came by ferry.", meeting=meeting, summary="On ferries.")
    undertaking = make_commitment(topic=topic)
    undertaking.mentions.update(dialogue=meeting, document=text)
    add_paragraphs(text, "The ferry runs daily.")
    add_issuer(text, make_organisation(slug="ministry"))
    add_picture(text, caption="The ford in June")
    add_file(text)
    for record in (meeting, text):
        add_person(record, person, "participant", styled_as="Minister")
        add_topic(record, topic)
    seat_opposite(meeting, person)
    for record in (meeting, text, undertaking):
        publish(record)
    make_published("On the ferry again", "A ferry.", meeting=meeting)
    text.paragraphs.filter(text__contains="daily").update(text="The ferry runs every day.")
    picture = text.figures.get()
    picture.delete()
    publish(text, change="correction", note="It runs every day.")
    doubted, gone = make_published("In doubt"), make_published("Gone")
    publishing.withdraw(doubted, by=None, reason="In doubt.", keep_text=True)
    publishing.withdraw(gone, by=None, reason="Not ours.", keep_text=False)
    at = "/records/{0.uid}/{0.slug}/".format
    return {
        "home": "/",
        "the archive": "/archive/",
        "results": "/archive/?q=ferry&country=cn",
        "no results": "/archive/?q=zeppelin",
        "a document": at(text) + "?q=ferry",
        "a meeting": at(meeting),
        "a commitment": at(undertaking),
        "a paragraph": at(text) + f"#{text.paragraphs.first().key}",
        "a withdrawn record": at(doubted),
        "editions": at(text) + "editions/",
        "an old edition": at(text) + "editions/1/",
        "a difference": at(text) + "editions/1..2/",
        "meetings": "/dialogues/",
        "all series": "/series/",
        "a series": "/series/river/",
        "people": "/people/",
        "a person": "/people/lin-shuya/",
        "topics": "/topics/",
        "a topic": "/topics/ferries/",
        "commitments": "/commitments/",
        "timeline": "/timeline/",
        "who met whom": "/encounters/",
        "a series from right to left": "/ur/series/river/",
        "from right to left": "/ur/archive/?q=ferry",
        "nothing": "/nowhere/",
        "gone": at(gone),
    }


STATUS = {"nothing": 404, "gone": 410}


@pytest.mark.parametrize("width", [1280, 360], ids=["desk", "phone"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_breaks_a_rule(visit, archive, accessibility_problems, scheme, width):
    viewport = {"width": width, "height": 800}
    page = visit(bypass_csp=True, color_scheme=scheme, viewport=viewport)
    problems = {}
    for word, address in archive.items():
        assert page.goto(language + address.path).status == address.status, word
        if found := accessibility_problems(page):
            problems[word] = found
    assert problems == {}


def test_a_rule_that_is_broken_is_told(visit, live_server, accessibility_problems):
    make_archive()
    page = visit(bypass_csp=True)
    page.goto("/")
    page.evaluate("document.querySelector('h1').style.color = '#ddd'")
    assert [problem.split(":")[0] for problem in accessibility_problems(page)] == ["color-contrast"]
