"""What has a part in a record: people, organisations, countries, topics."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from diplomacy.vocabulary import CountryPart, OrganisationPart, PersonPart

from .organisations import Organisation
from .people import Person
from .records import Record
from .subjects import Country, Topic


class PersonRole(models.Model):
    """A person's part in a record, with the style as printed that day."""

    record = models.ForeignKey(Record, on_delete=models.CASCADE, related_name="person_roles")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="roles")
    role = models.CharField(
        _("part"), max_length=12, choices=PersonPart.choices, default=PersonPart.MENTIONED
    )
    printed = models.CharField(
        _("name as printed"), max_length=200, blank=True, help_text=_("If not the usual form.")
    )
    styled_as = models.CharField(
        _("styled as"), max_length=300, blank=True, help_text=_("The title printed that day.")
    )
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["order", "id"]
        verbose_name = _("person")
        verbose_name_plural = _("people")
        constraints = [
            models.UniqueConstraint(
                fields=["record", "person", "role"],
                name="one_part_per_person_and_record",
                violation_error_message=_("That person already has this part."),
            )
        ]

    def __str__(self):
        return f"{self.person} ({self.get_role_display()})"


class OrganisationRole(models.Model):
    """An organisation's part in a record."""

    record = models.ForeignKey(Record, on_delete=models.CASCADE, related_name="organisation_roles")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="roles")
    role = models.CharField(
        _("part"), max_length=12, choices=OrganisationPart.choices, default=OrganisationPart.ISSUER
    )
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["order", "id"]
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")
        constraints = [
            models.UniqueConstraint(
                fields=["record", "organisation", "role"],
                name="one_part_per_organisation",
                violation_error_message=_("That organisation already has this part."),
            )
        ]

    def __str__(self):
        return f"{self.organisation} ({self.get_role_display()})"


class CountryRole(models.Model):
    """A country's part in a record: a party to it, or only named in it."""

    record = models.ForeignKey(Record, on_delete=models.CASCADE, related_name="country_roles")
    country = models.ForeignKey(Country, on_delete=models.PROTECT, related_name="roles")
    role = models.CharField(
        _("part"), max_length=12, choices=CountryPart.choices, default=CountryPart.PARTY
    )
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["order", "id"]
        verbose_name = _("country")
        verbose_name_plural = _("countries")
        constraints = [
            models.UniqueConstraint(
                fields=["record", "country"],
                name="country_once_per_record",
                violation_error_message=_("That country is there already."),
            )
        ]

    def __str__(self):
        return str(self.country)


class TopicLabel(models.Model):
    """A topic of a record, with the label its source prints for it."""

    record = models.ForeignKey(Record, on_delete=models.CASCADE, related_name="topic_labels")
    topic = models.ForeignKey(Topic, on_delete=models.PROTECT, related_name="labels")
    printed = models.CharField(_("label as printed"), max_length=200, blank=True)
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["order", "id"]
        verbose_name = _("topic")
        verbose_name_plural = _("topics")
        constraints = [
            models.UniqueConstraint(
                fields=["record", "topic"],
                name="topic_once_per_record",
                violation_error_message=_("That topic is there already."),
            )
        ]

    def __str__(self):
        return str(self.topic)
