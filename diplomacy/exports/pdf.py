"""PDF: a page of HTML into bytes, where the machine can make them.

WeasyPrint needs Pango, which is no Python package. An archive whose machine lacks it runs as
well, without PDF: ``is_available`` says so, and nothing else asks for the engine.
"""

import hashlib
import threading
from functools import cache
from types import ModuleType

from django.contrib.staticfiles import finders

MEDIA_TYPE = "application/pdf"
SHEETS = ("css/book.css", "css/book-pages.css")
"""The style sheets of a printed book, as static files."""
SECONDS_TO_WAIT = 15
"""How long a second request waits for the one that is being made."""


class BusyError(RuntimeError):
    """One PDF is being made and another waits for it already."""


# Making one keeps a processor busy for seconds: one at a time in a process, one more waits, and
# the other threads stay free for readers.
_making = threading.Lock()
_inside = threading.BoundedSemaphore(2)


@cache
def _engine() -> ModuleType | None:
    """The module that makes PDF, or None where its libraries are missing. Loaded when asked for."""
    try:
        from . import pdf_engine  # Pango may be missing, and it loads 40 MB
    except (ImportError, OSError):
        return None
    return pdf_engine


def is_available() -> bool:
    """Whether this machine can make PDF."""
    return _engine() is not None


def identity(html: str) -> str:
    """What the bytes of ``make(html)`` follow from, as 64 hexadecimal digits.

    The page, the style sheets and the engine. Fonts of the machine are not in it.
    """
    digest = hashlib.sha256(html.encode())
    digest.update(_engine().VERSION.encode())
    for name in SHEETS:
        digest.update(_sheet(name).encode())
    return digest.hexdigest()


def make(html: str) -> bytes:
    """The PDF of a complete page of HTML: the same page, the same bytes.

    Nothing but our own static files and ``data:`` addresses is fetched for it. Raises
    ``BusyError`` where two are being made already.
    """
    if not _inside.acquire(blocking=False):
        raise BusyError
    try:
        if not _making.acquire(timeout=SECONDS_TO_WAIT):
            raise BusyError
        try:
            sheets = {name: _sheet(name) for name in SHEETS}
            return _engine().make(html, sheets, bytes.fromhex(identity(html))[:16])
        finally:
            _making.release()
    finally:
        _inside.release()


def _sheet(name: str) -> str:
    with open(finders.find(name), encoding="utf-8") as sheet:
        return sheet.read()
