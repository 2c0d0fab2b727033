"""Links: current names and public records, resolved in a fixed number of queries."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from diplomacy import publishing
from diplomacy.models import CommitmentMention, Edition, PublicRecord, Relation, Work
from diplomacy.reading.links import Links
from tests.factories import (
    add_person,
    make_commitment,
    make_dialogue,
    make_document,
    make_person,
    publish,
)

pytestmark = pytest.mark.django_db


def content_of(record) -> dict:
    return PublicRecord.objects.get(record=record.pk).edition.content


def test_a_reference_to_an_unpublished_record_is_dropped():
    meeting, draft, document = make_dialogue(), make_document(), make_document()
    document.meeting = meeting
    document.save()
    Relation.objects.create(record=document, type="reports", target=draft)
    publish(document)
    content = content_of(document)
    shown = Links.for_contents([content]).visible(content)
    assert (shown["dialogue"], shown["relations"]) == (None, [])
    publish(meeting), publish(draft)
    shown = Links.for_contents([content]).visible(content)
    assert shown["dialogue"] == meeting.uid
    assert shown["relations"] == [{"type": "reports", "uid": draft.uid}]


def test_names_are_as_printed_in_content_and_as_now_in_links():
    person, document = make_person("Lin Shuya"), make_document()
    add_person(document, person)
    publish(document)
    person.name = "Lin Shuya the Younger"
    person.save()
    content = content_of(document)
    assert content["people"][0]["name"] == "Lin Shuya"
    link = Links.for_contents([content]).name("person", person.slug)
    assert (link.slug, link.name) == (person.slug, "Lin Shuya the Younger")


def test_a_merged_person_is_found_under_the_one_that_stays():
    kept, double, last = make_person("Lin Shuya"), make_person("Lin Shu-ya"), make_person("Lin S.")
    document = make_document()
    add_person(document, double)
    publish(document)
    publishing.merge_authority(double, last, by=None)
    publishing.merge_authority(last, kept, by=None)
    link = Links.for_contents([content_of(document)]).name("person", double.slug)
    assert (link.slug, link.name) == (kept.slug, "Lin Shuya")


def edition_before(record) -> dict:
    """The content of the edition before the one that stands."""
    return Edition.objects.filter(record=record.pk).order_by("-n")[1].content


def test_a_name_that_only_an_old_edition_has_leads_nowhere():
    person, other, document = make_person("Lin Shuya"), make_person("Noor"), make_document()
    add_person(document, person)
    add_person(document, other)
    publish(document)
    document.person_roles.filter(person=person).delete()
    publish(document)
    old = edition_before(document)
    links = Links.for_contents([old])
    assert links.name("person", person.slug)[:4] == ("person", person.slug, "Lin Shuya", "")
    assert links.name("person", other.slug).url == other.get_absolute_url()
    names = links.as_json(old)["names"]["person"]
    assert names[person.slug] == {"slug": person.slug, "name": "Lin Shuya", "url": None}
    assert names[other.slug]["url"] == other.get_absolute_url()


def test_a_name_only_an_old_edition_has_leads_to_what_it_was_merged_into_if_that_is_public():
    kept, double, other = make_person("Lin Shuya"), make_person("Lin Shu-ya"), make_person("Lin S.")
    document, elsewhere = make_document(), make_document()
    add_person(document, double)
    publish(document)
    document.person_roles.all().delete()
    publish(document)
    publishing.merge_authority(double, kept, by=None)
    publishing.merge_authority(other, kept, by=None)
    old = edition_before(document)
    assert Links.for_contents([old]).name("person", double.slug).url == ""
    add_person(elsewhere, other)
    publish(elsewhere)
    link = Links.for_contents([old]).name("person", double.slug)
    assert (link.slug, link.url) == (kept.slug, kept.get_absolute_url())


def test_what_stands_now_is_linked_without_asking_who_is_public(django_assert_num_queries):
    document = make_document()
    add_person(document, make_person())
    publish(document)
    content = content_of(document)
    with CaptureQueriesContext(connection) as queries:
        then = Links.for_contents([content])
    with django_assert_num_queries(len(queries) - 1):
        now = Links.for_contents([content], are_current=True)
    assert now.as_json(content) == then.as_json(content)


def test_accounts_of_one_meeting_stand_together_nearest_first():
    meeting = make_dialogue()
    press = make_document("Press", meeting=meeting)
    joint = make_document(
        "Joint", meeting=meeting, kind="joint_communique", authority="joint_verbatim"
    )
    other = make_document("Other meeting", meeting=make_dialogue())
    publish(meeting), publish(press), publish(joint, note=""), publish(other)
    content = content_of(meeting)
    links = Links.for_contents([content])
    assert [row.title for row in links.accounts(content)] == ["Joint", "Press"]
    content = content_of(press)
    links = Links.for_contents([content])
    assert [row.title for row in links.accounts(content)] == ["Joint"]


def test_evidence_and_incoming_relations_point_back():
    meeting, target, source = make_dialogue(), make_document(), make_document("Reaction")
    commitment = make_commitment("Open the pass")
    CommitmentMention.objects.filter(commitment=commitment).update(dialogue=meeting)
    Relation.objects.create(record=source, type="responds_to", target=target)
    for record in (meeting, target, source, commitment):
        publish(record)
    links = Links.for_contents([content_of(meeting), content_of(target)])
    assert [row.title for row in links.commitments(meeting.uid)] == ["Open the pass"]
    assert [(role, row.title) for role, row in links.incoming(target.uid)] == [
        ("responds_to", "Reaction")
    ]


def test_language_versions_of_one_work_find_each_other():
    work = Work.objects.create(code="talks", title="Talks")
    english = make_document("Talks", work=work)
    chinese = make_document("会谈", work=work, language="zh-hans")
    publish(english), publish(chinese)
    content = content_of(english)
    assert [row.title for row in Links.for_contents([content]).versions(content)] == ["会谈"]


def test_the_number_of_queries_does_not_grow_with_the_contents(django_assert_num_queries):
    meeting, person = make_dialogue(), make_person()
    publish(meeting)
    documents = [make_document(meeting=meeting) for _ in range(30)]
    for document in documents:
        add_person(document, person)
        publish(document)
    contents = [content_of(document) for document in documents]
    with CaptureQueriesContext(connection) as queries:
        Links.for_contents(contents[:1])
    with django_assert_num_queries(len(queries)):
        Links.for_contents(contents)
