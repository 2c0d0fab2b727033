"""The desk of the pages about the archive: who may do what, and nobody's words are lost."""

import pytest
from django.conf import settings
from django.contrib.auth.models import Permission
from django.urls import reverse

from diplomacy import publishing
from diplomacy.models import FrontEdition, FrontPage, FrontText, shipped_words
from tests.publishing.test_front_matter import publish, words_in_work

from .browsing import form_of


def url(name: str, page: str = "about", language: str = "en", *more) -> str:
    return reverse(f"admin:diplomacy_fronttext_{name}", args=[page, language, *more])


LIST = "/admin/diplomacy/fronttext/"
FORM, PREVIEW, TYPED, VERSIONS = map(url, ("text", "preview", "typed", "versions"))
PUBLISH, DISCARD, RETURN = (url("verb", "about", "en", v) for v in ("publish", "discard", "return"))


def save(client, title: str, body: str = "Words.", at: str = FORM):
    return client.post(at, form_of(client.get(at)) | {"title": [title], "body": [body]})


def confirm(client, address: str, **fields):
    page = client.get(address)
    version = page.context["form"].initial["version"]
    return client.post(address, {"version": version, **fields}, follow=True)


def text_of(response) -> str:
    return response.content.decode()


def test_an_editor_writes_and_a_publisher_publishes(editor, publisher):
    assert save(editor, "About us").status_code == 302
    assert not FrontEdition.objects.exists()
    assert "About us" not in text_of(editor.get("/about/"))
    answer = confirm(publisher, PUBLISH, note="Who keeps it")
    assert "Published: readers see it now." in text_of(answer)
    edition = FrontEdition.objects.select_related("entry").get()
    assert (edition.title, edition.note, edition.entry.by) == (
        "About us",
        "Who keeps it",
        publisher.user,
    )
    assert "About us" in text_of(editor.get("/about/"))


OPEN, CLOSED, LOGIN = 200, 403, 302
MATRIX = {
    # address: (onlooker, editor, publisher) for looking, then for sending
    LIST: ((CLOSED, OPEN, OPEN), None),
    FORM: ((CLOSED, OPEN, OPEN), (CLOSED, 302, 302)),
    PREVIEW: ((CLOSED, OPEN, OPEN), None),
    TYPED: ((405, 405, 405), (CLOSED, OPEN, OPEN)),
    VERSIONS: ((CLOSED, OPEN, OPEN), None),
    PUBLISH: ((CLOSED, CLOSED, OPEN), (CLOSED, CLOSED, 302)),
    DISCARD: ((CLOSED, OPEN, OPEN), (CLOSED, 302, 302)),
    RETURN: ((CLOSED, CLOSED, OPEN), (CLOSED, CLOSED, 302)),
}


@pytest.mark.parametrize("place", range(3), ids=["onlooker", "editor", "publisher"])
@pytest.mark.parametrize("address", MATRIX)
def test_each_may_do_what_is_theirs(request, address, place):
    client = request.getfixturevalue(("onlooker", "editor", "publisher")[place])
    looking, sending = MATRIX[address]
    publish()
    version = words_in_work("In work", "Words in work").version
    assert client.get(address).status_code == looking[place]
    if sending:
        data = {"version": version, "title": "Typed", "body": "Typed words"}
        assert client.post(address, data).status_code == sending[place]


@pytest.mark.parametrize("address", MATRIX)
def test_a_stranger_is_asked_to_sign_in(stranger, address):
    answer = stranger.get(address)
    assert (answer.status_code, "/admin/login/" in answer["Location"]) == (LOGIN, True)


def test_who_may_only_look_sees_no_button_and_no_form(roles, onlooker):

    onlooker.user.user_permissions.add(Permission.objects.get(codename="view_fronttext"))
    words_in_work()
    page = text_of(onlooker.get(FORM))
    assert "fronttext_form" not in page
    assert "/verb/" not in page
    assert onlooker.post(FORM, {"title": "x", "body": "y"}).status_code == 403


def test_the_list_says_how_each_page_stands(publisher):
    publish(page="help", language="ur")
    words_in_work(page="privacy")
    page = publisher.get(LIST)
    cells = [cell for row in page.context["rows"] for cell in row["cells"]]
    assert len(cells) == len(FrontPage) * len(settings.LANGUAGES)
    states = [(cell["state"], cell["is_in_work"]) for cell in cells]
    assert states.count(("Edited here", False)) == 1
    assert states.count(("Shipped text", True)) == 1
    for cell in cells:
        assert publisher.get(cell["url"]).status_code == 200


def test_the_list_takes_as_many_queries_for_many_as_for_none(
    publisher, django_assert_max_num_queries
):
    publisher.get(LIST)
    for page in FrontPage.values:
        for language, _name in settings.LANGUAGES:
            publish(page=page, language=language)
    with django_assert_max_num_queries(6):
        publisher.get(LIST)


def test_the_form_begins_with_what_readers_see(publisher):
    data = form_of(publisher.get(FORM))
    assert data["title"] == [shipped_words("about", "en").title]
    publish(title="Ours")
    assert form_of(publisher.get(FORM))["title"] == ["Ours"]


def test_the_form_of_urdu_is_written_from_right_to_left(publisher):
    page = text_of(publisher.get(url("text", "about", "ur")))
    assert 'lang="ur" dir="rtl"' in page


def test_saving_what_readers_see_already_leaves_nothing_in_work(editor):
    save(editor, "Mine")
    assert FrontText.objects.get().words is not None
    shipped = shipped_words("about", "en")
    save(editor, shipped.title, shipped.body.replace("\n", "\r\n"))
    assert FrontText.objects.get().words is None


def test_the_second_editor_is_told_and_nothing_is_overwritten(editor, publisher):
    typed = form_of(editor.get(FORM)) | {"title": ["Mine"]}
    assert save(publisher, "Theirs").status_code == 302
    answer = editor.post(FORM, typed)
    assert f"{publisher.user.username} saved" in text_of(answer)
    assert FrontText.objects.get().title == "Theirs"
    rows = {str(row["label"]): row for row in answer.context["differences"]}
    assert (rows["Title"]["stored"], rows["Title"]["typed"]) == ("Theirs", "Mine")
    again = form_of(answer)
    assert again["title"] == ["Mine"]
    assert editor.post(FORM, again | {"overwrite": ["1"]}).status_code == 302
    assert FrontText.objects.get().title == "Mine"


def test_what_was_published_meanwhile_is_not_overwritten_either(editor, publisher):
    save(editor, "First")
    typed = form_of(editor.get(FORM)) | {"title": ["Mine"]}
    confirm(publisher, PUBLISH)
    assert "saved this record" in text_of(editor.post(FORM, typed))
    assert FrontText.objects.get().words is None


def test_a_button_pressed_on_an_old_page_does_nothing(editor, publisher):
    save(editor, "First")
    save(editor, "Second")
    answer = publisher.post(PUBLISH, {"version": "1", "note": ""})
    assert "after you opened this page" in text_of(answer)
    assert not FrontEdition.objects.exists()


def test_the_preview_is_the_page_as_it_would_be_published(publisher):
    words = "## One\n\n<b>bold</b> [x](/help/)"
    save(publisher, "On help", words, url("text", "help", "ur"))
    answer = publisher.get(url("preview", "help", "ur"))
    previewed = text_of(answer)
    assert answer["X-Robots-Tag"] == "noindex"
    assert "no-store" in answer["Cache-Control"]
    assert '<html lang="ur" dir="rtl">' in previewed
    confirm(publisher, url("verb", "help", "ur", "publish"))
    public = text_of(publisher.get("/ur/help/"))
    for page in (previewed, public):
        assert '<h2 id="one">One</h2>' in page
        assert "&lt;b&gt;bold" in page
        assert 'href="/ur/help/"' in page


def test_what_is_typed_is_previewed_without_being_saved(editor):
    answer = editor.post(TYPED, {"title": "Typed", "body": "Typed *words*\r\n\r\n<script>"})
    assert "<em>words</em>" in text_of(answer)
    assert "<script>" not in text_of(answer)
    assert not FrontText.objects.exists()


def test_returning_and_discarding_say_what_they_did(publisher):
    publish()
    words_in_work(body="Half done")
    assert "Discarded." in text_of(confirm(publisher, DISCARD))
    assert FrontText.objects.get().words is None
    assert "text that comes with the software" in text_of(confirm(publisher, RETURN))
    assert FrontEdition.objects.last().is_shipped


@pytest.mark.parametrize("address", [PUBLISH, DISCARD, RETURN])
def test_a_step_that_does_not_apply_leads_back(publisher, address):
    answer = publisher.get(address, follow=True)
    assert "This step does not apply now." in text_of(answer)


def test_a_refusal_is_told_in_words(publisher, monkeypatch):
    words_in_work()
    words = {"title": ["About us"], "body": ["We keep it."]}
    assert publisher.post(FORM, form_of(publisher.get(FORM)) | words).status_code == 302
    page = publisher.get(PUBLISH)
    FrontText.objects.update(body=" ")
    answer = publisher.post(PUBLISH, {"version": page.context["form"].initial["version"]})
    assert "It has no text." in text_of(answer)
    assert not FrontEdition.objects.exists()


def test_the_versions_say_when_and_by_whom(publisher):
    save(publisher, "First title")
    confirm(publisher, PUBLISH, note="At first")
    page = text_of(publisher.get(VERSIONS))
    for said in ("First title", "At first", publisher.user.username, "/about/versions/1/"):
        assert said in page


@pytest.mark.parametrize(
    "address",
    [f"{LIST}nothing/en/", f"{LIST}about/xx/", f"{LIST}about/en/verb/nothing/", f"{LIST}1/change/"],
)
def test_what_is_no_page_is_not_found(publisher, address):
    assert publisher.get(address, follow=True).status_code == 404


@pytest.mark.parametrize(
    ("title", "body"), [("", "x"), ("x", ""), ("x", "\x00"), ("\x07", "x"), ("x" * 201, "x")]
)
def test_what_cannot_be_saved_comes_back_as_it_was_typed(editor, title, body):
    answer = save(editor, title, body)
    assert answer.status_code == 200
    assert answer.context["form"].errors
    assert not FrontText.objects.exists()


def test_what_the_operator_has_to_fill_in_is_said(publisher):
    assert "who keeps this archive" in text_of(publisher.get(FORM))
    assert "CONTACT" in text_of(publisher.get(url("text", "privacy", "ur")))


def test_only_the_verbs_make_versions(publisher):
    save(publisher, "Mine")
    assert not FrontEdition.objects.exists()
    assert publishing.verify_ledger().broken is None
