"""The engines: every token survives, and both databases find the same records."""

from importlib import import_module

import pytest
from django.db import connection
from django.db.utils import ConnectionHandler
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from diplomacy.search import engines
from diplomacy.search.analyser import analyse, other_forms
from diplomacy.search.engines import IndexRow, Match, Query
from diplomacy.search.engines.postgresql import LAST_POSITION, MOST_POSITIONS, vector
from diplomacy.search.query import parse


def row_of(title="", names="", summary="", body=""):
    fields = [analyse(text) for text in (title, names, summary, body)]
    forms = other_forms([token for tokens in fields for token in tokens])
    return IndexRow(*([token.text for token in tokens] for tokens in fields), forms)


def matching(query, its=connection):
    sql, params = engines.for_connection(its).matching(query)
    with its.cursor() as cursor:
        cursor.execute(sql, params)
        return sorted(row[0] for row in cursor.fetchall())


def found(typed):
    return matching(parse(typed))


CORPUS = {
    1: row_of("Ferry agreement", "Lin Shuya Ministry of Rivers", "Two sides agree.", "A ferry."),
    2: row_of("Rail talks", "Omar Dar", "A summary of the ferry.", "All-weather co-operation."),
    3: row_of("巴基斯坦铁路", "", "中国和巴基斯坦", "兄弟国"),
    4: row_of("دریا", "", "کشمیر", "یہ مُلک ہے"),
    5: row_of(
        "Ends with iron", "brothers begin names", "", "Iron gates; the brothers' cooperation."
    ),
}
FOUND = {
    "ferry": [1, 2], "ferries": [1, 2], "FERRY agreement": [1], '"two sides agree"': [1],
    '"sides two"': [], "coopera*": [2, 5], "cooperation": [2, 5], "co-operation": [2, 5],
    "allweather": [2], '"weather co"': [2], "all-wea*": [2], "ferry -rail": [1],
    "-ferry river": [], "rail OR 铁路": [2, 3], "中国": [3], "国": [3], "巴": [3],
    "巴基斯坦铁路": [3], "基坦": [], "ملك": [4], "كشمير": [4], '"iron brothers"': [],
    '"names brothers"': [], "ferry OR rail -lin": [2], "agre*": [1], '"cooperation iron"': [],
}  # fmt: skip


@pytest.fixture
def corpus(db):
    engine = engines.for_connection(connection)
    for search_id, row in CORPUS.items():
        engine.put(search_id, row)
    return engine


@pytest.mark.parametrize(("typed", "expected"), FOUND.items())
def test_a_query_finds_the_same_records_on_every_database(corpus, typed, expected):
    assert found(typed) == expected


def test_putting_again_replaces_and_dropping_removes(corpus):
    corpus.put(1, row_of("A tunnel"))
    assert (found("agreement"), found("tunnel")) == ([], [1])
    corpus.drop(1)
    corpus.drop(1)
    assert found("tunnel") == []
    corpus.clear()
    assert corpus.ids(0, 2**62) == []


def test_ids_are_those_above_one_and_up_to_another(corpus):
    assert sorted(corpus.ids(1, 3)) == [2, 3]


def test_a_word_in_the_title_ranks_above_one_in_the_summary_above_one_in_the_body(db):
    engine = engines.for_connection(connection)
    other = "many other words stand here"
    engine.put(1, row_of(body=f"ferry {other}", title=other))
    engine.put(2, row_of(title=f"ferry {other}", body=other))
    engine.put(3, row_of(summary=f"ferry {other}", title=other))
    for search_id in range(4, 10):
        engine.put(search_id, row_of(title=other))
    assert engine.rank(parse("ferry"), [1, 2, 3]) == [2, 3, 1]
    assert engine.rank(parse("ferry"), [1, 3]) == [3, 1]
    assert engine.rank(parse("ferry"), []) == []


def test_of_equal_records_the_newer_ranks_first(db):
    engine = engines.for_connection(connection)
    for search_id in (5, 9, 7):
        engine.put(search_id, row_of("ferry"))
    assert engine.rank(parse("ferry"), [5, 7, 9]) == [9, 7, 5]


def test_phrases_stop_where_a_field_does(db):
    engine = engines.for_connection(connection)
    engine.put(1, row_of("ends with iron", "brothers begin"))
    assert found('"iron brothers"') == []
    assert found("iron brothers") == [1]


in_one_transaction = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])


@in_one_transaction
@given(st.text(alphabet=st.one_of(st.characters(), st.sampled_from("ab'-中ーमि½"))))
def test_every_token_of_any_text_is_found_as_it_is(db, text):
    engine, tokens = engines.for_connection(connection), analyse(text)
    engine.put(1, IndexRow([], [], [], [token.text for token in tokens], other_forms(tokens)))
    if tokens:
        whole = tuple(token.text for token in tokens)
        assert matching(Query(((Match(whole),),))) == [1]
    for form in {token.text for token in tokens} | set(other_forms(tokens)):
        assert matching(Query(((Match((form,)),),))) == [1]


@in_one_transaction
@given(st.text(alphabet=st.one_of(st.characters(), st.sampled_from('"-*() ORN中ملک'))))
def test_anything_typed_can_be_asked(db, typed):
    query = parse(typed)
    if query.wanted:
        matching(query)
    if query.unwanted:
        matching(Query((query.unwanted,)))


def test_a_vector_stays_within_what_postgresql_keeps():
    row = IndexRow(["a"], [], [], ["same"] * 300 + [f"w{n}" for n in range(20_000)], ["form"])
    vectors = dict(part.partition(":")[::2] for part in vector(row).split(" "))
    assert vectors["'a'"] == "1A"
    assert vectors["'same'"].count("D") == MOST_POSITIONS
    assert vectors["'form'"] == vectors["'w19999'"] == ""
    positions = [int(p[:-1]) for part in vectors.values() for p in part.split(",") if p]
    assert max(positions) == LAST_POSITION


@pytest.fixture(scope="module")
def sqlite_connection():
    """A SQLite index beside the database of the run."""
    databases = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}}
    other = ConnectionHandler(databases)["default"]
    yield other
    other.close()


WORDS = [
    "ferry",
    "ferries",
    "rail",
    "all-weather",
    "co-operation",
    "中国",
    "巴基斯坦",
    "国",
    "ملك",
    "½",
]
SOME_WORDS = st.lists(st.sampled_from(WORDS), max_size=6).map(" ".join)
SOME_QUERY = st.lists(
    st.sampled_from([*WORDS, "-", "OR", '"', "ferr*", "巴", "-rail"]), min_size=1, max_size=5
).map(" ".join)


@pytest.mark.postgres
@in_one_transaction
@given(texts=st.lists(SOME_WORDS, min_size=1, max_size=5), typed=SOME_QUERY)
def test_both_databases_find_the_same_set(db, sqlite_connection, texts, typed):
    query, sets = parse(typed), []
    with sqlite_connection.cursor() as cursor:
        cursor.execute("DROP TABLE IF EXISTS diplomacy_searchindex")
        cursor.execute(import_module("diplomacy.migrations.0002_search_index").MAKE["sqlite"][0])
    for its in (connection, sqlite_connection):
        engine = engines.for_connection(its)
        engine.clear()
        for search_id, text in enumerate(texts, 1):
            engine.put(search_id, row_of(title=text, body=text))
        sets.append(set(matching(query, its)) if query.wanted else set())
    assert sets[0] == sets[1]
