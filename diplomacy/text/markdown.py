"""Markdown as HTML, for pages that the archive's own people write.

No HTML is taken from it, pictures are not loaded, and links lead only where links may: on the
site, to web pages, to e-mail. Headings begin at the second level and leave none out.
"""

import re
from collections.abc import Callable
from typing import NamedTuple
from urllib.parse import urlsplit

from markdown_it import MarkdownIt
from markdown_it.token import Token

SCHEMES = ("", "http", "https", "mailto")
RESERVED = ("content", "site-q")
"""Ids that every page has already."""


class Heading(NamedTuple):
    """One heading: its level from 2, its id on the page, its words."""

    level: int
    id: str
    text: str


class Rendered(NamedTuple):
    """The HTML, safe to be put on a page, and its headings in order."""

    html: str
    headings: list[Heading]


def render(source: str, *, address: Callable[[str], str] = str) -> Rendered:
    """``source`` as HTML. ``address`` may give a path of this site another form. Never raises."""
    tokens = PARSER.parse(source)
    headings = _number_headings(tokens)
    _prepare_links(tokens, address)
    tokens = _wrap_tables(tokens, headings)
    return Rendered(PARSER.renderer.render(tokens, PARSER.options, {}), headings)


def may_link(url: str) -> bool:
    """Whether a link may lead to ``url``."""
    try:
        scheme = urlsplit(url.strip()).scheme.lower()
    except ValueError:
        return False
    return scheme in SCHEMES and not url.startswith(("//", "/\\", "\\"))


def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False}).enable("table").disable("image")
    parser.validateLink = may_link
    return parser


PARSER = _parser()


def _number_headings(tokens: list[Token]) -> list[Heading]:
    """Give headings their levels and ids; returns them."""
    opened = [at for at, token in enumerate(tokens) if token.type == "heading_open"]
    highest = min((int(tokens[at].tag[1]) for at in opened), default=1)
    found, taken, level = [], dict.fromkeys(RESERVED, 1), 1
    for at in opened:
        level = min(int(tokens[at].tag[1]) - highest + 2, level + 1, 6)
        text = _plain(tokens[at + 1])
        name = _free_id(text, taken)
        tokens[at].tag = tokens[at + 2].tag = f"h{level}"
        tokens[at].attrSet("id", name)
        found.append(Heading(level, name, text))
    return found


def _plain(inline: Token) -> str:
    """The words of a heading without their marks."""
    return "".join(token.content for token in inline.children or ()).strip()


def _free_id(text: str, taken: dict[str, int]) -> str:
    """An id made of the heading's words that no other element has."""
    name = re.sub(r"[^\w]+", "-", text.casefold()).strip("-") or "section"
    taken[name] = taken.get(name, 0) + 1
    return name if taken[name] == 1 else _free_id(f"{name}-{taken[name]}", taken)


def _prepare_links(tokens: list[Token], address: Callable[[str], str]) -> None:
    for token in tokens:
        for child in token.children or ():
            if child.type == "link_open":
                url = str(child.attrGet("href"))
                if url.startswith("/"):
                    child.attrSet("href", address(url))
                elif urlsplit(url).scheme in ("http", "https"):
                    child.attrSet("rel", "external noopener")


def _wrap_tables(tokens: list[Token], headings: list[Heading]) -> list[Token]:
    """Let wide tables be scrolled, by keyboard too; each is called as the heading above it."""
    above, wrapped = "", []
    names = iter(headings)
    for token in tokens:
        if token.type == "heading_open":
            above = next(names).text
        if token.type == "th_open":
            token.attrSet("scope", "col")
        if token.type == "table_open":
            token.attrSet("class", "table")
            attrs = {"class": "table-scroll", "tabindex": "0"}
            attrs |= {"role": "region", "aria-label": above} if above else {}
            wrapped.append(Token("wrap_open", "div", 1, attrs=attrs, block=True))
        wrapped.append(token)
        if token.type == "table_close":
            wrapped.append(Token("wrap_close", "div", -1, block=True))
    return wrapped
