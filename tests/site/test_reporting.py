"""The page where a reader reports a problem."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st

from diplomacy import publishing
from diplomacy.models import ProblemReport
from diplomacy.site.reader_forms import MOST_WORDS, ReportForm
from diplomacy.site.views.reporting import LIMIT
from tests import factories

pytestmark = pytest.mark.django_db
SAID = {"kind": "date", "text": "It was a Tuesday.", "address": "", "edition": "1"}


@pytest.fixture
def record():
    return factories.make_published("A bridge", "It spans the river.", slug="a-bridge")


def url(record, key: str = "") -> str:
    return f"/records/{record.uid}/{record.slug}/report/" + (f"?p={key}" if key else "")


def key_of(record) -> str:
    return record.paragraphs.get().key


def test_the_page_shows_the_passage_that_is_reported(client, record):
    page = client.get(url(record, key_of(record))).content.decode()
    assert "It spans the river." in page
    assert "Paragraph 1" in page
    assert "It spans the river." not in client.get(url(record)).content.decode()


def test_the_passage_of_a_paraphrase_is_told_from_a_text(client, record):
    said = "In the archive’s words"
    assert said not in client.get(url(record, key_of(record))).content.decode()
    ours = factories.make_published("A ford", "It is shallow.", slug="a-ford", held="paraphrase")
    assert said in client.get(url(ours, key_of(ours))).content.decode()


def test_a_report_comes_to_the_desk_and_the_reader_is_thanked(client, record):
    said = SAID | {"address": "reader@example.org"}
    answer = client.post("/ur" + url(record, key_of(record)), said, follow=True)
    assert answer.redirect_chain == [(f"/ur{url(record)}thanks/", 302)]
    made = ProblemReport.objects.get()
    assert (made.record_id, made.passage, made.shown) == (
        record.pk,
        key_of(record),
        "It spans the river.",
    )
    assert (made.kind, made.text, made.address, made.language, made.edition_n) == (
        "date",
        "It was a Tuesday.",
        "reader@example.org",
        "ur",
        1,
    )


def test_the_page_of_every_record_leads_here(client, record):
    meeting = factories.make_dialogue()
    factories.publish(meeting)
    assert url(meeting) in client.get(f"/records/{meeting.uid}/{meeting.slug}/").content.decode()
    page = client.get(f"/records/{record.uid}/a-bridge/").content.decode()
    assert f'href="{url(record, key_of(record))}"' in page
    assert 'aria-label="Report a problem with paragraph 1"' in page
    old = client.get(f"/records/{record.uid}/a-bridge/editions/1/").content.decode()
    assert f"?p={key_of(record)}" not in old


def test_a_report_is_about_the_edition_that_was_read(client, record):
    key = key_of(record)
    record.paragraphs.update(text="It spans the river and the road.")
    factories.publish(record, change="correction", note="The road too.")
    client.post(url(record, key), SAID)
    client.post(url(record, key), SAID | {"edition": "2"})
    client.post(url(record, key), SAID | {"edition": "99"})
    rows = ProblemReport.objects.order_by("pk").values_list("edition_n", "shown")
    assert list(rows) == [
        (1, "It spans the river."),
        (2, "It spans the river and the road."),
        (2, "It spans the river and the road."),
    ]


def test_an_edition_that_took_the_text_away_is_not_what_was_read(client, record):
    publishing.remove(record, by=None, reason="By order.")
    publishing.restore(record, by=None)
    client.post(url(record, key_of(record)), SAID | {"edition": "2"})
    assert ProblemReport.objects.get().edition_n == 3


@pytest.mark.parametrize("key", ["nowhere", "%00", "x" * 500, "%F0%9F%8C%89", "a&p=b"])
def test_a_passage_that_is_not_there_is_said(client, record, key):
    answer = client.get(url(record, key))
    assert answer.status_code == 200
    assert "has no such passage" in answer.content.decode()
    assert client.post(url(record, key), SAID).status_code == 302
    assert ProblemReport.objects.get().passage == ""


@pytest.mark.parametrize(
    "wrong",
    [
        {"text": ""},
        {"text": " \n "},
        {"text": "x" * (MOST_WORDS + 1)},
        {"text": "a\x00b"},
        {"text": "a\x07b"},
        {"kind": ""},
        {"kind": "nope"},
        {"address": "reader"},
        {"address": "a@example.org\nBcc: b@example.org"},
        {"edition": "x"},
    ],
)
def test_what_is_wrong_with_a_report_is_said_and_what_was_typed_is_kept(client, record, wrong):
    answer = client.post(url(record, key_of(record)), SAID | wrong)
    page = answer.content.decode()
    assert answer.status_code == 400
    assert not ProblemReport.objects.exists()
    assert "It spans the river." in page
    if "text" not in wrong:
        assert "It was a Tuesday." in page


@given(st.text())
def test_no_text_breaks_the_form(text):
    form = ReportForm(SAID | {"text": text})
    if form.is_valid():
        assert form.cleaned_data["text"].strip()
        assert "\x00" not in form.cleaned_data["text"]


def test_a_program_that_fills_in_everything_is_thanked_and_ignored(client, record):
    answer = client.post(url(record), SAID | {"remarks": "https://example.org"})
    assert answer.status_code == 302
    assert not ProblemReport.objects.exists()


def test_too_many_from_one_client_are_told_when_to_come_back(client, record):
    for _ in range(LIMIT.most):
        assert client.post(url(record), SAID).status_code == 302
    answer = client.post(url(record), SAID)
    assert (answer.status_code, answer["Retry-After"]) == (429, str(LIMIT.seconds))
    assert ProblemReport.objects.count() == LIMIT.most


def test_a_form_from_another_site_is_refused(record):
    strict = Client(enforce_csrf_checks=True)
    assert strict.post(url(record), SAID).status_code == 403
    assert not ProblemReport.objects.exists()


def test_a_form_is_kept_by_nobody(client, record):
    answer = client.get(url(record))
    assert "no-store" in answer["Cache-Control"]
    assert "ETag" not in answer


@pytest.mark.parametrize("method", ["get", "post"])
def test_of_what_may_not_be_read_nothing_can_be_reported(client, record, method):
    ask = getattr(client, method)
    draft = factories.make_document()
    assert ask(url(draft), SAID).status_code == 404
    publishing.withdraw(record, by=None, reason="Not ours.", keep_text=False)
    answer = ask(url(record), SAID)
    assert answer.status_code == 410
    assert "Not ours." in answer.content.decode()
    assert not ProblemReport.objects.exists()


def test_a_report_is_shown_to_no_reader(client, record):
    client.post(url(record, key_of(record)), SAID | {"text": "wolfsbane"})
    pages = ("/", f"/records/{record.uid}/a-bridge/", url(record), f"/api/v1/records/{record.uid}/")
    for page in pages:
        assert "wolfsbane" not in client.get(page).content.decode()


def test_the_record_asks_no_more_for_the_links_of_its_paragraphs(client, record):
    long = factories.make_published("Long", *(f"Words {n}." for n in range(30)))
    counts = []
    for one in (record, long):
        with CaptureQueriesContext(connection) as seen:
            client.get(f"/records/{one.uid}/{one.slug}/")
        counts.append(len(seen))
    assert counts[0] == counts[1]
