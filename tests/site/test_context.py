"""What every page shows around its content."""

import re

import pytest

from diplomacy.site import context

pytestmark = pytest.mark.django_db


def announced(client, url: str) -> list[str]:
    """The languages that the head of a page announces it in."""
    page = client.get(url).content.decode()
    found = re.findall(r'<link rel="alternate" hreflang="([^"]+)"', page)
    assert found.pop() == "x-default"
    return found


@pytest.fixture
def locale(settings, tmp_path):
    """A folder of catalogues, which holds none yet."""
    settings.LOCALE_PATHS = [tmp_path]
    context._is_compiled.cache_clear()
    return tmp_path


def test_only_languages_with_a_catalogue_are_announced(client, locale):
    assert announced(client, "/people/") == ["en"]
    catalogue = locale / "zh_Hans" / "LC_MESSAGES" / "django.mo"
    catalogue.parent.mkdir(parents=True)
    catalogue.touch()
    context._is_compiled.cache_clear()
    assert announced(client, "/topics/") == ["en", "zh-hans"]
    assert announced(client, "/ur/topics/") == ["en", "zh-hans"]


@pytest.mark.parametrize("prefix", ["", "/zh-hans", "/ur"])
def test_every_language_can_be_switched_to_with_a_catalogue_or_without(client, locale, prefix):
    page = client.get(f"{prefix}/people/").content.decode()
    for url, code in [("/people/", "en"), ("/zh-hans/people/", "zh-hans"), ("/ur/people/", "ur")]:
        assert f'<a href="{url}" hreflang="{code}"' in page
        assert client.get(url).status_code == 200
