"""Every type of public page in a real browser: in each language, with scripts and without."""

import pytest

from .pages import LANGUAGES, make_archive


def look_at(page, address: str, status: int) -> None:
    """Open a page that must load, have a heading, fit its window and complain about nothing."""
    errors = []
    page.on("console", lambda said: errors.append(said.text) if said.type == "error" else None)
    page.on("requestfailed", lambda request: errors.extend(not_loaded(request)))
    answer = page.goto(address)
    assert answer.status == status, address
    assert page.locator("h1").count() == 1, address
    assert page.locator("h1").inner_text().strip(), address
    # A page that fails says so in the console itself.
    assert [error for error in errors if f"status of {status}" not in error] == [], address
    assert overflow(page) <= 0, address


def not_loaded(request) -> list[str]:
    """A failed request as a list; empty where the browser only left the page before it ended."""
    return [] if "ERR_ABORTED" in (request.failure or "") else [f"not loaded: {request.url}"]


def overflow(page) -> int:
    """By how many pixels the page is wider than its window."""
    return page.evaluate("document.documentElement.scrollWidth - window.innerWidth")


@pytest.mark.parametrize(
    ("language", "scripts", "width"),
    [("", True, 1280), *((language, False, 360) for language in LANGUAGES)],
)
def test_every_type_of_page_loads_without_complaint(visit, live_server, language, scripts, width):
    """With scripts the languages differ in nothing that the tests of accessibility do not load."""
    archive = make_archive()
    page = visit(java_script_enabled=scripts, viewport={"width": width, "height": 800})
    for address in archive.values():
        look_at(page, language + address.path, address.status)


def test_without_scripts_a_search_is_narrowed_and_read(visit, live_server):
    archive = make_archive()
    page = visit(java_script_enabled=False)
    page.goto("/")
    page.get_by_role("searchbox").fill("second ferry")
    page.get_by_role("button", name="Search").click()
    page.get_by_role("link", name="By ferry").first.click()
    assert page.locator("h1").inner_text() == "By ferry"
    assert archive["editions"].path.removesuffix("editions/") in page.url


def test_pages_that_are_not_there_help_on(visit):
    page = visit()
    for address, status in (("/nowhere/", 404), ("/records/abcdefghij/nothing/", 404)):
        assert page.goto(address).status == status
        assert page.get_by_role("link", name="archive").count()
