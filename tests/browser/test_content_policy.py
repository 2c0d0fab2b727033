"""The content policy in a real browser: strict, and still everything works."""

import pytest


@pytest.fixture
def signed_in(page, django_user_model):
    """A page whose visitor is an editor."""
    django_user_model.objects.create_superuser("editor", password="right and long")
    page.goto("/admin/login/")
    page.get_by_label("Username").fill("editor")
    page.get_by_label("Password").fill("right and long")
    page.get_by_role("button", name="Log in").click()
    page.wait_for_url("**/admin/")
    return page


def test_the_editors_screens_work_under_the_strict_policy(signed_in):
    signed_in.goto("/admin/auth/user/add/")
    assert signed_in.get_by_label("Username").is_visible()
    signed_in.goto("/admin/auth/user/")
    signed_in.locator("#action-toggle").check()
    assert signed_in.locator("input.action-select").first.is_checked()


def test_an_inline_script_does_not_run(browser, live_server):
    page = browser.new_page()
    page.goto(live_server.url + "/admin/login/")
    page.evaluate(
        "() => { const s = document.createElement('script');"
        " s.textContent = 'window.ran = true'; document.body.append(s); }"
    )
    assert page.evaluate("window.ran === undefined")
    page.close()
