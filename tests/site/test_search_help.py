"""The help page: every example finds what it says. And no link of a search leads to nothing."""

import re
from html import unescape

import pytest
from django.http import QueryDict

from diplomacy.models import Mention, PublicRecord
from diplomacy.search.params import SearchParams
from diplomacy.search.results import search
from diplomacy.site.search_help import SECTIONS, fields
from tests.demonstration import demonstration

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]

EXAMPLES = [example for section in SECTIONS for example in section.examples]
SHOWS = {
    "gwadar airport": (["js-2024-06"], ["gwadar-2023"]),
    '"karakoram highway"': (["fmsd6-br", "k-kkh"], ["khunjerab-2024"]),
    "khunjerab -winter": (["khun-open"], ["khun-dawn"]),
    "flood OR earthquake": (["fmsd6-br"], ["khun-open"]),
    "financ*": (["k-kkh", "jcc14-k21"], ["gandhara"]),
    "people-to-people": ([], []),
    'said-by:"Wang Yi"': (["fmsd5-press", "fmsd1-fo", "fmsd7-readout-cn"], ["fmsd7-udn", "fmsd-7"]),
    "person:qureshi": (["fmsd-1", "fmsd2-preview"], ["fmsd-4"]),
    "side:pakistan": (["fmsd1-fo", "k-security"], ["fmsd7-readout-cn", "fmsd-1"]),
    "side:china venezuela": (["fmsd7-readout-cn"], ["fmsd7-app-readout"]),
    "topic:gwadar": (["fmsd7-communique", "gwadar-2023"], ["khun-open"]),
    "topic:space,mining": (["fmsd7-communique"], ["khun-open"]),
    "topic:gwadar -topic:cpec": (["gwadar-2023"], ["fmsd7-communique"]),
    "series:fmsd": (["fmsd-1", "fmsd7-communique"], ["vmsd-8", "cap-1"]),
    'series:"CPEC Joint Cooperation Committee" ML-1': (["jcc11-ary"], ["jcc-9"]),
    "country:afghanistan": (["cap-1"], ["fmsd-5"]),
    "initiative:gdi": ([], ["khun-open"]),
    'organisation:"Foreign Office"': (["fmsd6-fo"], ["khun-open"]),
    "place:gwadar-port": ([], ["khun-open"]),
    "outlet:dawn": (["khun-dawn", "fmsd3-dawn"], ["fmsd6-br"]),
    'kind:"joint statement"': (["js-2018"], ["fmsd5-communique", "js-2024-06"]),
    "kind:meeting kabul": (["cap-6"], ["cap6-trt"]),
    "authority:joint_verbatim": (["fmsd7-communique"], ["fmsd5-communique"]),
    "held:paraphrase": (["fmsd7-communique"], ["khun-open"]),
    "language:urdu": (["fmsd7-taware"], ["fmsd7-udn"]),
    "language:zh": (["fmsd7-udn", "fmsd4-qa"], ["fmsd7-taware"]),
    "before:2018": (["jcc-6", "cap-1"], ["cap-2"]),
    "after:2026-01-05": (["sun-haiyan-2026"], ["fmsd7-return"]),
    "from:2025-12 until:2026-01-04": (["fmsd7-ann", "fmsd-7"], ["fmsd7-communique"]),
    "in:2024-05 gwadar": (["fmsd5-nation"], ["fmsd6-br"]),
    "in:2019..2021 afghanistan": (["cap4-js"], ["cap2-js", "cap-6"]),
    "kashmir -in:2024": (["fmsd2-mea"], ["mea-2024-06"]),
    "王毅": (["fmsd5-press"], ["fmsd-4"]),
    "中巴外长战略对话第七轮": (["fmsd-7"], ["fmsd-6"]),
    "说话人:王毅 主题:南亚": (["fmsd1-fo"], ["fmsd-1"]),
    "之前:2018年": (["jcc-6", "cap-1"], ["cap-2"]),
    "گوادر": (["gwadar-2023"], ["khun-open"]),
    "فریق:پاکستان دہشت گردی": ([], ["fmsd7-readout-cn"]),
    "موضوع:افغانستان سال:۲۰۲۵": ([], ["cap-1"]),
    "Shah Mehmood Qureshi": (["fmsd-1"], ["fmsd-4"]),
    "tibet": (["fmsd2-jpr"], ["khun-open"]),
    "5th round": (["fmsd-5"], ["fmsd-6"]),
}
"""For each example, slugs of records that it shows, and of others that it does not."""


@pytest.fixture(scope="module")
def demo(django_db_setup, django_db_blocker):
    """The demonstration, loaded once for all tests of this file."""
    with demonstration(django_db_blocker):
        yield


def found_by(asked: str) -> list[PublicRecord]:
    return search(SearchParams.read(QueryDict(asked)), limit=200).records


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.asked)
def test_every_example_finds_what_it_says(example):
    shown, hidden = SHOWS[example.q]
    slugs = {record.slug for record in found_by(example.asked)}
    assert slugs
    assert set(shown) <= slugs
    assert not set(hidden) & slugs
    # What is said not to be shown is there to be shown.
    assert PublicRecord.objects.listed().filter(slug__in=hidden).count() == len(hidden)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.asked)
def test_every_example_is_understood(example):
    understood = search(SearchParams.read(QueryDict(example.asked))).understood
    assert understood.query.ignored == ()


def test_whoever_a_text_is_said_by_speaks_in_it():
    for record in found_by('q=said-by:"Wang Yi"'):
        parts = Mention.objects.filter(record=record.pk, type="person", slug="wang-yi")
        roles = set(parts.values_list("role", flat=True))
        assert roles & {"speaker", "author", "signatory", "clause"}


def test_exactly_a_word_finds_less_than_its_other_forms_do():
    widened, exact = found_by("q=tibet"), found_by("q=tibet&exact=1")
    assert set(map(str, exact)) < set(map(str, widened))


def test_the_page_shows_every_example_and_every_field(client):
    text = unescape(client.get("/help/searching/").content.decode())
    for example in EXAMPLES:
        assert example.q in text
        assert f"/archive/?{example.asked}" in text
    for field in fields():
        assert f"{field['name']}:" in text


@pytest.mark.parametrize(
    "asked", ["q=gwadar&date_from=2023", "q=said-by:wang-yi -topic:cpec", "kind=op_ed&kind=speech"]
)
def test_no_link_of_a_search_leads_to_nothing(client, asked):
    text = client.get(f"/archive/?{asked}").content.decode()
    assert "Nothing found" not in text
    main = text[text.index("<main") : text.index("</main>")]
    links = set(re.findall(r'href="(\?[^"]+)"', main))
    assert len(links) > 20
    for link in links:
        answer = client.get("/archive/" + unescape(link))
        assert answer.status_code == 200
        assert "Nothing found" not in answer.content.decode(), link


@pytest.mark.parametrize(
    "asked", ["q=gwadur", "q=gwadar&topic=space&person=qureshi", "q=xyzzy", 'q="highway karakoram"']
)
def test_where_nothing_is_found_every_other_search_finds_something(client, asked):
    answer = client.get(f"/archive/?{asked}")
    assert answer.status_code == 200
    assert "Nothing found" in answer.content.decode()
    for row in answer.context["suggestions"] + answer.context["better"]:
        text = client.get("/archive/" + row["url"]).content.decode()
        assert "Nothing found" not in text, row
