"""What is missing is said in plain words; nothing is missing from a finished record."""

import pytest

from diplomacy import kinds, publishing
from diplomacy.models import Document
from diplomacy.publishing.readiness import NEEDS
from tests.factories import make_commitment, make_dialogue, make_document

pytestmark = pytest.mark.django_db


def test_every_need_of_every_kind_is_understood():
    for kind in kinds.KINDS.values():
        assert set(kind.needs) <= set(NEEDS), kind.code


@pytest.mark.parametrize("make", [make_document, make_dialogue, make_commitment])
def test_a_finished_record_needs_nothing(make):
    assert publishing.problems(make()) == []


def test_a_meeting_that_was_held_needs_its_day_but_an_announced_one_does_not():
    meeting = make_dialogue()
    meeting.dates.all().delete()
    assert publishing.problems(meeting) == ["Say on which day it was held, as precisely as known."]
    meeting.status = "scheduled"
    meeting.save()
    assert publishing.problems(meeting) == []


def test_a_joint_text_needs_a_date_and_someone_who_issued_it():
    document = make_document(kind="joint_communique")
    document.dates.all().delete()
    document.country_roles.all().delete()
    assert publishing.problems(document) == [
        "Give the date of the document, of its release, or of its publication.",
        "Say who issued it: name the organisations, or the countries that are parties.",
    ]


def test_a_text_that_is_said_to_be_held_needs_paragraphs():
    document = make_document()
    document.paragraphs.all().delete()
    assert publishing.problems(document) == ["It is said to be held, but has no paragraphs."]
    Document.objects.filter(pk=document.pk).update(held="not_held", display="metadata")
    assert publishing.problems(Document.objects.get(pk=document.pk)) == [
        "It has neither a text nor a summary."
    ]


def test_a_commitment_needs_evidence():
    commitment = make_commitment()
    commitment.mentions.all().delete()
    assert publishing.problems(commitment) == ["Add at least one dated mention as evidence."]
