"""Records: identity, addresses, dates."""

import pytest
from django.db import IntegrityError, transaction

from diplomacy.models import Dialogue, Document, Image, Record, RecordDate, Relation
from diplomacy.text.dates import EdtfError
from tests.factories import add_date, make_dialogue, make_document

pytestmark = pytest.mark.django_db


def test_uids_are_short_random_and_permanent():
    uids = {make_document().uid for _ in range(20)}
    assert len(uids) == 20
    assert all(len(uid) == 10 for uid in uids)


def test_a_record_gets_its_address_from_its_title():
    document = Document.objects.create(title="Talks: Round Five!", kind="readout")
    assert document.slug == "talks-round-five"
    twin = Document.objects.create(title="Talks: Round Five!", kind="readout")
    assert twin.slug == f"talks-round-five-{twin.uid}"


def test_a_title_without_latin_letters_gives_its_kind_as_address():
    assert Document.objects.create(title="河流会谈", kind="press_account").slug == "press-account"


def test_a_record_is_cast_to_its_child():
    dialogue = make_dialogue()
    found = Record.objects.get(pk=dialogue.pk).cast()
    assert isinstance(found, Dialogue)
    assert found.cast() is found


def test_a_date_keeps_its_bounds_and_is_given_once():
    document = make_document()
    date = add_date(document, "event", "2024-05-13/2024-05-16")
    assert (date.earliest.isoformat(), date.latest.isoformat()) == ("2024-05-13", "2024-05-16")
    with pytest.raises(IntegrityError), transaction.atomic():
        add_date(document, "event", "2024")


def test_an_impossible_date_is_refused():
    with pytest.raises(EdtfError, match="2024-02-31"):
        add_date(make_document(), "event", "2024-02-31")
    assert not RecordDate.objects.filter(role="event").exists()


def test_a_record_does_not_relate_to_itself():
    document = make_document()
    with pytest.raises(IntegrityError), transaction.atomic():
        Relation.objects.create(record=document, target=document, type="reports")


def test_what_is_not_held_cannot_be_shown():
    with pytest.raises(IntegrityError), transaction.atomic():
        make_document(held="not_held", display="full")


def test_a_picture_needs_words_for_those_who_cannot_see_it():
    with pytest.raises(IntegrityError), transaction.atomic():
        Image.objects.bulk_create([Image(title="River", alt="", credit="us", licence="CC0")])
