"""Pictures and files."""

import hashlib
from pathlib import Path

from django.db import models
from django.utils.translation import gettext_lazy as _

from .records import Record, new_key


def stored_name(instance, filename: str) -> str:
    """A name that says nothing about the record: random, with the original's ending."""
    return f"{instance.folder}/{new_key(20)}{Path(filename).suffix.lower()}"


def file_hash(file) -> str:
    """SHA-256 of a file's bytes, in hexadecimal; the file is left at its start."""
    digest = hashlib.sha256()
    for chunk in file.chunks():
        digest.update(chunk)
    file.seek(0)
    return digest.hexdigest()


class Image(models.Model):
    """A picture with what must be said of it."""

    folder = "images"

    file = models.ImageField(
        _("picture"),
        upload_to=stored_name,
        width_field="width",
        height_field="height",
        help_text=_("JPEG, PNG or WebP, at most 20 MB. Hidden data in it is taken out."),
    )
    width = models.PositiveIntegerField(editable=False, default=0)
    height = models.PositiveIntegerField(editable=False, default=0)
    sha256 = models.CharField(max_length=64, editable=False, blank=True)
    title = models.CharField(_("title"), max_length=200)
    alt = models.CharField(
        _("description for those who cannot see it"),
        max_length=500,
        help_text=_("Say what the picture shows, in a sentence."),
    )
    credit = models.CharField(_("credit"), max_length=300)
    licence = models.CharField(_("licence"), max_length=200)
    origin = models.URLField(_("taken from"), max_length=1000, blank=True)

    class Meta:
        ordering = ["title"]
        verbose_name = _("image")
        verbose_name_plural = _("images")
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(alt=""),
                name="image_has_alternative_text",
                violation_error_message=_("Describe the picture for those who cannot see it."),
            )
        ]

    def __str__(self):
        return self.title


class Figure(models.Model):
    """The use of a picture in a record."""

    record = models.ForeignKey(Record, on_delete=models.CASCADE, related_name="figures")
    image = models.ForeignKey(Image, on_delete=models.PROTECT, related_name="figures")
    caption = models.CharField(_("caption"), max_length=500, blank=True)
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["order", "id"]
        verbose_name = _("figure")
        verbose_name_plural = _("figures")

    def __str__(self):
        return self.caption or str(self.image)


class Attachment(models.Model):
    """A scan or original file, with its fixity and what may be done with it."""

    folder = "files"

    record = models.ForeignKey(Record, on_delete=models.CASCADE, related_name="attachments")
    file = models.FileField(_("file"), upload_to=stored_name)
    sha256 = models.CharField(max_length=64, editable=False, blank=True)
    size = models.PositiveBigIntegerField(editable=False, default=0)
    what = models.CharField(
        _("what it is"), max_length=200, help_text=_("For example: scan of the signed original.")
    )
    rights = models.CharField(_("rights"), max_length=300, blank=True)
    is_public = models.BooleanField(_("may be downloaded by the public"), default=False)

    class Meta:
        ordering = ["id"]
        verbose_name = _("attachment")
        verbose_name_plural = _("attachments")

    def __str__(self):
        return self.what

    def save(self, **kwargs):
        """Save with the hash and size of the file."""
        if self.file and not self.sha256:
            self.sha256, self.size = file_hash(self.file), self.file.size
        super().save(**kwargs)
