"""The query language: what is typed, and that nothing typed is an error."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplomacy.search.engines import Match, Query
from diplomacy.search.query import (
    BEGINNINGS,
    LONG,
    LOOSE_OR,
    MAX_BEGINNINGS,
    MAX_TOKENS,
    UNREADABLE,
    parse,
)


def word(*tokens, is_prefix=False):
    return Match(tokens, is_prefix)


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("china pakistan", ((word("china"),), (word("pakistan"),))),
        ("china AND pakistan", ((word("china"),), (word("pakistan"),))),
        ("a OR b OR c d", ((word("a"), word("b"), word("c")), (word("d"),))),
        ('"iron brothers"', ((word("iron", "brother"),),)),
        ("“iron brothers” x", ((word("iron", "brother"),), (word("x"),))),
        ("「铁哥」 x", ((word("铁哥"),), (word("x"),))),
        ('"never closed', ((word("never", "close"),),)),
        ("(a) (b)", ((word("a"),), (word("b"),))),
        ("cooperati*", ((word("cooperati", is_prefix=True),),)),
        ("3.5", ((word("3", "5"),),)),
        ("巴基斯坦", ((word("巴基", "基斯", "斯坦"),),)),
        ("巴基*", ((word("巴基"),),)),
        ("中", ((word("中", is_prefix=True),),)),
        ('"中国 gwadar 中国"', ((word("中国", "国", "gwadar", "中国"),),)),
        ("all-weather", ((word("all", "weather"), word("allweath")),)),
        ("all-wea*", ((word("all", "wea", is_prefix=True), word("allwea", is_prefix=True)),)),
    ],
)
def test_what_is_wanted(typed, wanted):
    assert parse(typed) == Query(wanted)


@pytest.mark.parametrize(
    ("typed", "query"),
    [
        ("a -b", Query(((word("a"),),), (word("b"),))),
        ("a NOT b", Query(((word("a"),),), (word("b"),))),
        ('-"b c"', Query((), (word("b", "c"),))),
        ("--b", Query((), (word("b"),))),
        ("-co-operation", Query((), (word("co", "oper"), word("cooper")))),
        ("a - b", Query(((word("a"),), (word("b"),)))),
    ],
)
def test_what_is_unwanted(typed, query):
    assert parse(typed) == query


@pytest.mark.parametrize("typed", ["", "   ", '"', "OR", "-", "* * *", "🎉", "\0", "((", "NOT"])
def test_nothing_to_look_for_is_everything(typed):
    assert parse(typed) == Query()


@pytest.mark.parametrize(
    ("typed", "ignored"),
    [
        ("a b", ()),
        ("a 🎉", (UNREADABLE,)),
        ("OR a", (LOOSE_OR,)),
        ("a OR", (LOOSE_OR,)),
        ("a OR -b", (LOOSE_OR,)),
        ("x " * 10_000, (LONG,)),
        ("中" * 100, (LONG,)),
    ],
)
def test_the_reader_is_told_what_was_left_out(typed, ignored):
    assert parse(typed).ignored == ignored


def test_or_after_an_unwanted_word_does_not_join_what_stood_before():
    assert parse("x -a OR b") == Query(((word("x"),), (word("b"),)), (word("a"),))


def test_a_star_counts_a_few_times_and_after_two_letters():
    assert parse("f*") == Query(((word("f"),),))
    assert parse("fe*") == Query(((word("fe", is_prefix=True),),))
    assert parse("中*").wanted == parse("中").wanted
    query = parse(" ".join(f"be{letter}*" for letter in "abcdefghij"))
    assert sum(match.is_prefix for match in query.sought) == MAX_BEGINNINGS
    assert len(query.wanted) == 10
    assert (parse("f*").ignored, query.ignored) == ((BEGINNINGS,), (BEGINNINGS,))


def test_a_long_query_keeps_its_first_words():
    assert len(parse("word " * 300).wanted) == MAX_TOKENS


TYPED = st.text(
    alphabet=st.one_of(st.characters(), st.sampled_from('"-*() ORANDT中国ملک\u200f\0“')),
    max_size=300,
)


@given(TYPED)
def test_nothing_typed_is_an_error_and_every_query_is_bounded(typed):
    query = parse(typed * 8)
    matches = [*query.sought, *query.unwanted]
    assert all(match.tokens and all(match.tokens) for match in matches)
    # A hyphenated word counts once and is looked for twice, in parts and joined.
    assert sum(len(match.tokens) for match in matches) <= 2 * MAX_TOKENS


@given(st.lists(st.sampled_from(["OR", "AND", "NOT", "-", '"', "*", "(", ")", "a", "-b"])))
def test_operators_alone_are_never_an_error(parts):
    parse(" ".join(parts))
