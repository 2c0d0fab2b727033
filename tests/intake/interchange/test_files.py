"""A line may name its record's own files, public ones, and those that nobody here has yet."""

import hashlib
from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from PIL import Image as Pixels

from diplomacy import publishing
from diplomacy.intake.interchange import LineError, Writer, overwrite
from diplomacy.models import Attachment, Image, Record
from tests.factories import add_file, add_picture, make_document, make_published, publish

pytestmark = pytest.mark.django_db


def line(**changes) -> dict:
    return {
        "id": "ext-1",
        "type": "op_ed",
        "title": "A view of the river",
        "body": "One.",
    } | changes


def with_file(name: str, content: bytes = b"%PDF", **changes) -> dict:
    row = {"file": name, "what": "Scan", "sha256": hashlib.sha256(content).hexdigest()}
    return line(attachments=[row], **changes)


def with_picture(name: str, **changes) -> dict:
    return line(figures=[{"file": name, "alt": "A ford"}], **changes)


def written(data: dict) -> Record:
    return Writer(source="partner").write(data).record


def refuse(data: dict, reason: str) -> None:
    before = Record.objects.count(), Attachment.objects.count(), Image.objects.count()
    with pytest.raises(LineError, match=reason):
        written(data)
    assert (Record.objects.count(), Attachment.objects.count(), Image.objects.count()) == before


def copied(name: str, content: bytes) -> str:
    """A file as it comes with the media folder of another archive: in the store, in no row."""
    return default_storage.save(name, ContentFile(content))


def pixels() -> bytes:
    out = BytesIO()
    Pixels.new("RGB", (4, 3)).save(out, "PNG")
    return out.getvalue()


def test_a_file_of_another_record_that_is_not_public_is_refused():
    document = make_document()
    private = add_file(document, is_public=False)
    drafted = add_file(document)
    picture = add_picture(document).image
    publish(make_document())
    for name in (private.file.name, drafted.file.name):
        refuse(with_file(name), f"the file {name} is not public")
    refuse(with_picture(picture.file.name), "is not public")
    refuse(with_picture(private.file.name), "is not in images/")


def test_a_file_that_is_public_may_be_named():
    document = make_document()
    file, picture = add_file(document), add_picture(document).image
    publish(document)
    record = written(with_file(file.file.name, figures=[{"file": picture.file.name, "alt": "x"}]))
    assert record.attachments.get().sha256 == file.sha256
    assert record.figures.get().image == picture


def test_a_file_that_is_public_no_more_is_refused():
    document = make_document()
    file = add_file(document)
    publish(document)
    publishing.withdraw(document, by=None, reason="Not ours.", keep_text=False)
    refuse(with_file(file.file.name), "is not public")


def test_a_record_keeps_the_files_it_has_without_being_public():
    document = make_document()
    file, picture = add_file(document), add_picture(document)
    overwrite(document, publishing.build(document) | {"title": "Another title"}, by=None)
    assert document.attachments.get() == file
    assert document.figures.get().image == picture.image


def test_what_a_record_keeps_from_the_public_is_not_made_public_by_its_line():
    document = make_document()
    private = add_file(document, is_public=False)
    row = {"file": private.file.name, "what": "Scan", "sha256": private.sha256}
    with pytest.raises(LineError, match="is not public"):
        overwrite(document, publishing.build(document) | {"attachments": [row]}, by=None)
    assert not document.attachments.get().is_public


def test_files_that_came_with_the_media_folder_are_taken_also_by_several_lines():
    file, picture = copied("files/copied.pdf", b"%PDF-1"), copied("images/copied.png", pixels())
    writer = Writer(source="partner")
    data = with_file(file, b"%PDF-1", figures=[{"file": picture, "alt": "A ford"}])
    for key in ("ext-1", "ext-2"):
        record = writer.write(data | {"id": key}).record
        assert record.attachments.get().is_public
        assert record.figures.get().image.width == 4
    assert Image.objects.count() == 1


def test_a_file_from_the_media_folder_is_taken_only_with_its_hash():
    file = copied("files/hashed.pdf", b"%PDF-2")
    refuse(line(attachments=[{"file": file, "what": "Scan"}]), "its sha256 must be given")
    refuse(with_file(file, b"another"), "other hash")
    refuse(with_picture(file), "is not in images/")
    assert written(with_file(file, b"%PDF-2")).attachments.exists()


def test_what_is_no_picture_is_no_figure():
    refuse(with_picture(copied("images/words.png", b"words")), "is no picture")


@pytest.mark.parametrize(
    "name",
    [
        "",
        "files",
        "files/",
        "images",
        ".",
        "files/..",
        "../settings.py",
        "files/../../settings.py",
        "/etc/passwd",
        "files/folder",
        "files\\scan.pdf",
        "other/scan.pdf",
    ],
)
def test_what_is_no_stored_file_is_refused(name):
    copied("files/folder/inner.pdf", b"%PDF")
    copied("other/scan.pdf", b"%PDF")
    make_published()
    for data in (with_file(name), with_picture(name)):
        refuse(data, "is not in this archive|has no file")
