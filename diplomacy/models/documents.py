"""Texts: documents, their paragraphs, sources, and the raw text as received."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from diplomacy import kinds
from diplomacy.vocabulary import Display, Held, WorkStanding

from .dialogues import Dialogue
from .fields import EdtfField
from .organisations import Outlet
from .records import Record, new_key
from .subjects import Country, Place


class Work(models.Model):
    """The same text in several languages or versions."""

    code = models.SlugField(_("code"), max_length=100, unique=True)
    title = models.CharField(_("title"), max_length=500)

    class Meta:
        ordering = ["title"]
        verbose_name = _("work")
        verbose_name_plural = _("works")

    def __str__(self):
        return self.title


class RawText(models.Model):
    """A page exactly as received. Written once, kept for ever."""

    text = models.TextField()
    sha256 = models.CharField(max_length=64, unique=True)
    filename = models.CharField(max_length=300, blank=True)
    encoding = models.CharField(max_length=40, blank=True)
    received_at = models.DateTimeField(auto_now_add=True)
    fingerprint = models.BigIntegerField(
        null=True, db_index=True, help_text=_("Of the cleaned words, to find near copies.")
    )

    class Meta:
        verbose_name = _("text as received")
        verbose_name_plural = _("texts as received")

    def __str__(self):
        return self.filename or self.sha256[:12]


class Document(Record):
    """A text, or the description of one.

    Four fields are kept apart: who published a copy (``sources``), whose side it speaks for
    (``side`` and issuers), who wrote it (authors) and who speaks in it (speakers).
    """

    authority = models.CharField(
        _("authority"),
        max_length=20,
        choices=kinds.authority_choices,
        blank=True,
        help_text=_("How near this text stands to the words it reports."),
    )
    held = models.CharField(_("held"), max_length=12, choices=Held.choices, default=Held.NOT_HELD)
    display = models.CharField(
        _("may be shown"), max_length=12, choices=Display.choices, default=Display.METADATA
    )
    side = models.ForeignKey(
        Country,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("issuing side"),
        help_text=_("The one side it speaks for. Empty for joint texts and the press."),
    )
    byline = models.CharField(
        _("byline"), max_length=300, blank=True, help_text=_("As printed, title included.")
    )
    agency = models.CharField(_("agency"), max_length=100, blank=True)
    dateline = models.CharField(
        _("dateline"), max_length=200, blank=True, help_text=_("As printed: place, day, agency.")
    )
    place = models.ForeignKey(
        Place,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("dateline place"),
    )
    meeting = models.ForeignKey(
        Dialogue,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="documents",
        verbose_name=_("meeting"),
        help_text=_("The meeting this text is about."),
    )
    work = models.ForeignKey(
        Work,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="documents",
        verbose_name=_("work"),
        help_text=_("Groups the language versions of one text."),
    )
    standing = models.CharField(
        _("standing of this version"), max_length=20, choices=WorkStanding.choices, blank=True
    )
    raw = models.ForeignKey(
        RawText, on_delete=models.PROTECT, null=True, blank=True, related_name="documents"
    )

    class Meta:
        verbose_name = _("document")
        verbose_name_plural = _("documents")
        constraints = [
            models.CheckConstraint(
                condition=~Q(held=Held.NOT_HELD) | Q(display=Display.METADATA),
                name="what_is_not_held_is_not_shown",
                violation_error_message=_("A text that is not held can only be described."),
            ),
        ]


class FamilyManager(models.Manager):
    """Documents of one family."""

    def __init__(self, family: str):
        super().__init__()
        self.family = family

    def get_queryset(self):
        return super().get_queryset().filter(kind__in=kinds.in_family(self.family))


class JointStatement(Document):
    """A text agreed by all sides."""

    objects = FamilyManager(kinds.JOINT)

    class Meta:
        proxy = True
        verbose_name = _("joint statement")
        verbose_name_plural = _("joint statements")


class OpEd(Document):
    """A signed article, speech, interview or analysis."""

    objects = FamilyManager(kinds.OPINION)

    class Meta:
        proxy = True
        verbose_name = _("op-ed")
        verbose_name_plural = _("op-eds")


class Account(Document):
    """One side's or the press's account of a meeting."""

    objects = FamilyManager(kinds.ACCOUNT)

    class Meta:
        proxy = True
        verbose_name = _("account")
        verbose_name_plural = _("accounts")


class Source(models.Model):
    """Where one copy of a document appeared."""

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="sources")
    order = models.PositiveSmallIntegerField(default=0)
    outlet = models.ForeignKey(
        Outlet,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="sources",
        verbose_name=_("outlet"),
    )
    url = models.URLField(_("address"), max_length=1000, blank=True)
    title = models.CharField(_("title there"), max_length=500, blank=True)
    published = EdtfField(_("published there"), blank=True)
    retrieved = EdtfField(_("retrieved"), blank=True)
    rights = models.CharField(
        _("rights"), max_length=300, blank=True, help_text=_("What may be done with this copy.")
    )

    class Meta:
        ordering = ["order", "id"]
        verbose_name = _("source")
        verbose_name_plural = _("sources")
        constraints = [
            models.CheckConstraint(
                condition=~Q(url="") | Q(outlet__isnull=False),
                name="source_says_where",
                violation_error_message=_("Give a web address, or name the outlet."),
            )
        ]

    def __str__(self):
        return self.url or str(self.outlet)


def paragraph_key() -> str:
    """A random lasting anchor for a paragraph."""
    return new_key(6, "p")


class Paragraph(models.Model):
    """A numbered paragraph with a lasting anchor."""

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="paragraphs")
    key = models.CharField(max_length=20, default=paragraph_key, editable=False)
    order = models.PositiveIntegerField(_("order"), default=0)
    number = models.CharField(
        _("number"), max_length=20, blank=True, help_text=_("As printed; else it is counted.")
    )
    heading = models.CharField(_("heading"), max_length=300, blank=True)
    text = models.TextField(_("text"))
    source = models.ForeignKey(
        Source,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("source"),
        help_text=_("Only where this passage comes from another source than the rest."),
    )
    is_extract = models.BooleanField(
        _("may be shown as extract"),
        default=False,
        help_text=_("Counts where only marked passages may be shown."),
    )

    class Meta:
        ordering = ["order", "id"]
        verbose_name = _("paragraph")
        verbose_name_plural = _("paragraphs")
        constraints = [
            models.UniqueConstraint(
                fields=["document", "key"],
                name="paragraph_anchor_once",
                violation_error_message=_("Two paragraphs have the same anchor."),
            )
        ]

    def __str__(self):
        return f"{self.number or self.order}: {self.text[:60]}"


class RemovedLine(models.Model):
    """A line of the page as received that is not part of the text, and why."""

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="removed_lines")
    order = models.PositiveIntegerField()
    text = models.TextField()
    reason = models.CharField(max_length=200)

    class Meta:
        ordering = ["order", "id"]

    def __str__(self):
        return self.text[:60]
