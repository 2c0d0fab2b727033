"""The feeds."""

from xml.etree import ElementTree

import pytest

from diplomacy import publishing
from diplomacy.models import LedgerEntry
from diplomacy.site.feeds import NAMESPACE, SCHEMES
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
