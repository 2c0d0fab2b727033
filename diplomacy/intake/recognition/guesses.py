"""What recognition hands on: guesses, each with the words it rests on."""

from dataclasses import dataclass, field
from typing import Any

EVIDENCE_LENGTH = 300
DATE_ROLES = ("event", "document", "release", "published", "dateline", "retrieved")


@dataclass(frozen=True)
class Guess:
    """A value, the words of the page it rests on, and its basis (printed or inferred)."""

    value: Any
    evidence: str = ""
    basis: str = "printed"
    printed: str = ""
    """The value exactly as the page has it, where that differs."""


@dataclass(frozen=True)
class PersonGuess:
    """A known person named in the page; `role` is one of vocabulary.PersonPart."""

    known: Any
    printed: str
    evidence: str
    role: str = "mentioned"
    styled_as: str = ""

    def as_guess(self) -> Guess:
        """The person as a guess like any other."""
        return Guess(self.known, self.evidence, "printed", self.printed)


@dataclass(frozen=True)
class ClauseGuess:
    """A sentence that does something. Codes are those of vocabulary; names are Known rows."""

    paragraph: int
    """Number of the kept paragraph, counted from 1."""
    text: str
    voice: str
    act: str
    verb: str
    strength: str
    topics: tuple[str, ...]
    mode: str
    speaker: Any = None
    side: str = ""
    reporter: Any = None


@dataclass
class Recognised:
    """All guesses about one page. A field whose value the page does not hold is None."""

    title: Guess | None = None
    kind: Guess | None = None
    authority: Guess | None = None
    language: Guess | None = None
    dateline: Guess | None = None
    place: Guess | None = None
    agency: Guess | None = None
    outlet: Guess | None = None
    byline: Guess | None = None
    series: Guess | None = None
    ordinal: Guess | None = None
    url: Guess | None = None
    dates: dict[str, Guess] = field(default_factory=dict)
    """By role: those of DATE_ROLES, and ``visit``."""
    people: list[PersonGuess] = field(default_factory=list)
    organisations: list[Guess] = field(default_factory=list)
    issuers: list[Guess] = field(default_factory=list)
    countries: list[Guess] = field(default_factory=list)
    topics: list[Guess] = field(default_factory=list)
    initiatives: list[Guess] = field(default_factory=list)
    places: list[Guess] = field(default_factory=list)
    sides: list[Guess] = field(default_factory=list)
    clauses: list[ClauseGuess] = field(default_factory=list)
    paragraphs: list[str] = field(default_factory=list)
    """As printed, with their numbers and without headings."""
    headings: dict[int, str] = field(default_factory=dict)
    """By the number of the paragraph they head, counted from 1."""
    removed: list = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)

    @property
    def speakers(self) -> list:
        """Known people whose words the page gives, in the order they speak."""
        speaking = [clause.speaker for clause in self.clauses if clause.speaker]
        return list(dict.fromkeys(speaking))


def snippet(text: str, start: int = 0, end: int | None = None, around: int = 60) -> str:
    """The words of `text` about ``[start:end]``, on one line, not too long to show."""
    end = len(text) if end is None else end
    low, high = max(0, start - around), min(len(text), end + around)
    words = " ".join(text[low:high].split())
    words = ("…" if low else "") + words + ("…" if high < len(text) else "")
    return words if len(words) <= EVIDENCE_LENGTH else words[: EVIDENCE_LENGTH - 1] + "…"
