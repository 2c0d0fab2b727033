"""Every type of page, in every language, in light and in dark, against WCAG 2.2 A and AA."""

import pytest

from .pages import LANGUAGES, make_archive

WIDTHS = {"light": 1280, "dark": 360}
"""Each scheme on another screen: a rule that breaks does so on one of them."""


@pytest.mark.parametrize("scheme", WIDTHS)
@pytest.mark.parametrize("language", LANGUAGES, ids=lambda prefix: prefix.strip("/") or "en")
def test_no_page_breaks_a_rule(visit, live_server, accessibility_problems, scheme, language):
    archive = make_archive()
    viewport = {"width": WIDTHS[scheme], "height": 800}
    page = visit(bypass_csp=True, color_scheme=scheme, viewport=viewport)
    problems = {}
    for word, address in archive.items():
        assert page.goto(language + address.path).status == address.status, word
        if found := accessibility_problems(page):
            problems[word] = found
    assert problems == {}


def test_a_rule_that_is_broken_is_told(visit, live_server, accessibility_problems):
    make_archive()
    page = visit(bypass_csp=True)
    page.goto("/")
    page.evaluate("document.querySelector('h1').style.color = '#ddd'")
    assert [problem.split(":")[0] for problem in accessibility_problems(page)] == ["color-contrast"]
