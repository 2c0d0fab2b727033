"""What a record's page shows: an edition's content and its links, put into words.

Templates read these pages and ask the database nothing.
"""

from .base import RecordPage
from .commitments import CommitmentPage
from .dialogues import DialoguePage
from .documents import DocumentPage

PAGES: dict[str, type[RecordPage]] = {
    "document": DocumentPage,
    "dialogue": DialoguePage,
    "commitment": CommitmentPage,
}

__all__ = ["PAGES", "CommitmentPage", "DialoguePage", "DocumentPage", "RecordPage"]
