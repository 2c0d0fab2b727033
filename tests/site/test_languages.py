"""In which language an answer is, and how a reader comes to another one."""

import re

import pytest

from diplomacy.site.context import in_language
from tests import factories

pytestmark = pytest.mark.django_db
CHINESE = {"accept-language": "zh-CN,zh;q=0.9"}


def alternates(page: str) -> dict[str, str]:
    return dict(re.findall(r'<link rel="alternate" hreflang="([^"]+)" href="([^"]+)"', page))


@pytest.mark.parametrize(
    ("url", "language", "direction"),
    [
        ("/people/", "en", "ltr"),
        ("/zh-hans/people/", "zh-hans", "ltr"),
        ("/ur/people/", "ur", "rtl"),
    ],
)
def test_the_address_alone_decides_on_the_language(client, url, language, direction):
    answer = client.get(url, headers={"accept-language": "fr, zh-hans, ur"})
    assert f'<html lang="{language}" dir="{direction}">' in answer.content.decode()
    assert answer.headers["Content-Language"] == language
    assert "Accept-Language" not in answer.headers["Vary"]


def test_a_page_names_itself_in_every_language_without_what_was_asked(client, settings):
    page = client.get("/ur/archive/?q=CPEC&page=1").content.decode()
    base = settings.BASE_URL
    assert alternates(page) == {
        "en": f"{base}/archive/",
        "zh-hans": f"{base}/zh-hans/archive/",
        "ur": f"{base}/ur/archive/",
        "x-default": f"{base}/archive/",
    }


def test_another_language_of_the_same_search_is_one_step_away(client):
    page = client.get("/ur/archive/?q=CPEC&kind=readout").content.decode()
    assert 'href="/zh-hans/archive/?q=CPEC&amp;kind=readout"' in page
    assert 'href="/archive/?q=CPEC&amp;kind=readout"' in page


@pytest.mark.parametrize(
    ("path", "code", "there"),
    [
        ("/", "ur", "/ur/"),
        ("/ur/", "en", "/"),
        ("/ur/people/", "zh-hans", "/zh-hans/people/"),
        ("/urdu/", "ur", "/ur/urdu/"),
        ("/records/x/پتا/", "zh-hans", "/zh-hans/records/x/پتا/"),
    ],
)
def test_a_path_in_another_language_differs_by_its_beginning(path, code, there):
    assert in_language(path, code) == there


@pytest.mark.parametrize("path", ["/fr/people/", "/de/", "/ar/archive/"])
def test_a_language_that_the_archive_does_not_speak_is_not_found_and_told_so(client, path):
    answer = client.get(path)
    page = answer.content.decode()
    assert answer.status_code == 404
    assert "does not speak" in page
    assert f'<a href="/{path.split("/", 2)[2]}"' in page
    assert "does not speak" not in client.get("/nowhere/people/").content.decode()


@pytest.mark.parametrize(
    ("path", "there"),
    [
        ("/en/people/?page=2", "/people/?page=2"),
        ("/en/", "/"),
        ("/zh/people/", "/zh-hans/people/"),
        ("/zh-cn/", "/zh-hans/"),
        ("/zh-Hans/people/", "/zh-hans/people/"),
        ("/UR/", "/ur/"),
        ("/zh-tw/archive/", "/zh-hans/archive/"),
        ("/en//evil.example/", "/evil.example/"),
    ],
)
def test_another_code_for_a_language_it_speaks_leads_there(client, path, there):
    answer = client.get(path)
    assert answer.status_code == 301
    assert answer.headers["Location"] == there


class TestEditorsScreens:
    def test_speak_what_the_browser_prefers(self, client):
        answer = client.get("/admin/login/", headers=CHINESE)
        assert "用户名" in answer.content.decode()
        assert answer.headers["Content-Language"] == "zh-hans"
        assert "Accept-Language" in answer.headers["Vary"]

    def test_remember_the_language_that_was_chosen_and_tell_no_public_page(self, client):
        chosen = client.post("/admin/language/", {"language": "ur", "next": "/admin/login/"})
        assert chosen.headers["Location"] == "/admin/login/"
        cookie = chosen.cookies["django_language"]
        assert (cookie.value, cookie["path"]) == ("ur", "/admin/")
        page = client.get("/admin/login/", headers=CHINESE).content.decode()
        assert '<html lang="ur" dir="rtl"' in page

    def test_never_lead_to_another_site(self, client):
        asked = {"language": "ur", "next": "https://evil.example/"}
        assert client.post("/admin/language/", asked).headers["Location"] == "/ur/"

    @pytest.mark.parametrize("language", ["en", "zh-hans", "ur"])
    def test_work_in_every_language(self, admin_client, language):
        document = factories.make_published()
        headers = {"accept-language": language}
        for path in ("", "diplomacy/document/", f"diplomacy/document/{document.pk}/change/"):
            assert (
                admin_client.get(f"/admin/{path}", headers=headers, follow=True).status_code == 200
            )


def test_an_answer_for_machines_speaks_english_whatever_is_preferred(client):
    answer = client.get("/api/v1/records/nothing/", headers=CHINESE)
    assert answer.status_code == 404
    assert answer.content.isascii()
