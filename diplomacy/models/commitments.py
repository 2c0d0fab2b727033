"""Commitments: checkable undertakings, and the dated evidence about them."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from diplomacy.text import dates
from diplomacy.vocabulary import Step

from .dialogues import Dialogue
from .documents import Document
from .fields import EdtfField
from .records import Record
from .subjects import Country, Topic


class Commitment(Record):
    """What somebody undertook to do. Its title says what; its mentions are evidence."""

    side = models.ForeignKey(
        Country,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("side"),
        help_text=_("Leave empty when more than one side undertakes it."),
    )
    parties = models.CharField(
        _("who"), max_length=200, blank=True, help_text=_("In words: both sides; all three …")
    )
    topic = models.ForeignKey(
        Topic,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="commitments",
        verbose_name=_("topic"),
    )

    class Meta:
        verbose_name = _("commitment")
        verbose_name_plural = _("commitments")


class CommitmentMention(models.Model):
    """One dated piece of evidence about a commitment."""

    commitment = models.ForeignKey(Commitment, on_delete=models.CASCADE, related_name="mentions")
    order = models.PositiveSmallIntegerField(default=0)
    date = EdtfField(_("date"))
    earliest = models.DateField(editable=False)
    latest = models.DateField(editable=False)
    type = models.CharField(_("what it says"), max_length=15, choices=Step.choices)
    label = models.CharField(
        _("in short"), max_length=200, blank=True, help_text=_("For example: pledge with means.")
    )
    text = models.TextField(_("evidence"), blank=True)
    dialogue = models.ForeignKey(
        Dialogue,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("meeting"),
    )
    document = models.ForeignKey(
        Document,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("document"),
    )
    urls = models.TextField(_("sources"), blank=True, help_text=_("One web address a line."))

    class Meta:
        ordering = ["earliest", "order", "id"]
        verbose_name = _("mention")
        verbose_name_plural = _("mentions")

    def __str__(self):
        return f"{self.date}: {self.label or self.get_type_display()}"

    def save(self, **kwargs):
        """Save with the bounds that follow from the date."""
        parsed = dates.parse(self.date)
        self.earliest, self.latest = parsed.earliest, parsed.latest
        super().save(**kwargs)
