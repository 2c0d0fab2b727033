"""The text of an HTML page: no scripts, no styles, navigation set apart."""

import re
from html.parser import HTMLParser

from .received import Received, Unreadable

STARTS_AS_HTML = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
BYTES_START_AS_HTML = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE,
)
CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]+)", re.IGNORECASE)

SILENT = frozenset(
    "script style noscript template svg math iframe object canvas select".split()  # noqa: SIM905
)
NAVIGATION = frozenset(["nav", "aside", "footer", "form", "button", "menu", "dialog"])
BLOCKS = frozenset(
    "address article blockquote body caption center dd details div dl dt fieldset figcaption "  # noqa: SIM905
    "figure h1 h2 h3 h4 h5 h6 header hr li main ol p pre section table td th tr ul".split()
)
VOID = frozenset(
    ["area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"]
)
META_FACTS = {
    "og:title": "title",
    "article:published_time": "published",
    "datepublished": "published",
    "publishdate": "published",
    "pubdate": "published",
    "date": "published",
    "dc.date": "published",
    "author": "author",
    "article:author": "author",
    "og:site_name": "outlet",
    "og:url": "url",
}
SPACE = re.compile(r"\s+")


def declared_charset(data: bytes) -> str | None:
    """The charset an HTML page declares in its first 4 kB; GB2312 is read as its superset."""
    match = CHARSET.search(data[:4096])
    if not match:
        return None
    name = match[1].decode("ascii").lower()
    return "gb18030" if name in ("gb2312", "gbk") else name


def read_html(markup: str, filename: str, encoding: str) -> Received:
    """The page's text with blocks parted by blank lines; raises Unreadable if there is none."""
    page = Page()
    page.feed(markup)
    page.close()
    page.end_block()
    kept, dropped = page.kept, page.dropped
    if not kept:
        # A page that is all <form> or <nav> has its text there.
        kept, dropped = dropped, []
    if not kept:
        raise Unreadable(filename, "the HTML page holds no text")
    return Received(filename, "\n\n".join(kept), encoding, "html", page.facts, tuple(dropped))


class Page(HTMLParser):
    """Collects blocks of text, and apart from them what stands in navigation."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.kept: list[str] = []
        self.dropped: list[str] = []
        self.facts: dict[str, str] = {}
        self._words: list[str] = []
        self._silent = 0
        self._navigation = 0
        self._in_title = False

    def handle_starttag(self, tag, attrs):
        attributes = {name: value or "" for name, value in attrs}
        if tag in BLOCKS or tag in NAVIGATION:
            self.end_block()
        if tag == "br":
            self._words.append("\n")
        elif tag in SILENT:
            self._silent += 1
        elif tag in NAVIGATION:
            self._navigation += 1
        elif tag == "title":
            self._in_title = True
        self._note_facts(tag, attributes)

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag):
        if tag in BLOCKS or tag in NAVIGATION:
            self.end_block()
        if tag in SILENT:
            self._silent = max(0, self._silent - 1)
        elif tag in NAVIGATION:
            self._navigation = max(0, self._navigation - 1)
        elif tag == "title":
            self._in_title = False
        elif tag in ("body", "main", "article"):
            self._navigation = 0

    def handle_data(self, data):
        if self._silent:
            return
        if self._in_title:
            title = self.facts.get("page_title", "") + data
            self.facts["page_title"] = SPACE.sub(" ", title).strip()
            return
        self._words.append(SPACE.sub(" ", data))

    def end_block(self):
        """Close the block of text being read."""
        lines = [SPACE.sub(" ", line).strip() for line in "".join(self._words).split("\n")]
        text = "\n".join(lines).strip("\n")
        self._words = []
        for part in re.split(r"\n{2,}", text):
            if part.strip():
                (self.dropped if self._navigation else self.kept).append(part)

    def _note_facts(self, tag: str, attributes: dict[str, str]):
        if tag == "html" and attributes.get("lang"):
            self.facts["language"] = attributes["lang"].lower()
        elif tag == "link" and attributes.get("rel") == "canonical":
            self.facts["url"] = attributes.get("href", "")
        elif tag == "meta":
            name = (
                attributes.get("property") or attributes.get("name") or attributes.get("itemprop")
            )
            fact = META_FACTS.get((name or "").lower())
            if fact and attributes.get("content"):
                self.facts.setdefault(fact, attributes["content"].strip())
