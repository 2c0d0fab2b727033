"""Searching: what is selected, in which order, counted honestly, a page at a time."""

import pytest
from django.http import QueryDict

from diplomacy import publishing
from diplomacy.models import Initiative, Outlet, Source
from diplomacy.search import results
from diplomacy.search.params import BadParameter, SearchParams
from diplomacy.search.results import search, walk
from tests.factories import (
    add_issuer,
    add_person,
    add_topic,
    make_commitment,
    make_country,
    make_dialogue,
    make_document,
    make_organisation,
    make_person,
    make_published,
    make_series,
    make_topic,
    publish,
)

pytestmark = pytest.mark.django_db


def asked(text):
    return SearchParams.read(QueryDict(text))


def titles(text, **kwargs):
    return [record.title for record in search(asked(text), **kwargs).records]


def test_words_are_sought_in_all_kinds_of_record_in_one_list():
    publish(make_dialogue("Ferry round"))
    publish(make_commitment("Keep the ferry"))
    make_published("Ferry account")
    make_published("Other account")
    assert sorted(titles("q=ferry")) == ["Ferry account", "Ferry round", "Keep the ferry"]


def test_only_what_is_listed_is_found():
    make_document("Ferry draft")
    shown, kept, hidden, removed, merged = (
        make_published(f"Ferry {name}") for name in ("shown", "kept", "hidden", "removed", "merged")
    )
    publishing.withdraw(kept, by=None, reason="Doubted.", keep_text=True)
    publishing.withdraw(hidden, by=None, reason="Doubted.", keep_text=False)
    publishing.remove(removed, by=None, reason="An error.")
    publishing.merge(merged, shown, by=None, reason="The same.")
    for text in ("q=ferry", "", "q=-absent", "kind=press_account"):
        assert sorted(titles(text)) == ["Ferry kept", "Ferry shown"]


def test_nothing_asked_is_everything_newest_first():
    for year in (2021, 2023, 2022):
        make_published(f"Of {year}", date=f"{year}-05-01")
    assert titles("") == ["Of 2023", "Of 2022", "Of 2021"]
    assert titles("sort=relevance") == ["Of 2023", "Of 2022", "Of 2021"]
    assert titles("sort=date") == ["Of 2021", "Of 2022", "Of 2023"]


def test_the_best_comes_first_unless_a_date_order_is_asked():
    make_published("Other words", "One ferry.", date="2024-01-01")
    make_published("The ferry", "The ferry.", date="2020-01-01")
    for n in range(6):
        make_published(f"Other {n}", "Nothing of that.")
    assert titles("q=ferry") == ["The ferry", "Other words"]
    assert titles("q=ferry&sort=-date") == ["Other words", "The ferry"]
    assert titles("q=ferry&sort=date") == ["The ferry", "Other words"]


def test_unwanted_words_alone_are_everything_but():
    make_published("Ferry", "Water.")
    make_published("Rail", "Land.")
    assert titles("q=-ferry") == ["Rail"]
    assert search(asked("q=-ferry")).order == "-date"


@pytest.mark.parametrize(
    "typed", ['"', "OR", "((", "%00", "*", "-", "🎉" * 3_000, "NEAR(a b)", "%25s"]
)
def test_nothing_typed_is_an_error(typed):
    make_published("Ferry")
    search(asked(f"q={typed}"))


@pytest.fixture
def filtered():
    """One record that has everything to filter by, and one that has none of it."""
    series = make_series(slug="river")
    meeting = make_dialogue("Meeting", series=series, ordinal=1, date="2020-01-01")
    publish(meeting)
    one = make_document(
        "One",
        "The ferry.",
        kind="readout",
        authority="readout",
        held="paraphrase",
        side=make_country("pk", "Pakistan"),
        language="zh-hans",
        date="2024-05-16",
        meeting=meeting,
    )
    add_person(one, make_person(slug="lin"))
    add_topic(one, make_topic(slug="rail"))
    add_issuer(one, make_organisation(slug="ministry"))
    one.initiatives.add(Initiative.objects.create(slug="belt", label="Belt"))
    outlet = Outlet.objects.create(slug="gazette", name="The Gazette")
    Source.objects.create(document=one, outlet=outlet)
    publish(one)
    make_published("Two", "The ferry.", kind="op_ed", authority="signed", date="2022-01-01")


@pytest.mark.parametrize(
    "text",
    [
        "kind=readout",
        "kind=account",
        "kind=family:account",
        "authority=readout",
        "held=paraphrase",
        "topic=rail",
        "country=pk",
        "side=pk",
        "person=lin",
        "organisation=ministry",
        "initiative=belt",
        "outlet=gazette",
        "language=zh-hans",
        "language=zh",
        "date_from=2024",
        "date_from=2024-05-16&date_to=2024-05-16",
        "series=river&q=ferry",
        "kind=readout&q=ferry&topic=rail&language=zh",
        "topic=rail&topic=other",
        "kind=readout&kind=speech",
    ],
)
def test_each_filter_finds_what_has_it_and_leaves_out_what_has_not(filtered, text):
    assert titles(text) == ["One"]


@pytest.mark.parametrize(
    "text",
    ["kind=op_ed&topic=rail", "date_to=2019", "person=nobody", "q=ferry+-ferry", "language=z"],
)
def test_filters_must_all_hold(filtered, text):
    if text == "language=z":
        with pytest.raises(BadParameter):
            titles(text)
    else:
        assert titles(text) == []


def test_a_series_holds_its_meetings_and_their_texts(filtered):
    assert titles("series=river") == ["One", "Meeting"]


def test_a_merged_person_is_found_under_either_code_and_so_is_the_other():
    first, second = make_person("Lin Shuya", slug="lin"), make_person("Lin S.", slug="lin-s")
    for person, title in ((first, "First"), (second, "Second")):
        document = make_document(title)
        add_person(document, person)
        publish(document)
    assert titles("person=lin") == ["First"]
    publishing.merge_authority(second, first, by=None)
    assert sorted(titles("person=lin")) == sorted(titles("person=lin-s")) == ["First", "Second"]
    publishing.unmerge_authority(second, by=None)
    assert titles("person=lin-s") == ["Second"]


def test_pages_follow_one_another_and_end():
    for n in range(1, 6):
        make_published(f"Day {n}", "ferry", date=f"2024-01-0{n}")
    first = search(asked("sort=date"), limit=2)
    assert (first.total, first.is_exact, first.page, first.pages) == (5, True, 1, 3)
    pages = [titles("sort=date", limit=2, page=page) for page in (1, 2, 3)]
    assert pages == [["Day 1", "Day 2"], ["Day 3", "Day 4"], ["Day 5"]]


@pytest.mark.parametrize("page", [0, -1, 2, 10**30])
def test_a_page_that_is_not_there_is_refused(page):
    make_published()
    with pytest.raises(BadParameter) as refused:
        search(SearchParams(), page=page)
    assert refused.value.name == "page"


def test_an_empty_result_has_one_empty_page():
    empty = search(asked("q=absent"))
    assert (empty.records, empty.total, empty.is_exact, empty.pages) == ([], 0, True, 1)


def test_beyond_the_most_the_count_is_the_least_there_are(monkeypatch):
    monkeypatch.setattr(results, "MOST", 3)
    for n in range(3):
        make_published(f"Ferry {n}")
    assert (search(asked("q=ferry")).total, search(asked("q=ferry")).is_exact) == (3, True)
    make_published("Ferry 4")
    more = search(asked("q=ferry"), limit=2, page=2)
    assert (more.total, more.is_exact, more.pages, len(more.records)) == (3, False, 2, 1)


def test_beyond_the_window_results_follow_by_date(monkeypatch):
    monkeypatch.setattr(results, "WINDOW", 2)
    make_published("Ferry ferry", "ferry", date="2020-01-01")
    make_published("Plain", "A ferry.", date="2022-01-01")
    make_published("The ferry", "A ferry.", date="2021-01-01")
    for n in range(5):
        make_published(f"Other {n}", "Nothing.", date="2023-01-01")
    assert titles("q=ferry") == ["The ferry", "Plain", "Ferry ferry"]


@pytest.mark.parametrize("text", ["", "sort=date", "q=ferry", "q=ferry&sort=-date", "q=-absent"])
def test_walking_gives_every_record_once_and_back_again(text):
    for n in range(1, 8):
        make_published(f"Ferry {n}", date=f"2024-01-{n:02}")
    params, cursor, there = asked(text), "", []
    slices = []
    while True:
        part = walk(params, limit=3, cursor=cursor)
        slices.append([record.title for record in part.records])
        there.append(part)
        if not part.next:
            break
        cursor = part.next
    assert [len(part) for part in slices] == [3, 3, 1]
    assert [title for part in slices for title in part] == titles(text)
    back = [walk(params, limit=3, cursor=part.previous) for part in there[1:]]
    assert [[record.title for record in part.records] for part in back] == slices[:2]
    assert there[0].previous == back[0].previous == ""


def test_walking_by_date_gives_nothing_twice_while_records_are_added():
    for n in (1, 2, 3):
        make_published(f"Day {n}", date=f"2024-01-0{n}")
    first = walk(SearchParams(), limit=2)
    make_published("Newer", date="2024-02-01")
    make_published("Between", date="2024-01-01")
    second = walk(SearchParams(), limit=2, cursor=first.next)
    assert [record.title for record in first.records + second.records] == [
        "Day 3", "Day 2", "Between", "Day 1",
    ]  # fmt: skip


@pytest.mark.parametrize("cursor", ["x", "é", "e30", "bnVsbA", "WzEsMiwzXQ", "[" * 99, "\x00", "="])
def test_a_cursor_that_is_none_is_refused(cursor):
    with pytest.raises(BadParameter) as refused:
        walk(SearchParams(), cursor=cursor)
    assert refused.value.name == "cursor"


def test_a_cursor_of_another_order_is_refused():
    for _ in range(3):
        make_published()
    cursor = walk(asked("sort=date"), limit=1).next
    with pytest.raises(BadParameter, match="another order"):
        walk(asked("sort=-date"), limit=1, cursor=cursor)


@pytest.mark.parametrize("text", ["", "q=river", "q=river&sort=date", "q=river&topic=rail&side=cn"])
def test_the_number_of_queries_does_not_grow(django_assert_num_queries, text):
    counts = []
    topic = make_topic(slug="rail")
    for _ in range(2):
        for _ in range(4):
            document = make_document(side=make_country())
            add_topic(document, topic)
            publish(document)
        with django_assert_num_queries(EXPECTED[text]):
            counts.append(search(asked(text)).total)
        with django_assert_num_queries(EXPECTED[text] - (text in ("", "q=river&sort=date"))):
            walk(asked(text))
    assert counts == [4, 8]


EXPECTED = {"": 2, "q=river": 5, "q=river&sort=date": 3, "q=river&topic=rail&side=cn": 6}
