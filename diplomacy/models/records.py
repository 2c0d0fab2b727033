"""``Record``: anything editors draft and the archive publishes."""

import secrets

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from diplomacy import kinds
from diplomacy.text import dates
from diplomacy.vocabulary import (
    Basis,
    DateRole,
    Link,
    State,
    TitleOrigin,
    language_choices,
)

from .fields import EdtfField
from .subjects import Initiative, Place

ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789"
"""Letters and digits that are not mistaken for one another when read aloud or copied."""


def new_key(length: int = 6, prefix: str = "") -> str:
    """A random key for an anchor or an address."""
    return prefix + "".join(secrets.choice(ALPHABET) for _ in range(length))


def new_uid() -> str:
    """A random permanent identifier of a record: ten letters and digits."""
    return new_key(10)


class Record(models.Model):
    """The working copy of one record. The public never reads it: it reads editions.

    ``state`` and ``last_edition`` are written by ``publishing/`` alone. ``version`` counts
    saves, so that a second editor is told instead of overwriting.
    """

    uid = models.CharField(
        max_length=20,
        unique=True,
        default=new_uid,
        editable=False,
        validators=[RegexValidator(r"^[a-z0-9]{4,20}$")],
    )
    slug = models.SlugField(
        _("address"),
        max_length=120,
        unique=True,
        blank=True,
        help_text=_("The readable end of the address. Left empty, it is made from the title."),
    )
    kind = models.CharField(_("kind"), max_length=40, choices=kinds.kind_choices)
    title = models.CharField(_("title"), max_length=500)
    title_origin = models.CharField(
        _("title comes from"),
        max_length=10,
        choices=TitleOrigin.choices,
        default=TitleOrigin.SOURCE,
    )
    summary = models.TextField(
        _("summary"), blank=True, help_text=_("In the archive's own words. Shown in lists.")
    )
    language = models.CharField(
        _("language"), max_length=20, choices=language_choices, default="en"
    )
    note_public = models.TextField(
        _("editor's note"), blank=True, help_text=_("Shown to readers with the record.")
    )
    note_private = models.TextField(
        _("note for editors"), blank=True, help_text=_("Never shown to the public.")
    )
    initiatives = models.ManyToManyField(Initiative, blank=True, verbose_name=_("initiatives"))
    places = models.ManyToManyField(Place, blank=True, verbose_name=_("places"))

    state = models.CharField(
        _("state"), max_length=10, choices=State.choices, default=State.DRAFT, editable=False
    )
    version = models.PositiveIntegerField(default=1, editable=False)
    last_edition = models.ForeignKey(
        "diplomacy.Edition",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
    )
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        editable=False,
        related_name="+",
    )
    created_at = models.DateTimeField(_("created"), auto_now_add=True)
    updated_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        editable=False,
        related_name="+",
    )
    updated_at = models.DateTimeField(_("last changed"), auto_now=True)

    class Meta:
        ordering = ["-updated_at", "-id"]
        verbose_name = _("record")
        verbose_name_plural = _("records")
        permissions = [
            ("publish_record", _("Can publish, schedule and correct records")),
            ("withdraw_record", _("Can withdraw, remove and restore records")),
            ("merge_record", _("Can merge records and authority records")),
        ]

    def __str__(self):
        return self.title or self.uid

    def save(self, **kwargs):
        """Save; a record without an address gets one from its title."""
        if not self.slug:
            self.slug = free_slug(self)
        super().save(**kwargs)

    @property
    def family(self) -> str:
        """Code of the family its kind belongs to."""
        return kinds.KINDS[self.kind].family

    @property
    def type(self) -> str:
        """Which child it is: ``dialogue``, ``document`` or ``commitment``."""
        return kinds.KINDS[self.kind].model

    def cast(self):
        """The record as its child class; one query unless it is one already."""
        if type(self) is not Record:
            return self
        return getattr(self, self.type)

    def clean(self):
        super().clean()
        if self.slug and slug_is_taken(self.slug, besides=self):
            raise ValidationError({"slug": _("This address belongs, or belonged, to another.")})


def free_slug(record: Record) -> str:
    """A slug from the title that no record has or had; its kind where that gives no letters."""
    bare, with_uid = made_slugs(record.title, record.kind, record.uid)
    return with_uid if slug_is_taken(bare, besides=record) else bare


def made_slugs(title: str, kind: str, uid: str) -> tuple[str, str]:
    """The two slugs that `free_slug` chooses from for such a record."""
    bare = slugify(title)[:100].strip("-") or kind.replace("_", "-")
    return bare, f"{bare}-{uid}"


def slug_is_taken(slug: str, *, besides: Record) -> bool:
    """Whether any other record has, or ever had, this slug."""
    return (
        Record.objects.filter(slug=slug).exclude(pk=besides.pk).exists()
        or SlugHistory.objects.filter(slug=slug).exclude(record=besides.pk).exists()
    )


class SlugHistory(models.Model):
    """A slug a record once had: it redirects, and is never given to another."""

    record = models.ForeignKey(Record, on_delete=models.CASCADE, related_name="old_slugs")
    slug = models.SlugField(max_length=120, unique=True)

    def __str__(self):
        return self.slug


class RecordDate(models.Model):
    """One of the dates of a record, as precise as known, with what it rests on."""

    record = models.ForeignKey(Record, on_delete=models.CASCADE, related_name="dates")
    role = models.CharField(_("which date"), max_length=10, choices=DateRole.choices)
    value = EdtfField(
        _("date"),
        help_text=_("2024-05-15, 2024-05, 2024, 2024-05-13/2024-05-16, 2024-05-15~ for about."),
    )
    earliest = models.DateField(editable=False)
    latest = models.DateField(editable=False)
    basis = models.CharField(_("basis"), max_length=10, choices=Basis.choices, default=Basis.EDITOR)
    printed = models.CharField(
        _("as printed"), max_length=200, blank=True, help_text=_("Exactly as the source has it.")
    )
    note = models.CharField(_("note"), max_length=500, blank=True)

    class Meta:
        ordering = ["id"]
        verbose_name = _("date")
        verbose_name_plural = _("dates")
        constraints = [
            models.UniqueConstraint(
                fields=["record", "role"],
                name="one_date_of_each_role",
                violation_error_message=_("Each kind of date can be given once."),
            ),
            models.CheckConstraint(
                condition=models.Q(earliest__lte=models.F("latest")),
                name="date_bounds_in_order",
                violation_error_message=_("The date ends before it begins."),
            ),
        ]

    def __str__(self):
        return f"{self.get_role_display()}: {self.value}"

    def save(self, **kwargs):
        """Save with the bounds that follow from the value."""
        parsed = dates.parse(self.value)
        self.earliest, self.latest = parsed.earliest, parsed.latest
        super().save(**kwargs)


class Relation(models.Model):
    """A typed link from one record to another."""

    record = models.ForeignKey(Record, on_delete=models.CASCADE, related_name="relations")
    type = models.CharField(_("how"), max_length=20, choices=Link.choices)
    target = models.ForeignKey(
        Record, on_delete=models.PROTECT, related_name="incoming", verbose_name=_("other record")
    )

    class Meta:
        ordering = ["id"]
        verbose_name = _("link to another record")
        verbose_name_plural = _("links to other records")
        constraints = [
            models.UniqueConstraint(
                fields=["record", "type", "target"],
                name="relation_said_once",
                violation_error_message=_("That link is there already."),
            ),
            models.CheckConstraint(
                condition=~models.Q(record=models.F("target")),
                name="relation_to_another_record",
                violation_error_message=_("A record cannot be linked to itself."),
            ),
        ]

    def __str__(self):
        return f"{self.get_type_display()}: {self.target}"


class RecordAction(models.Model):
    """What was done with a record, by whom and when: the editors' audit trail."""

    record = models.ForeignKey(Record, on_delete=models.CASCADE, related_name="actions")
    verb = models.CharField(max_length=30)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    at = models.DateTimeField(auto_now_add=True)
    note = models.TextField(blank=True)

    class Meta:
        ordering = ["id"]

    def __str__(self):
        return f"{self.at:%Y-%m-%d %H:%M} {self.verb}"
