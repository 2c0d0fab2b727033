"""The reading page of the API in a real browser, under the strict content policy."""

import pytest

from tests.factories import make_published


@pytest.fixture
def errors(page):
    """What the page says is wrong."""
    said = []
    page.on(
        "console", lambda message: said.append(message.text) if message.type == "error" else None
    )
    return said


def test_every_operation_is_shown_and_one_can_be_tried(page, errors):
    make_published("On the ferry")
    page.goto("/api/v1/docs/")
    page.locator(".opblock").first.wait_for()
    shown = page.locator(".opblock").count()
    described = page.evaluate("fetch('/api/v1/schema/').then(answer => answer.json())")
    assert shown == len(described["paths"])
    page.locator("#operations-records-records_list button").first.click()
    page.get_by_role("button", name="Try it out").click()
    page.get_by_role("button", name="Execute").click()
    page.locator(".live-responses-table .response-col_status", has_text="200").wait_for()
    assert "On the ferry" in page.locator(".live-responses-table").inner_text()
    assert errors == []


def test_without_scripts_it_says_where_the_description_is(visit):
    page = visit(java_script_enabled=False)
    page.goto("/api/v1/docs/")
    assert page.get_by_role("link", name="OpenAPI 3.1").get_attribute("href") == "/api/v1/schema/"
