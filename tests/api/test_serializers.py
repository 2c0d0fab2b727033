"""The shapes declare exactly what editions and authority records give."""

import pytest

from diplomacy.api.authorities import RESOURCES
from diplomacy.api.examples import EXAMPLES
from diplomacy.api.serializers import RECORD_ROWS, field_names
from diplomacy.models import AUTHORITY_MODELS
from diplomacy.publishing import build
from tests.factories import make_commitment, make_dialogue, make_document

MAKERS = {"dialogue": make_dialogue, "document": make_document, "commitment": make_commitment}


@pytest.mark.django_db
@pytest.mark.parametrize("type", MAKERS)
def test_a_record_has_the_fields_of_its_shape(type):
    content = build(MAKERS[type]())
    assert set(field_names(RECORD_ROWS[type])) == {*content, "edition", "links"}


@pytest.mark.django_db
@pytest.mark.parametrize("resource", RESOURCES, ids=lambda resource: resource.name)
def test_an_authority_record_has_the_fields_of_its_shape(resource):
    row = resource.model.objects.create(slug="one")
    assert set(field_names(resource.shape)) == {*row.public_form(), "links"}


def test_every_authority_record_with_a_page_is_a_resource():
    assert {row.model for row in RESOURCES} == set(AUTHORITY_MODELS.values()) - {
        AUTHORITY_MODELS["office"]
    }


@pytest.mark.parametrize("shape", EXAMPLES, ids=lambda shape: shape.__name__)
def test_examples_have_the_fields_of_their_shape(shape):
    assert set(EXAMPLES[shape]) <= set(field_names(shape))
