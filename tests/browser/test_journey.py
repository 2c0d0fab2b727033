"""The whole way of one page: from pasted to published, found, corrected, withdrawn, restored."""

from dataclasses import dataclass
from io import StringIO

import pytest
from django.contrib.auth.models import Group
from django.core.management import call_command
from playwright.sync_api import Page

from tests.factories import make_country, make_person, make_user

PAGE = """Home / News / Foreign affairs

River countries agree on ferry timetable

ISLAMABAD, May 15, 2024 (APP): Minister Lin Shuya of China said on Wednesday that the ferry across \
the lake would run every morning from the first of July.

She spoke after talks at which both sides looked at the old timetable and found it wanting.

Also read: Ten lakes to visit this summer

“A ferry that runs on time is worth more than a bridge that is never built,” she said.
"""
WRONG, RIGHT = "the first of July", "the first of June"
TITLE = "River countries agree on a ferry timetable"
NOTE = "The ferry starts in June."
REASON = "The agency has taken its report back."


@dataclass
class House:
    """Who looks at the archive, and where the record stands once it is published."""

    writer: Page
    publisher: Page
    reader: Page
    address: str = ""
    uid: str = ""

    def shown(self, path: str = "") -> str:
        """What a reader of the record sees."""
        self.reader.goto(self.address + path)
        return self.reader.locator("main").inner_text()

    def found(self) -> int:
        """How many records the site and the API find for the ferry; they must agree."""
        self.reader.goto("/archive/?q=ferry")
        count = self.reader.get_by_role("link", name=TITLE).count()
        assert self.api("search/?q=ferry").json()["total"]["value"] == count
        return count

    def api(self, path: str):
        return self.reader.request.get(f"/api/v1/{path}")

    def feed(self) -> str:
        return self.reader.request.get("/feeds/latest.atom").text()


@pytest.fixture
def house(visit, live_server):
    """One who writes, one who publishes, one who reads; and the names the archive knows."""
    call_command("ensure_roles", stdout=StringIO())
    make_country("cn", "China")
    make_person("Lin Shuya", slug="lin-shuya")
    writer, publisher = sign_in(visit(), "Editors"), sign_in(visit(), "Publishers")
    return House(writer, publisher, visit())


def sign_in(page: Page, group: str) -> Page:
    """The same page, whose visitor is now one of the group."""
    user = make_user()
    user.groups.add(Group.objects.get(name=group))
    page.goto("/admin/")
    page.get_by_label("Username").fill(user.username)
    page.get_by_label("Password").fill("a long pass phrase")
    page.get_by_role("button", name="Log in").click()
    page.wait_for_url("**/admin/")
    return page


def begin(page: Page, verb: str) -> None:
    """Press one of the record's buttons, which asks first."""
    page.get_by_role("link", name=verb, exact=True).click()


def finish(page: Page) -> None:
    """Do what it asked about."""
    page.locator(".submit-row input[type=submit]").click()
    page.locator(".messagelist .success").wait_for()


def save(page: Page) -> None:
    page.get_by_role("button", name="Save and continue editing").click()
    page.locator(".messagelist .success").wait_for()


def submit(page: Page) -> None:
    begin(page, "Submit for review")
    finish(page)
    assert page.get_by_role("link", name="Publish …").count() == 0


def open_submitted(page: Page) -> None:
    page.goto("/admin/diplomacy/account/?state=submitted")
    page.get_by_role("link", name=TITLE).click()


def paste_and_mend(page: Page) -> None:
    page.goto("/admin/")
    page.get_by_role("link", name="Add a page as received").click()
    page.get_by_label("Text").fill(PAGE)
    page.get_by_role("button", name="Make drafts").click()
    page.locator("del, s").filter(has_text="Also read: Ten lakes to visit this summer").wait_for()
    page.locator("#id_title").fill(TITLE)
    page.locator("#id_summary").fill("A morning ferry is promised.")
    page.locator("#id_display").select_option("full")
    save(page)
    page.get_by_role("button", name="Confirm all").click()
    assert "Nothing is missing: it can be published." in page.locator("body").inner_text()
    submit(page)


def publish(house: House) -> None:
    open_submitted(house.publisher)
    begin(house.publisher, "Publish …")
    finish(house.publisher)
    assert house.found() == 1
    house.reader.get_by_role("link", name=TITLE).first.click()
    house.address = house.reader.url.partition("?")[0]
    house.uid = house.api("search/?q=ferry").json()["results"][0]["uid"]


def correct(house: House) -> None:
    words = house.writer.locator("textarea[name=paragraphs-0-text]")
    words.fill(words.input_value().replace(WRONG, RIGHT))
    save(house.writer)
    submit(house.writer)
    assert WRONG in house.shown()
    assert RIGHT not in house.api(f"records/{house.uid}/").text()
    open_submitted(house.publisher)
    begin(house.publisher, "Publish …")
    house.publisher.get_by_label("Correction").check()
    house.publisher.get_by_label("Note to readers").fill(NOTE)
    finish(house.publisher)


def withdraw(house: House) -> None:
    begin(house.publisher, "Withdraw …")
    house.publisher.get_by_role("textbox", name="Reason").fill(REASON)
    house.publisher.get_by_label("is no longer shown").check()
    finish(house.publisher)


def test_from_a_page_as_received_to_a_record_that_comes_and_goes(house):
    paste_and_mend(house.writer)
    assert house.found() == 0

    publish(house)
    assert WRONG in house.shown()
    assert house.api(f"records/{house.uid}/").json()["people"][0]["slug"] == "lin-shuya"
    assert TITLE in house.feed()

    correct(house)
    assert RIGHT in house.shown()
    assert NOTE in house.shown()
    assert WRONG in house.shown("editions/1/")
    changed = house.shown("editions/1..2/")
    assert NOTE in changed
    assert house.reader.locator("del", has_text="July").count() == 1
    assert house.reader.locator("ins", has_text="June").count() == 1

    withdraw(house)
    for path in ("", "editions/1/", "editions/1..2/"):
        assert REASON in house.shown(path)
        assert "ferry across" not in house.reader.content()
    assert house.found() == 0
    answer = house.api(f"records/{house.uid}/")
    assert (answer.status, answer.json()["error"]["message"]) == (410, REASON)
    assert REASON in house.feed()
    assert "morning ferry" not in house.feed()

    begin(house.publisher, "Restore")
    finish(house.publisher)
    assert house.found() == 1
    assert RIGHT in house.shown()
    assert house.api(f"records/{house.uid}/").json()["edition"]["change"] == "restored"
    assert TITLE in house.feed()
