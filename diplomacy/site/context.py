"""What every page of the site shows around its content. No query is made here."""

from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import get_language, to_locale
from django.utils.translation import gettext_lazy as _

from diplomacy.exports.citations.citable import ARCHIVE
from diplomacy.reading.addresses import absolute

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
PREFIXES = {code for code, _name in settings.LANGUAGES} - {settings.LANGUAGE_CODE}
"""How an address begins in a language of the interface; English has none of its own."""
API_DOCS = "/api/v1/docs/"


def page(request: HttpRequest) -> dict:
    """Name, language, canonical address, navigation and language links of a page."""
    path = request.path
    languages = languages_of(path, request.META.get("QUERY_STRING", ""))
    return {
        "archive_name": ARCHIVE,
        "page_language": get_language() or settings.LANGUAGE_CODE,
        "canonical": absolute(path),
        "navigation": [_link(name, label, path) for name, label in NAVIGATION],
        "ways_in": [_link(name, label, path) for name, label in WAYS_IN],
        "languages": languages,
        "default_language": languages[0],
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


def in_language(path: str, code: str) -> str:
    """The path of the same page in another language of the interface."""
    first, _slash, rest = path[1:].partition("/")
    plain = f"/{rest}" if first in PREFIXES else path
    return plain if code == settings.LANGUAGE_CODE else f"/{code}{plain}"


def languages_of(path: str, query: str = "") -> list[dict]:
    """The page at ``path`` in every language of the interface, the archive's own first."""
    return [_language(code, path, query) for code, _name in settings.LANGUAGES]


def _language(code: str, path: str, query: str) -> dict:
    path = in_language(path, code)
    return {
        "code": code,
        "name": OWN_NAMES.get(code, code),
        "url": f"{path}?{query}" if query else path,
        "absolute": absolute(path),
        "is_current": code == get_language(),
        "is_translated": _is_translated(code),
    }


def _is_translated(code: str) -> bool:
    """Whether the interface speaks a language: its own, or one with compiled messages."""
    return code == settings.LANGUAGE_CODE or _is_compiled(code, tuple(settings.LOCALE_PATHS))


@lru_cache
def _is_compiled(code: str, folders: tuple[Path, ...]) -> bool:
    catalogue = Path(to_locale(code), "LC_MESSAGES", "django.mo")
    return any((folder / catalogue).exists() for folder in folders)
