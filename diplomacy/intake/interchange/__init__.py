"""Interchange: records and authority records as one JSON object a line (JSON Lines)."""

from .authorities import WrittenAuthority, write_authority
from .authority_shapes import check_authority
from .directory import Directory
from .reading import Line, LineError, lines, opened
from .records import Writer, Written, key_of, overwrite, write
from .shapes import check_record, is_authority

__all__ = [
    "Directory",
    "Line",
    "LineError",
    "Writer",
    "Written",
    "WrittenAuthority",
    "check_authority",
    "check_record",
    "is_authority",
    "key_of",
    "lines",
    "opened",
    "overwrite",
    "write",
    "write_authority",
]
