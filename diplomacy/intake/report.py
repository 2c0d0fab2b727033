"""What the software read from one page, as the rows an editor, a command or a partner sees."""

from . import debris
from .recognition.guesses import DATE_ROLES, ClauseGuess, Guess, Recognised

TAKEN_UP = (debris.TITLE, debris.BYLINE, debris.DATELINE)
"""Lines that are no paragraphs because they are fields of the record; nobody lost them."""


def as_dict(file: str, guessed: Recognised, held: list) -> dict:
    """One JSON object about one file; codes for what has codes, else names as known.

    ``paragraphs`` are the words as printed. Headings are no paragraphs: ``headings`` gives each
    with the number of the paragraph it heads, counted from 1.
    """
    removed = [line for line in guessed.removed if line.reason not in TAKEN_UP]
    return {
        "file": file,
        "title": plain(guessed.title),
        "kind": plain(guessed.kind),
        "authority": plain(guessed.authority),
        "language": plain(guessed.language),
        "dateline": plain(guessed.dateline),
        "place": plain(guessed.place),
        "agency": plain(guessed.agency),
        "outlet": plain(guessed.outlet),
        "byline": plain(guessed.byline),
        "dates": {role: dated(guessed.dates.get(role)) for role in DATE_ROLES},
        "people": [one.known.name for one in guessed.people],
        "organisations": list(
            dict.fromkeys(plain(one) for one in (*guessed.issuers, *guessed.organisations))
        ),
        "issuers": [plain(one) for one in guessed.issuers],
        "countries": codes(guessed.countries),
        "topics": codes(guessed.topics),
        "initiatives": codes(guessed.initiatives),
        "speakers": [person.name for person in guessed.speakers],
        "sides": codes(guessed.sides),
        "series": code(guessed.series),
        "ordinal": plain(guessed.ordinal),
        "paragraphs": guessed.paragraphs,
        "headings": [
            {"paragraph": place, "text": text} for place, text in guessed.headings.items()
        ],
        "removed": [line.text for line in removed],
        "removal_reasons": [line.reason for line in removed],
        "clauses": [clause_dict(clause) for clause in guessed.clauses],
        "duplicates": [one.as_dict() for one in held],
        "warnings": guessed.warnings,
    }


def plain(guess: Guess | None):
    """The value of a guess: a name as known, else as printed; None where there is none."""
    return None if guess is None else getattr(guess.value, "name", guess.value)


def code(guess: Guess | None) -> str | None:
    """The code of a guessed authority record, or the code guessed."""
    return None if guess is None else getattr(guess.value, "slug", guess.value)


def codes(guesses: list[Guess]) -> list[str]:
    """The codes of several guesses."""
    return [code(guess) for guess in guesses]


def dated(guess: Guess | None) -> dict | None:
    """``{"value": EDTF, "basis"}``, or None."""
    return {"value": guess.value, "basis": guess.basis} if guess else None


def clause_dict(clause: ClauseGuess) -> dict:
    """One suggested clause; `paragraph` counts from 1, speaker and reporter are names."""
    return {
        "paragraph": clause.paragraph,
        "text": clause.text,
        "voice": clause.voice,
        "side": clause.side or None,
        "act": clause.act,
        "verb": clause.verb,
        "strength": clause.strength,
        "topics": list(clause.topics),
        "speaker": clause.speaker.name if clause.speaker else None,
        "reporter": clause.reporter.name if clause.reporter else None,
        "mode": clause.mode,
    }


LABELS = [
    ("title", "Title"), ("kind", "Kind"), ("authority", "Authority"), ("language", "Language"),
    ("dateline", "Dateline"), ("place", "Place"), ("agency", "Agency"), ("outlet", "Outlet"),
    ("byline", "Byline"), ("series", "Series"), ("ordinal", "Round"), ("sides", "Whose words"),
    ("people", "People"), ("speakers", "Speakers"), ("countries", "Countries"),
    ("organisations", "Organisations"), ("topics", "Topics"), ("initiatives", "Initiatives"),
]  # fmt: skip


def in_words(row: dict) -> str:
    """The same report for people, several lines."""
    lines = [row["file"] + (f"  →  draft {row['uid']}" if row.get("uid") else "")]
    for key, label in LABELS:
        value = ", ".join(row[key]) if isinstance(row[key], list) else row[key]
        lines.append(f"  {label + ':':<15}{'–' if value in (None, '') else value}")
    for role, found in row["dates"].items():
        if found:
            lines.append(f"  {role.capitalize() + ':':<15}{found['value']} ({found['basis']})")
    lines.append(
        f"  {'Text:':<15}{len(row['paragraphs'])} paragraphs, "
        f"{len(row['clauses'])} clauses suggested"
    )
    lines += [
        f"  Taken out ({reason}): {text[:80]}"
        for text, reason in zip(row["removed"], row["removal_reasons"], strict=True)
    ]
    lines += [f"  Held: {one['uid']} {one['title']} ({one['reason']})" for one in row["duplicates"]]
    lines += [f"  Please look: {warning}" for warning in row["warnings"]]
    return "\n".join(lines)
