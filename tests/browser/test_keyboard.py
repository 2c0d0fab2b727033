"""The archive by keyboard alone."""

from .pages import make_archive


def focused(page) -> str:
    """What has the focus, in the words a reader would hear."""
    script = "document.activeElement.ariaLabel || document.activeElement.innerText"
    return (page.evaluate(script) or page.evaluate("document.activeElement.id")).strip()


def tab_to(page, words: str, most: int = 60) -> None:
    """Press Tab until what has the focus is called `words`."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if focused(page) == words:
            return
    raise AssertionError(f"no Tab leads to “{words}”")


def is_outlined(page) -> bool:
    """Whether one can see where the focus is."""
    style = "getComputedStyle(document.activeElement).outlineStyle"
    return page.evaluate(style) not in ("none", "")


def test_the_first_key_leads_past_the_head_of_a_page(page, live_server):
    page.goto("/")
    page.keyboard.press("Tab")
    assert focused(page) == "Skip to the content"
    assert page.locator(".skip-link").bounding_box()["y"] >= 0
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"


def test_a_record_is_searched_for_found_and_read_with_keys(page, live_server):
    make_archive()
    page.goto("/people/")
    tab_to(page, "site-q")
    page.keyboard.type("second ferry")
    page.keyboard.press("Enter")
    page.wait_for_url("**/archive/?q=second+ferry")
    tab_to(page, "By ferry")
    page.keyboard.press("Enter")
    page.wait_for_url("**/records/**")
    assert page.locator("h1").inner_text() == "By ferry"


def test_whatever_has_the_focus_shows_it(page, live_server):
    archive = make_archive()
    for word in ("home", "results", "a text", "a series"):
        page.goto(archive[word].path)
        for _ in range(25):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement === document.body"):
                break
            assert is_outlined(page), (word, focused(page))
