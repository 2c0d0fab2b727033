"""The pages about the archive, as readers meet them."""

import pytest
from django.conf import settings as project
from django.urls import reverse

from diplomacy import publishing
from diplomacy.models import FrontPage, FrontText, shipped_words
from tests import factories
from tests.publishing.test_front_matter import publish, words_in_work

PREFIXES = ["" if code == project.LANGUAGE_CODE else f"/{code}" for code, _ in project.LANGUAGES]


def html_of(client, url: str) -> str:
    answer = client.get(url)
    assert answer.status_code == 200, url
    return answer.content.decode()


@pytest.mark.parametrize("prefix", PREFIXES)
@pytest.mark.parametrize("page", FrontPage.values)
def test_a_page_that_nobody_edited_shows_the_shipped_text(client, db, page, prefix):
    html = html_of(client, f"{prefix}/{page}/")
    assert f">{shipped_words(page, prefix.strip('/') or 'en').title}</h1>" in html
    assert not client.cookies
    assert html.count("<h1") == 1


def test_words_in_work_are_never_shown(client, db):
    before = client.get("/about/")
    words_in_work("Quillonberry", "Quillonberry")
    for url in ("/about/", "/ur/about/", "/about/versions/", "/"):
        assert "Quillonberry" not in html_of(client, url)
    assert client.get("/about/")["ETag"] == before["ETag"]
    publishing.publish_front(FrontText.objects.get(), by=None)
    assert "Quillonberry" in html_of(client, "/about/")


def test_publishing_shows_at_once_and_in_that_language_alone(client, db):
    urls = ("/about/", "/zh-hans/about/", "/ur/about/")
    etags = {url: client.get(url)["ETag"] for url in urls}
    publish(title="我们", body="由我们保管。", language="zh-hans")
    for url in urls:
        answer = client.get(url, headers={"If-None-Match": etags[url]})
        assert answer.status_code == 200
        assert ("由我们保管" in answer.content.decode()) == (url == "/zh-hans/about/")


def test_returning_to_the_shipped_text_shows_it_at_once(client, db):
    publish(title="Our own title")
    assert "Our own title" in html_of(client, "/about/")
    publishing.return_to_shipped(FrontText.objects.get(), by=None)
    html = html_of(client, "/about/")
    assert "Our own title" not in html
    assert shipped_words("about", "en").title in html


def test_the_page_says_when_it_was_changed_and_leads_to_earlier_versions(client, db):
    assert "has not been changed here" in html_of(client, "/privacy/")
    publish(page="privacy", title="First", body="Old words")
    publish(page="privacy", title="Second", body="New words")
    assert 'href="/privacy/versions/"' in html_of(client, "/privacy/")
    listed = html_of(client, "/privacy/versions/")
    assert listed.index("/versions/2/") < listed.index("/versions/1/")
    first = html_of(client, "/privacy/versions/1/")
    assert "Old words" in first
    assert "It has been replaced since" in first
    assert "noindex" in first
    assert "the one that stands now" in html_of(client, "/privacy/versions/2/")


def test_a_version_that_shows_the_shipped_text_has_no_page_of_its_own(client, db):
    publish()
    publishing.return_to_shipped(FrontText.objects.get(), by=None)
    listed = html_of(client, "/about/versions/")
    assert "Back to the text that comes with the software" in listed
    assert "/versions/2/" not in listed
    assert client.get("/about/versions/2/").status_code == 404


@pytest.mark.parametrize("n", ["0", "1", "99999999999999999999"])
def test_a_version_that_is_not_there_is_not_found(client, db, n):
    assert client.get(f"/about/versions/{n}/").status_code == 404


def test_nothing_typed_runs_on_the_page(client, db):
    publish(
        title='<script>alert("t")</script>',
        body='<script>alert(1)</script>\n\n[x](javascript:alert(2))\n\n"><img src=x onerror=y>',
    )
    for url in ("/about/", "/about/versions/1/", "/about/versions/"):
        html = html_of(client, url)
        assert "<script>alert" not in html
        assert "<img" not in html
        assert 'href="javascript' not in html


def test_a_page_of_which_a_translation_is_older_says_so(client, db):
    assert "was changed on" not in html_of(client, "/ur/about/")
    publish()
    html = html_of(client, "/ur/about/")
    assert 'class="note"' in html
    assert shipped_words("about", "ur").title in html


@pytest.mark.parametrize("page", ["about", "help", "accessibility", "privacy"])
def test_readers_are_told_where_to_write(client, db, settings, page):
    settings.CONTACT = "desk@archive.example.org"
    assert 'href="mailto:desk@archive.example.org"' in html_of(client, f"/{page}/")


def test_without_a_contact_the_page_says_so(client, db, settings):
    settings.CONTACT = ""
    assert "have given no address here yet" in html_of(client, "/privacy/")


def test_such_entries_are_in_no_feed_export_or_search(client, db):
    publish(title="Quillonberry", body="Quillonberry")
    factories.make_published("An account")
    for url in ("/feeds/latest.atom", "/archive/?q=quillonberry", "/api/v1/records/"):
        assert "<title>Quillonberry" not in client.get(url).content.decode()
    export = client.get("/api/v1/export/records.jsonl")
    assert b"Quillonberry" not in b"".join(export.streaming_content)


def test_every_page_is_in_the_sitemap_and_in_the_footer(client, db, settings):
    listed = client.get("/sitemap-pages-0.xml").content.decode()
    footer = html_of(client, "/").partition("<footer")[2]
    for page in FrontPage.values:
        assert f"<loc>{settings.BASE_URL}{reverse(page)}</loc>" in listed
        assert f'href="/{page}/"' in footer


def test_a_page_takes_the_generation_and_one_query_more(client, db, django_assert_num_queries):
    for n in range(3):
        publish(body=f"Text {n}")
    with django_assert_num_queries(2):
        html_of(client, "/ur/about/")
