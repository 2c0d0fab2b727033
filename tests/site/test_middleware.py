"""The headers that every answer carries."""

import pytest
from django.http import HttpResponse

from diplomacy.site.middleware import SecurityHeaders, policy

PAGES = ["/no-such-page", "/admin/login/", "/static/admin/css/base.css"]


@pytest.mark.django_db
@pytest.mark.parametrize("address", PAGES)
def test_every_answer_says_what_a_page_may_load(client, address):
    response = client.get(address)
    response.close()  # a file that is streamed stays open until then
    directives = response.headers["Content-Security-Policy"].split("; ")
    assert "default-src 'none'" in directives
    assert "script-src 'self'" in directives
    assert "style-src 'self'" in directives
    assert "frame-ancestors 'none'" in directives
    assert "unsafe" not in response.headers["Content-Security-Policy"]
    assert "camera=()" in response.headers["Permissions-Policy"]
    assert response.headers["Referrer-Policy"] == "strict-origin-when-cross-origin"
    assert response.headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert response.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.django_db
def test_a_page_not_found_sets_no_cookie_and_asks_for_the_generation_at_most(
    client, django_assert_max_num_queries
):
    with django_assert_max_num_queries(1):
        response = client.get("/no-such-page")
    assert response.status_code == 404
    assert not response.cookies


def test_directives_are_written_in_their_order():
    assert policy({"default-src": ["'none'"], "img-src": ["'self'", "data:"]}) == (
        "default-src 'none'; img-src 'self' data:"
    )


def test_a_view_may_set_a_policy_of_its_own(rf):
    def view(request):
        return HttpResponse(headers={"Content-Security-Policy": "sandbox"})

    response = SecurityHeaders(view)(rf.get("/"))
    assert response.headers["Content-Security-Policy"] == "sandbox"


@pytest.mark.django_db
def test_the_sixth_guess_at_a_password_is_not_even_tried(client, settings, django_user_model):
    settings.AXES_ENABLED = True
    django_user_model.objects.create_superuser("editor", password="right and long")
    wrong, right = ({"username": "editor", "password": p} for p in ("wrong", "right and long"))
    for _ in range(settings.AXES_FAILURE_LIMIT):
        response = client.post("/admin/login/", wrong)
    assert response.status_code == 429
    assert client.post("/admin/login/", right).status_code == 429


@pytest.mark.django_db
def test_the_right_password_opens_the_door(client, settings, django_user_model):
    settings.AXES_ENABLED = True
    django_user_model.objects.create_superuser("editor", password="right and long")
    data = {"username": "editor", "password": "right and long"}
    assert client.post("/admin/login/", data).status_code == 302
