"""RIS, as reference managers import it: a line a field, ended by CR LF."""

from .citable import ARCHIVE, Citable
from .fields import account_note, lasting_id, quoted_url, titled
from .names import Name
from .prose import one_line
from .when import read

END = "\r\n"


def render(citable: Citable) -> str:
    """One reference, from ``TY`` to ``ER``."""
    lines = [_line(tag, value) for tag, value in _fields(citable) if value]
    return "".join([_line("TY", _type(citable)), *lines, f"ER  - {END}"])


def _line(tag: str, value: str) -> str:
    return f"{tag}  - {one_line(value).strip()}{END}"


def _type(citable: Citable) -> str:
    if not citable.is_text:
        return "ELEC"
    if citable.container:
        return "NEWS"
    return "GEN" if citable.kind == "speech" else "RPRT"


def _fields(citable: Citable) -> list[tuple[str, str]]:
    copy = citable.copy
    return [
        ("ID", lasting_id(citable)),
        *(("AU", _author(name)) for name in citable.authors),
        *(("A2", _author(name)) for name in citable.interviewers),
        ("TI", titled(citable)),
        ("T2", citable.container or ("" if citable.is_text else ARCHIVE)),
        *_date(citable),
        ("CY", citable.issued_at),
        ("PB", citable.carrier),
        ("ET", str(citable.edition)),
        ("M3", citable.genre),
        ("SE", f"paragraph {citable.paragraph}" if citable.paragraph else ""),
        ("LA", citable.language),
        ("AB", citable.summary),
        *(("KW", topic) for topic in citable.topics),
        ("N1", account_note(citable)),
        ("DB", ARCHIVE),
        ("UR", quoted_url(citable.url)),
        ("L2", quoted_url(copy.url) if copy else ""),
    ]


def _author(name: Name) -> str:
    """``Jiang, Zaidong``; what is not known in parts stays whole."""
    return f"{name.family}, {name.given}" if name.family and name.given else name.printed


def _date(citable: Citable) -> list[tuple[str, str]]:
    """The year, and the date as ``YYYY/MM/DD/`` with empty parts for what is not known."""
    when = read(citable.date)
    first = next((point for point in when.points if point), None) if when else None
    if first is None or "X" in first.year:
        return []
    is_month = first.month.isdigit() and int(first.month) <= 12
    month = first.month if is_month else ""
    day = first.day if is_month and first.day.isdigit() and when.form == "point" else ""
    return [("PY", first.year), ("DA", f"{first.year}/{month}/{day}/")]
