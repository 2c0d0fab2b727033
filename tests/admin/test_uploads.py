"""Uploads are what they say they are, and carry nothing hidden."""

import io
import zipfile

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image as Picture

from diplomacy.admin import uploads
from tests import factories

from .browsing import errors_of, form_of
from .test_screens import picture, url


def file(name: str, data: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data)


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP"])
def test_a_picture_keeps_its_format_whatever_its_name_says(format):
    clean = uploads.clean_picture(file("river.exe", picture(format)))
    assert Picture.open(clean).format == format
    assert clean.name == "river" + uploads.FORMATS[format]


def test_hidden_data_goes_and_the_picture_stands_upright():
    out = io.BytesIO()
    exif = Picture.Exif()
    exif[0x0112], exif[0x010E] = 6, "where it was taken"  # turned by a quarter; a description
    Picture.new("RGB", (30, 20)).save(out, format="JPEG", exif=exif)
    assert b"where it was taken" in out.getvalue()
    clean = uploads.clean_picture(file("river.jpg", out.getvalue()))
    made = Picture.open(clean)
    assert made.size == (20, 30)
    assert dict(made.getexif()) == {}
    assert b"where it was taken" not in clean.read()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "not a JPEG, PNG or WebP"),
        (b"plain words", "not a JPEG, PNG or WebP"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "not a JPEG, PNG or WebP"),
        (picture("GIF"), "not a JPEG, PNG or WebP"),
        (picture("PNG")[:60], "damaged"),
        (b"x" * (uploads.MAX_BYTES + 1), "at most 20 MB"),
    ],
)
def test_what_is_no_picture_is_refused_in_words(data, words):
    with pytest.raises(ValidationError, match=words):
        uploads.clean_picture(file("river.png", data))


def test_a_picture_with_too_many_pixels_is_not_unpacked(monkeypatch):
    monkeypatch.setattr(uploads, "MAX_PIXELS", 100)
    with pytest.raises(ValidationError, match="too many pixels"):
        uploads.clean_picture(file("river.png", picture(size=(11, 10))))
    monkeypatch.setattr(Picture, "MAX_IMAGE_PIXELS", 100)
    with pytest.raises(ValidationError, match="too many pixels"):
        uploads.clean_picture(file("river.png", picture(size=(15, 10))))


def docx() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as parts:
        parts.writestr("word/document.xml", "<w/>")
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("scan.pdf", b"%PDF-1.7 scan"),
        ("note.TXT", "河边".encode()),
        ("note.docx", docx()),
        ("scan.jpg", picture("JPEG")),
        ("scan.png", picture("PNG")),
        ("scan.webp", picture("WEBP")),
    ],
)
def test_files_that_are_what_they_say_may_be_attached(name, data):
    uploads.check_attachment(file(name, data))


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("run.exe", b"MZ"),
        ("noending", b"x"),
        ("page.html", b"<p>"),
        ("scan.pdf", b"MZ"),
        ("note.txt", b"\xff\xfe\0"),
        ("note.docx", b"PK\x03\x04"),
        ("scan.png", picture("JPEG")),
        ("big.pdf", b"%PDF-" + b"x" * uploads.MAX_BYTES),
    ],
)
def test_other_files_may_not(name, data):
    with pytest.raises(ValidationError):
        uploads.check_attachment(file(name, data))


def test_an_attachment_shows_its_hash_and_size(editor, db):
    account = factories.make_document()
    page = url("account", "change", account.pk)
    data = form_of(editor.get(page))
    data["attachments-TOTAL_FORMS"] = ["1"]
    data |= {"attachments-0-what": ["A scan"], "attachments-0-rights": [""]}
    wrong = editor.post(page, data | {"attachments-0-file": file("a.pdf", b"MZ")})
    assert any("the content is something else" in said for said in errors_of(wrong))
    answer = editor.post(page, data | {"attachments-0-file": file("a.pdf", b"%PDF-1.7 scan")})
    assert answer.status_code == 302, errors_of(answer)
    attachment = account.attachments.get()
    assert (attachment.size, len(attachment.sha256)) == (13, 64)
    assert attachment.sha256 in editor.get(page).content.decode()
