"""The parameters of a search: what is understood, and what is refused by name."""

from datetime import date

import pytest
from django.http import QueryDict

from diplomacy.search.params import MOST_VALUES, BadParameter, SearchParams, kinds_of


def read(text):
    return SearchParams.read(QueryDict(text))


def test_nothing_asked_is_everything():
    assert read("") == SearchParams()
    assert read("q=&kind=&date_from=&sort=") == SearchParams()


def test_values_are_read_once_each_and_in_order():
    params = read("q=+ferry+&kind=readout&kind=op_ed&kind=readout&person=lin-shuya&other=1")
    assert params == SearchParams(q="ferry", kind=("readout", "op_ed"), person=("lin-shuya",))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("date_from=2024", date(2024, 1, 1), None),
        ("date_to=2024", None, date(2024, 12, 31)),
        ("date_to=2024-02", None, date(2024, 2, 29)),
        ("date_from=2024-05-15&date_to=2024-05-15", date(2024, 5, 15), date(2024, 5, 15)),
        ("date_from=2024&date_to=2024-05", date(2024, 1, 1), date(2024, 5, 31)),
    ],
)
def test_dates_are_as_precise_as_given_and_include_their_last_day(text, first, last):
    params = read(text)
    assert (params.date_from, params.date_to) == (first, last)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("kind=poem", "kind"),
        ("kind=family:poem", "kind"),
        ("authority=rumour", "authority"),
        ("held=maybe", "held"),
        ("topic=one china", "topic"),
        ("person=%00", "person"),
        ("outlet=" + "x" * 101, "outlet"),
        ("country=中国", "country"),
        ("language=English", "language"),
        ("date_from=yesterday", "date_from"),
        ("date_from=2024-13", "date_from"),
        ("date_to=2023-02-29", "date_to"),
        ("date_to=0000", "date_to"),
        ("date_from=2024-05-15~", "date_from"),
        ("date_from=٢٠٢٤", "date_from"),
        ("date_from=2025&date_to=2024", "date_to"),
        ("sort=title", "sort"),
        ("&".join(f"topic=t{n}" for n in range(MOST_VALUES + 1)), "topic"),
    ],
)
def test_what_no_record_can_have_is_refused_by_name(text, name):
    with pytest.raises(BadParameter) as refused:
        read(text)
    assert refused.value.name == name
    assert refused.value.reason.endswith(".")


def test_a_kind_is_that_kind_and_a_family_all_of_its_kinds():
    assert kinds_of(("joint_statement",)) == {"joint_statement"}
    assert {"joint_statement", "joint_communique"} <= kinds_of(("family:joint_statement",))
    assert kinds_of(("account",)) == kinds_of(("family:account",))
    assert kinds_of(("readout", "family:commitment")) == {"readout", "commitment"}


def test_a_search_can_be_taken_without_some_of_its_parameters():
    params = read("q=ferry&kind=readout&date_from=2024")
    assert params.without("kind", "date_from", "date_to") == SearchParams(q="ferry")
