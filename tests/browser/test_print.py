"""Pages on paper: what is read, nothing that is operated, black on white."""

import pytest

from .pages import make_archive

OPERATED = "nav, form, button, .button, .skip-link, .searchbox, .take-away, .facets"


@pytest.fixture
def paper(visit):
    """A page as it is printed, by a reader whose screen is dark."""
    page = visit(color_scheme="dark", viewport={"width": 720, "height": 1000})
    page.emulate_media(media="print", color_scheme="dark")
    return page


@pytest.mark.parametrize("word", ["a text", "a meeting", "results", "a series", "a difference"])
def test_a_page_is_printed_without_what_is_operated(paper, word, live_server):
    paper.goto(make_archive()[word].path)
    assert paper.locator("h1").is_visible()
    seen = [part for part in paper.locator(OPERATED).all() if part.is_visible()]
    assert seen == []
    colours = "e => [getComputedStyle(e).color, getComputedStyle(document.body).backgroundColor]"
    assert paper.locator("h1").evaluate(colours) == ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]
    assert paper.evaluate("document.documentElement.scrollWidth - window.innerWidth") <= 0


def test_a_record_is_printed_with_its_edition_and_numbers(paper, live_server):
    paper.goto(make_archive()["an old edition"].path)
    said = paper.locator(".print-only")
    assert said.is_visible()
    assert "/editions/1/" in said.inner_text()
    assert paper.locator(".paragraph__number").first.is_visible()
    paper.emulate_media(media="screen")
    assert not said.is_visible()
