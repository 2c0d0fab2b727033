"""Which words of a page readers get."""

from pathlib import Path
from urllib.parse import unquote

import pytest
from django.conf import settings
from django.utils import translation

from diplomacy.models import FrontPage, shipped_words
from diplomacy.reading import front_matter
from diplomacy.text.markdown import render
from tests.publishing.test_front_matter import publish

LANGUAGES = [code for code, _name in settings.LANGUAGES]
LATER = {"/help/searching/"}
"""Addresses of pages that others own and that may not stand here yet."""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", FrontPage.values)
def test_every_page_comes_with_the_software_in_every_language(db, page, language):
    found = front_matter.shown(page, language)
    assert (found.language, found.is_instead, found.edition) == (language, False, None)
    assert found.title
    assert found.html.startswith(("<p>", "<h2"))
    assert "*" not in found.html
    assert "|" not in found.html


@pytest.mark.parametrize("page", FrontPage.values)
def test_the_languages_say_the_same_in_the_same_order(page):
    shapes = {
        tuple(row.level for row in render(shipped_words(page, language).body).headings)
        for language in LANGUAGES
    }
    assert len(shapes) == 1


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", FrontPage.values)
def test_every_link_of_the_shipped_texts_leads_somewhere(client, db, page, language):
    links = []
    render(shipped_words(page, language).body, address=lambda url: links.append(url) or url)
    for url in links:
        path, _hash, anchor = url.partition("#")
        if path in LATER:
            continue
        own = front_matter.localised(path, language)
        answer = client.get(own)
        assert answer.status_code == 200, own
        if anchor:
            assert f'id="{unquote(anchor)}"' in answer.content.decode(), url


def test_the_last_published_words_count_in_their_language_alone(db):
    publish(title="Über uns", body="Old")
    publish(title="About us", body="New *words*")
    found = front_matter.shown("about", "en")
    assert (found.title, found.html) == ("About us", "<p>New <em>words</em></p>\n")
    assert found.edition.n == 2
    assert front_matter.shown("about", "ur").title == shipped_words("about", "ur").title


def test_a_translation_says_that_the_english_was_changed_after_it(db):
    assert front_matter.shown("about", "ur").newer is None
    english = publish()
    assert front_matter.shown("about", "ur").newer == english
    publish(language="ur", title="ہم", body="متن")
    assert front_matter.shown("about", "ur").newer is None
    assert front_matter.shown("about", "en").newer is None


def test_where_nothing_is_written_in_a_language_the_english_stands_in(db, settings, tmp_path):
    folder = tmp_path / "fixtures" / "front"
    folder.mkdir(parents=True)
    (folder / "about.en.md").write_text("# About\n\nIn [English](/help/).", encoding="utf-8")
    settings.BASE_DIR = tmp_path
    found = front_matter.shown("about", "zh-hans")
    assert (found.language, found.is_instead, found.title) == ("en", True, "About")
    assert 'href="/zh-hans/help/"' in found.html
    publish(title="Edited", body="Text")
    assert front_matter.shown("about", "zh-hans").title == "Edited"


def test_one_page_takes_one_query(db, django_assert_num_queries):
    for n in range(3):
        publish(body=f"Text {n}")
        publish(body=f"متن {n}", language="ur")
    with django_assert_num_queries(1):
        assert front_matter.shown("about", "ur").edition.n == 3


def test_addresses_lead_into_the_readers_language():
    assert front_matter.localised("/about/", "ur") == "/ur/about/"
    assert front_matter.localised("/help/#x", "zh-hans") == "/zh-hans/help/#x"
    assert front_matter.localised("/about/", "en") == "/about/"
    for same in ("/coverage/coverage.json", "/nowhere/", "/api/v1/docs/"):
        assert front_matter.localised(same, "ur") == same
    with translation.override("ur"):
        assert front_matter.localised("/about/", "zh-hans") == "/zh-hans/about/"


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ("", None),
        (" ", None),
        ("a@example.org", {"text": "a@example.org", "url": "mailto:a@example.org"}),
        (
            "https://example.org/x",
            {"text": "https://example.org/x", "url": "https://example.org/x"},
        ),
        ("1 River Road, Gilgit", {"text": "1 River Road, Gilgit", "url": ""}),
        ("javascript:alert(1)", {"text": "javascript:alert(1)", "url": ""}),
    ],
)
def test_the_contact_is_a_link_where_it_can_be_one(settings, given, found):
    settings.CONTACT = given
    assert front_matter.contact() == found


def test_no_text_is_without_its_page():
    names = {
        path.name.split(".")[0] for path in Path(settings.BASE_DIR, "fixtures/front").iterdir()
    }
    assert names == set(FrontPage.values)
