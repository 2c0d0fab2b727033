"""What a citation has to say of a record: of the text, and of the archive's account of it."""

from dataclasses import dataclass
from datetime import date

from diplomacy.vocabulary import Held

from .names import Name

ARCHIVE = "Rapporteur"


@dataclass(frozen=True)
class Copy:
    """Where a copy of the text appeared. Dates are EDTF; what is not known is empty."""

    outlet: str = ""
    title: str = ""
    url: str = ""
    published: str = ""
    retrieved: str = ""


@dataclass(frozen=True)
class Citable:
    """One edition of one record, or one paragraph of it, as every style of citation needs it.

    All words that are not the text's own are English: the styles are. Dates are EDTF.
    """

    uid: str
    type: str
    """``document``, ``dialogue`` or ``commitment``."""
    kind: str
    genre: str
    """The kind in words, as “Joint communiqué”."""
    title: str
    language: str
    edition: int
    edition_on: date
    url: str
    """The lasting address of what is cited: an edition, or a paragraph in it."""
    record_url: str
    """The lasting address of the record, whatever its edition."""
    authors: tuple[Name, ...] = ()
    """Who wrote, spoke or issued the text."""
    interviewers: tuple[Name, ...] = ()
    title_is_ours: bool = False
    """Whether no source prints that title."""
    date: str = ""
    date_basis: str = ""
    place: str = ""
    copy: Copy | None = None
    is_issued: bool = False
    """Whether somebody other than the outlet of ``copy`` issued it."""
    carried: str = "as carried by"
    """What the outlet did with it then: carried, rendered or reported it."""
    held: str = ""
    display: str = ""
    translation: str = ""
    """What sort of translation it is, as “unofficial translation”; empty for an original."""
    is_withdrawn: bool = False
    paragraph: str = ""
    """The number of the paragraph that is cited."""
    paragraph_key: str = ""
    summary: str = ""
    topics: tuple[str, ...] = ()

    @property
    def is_text(self) -> bool:
        """Whether somebody else's text is cited, and not a record the archive made itself."""
        return self.type == "document"

    @property
    def is_paraphrase(self) -> bool:
        return self.held == Held.PARAPHRASE

    @property
    def container(self) -> str:
        """The outlet that printed it as its own; empty where one merely carries it."""
        return self.copy.outlet if self.copy and not self.is_issued else ""

    @property
    def carrier(self) -> str:
        """The outlet that carries a text which others issued."""
        if not (self.copy and self.is_issued):
            return ""
        is_own = self.copy.outlet in {name.printed for name in self.authors}
        return "" if is_own else self.copy.outlet

    @property
    def issued_at(self) -> str:
        """The place it was issued, spoken or held at; what an outlet prints has none."""
        return "" if self.container else self.place
