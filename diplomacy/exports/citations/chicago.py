"""The Chicago Manual of Style, notes and bibliography: an entry and a full note."""

from .citable import ARCHIVE, Citable
from .names import Name
from .prose import (
    Pieces,
    account,
    capital,
    ended,
    italic,
    listed,
    plain,
    spaced,
    standing,
    title,
)
from .when import AMERICAN, of_edition, of_text, written

MOST, SHOWN = 6, 3
"""Of more authors than that, so many are named (18th edition, 13.23)."""


def bibliography(citable: Citable) -> Pieces:
    """An entry: parts closed by full stops, the first author inverted where that is known."""
    return spaced(
        [
            plain(ended(_authors(citable, inverted=True))),
            title(citable, end="."),
            _closed(_text(citable, is_note=False)),
            _closed(_carried(citable, capital(citable.carried))),
            plain(ended(_address_of_copy(citable))),
            _closed(_account(citable, is_note=False)),
            plain(f"{citable.url}."),
        ]
    )


def note(citable: Citable) -> Pieces:
    """A full note: parts joined by commas, names as they are spoken."""
    parts = [plain(_authors(citable, inverted=False)), title(citable, end=",")]
    return spaced(
        [
            _joined(parts[0]) if parts[0] else [],
            parts[1],
            _joined(_text(citable, is_note=True)),
            _joined(_carried(citable, citable.carried)),
            _joined(plain(_address_of_copy(citable))),
            _joined(_account(citable, is_note=True)),
            plain(f"{citable.url}."),
        ]
    )


def _closed(pieces: Pieces) -> Pieces:
    return [*pieces, *plain("" if pieces[-1].text.endswith(".") else ".")] if pieces else []


def _joined(pieces: Pieces) -> Pieces:
    return [*pieces, *plain(",")] if pieces else []


def _authors(citable: Citable, *, inverted: bool) -> str:
    names = citable.authors
    if not names:
        return ""
    shown = [_first(names[0], inverted), *(name.printed for name in names[1:])]
    if len(names) > MOST:
        return ", ".join([*shown[:SHOWN], "et al."])
    # An inverted name has a comma of its own, so that a second one needs one before it.
    if len(shown) == 2 and inverted and "," in shown[0]:
        return f"{shown[0]}, and {shown[1]}"
    return listed(shown, "and")


def _first(name: Name, inverted: bool) -> str:
    return name.inverted if inverted else name.printed


def _text(citable: Citable, *, is_note: bool) -> Pieces:
    """What it is, where it stood and when: ``Speech, Islamabad, May 16, 2024``."""
    when = of_text(citable, AMERICAN)
    by = _interview(citable)
    by = by if is_note else capital(by)
    if citable.container:
        return [*plain(f"{by}, " if by else ""), *italic(citable.container), *plain(f", {when}")]
    what = by or (citable.genre.lower() if is_note else citable.genre)
    return plain(", ".join(filter(None, [what, citable.issued_at, when])))


def _interview(citable: Citable) -> str:
    if not citable.interviewers:
        return ""
    return f"interview by {listed([name.printed for name in citable.interviewers], 'and')}"


def _carried(citable: Citable, said: str) -> Pieces:
    if not citable.carrier:
        return []
    when = written(citable.copy.published, AMERICAN)
    return [*plain(f"{said} "), *italic(citable.carrier), *plain(f", {when}" if when else "")]


def _address_of_copy(citable: Citable) -> str:
    return citable.copy.url if citable.copy else ""


def _account(citable: Citable, *, is_note: bool) -> Pieces:
    """The account it is read in: ``Paraphrase by the archive in Rapporteur, edition 2, …``."""
    held = account(citable)
    said = f"{held} in " if held else ("in " if citable.is_text else "")
    said = said if is_note else capital(said)
    rest = [f"edition {citable.edition}", of_edition(citable, AMERICAN)]
    rest += [f"para. {citable.paragraph}"] if citable.paragraph else []
    rest += [standing(citable)] if citable.is_withdrawn else []
    return [*plain(said), *italic(ARCHIVE), *plain(f", {', '.join(rest)}")]
