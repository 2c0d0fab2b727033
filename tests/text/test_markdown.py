"""Markdown of the archive's own pages: safe whatever is typed, and in order."""

from html.parser import HTMLParser
from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplomacy.text.markdown import render

ALLOWED = {
    *("p", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "strong", "em", "a", "code", "pre"),
    *("blockquote", "hr", "br", "table", "thead", "tbody", "tr", "th", "td", "div"),
}


class Reader(HTMLParser):
    """The elements of some HTML, and the addresses of its links."""

    def __init__(self, html: str):
        super().__init__()
        self.tags, self.links, self.handlers = set(), [], []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.links += [value for name, value in attrs if name == "href"]
        self.handlers += [name for name, _value in attrs if name.startswith("on")]


@pytest.mark.parametrize(
    ("source", "html"),
    [
        ("A *b* **c**.", "<p>A <em>b</em> <strong>c</strong>.</p>\n"),
        ("- one\n- two", "<ul>\n<li>one</li>\n<li>two</li>\n</ul>\n"),
        ("[in](/about/)", '<p><a href="/about/">in</a></p>\n'),
        (
            "[out](https://example.org/)",
            '<p><a href="https://example.org/" rel="external noopener">out</a></p>\n',
        ),
        ("[us](mailto:a@example.org)", '<p><a href="mailto:a@example.org">us</a></p>\n'),
        ("", ""),
    ],
)
def test_what_is_written_is_what_is_meant(source, html):
    assert render(source).html == html


@pytest.mark.parametrize(
    "source",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[x](javascript:alert(1))",
        "[x](JaVaScRiPt:alert(1))",
        "[x](java&#115;cript:alert(1))",
        "[x](data:text/html;base64,AAAA)",
        "[x](vbscript:x)",
        "[x](//example.org/)",
        "[x](/\\example.org/)",
        "[x](\\\\example.org)",
        "[x](file:///etc/passwd)",
        "<javascript:alert(1)>",
        "![x](/x.png)",
        '[x](/ "a\\" onclick=\\"alert(1)")',
        "| <b onclick=x> |\n|---|\n| <iframe> |",
        "## <svg onload=x>",
    ],
)
def test_nothing_runs_and_nothing_is_loaded(source):
    found = Reader(render(source).html)
    assert found.tags <= ALLOWED
    assert found.handlers == []
    for link in map(urlsplit, found.links):
        assert (link.scheme, link.netloc) == ("", ""), link


@given(st.text(alphabet=st.sampled_from(list("<>[]()!#*_`|-:/\\&;\"'\n abjs\0\x07")), max_size=200))
def test_whatever_is_typed_stays_within_what_is_allowed(source):
    found = Reader(render(source).html)
    assert found.tags <= ALLOWED
    assert found.handlers == []


def test_headings_begin_at_the_second_level_and_leave_none_out():
    found = render("### A\n\n# B\n\n#### C\n\n## B").headings
    assert [(row.level, row.id) for row in found] == [(2, "a"), (2, "b"), (3, "c"), (3, "b-2")]


def test_a_heading_takes_no_id_that_every_page_has():
    [heading] = render("## Content").headings
    assert heading.id != "content"


def test_headings_of_every_script_can_be_linked_to():
    found = render("## 如何引用\n\n## متن\n\n## …").headings
    assert [row.id for row in found] == ["如何引用", "متن", "section"]


def test_a_table_names_its_columns_and_can_be_scrolled_by_keyboard():
    html = render("## Dates\n\n| A | B |\n|---|---|\n| 1 | 2 |").html
    assert '<th scope="col">A</th>' in html
    assert '<div class="table-scroll" tabindex="0" role="region" aria-label="Dates">' in html


def test_paths_of_this_site_can_be_given_another_form():
    html = render("[a](/about/) [b](https://example.org/)", address="/ur{}".format).html
    assert 'href="/ur/about/"' in html
    assert 'href="https://example.org/"' in html
