"""Citations of a record, an edition or a paragraph: the text, and the account it is read in.

``citable`` collects what is to be said, ``cite`` says it in a style, ``cite_html`` with italics.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from . import apa, bibtex, chicago, csl, mla, oscola, ris
from .citable import Citable, Copy
from .collecting import UnknownParagraphError, citable, lasting_address
from .names import Name
from .prose import Pieces, html_pieces, text_of


@dataclass(frozen=True)
class Style:
    """A style of citation. ``render`` gives text; ``pieces``, of a prose style, text with marks."""

    code: str
    label: str | Promise
    render: Callable[[Citable], str]
    content_type: str = "text/plain; charset=utf-8"
    extension: str = "txt"
    pieces: Callable[[Citable], Pieces] | None = None

    @property
    def is_prose(self) -> bool:
        """Whether it is meant for people; the others are read by programs."""
        return self.pieces is not None


def _prose(code: str, label, pieces: Callable[[Citable], Pieces]) -> Style:
    return Style(code, label, lambda citable: text_of(pieces(citable)), pieces=pieces)


STYLES: dict[str, Style] = {
    style.code: style
    for style in (
        _prose("chicago", _("Chicago, bibliography"), chicago.bibliography),
        _prose("chicago-note", _("Chicago, note"), chicago.note),
        _prose("mla", _("MLA"), mla.entry),
        _prose("apa", _("APA"), apa.reference),
        _prose("oscola", _("OSCOLA"), oscola.footnote),
        Style("bibtex", _("BibTeX"), bibtex.render, "application/x-bibtex; charset=utf-8", "bib"),
        Style(
            "ris", _("RIS"), ris.render, "application/x-research-info-systems; charset=utf-8", "ris"
        ),
        Style(
            "csl-json", _("CSL-JSON"), csl.render, "application/vnd.citationstyles.csl+json", "json"
        ),
    )
}
"""Every style by its code, in the order they are offered."""


def cite(style: str, citable: Citable) -> str:
    """The citation as text. Raises ``KeyError`` for a style there is not."""
    return STYLES[style].render(citable)


def cite_html(style: str, citable: Citable) -> SafeString:
    """The citation for a page: in the prose styles with titles in italics."""
    pieces = STYLES[style].pieces
    if pieces is None:
        return format_html_join("", "{}", [(cite(style, citable),)])
    return html_pieces(pieces(citable))


__all__ = [
    "STYLES",
    "Citable",
    "Copy",
    "Name",
    "Style",
    "UnknownParagraphError",
    "citable",
    "cite",
    "cite_html",
    "lasting_address",
]
