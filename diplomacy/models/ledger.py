"""The ledger: the archive's public history, one numbered, append-only line of entries."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from diplomacy.vocabulary import Change, Named, Standing

from .records import Record


class AppendOnlyError(RuntimeError):
    """Something tried to change or delete an entry of the ledger."""


class AppendOnlyQuerySet(models.QuerySet):
    """A queryset that can add and read, never change or delete."""

    def update(self, **kwargs):
        raise AppendOnlyError("Ledger entries are never changed.")

    def delete(self):
        raise AppendOnlyError("Ledger entries are never deleted.")

    def bulk_update(self, objs, fields, batch_size=None):
        raise AppendOnlyError("Ledger entries are never changed.")


class AppendOnlyModel(models.Model):
    """A row that is written once."""

    objects = AppendOnlyQuerySet.as_manager()

    class Meta:
        abstract = True

    def save(self, **kwargs):
        if not self._state.adding:
            raise AppendOnlyError("Ledger entries are never changed.")
        super().save(**kwargs | {"force_insert": True})

    def delete(self, **kwargs):
        raise AppendOnlyError("Ledger entries are never deleted.")


class LedgerEntry(AppendOnlyModel):
    """One numbered entry. ``hash`` covers the entry before it, so none can be altered alone."""

    number = models.PositiveBigIntegerField(primary_key=True)
    uid = models.CharField(
        max_length=140, db_index=True, help_text=_("A record's uid, or type:slug of an authority.")
    )
    event = models.CharField(max_length=15)
    at = models.DateTimeField(db_index=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    text_hash = models.CharField(max_length=64)
    annotations_hash = models.CharField(max_length=64)
    metadata_hash = models.CharField(max_length=64)
    previous_hash = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    class Meta:
        ordering = ["number"]
        verbose_name = _("ledger entry")
        verbose_name_plural = _("ledger entries")

    def __str__(self):
        return f"{self.number} {self.event} {self.uid}"


class Edition(AppendOnlyModel):
    """One immutable public state of one record."""

    entry = models.OneToOneField(
        LedgerEntry, on_delete=models.PROTECT, primary_key=True, related_name="edition"
    )
    record = models.ForeignKey(Record, on_delete=models.PROTECT, related_name="editions")
    n = models.PositiveIntegerField(help_text=_("Counted from 1 within the record."))
    schema = models.PositiveSmallIntegerField(default=1)
    content = models.JSONField()
    change = models.CharField(max_length=15, choices=Change.choices)
    standing = models.CharField(max_length=10, choices=Standing.choices)
    note = models.TextField(blank=True)

    class Meta:
        ordering = ["entry"]
        verbose_name = _("edition")
        verbose_name_plural = _("editions")
        constraints = [
            models.UniqueConstraint(fields=["record", "n"], name="edition_numbers_in_a_record")
        ]

    def __str__(self):
        return f"{self.record.uid} edition {self.n}"

    @property
    def at(self):
        """When it was published."""
        return self.entry.at


class AuthorityEdition(AppendOnlyModel):
    """The public form of an authority record from one ledger number on."""

    entry = models.OneToOneField(
        LedgerEntry, on_delete=models.PROTECT, primary_key=True, related_name="authority_edition"
    )
    type = models.CharField(max_length=15, choices=Named.choices)
    slug = models.SlugField(max_length=100)
    content = models.JSONField()

    class Meta:
        ordering = ["entry"]
        indexes = [models.Index(fields=["type", "slug"], name="authority_edition_of")]

    def __str__(self):
        return f"{self.type}:{self.slug} at {self.entry_id}"


class LedgerHead(models.Model):
    """One row: the last entry, and when the next schedule is due. Its lock is the ledger's."""

    number = models.PositiveBigIntegerField(default=0)
    hash = models.CharField(max_length=64, default="0" * 64)
    at = models.DateTimeField(null=True)
    next_due = models.DateTimeField(null=True)

    def __str__(self):
        return f"ledger at {self.number}"


class Schedule(models.Model):
    """Approved content that waits for its hour. No public room reads it."""

    class Status(models.TextChoices):
        WAITING = "waiting", _("Waiting for its hour")
        SUSPENDED = "suspended", _("To be approved again")
        PUBLISHED = "published", _("Published")
        CANCELLED = "cancelled", _("Cancelled")

    OPEN = (Status.WAITING, Status.SUSPENDED)

    record = models.ForeignKey(Record, on_delete=models.CASCADE, related_name="schedules")
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.WAITING)
    due_at = models.DateTimeField(_("due"))
    content = models.JSONField()
    change = models.CharField(max_length=15, choices=Change.choices)
    note = models.TextField(blank=True)
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    approved_at = models.DateTimeField()

    class Meta:
        ordering = ["due_at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["record"],
                condition=Q(status__in=["waiting", "suspended"]),
                name="one_open_schedule_per_record",
            )
        ]

    def __str__(self):
        return f"{self.record} at {self.due_at:%Y-%m-%d %H:%M}"
