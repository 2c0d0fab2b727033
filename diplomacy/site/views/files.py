"""Pictures and files of what is public. Nothing else in the store has an address."""

from pathlib import PurePosixPath

from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest
from django.views.decorators.http import require_safe

from diplomacy.reading import files
from diplomacy.search.derived import FIGURE

CONTENT_TYPES = {
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".png": "image/png",
    ".webp": "image/webp",
    ".pdf": "application/pdf",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".txt": "text/plain; charset=utf-8",
}
"""What a browser may be told a file is, by the ending of its name."""
UNKNOWN = "application/octet-stream"
POLICY = "default-src 'none'; sandbox"
"""Whatever is in a file, it runs nothing and loads nothing."""


@require_safe
def file(request: HttpRequest, name: str) -> FileResponse:
    """A stored file, as long as a listed record's last edition names it; 404 for all others.

    Always streamed: an address of the store itself would work on after a withdrawal. Pictures
    are shown in place, everything else is downloaded.
    """
    # A NUL is in no stored name, and PostgreSQL refuses to look for one.
    parts = set() if "\0" in name else files.public_parts([name]).get(name, set())
    if not parts:
        raise Http404
    try:
        stored = default_storage.open(name)
    except FileNotFoundError as error:
        raise Http404 from error
    path = PurePosixPath(name)
    return FileResponse(
        stored,
        as_attachment=FIGURE not in parts,
        filename=path.name,
        content_type=CONTENT_TYPES.get(path.suffix.lower(), UNKNOWN),
        headers={"Content-Security-Policy": POLICY},
    )
