"""Pages by keyset: every row once, in both directions, whatever is added meanwhile."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplomacy.api.pagination import Keyset, cursor_of, limit_of
from diplomacy.models import Topic
from diplomacy.search.cursors import Cursor
from diplomacy.search.params import BadParameter
from tests.factories import make_topic


class Asked:
    """What the paginator needs of a request."""

    def __init__(self, **params):
        self.query_params = params

    def build_absolute_uri(self) -> str:
        return "https://archive.example/api/v1/topics/?limit=2"


class ById:
    """A view ordered by one key."""

    def __init__(self, order: str):
        self.order = order

    def get_order(self) -> str:
        return self.order


def page(order: str, **params):
    """The slugs of a page, and the cursors after and before it."""
    pages = Keyset()
    rows = pages.paginate_queryset(Topic.objects.all(), Asked(limit="2", **params), ById(order))
    links = (pages.next, pages.previous)
    cursors = [link and link.partition("cursor=")[2].partition("&")[0] for link in links]
    return [row.slug for row in rows], *cursors


@pytest.mark.django_db
@pytest.mark.parametrize("order", ["id", "-id"])
def test_pages_forth_and_back(order):
    slugs = [make_topic(slug=f"t{number}").slug for number in range(5)]
    expected = slugs if order == "id" else slugs[::-1]
    first, after_first, before_first = page(order)
    second, after_second, before_second = page(order, cursor=after_first)
    third, after_third, before_third = page(order, cursor=after_second)
    assert first + second + third == expected
    assert (before_first, after_third) == (None, None)
    assert page(order, cursor=before_third) == (second, after_second, before_second)
    back, following, preceding = page(order, cursor=before_second)
    assert (back, following, preceding) == (first, after_first, None)


@pytest.mark.django_db
def test_a_row_that_goes_moves_no_other():
    for number in range(5):
        make_topic(slug=f"t{number}")
    _, following, _ = page("id")
    Topic.objects.get(slug="t0").delete()
    assert page("id", cursor=following)[0] == ["t2", "t3"]


@pytest.mark.django_db
def test_a_list_of_nothing_has_no_pages():
    assert page("id") == ([], None, None)


def outcome(read, *args, **kwargs):
    """What was read, or the parameter that was refused."""
    try:
        return read(*args, **kwargs)
    except BadParameter as error:
        return error.name


@given(st.text(min_size=1))
def test_any_text_is_a_cursor_or_refused_as_one(text):
    read = outcome(Cursor.read, text, order="id")
    assert read == "cursor" or read.order == "id"


@given(st.text())
def test_any_text_is_a_limit_or_refused_as_one(text):
    read = outcome(limit_of, {"limit": text})
    assert read == "limit" or 1 <= read <= 100


def test_an_empty_cursor_or_limit_is_none():
    assert cursor_of({"cursor": ""}) == cursor_of({}) == ""
    assert limit_of({"limit": ""}) == limit_of({}) == 20
    assert cursor_of({}) == ""


def test_twenty_rows_unless_told():
    assert limit_of({}) == 20
    assert limit_of({"limit": "100"}) == 100
