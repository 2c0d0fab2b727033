"""PDF: a page of HTML into bytes, where the machine can make them.

WeasyPrint needs Pango, which is no Python package. An archive whose machine lacks it runs as
well, without PDF: ``is_available`` says so.

Each PDF is made by a process of its own (``pdf_engine``): it may take seconds and hundreds of
megabytes, both of which end with it, it can be stopped, and its clock can be told to stand still.
"""

import hashlib
import json
import os
import re
import subprocess
import sys
import threading
from functools import cache
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles import finders

MEDIA_TYPE = "application/pdf"
ENGINE = [sys.executable, "-m", "diplomacy.exports.pdf_engine"]
SHEETS = {
    "css/book.css": None,
    "css/book-pages.css": None,
    "css/book-extended.css": re.compile("[\u0100-\u02ff\u1e00-\u1eff]"),
    "css/book-nastaliq.css": re.compile("[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc]"),
}
"""The style sheets of a printed book, with what a page must hold for one to be needed: a face of
many letters takes half a second to read."""
FONTS = "fonts"
"""The folder of static files that the sheets take faces from."""
SECONDS_TO_WAIT = 15
"""How long a second request waits for the PDF that is being made."""
SECONDS_TO_MAKE = 90


class NotMadeError(RuntimeError):
    """The PDF could not be made, or took longer than it may."""


class BusyError(RuntimeError):
    """One PDF is being made and another waits for it already."""


# One at a time for each process of the server, one more waits, and the other threads stay free
# for readers.
_making = threading.Lock()
_inside = threading.BoundedSemaphore(2)


@cache
def version() -> str:
    """What makes PDF here, by name and version; "" where nothing can. Asked once a process."""
    try:
        told = _run([*ENGINE, "--version"])
    except NotMadeError:
        return ""
    return told.decode().strip()


def is_available() -> bool:
    """Whether this machine can make PDF."""
    return bool(version())


def identity(html: str) -> str:
    """What the bytes of ``make(html)`` follow from, as 64 hexadecimal digits.

    The page, our style sheets and faces, and the engine; faces of the machine are not in it.
    """
    parts = [version(), html, *_sheets(html).values()]
    digest = hashlib.sha256("\0".join(parts).encode())
    for path in _fonts().values():
        digest.update(Path(path).read_bytes())
    return digest.hexdigest()


def make(html: str) -> bytes:
    """The PDF of a complete page of HTML: the same page, the same bytes.

    Nothing but our own faces and ``data:`` addresses is fetched for it. Raises ``BusyError``
    where two are being made already, ``NotMadeError`` where it fails or takes too long.
    """
    if not _inside.acquire(blocking=False):
        raise BusyError
    try:
        if not _making.acquire(timeout=SECONDS_TO_WAIT):
            raise BusyError
        try:
            return _run(ENGINE, json.dumps(_job(html)).encode())
        finally:
            _making.release()
    finally:
        _inside.release()


def _job(html: str) -> dict:
    return {
        "html": html,
        "base_url": f"{settings.BASE_URL}/",
        "sheets": _sheets(html),
        "files": _fonts(),
        "identifier": identity(html)[:32],
    }


def _run(command: list[str], given: bytes = b"") -> bytes:
    """What a process of the engine prints; raises ``NotMadeError`` with what it complains of."""
    # Faces carry the time they were cut down at: without the first, no two files would be equal.
    still = {"SOURCE_DATE_EPOCH": "0", "PYTHONHASHSEED": "0"}
    try:
        done = subprocess.run(  # noqa: S603 - a fixed command
            command,
            input=given,
            capture_output=True,
            check=True,
            timeout=SECONDS_TO_MAKE,
            cwd=settings.BASE_DIR,
            env=os.environ | still,
        )
    except subprocess.CalledProcessError as error:
        raise NotMadeError(error.stderr.decode(errors="replace")) from error
    except (subprocess.TimeoutExpired, OSError) as error:
        raise NotMadeError(str(error)) from error
    return done.stdout


def _sheets(html: str) -> dict[str, str]:
    """The sheets that a page needs, by their address."""
    return {
        _address(name): Path(finders.find(name)).read_text(encoding="utf-8")
        for name, needed in SHEETS.items()
        if needed is None or needed.search(html)
    }


def _fonts() -> dict[str, str]:
    """The paths of our faces by their address, in a fixed order."""
    folder = finders.find(FONTS)
    paths = sorted(Path(folder).glob("*.woff2")) if folder else []
    return {_address(f"{FONTS}/{path.name}"): str(path) for path in paths}


def _address(name: str) -> str:
    """The address of a static file as the engine sees it."""
    return f"{settings.BASE_URL}{settings.STATIC_URL}{name}"
