"""Reporting a paragraph without a mouse and without scripts."""

from diplomacy.models import ProblemReport
from tests import factories


def opacity(tool) -> str:
    return tool.evaluate("one => getComputedStyle(one.parentElement).opacity")


def test_a_paragraph_is_reported_by_keyboard_alone(visit, transactional_db):
    record = factories.make_published("A bridge", "It spans the river.", "It is new.")
    page = visit(java_script_enabled=False)
    page.goto(f"/records/{record.uid}/{record.slug}/")
    tool = page.get_by_label("Report a problem with paragraph 2")
    assert opacity(tool) == "0"
    tool.focus()
    assert opacity(tool) == "1"
    page.keyboard.press("Enter")
    page.get_by_label("What is wrong?").select_option("date")
    page.get_by_label("Please say what you found").fill("It was built long ago.")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Thank you").wait_for()
    report = ProblemReport.objects.get()
    assert (report.shown, report.text) == ("It is new.", "It was built long ago.")


def test_what_was_left_out_is_said_where_it_is_put_right(visit, transactional_db):
    record = factories.make_published("A bridge")
    page = visit()
    page.goto(f"/records/{record.uid}/{record.slug}/report/")
    page.get_by_role("button", name="Send to the editors").click()
    page.get_by_role("alert").get_by_role("link", name="What is wrong?").click()
    assert page.get_by_label("What is wrong?").get_attribute("aria-invalid") == "true"
    assert page.url.endswith("#id-kind")
