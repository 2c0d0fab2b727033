"""A search as it is kept."""

from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from diplomacy.correspondence.searches import digest, read, written
from diplomacy.search.params import SearchParams


def kept(query: str) -> str:
    return written(SearchParams.read(QueryDict(query)))


def test_what_means_the_same_is_kept_the_same():
    one = kept("topic=b&q=+river+&topic=a&sort=date&page=4&other=x&person=")
    assert one == kept("q=river&topic=a&topic=b") == "q=river&topic=a&topic=b"
    assert digest(one) == digest("q=river&topic=a&topic=b")


def test_dates_are_kept_as_the_days_they_mean():
    assert kept("date_from=2024&date_to=2024-02") == "date_from=2024-01-01&date_to=2024-02-29"


def test_a_nul_is_never_kept():
    assert kept("q=a%00b") == "q=a+b"
    assert kept("q=%00") == ""


@given(st.text(), st.lists(st.sampled_from(["a", "b", "c-1"])), st.dates())
def test_what_was_kept_is_read_as_it_was_and_kept_the_same_again(words, topics, day):
    params = SearchParams(q=words.strip(), topic=tuple(dict.fromkeys(topics)), date_from=day)
    query = written(params)
    assert written(read(query)) == query
    assert set(read(query).topic) == set(params.topic)
    assert "\x00" not in read(query).q
