"""What every test may count on: a clean cache, English, cheap passwords, a folder of its own."""

import os
import shutil

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import TransactionTestCase
from django.utils import translation
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis_settings

from diplomacy.exports import pdf
from diplomacy.search import engines

# A busy machine is no reason to fail. Where everything is run, free text is tried at length.
STEADY = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow]}
hypothesis_settings.register_profile("steady", max_examples=40, **STEADY)
hypothesis_settings.register_profile("thorough", max_examples=300, **STEADY)
is_thorough = os.environ.get("EVERYTHING") == "1"
hypothesis_settings.load_profile("thorough" if is_thorough else "steady")

CHROMIUM = os.environ.get("CHROMIUM") or "/usr/bin/chromium"


def pytest_collection_modifyitems(config, items):
    """Skip what this machine or this database cannot show, saying why."""
    skips = {}
    if not shutil.which(CHROMIUM) and os.environ.get("REQUIRE_BROWSER") != "1":
        skips["browser"] = f"no Chromium at {CHROMIUM}: install it, or set CHROMIUM"
    if connection.vendor == "sqlite":
        skips["postgres"] = "about PostgreSQL; this run is on SQLite"
    else:
        skips["sqlite"] = "about SQLite; this run is on PostgreSQL"
    for item in items:
        if runs_once(item):
            item.add_marker("once")
        for marker, reason in skips.items():
            if item.get_closest_marker(marker):
                item.add_marker(pytest.mark.skip(reason=reason))


def runs_once(item) -> bool:
    """Whether a test says the same on every database: it asks none, or is about forms alone."""
    is_form = "/tests/admin/" in str(item.path)
    is_case = issubclass(getattr(item, "cls", None) or object, TransactionTestCase)
    asks = {"db", "transactional_db"} & set(item.fixturenames) or is_case
    return is_form or not (asks or item.get_closest_marker("django_db"))


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix, tmp_path_factory):
    """A file for SQLite, as the archive uses: in memory, connections would share their locks."""
    if connection.vendor == "sqlite":
        name = str(tmp_path_factory.mktemp("database") / "test.sqlite3")
        connection.settings_dict["TEST"]["NAME"] = name


@pytest.fixture(scope="session")
def chromium():
    """The path of the browser; with REQUIRE_BROWSER=1 its absence is a failure."""
    path = shutil.which(CHROMIUM)
    assert path, f"no Chromium at {CHROMIUM}: install it, or set CHROMIUM"
    return path


@pytest.fixture(scope="session")
def pdf_engine():
    """For tests that make PDF: skipped where this machine cannot, unless REQUIRE_PDF=1."""
    if not pdf.is_available():
        missing = "no PDF here: WeasyPrint or Pango is not installed"
        pytest.fail(missing) if os.environ.get("REQUIRE_PDF") == "1" else pytest.skip(missing)


@pytest.fixture(scope="session")
def media_folder(tmp_path_factory):
    """One folder a run for uploaded files."""
    return tmp_path_factory.mktemp("media")


@pytest.fixture(autouse=True)
def _test_settings(settings, media_folder):
    """Cheap passwords, no throttling of logins, no file of the real archive touched."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.AXES_ENABLED = False
    settings.MEDIA_ROOT = str(media_folder)
    cache.clear()


@pytest.fixture(autouse=True)
def _own_language():
    """A page in another language leaves its thread speaking that one."""
    yield
    translation.deactivate()


@pytest.fixture(autouse=True)
def _emptied_index(request, django_db_blocker):
    """The full-text table is no model's: the flush after a transactional test leaves its rows."""
    yield
    if is_transactional(request):
        with django_db_blocker.unblock():
            engines.for_connection(connection).clear()


def is_transactional(request) -> bool:
    """Whether the test commits what it writes, as everything on a live server does."""
    marker = request.node.get_closest_marker("django_db")
    if marker and (marker.kwargs.get("transaction") or marker.args[:1] == (True,)):
        return True
    return bool({"transactional_db", "live_server"} & set(request.fixturenames))
