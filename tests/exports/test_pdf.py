"""PDF: the same page, the same bytes, and nothing fetched that is not ours."""

import subprocess
import threading
import time
from http.server import BaseHTTPRequestHandler, HTTPServer
from io import BytesIO

import pytest
from django.conf import settings
from pypdf import PdfReader

from diplomacy.exports import pdf

PAGE = '<!doctype html><html lang="en"><head><title>T</title></head><body>{}</body></html>'


@pytest.fixture
def no_engine(monkeypatch):
    """A machine on which the engine does not start."""
    monkeypatch.setattr(pdf, "ENGINE", ["/nonexistent/python"])
    pdf.version.cache_clear()
    yield
    pdf.version.cache_clear()


@pytest.fixture
def server():
    """A server of somebody else's, and the paths it was asked for."""
    asked = []

    class Listening(BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append(self.path)
            self.send_response(404)
            self.end_headers()

        def log_message(self, *args):
            pass

    listening = HTTPServer(("127.0.0.1", 0), Listening)
    threading.Thread(target=listening.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{listening.server_port}", asked
    listening.shutdown()
    listening.server_close()


def words_of(made: bytes) -> str:
    return " ".join(page.extract_text() for page in PdfReader(BytesIO(made)).pages)


def attached(made: bytes) -> list[bytes]:
    """The contents of the files that a PDF carries with it."""
    files = PdfReader(BytesIO(made)).attachments
    return [content for contents in files.values() for content in contents]


def test_a_page_becomes_a_pdf_with_its_words(pdf_engine):
    made = pdf.make(PAGE.format("<p>The ferry runs daily.</p>"))
    assert made.startswith(b"%PDF-")
    assert "The ferry runs daily." in words_of(made)


def test_the_same_page_gives_the_same_bytes_at_another_time(pdf_engine):
    page = PAGE.format('<p>The ferry, <i>then</i> <b>again</b>.</p><p lang="ur">کشتی</p>')
    first = pdf.make(page)
    time.sleep(1.1)  # faces are cut down anew, and carry seconds
    assert pdf.make(page) == first
    assert pdf.make(page.replace("ferry", "train")) != first


def test_the_same_page_gives_the_same_bytes_whatever_the_seed(pdf_engine, monkeypatch):
    page, made, run = PAGE.format("<p>The ferry.</p>"), [], subprocess.run
    for seed in ("1", "2"):
        monkeypatch.setattr(
            pdf.subprocess,
            "run",
            lambda *a, seed=seed, env, **k: run(*a, env=env | {"PYTHONHASHSEED": seed}, **k),
        )
        made.append(pdf.make(page))
    assert made[0] == made[1]


def test_the_identity_follows_from_the_page(pdf_engine):
    one, other = PAGE.format("one"), PAGE.format("other")
    assert pdf.identity(one) == pdf.identity(one)
    assert pdf.identity(one) != pdf.identity(other)


def test_nothing_is_fetched_from_another_machine(pdf_engine, server):
    url, asked = server
    pdf.make(
        PAGE.format(
            f'<link rel="stylesheet" href="{url}/a.css"><img src="{url}/b.png">'
            f'<style>@import "{url}/c.css"; p {{ background: url({url}/d.png) }}</style><p>x</p>'
        )
    )
    assert asked == []


@pytest.mark.parametrize(
    "address",
    [
        "file://{base}/manage.py",
        "{base}/manage.py",
        "/static/../manage.py",
        "/static/css/../../manage.py",
        "/static/css/site.css",
    ],
)
def test_no_file_of_the_machine_gets_into_a_pdf(pdf_engine, address):
    address = address.format(base=settings.BASE_DIR)
    assert attached(pdf.make(PAGE.format(f'<link rel="attachment" href="{address}">'))) == []


def test_data_in_the_page_itself_may_be_attached(pdf_engine):
    page = PAGE.format('<link rel="attachment" href="data:text/plain,hello">')
    assert attached(pdf.make(page)) == [b"hello"]


def test_a_machine_without_the_engine_says_so(no_engine):
    assert not pdf.is_available()
    with pytest.raises(pdf.NotMadeError):
        pdf.make(PAGE.format("x"))


def test_what_takes_too_long_is_stopped(pdf_engine, monkeypatch):
    monkeypatch.setattr(pdf, "SECONDS_TO_MAKE", 0.01)
    with pytest.raises(pdf.NotMadeError):
        pdf.make(PAGE.format("x"))


def test_one_is_made_at_a_time_and_one_more_waits(monkeypatch):
    monkeypatch.setattr(pdf, "SECONDS_TO_WAIT", 0.01)
    monkeypatch.setattr(pdf, "_run", lambda *given: b"%PDF")
    with pdf._making, pytest.raises(pdf.BusyError):
        pdf.make("x")
    for _ in range(2):
        pdf._inside.acquire()
    try:
        with pytest.raises(pdf.BusyError):
            pdf.make("x")
    finally:
        pdf._inside.release(2)
    assert pdf.make("x") == b"%PDF"
