"""WeasyPrint in a process of its own, away from the network, the archive and its files.

``python -m diplomacy.exports.pdf_engine`` reads one JSON object from its input and writes a PDF:
``html``, ``base_url``, ``sheets`` (``{address: CSS}``), ``files`` (``{address: path}``, all that
may be read) and ``identifier`` (hexadecimal). With ``--version`` it says what it is. It fails
where WeasyPrint or Pango is not installed. It knows nothing of Django and starts in half a second.
"""

import json
import mimetypes
import sys
from io import BytesIO
from pathlib import Path

import weasyprint
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher, URLFetcherResponse


class Listed(URLFetcher):
    """Fetches the files it was given, by their addresses, and ``data:`` addresses; nothing else."""

    def __init__(self, files: dict[str, str]):
        super().__init__(allowed_protocols={"data"}, allow_redirects=False)
        self._files = files

    def fetch(self, url: str, headers=None) -> URLFetcherResponse:
        """The file at ``url``; raises ``ValueError`` for what is not listed."""
        if url not in self._files:
            return super().fetch(url, headers)
        path = Path(self._files[url])
        kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
        return URLFetcherResponse(url, BytesIO(path.read_bytes()), {"Content-Type": kind})


def make(job: dict) -> bytes:
    """The PDF of a job, tagged, so that it can be read aloud in order."""
    fetcher, fonts = Listed(job["files"]), FontConfiguration()
    page = weasyprint.HTML(string=job["html"], base_url=job["base_url"], url_fetcher=fetcher)
    sheets = [
        weasyprint.CSS(string=text, base_url=address, url_fetcher=fetcher, font_config=fonts)
        for address, text in job["sheets"].items()
    ]
    return page.write_pdf(
        stylesheets=sheets,
        font_config=fonts,
        pdf_identifier=bytes.fromhex(job["identifier"]),
        pdf_tags=True,
    )


if __name__ == "__main__":
    if "--version" in sys.argv:
        print(f"WeasyPrint {weasyprint.__version__}")
    else:
        sys.stdout.buffer.write(make(json.load(sys.stdin)))
