"""What every page of the site shows around its content. No query is made here."""

from pathlib import Path

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse, translate_url
from django.utils.translation import get_language, to_locale
from django.utils.translation import gettext_lazy as _

ARCHIVE_NAME = "Rapporteur"
NAVIGATION = [
    ("archive", _("Archive")),
    ("dialogues", _("Dialogues")),
    ("series-list", _("Series")),
    ("person-list", _("People")),
    ("topic-list", _("Topics")),
    ("commitments", _("Commitments")),
    ("timeline", _("Timeline")),
]
WAYS_IN = [
    ("encounters", _("Who met whom")),
    ("organisation-list", _("Organisations")),
    ("country-list", _("Countries")),
    ("initiative-list", _("Initiatives")),
    ("place-list", _("Places")),
    ("outlet-list", _("Outlets")),
]
"""What the foot of a page leads to besides."""
OWN_NAMES = {"en": "English", "zh-hans": "简体中文", "ur": "اردو"}
API_DOCS = "/api/v1/docs/"


def page(request: HttpRequest) -> dict:
    """Name, language, canonical address, navigation and language links of a page."""
    path = request.path
    return {
        "archive_name": ARCHIVE_NAME,
        "page_language": get_language() or settings.LANGUAGE_CODE,
        "canonical": settings.BASE_URL + path,
        "navigation": [_link(name, label, path) for name, label in NAVIGATION],
        "ways_in": [_link(name, label, path) for name, label in WAYS_IN],
        "languages": [_language(code, request) for code, _name in settings.LANGUAGES],
        "api_docs": API_DOCS,
        "sends_mail": settings.SENDS_MAIL,
    }


def _link(name: str, label, path: str) -> dict:
    url = reverse(name)
    return {
        "url": url,
        "label": label,
        "is_current": path.startswith(url),
        "is_page": path == url,
    }


def _language(code: str, request: HttpRequest) -> dict:
    url = translate_url(request.get_full_path(), code)
    return {
        "code": code,
        "name": OWN_NAMES.get(code, code),
        "url": url,
        "absolute": settings.BASE_URL + url,
        "is_current": code == get_language(),
        "is_translated": _is_translated(code),
    }


def _is_translated(code: str) -> bool:
    """Whether the interface speaks a language: its own, or one with compiled messages."""
    catalogue = Path(to_locale(code), "LC_MESSAGES", "django.mo")
    return code == settings.LANGUAGE_CODE or any(
        (folder / catalogue).exists() for folder in settings.LOCALE_PATHS
    )
