"""The list of everything, and the search through it."""

import re
from html import unescape
from urllib.parse import quote

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from diplomacy import publishing
from diplomacy.search import results
from tests import factories


def titles(answer) -> list[str]:
    return [row["record"].title for row in answer.context["shown"]]


def counts(answer, name: str) -> dict[str, int]:
    """Values and counts of one facet on the page."""
    (row,) = [row for row in answer.context["facets"] if row["facet"].name == name]
    return {choice.value: choice.count for choice, _url in row["choices"] + row["more"]}


def links(answer, name: str) -> dict[str, str]:
    """The addresses behind the values of one facet."""
    (row,) = [row for row in answer.context["facets"] if row["facet"].name == name]
    return {choice.value: url for choice, url in row["choices"] + row["more"]}


def test_an_empty_archive_says_so(client, db):
    assert "Nothing has been published yet." in client.get("/archive/").content.decode()


def test_everything_is_listed_newest_first(client, db):
    for title, date in [("Old", "2020-01-01"), ("New", "2024-01-01"), ("Middle", "2022-01-01")]:
        factories.make_published(title, date=date)
    factories.make_document("Draft", date="2025-01-01")
    assert titles(client.get("/archive/")) == ["New", "Middle", "Old"]
    assert titles(client.get("/archive/?sort=date")) == ["Old", "Middle", "New"]


def test_a_result_says_what_it_is_when_and_whose_words(client, db):
    document = factories.make_document("Minutes", held="paraphrase", authority="readout_report")
    document.dates.update(basis="inferred")
    factories.publish(document)
    text = client.get("/archive/").content.decode()
    for words in ("Press account", "16 May 2024", "inferred", "Report of a read-out",
                  "The archive&#x27;s own paraphrase"):  # fmt: skip
        assert words in text


def test_found_words_are_marked_and_lead_to_their_paragraph(client, db):
    document = factories.make_published("Minutes", "Nothing here.", "A tunnel under the glacier.")
    key = document.paragraphs.all()[1].key
    text = client.get("/archive/?q=glaciers").content.decode()
    assert f'href="/records/{document.uid}/{document.slug}/?q=glaciers#{key}"' in text
    assert "A tunnel under the <mark>glacier</mark>." in text


def test_found_words_in_the_title_are_marked(client, db):
    factories.make_published("A tunnel under the glacier")
    assert "<mark>tunnel</mark> under" in client.get("/archive/?q=tunnel").content.decode()


def test_markup_in_a_text_is_text(client, db):
    factories.make_published("<b>Bold</b> title", "The <script>alert(1)</script> tunnel.")
    text = client.get("/archive/?q=tunnel").content.decode()
    assert "<script>" not in text
    assert "&lt;script&gt;alert(1)&lt;/script&gt; <mark>tunnel</mark>" in text
    assert "&lt;b&gt;Bold&lt;/b&gt; title" in text


def test_a_facet_counts_without_its_own_filter(client, db):
    factories.make_published(kind="press_account", language="en")
    factories.make_published(kind="press_account", language="ur")
    factories.make_published(kind="speech", authority="signed", language="ur")
    answer = client.get("/archive/?kind=speech")
    assert answer.context["results"].total == 1
    assert counts(answer, "kind") == {"press_account": 2, "speech": 1}
    answer = client.get("/archive/?kind=press_account&language=ur")
    assert counts(answer, "language") == {"en": 1, "ur": 1}
    assert counts(answer, "kind") == {"press_account": 1, "speech": 1}


def test_every_count_is_what_its_link_finds(client, db):
    for kind, date in [("speech", "2023-04-01"), ("speech", "2024-04-01"), ("analysis", "2024")]:
        factories.make_published(kind=kind, authority="signed", date=date)
    factories.publish(factories.make_dialogue(date="2024-06-01"))
    answer = client.get("/archive/?date_from=2024")
    for row in answer.context["facets"]:
        for choice, url in row["choices"]:
            found = client.get(f"/archive/{url}").context["results"].total
            assert found == choice.count, (row["facet"].name, choice)


def test_a_chosen_value_is_taken_out_again_by_its_link(client, db):
    factories.make_published(kind="speech", authority="signed")
    factories.make_published(kind="analysis", authority="signed")
    one = client.get("/archive/" + links(client.get("/archive/"), "kind")["speech"])
    assert one.context["results"].total == 1
    again = client.get("/archive/" + links(one, "kind")["speech"])
    assert "2 records" in again.content.decode()


def test_facets_never_name_what_is_not_public(client, db):
    document, hidden = factories.make_document(), factories.make_topic("Hidden heading")
    factories.add_topic(document, hidden)
    factories.make_published()
    factories.make_published(kind="speech", authority="signed")
    url = f"/archive/?topic={hidden.slug}"
    assert "Hidden heading" not in client.get("/archive/").content.decode()
    assert "Hidden heading" not in client.get(url).content.decode()
    factories.publish(document)
    assert "Hidden heading" in client.get("/archive/").content.decode()
    assert "Hidden heading" in client.get(url).content.decode()


def test_a_chip_names_its_condition_and_removes_it_alone(client, db):
    document, person = factories.make_document("A speech"), factories.make_person("Lin Shuya")
    factories.add_person(document, person)
    factories.publish(document)
    answer = client.get(f"/archive/?q=nothing&person={person.slug}&kind=family:account")
    chips = {str(chip["what"]): chip for chip in answer.context["chips"]}
    assert [str(chips[name]["value"]) for name in ("Person", "Kind", "Words")] == [
        "Lin Shuya",
        "Accounts",
        "nothing",
    ]
    assert chips["Words"]["url"] == f"?kind=family%3Aaccount&person={person.slug}"


def test_the_form_keeps_what_was_asked(client, db):
    url = "/archive/?q=%22two+words%22&kind=speech&kind=analysis&date_from=2024-05&sort=date"
    text = client.get(url).content.decode()
    assert 'value="&quot;two words&quot;"' in text
    assert '<input type="hidden" name="kind" value="speech">' in text
    assert '<input type="hidden" name="kind" value="analysis">' in text
    assert 'value="2024-05"' in text
    assert '<input type="hidden" name="sort" value="date">' in text


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ("date_from=soon", "Write a date as 2024"),
        ("date_to=2024-13", "2024-13"),
        ("date_from=2024&date_to=2023", "before the first day"),
        ("kind=poem", "There is no such kind"),
        ("authority=mine", "There is no such authority"),
        ("topic=%3Cscript%3E", "not a code"),
        ("sort=best", "One of:"),
        ("page=x", "not the number of a page"),
        ("page=99999999999999999999", "not the number of a page"),
    ],
)
def test_what_cannot_be_asked_is_refused_and_kept(client, db, asked, words):
    answer = client.get(f"/archive/?q=river+talks&{asked}")
    text = answer.content.decode()
    assert answer.status_code == 400
    assert words in text
    assert 'value="river talks"' in text
    assert "<script>" not in text


@pytest.mark.parametrize("number", [0, 2, 500])
def test_a_page_beyond_the_last_is_not_there_and_leads_to_the_first(client, db, number):
    factories.make_published("River talks")
    answer = client.get(f"/archive/?q=river&page={number}")
    assert answer.status_code == 404
    text = answer.content.decode()
    assert f"There is no page {number}; the last is 1." in text
    assert '<a href="?q=river">Search without this</a>' in text


def test_pages_follow_one_another_and_keep_the_search(client, db):
    for number in range(25):
        factories.make_published(f"River {number}", date=f"2024-03-{number + 1:02}")
    first = client.get("/archive/?q=river&sort=date")
    assert len(titles(first)) == 20
    assert "Page 1 of 2" in first.content.decode()
    second = client.get("/archive/" + first.context["pager"]["next"])
    assert titles(second) == [f"River {number}" for number in range(20, 25)]
    assert second.context["pager"]["next"] is None
    back = client.get("/archive/" + second.context["pager"]["previous"])
    assert titles(back) == titles(first)


def test_a_search_too_large_to_count_says_at_least(client, db, monkeypatch):
    monkeypatch.setattr(results, "MOST", 2)
    for _ in range(4):
        factories.make_published("River talks")
    text = client.get("/archive/?q=river").content.decode()
    assert "At least 2 records" in text
    assert "This list goes no deeper" in text


def test_a_search_that_finds_nothing_offers_others(client, db):
    factories.make_published("River talks")
    answer = client.get('/archive/?q="talks river"&kind=speech')
    assert "Nothing found" in answer.content.decode()
    found = {row["label"]: row["url"] for row in answer.context["suggestions"]}
    assert (
        client.get("/archive/" + found["Any of the words instead of all"]).context["results"].total
        == 1
    )
    assert all("speech" not in url for url in found.values())
    for url in found.values():
        assert "Nothing found" not in client.get("/archive/" + url).content.decode()


def test_what_was_not_understood_is_said(client, db):
    factories.make_published("River talks")
    answer = client.get("/archive/?q=river+%2B%2B%2B")
    assert answer.context["results"].query.ignored
    assert str(answer.context["results"].query.ignored[0]) in answer.content.decode()


def test_the_search_is_offered_as_a_feed(client, db):
    factories.make_published("River talks")
    text = client.get("/archive/?q=river&page=1").content.decode()
    (url,) = set(re.findall(r'href="(/archive/feed\.atom[^"]*)"', text))
    assert "River talks" in client.get(url).content.decode()


def test_withdrawn_texts_say_so_in_the_list_and_removed_ones_are_not_there(client, db):
    kept, removed = factories.make_published("Kept river"), factories.make_published("Lost river")
    assert sorted(titles(client.get("/archive/?q=river"))) == ["Kept river", "Lost river"]
    publishing.withdraw(kept, by=None, reason="Retracted.", keep_text=True)
    publishing.remove(removed, by=None, reason="An error.")
    answer = client.get("/archive/?q=river")
    assert titles(answer) == ["Kept river"]
    assert "Withdrawn, text kept" in answer.content.decode()


def test_a_text_in_another_script_says_its_language_and_direction(client, db):
    factories.make_published("دریاؤں پر بات چیت", "دریا کا پانی۔", language="ur")
    factories.make_published("河流会谈", "双方讨论河流。", language="zh-hans")
    text = client.get("/archive/").content.decode()
    assert 'lang="ur" dir="rtl"' in text
    assert 'lang="zh-hans" dir="ltr"' in text
    assert titles(client.get("/archive/", {"q": "دریا"})) == ["دریاؤں پر بات چیت"]
    assert titles(client.get("/archive/", {"q": "河流"})) == ["河流会谈"]


class AnyInput(TestCase):
    """Whatever is typed into any field is answered, and never with an error of ours."""

    @given(
        q=st.text(max_size=60),
        date_from=st.text(max_size=12) | st.dates().map(str),
        topic=st.text(max_size=12),
        page=st.text(max_size=4) | st.integers().map(str),
    )
    def test_nothing_typed_breaks_the_page(self, q, date_from, topic, page):
        asked = {"q": q, "date_from": date_from, "topic": topic, "page": page}
        answer = self.client.get("/archive/", asked)
        assert answer.status_code in (200, 400, 404)
        assert self.client.get("/archive/feed.atom", asked).status_code in (200, 400)


def chips(answer) -> dict[str, dict]:
    """The chips on a page by what they are."""
    return {f"{chip['what']} {chip['value']}".strip(): chip for chip in answer.context["chips"]}


def test_a_condition_within_the_words_is_a_chip_that_removes_it_alone(client, db):
    document, topic = factories.make_document("Ferry"), factories.make_topic("Rail", slug="rail")
    factories.add_topic(document, topic)
    factories.publish(document)
    factories.make_published("Ferry two", language="ur", date="2020-01-01")
    answer = client.get("/archive/?q=ferry+-topic:rail+before:2024+OR+language:ur&sort=date")
    found = chips(answer)
    assert set(found) == {"Words ferry OR", "Not: Topic Rail", "Before 2024", "Language Urdu"}
    url = found["Not: Topic Rail"]["url"]
    assert "topic" not in url
    assert "before%3A2024" in url
    assert "sort=date" in url
    only = client.get("/archive/" + chips(answer)["Words ferry OR"]["url"])
    assert set(chips(only)) == {"Not: Topic Rail", "Before 2024", "Language Urdu"}


def test_a_chip_never_leaves_values_behind_that_find_nothing(client, db):
    factories.make_published(kind="speech", authority="signed")
    answer = client.get("/archive/?kind=speech&kind=readout")
    assert chips(answer)["Kind Speech"]["url"] == "?"
    assert chips(answer)["Kind Read-out"]["url"] == "?kind=speech"


def test_other_forms_of_a_name_are_told_and_can_be_left_out(client, db):
    person, document = factories.make_person("Lin Shuya"), factories.make_document("One")
    person.names.create(form="林淑雅", language="zh-hans")
    factories.add_person(document, person)
    factories.publish(document)
    answer = client.get("/archive/", {"q": "林淑雅"})
    text = answer.content.decode()
    assert "Also searched:" in text
    assert titles(answer) == ["One"]
    assert answer.context["widened"]["url"] in text.replace("&amp;", "&")
    exact = client.get("/archive/" + answer.context["widened"]["url"])
    assert exact.context["results"].total == 0
    assert "Exactly these words" in chips(exact)
    assert '<input type="hidden" name="exact" value="1">' in exact.content.decode()


def test_a_misspelt_word_is_answered_with_a_better_one(client, db):
    factories.make_published("A tunnel under the glacier")
    answer = client.get("/archive/?q=tunel&kind=press_account")
    text = answer.content.decode()
    assert "Did you mean" in text
    (better,) = answer.context["better"]
    assert better["url"] == "?q=tunnel&kind=press_account"
    assert "Did you mean" not in client.get("/archive/" + better["url"]).content.decode()


def test_a_wrong_date_is_said_at_its_field_and_the_rest_is_kept(client, db):
    answer = client.get("/archive/?q=ferry&date_from=2024-02-31&date_to=2025&topic=rail")
    text = answer.content.decode()
    assert answer.status_code == 400
    assert re.search(r'name="date_from"[^>]*value="2024-02-31"[^>]*aria-invalid="true"', text)
    assert re.search(r'name="date_from"[^>]*aria-describedby="wrong"', text)
    assert 'id="wrong"' in text
    assert 'value="ferry"' in text
    assert 'href="?q=ferry&amp;topic=rail&amp;date_to=2025"' in text


def test_a_passage_leads_to_its_place_with_all_that_was_found_marked(client, db):
    person, document = (
        factories.make_person("Lin Shuya"),
        factories.make_document("One", "Nothing.", "Here Lin Shuya spoke of ferries."),
    )
    person.names.create(form="林淑雅", language="zh-hans")
    factories.add_person(document, person)
    factories.publish(document)
    text = client.get("/archive/", {"q": "林淑雅 kind:press_account"}).content.decode()
    (url,) = set(re.findall(r'<li[^>]*><a href="(/records/[^"]*#[^"]*)"', text))
    assert "kind" not in url
    page = client.get(unescape(url)).content.decode()
    assert "Here <mark>Lin Shuya</mark> spoke" in page
    exact = client.get(unescape(url).replace("#", "&exact=1#")).content.decode()
    assert "<mark>" not in exact


def test_orders_are_links_and_the_best_match_is_one_only_for_words(client, db):
    factories.make_published("Ferry")
    orders = {str(row["label"]): row for row in client.get("/archive/?q=ferry").context["sorts"]}
    assert list(orders) == ["Best match first", "Newest first", "Oldest first"]
    assert orders["Best match first"]["is_current"]
    assert orders["Oldest first"]["url"] == "?q=ferry&sort=date"
    orders = {str(row["label"]) for row in client.get("/archive/?x=1").context["sorts"]}
    assert orders == {"Newest first", "Oldest first"}


@pytest.mark.parametrize("exact", ["2", "yes", "true"])
def test_exactly_is_one_or_nothing(client, db, exact):
    assert client.get(f"/archive/?exact={exact}").status_code == 400


@pytest.mark.parametrize(
    "q",
    [
        "a" * 10_000,
        "topic:" * 2_000,
        '"' * 9_999,
        "-topic:x " * 1_000,
        "\0",
        "🎉 \u202eabc",
        "OR OR",
    ],
)
@pytest.mark.parametrize("address", ["/archive/", "/zh-hans/archive/", "/ur/archive/"])
def test_the_strangest_query_is_answered_in_every_language(client, db, q, address):
    factories.make_published("Ferry")
    assert client.get(address, {"q": q}).status_code == 200


@pytest.mark.parametrize("asked", ["", "q=ferry", "q=lin+shuya+-topic:rail&kind=press_account"])
def test_the_number_of_queries_does_not_grow(client, db, asked):
    person, topic = factories.make_person("Lin Shuya"), factories.make_topic("Rail", slug="rail")
    counts = []
    for count in (1, 6):
        for _ in range(count):
            document = factories.make_document("Ferry of Lin Shuya", "Lin Shuya and a ferry.")
            factories.add_person(document, person)
            factories.publish(document)
        other = factories.make_document("Other")
        factories.add_topic(other, topic)
        factories.publish(other)
        with CaptureQueriesContext(connection) as made:
            assert client.get(f"/archive/?{asked}&round={count}").status_code == 200
        counts.append(len(made))
    assert counts[0] >= counts[1]
    assert counts[1] <= 25


def test_a_long_query_is_shown_shortened_and_many_forms_are_counted(client, db):
    person, document = factories.make_person("Lin Shuya"), factories.make_document("One")
    for n in range(14):
        person.names.create(form=f"Lady {'abcdefghijklmnop'[n] * 4}", language="en")
    factories.add_person(document, person)
    factories.publish(document)
    answer = client.get("/archive/?q=lin+shuya")
    assert len(answer.context["widened"]["forms"]) == 10
    assert "and 2 more" in answer.content.decode()
    (chip,) = client.get("/archive/", {"q": "word " * 100}).context["chips"]
    assert len(chip["value"]) <= 80


def test_a_search_of_ten_thousand_characters_is_answered_with_its_first_part(client, db):
    factories.make_published("River talks")
    page = client.get("/archive/", {"q": "river " + "渡" * 10_000}).content.decode()
    main = page.partition("<main")[2]
    assert "Only the first part of this long search was used." in main
    assert "渡" * 1_900 in main
    assert "渡" * 2_000 not in main
    assert quote("渡" * 2_000) not in main


@pytest.mark.parametrize(("words", "said"), [("کشتی روانہ ہوئی", "ur"), ("The ferry left", "en")])
def test_what_is_found_says_the_language_of_its_own_words(client, db, words, said):
    factories.make_published("دریا", f"{words}.", language="ur", held="paraphrase")
    page = client.get("/archive/", {"q": words}).content.decode()
    assert f'<li lang="{said}"' in page.partition('<ul class="passages"')[2].partition("</ul>")[0]


def test_of_words_given_twice_links_carry_what_was_searched_for(client, db):
    factories.make_published("A bridge")
    page = client.get("/archive/?" + "q=lost&" * 100 + "q=bridge")
    assert [row["record"].title for row in page.context["shown"]] == ["A bridge"]
    links = [link["url"] for link in page.context["sorts"]]
    assert links
    assert all("q=bridge" in link and "lost" not in link for link in links)
