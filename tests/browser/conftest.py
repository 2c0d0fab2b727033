"""A real browser, and what it may not do: complain about our pages or ask another machine."""

import os

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

ARGUMENTS = [
    "--no-sandbox",  # so that it also starts as root, in a container
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


def pytest_collection_modifyitems(items):
    """Everything in this folder needs the browser, and says so."""
    for item in items:
        if "/tests/browser/" in str(item.path):
            item.add_marker("browser")


@pytest.fixture(scope="session")
def browser(chromium):
    """One Chromium for the run."""
    # Playwright's loop lives in this thread, where Django would then refuse every query.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture
def visit(browser, live_server):
    """Call it with the options of a browser context (`java_script_enabled=False`, `viewport=…`).

    It gives a page on the live server. At the end of the test no page may have thrown an error,
    broken its own content policy or asked another machine for anything.
    """
    contexts, complaints = [], []

    def open_page(**options):
        context = browser.new_context(base_url=live_server.url, **options)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda message: complaints.extend(refusals(message.text)))
        page.on("request", lambda request: complaints.extend(strangers(request.url)))
        return page

    def strangers(url):
        is_ours = url.startswith((live_server.url, "data:", "blob:", "about:"))
        return [] if is_ours else [f"asked for {url}"]

    yield open_page
    for context in contexts:
        context.close()
    assert complaints == []


def refusals(message: str) -> list[str]:
    """A console message as a list: empty unless the content policy was broken."""
    return [message] if "Content Security Policy" in message else []


@pytest.fixture
def page(visit):
    """A page with the browser's own defaults."""
    return visit()


@pytest.fixture
def accessibility_problems():
    """Call it with a page: the WCAG 2 A and AA rules that it breaks, as `rule: element` strings.

    Open that page with `visit(bypass_csp=True)`: axe adds styles, which our policy would refuse.
    """

    def problems(page) -> list[str]:
        rules = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
        found = Axe().run(page, options=rules).response["violations"]
        return [f"{rule['id']}: {node['html'][:120]}" for rule in found for node in rule["nodes"]]

    return problems
