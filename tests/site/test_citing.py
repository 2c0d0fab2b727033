"""Pages of citations, and lasting addresses of paragraphs."""

import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from diplomacy import publishing
from tests import factories as make

pytestmark = pytest.mark.django_db


def address(record, end: str = "") -> str:
    return f"/records/{record.uid}/{record.slug}/{end}"


def paragraph(record, key: str, end: str = "?e=1") -> str:
    return f"/records/{record.uid}/p/{key}/{end}"


def text_of(response) -> str:
    return " ".join(response.content.decode().split())


def change(document, **fields):
    """A second edition, whose second paragraph says something else (or is ``gone``)."""
    rows = document.paragraphs.filter(order=2)
    rows.delete() if fields.get("gone") else rows.update(text="They spoke of the drought.")
    publishing.note_change(document, by=None)
    return make.publish(document, change="correction", note="Misread.")


@pytest.fixture
def document():
    return make.make_published("Ministers speak", "They met.", "They spoke of floods.")


@pytest.fixture
def keys(document) -> list[str]:
    return [row.key for row in document.paragraphs.all()]


def test_all_styles_are_on_one_page_with_the_lasting_address(client, document, settings):
    page = text_of(client.get(address(document, "cite/")))
    for style in ("Chicago", "MLA", "APA", "OSCOLA", "BibTeX", "RIS", "CSL-JSON"):
        assert style in page
    assert f"{settings.BASE_URL}{address(document, 'editions/1/')}" in page
    assert "<i>Rapporteur</i>" in page


@pytest.mark.parametrize("prefix", ["/zh-hans", "/ur"])
def test_the_citation_is_the_same_in_every_language(client, document, prefix):
    end = address(document, "cite/chicago")
    assert client.get(prefix + end).content == client.get(end).content


@pytest.mark.parametrize(
    ("style", "type", "name"),
    [
        ("bibtex", "application/x-bibtex", "bib"),
        ("ris", "application/x-research-info-systems", "ris"),
        ("csl-json", "application/vnd.citationstyles.csl+json", "json"),
    ],
)
def test_formats_for_programs_are_files(client, document, style, type, name):
    answer = client.get(address(document, f"cite/{style}"))
    assert answer["Content-Type"].startswith(type)
    file = f"rapporteur-{document.uid}-e1.{name}"
    assert answer["Content-Disposition"] == f'attachment; filename="{file}"'


def test_a_prose_style_is_plain_text(client, document):
    answer = client.get(address(document, "cite/oscola"))
    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    assert not answer.has_header("Content-Disposition")
    assert "‘Ministers speak’" in answer.content.decode()


def test_a_paragraph_is_cited_by_its_number_and_its_words_are_shown(client, document, keys):
    page = text_of(client.get(address(document, f"cite/?paragraph={keys[1]}")))
    assert "They spoke of floods.</blockquote>" in page
    assert "para. 2" in page
    assert paragraph(document, keys[1]) in page
    (item,) = json.loads(
        client.get(address(document, f"cite/csl-json?paragraph={keys[1]}")).content
    )
    assert item["section"] == "paragraph 2"


def test_an_earlier_edition_is_cited_under_its_own_number(client, document):
    change(document)
    assert "edition 1," in text_of(client.get(address(document, "editions/1/cite/chicago")))
    assert "edition 2," in text_of(client.get(address(document, "cite/chicago")))


@pytest.mark.parametrize(
    "end", ["cite/", "cite/mla", "editions/1/cite/", "editions/1/cite/ris", "cite/?paragraph=p1"]
)
def test_an_old_slug_leads_to_the_right_one(client, document, end):
    answer = client.get(f"/records/{document.uid}/as-it-was/{end}")
    assert answer.status_code == 301
    assert answer["Location"] == address(document, end)


def test_the_form_leads_to_the_edition_and_paragraph_chosen(client, document, keys):
    answer = client.get(address(document, f"cite/?edition=1&paragraph={keys[0]}"))
    assert answer.status_code == 302
    assert answer["Location"] == address(document, f"editions/1/cite/?paragraph={keys[0]}")
    assert client.get(answer["Location"]).status_code == 200


@pytest.mark.parametrize(
    "end",
    [
        "cite/harvard",
        "cite/?edition=x",
        "cite/?edition=²",
        "cite/?edition=99999999999999999999",
        "editions/9/cite/",
        "editions/9/cite/mla",
        "cite/?paragraph=pnone",
        "cite/ris?paragraph=pnone",
        "cite/?paragraph=%00",
        "cite/?paragraph=" + "p" * 5000,
        "cite/?paragraph=%F0%9F%9B%B6",
    ],
)
def test_what_cannot_be_cited_is_answered_with_a_page_that_helps(client, document, end):
    answer = client.get(address(document, end))
    assert answer.status_code == 404
    assert "<h1>" in answer.content.decode()


def test_an_unknown_paragraph_leads_to_the_record(client, document):
    answer = client.get(address(document, "cite/?paragraph=pnone"))
    assert "No such paragraph" in text_of(answer)
    assert address(document) in text_of(answer)


def test_what_was_not_shown_then_cannot_be_cited_now(client, document):
    publishing.remove(document, by=None, reason="By request.")
    publishing.restore(document, by=None)
    assert client.get(address(document, "cite/")).status_code == 200
    for end in ("editions/2/cite/", "editions/2/cite/mla"):
        assert client.get(address(document, end)).status_code == 410


def test_a_page_of_citations_is_for_no_search_engine(client, document):
    assert 'content="noindex"' in text_of(client.get(address(document, "cite/")))
    assert client.get(address(document, "cite/ris"))["X-Robots-Tag"] == "noindex"


def test_a_page_of_citations_takes_as_many_queries_for_many_paragraphs(client):
    def count(record):
        with CaptureQueriesContext(
            connection,
        ) as queries:
            assert client.get(address(record, "cite/")).status_code == 200
        return len(queries)

    short = make.make_published("Short", "One.")
    long = make.make_published("Long", *[f"Number {number}." for number in range(40)])
    for record in (short, long):
        make.add_person(record, make.make_person())
    assert count(short) == count(long)


# --- The lasting address of a paragraph -----------------------------------------------------------


@pytest.mark.parametrize("end", ["", "?e=1"])
def test_a_paragraph_that_stands_unchanged_is_led_to(client, document, keys, end):
    answer = client.get(paragraph(document, keys[1], end))
    assert answer.status_code == 302
    assert answer["Location"] == f"{address(document)}#{keys[1]}"


def test_a_paragraph_that_only_moved_stands_unchanged(client, document, keys):
    document.paragraphs.filter(order=1).update(order=3)
    publishing.note_change(document, by=None)
    make.publish(document, change="update", note="In another order.")
    assert client.get(paragraph(document, keys[1])).status_code == 302


def test_a_paragraph_that_changed_since_says_so_with_the_words_of_then(client, document, keys):
    change(document)
    page = text_of(client.get(paragraph(document, keys[1])))
    said = "The words of this paragraph have changed since edition 1, which you were pointed to."
    assert page.count(said) == 2
    assert "They spoke of floods." in page
    assert "They spoke of the drought." in page
    assert address(document, "editions/1..2/") in page
    assert f'href="#{keys[1]}"' in page


def test_a_paragraph_of_a_paraphrase_is_told_from_a_text_wherever_it_stands(client, document):
    said = "In the archive’s words"
    ours = make.make_published("A read-out", "They met.", "They spoke.", held="paraphrase")
    for record, times in ((document, 0), (ours, 1)):
        key = record.paragraphs.get(order=2).key
        page = text_of(client.get(address(record, f"cite/?paragraph={key}")))
        assert page.count(said) == times
        change(record)
        assert text_of(client.get(paragraph(record, key))).count(said) == 2 * times


def test_the_words_of_then_are_not_said_to_have_changed_to_who_came_later(client, document, keys):
    change(document)
    assert client.get(paragraph(document, keys[1], "?e=2")).status_code == 302
    assert client.get(paragraph(document, keys[0])).status_code == 302


@pytest.mark.parametrize("end", ["", "?e=1"])
def test_a_paragraph_that_is_gone_is_shown_in_the_edition_that_had_it(client, document, keys, end):
    change(document, gone=True)
    answer = client.get(paragraph(document, keys[1], end))
    page = text_of(answer)
    assert answer.status_code == 200
    assert "no longer in the record" in page
    assert f'id="{keys[1]}"' in page
    assert "This is edition 1. The latest is edition 2." in page


def test_such_a_page_is_no_page_of_its_own_to_a_search_engine(client, document, keys, settings):
    change(document)
    page = text_of(client.get(paragraph(document, keys[1])))
    assert 'content="noindex"' in page
    assert f'rel="canonical" href="{settings.BASE_URL}{address(document)}"' in page


@pytest.mark.parametrize("end", ["?e=2", "?e=x", "?e=-1", "?e=%00", "?e=" + "9" * 4000])
def test_a_forged_edition_is_answered_with_a_page_that_helps(client, document, keys, end):
    answer = client.get(paragraph(document, keys[1], end))
    assert answer.status_code == 404
    assert "No such paragraph" in text_of(answer)


def test_a_paragraph_asked_of_an_edition_before_its_time_is_offered_as_it_stands(client, document):
    (later,) = make.add_paragraphs(document, "They parted.")
    type(later).objects.filter(pk=later.pk).update(order=9)
    publishing.note_change(document, by=None)
    make.publish(document, change="update", note="More.")
    answer = client.get(paragraph(document, later.key))
    assert answer.status_code == 404
    assert f'href="{address(document)}#{later.key}"' in text_of(answer)


def test_a_paragraph_of_an_edition_that_was_not_to_be_read_is_not_shown(client, document, keys):
    publishing.remove(document, by=None, reason="By request.")
    publishing.restore(document, by=None)
    assert client.get(paragraph(document, keys[1], "?e=2")).status_code == 410
    assert client.get(paragraph(document, keys[1], "?e=1")).status_code == 302


@pytest.mark.parametrize("key", ["pnone", "p" * 400])
def test_an_unknown_paragraph_is_answered_with_a_page_that_helps(client, document, key):
    answer = client.get(paragraph(document, key, ""))
    assert answer.status_code == 404
    assert address(document) in text_of(answer)


def test_a_record_whose_slug_is_p_keeps_all_its_addresses(client):
    record = make.make_published("A", slug="p")
    for end in ("", "editions/", "editions/1/", "cite/", "cite/mla"):
        assert client.get(address(record, end)).status_code == 200, end


def test_each_paragraph_of_a_page_leads_to_its_citation(client, document, keys):
    page = text_of(client.get(address(document)))
    assert f'href="{address(document)}cite/?paragraph={keys[1]}"' in page
    page = text_of(client.get(address(document, "editions/1/")))
    assert f'href="{address(document)}editions/1/cite/?paragraph={keys[1]}"' in page
