"""Whatever a client asks for, the site answers: with a page, or with a plain refusal."""

from urllib.parse import quote, urlencode

import pytest
from django.test import Client
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.factories import (
    add_date,
    add_person,
    add_topic,
    make_dialogue,
    make_document,
    make_person,
    make_series,
    make_topic,
    publish,
)

pytestmark = pytest.mark.django_db

UID = "ferryferry"
RECORD = f"/records/{UID}/the-ferry/"
PAGES = [
    "/",
    "/archive/",
    "/archive/feed.atom",
    "/feeds/latest.atom",
    "/timeline/",
    "/dialogues/",
    "/commitments/",
    "/series/",
    "/series/river/",
    "/people/",
    "/people/lin/",
    "/organisations/",
    "/outlets/",
    "/countries/",
    "/countries/cn/",
    "/topics/",
    "/topics/ferries/",
    "/initiatives/",
    "/places/",
    RECORD,
    f"{RECORD}editions/",
    f"{RECORD}editions/1/",
    f"{RECORD}editions/1..2/",
    f"/records/{UID}/",
    "/sitemap.xml",
    "/robots.txt",
    "/zh-hans/archive/",
    "/ur/timeline/",
]
NAMES = ["q", "page", "date_from", "date_to", "as_of", "kind", "person", "series", "sort", "part"]
NAMES += ["authority", "held", "topic", "language", "role", "year", "cursor", "country", "side"]
PLACES = ["/{}", "/people/{}/", "/series/{}/", "/topics/{}/", "/records/{}/", "/files/{}"]
PLACES += [f"/records/{UID}/{{}}/", f"{RECORD}editions/{{}}/", f"{RECORD}editions/1..{{}}/"]
PLACES += ["/sitemap-{}-1.xml", "/sitemap-records-{}.xml", "/api/v1/records/{}/", "/api/{}"]

NASTY = [
    "",
    "\0",
    "a\0b",
    "\ud800",
    "x" * 10_000,
    '( OR "' * 1_000,
    "9" * 400,
    "-1",
    "1e9",
    "٣",
    "%",
    "%s%d{}",
    "0000-00-00",
    "9999-12-31",
    "10000-01-01",
    "2024-02-30",
    "../..",
    "\u202e渡船\u0301",
    "🚢",
    "'; --",
    "*",
    "\r\nX: y",
]
texts = st.one_of(st.sampled_from(NASTY), st.text(max_size=40), st.integers().map(str))
ANSWERS = {200, 301, 302, 304, 400, 404, 410, 414}


@pytest.fixture(autouse=True)
def _archive():
    """One record with two editions and most kinds of name, and its meeting."""
    meeting = make_dialogue("The talks", series=make_series(slug="river"), ordinal=1)
    document = make_document("The ferry", uid=UID, slug="the-ferry", meeting=meeting)
    add_person(document, make_person(slug="lin"))
    add_topic(document, make_topic(slug="ferries"))
    publish(meeting)
    publish(document)
    add_date(document, "document", "2024-05-14")
    publish(document)


def encoded(text: str) -> str:
    return quote(text, safe="", errors="surrogatepass")


def status(address: str) -> int:
    answer = Client().get(address)
    if answer.streaming:
        b"".join(answer.streaming_content)
    return answer.status_code


def test_the_addresses_are_there():
    assert {page: status(page) for page in PAGES if status(page) not in {200, 301}} == {}


@pytest.mark.parametrize("page", PAGES)
def test_no_known_nastiness_in_a_parameter_is_an_error(page):
    for nasty in NASTY:
        query = "&".join(f"{name}={encoded(nasty)}" for name in NAMES)
        assert status(f"{page}?{query}") in ANSWERS, nasty


@pytest.mark.parametrize("place", PLACES)
def test_no_known_nastiness_in_an_address_is_an_error(place):
    for nasty in NASTY:
        assert status(place.format(encoded(nasty))) in ANSWERS, nasty


@settings(max_examples=60)
@given(
    page=st.sampled_from(PAGES),
    asked=st.lists(st.tuples(st.sampled_from(NAMES) | texts, texts), max_size=4),
)
def test_no_parameter_is_an_error(page, asked):
    assert status(f"{page}?{urlencode(asked, errors='surrogatepass')}") in ANSWERS


@settings(max_examples=60)
@given(place=st.sampled_from(PLACES), text=texts)
def test_no_address_is_an_error(place, text):
    assert status(place.format(encoded(text))) in ANSWERS


@settings(max_examples=40)
@given(page=st.sampled_from(PAGES), raw=st.binary(max_size=60))
def test_no_bytes_in_a_query_are_an_error(page, raw):
    answer = Client().get(page, QUERY_STRING=raw.decode("latin-1"))
    assert answer.status_code in ANSWERS
