"""The sitemap and robots.txt."""

from xml.etree import ElementTree

import pytest
from django.urls import reverse

from diplomacy import publishing
from diplomacy.site import sitemaps
from diplomacy.site.context import NAVIGATION, WAYS_IN
from tests import factories

SPACE = f"{{{sitemaps.NAMESPACE}}}"


def addresses(client, url: str) -> list[str]:
    answer = client.get(url)
    assert answer.status_code == 200
    return [place.text for place in ElementTree.fromstring(answer.content).iter(f"{SPACE}loc")]


def everything(client, settings) -> list[str]:
    """Every address of every page that the index names, without the host."""
    pages = [url.removeprefix(settings.BASE_URL) for url in addresses(client, "/sitemap.xml")]
    return [
        url.removeprefix(settings.BASE_URL) for page in pages for url in addresses(client, page)
    ]


def page_of(record) -> str:
    """The page of the sitemap that a record is on."""
    return f"/sitemap-records-{record.pk // sitemaps.SPAN}.xml"


def test_an_empty_archive_has_its_standing_pages(client, db, settings):
    assert everything(client, settings)[:4] == ["/", "/zh-hans/", "/ur/", "/archive/"]


def test_all_ways_in_that_every_page_offers_are_in_it(client, db, settings):
    urls = everything(client, settings)
    offered = [reverse(name) for name, _label in [*NAVIGATION, *WAYS_IN]]
    assert [url for url in [*offered, reverse("help-searching")] if url not in urls] == []


def test_each_address_is_listed_with_all_its_languages(client, db, settings):
    document = factories.make_published()
    url = document.public.get_absolute_url()
    sitemap = ElementTree.fromstring(client.get(page_of(document)).content)
    base = settings.BASE_URL
    expected = {
        "en": f"{base}{url}",
        "zh-hans": f"{base}/zh-hans{url}",
        "ur": f"{base}/ur{url}",
        "x-default": f"{base}{url}",
    }
    entries = list(sitemap.iter(f"{SPACE}url"))
    assert len(entries) == 3
    for entry in entries:
        links = entry.iter(f"{{{sitemaps.OF_LINKS}}}link")
        assert {link.get("hreflang"): link.get("href") for link in links} == expected


def test_every_address_in_it_answers(client, db, settings):
    document, topic = factories.make_document(), factories.make_topic()
    factories.add_topic(document, topic)
    factories.add_person(document, factories.make_person())
    factories.publish(document)
    urls = everything(client, settings)
    assert f"/topics/{topic.slug}/" in urls
    assert [client.get(url).status_code for url in urls] == [200] * len(urls)


def test_only_what_can_be_read_is_in_it(client, db, settings):
    kept, removed = factories.make_published(), factories.make_published()
    draft = factories.make_document()
    factories.add_topic(draft, factories.make_topic(slug="unspoken"))
    publishing.withdraw(kept, by=None, reason="Retracted.", keep_text=True)
    assert removed.uid in str(everything(client, settings))
    publishing.remove(removed, by=None, reason="An error.")
    urls = str(everything(client, settings))
    assert kept.uid in urls
    assert removed.uid not in urls
    assert draft.uid not in urls
    assert "unspoken" not in urls


def test_a_record_says_when_it_last_changed(client, db):
    document = factories.make_published()
    changed = document.public.changed_at.isoformat(timespec="seconds")
    for url in ("/sitemap.xml", page_of(document)):
        assert f"<lastmod>{changed}</lastmod>" in client.get(url).content.decode()


def test_many_records_are_on_many_pages_and_each_on_one(client, db, monkeypatch, settings):
    monkeypatch.setattr(sitemaps, "SPAN", 2)
    uids = {factories.make_published().uid for _ in range(5)}
    urls = [url for url in everything(client, settings) if url.startswith("/records/")]
    assert len(urls) == 5
    assert {url.split("/")[2] for url in urls} == uids


@pytest.mark.parametrize(
    "url",
    [
        "/sitemap-records-7.xml",
        "/sitemap-x-0.xml",
        "/sitemap-office-0.xml",
        "/sitemap-pages-1.xml",
        "/sitemap-records-99999999999999999999.xml",
    ],
)
def test_a_page_that_is_not_there_is_not_found(client, db, url):
    assert client.get(url).status_code == 404


def test_robots_are_told_where_the_sitemap_is_and_what_to_leave(client, db, settings):
    text = client.get("/robots.txt").content.decode()
    assert f"Sitemap: {settings.BASE_URL}/sitemap.xml" in text
    for address in ("/admin/", "/follow/", "/*/report/"):
        assert f"Disallow: {address}" in text
