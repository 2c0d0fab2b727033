"""WeasyPrint, kept away from the network and from the machine's files.

Importing this fails with ``OSError`` where Pango is not installed; only ``pdf`` imports it.
"""

import mimetypes
from io import BytesIO
from urllib.parse import unquote

import weasyprint
from django.conf import settings
from django.contrib.staticfiles import finders
from django.core.exceptions import SuspiciousFileOperation
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher, URLFetcherResponse

VERSION = f"WeasyPrint {weasyprint.__version__}"


class OwnFiles(URLFetcher):
    """Fetches our static files, from where they lie, and ``data:`` addresses; nothing else."""

    def __init__(self):
        super().__init__(allowed_protocols={"data"}, allow_redirects=False)

    def fetch(self, url: str, headers=None) -> URLFetcherResponse:
        """The file at ``url``; raises ``ValueError`` for what is not ours."""
        if not url.startswith(_static("")):
            return super().fetch(url, headers)
        name = unquote(url.removeprefix(_static("")).partition("?")[0])
        try:
            path = finders.find(name)
        except SuspiciousFileOperation:
            path = None
        if not path:
            raise ValueError(f"no static file of ours: {url}")
        with open(path, "rb") as file:
            body = BytesIO(file.read())
        kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
        return URLFetcherResponse(url, body, {"Content-Type": kind})


def make(html: str, sheets: dict[str, str], identifier: bytes) -> bytes:
    """``html`` with ``sheets`` (``{name of the static file: its text}``) as a tagged PDF."""
    fetcher, fonts = OwnFiles(), FontConfiguration()
    page = weasyprint.HTML(string=html, base_url=f"{settings.BASE_URL}/", url_fetcher=fetcher)
    styles = [
        weasyprint.CSS(
            string=text, base_url=_static(name), url_fetcher=fetcher, font_config=fonts
        )
        for name, text in sheets.items()
    ]
    return page.write_pdf(
        stylesheets=styles,
        font_config=fonts,
        pdf_identifier=identifier,
        pdf_tags=True,
        custom_metadata=False,
    )


def _static(name: str) -> str:
    """The address of a static file as the engine sees it."""
    return f"{settings.BASE_URL}{settings.STATIC_URL}{name}"
