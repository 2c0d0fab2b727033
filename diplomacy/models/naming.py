"""Authority records: what editions name, and every form of name they are known by."""

from django.contrib.contenttypes.fields import GenericForeignKey, GenericRelation
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _


class Name(models.Model):
    """One known form of the name of a person, organisation, country, topic …"""

    class Usage(models.TextChoices):
        HEADING = "heading", _("Heading in its language")
        VARIANT = "variant", _("Also called")
        ABBREVIATION = "abbreviation", _("Abbreviation")
        MISPRINT = "misprint", _("Wrong or misprinted form")
        DISPUTED = "disputed", _("Disputed name")

    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE)
    object_id = models.PositiveBigIntegerField()
    subject = GenericForeignKey()
    form = models.CharField(_("name"), max_length=300, help_text=_("As it may be printed."))
    language = models.CharField(
        _("language"), max_length=20, default="en", help_text=_("For example en, zh-hans or ur.")
    )
    usage = models.CharField(_("use"), max_length=20, choices=Usage.choices, default=Usage.VARIANT)
    note = models.CharField(_("note"), max_length=300, blank=True)

    class Meta:
        ordering = ["id"]
        verbose_name = _("other name")
        verbose_name_plural = _("other names")
        indexes = [models.Index(fields=["content_type", "object_id"], name="name_subject")]
        constraints = [
            models.UniqueConstraint(
                fields=["content_type", "object_id", "form", "language"],
                name="name_once_per_subject",
                violation_error_message=_("That name is there already."),
            )
        ]

    def __str__(self):
        return self.form

    def public_form(self) -> dict:
        """``{"form", "language", "usage", "note"}``, without an empty note."""
        row = {"form": self.form, "language": self.language, "usage": self.usage}
        return row | ({"note": self.note} if self.note else {})


class AuthorityQuerySet(models.QuerySet):
    """Querysets of authority records."""

    def standing(self):
        """Leave out records merged into another."""
        return self.filter(merged_into=None)

    def for_export(self):
        """Prefetch all that ``public_form`` reads."""
        return self.prefetch_related("names", *self.model.EXPORT_PREFETCH).select_related(
            "merged_into", *self.model.EXPORT_SELECT
        )


class AuthorityRecord(models.Model):
    """Base of what editions name: a permanent slug, known names, a pointer when merged.

    Edited live by those who may publish; public only where a public edition mentions it.
    """

    type = ""
    """The record's type in mentions, exports and the ledger (``vocabulary.Named``)."""
    label_field = "label"
    """The field that holds the name the archive uses."""
    local_name = ""
    """Its name in the reader's language, where it was asked for and is known (``local_names``)."""
    EXPORT_SELECT: tuple[str, ...] = ()
    EXPORT_PREFETCH: tuple[str, ...] = ()

    slug = models.SlugField(
        _("permanent code"),
        max_length=100,
        unique=True,
        help_text=_("Used in addresses for ever; it cannot be changed later."),
    )
    note = models.TextField(
        _("note"), blank=True, help_text=_("Shown to the public beside the name.")
    )
    merged_into = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="merged_from"
    )
    names = GenericRelation(Name)

    objects = AuthorityQuerySet.as_manager()

    class Meta:
        abstract = True

    def __str__(self):
        return getattr(self, self.label_field)

    def get_absolute_url(self) -> str:
        """Its page on the public site."""
        return reverse(f"{self.type}-detail", kwargs={"slug": self.slug})

    @property
    def heading(self) -> str:
        """The name the archive uses."""
        return getattr(self, self.label_field)

    @property
    def shown_name(self) -> str:
        """What a reader calls it: in the reader's language, else as the archive does."""
        return self.local_name or self.heading

    def root(self) -> "AuthorityRecord":
        """The record this one stands for: itself, or what it was merged into at last."""
        record = self
        while record.merged_into_id:
            record = record.merged_into
        return record

    def clean(self):
        super().clean()
        if leads_back(self, "merged_into"):
            raise ValidationError(
                _("%(other)s is merged into this one.") % {"other": self.merged_into}
            )

    def all_slugs(self) -> list[str]:
        """Its own slug and those of all records merged into it: one query a level."""
        slugs, level = [self.slug], [self.pk]
        while level:
            rows = type(self).objects.filter(merged_into__in=level).values_list("pk", "slug")
            level = [pk for pk, _slug in rows]
            slugs += [slug for _pk, slug in rows]
        return slugs

    def known_forms(self) -> list[tuple[str, str, bool]]:
        """Every form of name as ``(form, language, is_wrong)``, the archive's own first."""
        rows = [
            (name.form, name.language, name.usage == Name.Usage.MISPRINT)
            for name in self.names.all()
        ]
        return [(self.heading, "en", False), *rows]

    def public_fields(self) -> dict:
        """What the public may see beside slug, names and note; overridden by each type."""
        return {}

    def public_form(self) -> dict:
        """One line of an export: type, slug, fields, names, note, ``merged_into`` (a slug)."""
        return {
            "type": self.type,
            "slug": self.slug,
            self.label_field: self.heading,
            **self.public_fields(),
            "names": sorted(
                (name.public_form() for name in self.names.all()),
                key=lambda row: (row["language"], row["form"]),
            ),
            "note": self.note,
            "merged_into": self.merged_into.slug if self.merged_into else None,
        }


def leads_back(record: AuthorityRecord, field: str) -> bool:
    """Whether following ``field``, which points at its own kind, comes back to ``record``.

    Asks the database one query a step: what is loaded may be older than what is stored.
    """
    above, seen = getattr(record, f"{field}_id"), set()
    while above is not None and above not in seen:
        if above == record.pk:
            return True
        seen.add(above)
        rows = type(record).objects.filter(pk=above)
        above = rows.values_list(f"{field}_id", flat=True).first()
    return False
