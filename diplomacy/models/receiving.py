"""What comes in from outside: guesses that wait for an editor, rows already imported."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from diplomacy.vocabulary import DateRole

from .records import Record

FIELD_LABELS = {
    "title": _("Title"),
    "kind": _("Kind"),
    "authority": _("Authority"),
    "language": _("Language"),
    "side": _("Issuing side"),
    "dateline": _("Dateline"),
    "place": _("Dateline place"),
    "agency": _("Agency"),
    "byline": _("Byline"),
    "dates": _("Date"),
    "outlet": _("Outlet"),
    "series": _("Series"),
    "ordinal": _("Round"),
    "meeting": _("Meeting"),
    "people": _("People"),
    "organisations": _("Organisations"),
    "countries": _("Countries"),
    "topics": _("Topics"),
    "initiatives": _("Initiatives"),
    "places": _("Places"),
}
"""What the fields that are guessed are called."""


class Guess(models.Model):
    """What the software read from a page, marked a guess until an editor confirms it."""

    record = models.ForeignKey(Record, on_delete=models.CASCADE, related_name="guesses")
    field = models.CharField(_("what"), max_length=60)
    value = models.CharField(_("guess"), max_length=500)
    evidence = models.CharField(_("because of"), max_length=500, blank=True)
    confirmed_at = models.DateTimeField(_("confirmed"), null=True, blank=True, editable=False)
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
    )

    class Meta:
        ordering = ["id"]
        verbose_name = _("guess")
        verbose_name_plural = _("guesses")

    def __str__(self):
        return f"{self.field}: {self.value}"

    @property
    def label(self) -> str:
        """What was guessed, in words; a field such as ``dates.event`` names its role."""
        field, _dot, role = self.field.partition(".")
        label = str(FIELD_LABELS.get(field, field))
        return f"{label}: {DateRole(role).label}" if role in DateRole.values else label


class ImportedRow(models.Model):
    """A row of somebody's file, so that importing it again updates and never duplicates."""

    source = models.CharField(max_length=100)
    key = models.CharField(max_length=200)
    digest = models.CharField(max_length=64)
    record = models.ForeignKey(Record, on_delete=models.CASCADE, related_name="imported_from")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["source", "key"], name="row_key_once_per_source")
        ]

    def __str__(self):
        return f"{self.source}:{self.key}"
