"""Organisations that issue and take part, and outlets that publish."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from .naming import AuthorityRecord
from .subjects import Country


class Organisation(AuthorityRecord):
    """A ministry, party, agency or other body."""

    type = "organisation"
    label_field = "name"
    EXPORT_SELECT = ("country",)

    name = models.CharField(_("name"), max_length=300)
    kind = models.CharField(_("what it is"), max_length=60, blank=True)
    country = models.ForeignKey(
        Country, on_delete=models.PROTECT, null=True, blank=True, verbose_name=_("country")
    )

    class Meta:
        ordering = ["name"]
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")

    def public_fields(self):
        return {"kind": self.kind, "country": self.country.slug if self.country else None}


class Outlet(AuthorityRecord):
    """Where copies of texts appear: a news agency, newspaper, magazine or site."""

    type = "outlet"
    label_field = "name"
    EXPORT_SELECT = ("country", "organisation")

    name = models.CharField(_("name"), max_length=300)
    kind = models.CharField(_("what it is"), max_length=60, blank=True)
    country = models.ForeignKey(
        Country, on_delete=models.PROTECT, null=True, blank=True, verbose_name=_("country")
    )
    organisation = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="outlets",
        verbose_name=_("published by"),
    )
    web_hosts = models.TextField(
        _("web addresses"),
        blank=True,
        help_text=_("One host a line, for example example.org. Used to recognise its pages."),
    )

    class Meta:
        ordering = ["name"]
        verbose_name = _("outlet")
        verbose_name_plural = _("outlets")

    def public_fields(self):
        return {
            "kind": self.kind,
            "country": self.country.slug if self.country else None,
            "organisation": self.organisation.slug if self.organisation else None,
            "web_hosts": self.web_hosts.splitlines(),
        }
