"""Content: what an edition stores, and above all what it does not."""

import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from diplomacy import kinds, publishing
from diplomacy.models import (
    Clause,
    ClauseTopic,
    Document,
    Paragraph,
    RawText,
    Relation,
    RemovedLine,
    Source,
)
from diplomacy.vocabulary import Display, Held
from tests.factories import (
    add_person,
    add_topic,
    make_commitment,
    make_country,
    make_dialogue,
    make_document,
    make_person,
    make_series,
    make_topic,
)

pytestmark = pytest.mark.django_db
SECRET = "whispered words"


def content_of(record) -> dict:
    return publishing.build(record)


def test_every_kind_has_content_that_is_json():
    makers = {"dialogue": make_dialogue, "document": make_document, "commitment": make_commitment}
    for kind in kinds.KINDS.values():
        record = makers[kind.model]()
        record.kind = kind.code
        record.save()
        content = content_of(record)
        assert json.loads(json.dumps(content)) == content
        assert (content["kind"], content["type"]) == (kind.code, kind.model)


def test_a_document_says_whose_words_and_when():
    meeting = make_dialogue(series=make_series(), ordinal=5)
    document = make_document("Read-out", "First.", "Second.", kind="readout", meeting=meeting)
    person, topic = make_person("Lin Shuya"), make_topic("Rail links")
    add_person(document, person, "speaker", printed="LIN Shuya", styled_as="Minister of Rivers")
    add_topic(document, topic)
    content = content_of(document)
    assert content["dialogue"] == meeting.uid
    assert content["people"] == [
        {
            "slug": person.slug,
            "name": "LIN Shuya",
            "role": "speaker",
            "styled_as": "Minister of Rivers",
        }
    ]
    assert content["topics"] == [{"slug": topic.slug, "label": "Rail links", "printed": ""}]
    assert content["dates"]["published"] == {
        "value": "2024-05-16",
        "basis": "printed",
        "printed": "",
        "note": "",
        "earliest": "2024-05-16",
        "latest": "2024-05-16",
    }
    assert [(row["number"], row["text"]) for row in content["paragraphs"]] == [
        ("1", "First."),
        ("2", "Second."),
    ]


@pytest.mark.parametrize("display", [Display.METADATA, Display.EXTRACT])
def test_withheld_words_never_enter_content(display):
    document = make_document("Held but not shown", f"These are {SECRET}.", "Shown as an extract.")
    hidden, extract = document.paragraphs.all()
    Paragraph.objects.filter(pk=extract.pk).update(is_extract=True)
    clause = Clause.objects.create(
        document=document,
        paragraph=hidden,
        text=f"They said {SECRET}",
        formula=SECRET,
        act="note",
        confirmed_at="2024-05-16T00:00Z",
    )
    ClauseTopic.objects.create(clause=clause, topic=make_topic())
    assert SECRET in json.dumps(content_of(document))
    Document.objects.filter(pk=document.pk).update(display=display)
    content = content_of(Document.objects.get(pk=document.pk))
    assert SECRET not in json.dumps(content)
    assert [row["text"] for row in content["paragraphs"]] == (
        ["Shown as an extract."] if display == Display.EXTRACT else []
    )
    assert content["clauses"][0]["act"] == "note"


def test_what_editors_keep_to_themselves_is_not_in_content():
    raw = RawText.objects.create(text=SECRET, sha256="a" * 64)
    document = make_document(note_private=SECRET, note_public="Readers may know.", raw=raw)
    RemovedLine.objects.create(document=document, order=1, text=SECRET, reason="advertisement")
    Clause.objects.create(document=document, text=SECRET, act="note")  # never confirmed
    text = json.dumps(content_of(document))
    assert "Readers may know." in text
    assert SECRET not in text


def test_relations_are_ids_without_titles():
    draft, document = make_document(SECRET), make_document()
    Relation.objects.create(record=document, type="reports", target=draft)
    content = content_of(document)
    assert content["relations"] == [{"type": "reports", "uid": draft.uid}]
    assert SECRET not in json.dumps(content)


def test_a_passage_may_have_a_source_of_its_own():
    document = make_document("Mixed sources", "From the first.", "From the second.")
    Source.objects.create(document=document, url="https://one.example/", order=1)
    second = Source.objects.create(document=document, url="https://two.example/", order=2)
    Paragraph.objects.filter(document=document, text="From the second.").update(source=second)
    assert [row["source"] for row in content_of(document)["paragraphs"]] == [None, 1]


def test_a_description_only_document_has_no_paragraphs():
    document = make_document(held=Held.NOT_HELD, display=Display.METADATA, summary="About it.")
    assert content_of(document)["paragraphs"] == []


def test_commitments_carry_their_evidence():
    meeting = make_dialogue()
    commitment = make_commitment(side=make_country("pk", "Pakistan"))
    commitment.mentions.update(dialogue=meeting, urls="https://one.example/\n\n")
    content = content_of(commitment)
    assert content["side"] == "pk"
    assert content["mentions"] == [
        {
            "date": {"value": "2024-05-15", "earliest": "2024-05-15", "latest": "2024-05-15"},
            "type": "made",
            "label": "",
            "text": "Both sides undertook it.",
            "dialogue": meeting.uid,
            "document": None,
            "urls": ["https://one.example/"],
        }
    ]


def test_the_number_of_queries_does_not_grow_with_the_paragraphs(django_assert_num_queries):
    short, long = make_document("Short"), make_document("Long", *["Words."] * 40)
    with CaptureQueriesContext(connection) as queries:
        content_of(short)
    with django_assert_num_queries(len(queries)):
        content_of(long)
