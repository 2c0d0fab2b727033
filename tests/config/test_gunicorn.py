"""How long an address the server lets through to pages that can answer it."""

import runpy
from pathlib import Path
from urllib.parse import quote

import pytest
from django.conf import settings
from gunicorn.config import Config
from gunicorn.http import RequestParser, message
from gunicorn.http.errors import LimitRequestLine

pytestmark = pytest.mark.usefixtures("configured")


@pytest.fixture
def configured(monkeypatch):
    monkeypatch.setattr(message, "MAX_REQUEST_LINE", message.MAX_REQUEST_LINE)


def asked(query: str):
    """The request as gunicorn reads it with our settings."""
    ours = runpy.run_path(str(Path(settings.BASE_DIR) / "gunicorn.conf.py"))
    config = Config()
    config.set("limit_request_line", ours["limit_request_line"])
    sent = f"GET /archive/?q={quote(query)} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode()
    return next(RequestParser(config, iter([sent]), ("127.0.0.1", 1)))


@pytest.mark.parametrize("letter", ["a", "渡", "😀"])
def test_a_search_of_ten_thousand_characters_reaches_the_archive(letter):
    assert asked(letter * 10_000).query == f"q={quote(letter * 10_000)}"


def test_an_address_without_an_end_does_not():
    with pytest.raises(LimitRequestLine):
        asked("a" * 1_000_000)
