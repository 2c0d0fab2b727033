"""Publishing: what may be published, the verbs that do it, and the ledger they write."""

from . import generation, ledger
from .authorities import (
    is_mentioned,
    merge_authority,
    record_authority_change,
    unmerge_authority,
)
from .content import build
from .desk import open_schedule
from .errors import Refused
from .front_matter import discard_changes, front_words, publish_front, return_to_shipped
from .publication import publish, publish_many, require_publishable
from .readiness import problems
from .scheduling import settle
from .verbs import merge, note_change, remove, restore, send_back, submit, withdraw
from .verify import verify_ledger
from .waiting import Fix, approve_again, cancel_schedule, live_fix

__all__ = [
    "Fix",
    "Refused",
    "approve_again",
    "build",
    "cancel_schedule",
    "discard_changes",
    "front_words",
    "generation",
    "is_mentioned",
    "ledger",
    "live_fix",
    "merge",
    "merge_authority",
    "note_change",
    "open_schedule",
    "problems",
    "publish",
    "publish_front",
    "publish_many",
    "record_authority_change",
    "remove",
    "require_publishable",
    "restore",
    "return_to_shipped",
    "send_back",
    "settle",
    "submit",
    "unmerge_authority",
    "verify_ledger",
    "withdraw",
]
