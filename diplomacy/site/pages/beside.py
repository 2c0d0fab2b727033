"""Two versions of one text beside each other, and what may be claimed of their likeness."""

from dataclasses import dataclass

from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from diplomacy import kinds
from diplomacy.models import PublicRecord
from diplomacy.text import alignment
from diplomacy.vocabulary import Display, Held

BY_NUMBER, BY_LENGTH, APART = "number", "length", "apart"
HOW = {
    BY_NUMBER: _("Paragraphs with the same printed number stand beside each other."),
    BY_LENGTH: _(
        "Paragraphs are paired by their order and length. The software does it, and no editor has "
        "confirmed it."
    ),
    APART: _(
        "The paragraphs are not paired: what is shown is not the full wording of both versions, "
        "or too long. Read each column from top to bottom."
    ),
}
"""How the paragraphs came to stand where they do, in a sentence."""
GAPS = {
    True: _("No counterpart in this version."),
    False: _("Nothing with this number is shown of this version."),
}
"""What stands in the place of a paragraph, by whether both versions are shown in full."""
NOT_WORDING = {
    Held.EXCERPT: _("An excerpt: not the whole text."),
    Held.PARAPHRASE: _("The archive’s own paraphrase: not the wording of the text."),
    Held.NOT_HELD: _("The text is not held: there is nothing to set beside the other."),
}


@dataclass(frozen=True)
class Version:
    """One of the two: its record and the content of its edition."""

    record: PublicRecord
    content: dict

    @property
    def url(self) -> str:
        return self.record.get_absolute_url()

    @property
    def language(self) -> str:
        """The language of the words shown; "" for a paraphrase of ours, which may be in another."""
        return "" if self.content["held"] == Held.PARAPHRASE else self.record.language

    @property
    def standing(self) -> str:
        """Code of ``WorkStanding``, or "" where none is stated."""
        return self.content["work"]["standing"]

    @property
    def authority(self) -> kinds.Authority | None:
        return kinds.AUTHORITIES.get(self.content["authority"])

    @property
    def is_whole(self) -> bool:
        """Whether its full wording is shown."""
        return (self.content["held"], self.content["display"]) == (Held.VERBATIM, Display.FULL)

    @property
    def warning(self):
        """Why it is not the whole wording, in a sentence; "" where it is."""
        if self.content["held"] == Held.VERBATIM and not self.is_whole:
            return _("Only parts of the text may be shown.")
        return NOT_WORDING.get(self.content["held"], "")

    @cached_property
    def parts(self) -> list[alignment.Part]:
        rows = self.content["paragraphs"]
        return [alignment.Part(row["number"], f"{row['heading']}{row['text']}") for row in rows]

    def cell(self, indexes: tuple[int, ...]) -> dict:
        """What stands of this version in a row."""
        rows = self.content["paragraphs"]
        return {"version": self, "paragraphs": [rows[index] for index in indexes]}


class BesidePage:
    """Versions ``first`` and ``second`` of one work."""

    def __init__(self, first: Version, second: Version):
        self.first, self.second = first, second
        self.versions = (first, second)

    @cached_property
    def pairing(self) -> str:
        """How the paragraphs are paired: by number, by length, or not at all."""
        parts = self.first.parts, self.second.parts
        if alignment.are_numbered(*parts):
            return BY_NUMBER
        is_claimable = all(version.is_whole for version in self.versions)
        is_short = max(map(len, parts)) <= alignment.MOST
        return BY_LENGTH if is_claimable and is_short else APART

    @property
    def how(self):
        """How the paragraphs came to stand where they do, in a sentence."""
        return HOW[self.pairing]

    @property
    def gap(self):
        """What is said where a version has no paragraph."""
        return GAPS[all(version.is_whole for version in self.versions)]

    @cached_property
    def has_words(self) -> bool:
        """Whether any words of both versions are shown."""
        return all(version.parts for version in self.versions)

    @cached_property
    def rows(self) -> list[tuple[dict, dict]]:
        """Pairs of cells ``{version, paragraphs}``; no paragraphs is a gap."""
        return [(self.first.cell(a), self.second.cell(b)) for a, b in self._aligned()]

    def _aligned(self) -> list[alignment.Row]:
        parts = self.first.parts, self.second.parts
        if self.pairing == APART:
            return [alignment.Row(*(tuple(range(len(one))) for one in parts))]
        pair = alignment.by_number if self.pairing == BY_NUMBER else alignment.by_length
        return pair(*parts)
