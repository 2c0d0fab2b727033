"""Topics form a tree."""

import pytest
from django.core.exceptions import ValidationError

from diplomacy.models import Topic
from tests.factories import make_topic

pytestmark = pytest.mark.django_db


def test_no_topic_stands_below_itself_however_far():
    water = make_topic("Water")
    dams = make_topic("Dams", parent=make_topic("Works", parent=water))
    dams.clean()
    water.parent = dams
    with pytest.raises(ValidationError, match="Dams stands below this topic already"):
        water.clean()


def test_a_ring_that_is_there_already_is_walked_once():
    one, two = make_topic("One"), make_topic("Two")
    Topic.objects.filter(pk=one.pk).update(parent=two)
    Topic.objects.filter(pk=two.pk).update(parent=one)
    make_topic("Three", parent=one).clean()
