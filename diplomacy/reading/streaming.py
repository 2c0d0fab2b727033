"""A stored file as an answer, for readers and for the desk alike. Who may have it is their rule."""

from pathlib import PurePosixPath

from django.core.files.storage import default_storage
from django.http import FileResponse, Http404

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


def stream(name: str, *, in_place: bool) -> FileResponse:
    """The file stored under ``name``, shown ``in_place`` or downloaded; 404 if it is lost."""
    try:
        stored = default_storage.open(name)
    except FileNotFoundError as error:
        raise Http404 from error
    path = PurePosixPath(name)
    return FileResponse(
        stored,
        as_attachment=not in_place,
        filename=path.name,
        content_type=CONTENT_TYPES.get(path.suffix.lower(), UNKNOWN),
        headers={"Content-Security-Policy": POLICY},
    )
