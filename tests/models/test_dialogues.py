"""Meetings: a round's number belongs to its series."""

import pytest
from django.db import IntegrityError, transaction

from tests.factories import make_dialogue, make_series

pytestmark = pytest.mark.django_db


def test_a_round_is_counted_once_in_its_series():
    rivers, roads = make_series("Rivers"), make_series("Roads")
    make_dialogue(series=rivers, ordinal=6)
    make_dialogue(series=roads, ordinal=6)
    with pytest.raises(IntegrityError), transaction.atomic():
        make_dialogue(series=rivers, ordinal=6)


def test_a_postponed_round_leaves_its_number_free():
    series = make_series()
    make_dialogue(series=series, ordinal=10, status="postponed")
    make_dialogue(series=series, ordinal=10)
    assert series.rounds.count() == 2


def test_meetings_without_a_number_do_not_clash():
    series = make_series()
    make_dialogue(series=series)
    make_dialogue(series=series)
    assert series.rounds.count() == 2


@pytest.mark.parametrize("ordinal", [3, 0])
def test_a_number_needs_a_series_and_counts_from_one(ordinal):
    series = make_series() if ordinal == 0 else None
    with pytest.raises(IntegrityError), transaction.atomic():
        make_dialogue(series=series, ordinal=ordinal)
