"""The page of what is held: every number leads to the search that finds exactly these."""

import csv
import json
import re
from html import unescape

import pytest
from django.core.cache import cache

from diplomacy import publishing
from diplomacy.models import Outlet, Source
from diplomacy.search.params import SearchParams
from diplomacy.search.results import search
from tests import factories
from tests.reading.test_coverage import make_round

NUMBER = re.compile(r'<a href="([^"]*/archive/[^"]*)">(\d+)</a>')


@pytest.fixture
def archive(db):
    """Records of every family, of several languages, years and standings."""
    series = factories.make_series("River Commission", slug="river")
    make_round(series, 1, ("joint_verbatim", "verbatim", ""), ("readout", "excerpt", "cn"))
    make_round(series, 3, ("press", "not_held", ""), status="postponed")
    factories.publish(factories.make_commitment())
    outlet = Outlet.objects.create(slug="river-news", name="River <i>News</i>")
    for language, date in (("zh-hans", "2019"), ("zh-hant", "2020-01-31"), ("ur", "2020-12-31")):
        document = factories.make_document(language=language, date=date, kind="op_ed")
        Source.objects.create(document=document, outlet=outlet)
        factories.publish(document)
    withdrawn, removed = factories.make_published(), factories.make_published()
    publishing.withdraw(withdrawn, by=None, reason="In doubt.", keep_text=True)
    publishing.remove(removed, by=None, reason="An error.")


def found_by(client, url: str) -> int:
    """How many records a search finds: as its page says, which must answer."""
    path = unescape(url).partition("://")[2]
    path = "/" + path.partition("/")[2] if path else unescape(url)
    cache.clear()  # a page that was kept has no context to look into
    answer = client.get(path)
    assert answer.status_code == 200
    return answer.context["results"].total


@pytest.mark.parametrize("language", ["", "/zh-hans", "/ur"])
def test_every_number_of_the_page_is_what_its_search_finds(client, archive, language):
    html = client.get(f"{language}/coverage/").content.decode()
    numbers = NUMBER.findall(html)
    assert len(numbers) > 25
    wrong = [(url, n) for url, n in numbers if found_by(client, url) != int(n)]
    assert wrong == []
    assert all(url.startswith(f"{language}/archive/") for url, _n in numbers)


def test_every_number_of_the_table_is_what_its_search_finds(client, archive):
    answer = client.get("/coverage/coverage.csv")
    assert answer["Content-Type"].startswith("text/csv")
    rows = list(csv.DictReader(answer.content.decode().splitlines()))
    with_search = [row for row in rows if row["search"]]
    assert len(with_search) > 25
    wrong = [r for r in with_search if found_by(client, r["search"]) != int(r["records"])]
    assert wrong == []
    assert {row["by"] for row in rows if not row["search"]} == {"display", "date_basis", "series"}


def test_the_data_say_the_same_as_json(client, archive, settings):
    data = json.loads(client.get("/coverage/coverage.json").content)
    assert (data["archive"], data["ledger"]) == (settings.BASE_URL, 13)
    assert data["records"] == search(SearchParams()).total
    assert {"by", "code", "also", "name", "records", "search"} == set(data["counts"][0])
    [series] = data["series"]
    assert (series["slug"], series["rounds"], series["held"], series["missing"]) == (
        "river",
        2,
        1,
        0,
    )
    assert series["nearest"]["joint_text"] == 1
    assert series["url"] == f"{settings.BASE_URL}/series/river/"


def test_the_data_speak_no_language(client, archive):
    assert client.get("/ur/coverage/coverage.json").status_code == 404
    client.get("/ur/coverage/")
    assert "/ur/" not in client.get("/coverage/coverage.csv").content.decode()


def test_what_is_not_held_is_counted_and_said_not_to_be_silence(client, archive):
    html = client.get("/coverage/").content.decode()
    assert '<a href="/archive/?held=not_held">1</a> text that it does not hold' in html
    assert "Not held is not the same as not said." in html


@pytest.mark.parametrize("url", ["/coverage/", "/coverage/coverage.json", "/coverage/coverage.csv"])
def test_an_empty_archive_has_nothing_to_count_and_says_so(client, db, url):
    assert client.get(url).status_code == 200
    assert "Nothing has been published yet" in client.get("/coverage/").content.decode()


def test_the_data_name_outlets_and_series_in_cells_that_are_no_formulas(client, archive):
    Outlet.objects.update(name="=1+1")
    rows = list(csv.DictReader(client.get("/coverage/coverage.csv").content.decode().splitlines()))
    assert {row["by"]: row["name"] for row in rows if row["name"]} == {
        "outlet": "'=1+1",
        "series": "River Commission",
    }


def test_names_of_outlets_are_words_not_html(client, archive):
    assert "River &lt;i&gt;News&lt;/i&gt;" in client.get("/coverage/").content.decode()


def test_the_picture_of_the_years_stands_beside_its_numbers(client, archive):
    html = client.get("/coverage/").content.decode()
    assert 'role="img" aria-label="Records a year"' in html
    assert "date_from=2020&amp;date_to=2020" in html


def test_of_very_many_series_the_page_shows_some_and_the_data_all(client, db, monkeypatch):
    monkeypatch.setattr("diplomacy.site.views.coverage.SERIES_SHOWN", 1)
    for _ in range(3):
        make_round(factories.make_series(), 1)
    assert "2 more series are in the data below" in client.get("/coverage/").content.decode()
    assert len(json.loads(client.get("/coverage/coverage.json").content)["series"]) == 3


def test_the_counting_is_done_once_for_all_languages_and_forms(
    client, archive, django_assert_max_num_queries
):
    client.get("/coverage/")
    for url in ("/ur/coverage/", "/coverage/coverage.json", "/coverage/coverage.csv"):
        with django_assert_max_num_queries(2):
            assert client.get(url).status_code == 200


def test_a_new_record_changes_the_page_at_once(client, archive):
    etag = client.get("/coverage/")["ETag"]
    factories.make_published()
    answer = client.get("/coverage/", headers={"If-None-Match": etag})
    assert answer.status_code == 200
