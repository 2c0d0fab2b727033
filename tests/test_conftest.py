"""What the fixtures promise every test."""

import pytest
from django.core.cache import cache
from django.db import connection
from django.utils.translation import activate, get_language

from diplomacy.search import engines
from diplomacy.search.engines import IndexRow

ROW = IndexRow(["word"], [], [], [], [])


def indexed() -> list[int]:
    return engines.for_connection(connection).ids(0, 100)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("turn", ["first", "second"])
def test_a_committed_index_row_does_not_reach_the_next_test(turn):
    """Both turns commit the row that the other must not see."""
    assert indexed() == []
    engines.for_connection(connection).put(7, ROW)
    assert indexed() == [7]


@pytest.mark.parametrize("turn", ["first", "second"])
def test_the_cache_is_empty_when_a_test_begins(turn):
    assert cache.get("left-behind") is None
    cache.set("left-behind", turn)
    assert cache.get("left-behind") == turn


@pytest.mark.parametrize("turn", ["first", "second"])
def test_the_language_of_one_test_is_not_that_of_the_next(turn):
    assert get_language() == "en"
    activate("ur")
    assert get_language() == "ur"


def test_what_asks_no_database_runs_once(request):
    assert request.node.get_closest_marker("once")


def test_what_asks_the_database_runs_on_both(request, db):
    assert not request.node.get_closest_marker("once")
