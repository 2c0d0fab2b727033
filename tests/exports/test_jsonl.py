"""The export holds what is public, all that it names, and nothing else."""

import json

import pytest

from diplomacy import publishing
from diplomacy.exports import jsonl
from diplomacy.models import AUTHORITY_MODELS, AuthorityRecord, Country, Organisation, Relation
from tests.factories import (
    add_issuer,
    add_person,
    add_topic,
    make_country,
    make_dialogue,
    make_document,
    make_organisation,
    make_person,
    make_published,
    make_series,
    make_topic,
    publish,
)

pytestmark = pytest.mark.django_db


def exported(lines) -> list[dict]:
    return [json.loads(line) for line in lines]


def slugs(type: str) -> list[str]:
    return [row["slug"] for row in exported(jsonl.authorities()) if row["type"] == type]


def test_records_come_in_full_by_uid_with_their_state():
    second = make_published("Second", "Words of the second.", uid="bbbb")
    first = make_published("First", uid="aaaa")
    publishing.withdraw(first, by=None, reason="Taken back.", keep_text=True)
    one, two = exported(jsonl.records())
    assert one == first.last_edition.content | {"state": "withdrawn", "reason": "Taken back."}
    assert two == second.last_edition.content | {"state": "public"}
    assert not {"number", "hash", "at"} & set(two)


def test_what_the_public_may_not_read_stays_in():
    shown = make_published("Shown")
    make_document("A draft")
    for end in ("withdraw", "remove"):
        ended = make_published(f"To {end}")
        extra = {"keep_text": False} if end == "withdraw" else {}
        getattr(publishing, end)(ended, by=None, reason="Error.", **extra)
    merged = make_published("To merge")
    publishing.merge(merged, shown, by=None, reason="Twice.")
    assert [row["title"] for row in exported(jsonl.records())] == ["Shown"]


def test_a_draft_over_a_published_text_is_not_exported():
    document = make_published("As published")
    document.title = "As drafted"
    document.save()
    assert [row["title"] for row in exported(jsonl.records())] == ["As published"]


def test_references_to_records_that_are_not_public_are_left_out():
    meeting, other = make_dialogue("The meeting"), make_dialogue("The draft")
    publish(meeting)
    document = make_document("Account", meeting=meeting)
    for target in (meeting, other):
        Relation.objects.create(record=document, type="discusses", target=target)
    publish(document)
    (row,) = [row for row in exported(jsonl.records()) if row["type"] == "document"]
    assert row["dialogue"] == meeting.uid
    assert row["relations"] == [{"type": "discusses", "uid": meeting.uid}]


def test_authority_records_are_there_when_a_public_record_names_them():
    document = make_document()
    add_person(document, make_person(slug="named"))
    draft = make_document()
    add_person(draft, make_person(slug="named-in-a-draft"))
    make_person(slug="never-named")
    publish(document)
    assert slugs("person") == ["named"]


def test_what_named_records_refer_to_is_there_too():
    india = Country.objects.create(slug="in", name="India")
    document = make_document()
    broad = make_topic("Transport", slug="transport")
    add_topic(document, make_topic("Ferries", slug="ferries", parent=broad))
    add_issuer(document, make_organisation(slug="rivers", country=india))
    lin, lynn = make_person(slug="lin"), make_person(slug="lynn")
    add_person(document, lynn)
    publish(document)
    publishing.merge_authority(lynn, lin, by=None)
    assert slugs("topic") == ["ferries", "transport"]
    assert slugs("country") == ["cn", "in"]
    assert slugs("person") == ["lin", "lynn"]


def test_authority_records_come_by_type_and_slug_before_the_records():
    series = make_series(slug="commission")
    series.parties.add(make_country("pk", "Pakistan"))
    publish(make_dialogue(series=series, ordinal=1))
    document = make_document()
    add_topic(document, make_topic(slug="b")), add_topic(document, make_topic(slug="a"))
    publish(document)
    types = [(row["type"], row["slug"]) for row in exported(jsonl.everything())]
    assert types[:5] == [
        ("country", "cn"),
        ("country", "pk"),
        ("topic", "a"),
        ("topic", "b"),
        ("series", "commission"),
    ]
    assert {type for type, _ in types[5:]} == {"dialogue", "document"}


def test_every_reference_between_authority_models_is_followed():
    for type, model in AUTHORITY_MODELS.items():
        relations = {
            field.name
            for field in model._meta.get_fields()
            if field.is_relation
            and not field.auto_created
            and field.name not in ("merged_into", "names")
            and issubclass(field.related_model, AuthorityRecord)
        }
        followed = {path for path in jsonl.REFERENCES[type] if "__" not in path}
        assert followed == relations, type


def test_a_chunk_ends_and_the_next_begins(monkeypatch):
    monkeypatch.setattr(jsonl, "CHUNK", 2)
    for number in range(5):
        add_issuer(document := make_document(), make_organisation(slug=f"org-{number}"))
        publish(document)
    assert len(list(jsonl.records())) == 5
    assert slugs("organisation") == [f"org-{number}" for number in range(5)]
    assert Organisation.objects.count() == 5


def test_the_number_of_queries_does_not_grow(django_assert_num_queries):
    def make(count):
        for _ in range(count):
            document = make_document()
            add_person(document, make_person())
            publish(document)

    make(1)
    with django_assert_num_queries(20) as alone:
        list(jsonl.everything())
    make(29)
    with django_assert_num_queries(len(alone)):
        assert len(list(jsonl.everything())) == 61
