"""The desk sees its pictures and files, published or not; strangers never do."""

import pytest
from django.contrib.auth.models import Permission
from django.core.files.storage import default_storage
from django.test import Client

from diplomacy.admin import stored
from tests.factories import add_file, add_picture, make_dialogue, make_document, make_user

from .test_screens import url

pytestmark = pytest.mark.django_db


@pytest.fixture
def document():
    return make_document("A draft")


def get(client, name: str):
    answer = client.get(stored.address_of(name))
    return answer, b"".join(answer.streaming_content) if answer.streaming else answer.content


def signed_in(*permissions: str) -> Client:
    user, client = make_user(), Client()
    user.user_permissions.set(Permission.objects.filter(codename__in=permissions))
    client.force_login(user)
    return client


def test_an_editor_sees_the_picture_of_a_draft_in_place(editor, document):
    picture = add_picture(document).image
    answer, content = get(editor, picture.file.name)
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == "image/png"
    assert content == picture.file.read()
    picture.file.close()
    assert "attachment" not in answer.headers["Content-Disposition"]
    assert "no-store" in answer.headers["Cache-Control"]


def test_a_private_file_is_downloaded_and_can_run_nothing(editor, document):
    file = add_file(document, b"<script>", "page.html", is_public=False)
    answer, content = get(editor, file.file.name)
    assert content == b"<script>"
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert answer.headers["Content-Type"] == "application/octet-stream"
    assert answer.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"


def test_strangers_are_sent_to_the_door(stranger, document):
    answer = stranger.get(stored.address_of(add_file(document).file.name))
    assert answer.status_code == 302
    assert answer.headers["Location"].startswith("/admin/login/")


def test_who_may_look_at_the_record_may_look_at_its_files_and_no_one_else(document):
    file, picture = add_file(document).file.name, add_picture(document).image.file.name
    elsewhere = add_file(make_dialogue()).file.name
    onlooker = signed_in("view_account")
    assert [get(onlooker, name)[0].status_code for name in (file, picture, elsewhere)] == [
        200,
        200,
        403,
    ]
    librarian = signed_in("view_image")
    assert [get(librarian, name)[0].status_code for name in (file, picture)] == [403, 200]
    assert get(signed_in("view_topic"), file)[0].status_code == 403


@pytest.mark.parametrize("name", ["files/none.pdf", "../settings.py", "files", "a\0b", "渡" * 300])
def test_what_no_row_names_is_not_there(editor, document, name):
    add_file(document)
    assert get(editor, name)[0].status_code == 404


def test_a_lost_file_is_said_to_be_lost(editor, document):
    name = add_file(document).file.name
    default_storage.delete(name)
    assert get(editor, name)[0].status_code == 404


def test_the_screens_link_to_it(editor, onlooker, document):
    file, picture = add_file(document), add_picture(document).image
    page = editor.get(url("image", "change", picture.pk)).content.decode()
    assert f'src="{stored.address_of(picture.file.name)}"' in page
    assert f'href="{stored.address_of(picture.file.name)}"' in page
    for client in (editor, onlooker):
        page = client.get(url("account", "change", document.pk)).content.decode()
        assert f'href="{stored.address_of(file.file.name)}"' in page
        assert "/media/" not in page


def test_the_store_knows_no_other_address():
    assert default_storage.url("files/a.pdf") == stored.address_of("files/a.pdf")
