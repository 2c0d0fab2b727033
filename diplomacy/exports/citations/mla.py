"""MLA Handbook, 9th edition: an entry of works cited, with the archive as second container."""

from .citable import ARCHIVE, Citable
from .prose import Pieces, account, capital, ended, italic, listed, plain, spaced, standing, title
from .when import MLA, UNDATED, of_edition, of_text, written


def entry(citable: Citable) -> Pieces:
    """Author, title, the outlet as first container, Rapporteur as the second."""
    return spaced(
        [
            plain(ended(_authors(citable))),
            title(citable, end="."),
            [*_first_container(citable), *plain(".")],
            [*_archive(citable), *plain(".")],
            plain(ended(capital(account(citable)))),
            plain(standing(citable)),
        ]
    )


def _authors(citable: Citable) -> str:
    names = citable.authors
    if not names:
        return ""
    first = names[0].inverted
    if len(names) > 2:
        return f"{first}, et al."
    comma = "," if "," in first else ""
    return f"{first}{comma} and {names[1].printed}" if len(names) == 2 else first


def _first_container(citable: Citable) -> Pieces:
    copy = citable.copy
    when = of_text(citable, MLA)
    if when == UNDATED:
        when = ""
    address = copy.url if copy else ""
    if citable.container:
        rest = ", ".join(filter(None, [_interview(citable), when, address]))
        return [*italic(citable.container), *plain(f", {rest}" if rest else "")]
    what = [_interview(citable) or citable.genre, citable.issued_at, when]
    pieces = plain(", ".join(filter(None, what)))
    if citable.carrier:
        carried = ", ".join(filter(None, [written(copy.published, MLA), address]))
        pieces += [*plain(f". {capital(citable.carried)} "), *italic(citable.carrier)]
        return [*pieces, *plain(f", {carried}" if carried else "")]
    return [*pieces, *plain(f", {address}" if address else "")]


def _interview(citable: Citable) -> str:
    names = [name.printed for name in citable.interviewers]
    return f"interview by {listed(names, 'and')}" if names else ""


def _archive(citable: Citable) -> Pieces:
    place = f", par. {citable.paragraph}" if citable.paragraph else ""
    said = f", edition {citable.edition}, {of_edition(citable, MLA)}{place}, {citable.url}"
    return [*italic(ARCHIVE), *plain(said)]
