"""BibTeX, made so that BibTeX and biblatex both read it.

``year`` and ``month`` are for the one, ``date`` (EDTF) is for the other. Signs that mean
something to TeX are written out, and braces always balance.
"""

from diplomacy.text.edtf import Edtf

from .citable import ARCHIVE, Citable
from .fields import account_note, lasting_id, quoted_url
from .names import Name
from .prose import one_line
from .when import read

TEX = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "#": r"\#",
    "$": r"\$",
    "%": r"\%",
    "&": r"\&",
    "_": r"\_",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}
"""``\\{`` would do for TeX, but BibTeX counts the brace all the same."""
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
LANGUAGES = {
    "en": "english",
    "zh": "chinese",
    "ur": "urdu",
    "fr": "french",
    "ru": "russian",
    "ar": "arabic",
    "fa": "persian",
    "bn": "bengali",
    "hi": "hindi",
}
"""What biblatex calls them."""


def render(citable: Citable) -> str:
    """One entry, ended by a line feed."""
    fields = {name: value for name, value in _fields(citable).items() if value}
    lines = [f"  {name} = {value}," for name, value in fields.items()]
    return "\n".join([f"@{_type(citable)}{{{lasting_id(citable)},", *lines, "}", ""])


def escaped(text: str) -> str:
    """``text`` on one line, as TeX prints it."""
    return "".join(TEX.get(sign, sign) for sign in one_line(text).strip())


def _type(citable: Citable) -> str:
    return "article" if citable.container else "misc"


def _fields(citable: Citable) -> dict[str, str]:
    when = read(citable.date)
    return {
        "author": _braced(" and ".join(map(_author, citable.authors))),
        "title": _braced(_title(citable)),
        "journal": _braced(_whole(citable.container)),
        **_date(when),
        "howpublished": "" if citable.container else _braced(_how_published(citable)),
        "address": _braced(escaped(citable.issued_at)),
        "url": _braced(quoted_url(citable.url)),
        "note": _braced(escaped(account_note(citable))),
        "langid": _braced(LANGUAGES.get(citable.language.split("-")[0], "")),
        "abstract": _braced(escaped(citable.summary)),
        "keywords": _braced(", ".join(escaped(topic) for topic in citable.topics)),
    }


def _braced(text: str) -> str:
    return f"{{{text}}}" if text else ""


def _whole(text: str) -> str:
    """A name or title that no style may take apart or put into lower case."""
    return _braced(escaped(text))


def _title(citable: Citable) -> str:
    text = f"[{citable.title}]" if citable.title_is_ours and citable.is_text else citable.title
    return _whole(text)


def _author(name: Name) -> str:
    if name.family and name.given:
        return f"{_part(name.family)}, {_part(name.given)}"
    return _whole(name.printed)


def _part(text: str) -> str:
    """A part of a name, kept in one piece where a comma or an “and” would part it."""
    return _whole(text) if "," in text or " and " in text.lower() else escaped(text)


def _date(when: Edtf | None) -> dict[str, str]:
    """``year`` and ``month`` of the first day where one is known, and ``date`` for biblatex."""
    if when is None:
        return {}
    fields = {"date": _braced(when.value) if _is_biblatex(when) else ""}
    first = next(point for point in when.points if point)
    if "X" in first.year:
        return fields
    fields["year"] = _braced(str(int(first.year)))
    is_month = first.month.isdigit() and int(first.month) <= 12
    return fields | ({"month": MONTHS[int(first.month) - 1]} if is_month else {})


def _is_biblatex(when: Edtf) -> bool:
    """Whether biblatex reads it: it has no sets, and unknown digits only at the end of years."""
    return when.form != "one_of" and "XX" not in when.value


def _how_published(citable: Citable) -> str:
    carried = f"{citable.carried} {citable.carrier}" if citable.carrier else ""
    said = ", ".join(filter(None, [citable.genre if citable.is_text else "", carried]))
    return escaped(said or f"{citable.genre}, a record in {ARCHIVE}")
