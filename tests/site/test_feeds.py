"""The feeds."""

from xml.etree import ElementTree

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from diplomacy import publishing
from diplomacy.models import Initiative, LedgerEntry
from diplomacy.site.feeds import FOLLOWED, NAMESPACE, SCHEMES
from tests import factories

ATOM = "{http://www.w3.org/2005/Atom}"


def entries(client, url="/feeds/latest.atom", **parameters):
    answer = client.get(url, parameters)
    assert answer.status_code == 200
    assert answer["Content-Type"].startswith("application/atom+xml")
    return ElementTree.fromstring(answer.content).findall(f"{ATOM}entry")


def said(entry, name: str) -> str:
    """The code of an entry in one of the feed's own schemes."""
    found = [c for c in entry.findall(f"{ATOM}category") if c.get("scheme") == SCHEMES[name]]
    (category,) = found
    return category.get("term")


def test_an_empty_archive_has_a_feed(client, db):
    assert entries(client) == []


def test_an_entry_says_what_changed_and_where_to_read_it(client, db, settings):
    document = factories.make_published("River minutes", slug="river-minutes")
    document.summary = "Put right."
    document.save()
    factories.publish(document, change="correction", note="The day was wrong.")
    (entry,) = entries(client)
    assert entry.findtext(f"{ATOM}title") == "River minutes"
    assert entry.findtext(f"{ATOM}summary") == "Correction. The day was wrong."
    assert entry.find(f"{ATOM}link").get("href") == (
        f"{settings.BASE_URL}/records/{document.uid}/river-minutes/"
    )
    assert (said(entry, "change"), said(entry, "standing")) == ("correction", "public")


def test_a_feed_names_its_author_as_atom_demands(client, db, settings):
    for url in ("/feeds/latest.atom", "/archive/feed.atom?q=river"):
        author = ElementTree.fromstring(client.get(url).content).find(f"{ATOM}author")
        assert author.findtext(f"{ATOM}name") == "Rapporteur"
        assert author.findtext(f"{ATOM}uri") == f"{settings.BASE_URL}/"


def test_an_entry_carries_the_ledgers_number_and_hashes(client, db):
    factories.make_published()
    (entry,) = entries(client)
    ledger = entry.find(f"{{{NAMESPACE}}}entry")
    last = LedgerEntry.objects.last()
    assert (ledger.get("number"), ledger.get("hash")) == (str(last.number), last.hash)
    assert ledger.get("text") == last.text_hash


def test_every_edition_is_an_entry_of_its_own_to_a_reader(client, db):
    document = factories.make_published("River minutes")
    (before,) = entries(client)
    document.summary = "More is known."
    document.save()
    factories.publish(document)
    (after,) = entries(client)
    assert before.findtext(f"{ATOM}id") != after.findtext(f"{ATOM}id")


@pytest.mark.parametrize(
    ("verb", "change", "standing", "is_named"),
    [
        (lambda r: publishing.withdraw(r, by=None, reason="Why.", keep_text=True),
         "withdrawn", "withdrawn", True),
        (lambda r: publishing.withdraw(r, by=None, reason="Why.", keep_text=False),
         "withdrawn", "hidden", False),
        (lambda r: publishing.remove(r, by=None, reason="Why."), "removed", "removed", False),
    ],
)  # fmt: skip
def test_what_was_taken_away_is_there_by_state(client, db, verb, change, standing, is_named):
    document = factories.make_published("Secret river", "A secret paragraph.")
    assert "Secret river" in client.get("/feeds/latest.atom").content.decode()
    verb(document)
    (entry,) = entries(client)
    assert (said(entry, "change"), said(entry, "standing")) == (change, standing)
    text = ElementTree.tostring(entry, encoding="unicode")
    assert ("Secret river" in text) is is_named
    assert "secret paragraph" not in text
    assert "Why." in text


def test_the_latest_change_comes_first(client, db):
    first, _second = factories.make_published("First"), factories.make_published("Second")
    assert [e.findtext(f"{ATOM}title") for e in entries(client)] == ["Second", "First"]
    first.summary = "Again."
    first.save()
    factories.publish(first)
    assert [e.findtext(f"{ATOM}title") for e in entries(client)] == ["First", "Second"]


def test_any_search_is_a_feed(client, db):
    factories.make_published("A bridge over the river")
    factories.make_published("A tunnel through the hill")
    factories.make_document("A bridge that is only drafted")
    found = entries(client, "/archive/feed.atom", q="bridge")
    assert [entry.findtext(f"{ATOM}title") for entry in found] == ["A bridge over the river"]


def test_a_search_feed_says_which_search_it_is(client, db, settings):
    text = client.get("/archive/feed.atom?q=bridge&kind=op_ed&page=3&other=1").content.decode()
    assert f"{settings.BASE_URL}/archive/feed.atom?q=bridge&amp;kind=op_ed" in text
    assert "other" not in text


def test_a_search_that_cannot_be_read_is_refused_in_words(client, db):
    answer = client.get("/archive/feed.atom?date_from=soon")
    assert answer.status_code == 400
    assert answer.content.decode().startswith("date_from: Write a date")


def test_signs_that_xml_cannot_hold_do_not_break_the_feed(client, db):
    assert client.get("/archive/feed.atom", {"q": "a\x00\x01b"}).status_code == 200


# --- Feeds of people, topics, series … ------------------------------------------------------------


@pytest.fixture
def named(db):
    """A published record and what it names, by the word in the address of its feed."""
    record = factories.make_document("A bridge", "Of quillonberries.")
    names = {
        "people": factories.make_person("Lin Shuya"),
        "topics": factories.make_topic("Rail links"),
        "organisations": factories.make_organisation("Ministry"),
        "initiatives": Initiative.objects.create(slug="corridor", label="Corridor"),
        "countries": factories.make_country(),
        "series": factories.make_series("River talks"),
    }
    factories.add_person(record, names["people"])
    factories.add_topic(record, names["topics"])
    factories.add_issuer(record, names["organisations"])
    record.initiatives.add(names["initiatives"])
    factories.publish(record)
    factories.publish(factories.make_dialogue("First round", series=names["series"], ordinal=1))
    factories.make_published("About something else", "Nothing of it.").country_roles.all().delete()
    return names


WORDS = [*FOLLOWED.values()]


@pytest.mark.parametrize("word", WORDS)
def test_what_records_name_has_a_feed_of_its_own(client, named, settings, word):
    url = f"/feeds/{word}/{named[word].slug}.atom"
    found = entries(client, url)
    titles = [entry.findtext(f"{ATOM}title") for entry in found]
    assert ("First round" if word == "series" else "A bridge") in titles
    text = client.get(url).content.decode()
    assert settings.BASE_URL + url in text
    assert named[word].heading in text
    assert "quillonberries" not in text


@pytest.mark.parametrize("word", WORDS)
def test_its_page_announces_the_feed_and_the_ways_to_follow(client, named, word):
    page = client.get(f"/{word}/{named[word].slug}/").content.decode()
    feed = f"/feeds/{word}/{named[word].slug}.atom"
    assert page.count(f'href="{feed}"') == 2
    follow = f"/follow/?{named[word].type}={named[word].slug}"
    assert f'href="{follow}"' in page
    assert named[word].heading in client.get(follow).content.decode()


@pytest.mark.parametrize("word", WORDS)
def test_what_no_public_record_names_has_no_feed(client, db, word):
    assert client.get(f"/feeds/{word}/nobody.atom").status_code == 404
    draft = factories.make_document()
    factories.add_topic(draft, factories.make_topic(slug="secret"))
    assert client.get("/feeds/topics/secret.atom").status_code == 404


def test_the_feed_of_what_was_merged_leads_to_what_stands(client, named):
    kept, gone = named["topics"], factories.make_topic("Railways", slug="railways")
    other = factories.make_document("A tunnel")
    factories.add_topic(other, gone)
    factories.publish(other)
    type(gone).objects.filter(pk=gone.pk).update(merged_into=kept)
    answer = client.get("/feeds/topics/railways.atom")
    assert (answer.status_code, answer["Location"]) == (301, f"/feeds/topics/{kept.slug}.atom")
    titles = [e.findtext(f"{ATOM}title") for e in entries(client, answer["Location"])]
    assert titles == ["A tunnel", "A bridge"]


def test_a_feed_asks_the_same_for_one_record_and_for_many(client, db):
    topic = factories.make_topic(slug="rail")

    def queries():
        record = factories.make_document()
        factories.add_topic(record, topic)
        factories.publish(record)
        with CaptureQueriesContext(connection) as seen:
            client.get("/feeds/topics/rail.atom")
        return len(seen)

    before = queries()
    assert [queries() for _ in range(4)] == [before] * 4
