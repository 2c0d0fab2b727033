"""The settings as an operator meets them: by environment, in a process of their own."""

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LONG_KEY = "k" * 20 + "0123456789-ABCDEFGHIJ" * 3
OWN = {"DATABASE_URL", "CACHE_URL", "BASE_URL", "DEBUG", "SECRET_KEY", "PROXIES", "ALLOWED_HOSTS"}
OWN |= {"EMAIL_URL", "EMAIL_FROM", "CONTACT", "DJANGO_ALLOW_ASYNC_UNSAFE"}


def python(*arguments: str, **environment: str) -> subprocess.CompletedProcess:
    """Run Python in the project's folder with only the given settings in the environment."""
    inherited = {name: value for name, value in os.environ.items() if name not in OWN}
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env={**inherited, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def settings_with(*names: str, **environment: str) -> dict:
    """The values of the settings `names` under `environment`."""
    code = (
        "import json; from config import settings;"
        f"print(json.dumps({{name: getattr(settings, name, None) for name in {names!r}}}))"
    )
    return json.loads(python("-c", code, **environment).stdout)


def test_an_archive_on_https_passes_the_deployment_check_without_a_warning():
    done = python(
        "manage.py",
        "check",
        "--deploy",
        "--fail-level=WARNING",
        BASE_URL="https://archive.example",
        SECRET_KEY=LONG_KEY,
    )
    assert done.returncode == 0, done.stderr
    assert "no issues" in done.stdout + done.stderr


def test_a_weak_key_is_noticed_by_the_deployment_check():
    done = python(
        "manage.py",
        "check",
        "--deploy",
        "--fail-level=WARNING",
        BASE_URL="https://archive.example",
        SECRET_KEY="weak",
    )
    assert done.returncode == 1
    assert "SECRET_KEY" in done.stderr


SECURE = ("SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE", "SECURE_SSL_REDIRECT")


def test_https_turns_everything_secure_on():
    found = settings_with(*SECURE, "SECURE_HSTS_SECONDS", BASE_URL="https://archive.example")
    assert found == {**dict.fromkeys(SECURE, True), "SECURE_HSTS_SECONDS": 31_536_000}


def test_without_https_nobody_is_locked_out():
    assert settings_with(*SECURE) == dict.fromkeys(SECURE)


def test_the_host_of_the_base_url_is_allowed():
    found = settings_with("ALLOWED_HOSTS", BASE_URL="https://archive.example/")
    assert found["ALLOWED_HOSTS"] == ["localhost", "127.0.0.1", "[::1]", "archive.example"]


def test_forwarded_headers_are_believed_only_behind_a_proxy():
    name = "SECURE_PROXY_SSL_HEADER"
    assert settings_with(name) == {name: None}
    assert settings_with(name, PROXIES="1") == {name: ["HTTP_X_FORWARDED_PROTO", "https"]}


def test_a_key_that_starts_with_a_dollar_is_taken_as_it_is():
    key = "$HOME" + LONG_KEY
    assert settings_with("SECRET_KEY", SECRET_KEY=key) == {"SECRET_KEY": key}


def test_debug_is_off_unless_asked_for():
    assert settings_with("DEBUG") == {"DEBUG": False}
    assert settings_with("DEBUG", DEBUG="1") == {"DEBUG": True}


def test_the_default_database_waits_for_its_lock_instead_of_failing():
    database = settings_with("DATABASES")["DATABASES"]["default"]
    assert database["NAME"] == str(ROOT / "var" / "rapporteur.sqlite3")
    assert database["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    assert "journal_mode=WAL" in database["OPTIONS"]["init_command"]


def test_a_postgresql_url_is_understood():
    url = "postgres://archive:s%40crt@db.example:5433/rapporteur"
    database = settings_with("DATABASES", DATABASE_URL=url)["DATABASES"]["default"]
    assert database["ENGINE"] == "django.db.backends.postgresql"
    assert (database["HOST"], database["PORT"], database["PASSWORD"]) == (
        "db.example",
        5433,
        "s@crt",
    )
    assert "transaction_mode" not in database.get("OPTIONS", {})


def test_a_collected_archive_serves_files_under_lasting_names(tmp_path):
    found = settings_with("STORAGES", "WHITENOISE_USE_FINDERS", STATIC_ROOT=str(tmp_path))
    assert "Manifest" in found["STORAGES"]["staticfiles"]["BACKEND"]
    assert found["WHITENOISE_USE_FINDERS"] is False


def test_a_bucket_takes_the_pictures():
    found = settings_with("STORAGES", S3_BUCKET="archive", S3_ENDPOINT_URL="https://store.example")
    assert found["STORAGES"]["default"]["OPTIONS"] == {
        "bucket_name": "archive",
        "endpoint_url": "https://store.example",
        "region_name": None,
    }


def test_a_number_that_is_none_stops_the_start_and_is_named():
    done = python("-c", "import config.settings", PROXIES="perhaps")
    assert done.returncode == 1
    assert "perhaps" in done.stderr


def test_what_collectstatic_gathers_is_served_for_ever_under_its_hash(tmp_path):
    """As the README says to deploy it."""
    where = {"STATIC_ROOT": str(tmp_path / "static")}
    done = python("manage.py", "collectstatic", "--no-input", "--ignore", "redoc*", **where)
    assert done.returncode == 0, done.stderr
    code = (
        "import django, re; django.setup();"
        "from django.test import Client;"
        "client = Client(SERVER_NAME='localhost');"
        "page = client.get('/admin/login/').content.decode();"
        "sheet = re.search(r'/static/admin/css/base\\.[0-9a-f]{12}\\.css', page)[0];"
        "print(client.get(sheet).headers['Cache-Control'])"
    )
    done = python("-c", code, DJANGO_SETTINGS_MODULE="config.settings", **where)
    assert "immutable" in done.stdout, done.stderr


def test_an_archive_on_one_machine_puts_its_mail_into_files():
    found = settings_with("SENDS_MAIL", "EMAIL_BACKEND", "EMAIL_FILE_PATH")
    assert found["SENDS_MAIL"]
    assert found["EMAIL_BACKEND"].endswith("filebased.EmailBackend")
    assert found["EMAIL_FILE_PATH"] == str(ROOT / "var" / "mail")


def test_an_archive_on_https_sends_mail_once_it_has_a_server():
    names = ("SENDS_MAIL", "EMAIL_HOST", "EMAIL_PORT", "EMAIL_USE_TLS", "DEFAULT_FROM_EMAIL")
    https = {"BASE_URL": "https://archive.example", "SECRET_KEY": LONG_KEY}
    assert not settings_with(*names, **https)["SENDS_MAIL"]
    server = "smtp+tls://user:word@mail.example:587"
    assert settings_with(*names, **https, EMAIL_URL=server) == {
        "SENDS_MAIL": True,
        "EMAIL_HOST": "mail.example",
        "EMAIL_PORT": 587,
        "EMAIL_USE_TLS": True,
        "DEFAULT_FROM_EMAIL": "Rapporteur <archive@archive.example>",
    }
