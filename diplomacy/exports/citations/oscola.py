"""OSCOLA, 4th edition: a footnote."""

from .citable import ARCHIVE, Citable
from .prose import Pieces, account, italic, listed, plain, spaced, standing, title
from .when import BRITISH, UNDATED, of_edition, of_text, written

MOST = 3


def footnote(citable: Citable) -> Pieces:
    """Author, title in single marks, particulars in brackets, addresses in angle brackets."""
    authors = _authors(citable)
    return spaced(
        [
            plain(f"{authors}," if authors else ""),
            title(citable, marks="‘’"),
            _text(citable),
            _carried(citable),
            [*_archive(citable), *plain(".")],
        ]
    )


def _authors(citable: Citable) -> str:
    names = [name.printed for name in citable.authors]
    if len(names) > MOST:
        return f"{names[0]} and others"
    return listed(names, "and", serial=False)


def _text(citable: Citable) -> Pieces:
    when = of_text(citable, BRITISH)
    when = "" if when == UNDATED else when
    names = [name.printed for name in citable.interviewers]
    by = f"interview by {listed(names, 'and', serial=False)}" if names else ""
    if citable.container:
        said = ", ".join(filter(None, [by, when]))
        outlet = [*italic(citable.container), *plain(f" ({said})" if said else "")]
        return [*outlet, *_address_of_copy(citable), *plain(",")]
    said = ", ".join(filter(None, [by or citable.genre, citable.issued_at, when]))
    own_address = [] if citable.carrier else _address_of_copy(citable)
    return [*plain(f"({said})"), *own_address, *plain(",")]


def _carried(citable: Citable) -> Pieces:
    if not citable.carrier:
        return []
    when = written(citable.copy.published, BRITISH)
    said = f" ({when})" if when else ""
    outlet = [*plain(f"{citable.carried} "), *italic(citable.carrier), *plain(said)]
    return [*outlet, *_address_of_copy(citable), *plain(",")]


def _address_of_copy(citable: Citable) -> Pieces:
    copy = citable.copy
    if not (copy and copy.url):
        return []
    seen = written(copy.retrieved, BRITISH)
    return plain(f" <{copy.url}>", f" accessed {seen}" if seen else "")


def _archive(citable: Citable) -> Pieces:
    held = account(citable)
    said = f"{held} in " if held else ("in " if citable.is_text else "")
    place = f" para {citable.paragraph}" if citable.paragraph else ""
    edition = f" (edn {citable.edition}, {of_edition(citable, BRITISH)}){place}"
    withdrawn = f" {standing(citable)}" if citable.is_withdrawn else ""
    return [*plain(said), *italic(ARCHIVE), *plain(f"{edition}{withdrawn} <{citable.url}>")]
