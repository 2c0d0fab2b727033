"""APA Publication Manual, 7th edition: an entry of the reference list."""

from .citable import ARCHIVE, Citable
from .names import Name
from .prose import Piece, Pieces, account, capital, ended, italic, one_line, plain, spaced, title
from .when import APA, of_edition, of_text, written

MOST, SHOWN = 20, 19


def reference(citable: Citable) -> Pieces:
    """Author, date, title with what it is in brackets, where it stood, the account."""
    if not citable.is_text:
        return _own_record(citable)
    authors = _authors(citable)
    when = plain(f"({of_text(citable, APA)}).")
    head = [plain(ended(authors)), when, _title(citable)]
    if not authors:
        head = [_title(citable), when]
    return spaced([*head, _outlet(citable), _archive(citable)])


def _own_record(citable: Citable) -> Pieces:
    """A record of a meeting or commitment: the archive is its author."""
    when = of_edition(citable, APA)
    return spaced(
        [plain(f"{ARCHIVE}."), plain(f"({when})."), _title(citable), plain(_edition(citable))]
    )


def _edition(citable: Citable) -> str:
    return f"Edition {citable.edition}. {citable.url}"


def _authors(citable: Citable) -> str:
    names = [_author(name) for name in citable.authors]
    if len(names) > MOST:
        return ", ".join([*names[:SHOWN], f". . . {names[-1]}"])
    if len(names) == 2 and all(name.is_body for name in citable.authors):
        return " & ".join(names)
    return ", ".join(names[:-1]) + f", & {names[-1]}" if len(names) > 1 else "".join(names)


def _author(name: Name) -> str:
    """``Hashmi, K.``: the family name first in every case, the given names as initials."""
    if not name.family or not name.given:
        return name.printed
    return f"{name.family}, {_initials(name.given)}"


def _initials(given: str) -> str:
    """``Anwaar-ul-Haq`` as ``A.-u.-H.``; what a script has no initials for stays whole."""
    words = [[part for part in word.split("-") if part] for word in given.split()]
    parts = [part for word in words for part in word]
    if not parts or not all(part[0].isalpha() and part[0] != part[0].swapcase() for part in parts):
        return given
    return " ".join("-".join(f"{part[0]}." for part in word) for word in words)


def _title(citable: Citable) -> Pieces:
    """The title, in italics unless it stands in an outlet, and what it is."""
    if citable.title_is_ours and citable.is_text:
        pieces = title(citable)
    else:
        text = one_line(citable.title).strip()
        pieces = [Piece(text, not citable.container, citable.language)]
    return [*pieces, *plain(f" [{'; '.join(_described(citable))}].")]


def _described(citable: Citable) -> list[str]:
    said = [citable.genre, account(citable), citable.issued_at]
    said += [] if citable.is_text else [of_text(citable, APA)]
    said += ["withdrawn"] if citable.is_withdrawn else []
    names = [name.printed for name in citable.interviewers]
    said += [f"interview by {', '.join(names)}"] if names else []
    return [part for part in said if part]


def _outlet(citable: Citable) -> Pieces:
    copy = citable.copy
    if copy is None:
        return []
    address = plain(copy.url)
    if citable.container:
        return spaced([[*italic(citable.container), *plain(".")], address])
    if citable.carrier:
        when = written(copy.published, APA)
        said = f" ({when})." if when else "."
        return spaced(
            [
                [*plain(f"{capital(citable.carried)} "), *italic(citable.carrier), *plain(said)],
                address,
            ]
        )
    return address


def _archive(citable: Citable) -> Pieces:
    place = f"; para. {citable.paragraph}" if citable.paragraph else ""
    said = f" (edition {citable.edition}, {of_edition(citable, APA)}{place}). {citable.url}"
    return [*italic(ARCHIVE), *plain(said)]
