"""Authority records in the ledger; merging is a pointer, and undone by clearing it."""

import pytest

from diplomacy import publishing
from diplomacy.models import AuthorityEdition, Edition, LedgerEntry, Mention, Person
from diplomacy.publishing import Refused
from tests.factories import add_person, make_document, make_person, make_topic, publish

pytestmark = pytest.mark.django_db


def test_a_change_is_entered_only_where_the_public_sees_it():
    unseen, seen = make_person("Unseen Person"), make_person("Seen Person")
    document = make_document()
    add_person(document, seen)
    publish(document)
    assert publishing.record_authority_change(unseen, by=None) is None
    before = seen.public_form()
    seen.note = "Known for rivers."
    seen.save()
    edition = publishing.record_authority_change(seen, by=None, before=before)
    assert edition.content["note"] == "Known for rivers."
    assert edition.entry.uid == f"person:{seen.slug}"
    assert publishing.record_authority_change(seen, by=None) is None
    assert publishing.verify_ledger().broken is None


def test_two_persons_in_300_editions_are_merged_and_the_merge_undone(django_assert_max_num_queries):
    kept, double = make_person("Lin Shuya"), make_person("Lin Shu-ya")
    for number in range(300):
        document = make_document(f"Account {number}")
        add_person(document, kept if number % 2 else double)
        publish(document)
    editions = list(Edition.objects.values_list("pk", "content"))
    entries = LedgerEntry.objects.count()

    with django_assert_max_num_queries(22):
        publishing.merge_authority(double, kept, by=None)

    assert LedgerEntry.objects.count() == entries + 1
    assert AuthorityEdition.objects.get().content["merged_into"] == kept.slug
    assert list(Edition.objects.values_list("pk", "content")) == editions
    both = Mention.objects.filter(type="person", slug__in=kept.all_slugs())
    assert both.count() == 300
    assert Person.objects.get(pk=double.pk).root() == kept

    publishing.unmerge_authority(double, by=None)
    assert LedgerEntry.objects.count() == entries + 2
    assert Mention.objects.filter(type="person", slug__in=kept.all_slugs()).count() == 150
    assert Mention.objects.filter(type="person", slug__in=double.all_slugs()).count() == 150
    assert publishing.verify_ledger().broken is None


def test_merges_that_make_no_sense_are_refused():
    one, two, topic = make_person(), make_person(), make_topic()
    with pytest.raises(Refused, match="into itself"):
        publishing.merge_authority(one, one, by=None)
    with pytest.raises(Refused, match="same kind"):
        publishing.merge_authority(one, topic, by=None)
    publishing.merge_authority(one, two, by=None)
    with pytest.raises(Refused, match="merged already"):
        publishing.merge_authority(one, make_person(), by=None)
    with pytest.raises(Refused, match="merged into this one"):
        publishing.merge_authority(two, one, by=None)
    with pytest.raises(Refused, match="not merged"):
        publishing.unmerge_authority(two, by=None)


def test_a_chain_of_merges_ends_at_its_root():
    one, two, three = make_person(), make_person(), make_person()
    publishing.merge_authority(one, two, by=None)
    publishing.merge_authority(two, three, by=None)
    assert Person.objects.get(pk=one.pk).root() == three
    assert sorted(three.all_slugs()) == sorted([one.slug, two.slug, three.slug])
