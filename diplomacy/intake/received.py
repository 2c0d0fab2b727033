"""A page as received: its text, and what its file says about it."""

from dataclasses import dataclass, field, replace
from pathlib import Path

from diplomacy.text.normalise import LINE_ENDS, control_in

MAX_TEXT = 300_000
"""Characters a page may have at most; more is a book, and would hold up everybody."""


class Unreadable(ValueError):  # noqa: N818  a word editors read; every reason is in it
    """A file whose text cannot be had; the message names the file and why."""

    def __init__(self, filename: str, reason: str):
        super().__init__(f"{filename}: {reason}.")
        self.filename = filename
        self.reason = reason


def refuse_damage(text: str, filename: str) -> None:
    """Raise Unreadable for a text with a sign that no page can show; line ends may be any."""
    if found := control_in(LINE_ENDS.sub("\n", text)):
        raise Unreadable(filename, f"it holds {found}: it is not a text, or it is damaged")


@dataclass(frozen=True)
class Received:
    """The text of one file. Offsets and lines count in `text`, which is kept for ever."""

    filename: str
    text: str
    encoding: str = "utf-8"
    format: str = "text"
    facts: dict[str, str] = field(default_factory=dict)
    """What an HTML page says of itself: title, published, author, outlet, url, language."""
    dropped: tuple[str, ...] = ()
    """Lines of navigation that an HTML page marks as such."""

    @property
    def name(self) -> str:
        """The file's name alone: where it lay on somebody's machine is nobody's business."""
        return Path(self.filename).name

    def with_fact(self, name: str, value: str) -> "Received":
        """The same page with one more thing known of it, such as its ``url``."""
        return replace(self, facts={**self.facts, name: value})
