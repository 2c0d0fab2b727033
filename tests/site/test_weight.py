"""How much of a page goes over the wire, fonts aside: they are fetched once."""

import gzip
import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders

from tests.browser.pages import make_archive

MOST = 100_000
"""Bytes, compressed."""
PARTS = re.compile(r'(?:<link rel="stylesheet" href|<script src)="/static/([^"]+)"')


def weight(page: bytes) -> int:
    """The compressed bytes of a page with its style sheets and scripts."""
    files = [Path(finders.find(name)).read_bytes() for name in PARTS.findall(page.decode())]
    return sum(len(gzip.compress(part)) for part in (page, *files))


@pytest.mark.django_db
def test_every_page_is_light(client):
    for word, address in make_archive().items():
        page = client.get(address.path.partition("#")[0]).content
        assert PARTS.search(page.decode()), word
        assert weight(page) < MOST, word
