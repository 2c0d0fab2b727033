"""Conditions mean what they say, names are widened, and whatever is not understood is told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from diplomacy import publishing
from diplomacy.models import Initiative, Name, Place
from diplomacy.search.params import SearchParams
from diplomacy.search.results import search
from diplomacy.search.understanding import understand
from tests import factories

pytestmark = pytest.mark.django_db


def titles(q: str, **params) -> list[str]:
    return sorted(record.title for record in search(SearchParams(q=q, **params)).records)


def told(q: str) -> list[str]:
    return [str(said) for said in understand(q).query.ignored]


def add_name(subject, form: str, language: str = "en", usage: str = "variant") -> Name:
    return subject.names.create(form=form, language=language, usage=usage)


@pytest.fixture
def lin():
    person = factories.make_person("Lin Shuya", slug="lin-shuya", family="Lin", given="Shuya")
    add_name(person, "Lin Shu-ya")
    add_name(person, "Lim Shuya", usage="misprint")
    add_name(person, "林淑雅", "zh-hans")
    add_name(person, "لن شویا", "ur")
    return person


@pytest.fixture
def river(lin):
    """Three records: one that Lin speaks in, one that names her, one of another side and topic."""
    pakistan = factories.make_country("pk", "Pakistan")
    add_name(pakistan, "巴基斯坦", "zh-hans")
    topic = factories.make_topic("Rail links", slug="rail", keywords="rail\nریل\n铁路")
    speech = factories.make_document(
        "Speech", "On ferries.", kind="speech", authority="signed", date="2023-05-01", side=pakistan
    )
    factories.add_person(speech, lin, "speaker")
    factories.publish(speech)
    account = factories.make_document("Account", "Lin Shuya was there.", date="2024-05-16")
    factories.add_person(account, lin)
    factories.add_topic(account, topic)
    factories.publish(account)
    factories.make_published("Other", "On ferries.", language="ur", date="2022-01-01")


@pytest.mark.parametrize(
    ("q", "expected"),
    [
        ("said-by:lin-shuya", ["Speech"]),
        ('said-by:"Lin Shuya"', ["Speech"]),
        ("said-by:林淑雅", ["Speech"]),
        ('said-by:"لن شویا"', ["Speech"]),
        ('said-by:"lim shuya"', ["Speech"]),
        ("said-by:lin", ["Speech"]),
        ("-said-by:lin-shuya", ["Account", "Other"]),
        ("person:lin-shuya", ["Account", "Speech"]),
        ("side:巴基斯坦", ["Speech"]),
        ("side:pk ferries", ["Speech"]),
        ("topic:rail", ["Account"]),
        ("topic:铁路", ["Account"]),
        ("topic:ریل", ["Account"]),
        ('topic:"rail links"', ["Account"]),
        ("topic:links", ["Account"]),
        ("-topic:rail", ["Other", "Speech"]),
        ("kind:speech", ["Speech"]),
        ("type:speech", ["Speech"]),
        ('kind:"press account"', ["Account", "Other"]),
        ("kind:speech OR kind:press_account", ["Account", "Other", "Speech"]),
        ("authority:signed", ["Speech"]),
        ("held:verbatim", ["Account", "Other", "Speech"]),
        ("language:ur", ["Other"]),
        ("language:اردو", ["Other"]),
        ("before:2023", ["Other"]),
        ("before:2023-05-01", ["Other"]),
        ("after:2023-05-01", ["Account"]),
        ("after:2023", ["Account"]),
        ("in:2023", ["Speech"]),
        ("in:2022..2023", ["Other", "Speech"]),
        ("in:2023..", ["Account", "Speech"]),
        ("in:..2023", ["Other", "Speech"]),
        ("in:2024年5月", ["Account"]),
        ("in:۲۰۲۴", ["Account"]),
        ("in:2024-5-16", ["Account"]),
        ("-in:2023", ["Account", "Other"]),
        ("ferries -in:2023", ["Other"]),
    ],
)
def test_each_condition_finds_what_meets_it_and_leaves_out_what_does_not(river, q, expected):
    assert told(q) == []
    assert titles(q) == expected


@pytest.mark.parametrize(
    ("q", "words"),
    [
        ("in:2024-02-31 ferries", "“2024-02-31” is no date"),
        ("before:2024-13-01 ferries", "is no date"),
        ("before:20240 ferries", "is no date"),
        ("in:0000 ferries", "is no date"),
        ("topic: ", "Nothing follows “topic:”"),
        ("topic:xyzzy", "searched for as words"),
        ("before:yesterday", "searched for as words"),
        ("language:zz", "searched for as words"),
        ("kind:poem", "searched for as words"),
    ],
)
def test_a_condition_that_asks_nothing_is_told(river, q, words):
    assert words in " ".join(told(q))
    if "ferries" in q:
        assert titles(q) == ["Other", "Speech"]


def test_an_unknown_name_is_searched_for_as_words(river):
    assert titles("topic:ferries") == ["Other", "Speech"]
    assert titles("-topic:ferries") == ["Account"]


def test_only_public_names_are_known():
    hidden = factories.make_person("Omar Secret", slug="secret")
    document = factories.make_document("Draft")
    factories.add_person(document, hidden)
    add_name(hidden, "奥马尔", "zh-hans")
    factories.make_published("Omar Secret and 奥马尔", "Nothing.")
    for q in ("person:secret", 'person:"Omar Secret"', "person:奥马尔"):
        assert "searched for as words" in " ".join(told(q))
    assert understand("奥马尔").widened == ()
    factories.publish(document)
    assert told("person:secret") == told("person:奥马尔") == []
    assert understand("奥马尔").widened
    publishing.remove(document, by=None, reason="An error.")
    assert "searched for as words" in " ".join(told("person:secret"))
    assert understand("奥马尔").widened == ()


def test_a_changed_name_is_known_at_once(lin):
    document = factories.make_document()
    factories.add_person(document, lin)
    factories.publish(document)
    before = type(lin).objects.for_export().get(pk=lin.pk).public_form()
    add_name(lin, "Lynn Shuya")
    assert told('person:"Lynn Shuya"')
    publishing.record_authority_change(lin, by=None, before=before)
    assert told('person:"Lynn Shuya"') == []


def test_a_merged_person_is_known_by_the_names_of_both(lin):
    other = factories.make_person("S. Linn", slug="linn")
    for person, title in ((lin, "First"), (other, "Second")):
        document = factories.make_document(title, "Nothing.")
        factories.add_person(document, person)
        factories.publish(document)
    assert titles('person:"S. Linn"') == ["Second"]
    publishing.merge_authority(other, lin, by=None)
    assert titles('person:"S. Linn"') == titles("person:林淑雅") == ["First", "Second"]
    assert ("S. Linn", "en") in understand("林淑雅").widened[0].also


# --- Widening -------------------------------------------------------------------------------------


def also(q: str) -> set[str]:
    return {form for row in understand(q).widened for form, _language in row.also}


@pytest.mark.parametrize("q", ["Lin Shuya", '"lin shuya"', "林淑雅", "لن شویا", "Lim Shuya"])
def test_a_name_finds_its_other_forms(river, q):
    assert "Account" in titles(q)
    assert also(q)
    assert understand(q, is_exact=True).widened == ()


def test_exactly_the_words_are_found_when_asked(river):
    assert "Account" in titles("林淑雅")
    assert titles("林淑雅", exact=True) == []


def test_what_holds_the_very_words_comes_first(lin):
    for title, text, date in (
        ("First", "Lim Shuya came.", "2020-01-01"),
        ("Second", "Lin Shuya, Lin Shuya and Lin Shuya.", "2024-01-01"),
    ):
        document = factories.make_document(title, text, date=date)
        document.people = []
        factories.publish(document)
    document = factories.make_document("Third", "Nothing.", date="2021-01-01")
    factories.add_person(document, lin)
    factories.publish(document)
    found = [record.title for record in search(SearchParams(q='"Lim Shuya"')).records]
    assert found[0] == "First"
    assert set(found) == {"First", "Second", "Third"}


def test_a_disputed_name_finds_the_others():
    place = Place.objects.create(slug="ford", label="North Ford")
    add_name(place, "Sand Ford", usage="disputed")
    document = factories.make_document("One", "At Sand Ford.")
    document.places.add(place)
    factories.publish(document)
    factories.make_published("Two", "At North Ford.")
    assert titles("North Ford") == titles("Sand Ford") == ["One", "Two"]
    assert "Sand Ford" in also("north ford")


def test_a_keyword_of_a_topic_is_no_other_name_of_it():
    topic = factories.make_topic("Trade and investment", keywords="trade\nexports\n贸易")
    document = factories.make_document("One", "On trade.")
    factories.add_topic(document, topic)
    factories.publish(document)
    assert also("trade") == also("exports") == set()
    assert also("贸易") == {"Trade and investment"}
    assert titles("贸易") == ["One"]


def test_abbreviations_of_two_letters_are_not_searched_for_besides():
    initiative = Initiative.objects.create(slug="belt", label="Belt Plan")
    add_name(initiative, "BP", usage="abbreviation")
    add_name(initiative, "BPL", usage="abbreviation")
    document = factories.make_document()
    document.initiatives.add(initiative)
    factories.publish(document)
    assert also("belt plan") == {"BPL"}
    assert "Belt Plan" in also("bp")


@pytest.mark.parametrize(
    ("printed", "typed"),
    [
        ("國際關係", "国际关系"),
        ("国际关系", "國際關係"),
        ("雙邊會談", "双边会谈"),
        ("发展", "發展"),
    ],
)
def test_chinese_is_found_in_either_script(printed, typed):
    factories.make_published("One", f"双方讨论{printed}问题。")
    assert titles(typed) == ["One"]
    assert titles(typed, exact=True) == []
    assert titles(printed, exact=True) == ["One"]


def test_a_run_of_chinese_is_taken_apart_at_the_names_in_it(lin):
    document = factories.make_document("One", "林淑雅昨日访问河口。", language="zh-hans")
    factories.add_person(document, lin)
    factories.publish(document)
    assert titles("林淑雅访问") == ["One"]
    assert titles("林淑雅访问", exact=True) == []
    assert titles("林淑雅造访") == []


@pytest.mark.parametrize("typed", ["fifth round", "5th round", "第五轮", "第5轮", "پانچویں"])
def test_a_number_of_order_is_found_however_it_is_written(typed):
    for title in ("The fifth round of talks", "第五轮 round", "پانچواں round"):
        factories.make_published(title, "Nothing.")
    assert len(titles(typed)) == 3


def test_second_thoughts_are_no_second_round():
    factories.make_published("Second thoughts", "Nothing.")
    assert also("second thoughts") == set()
    assert also("second round")


def test_the_number_of_queries_does_not_grow(django_assert_num_queries, lin):
    document = factories.make_document()
    factories.add_person(document, lin)
    factories.publish(document)
    with django_assert_num_queries(0):
        understand("  ")
    counts = []
    for first in (0, 20):
        with django_assert_num_queries(3):
            counts.append(len(understand("林淑雅 -person:lin-shuya before:2024").widened[0].also))
        for n in range(first, first + 20):
            add_name(lin, f"Lin Number {n}")
        publishing.record_authority_change(lin, by=None)
    assert counts[0] < counts[1] <= 12


PIECES = [
    *(
        "topic:",
        "said-by:",
        "before:",
        "in:",
        "2024",
        "..",
        "-",
        '"',
        "王毅",
        "گوادر",
        "第五轮",
        "a*",
    ),
    *(" OR ", " NOT ", " ", "\0", "🎉", "\u202e", "'", "\\", "%", "：", ","),
]
LONG = [
    *(sign * 10_000 for sign in ("a", "-", '"', "王", "(", "🎉", "\u202e", "\0", "ا ", "a ")),
    *(sign * 2_000 for sign in ("topic:", "topic:a OR ", "(a+)+$", "NOT ", "-topic:王毅 ")),
    "in:" + "9" * 5_000,
]


class AnyQuery(TestCase):
    """Whatever is typed is a query."""

    @given(st.text(max_size=200) | st.lists(st.sampled_from(PIECES)).map("".join))
    def test_nothing_typed_raises(self, q):
        understood = understand(q)
        search(SearchParams(q=q))
        assert understood.query == understand(q).query

    def test_the_longest_and_the_strangest_are_answered(self):
        for q in LONG:
            search(SearchParams(q=q))
