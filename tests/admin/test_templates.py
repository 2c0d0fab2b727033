"""Our admin pages keep to the strict content policy."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.urls import reverse

from tests import factories

from .test_screens import url

TEMPLATES = sorted(Path(settings.BASE_DIR, "templates", "admin").rglob("*.html"))
INLINE = re.compile(r"<style|<script(?![^>]*\bsrc=)|\sstyle=|\son[a-z]+=|javascript:", re.I)


def test_what_breaks_the_policy_is_noticed():
    for bad in ("<style>", "<script>x", '<p style="x">', '<a onclick="x">', "javascript:x"):
        assert INLINE.search(bad)
    assert not INLINE.search('<script src="/static/x.js"></script>')


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_our_templates_hold_no_inline_script_or_style(path):
    assert INLINE.findall(path.read_text(encoding="utf-8")) == []


def test_pages_as_served_hold_none_either(publisher, db):
    account = factories.make_published()
    pages = [
        "/admin/",
        url("account"),
        url("account", "change", account.pk),
        url("account", "add"),
        url("account", "preview", account.pk),
        url("account", "history", account.pk),
        url("account", "verb", account.pk, "withdraw"),
        reverse("admin:diplomacy_receive"),
        url("topic"),
        url("person", "add"),
        url("edition"),
        url("fronttext"),
        url("fronttext", "text", "about", "ur"),
        url("fronttext", "preview", "about", "ur"),
    ]
    for page in pages:
        html = publisher.get(page).content.decode()
        assert INLINE.findall(html) == [], page
