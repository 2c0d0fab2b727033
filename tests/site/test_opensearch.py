"""The archive as one of a browser's search engines."""

from xml.etree import ElementTree

import pytest

pytestmark = pytest.mark.django_db
NAMES = {"os": "http://a9.com/-/spec/opensearch/1.1/"}


def test_every_page_leads_to_a_description_whose_addresses_search(client, settings):
    assert 'href="/opensearch.xml"' in client.get("/").content.decode()
    answer = client.get("/opensearch.xml")
    assert answer.headers["Content-Type"] == "application/opensearchdescription+xml"
    urls = ElementTree.fromstring(answer.content).findall("os:Url", NAMES)
    assert [url.get("type") for url in urls] == ["text/html", "application/atom+xml"]
    for url in urls:
        path = url.get("template").removeprefix(settings.BASE_URL)
        assert client.get(path.replace("{searchTerms}", "ferry")).status_code == 200
