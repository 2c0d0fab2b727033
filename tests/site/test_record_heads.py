"""What a record's page tells programs: reference managers, search engines, harvesters."""

import json
import re
from html.parser import HTMLParser

import pytest

from diplomacy import kinds, publishing
from diplomacy.models import CommitmentMention, Outlet, Relation, Source
from tests import factories as make

pytestmark = pytest.mark.django_db

SCHEMA_TYPES = {
    *("Action", "AboutPage", "ArchiveOrganization", "Article", "BreadcrumbList", "Collection"),
    *("Country", "CreativeWork", "EntryPoint", "Event", "EventSeries", "ListItem"),
    *("NewsArticle", "NewsMediaOrganization", "OpinionNewsArticle", "Organization", "Person"),
    *("Place", "Report", "SearchAction", "Thing", "WebSite"),
}
"""Types of schema.org that the archive uses."""


class Head(HTMLParser):
    """The meta elements and JSON-LD of a page."""

    def __init__(self, html: str):
        super().__init__()
        self.tags, self.blocks, self._is_block = [], [], False
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        self._is_block = tag == "script" and given.get("type") == "application/ld+json"
        if tag == "meta" and ("name" in given or "property" in given):
            self.tags.append((given.get("name") or given["property"], given["content"]))

    def handle_data(self, data):
        if self._is_block:
            self.blocks.append(data)

    def handle_endtag(self, tag):
        self._is_block = False

    def all(self, name: str) -> list[str]:
        return [content for tag, content in self.tags if tag == name]

    def one(self, name: str) -> str | None:
        return next(iter(self.all(name)), None)

    @property
    def graph(self) -> list[dict]:
        (block,) = self.blocks
        return json.loads(block)["@graph"]


def address(record, end: str = "") -> str:
    return f"/records/{record.uid}/{record.slug}/{end}"


def head_of(client, record, end: str = "") -> Head:
    answer = client.get(address(record, end))
    assert answer.status_code == 200
    return Head(answer.content.decode())


def links_of(client, path: str) -> list[tuple[str, str, str]]:
    """``(rel, address, type)`` of the typed links in the header."""
    found = re.findall(r'<([^>]*)>; rel="([^"]*)"(?:; type="([^"]*)")?', client.get(path)["Link"])
    return [(rel, url, type) for url, rel, type in found]


def types_in(data) -> set[str]:
    if isinstance(data, list):
        return set().union(*map(types_in, data)) if data else set()
    if not isinstance(data, dict):
        return set()
    own = {data["@type"]} if "@type" in data else set()
    return own | types_in(list(data.values()))


@pytest.fixture
def op_ed():
    document = make.make_document(
        "Why we row", "We row.", kind="op_ed", authority="signed", summary="On rowing."
    )
    person = make.make_person("Lin Shuya", slug="lin", family="Lin", given="Shuya")
    make.add_person(document, person, "author")
    outlet = Outlet.objects.create(slug="gazette", name="River Gazette")
    Source.objects.create(document=document, outlet=outlet, url="https://gazette.example/row")
    make.add_topic(document, make.make_topic("Rowing", slug="rowing"))
    make.publish(document)
    return document


def test_a_reference_manager_reads_the_page_right(client, op_ed, settings):
    head = head_of(client, op_ed)
    base = settings.BASE_URL + address(op_ed)
    assert head.one("citation_title") == "Why we row"
    assert head.all("citation_author") == ["Lin, Shuya"]
    assert head.one("citation_publication_date") == "2024/05/16"
    assert head.one("citation_journal_title") == "River Gazette"
    assert head.one("citation_public_url") == f"{base}editions/1/"
    assert head.one("citation_fulltext_html_url") == base
    # Zotero takes the name of one of its own types from here.
    assert head.one("DC.type") == "newspaperArticle"
    assert head.all("DC.subject") == ["Rowing"]


def test_an_official_text_is_a_report_of_whoever_issued_it(client):
    document = make.make_document("A", kind="joint_statement", authority="joint_verbatim")
    for name in ("Ministry of Rivers", "Ministry of Lakes"):
        make.add_issuer(document, make.make_organisation(name))
    make.publish(document)
    head = head_of(client, document)
    assert set(head.all("citation_author")) == {"Ministry of Rivers", "Ministry of Lakes"}
    assert "Ministry of Rivers" in head.one("citation_technical_report_institution")
    assert head.one("citation_journal_title") is None
    assert head.one("DC.type") == "report"


@pytest.mark.parametrize(
    "date", ["2024", "2024-05", "2024-05-16~", "2024-05-15/2024-05-16", "202X"]
)
def test_a_date_that_is_not_exact_is_not_given_as_a_day(client, date):
    document = make.make_published("A", date=date)
    head = head_of(client, document)
    assert head.one("citation_publication_date") is None
    assert head.one("DC.date") == date


@pytest.mark.parametrize("held", ["paraphrase", "excerpt"])
def test_what_is_not_the_whole_text_is_not_offered_as_one(client, held):
    document = make.make_published("A", held=held, summary="Described.")
    head = head_of(client, document)
    assert head.one("citation_fulltext_html_url") is None
    assert head.one("citation_abstract_html_url")
    assert head.graph[0]["abstract"] == "Described."
    assert "articleBody" not in head.graph[0]


@pytest.mark.parametrize(
    ("prefix", "locale"), [("", "en_GB"), ("/ur", "ur_PK"), ("/zh-hans", "zh_CN")]
)
def test_a_shared_link_shows_the_title_in_the_language_of_the_page(client, op_ed, prefix, locale):
    head = Head(client.get(prefix + address(op_ed)).content.decode())
    assert head.one("og:title") == "Why we row"
    assert head.one("og:locale") == locale
    assert head.one("og:url").endswith(prefix + address(op_ed))
    assert head.one("citation_title") == "Why we row"


def test_a_search_engine_reads_whose_text_it_is_and_where_it_stands(client, op_ed, settings):
    text, way = head_of(client, op_ed).graph
    assert text["@type"] == "OpinionNewsArticle"
    assert text["@id"] == f"{settings.BASE_URL}/records/{op_ed.uid}/"
    author = {"@type": "Person", "name": "Lin Shuya", "url": f"{settings.BASE_URL}/people/lin/"}
    assert text["author"] == [author]
    assert text["publisher"][0]["name"] == "River Gazette"
    assert text["isBasedOn"] == [{"@type": "CreativeWork", "url": "https://gazette.example/row"}]
    assert text["datePublished"] == "2024-05-16"
    assert text["isPartOf"]["name"] == "Rapporteur"
    assert way["@type"] == "BreadcrumbList"
    assert way["itemListElement"][-1]["name"] == "Why we row"


def test_the_way_to_a_record_can_be_gone(client, op_ed, settings):
    _text, way = head_of(client, op_ed).graph
    for step in way["itemListElement"]:
        assert client.get(step["item"].removeprefix(settings.BASE_URL)).status_code == 200


def test_a_meeting_is_an_event_of_its_series(client):
    meeting = make.make_dialogue(
        "Third round",
        series=make.make_series("River Commission"),
        host=make.make_country(),
        venue="The boathouse",
        date="2024-05-13/2024-05-16",
        status="held",
    )
    make.add_person(meeting, make.make_person("Lin Shuya"), "chair")
    make.publish(meeting)
    account = make.make_published("On the round", meeting=meeting)
    event = head_of(client, meeting).graph[0]
    assert event["@type"] == "Event"
    assert (event["startDate"], event["endDate"]) == ("2024-05-13", "2024-05-16")
    assert event["location"]["name"] == "The boathouse"
    assert event["organizer"][0]["name"] == "China"
    assert event["superEvent"]["@type"] == "EventSeries"
    assert [row["name"] for row in event["attendee"]] == ["Lin Shuya"]
    assert [row["name"] for row in event["subjectOf"]] == [account.title]
    about = head_of(client, account).graph[0]["about"]
    assert [row["name"] for row in about] == ["Third round"]


@pytest.mark.parametrize(
    ("status", "said"), [("postponed", "EventPostponed"), ("scheduled", "EventScheduled")]
)
def test_a_meeting_says_whether_it_took_place(client, status, said):
    meeting = make.make_dialogue(status=status)
    make.publish(meeting)
    event = head_of(client, meeting).graph[0]
    assert event["eventStatus"] == f"https://schema.org/{said}"


def test_a_commitment_is_an_action_without_a_verdict(client, op_ed):
    undertaking = make.make_commitment(side=make.make_country())
    CommitmentMention.objects.update(document=op_ed)
    make.publish(undertaking)
    action = head_of(client, undertaking).graph[0]
    assert action["@type"] == "Action"
    assert action["agent"]["name"] == "China"
    assert action["startTime"] == "2024-05-15"
    assert "actionStatus" not in action
    assert [row["name"] for row in action["subjectOf"]] == ["Why we row"]


def test_every_type_is_one_of_schema_org(client, op_ed):
    meeting, undertaking = make.make_dialogue(series=make.make_series()), make.make_commitment()
    for record in (meeting, undertaking):
        make.publish(record)
    for record in (op_ed, meeting, undertaking):
        assert types_in(head_of(client, record).graph) <= SCHEMA_TYPES
    home = Head(client.get("/").content.decode())
    assert types_in(home.graph) <= SCHEMA_TYPES
    assert {kind.schema_type for kind in kinds.KINDS.values()} <= SCHEMA_TYPES


def test_the_front_page_says_how_to_search(client, db, settings):
    _archive, site = Head(client.get("/").content.decode()).graph
    template = site["potentialAction"]["target"]["urlTemplate"]
    assert template == f"{settings.BASE_URL}/archive/?q={{search_term_string}}"


HOSTILE = '</script><script>alert(1)</script><!-- "&amp; ]]> \u2028'


def test_no_title_gets_out_of_its_place(client):
    document = make.make_published(HOSTILE, summary=HOSTILE)
    html = client.get(address(document)).content.decode()
    assert "<script>alert" not in html
    head = Head(html)
    assert head.graph[0]["name"] == HOSTILE
    assert head.one("og:title").startswith("</script>")


def test_words_that_are_withheld_are_nowhere_in_the_head(client):
    fields = {"display": "metadata", "summary": "Described.", "byline": "Omar Hasan"}
    document = make.make_published("A", "Wolfsbane grows here.", **fields)
    secret = make.make_document("A wolfsbane draft")
    Relation.objects.create(record=document, type="based_on", target=secret)
    publishing.note_change(document, by=None)
    make.publish(document, change="update", note="More.")
    answer = client.get(address(document))
    assert "Described." in answer.content.decode()
    assert "olfsbane" not in answer.content.decode() + str(answer.headers)


def test_a_withdrawn_text_says_so(client, op_ed):
    assert "creativeWorkStatus" not in head_of(client, op_ed).graph[0]
    publishing.withdraw(op_ed, by=None, reason="In doubt.", keep_text=True)
    assert head_of(client, op_ed).graph[0]["creativeWorkStatus"] == "Withdrawn"


# --- Signposting ----------------------------------------------------------------------------------


def test_a_record_is_cited_at_its_lasting_address_and_described_in_formats(client, op_ed, settings):
    make.add_file(op_ed)
    publishing.note_change(op_ed, by=None)
    make.publish(op_ed, change="update", note="A scan.")
    found = links_of(client, address(op_ed))
    base = settings.BASE_URL
    assert ("cite-as", f"{base}/records/{op_ed.uid}/", "") in found
    assert ("type", "https://schema.org/OpinionNewsArticle", "") in found
    assert ("author", f"{base}/people/lin/", "") in found
    described = {type for rel, _url, type in found if rel == "describedby"}
    assert "application/json" in described
    assert "application/vnd.citationstyles.csl+json" in described
    assert [url for rel, url, _ in found if rel == "item"]
    assert ("predecessor-version", f"{base}{address(op_ed, 'editions/1/')}", "") in found


def test_an_edition_is_cited_as_itself_and_knows_its_neighbours(client, op_ed, settings):
    for note in ("More.", "And more."):
        op_ed.summary = note
        op_ed.save()
        make.publish(op_ed, change="update", note=note)
    found = links_of(client, address(op_ed, "editions/2/"))
    base = settings.BASE_URL + address(op_ed)
    assert ("cite-as", f"{base}editions/2/", "") in found
    assert ("latest-version", base, "") in found
    assert ("predecessor-version", f"{base}editions/1/", "") in found
    assert ("successor-version", f"{base}editions/3/", "") in found


def test_every_signpost_of_ours_leads_somewhere(client, op_ed, settings):
    for _rel, url, _type in links_of(client, address(op_ed)):
        if url.startswith(settings.BASE_URL):
            answer = client.get(url.removeprefix(settings.BASE_URL), follow=True)
            assert answer.status_code == 200, url


def test_a_page_kept_for_its_generation_keeps_its_signposts(client, op_ed):
    first = client.get(address(op_ed))["Link"]
    assert client.get(address(op_ed))["Link"] == first


def test_what_is_gone_has_no_signposts(client, op_ed):
    publishing.remove(op_ed, by=None, reason="By request.")
    answer = client.get(address(op_ed))
    assert answer.status_code == 410
    assert not answer.has_header("Link")
