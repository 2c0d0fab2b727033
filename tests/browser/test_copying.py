"""Copying a citation."""

from .pages import make_archive

ORIGIN_MAY = ["clipboard-read", "clipboard-write"]


def test_a_citation_is_copied_with_its_italics_and_that_is_said(visit, live_server):
    archive = make_archive()
    page = visit(permissions=ORIGIN_MAY)
    page.goto(archive["citations"].path)
    chicago = page.locator(".citation", has=page.locator("#chicago"))
    chicago.get_by_role("button").click()
    page.get_by_role("status").filter(has_text="Copied").wait_for(state="attached")
    assert chicago.get_by_role("button").inner_text() == "Copied"
    shown = chicago.locator(".citation__text").inner_text().strip()
    assert page.evaluate("navigator.clipboard.readText()") == shown
    types = page.evaluate("navigator.clipboard.read().then(items => items[0].types)")
    assert "text/html" in types


def test_a_format_for_programs_is_copied_line_for_line(visit, live_server):
    archive = make_archive()
    page = visit(permissions=ORIGIN_MAY)
    page.goto(archive["citations"].path)
    bibtex = page.locator(".citation", has=page.locator("#bibtex"))
    bibtex.get_by_role("button").click()
    page.get_by_role("status").filter(has_text="Copied").wait_for(state="attached")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("@")
    assert "\n  title = " in copied


def test_without_scripts_there_is_text_to_select_and_no_button(visit, live_server):
    archive = make_archive()
    page = visit(java_script_enabled=False)
    page.goto(archive["citations"].path)
    assert not page.get_by_role("button", name="Copy").count()
    assert page.locator("#cite-address").is_visible()
    assert page.get_by_role("link", name="Download").count() == 3
