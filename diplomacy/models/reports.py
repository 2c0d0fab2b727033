"""What readers report to the editors' desk."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from .records import Record


class ProblemReport(models.Model):
    """That a reader found something wrong with a record, or with one passage of it. Never public.

    ``shown`` is the passage as the reader saw it, in edition ``edition_n``: later editions do not
    change what the report is about. The address is deleted when the report is settled.
    """

    class Kind(models.TextChoices):
        WORDS = "words", _("Wrong words")
        PERSON = "person", _("Wrong person or office")
        DATE = "date", _("Wrong date")
        SOURCE = "source", _("Wrong source or link")
        TRANSLATION = "translation", _("Wrong translation")
        RIGHTS = "rights", _("Rights: this may not be shown")
        OTHER = "other", _("Something else")

    class Status(models.TextChoices):
        OPEN = "open", _("Open")
        SETTLED = "settled", _("Settled")
        REJECTED = "rejected", _("Rejected")

    record = models.ForeignKey(
        Record, on_delete=models.CASCADE, related_name="reports", verbose_name=_("record")
    )
    edition_n = models.PositiveIntegerField(_("edition"))
    passage = models.CharField(_("passage"), max_length=40, blank=True)
    shown = models.TextField(_("the passage as it was shown"), blank=True)
    kind = models.CharField(_("what is wrong"), max_length=12, choices=Kind.choices)
    text = models.TextField(_("in the reader's words"))
    address = models.EmailField(_("answer to"), max_length=254, blank=True)
    language = models.CharField(
        _("language of the page"), max_length=10, choices=settings.LANGUAGES
    )
    at = models.DateTimeField(_("received"), auto_now_add=True)
    status = models.CharField(
        _("status"), max_length=10, choices=Status.choices, default=Status.OPEN
    )
    note = models.TextField(_("note of the editors"), blank=True)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name=_("settled by"),
    )
    settled_at = models.DateTimeField(_("settled"), null=True)

    class Meta:
        ordering = ["-at", "-id"]
        verbose_name = _("problem report")
        verbose_name_plural = _("problem reports")
        permissions = [("settle_problemreport", _("Can settle and reject problem reports"))]
        indexes = [models.Index(fields=["status", "-at"], name="report_by_status")]
        constraints = [
            models.CheckConstraint(
                condition=Q(status="open") | Q(settled_at__isnull=False, address=""),
                name="settled_report_keeps_no_address",
            )
        ]

    def __str__(self):
        return f"{self.get_kind_display()}: {self.record}"
