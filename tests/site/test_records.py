"""A record at all its addresses."""

import hashlib
from datetime import datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from diplomacy import publishing
from diplomacy.models import (
    Clause,
    Outlet,
    PublicRecord,
    Relation,
    Source,
    Work,
)
from tests import factories as make

pytestmark = pytest.mark.django_db


def address(record, end: str = "") -> str:
    return f"/records/{record.uid}/{record.slug}/{end}"


def text_of(response) -> str:
    return " ".join(response.content.decode().split())


def correct(document, title: str, note: str = "The title was misread."):
    document.title = title
    document.save()
    publishing.note_change(document, by=None)
    return make.publish(document, change="correction", note=note)


@pytest.fixture
def document():
    return make.make_published("Ministers speak of rivers", "They met.", "They spoke of floods.")


def test_short_address_leads_to_the_full_one(client, document):
    response = client.get(f"/records/{document.uid}/")
    assert response.status_code == 301
    assert response["Location"] == address(document)


@pytest.mark.parametrize("end", ["", "editions/", "editions/1/", "editions/1..1/", "?q=floods"])
def test_a_wrong_slug_leads_to_the_right_one(client, document, end):
    response = client.get(f"/records/{document.uid}/another-name/{end}")
    assert response.status_code == 301
    assert response["Location"] == address(document, end)


@pytest.mark.parametrize("end", ["", "editions/", "editions/1/", "editions/1..2/"])
def test_a_draft_is_answered_as_if_it_did_not_exist(client, end):
    draft = make.make_document("A secret title")
    missing = client.get(f"/records/zzzzzzzzzz/{draft.slug}/{end}")
    found = client.get(address(draft, end))
    assert (found.status_code, missing.status_code) == (404, 404)
    assert found.content.replace(draft.uid.encode(), b"zzzzzzzzzz") == missing.content


def test_the_page_shows_the_edition_and_not_the_draft_after_it(client, document):
    document.title = "A secret new title"
    document.save()
    document.paragraphs.update(text="A secret new paragraph.")
    page = text_of(client.get(address(document)))
    assert "Ministers speak of rivers" in page
    assert "They spoke of floods." in page
    assert "secret" not in page


def test_paragraphs_have_lasting_anchors_and_links_to_themselves(client, document):
    key = document.paragraphs.get(order=2).key
    page = text_of(client.get(address(document)))
    assert f'id="{key}"' in page
    assert f'href="#{key}"' in page


def test_what_was_searched_is_marked(client, document):
    assert "<mark>floods</mark>" in text_of(client.get(address(document, "?q=flood")))
    assert "<mark>" not in text_of(client.get(address(document)))


@pytest.mark.parametrize(
    ("held", "display", "said"),
    [
        ("verbatim", "full", "The full text is held and shown word for word."),
        ("verbatim", "metadata", "The full text is held but may not be shown here."),
        ("paraphrase", "full", "The archive’s own paraphrase: not the wording of the text."),
        ("excerpt", "full", "Not the whole text"),
        ("not_held", "metadata", "The text is not held; only a description is shown."),
    ],
)
def test_the_page_says_what_is_held_and_what_is_shown(client, held, display, said):
    fields = {"summary": "A description."}
    document = make.make_published("A text", "Its words.", held=held, display=display, **fields)
    page = text_of(client.get(address(document)))
    assert said in page
    assert ("Its words." in page) == (display == "full")
    assert ("paraphrase: not the wording" in page) == (held == "paraphrase")


def test_the_page_keeps_issuer_publisher_author_and_speaker_apart(client):
    document = make.make_document(
        "A read-out", kind="readout", authority="readout", side=make.make_country()
    )
    make.add_issuer(document, make.make_organisation("Ministry of Rivers"))
    make.add_person(document, make.make_person("Lin Shuya"), "speaker", styled_as="Envoy")
    outlet = Outlet.objects.create(slug="gazette", name="River Gazette")
    Source.objects.create(
        document=document, outlet=outlet, url="https://example.org/a", rights="All"
    )
    make.publish(document)
    page = text_of(client.get(address(document)))
    assert "One side&#x27;s read-out" in page
    for link in ("/organisations/", "/people/", "/outlets/gazette/", "/countries/cn/"):
        assert link in page
    assert "“<bdi>Envoy</bdi>”" in page
    assert "as reported by" in page
    assert "https://example.org/a" in page


def test_a_clause_stands_with_its_paragraph_and_quotes_its_formula(client):
    document = make.make_document("A joint text", "Both sides will keep the ford open.")
    paragraph = document.paragraphs.get()
    clause = Clause.objects.create(
        document=document,
        paragraph=paragraph,
        text="They keep the ford open.",
        formula="keep the ford open",
        act="commit",
        confirmed_at=timezone.now(),
    )
    Clause.objects.create(document=document, paragraph=paragraph, text="Only a guess.", act="note")
    make.publish(document)
    page = text_of(client.get(address(document)))
    assert f'id="{clause.key}"' in page
    assert "“keep the ford open”" in page
    assert "Commit" in page
    assert "Only a guess." not in page


def test_links_to_records_that_are_not_public_are_not_shown(client, document):
    secret = make.make_document("A secret account")
    known = make.make_published("A known account")
    Relation.objects.create(record=document, type="reports", target=secret)
    Relation.objects.create(record=document, type="responds_to", target=known)
    make.publish(document, change="update")
    page = text_of(client.get(address(document)))
    assert "A known account" in page
    assert "secret" not in page
    assert secret.uid not in page
    assert "Responded to by" in text_of(client.get(address(known)))


def test_other_accounts_of_the_meeting_come_nearest_first_with_a_warning(client):
    meeting = make.make_dialogue("Fifth round")
    make.publish(meeting)
    make.make_published("By the press", meeting=meeting)
    make.make_published("By one side", meeting=meeting, authority="readout")
    make.make_document("Not yet public", meeting=meeting)
    joint = make.make_published("Agreed by all", meeting=meeting, authority="joint_verbatim")
    page = text_of(client.get(address(joint)))
    assert "These accounts differ in authority" in page
    assert page.index("By one side") < page.index("By the press")
    assert "Not yet public" not in page
    assert "Fifth round" in page


def test_language_versions_lead_to_one_another(client):
    work = Work.objects.create(code="river-text", title="River text")
    english = make.make_published("River text", work=work)
    urdu = make.make_published("دریا کا متن", work=work, language="ur")
    page = text_of(client.get(address(english)))
    assert address(urdu) in page
    assert 'lang="ur" dir="rtl"' in page


def test_an_english_title_of_an_urdu_record_runs_from_the_left(client):
    record = make.make_published("Ferry notice", language="ur")
    page = client.get(address(record)).content.decode()
    assert '<h1 lang="en" dir="ltr">Ferry notice</h1>' in page


def test_dates_say_what_they_rest_on(client):
    document = make.make_document("Dated")
    make.add_date(document, "dateline", "2024-05-15~", basis="inferred")
    document.dates.filter(role="published").update(printed="16th of May")
    make.publish(document)
    page = text_of(client.get(address(document)))
    assert "about 15 May 2024" in page
    assert "Inferred from the source" in page
    assert "“<bdi>16th of May</bdi>”" in page


def test_pictures_have_their_description_and_files_their_hash_where_they_are_public(client):
    document = make.make_document("With pictures")
    picture = make.add_picture(document, caption="The ford in June").image.file.name
    file = make.add_file(document).file.name
    make.add_file(document, what="Secret scan", is_public=False)
    make.publish(document)
    page = text_of(client.get(address(document)))
    for told in ('alt="A river ford at low water"', "The ford in June", "Lin Shuya · CC BY 4.0"):
        assert told in page
    assert "Scan of the original" in page
    assert f'src="/files/{picture}"' in page
    assert f'href="/files/{file}"' in page
    assert hashlib.sha256(b"%PDF").hexdigest() in page
    assert "Secret scan" not in page


def test_an_old_edition_describes_pictures_and_files_that_are_no_longer_shown(client):
    document = make.make_document("With pictures")
    picture, file = make.add_picture(document), make.add_file(document)
    make.publish(document)
    assert f'src="/files/{picture.image.file.name}"' in text_of(
        client.get(address(document, "editions/1/"))
    )
    picture.delete(), file.delete()
    make.publish(document, change="update")
    page = text_of(client.get(address(document, "editions/1/")))
    assert 'A picture that is no longer shown: <span lang="en" dir="ltr">A river ford' in page
    assert "Scan of the original</span> (no longer shown)" in page
    assert "/files/" not in page


# --- Editions, days, differences -------------------------------------------------------------


def test_a_correction_is_told_first_and_leads_to_what_changed(client, document):
    correct(document, "Ministers speak of floods")
    page = text_of(client.get(address(document)))
    assert "The title was misread." in page
    assert address(document, "editions/1..2/") in page


def test_editions_are_listed_with_their_notes(client, document):
    correct(document, "Ministers speak of floods")
    page = text_of(client.get(address(document, "editions/")))
    assert page.index("Edition 2") < page.index("Edition 1")
    assert "The title was misread." in page
    assert "Correction" in page
    assert address(document, "editions/1..2/") in page


def test_an_old_edition_stays_readable_under_a_banner(client, document):
    correct(document, "Ministers speak of floods")
    page = text_of(client.get(address(document, "editions/1/")))
    assert "Ministers speak of rivers" in page
    assert "This is edition 1. The latest is edition 2." in page
    assert '<meta name="robots" content="noindex">' in page


@pytest.mark.parametrize("end", ["editions/3/", "editions/0/", "editions/1..3/", "editions/9..1/"])
def test_an_edition_that_is_not_there_is_not_found(client, document, end):
    assert client.get(address(document, end)).status_code == 404


def test_a_number_beyond_all_numbers_is_not_found(client, document):
    assert client.get(address(document, f"editions/{10**30}/")).status_code == 404


def test_differences_are_marked_word_by_word(client, document):
    correct(document, "Ministers speak of floods")
    page = text_of(client.get(address(document, "editions/1..2/")))
    assert "<del>rivers</del><ins>floods</ins>" in page
    assert "The title was misread." in page
    assert "They spoke of floods." not in page


def test_an_edition_compared_with_itself_says_so(client, document):
    response = client.get(address(document, "editions/1..1/"))
    assert response.status_code == 200
    assert "one and the same edition" in text_of(response)


def test_editions_in_the_wrong_order_are_turned_round(client, document):
    correct(document, "Ministers speak of floods")
    response = client.get(address(document, "editions/2..1/"))
    assert response.status_code == 301
    assert response["Location"] == address(document, "editions/1..2/")


def test_differences_never_name_a_record_that_is_not_public(client, document):
    secret = make.make_document("A secret account")
    known = make.make_published("A known account")
    for target in (secret, known):
        Relation.objects.create(record=document, type="reports", target=target)
    make.publish(document, change="update")
    page = text_of(client.get(address(document, "editions/1..2/")))
    assert "A known account" in page
    assert "secret" not in page
    assert secret.uid not in page


def backdate(document, n: int, at: datetime):
    """As if edition ``n`` had been published then; the ledger itself refuses to be changed."""
    edition = document.editions.get(n=n)
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE diplomacy_ledgerentry SET at = %s WHERE number = %s", [at, edition.pk]
        )


def test_as_of_shows_what_stood_on_that_day(client, document):
    backdate(document, 1, make.LAST_YEAR)
    correct(document, "Ministers speak of floods")
    day = (make.LAST_YEAR + timedelta(days=3)).date()
    page = text_of(client.get(address(document, f"?as_of={day}")))
    assert "Ministers speak of rivers" in page
    assert "as it stood on 4 March 2025 (edition 1)" in page
    today = text_of(client.get(address(document, f"?as_of={timezone.localdate()}")))
    assert "Ministers speak of floods" in today


def test_as_of_a_day_before_the_first_edition_is_not_found(client, document):
    assert client.get(address(document, "?as_of=2001-01-01")).status_code == 404


@pytest.mark.parametrize(
    "day", ["2999-01-01", "yesterday", "2024-02-30", "20240515", "", "2024-W01-1"]
)
def test_as_of_what_is_no_past_day_is_a_bad_request(client, document, day):
    response = client.get(address(document), {"as_of": day})
    assert response.status_code == 400
    assert "2024-05-15" in text_of(response)


# --- Withdrawn, removed, merged --------------------------------------------------------------

EVERYWHERE = ["", "editions/", "editions/1/", "editions/1..2/", "?as_of=2025-06-01"]


@pytest.mark.parametrize("end", EVERYWHERE)
@pytest.mark.parametrize("verb", ["hide", "remove"])
def test_what_was_withdrawn_without_text_or_removed_is_gone_everywhere(client, document, verb, end):
    backdate(document, 1, make.LAST_YEAR)
    assert client.get(address(document)).status_code == 200
    if verb == "hide":
        publishing.withdraw(document, by=None, reason="It was a hoax.", keep_text=False)
    else:
        publishing.remove(document, by=None, reason="It was a hoax.")
    response = client.get(address(document, end))
    page = text_of(response)
    assert response.status_code == 410
    assert "It was a hoax." in page
    assert "rivers" not in page
    assert "floods" not in page


def test_the_short_address_of_what_was_removed_is_gone_too(client, document):
    publishing.remove(document, by=None, reason="It was a hoax.")
    assert client.get(f"/records/{document.uid}/").status_code == 410


def test_what_was_withdrawn_with_its_text_is_read_under_a_banner(client, document):
    publishing.withdraw(document, by=None, reason="Its source was retracted.", keep_text=True)
    page = text_of(client.get(address(document)))
    assert "This record has been withdrawn." in page
    assert "Its source was retracted." in page
    assert "They spoke of floods." in page
    assert "withdrawn" in text_of(client.get(address(document, "editions/1/")))


@pytest.mark.parametrize("end", EVERYWHERE)
def test_a_merged_record_leads_to_the_other_everywhere(client, document, end):
    other = make.make_published("The same account")
    publishing.merge(document, other, by=None, reason="The same text twice.")
    response = client.get(address(document, end))
    assert response.status_code == 301
    assert response["Location"] == address(other)


def test_a_restored_record_is_read_again_but_not_at_the_edition_that_took_it_away(client, document):
    publishing.remove(document, by=None, reason="It was a hoax.")
    publishing.restore(document, by=None, note="It was none.")
    assert "They spoke of floods." in text_of(client.get(address(document)))
    for end in ("editions/2/", "editions/1..2/"):
        response = client.get(address(document, end))
        assert response.status_code == 410
        assert "It was a hoax." in text_of(response)
    assert client.get(address(document, "editions/1..3/")).status_code == 200
    listed = text_of(client.get(address(document, "editions/")))
    assert address(document, "editions/1..3/") in listed
    assert address(document, "editions/2/") not in listed


def test_an_old_slug_leads_to_the_new_one(client, document):
    old = address(document)
    document.slug = "another-address"
    document.save()
    make.publish(document, change="update")
    response = client.get(old)
    assert (response.status_code, response["Location"]) == (301, address(document))


@pytest.mark.parametrize("prefix", ["", "/zh-hans", "/ur"])
def test_the_page_stands_in_every_language_of_the_interface(client, document, prefix):
    response = client.get(prefix + address(document))
    assert response.status_code == 200
    assert "They spoke of floods." in text_of(response)


# --- How much is asked of the database -------------------------------------------------------


def make_crowded(size: int):
    """A published document with ``size`` of everything, among ``size`` other accounts."""
    meeting = make.make_dialogue(f"A round with {size}")
    make.publish(meeting)
    document = make.make_document(f"With {size}", *["A paragraph."] * size, meeting=meeting)
    for number in range(size):
        person, topic = make.make_person(f"Person {number}"), make.make_topic(f"Topic {number}")
        make.add_person(document, person, "participant", styled_as="Envoy")
        make.add_topic(document, topic)
        make.add_issuer(document, make.make_organisation(f"Body {number}"))
        other = make.make_published(f"Other {number}", meeting=meeting)
        Relation.objects.create(record=document, type="discusses", target=other)
    make.publish(document)
    return document, meeting


def count_queries(client, url: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        assert client.get(url).status_code == 200
    return len(captured)


def test_queries_do_not_grow_with_what_is_shown(client):
    small, large = make_crowded(1), make_crowded(12)
    for few, many in zip(small, large, strict=True):
        for end in ("", "editions/", "editions/1/", "editions/1..1/"):
            assert count_queries(client, address(few, end)) == count_queries(
                client, address(many, end)
            )


def test_queries_do_not_grow_with_the_editions(client, document):
    correct(document, "A second title")
    few = (
        count_queries(client, address(document)),
        count_queries(client, address(document, "editions/")),
    )
    for number in range(5):
        correct(document, f"Title number {number}")
    many = (
        count_queries(client, address(document)),
        count_queries(client, address(document, "editions/")),
    )
    assert few == many
    assert PublicRecord.objects.get(uid=document.uid).edition.n == 7


def test_an_old_edition_names_whom_nobody_names_now_without_a_link(client):
    person, topic = make.make_person("Lin Shuya"), make.make_topic()
    document = make.make_document("The ferry")
    make.add_person(document, person)
    make.add_topic(document, topic)
    make.publish(document)
    first = client.get(f"/records/{document.uid}/{document.slug}/editions/1/").content.decode()
    document.person_roles.all().delete()
    document.topic_labels.all().delete()
    make.publish(document)
    then = client.get(f"/records/{document.uid}/{document.slug}/editions/1/").content.decode()
    for row in (person, topic):
        assert f'href="{row.get_absolute_url()}"' in first
        assert row.get_absolute_url() not in then
        assert str(row) in then
        assert client.get(row.get_absolute_url()).status_code == 404
    assert 'href=""' not in then


def test_a_long_text_gets_ways_through_it_and_a_short_one_none(client):
    short = make.make_published("Short", *["They met."] * 8)
    assert "In this text" not in client.get(address(short)).content.decode()
    texts = [f"They met again, {n}." for n in range(9)]
    long = make.make_document("Long", *texts)
    long.paragraphs.filter(order=5).update(heading="On ferries")
    make.publish(long)
    page = client.get(address(long))
    assert [row["heading"] for row in page.context["page"].headings] == ["On ferries"]
    text = page.content.decode()
    assert "In this text" in text
    for row in page.context["page"].paragraphs:
        assert text.count(f'href="#{row["key"]}"') == 2  # its number, and in the list
    assert text.count("On ferries") == 2


def test_the_way_a_text_came_is_told_step_by_step(client):
    text = make.make_document("On ferries", agency="APP")
    ministry = make.make_organisation("Ministry of Rivers")
    make.add_issuer(text, ministry)
    make.add_date(text, "release", "2024-05-15")
    make.add_date(text, "retrieved", "2024-06-01", basis="editor")
    outlet = Outlet.objects.create(slug="river-news", name="River News")
    Source.objects.create(document=text, outlet=outlet, published="2024-05-16")
    make.publish(text)
    chain = client.get(address(text)).context["page"].chain
    told = [(str(step["what"]), step.get("on", "")) for step in chain]
    assert told == [
        ("Issued by", "2024-05-15"),
        ("Reported by", ""),
        ("Carried by", "2024-05-16"),
        ("Received", "2024-06-01"),
    ]
    assert chain[0]["names"][0].name == "Ministry of Rivers"
    assert chain[2]["names"][0].name == "River News"
