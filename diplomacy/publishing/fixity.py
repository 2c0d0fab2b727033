"""Hashes of content, and of ledger entries over it: SHA-256 of canonical JSON, in hexadecimal.

Canonical: keys sorted, no spaces, characters as they are, UTF-8.
"""

import hashlib
import json
from datetime import UTC, datetime

TEXT = ("title", "summary", "paragraphs", "body")
"""Parts of content covered by the hash of the text. Pages about the archive have a ``body``."""

ANNOTATIONS = ("clauses",)
"""Parts covered by the hash of the annotations. All other parts are metadata."""


def canonical(value) -> str:
    """``value`` as canonical JSON."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def digest(value) -> str:
    """SHA-256 of canonical JSON."""
    return hashlib.sha256(canonical(value).encode()).hexdigest()


def content_hashes(content: dict, edition: dict | None = None) -> dict[str, str]:
    """The three hashes of one content.

    ``edition`` is what the public is told of the edition itself (number, change, standing,
    note): the metadata's hash covers it too.
    """
    rest = {k: v for k, v in content.items() if k not in TEXT + ANNOTATIONS}
    return {
        "text_hash": digest({k: content[k] for k in TEXT if k in content}),
        "annotations_hash": digest({k: content[k] for k in ANNOTATIONS if k in content}),
        "metadata_hash": digest({"content": rest, "edition": edition}),
    }


def entry_hash(
    *,
    previous_hash: str,
    number: int,
    uid: str,
    event: str,
    at: datetime,
    text_hash: str,
    annotations_hash: str,
    metadata_hash: str,
) -> str:
    """The hash of one ledger entry: it covers the entry before it."""
    moment = at.astimezone(UTC).isoformat(timespec="microseconds")
    parts = (previous_hash, number, uid, event, moment)
    hashes = (text_hash, annotations_hash, metadata_hash)
    return hashlib.sha256("\n".join(map(str, parts + hashes)).encode()).hexdigest()
