"""Adding pages as received: good ones become drafts, bad ones get a clear word."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from diplomacy.models import Document, RawText
from tests import factories

from .test_screens import url

PAGE = (
    "Home > News > World\n\nEnvoys meet by the river\n\n"
    "RIVERTOWN, May 15: The two envoys met on Wednesday and agreed to keep the pass open.\n\n"
    "They also reviewed the rail link between the two valleys.\n\nAlso read: Something else\n"
)


@pytest.fixture
def address(db):
    return reverse("admin:diplomacy_receive")


def upload(name: str, data: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data)


def test_a_pasted_text_becomes_a_draft_and_leads_to_its_form(editor, address):
    answer = editor.post(address, {"text": PAGE.replace("\n", "\r\n")})
    draft = Document.objects.get()
    assert answer["Location"] == url("account", "change", draft.pk)
    assert (draft.state, draft.created_by) == ("draft", editor.user)
    assert RawText.objects.get().text == PAGE
    page = editor.get(answer["Location"]).content.decode()
    assert "The page as received" in page
    assert "keep the pass open" in page
    assert "<del>" in page


def test_files_become_drafts_and_bad_ones_are_named(editor, address):
    files = [
        upload("good.txt", PAGE.encode()),
        upload("empty.txt", b""),
        upload("picture.txt", b"\x89PNG\r\n\x1a\n\0\0\0"),
        upload("nul.txt", b"a\0b"),
    ]
    answer = editor.post(address, {"text": "", "files": files})
    said = answer.context["failed"]
    assert answer.status_code == 200
    assert [line.split(":")[0] for line in said] == ["empty.txt", "picture.txt", "nul.txt"]
    assert Document.objects.count() == 1
    assert len(answer.context["made"]) == 1


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("large.txt", b"x" * 20_000_001),
        ("binary.bin", bytes(range(256)) * 20),
        ("wrong.txt", "Ünlü ırmak".encode("utf-16-le")[1:]),
        ("torn.docx", b"PK\x03\x04 nothing"),
        ("torn.pdf", b"%PDF-1.7 nothing"),
        ("blank.txt", b" \n \n"),
    ],
)
def test_a_bad_file_is_refused_with_its_name_and_leaves_nothing(editor, address, name, data):
    answer = editor.post(address, {"text": "", "files": [upload(name, data)]})
    assert answer.status_code == 200
    assert answer.context["failed"][0].startswith(name)
    assert not Document.objects.exists()
    assert not RawText.objects.exists()


def test_what_was_pasted_is_kept_when_it_cannot_be_read(editor, address):
    for text in ("one\0two", "\x01\x02\x03\x04 words"):
        answer = editor.post(address, {"text": text})
        assert answer.status_code == 200
        assert answer.context["form"]["text"].value() == text
    assert not Document.objects.exists()


def test_nothing_at_all_is_said_to_be_nothing(editor, address):
    answer = editor.post(address, {"text": " \n "})
    assert "Paste a text or choose a file." in answer.content.decode()
    answer = editor.post(address, {"text": PAGE, "url": "not an address"})
    assert "url" in answer.context["form"].errors
    assert answer.context["form"]["text"].value() == PAGE


def test_one_address_cannot_be_that_of_two_pages(editor, address):
    files = [upload("one.txt", b"One page."), upload("two.txt", b"Two pages.")]
    data = {"text": "", "files": files, "url": "https://example.org/a"}
    assert "url" in editor.post(address, data).context["form"].errors


def some_files(number: int) -> list[SimpleUploadedFile]:
    return [upload(f"{n}.txt", f"The envoys met {n} times.".encode()) for n in range(number)]


def test_too_many_files_are_refused_and_what_was_typed_is_kept(editor, address):
    assert "up to 50 at once" in editor.get(address).content.decode()
    answer = editor.post(address, {"text": PAGE, "files": some_files(51)})
    assert answer.status_code == 200
    assert "At most 50 files" in str(answer.context["form"].errors["files"])
    assert answer.context["form"]["text"].value() == PAGE
    assert not Document.objects.exists()


def test_far_too_many_files_lead_back_to_the_form_all_the_same(editor, onlooker, address):
    answer = editor.post(address, {"text": PAGE, "files": some_files(201)})
    assert answer.status_code == 200
    assert answer.context["failed"][0].startswith("At most 50 files")
    assert not Document.objects.exists()
    assert onlooker.post(address, {"files": some_files(201)}).status_code == 403


def test_a_forged_page_is_refused(editor, address):
    editor.handler.enforce_csrf_checks = True
    assert editor.post(address, {"text": PAGE}).status_code == 403
    token = editor.get(address).context["csrf_token"]
    assert editor.post(address, {"text": PAGE, "csrfmiddlewaretoken": token}).status_code == 302
    assert Document.objects.count() == 1


def test_a_file_in_another_encoding_is_read_when_it_is_named(editor, address):
    data = "两国外长在河边会晤。".encode("gb18030")
    assert editor.post(address, {"files": [upload("a.txt", data)]}).context["failed"]
    assert not Document.objects.exists()
    editor.post(address, {"files": [upload("a.txt", data)], "encoding": "gb18030"})
    assert Document.objects.get().paragraphs.first().text == "两国外长在河边会晤。"


def test_the_same_text_again_leads_to_the_draft_there_is(editor, address):
    editor.post(address, {"text": PAGE})
    answer = editor.post(address, {"text": PAGE}, follow=True)
    assert Document.objects.count() == 1
    assert "already held" in answer.content.decode()


def test_scripts_in_a_page_stay_text_or_go(editor, address):
    html = b"<html><body><p>The envoys met.</p><script>alert(1)</script></body></html>"
    answer = editor.post(address, {"files": [upload("a.html", html)]}, follow=True)
    assert answer.status_code == 200
    assert "<script>alert(1)" not in answer.content.decode()
    answer = editor.post(
        address, {"text": "The envoys <script>alert(2)</script> met."}, follow=True
    )
    assert "<script>alert(2)" not in answer.content.decode()


def test_a_removed_line_is_put_back_where_it_stood(editor, address):
    editor.post(address, {"text": PAGE})
    draft = Document.objects.get()
    line = draft.removed_lines.get(text__startswith="Also read")
    editor.post(url("account", "put_back", draft.pk), {"line": line.pk})
    assert draft.paragraphs.last().text.startswith("Also read")
    assert not draft.removed_lines.filter(pk=line.pk).exists()
    draft.refresh_from_db()
    assert draft.version == 2
    for key in (line.pk, "x", "9" * 30):
        editor.post(url("account", "put_back", draft.pk), {"line": key})
    assert draft.paragraphs.filter(text__startswith="Also read").count() == 1


def test_other_accounts_of_the_same_meeting_are_named(editor, address):
    editor.post(address, {"text": PAGE})
    draft = Document.objects.get()
    meeting = factories.make_dialogue()
    other = factories.make_document("The other account", meeting=meeting)
    Document.objects.filter(pk=draft.pk).update(meeting=meeting)
    page = editor.get(url("account", "change", draft.pk)).content.decode()
    assert "Another account of this meeting is held" in page
    assert url("account", "change", other.pk) in page


def test_who_may_not_write_may_not_add_pages(onlooker, stranger, address):
    assert onlooker.get(address).status_code == 403
    assert onlooker.post(address, {"text": PAGE}).status_code == 403
    assert "/login/" in stranger.get(address)["Location"]


def test_the_way_in_is_on_the_front_page_and_the_lists(editor, onlooker, address):
    for page in ("/admin/", url("account"), url("oped"), url("jointstatement")):
        assert address in editor.get(page).content.decode()
    assert address not in onlooker.get("/admin/").content.decode()
