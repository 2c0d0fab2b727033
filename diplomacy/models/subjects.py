"""What records are about: countries, topics, initiatives, places."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from .naming import AuthorityRecord, leads_back


class Country(AuthorityRecord):
    """A country; its slug is the ISO 3166-1 alpha-2 code in lower case."""

    type = "country"
    label_field = "name"

    iso3 = models.CharField(_("three-letter code"), max_length=3, blank=True)
    name = models.CharField(_("name"), max_length=200)
    official = models.CharField(_("official name"), max_length=300, blank=True)
    demonym = models.CharField(
        _("adjective"), max_length=100, blank=True, help_text=_("For example: Pakistani.")
    )

    class Meta:
        ordering = ["name"]
        verbose_name = _("country")
        verbose_name_plural = _("countries")

    def public_fields(self):
        return {"iso3": self.iso3, "official": self.official, "demonym": self.demonym}

    def known_forms(self):
        extra = [(form, "en", False) for form in (self.official, self.demonym) if form]
        return super().known_forms() + extra


class Topic(AuthorityRecord):
    """A subject heading; topics form a tree."""

    type = "topic"
    EXPORT_SELECT = ("parent",)

    label = models.CharField(_("label"), max_length=200)
    parent = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="children",
        verbose_name=_("broader topic"),
    )
    keywords = models.TextField(
        _("words that suggest it"),
        blank=True,
        help_text=_("One word or phrase a line, in any language. Used to suggest the topic."),
    )

    class Meta:
        ordering = ["label"]
        verbose_name = _("topic")
        verbose_name_plural = _("topics")
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(parent=models.F("id")),
                name="topic_not_its_own_parent",
                violation_error_message=_("A topic cannot be broader than itself."),
            )
        ]

    def clean(self):
        super().clean()
        if leads_back(self, "parent"):
            raise ValidationError(
                {
                    "parent": _("%(parent)s stands below this topic already.")
                    % {"parent": self.parent}
                }
            )

    def public_fields(self):
        return {
            "parent": self.parent.slug if self.parent else None,
            "keywords": self.keywords.splitlines(),
        }


class Initiative(AuthorityRecord):
    """A named programme or plan, such as the Belt and Road Initiative."""

    type = "initiative"

    label = models.CharField(_("label"), max_length=300)
    launched = models.CharField(
        _("launched"), max_length=40, blank=True, help_text=_("A date, as precise as known.")
    )

    class Meta:
        ordering = ["label"]
        verbose_name = _("initiative")
        verbose_name_plural = _("initiatives")

    def public_fields(self):
        return {"launched": self.launched}


class Place(AuthorityRecord):
    """A city, region, project or other place, labelled as the sources label it."""

    type = "place"
    EXPORT_SELECT = ("country",)

    label = models.CharField(_("label"), max_length=200)
    kind = models.CharField(
        _("what it is"), max_length=60, default="city", help_text=_("City, region, project …")
    )
    country = models.ForeignKey(
        Country,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        verbose_name=_("country"),
        help_text=_("Leave empty where it is disputed."),
    )

    class Meta:
        ordering = ["label"]
        verbose_name = _("place")
        verbose_name_plural = _("places")

    def public_fields(self):
        return {"kind": self.kind, "country": self.country.slug if self.country else None}
