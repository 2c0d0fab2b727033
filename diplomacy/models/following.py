"""Searches that readers follow by e-mail, without an account."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class SavedSearch(models.Model):
    """A search whose news go to an address.

    It waits until the address is confirmed, and is deleted when its owner stops it: nothing is
    kept of those who have left. ``seen`` is the ledger number up to which they have been told.
    """

    class Rhythm(models.TextChoices):
        AT_ONCE = "at_once", _("At once")
        WEEKLY = "weekly", _("Once a week")

    address = models.EmailField(_("e-mail address"), max_length=254, db_index=True)
    query = models.TextField(
        _("search"), help_text=_("The parameters of the search, as in the archive's addresses.")
    )
    query_hash = models.CharField(max_length=64, editable=False)
    rhythm = models.CharField(
        _("how often"), max_length=10, choices=Rhythm.choices, default=Rhythm.WEEKLY
    )
    language = models.CharField(_("language"), max_length=10, choices=settings.LANGUAGES)
    asked_at = models.DateTimeField(_("asked for"))
    confirmed_at = models.DateTimeField(_("confirmed"), null=True)
    seen = models.PositiveBigIntegerField(_("told up to entry"), default=0)
    told_at = models.DateTimeField(_("last told"), null=True)
    busy_until = models.DateTimeField(
        null=True, editable=False, help_text=_("Until then no other run may write to it.")
    )
    refusals = models.PositiveSmallIntegerField(
        _("refused"), default=0, help_text=_("How often the address refused a notice in a row.")
    )

    class Meta:
        ordering = ["-asked_at", "-id"]
        verbose_name = _("saved search")
        verbose_name_plural = _("saved searches")
        indexes = [models.Index(fields=["confirmed_at", "seen"], name="saved_search_due")]
        constraints = [
            models.UniqueConstraint(
                fields=["address", "query_hash"],
                condition=Q(confirmed_at=None),
                name="saved_search_asked_once",
            ),
            models.UniqueConstraint(
                fields=["address", "query_hash"],
                condition=Q(confirmed_at__isnull=False),
                name="saved_search_followed_once",
            ),
        ]

    def __str__(self):
        return f"{self.address}: {self.query or '*'}"


class SavedSearchLink(models.Model):
    """The secret of a link that was sent to a reader: its hash alone is kept.

    Every letter has a link of its own to stop, so that no letter's secret has to be kept readable.
    """

    class Purpose(models.TextChoices):
        CONFIRM = "confirm", _("Confirm")
        STOP = "stop", _("Stop")

    search = models.ForeignKey(SavedSearch, on_delete=models.CASCADE, related_name="links")
    purpose = models.CharField(max_length=10, choices=Purpose.choices)
    hash = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField(db_index=True)

    def __str__(self):
        return f"{self.purpose} {self.hash[:8]}"
