"""One archive that has everything to show, and an address for every type of public page."""

from dataclasses import dataclass

from django.utils import timezone

from diplomacy import publishing
from diplomacy.models import Clause, Initiative, Office, Outlet, Place, Source, Tenure
from tests import factories as make

LANGUAGES = ("", "/zh-hans", "/ur")
"""The beginnings of addresses in each language of the interface."""


@dataclass(frozen=True)
class Address:
    """A page under an address without its language, and the status it answers with."""

    path: str
    status: int = 200


def make_archive() -> dict[str, Address]:
    """Publish what the pages need; the addresses by a word for each type of page."""
    names = _names()
    meeting, text, undertaking = _records(names)
    doubted, gone = make.make_published("In doubt"), make.make_published("Gone")
    publishing.withdraw(doubted, by=None, reason="In doubt.", keep_text=True)
    publishing.withdraw(gone, by=None, reason="Not ours.", keep_text=False)
    return {
        **{word: Address(path) for word, path in _general().items()},
        **{word: Address(path) for word, path in _of_records(meeting, text, undertaking).items()},
        "a withdrawn record": Address(_at(doubted)),
        "a wrong date": Address("/archive/?q=ferry&date_from=2024-02-31", 400),
        "an unknown condition": Address("/archive/?kind=zeppelin", 400),
        "a search that cannot be followed": Address("/follow/?kind=zeppelin", 400),
        "a link that works no more": Address("/follow/stop/forged/", 404),
        "a page that is not there": Address("/nowhere/", 404),
        "a record that is gone": Address(_at(gone), 410),
        "an unknown paragraph": Address(f"/records/{text.uid}/p/pnone/", 404),
        "a day to come": Address(_at(text) + "?as_of=2999-01-01", 400),
    }


def _at(record) -> str:
    return f"/records/{record.uid}/{record.slug}/"


def _general() -> dict[str, str]:
    lists = ("dialogues", "series", "people", "organisations", "outlets", "countries", "topics")
    lists += ("initiatives", "places", "commitments", "timeline", "encounters")
    about = ("about", "method", "coverage", "help", "accessibility", "privacy")
    return {
        "home": "/",
        "the archive": "/archive/",
        "results": "/archive/?q=ferry&country=cn&date_from=2020",
        "no results": "/archive/?q=zeppelin",
        "a search with much to say": "/archive/?q=fery+topic:nothing+by:+-side:cn&date_from=2023",
        "a misspelt search": "/archive/?q=fery",
        "results by year": "/archive/?q=ferry+OR+old&date_from=2024&date_to=2024",
        "help on searching": "/help/searching/",
        "an empty pack": "/pack/",
        **{f"the list of {name}": f"/{name}/" for name in lists},
        "following": "/follow/?q=ferry&topic=ferries",
        "a message on its way": "/follow/asked/",
        **{f"the page {name}": f"/{name}/" for name in about},
        "the versions of a page": "/about/versions/",
        "a series": "/series/river/",
        "a person": "/people/lin-shuya/",
        "an organisation": "/organisations/ministry/",
        "an outlet": "/outlets/river-news/",
        "a country": "/countries/cn/",
        "a topic": "/topics/ferries/",
        "an initiative": "/initiatives/clean-river/",
        "a place": "/places/harbour/",
    }


def _of_records(meeting, text, undertaking) -> dict[str, str]:
    return {
        "a meeting": _at(meeting),
        "a text": _at(text) + "?q=ferry",
        "a paragraph": _at(text) + f"#{text.paragraphs.first().key}",
        "a commitment": _at(undertaking),
        "a report": _at(text) + f"report/?p={text.paragraphs.first().key}",
        "thanks for a report": _at(text) + "report/thanks/",
        "a pack": f"/pack/?uid={meeting.uid}&uid={text.uid}&uid=zzzzzzzzzz&title=Rivers&find=ferry",
        "editions": _at(text) + "editions/",
        "an old edition": _at(text) + "editions/1/",
        "a difference": _at(text) + "editions/1..2/",
        "citations": _at(text) + "cite/",
        "citations of a paragraph": _at(text) + f"cite/?paragraph={_second(text).key}",
        "citations of an edition": _at(text) + "editions/1/cite/",
        "citations of a meeting": _at(meeting) + "cite/",
        "a changed paragraph": f"/records/{text.uid}/p/{_second(text).key}/?e=1",
        "a day of the past": _at(text) + f"?as_of={timezone.localdate()}",
    }


def _second(text):
    """The paragraph that the second edition changed."""
    return text.paragraphs.get(order=2)


def _names() -> dict:
    """One authority record of every type."""
    return {
        "series": make.make_series(slug="river"),
        "person": make.make_person(slug="lin-shuya", country=make.make_country()),
        "topic": make.make_topic("Ferries", slug="ferries"),
        "organisation": make.make_organisation(slug="ministry"),
        "initiative": Initiative.objects.create(slug="clean-river", label="Clean River"),
        "place": Place.objects.create(slug="harbour", label="Harbour"),
        "outlet": Outlet.objects.create(slug="river-news", name="River News"),
    }


def _records(names: dict) -> tuple:
    """A meeting, a long text about it in two editions, and a commitment; and another account."""
    texts = [f"Ferry number {n} runs daily." for n in range(2, 12)]
    meeting = make.make_dialogue(series=names["series"], ordinal=2, agenda="Ferries\nFloods")
    text = make.make_document("By ferry", "A ferry.", *texts, meeting=meeting, summary="Ferries.")
    _name(meeting, text, names)
    _seat_opposite(meeting, text, names)
    undertaking = make.make_commitment(topic=names["topic"])
    undertaking.mentions.update(dialogue=meeting, document=text)
    for record in (meeting, text, undertaking):
        make.publish(record)
    make.make_published(
        "On the ferry again", "A ferry.", meeting=meeting, authority="joint_verbatim"
    )
    text.paragraphs.filter(order=2).update(text="The second ferry runs every day.", heading="Days")
    text.figures.get().delete()
    make.publish(text, change="correction", note="It runs every day.")
    return meeting, text, undertaking


def _name(meeting, text, names: dict) -> None:
    for record in (meeting, text):
        make.add_person(record, names["person"], "participant", styled_as="Minister")
        make.add_topic(record, names["topic"])
    make.add_issuer(text, names["organisation"])
    text.initiatives.add(names["initiative"])
    text.places.add(names["place"])
    Source.objects.create(document=text, outlet=names["outlet"], url="https://example.org/ferry")
    make.add_picture(text, caption="The ford in June")
    make.add_file(text)


def _seat_opposite(meeting, text, names: dict) -> None:
    """What pictures draw: an office, two sides, a meeting near by, an act on the topic."""
    person, topic = names["person"], names["topic"]
    office = Office.objects.create(slug="warden", label="Warden of the Ford")
    Tenure.objects.create(person=person, office=office, start="2021", end="2025-05-05")
    other = make.make_person("Omar Zaid", country=make.make_country("pk", "Pakistan"))
    make.add_person(meeting, other, "chair")
    near = make.make_dialogue(date="2024-06-01", series=names["series"], status="scheduled")
    for record in (meeting, near):
        for country in (person.country, other.country):
            record.country_roles.create(country=country)
    make.publish(near)
    clause = Clause.objects.create(
        document=text, text="A ferry", act="commit", confirmed_at=timezone.now()
    )
    clause.topic_labels.create(topic=topic)
