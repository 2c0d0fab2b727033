"""Pictures and files: read while a listed record names them, and at no other time."""

from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils import timezone

from diplomacy import publishing
from diplomacy.models import Figure, Mention
from diplomacy.search.rebuilding import rebuild
from tests.factories import add_file, add_picture, make_document, make_published, publish

pytestmark = pytest.mark.django_db


def address(row) -> str:
    """Where the file of a figure or an attachment would be."""
    return f"/files/{(row.image if isinstance(row, Figure) else row).file.name}"


def read(client, row):
    """The answer at that address, and its bytes: reading them to the end closes the file."""
    answer = client.get(address(row))
    return answer, b"".join(answer.streaming_content) if answer.streaming else answer.content


def status(client, row) -> int:
    return read(client, row)[0].status_code


@pytest.fixture
def document():
    return make_document("The ferry")


@pytest.fixture
def picture(document):
    return add_picture(document)


@pytest.fixture
def file(document):
    return add_file(document)


def hide(document):
    publishing.withdraw(document, by=None, reason="Not ours.", keep_text=False)


def remove(document):
    publishing.remove(document, by=None, reason="Not ours.")


def merge(document):
    publishing.merge(document, make_published("The ferry again"), by=None, reason="The same text.")


def test_a_picture_is_shown_in_place(client, document, picture):
    publish(document)
    answer, content = read(client, picture)
    with picture.image.file.open() as stored:
        assert content == stored.read()
    assert answer["Content-Type"] == "image/png"
    assert answer["Content-Disposition"].startswith("inline; ")
    assert int(answer["Content-Length"]) == picture.image.file.size


@pytest.mark.parametrize(
    ("name", "content_type"),
    [
        ("scan.pdf", "application/pdf"),
        ("scan.JPG", "image/jpeg"),
        ("notes.txt", "text/plain; charset=utf-8"),
        ("page.html", "application/octet-stream"),
        ("drawing.svg", "application/octet-stream"),
        ("archive", "application/octet-stream"),
        ("pages.txt.gz", "application/octet-stream"),
    ],
)
def test_a_file_is_downloaded_as_what_its_name_may_say(client, document, name, content_type):
    file = add_file(document, b"<script>", name)
    publish(document)
    answer, content = read(client, file)
    assert content == b"<script>"
    assert answer["Content-Type"] == content_type
    assert answer["Content-Disposition"].startswith("attachment; ")


def test_what_is_in_a_file_can_run_nothing(client, document, file):
    publish(document)
    answer, _ = read(client, file)
    assert answer["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "script-src" in client.get("/")["Content-Security-Policy"]


def test_a_file_costs_one_query_after_that_for_the_generation(
    client, document, file, django_assert_num_queries
):
    publish(document)
    with django_assert_num_queries(2):
        assert status(client, file) == 200


def test_a_cache_asks_every_time_and_is_told_when_the_file_is_gone(client, document, file):
    publish(document)
    first, _ = read(client, file)
    assert first["Cache-Control"] == "no-cache"
    held = {"If-None-Match": first["ETag"]}
    assert client.get(address(file), headers=held).status_code == 304
    remove(document)
    assert client.get(address(file), headers=held).status_code == 404


def test_only_reading_is_allowed(client, document, file):
    publish(document)
    assert status(client, file) == 200
    assert client.post(address(file)).status_code == 405


# --- Who may read it, state by state --------------------------------------------------------


def test_what_a_draft_holds_is_nowhere_until_it_is_published(client, document, picture, file):
    for row in (picture, file):
        assert default_storage.exists(address(row).removeprefix("/files/"))
        assert status(client, row) == 404
    publish(document)
    for row in (picture, file):
        assert status(client, row) == 200


def test_what_the_next_version_adds_is_nowhere_until_it_is_published(client, document, file):
    publish(document)
    added = add_picture(document)
    assert status(client, added) == 404
    publish(document, change="update")
    assert status(client, added) == 200


def test_what_waits_for_its_hour_is_nowhere_until_then(client, document, file, monkeypatch):
    publish(document, at=timezone.now() + timedelta(hours=1))
    assert status(client, file) == 404
    later = timezone.now() + timedelta(hours=2)
    monkeypatch.setattr(timezone, "now", lambda: later)
    assert status(client, file) == 200


def test_what_the_next_version_drops_stays_until_it_is_published(client, document, picture):
    publish(document)
    picture.delete()
    assert status(client, picture) == 200
    publish(document, change="update")
    assert status(client, picture) == 404


@pytest.mark.parametrize("end", [hide, remove, merge])
def test_what_is_no_longer_shown_has_no_files_until_it_is_restored(client, document, picture, end):
    publish(document)
    assert status(client, picture) == 200
    end(document)
    assert status(client, picture) == 404
    document.refresh_from_db()
    publishing.restore(document, by=None, note="It was right.")
    assert status(client, picture) == 200


def test_what_is_withdrawn_with_its_text_keeps_its_files(client, document, picture):
    publish(document)
    publishing.withdraw(document, by=None, reason="In doubt.", keep_text=True)
    assert status(client, picture) == 200


def test_a_file_of_two_records_stays_while_one_of_them_shows_it(client, document, picture):
    other = make_document("The other ferry")
    Figure.objects.create(record=other, image=picture.image)
    publish(document), publish(other)
    remove(document)
    assert status(client, picture) == 200
    remove(other)
    assert status(client, picture) == 404


def test_a_file_that_is_not_for_the_public_is_nowhere(client, document, file):
    private = add_file(document, is_public=False)
    publish(document)
    assert status(client, file) == 200
    assert status(client, private) == 404


@pytest.mark.parametrize(
    "name", ["", "stray.txt", "../settings.py", "%2e%2e/settings.py", "/etc/passwd", "a%00b", "%ff"]
)
def test_nothing_else_in_the_store_or_outside_it_has_an_address(client, document, file, name):
    default_storage.save("stray.txt", ContentFile(b"stray"))
    publish(document)
    assert client.get(f"/files/{name}").status_code == 404


def test_a_file_that_the_store_has_lost_is_not_found(client, document, file):
    publish(document)
    default_storage.delete(file.file.name)
    assert status(client, file) == 404


def test_a_rebuild_leaves_the_same_files_readable(client, document, picture, file):
    publish(document)
    before = set(Mention.objects.filter(type="file").values_list("slug", "role"))
    assert {role for _, role in before} == {"figure", "attachment"}
    Mention.objects.all().delete()
    assert status(client, file) == 404
    rebuild()
    assert set(Mention.objects.filter(type="file").values_list("slug", "role")) == before
    assert status(client, file) == 200
