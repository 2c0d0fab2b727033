"""People, the offices they hold, and when."""

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from diplomacy.text import dates

from .fields import EdtfField
from .naming import AuthorityRecord
from .organisations import Organisation
from .subjects import Country


class Person(AuthorityRecord):
    """A person, under the name the archive uses, with every other known form."""

    type = "person"
    label_field = "name"
    EXPORT_SELECT = ("country",)
    EXPORT_PREFETCH = ("tenures__office",)

    name = models.CharField(
        _("name"), max_length=200, help_text=_("The form the archive uses, as usually printed.")
    )
    family = models.CharField(_("family name"), max_length=100, blank=True)
    given = models.CharField(_("given name"), max_length=100, blank=True)
    country = models.ForeignKey(
        Country, on_delete=models.PROTECT, null=True, blank=True, verbose_name=_("country")
    )

    class Meta:
        ordering = ["family", "given", "name"]
        verbose_name = _("person")
        verbose_name_plural = _("people")

    def public_fields(self):
        return {
            "family": self.family,
            "given": self.given,
            "country": self.country.slug if self.country else None,
            "tenures": sorted(
                (tenure.public_form() for tenure in self.tenures.all()),
                key=lambda row: (row["office"], row["start"]),
            ),
        }


class Office(AuthorityRecord):
    """An office that people hold, such as Minister of Foreign Affairs of China."""

    type = "office"
    EXPORT_SELECT = ("organisation",)

    label = models.CharField(_("label"), max_length=300)
    organisation = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="offices",
        verbose_name=_("organisation"),
    )

    class Meta:
        ordering = ["label"]
        verbose_name = _("office")
        verbose_name_plural = _("offices")

    def public_fields(self):
        return {"organisation": self.organisation.slug if self.organisation else None}


class Tenure(models.Model):
    """One person's time in one office, from the first to the last day it may have lasted.

    Two tenures of one office by one person may meet but not certainly overlap: an imprecise
    end counts from its earliest day, an imprecise start from its latest.
    """

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="tenures")
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="tenures")
    start = EdtfField(
        _("from"), blank=True, help_text=_("As precise as known: 2023, 2023-07 or 2023-07-25.")
    )
    end = EdtfField(_("until"), blank=True, help_text=_("Leave empty if still held, or not known."))
    earliest = models.DateField(editable=False)
    latest = models.DateField(editable=False)
    note = models.CharField(_("note"), max_length=500, blank=True)

    class Meta:
        ordering = ["earliest", "id"]
        verbose_name = _("office held")
        verbose_name_plural = _("offices held")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(earliest__lte=models.F("latest")),
                name="tenure_ends_after_start",
                violation_error_message=_("The office ends before it begins."),
            )
        ]

    def __str__(self):
        return f"{self.person}: {self.office}, {self.start or '…'} – {self.end or '…'}"

    def save(self, **kwargs):
        """Save, refusing an overlap whoever writes it (a form, an import, a script)."""
        with transaction.atomic():
            Person.objects.select_for_update().filter(pk=self.person_id).first()
            self.clean()
            super().save(**kwargs)

    def certain_span(self):
        """First and last day on which the office was certainly held, as dates."""
        first = dates.parse(self.start).latest if self.start else dates.date.min
        last = dates.parse(self.end).earliest if self.end else dates.date.max
        return first, last

    def clean(self):
        super().clean()
        self._set_bounds()
        if self.person_id and self.office_id:
            self._refuse_overlap()

    def _set_bounds(self):
        try:
            self.earliest = dates.parse(self.start).earliest if self.start else dates.date.min
            self.latest = dates.parse(self.end).latest if self.end else dates.date.max
        except dates.EdtfError as error:
            raise ValidationError(str(error)) from error
        if self.earliest > self.latest:
            raise ValidationError(_("The office ends before it begins."))

    def _refuse_overlap(self):
        first, last = self.certain_span()
        others = Tenure.objects.filter(person=self.person_id, office=self.office_id)
        for other in others.exclude(pk=self.pk):
            other_first, other_last = other.certain_span()
            if first < other_last and other_first < last:
                raise ValidationError(
                    _("This overlaps another time in the same office: %(other)s.")
                    % {"other": other}
                )

    def public_form(self) -> dict:
        """``{"office": slug, "start", "end", "note"}``; dates are EDTF or empty."""
        return {
            "office": self.office.slug,
            "start": self.start,
            "end": self.end,
            "note": self.note,
        }
