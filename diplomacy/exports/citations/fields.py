"""What the formats for reference managers share."""

from urllib.parse import quote

from .citable import ARCHIVE, Citable
from .prose import account, capital, one_line, standing
from .when import BRITISH, of_edition, written


def lasting_id(citable: Citable) -> str:
    """An id that only this edition, or this paragraph of it, has: ``rapporteur-k3v9x-e2``."""
    parts = [ARCHIVE.lower(), citable.uid, f"e{citable.edition}", citable.paragraph_key]
    return "-".join(filter(None, parts))


def account_note(citable: Citable) -> str:
    """In sentences: through whom the text came, what is held of it, and in which edition."""
    place = f", paragraph {citable.paragraph}" if citable.paragraph else ""
    edition = f"{ARCHIVE}, edition {citable.edition}, {of_edition(citable, BRITISH)}{place}"
    parts = [_copy(citable), capital(account(citable)), edition, standing(citable)]
    return " ".join(f"{part}." if part[-1] != "]" else part for part in parts if part)


def _copy(citable: Citable) -> str:
    copy = citable.copy
    if copy is None:
        return ""
    when = written(copy.published, BRITISH)
    seen = written(copy.retrieved, BRITISH)
    where = quoted_url(copy.url)
    if citable.carrier:
        said = ", ".join(
            filter(None, [f"{capital(citable.carried)} {citable.carrier}", when, where])
        )
    else:
        said = f"Original: {where}" if where else ""
    return f"{said} (retrieved {seen})" if seen and where else said


def quoted_url(url: str) -> str:
    """A URL without the signs that would end a field or an address."""
    return quote(one_line(url).strip(), safe="/:?#[]@!$&'()*+,;=%~-._")


def titled(citable: Citable) -> str:
    """The title on one line, in brackets where no source prints it."""
    text = one_line(citable.title).strip()
    return f"[{text}]" if citable.title_is_ours and citable.is_text else text
