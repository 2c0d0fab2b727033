"""Names and texts inline."""

import pytest
from django.utils.translation import override

from diplomacy.models import Tenure
from diplomacy.site.pages.names import Named
from diplomacy.site.templatetags.archive import tongue
from diplomacy.site.templatetags.records import lasted, link, links, marked, quoted


@pytest.mark.parametrize(
    ("named", "html"),
    [
        (Named("Lin"), "<bdi>Lin</bdi>"),
        (Named("Lin", "/p/"), '<a href="/p/"><bdi>Lin</bdi></a>'),
        (Named("Lin", current="Lim"), '<bdi>Lin</bdi> <span class="soft">(now Lim)</span>'),
        (Named("<b>", "/?a&b"), '<a href="/?a&amp;b"><bdi>&lt;b&gt;</bdi></a>'),
    ],
)
def test_a_name_is_linked_where_it_leads_somewhere(named, html):
    assert link(named) == html


def test_names_stand_in_one_line():
    assert links([Named("A", "/a/"), Named("<B>")]) == (
        '<a href="/a/"><bdi>A</bdi></a>, <bdi>&lt;B&gt;</bdi>'
    )
    assert links([]) == ""


def test_what_was_found_is_marked_and_nothing_is_markup():
    pieces = [(False, "a <i>"), (True, "<ford>"), (False, "")]
    assert marked(pieces) == "a &lt;i&gt;<mark>&lt;ford&gt;</mark>"


def test_a_formula_is_quoted_once():
    assert quoted([(False, "all-weather "), (True, "ties")]) == "“all-weather <mark>ties</mark>”"
    assert quoted([(False, "“one” or “two”")]) == "“one” or “two”"


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2013-03", "2022-12-30", "from March 2013 to 30 December 2022"),
        ("2018", "2022/2023", "from 2018 to some time in 2022 – 2023"),
        ("../2024-05-15", "", "from 15 May 2024 or earlier, no end recorded"),
        ("", "2019", "until 2019, no beginning recorded"),
        ("", "", "dates not recorded"),
    ],
)
def test_offices_lasted_as_long_as_is_known(start, end, words):
    assert lasted(Tenure(start=start, end=end)) == words


@pytest.mark.parametrize(
    ("title", "language", "marks"),
    [
        ("Ferry talks in Urdu press", "ur", 'lang="en" dir="ltr"'),
        ("کشتی کے مذاکرات", "ur", 'lang="ur" dir="rtl"'),
        ("کشتی کے مذاکرات", "en", 'lang="ur" dir="rtl"'),
        ("轮渡会谈纪要 (Chinese text)", "zh-hant", 'lang="zh-hant" dir="ltr"'),
        ("Le bac et la rive", "en", 'lang="en" dir="ltr"'),
        ("2024", "ur", 'lang="ur" dir="rtl"'),
        ([(False, "The "), (True, "ferry")], "ur", 'lang="en" dir="ltr"'),
    ],
)
def test_a_title_is_marked_as_its_script_runs(title, language, marks):
    assert tongue(title, language) == marks


def test_words_of_no_known_language_are_those_of_the_page():
    with override("zh-hans"):
        assert tongue("2024") == 'lang="zh-hans" dir="ltr"'
        assert tongue("The ferry left") == 'lang="en" dir="ltr"'
