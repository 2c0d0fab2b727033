"""What editors upload: pictures are made anew, files are checked against their content."""

import io
import warnings
import zipfile
from pathlib import Path

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.utils.translation import gettext_lazy as _
from PIL import Image as Picture
from PIL import ImageOps, UnidentifiedImageError

from diplomacy.models import Attachment, Image
from diplomacy.models.media import file_hash

MEGABYTE = 1024 * 1024
MAX_BYTES = 20 * MEGABYTE
MAX_PIXELS = 60_000_000
"""Larger than any camera's picture, and small enough to hold in memory (about 180 MB)."""

FORMATS = {"JPEG": ".jpg", "PNG": ".png", "WEBP": ".webp"}


def refuse_large(file) -> None:
    """Refuse more than 20 MB, saying how much it is."""
    if file.size > MAX_BYTES:
        raise ValidationError(
            _("The file has %(size).1f MB; at most 20 MB can be taken.")
            % {"size": file.size / MEGABYTE}
        )


def clean_picture(file) -> ContentFile:
    """The picture of an uploaded file, made anew: upright, and without hidden data.

    Its format is read from the bytes, never from the name; JPEG, PNG and WebP are taken.
    Raises ValidationError in plain words.
    """
    refuse_large(file)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Picture.DecompressionBombWarning)
            return _made_anew(file)
    except UnidentifiedImageError:
        raise ValidationError(_("This is not a JPEG, PNG or WebP picture.")) from None
    except (Picture.DecompressionBombWarning, Picture.DecompressionBombError):
        raise ValidationError(TOO_MANY_PIXELS) from None
    except (OSError, SyntaxError, ValueError, EOFError):
        raise ValidationError(_("The picture is damaged and cannot be read.")) from None


TOO_MANY_PIXELS = _("The picture has too many pixels: at most 60 million can be taken.")


def _made_anew(file) -> ContentFile:
    file.seek(0)
    with Picture.open(file, formats=list(FORMATS)) as picture:
        if picture.width * picture.height > MAX_PIXELS:
            raise ValidationError(TOO_MANY_PIXELS)
        made_as = picture.format
        upright = ImageOps.exif_transpose(picture)
        if made_as == "JPEG" and upright.mode not in {"RGB", "L"}:
            upright = upright.convert("RGB")
        upright.info = {}
        out = io.BytesIO()
        upright.save(out, format=made_as, quality=90)
    stem = Path(file.name).stem or "picture"
    return ContentFile(out.getvalue(), name=stem + FORMATS[made_as])


class ImageForm(forms.ModelForm):
    """A picture with what must be said of it."""

    class Meta:
        model = Image
        fields = ("file", "title", "alt", "credit", "licence", "origin")

    def clean_file(self):
        file = self.cleaned_data["file"]
        if "file" not in self.changed_data:
            return file
        clean = clean_picture(file)
        self.instance.sha256 = file_hash(clean)
        return clean


def _is_docx(head: bytes, file) -> bool:
    if not head.startswith(b"PK\x03\x04"):
        return False
    file.seek(0)
    try:
        with zipfile.ZipFile(file) as parts:
            return "word/document.xml" in parts.namelist()
    except (zipfile.BadZipFile, OSError, ValueError):
        return False


def _is_text(head: bytes, file) -> bool:
    file.seek(0)
    content = file.read(MAX_BYTES)
    try:
        return "\0" not in content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return False


SIGNS = {
    ".pdf": lambda head, file: head.startswith(b"%PDF-"),
    ".docx": _is_docx,
    ".txt": _is_text,
    ".jpg": lambda head, file: head.startswith(b"\xff\xd8\xff"),
    ".jpeg": lambda head, file: head.startswith(b"\xff\xd8\xff"),
    ".png": lambda head, file: head.startswith(b"\x89PNG\r\n\x1a\n"),
    ".webp": lambda head, file: head[:4] == b"RIFF" and head[8:12] == b"WEBP",
}
"""How the content of each kind of file that may be attached is told, by the name's ending."""


def check_attachment(file) -> None:
    """Refuse, in words, a file too large, of another kind, or not what its name says."""
    refuse_large(file)
    ending = Path(file.name).suffix.lower()
    if ending not in SIGNS:
        raise ValidationError(
            _(
                "Files of this kind (%(ending)s) cannot be attached. PDF, DOCX, TXT, JPEG, PNG "
                "and WebP can."
            )
            % {"ending": ending or _("no ending")}
        )
    file.seek(0)
    is_true = SIGNS[ending](file.read(16), file)
    file.seek(0)
    if not is_true:
        raise ValidationError(
            _("The name ends in %(ending)s, but the content is something else. Text must be UTF-8.")
            % {"ending": ending}
        )


class AttachmentForm(forms.ModelForm):
    """A scan or original file, checked by its content."""

    class Meta:
        model = Attachment
        fields = ("file", "what", "rights", "is_public")

    def clean_file(self):
        file = self.cleaned_data["file"]
        if "file" in self.changed_data:
            check_attachment(file)
            self.instance.sha256 = ""  # another file: the model counts its hash again on saving
        return file
