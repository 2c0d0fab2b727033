"""Every type of public page in a real browser, with scripts and without."""

import pytest

from diplomacy import publishing
from diplomacy.models import Initiative, Outlet, Place, Source
from tests.factories import (
    add_issuer,
    add_person,
    add_topic,
    make_commitment,
    make_dialogue,
    make_document,
    make_organisation,
    make_person,
    make_series,
    make_topic,
    publish,
)

NAMED = {
    "series": "river",
    "people": "lin-shuya",
    "organisations": "ministry",
    "countries": "cn",
    "topics": "ferries",
    "initiatives": "clean-river",
    "places": "harbour",
    "outlets": "river-news",
}
GENERAL = [
    *("/", "/archive/", "/archive/?q=ferry", "/archive/?kind=op_ed&date_from=2020", "/dialogues/"),
    *("/commitments/", "/timeline/", "/zh-hans/", "/ur/archive/?q=ferry"),
    *(f"/{plural}/" for plural in NAMED),
    *(f"/{plural}/{slug}/" for plural, slug in NAMED.items()),
]
OF_RECORDS = ["meeting", "text", "text/editions", "text/diff", "undertaking", "withdrawn"]


@pytest.fixture
def archive(live_server):
    """One record of each type, naming one of everything: their addresses by a word for each."""
    meeting = make_dialogue(series=make_series(slug="river"), ordinal=1)
    text = make_document("By ferry", "They came by ferry.", meeting=meeting)
    add_person(text, make_person(slug="lin-shuya"), "speaker")
    add_issuer(text, make_organisation(slug="ministry"))
    add_topic(text, make_topic(slug="ferries"))
    text.initiatives.add(Initiative.objects.create(slug="clean-river", label="Clean River"))
    text.places.add(Place.objects.create(slug="harbour", label="Harbour"))
    outlet = Outlet.objects.create(slug="river-news", name="River News")
    Source.objects.create(document=text, outlet=outlet, url="https://example.org/ferry")
    undertaking, withdrawn = make_commitment(), make_document("In doubt")
    for record in (meeting, text, undertaking, withdrawn):
        publish(record)
    text.summary = "They came by water."
    text.save()
    publish(text, change="correction", note="It was said too shortly.")
    publishing.withdraw(withdrawn, by=None, reason="In doubt.", keep_text=True)
    at = "/records/{0.uid}/{0.slug}/".format
    return {
        "meeting": at(meeting),
        "text": at(text),
        "text/editions": at(text) + "editions/",
        "text/diff": at(text) + "editions/1..2/",
        "undertaking": at(undertaking),
        "withdrawn": at(withdrawn),
    }


def look_at(page, address: str) -> None:
    """Open a page that must load, have a heading, and complain about nothing."""
    errors = []
    page.on("console", lambda said: errors.append(said.text) if said.type == "error" else None)
    page.on("requestfailed", lambda request: errors.append(f"not loaded: {request.url}"))
    answer = page.goto(address)
    assert answer.status == 200
    assert page.locator("h1").count() == 1
    assert page.locator("h1").inner_text().strip()
    assert errors == []


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])
def test_every_type_of_page_loads_without_complaint(visit, archive, scripts):
    page = visit(java_script_enabled=scripts)
    for address in [*GENERAL, *(archive[word] for word in OF_RECORDS)]:
        look_at(page, address)


def test_without_scripts_a_search_is_narrowed_and_read(visit, archive):
    page = visit(java_script_enabled=False)
    page.goto("/")
    page.get_by_role("searchbox").fill("ferry")
    page.get_by_role("button", name="Search").click()
    page.get_by_role("link", name="By ferry").first.click()
    assert page.locator("h1").inner_text() == "By ferry"
    assert page.url.endswith(archive["text"]) or archive["text"] in page.url


def test_pages_that_are_not_there_help_on(visit, archive):
    page = visit()
    for address, status in (("/nowhere/", 404), ("/records/abcdefghij/nothing/", 404)):
        assert page.goto(address).status == status
        assert page.get_by_role("link", name="archive").count()
