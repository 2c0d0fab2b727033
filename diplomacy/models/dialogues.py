"""Meetings: rounds of a dialogue series, and single events."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from diplomacy.vocabulary import MeetingMode, MeetingStatus

from .naming import AuthorityRecord
from .records import Record
from .subjects import Country, Place


class DialogueSeries(AuthorityRecord):
    """A standing mechanism whose rounds are counted on their own."""

    type = "series"
    label_field = "title"
    EXPORT_PREFETCH = ("parties",)

    title = models.CharField(_("title"), max_length=300)
    level = models.CharField(
        _("level"), max_length=200, blank=True, help_text=_("For example: foreign minister.")
    )
    parties = models.ManyToManyField(Country, blank=True, verbose_name=_("parties"))
    numbering = models.CharField(
        _("numbering"), max_length=500, blank=True, help_text=_("How its rounds are counted.")
    )

    class Meta:
        ordering = ["title"]
        verbose_name = _("dialogue series")
        verbose_name_plural = _("dialogue series")

    def public_fields(self):
        return {
            "level": self.level,
            "parties": [country.slug for country in self.parties.all()],
            "numbering": self.numbering,
        }


class Dialogue(Record):
    """One meeting."""

    series = models.ForeignKey(
        DialogueSeries,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="rounds",
        verbose_name=_("series"),
    )
    ordinal = models.PositiveSmallIntegerField(
        _("round"), null=True, blank=True, help_text=_("Its number in the series, if it has one.")
    )
    ordinal_printed = models.CharField(
        _("round as printed"), max_length=200, blank=True, help_text=_("Fifth Round; 第五次 …")
    )
    status = models.CharField(
        _("status"), max_length=10, choices=MeetingStatus.choices, default=MeetingStatus.HELD
    )
    mode = models.CharField(
        _("how it was held"),
        max_length=10,
        choices=MeetingMode.choices,
        default=MeetingMode.IN_PERSON,
    )
    venue = models.CharField(_("venue"), max_length=300, blank=True)
    place = models.ForeignKey(
        Place,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("place"),
    )
    host = models.ForeignKey(
        Country,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("host country"),
    )
    theme = models.CharField(_("theme"), max_length=500, blank=True)
    agenda = models.TextField(_("agenda"), blank=True, help_text=_("One item a line."))
    invitation = models.CharField(_("invitation"), max_length=300, blank=True)
    outcomes = models.TextField(_("outcomes"), blank=True, help_text=_("One outcome a line."))

    class Meta:
        verbose_name = _("dialogue")
        verbose_name_plural = _("dialogues")
        constraints = [
            models.UniqueConstraint(
                fields=["series", "ordinal"],
                condition=~Q(status=MeetingStatus.POSTPONED),
                name="one_round_per_ordinal_in_series",
                violation_error_message=_("That round of the series is already recorded."),
            ),
            models.CheckConstraint(
                condition=Q(ordinal=None) | Q(series__isnull=False),
                name="ordinal_belongs_to_a_series",
                violation_error_message=_("A round number needs the series it counts in."),
            ),
            models.CheckConstraint(
                condition=Q(ordinal=None) | Q(ordinal__gt=0),
                name="rounds_count_from_one",
                violation_error_message=_("Rounds count from 1."),
            ),
        ]
