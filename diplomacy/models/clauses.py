"""Clauses: spans of a text that do something; and the positions they belong to."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from diplomacy.vocabulary import Act, Mode, Voice

from .documents import Document, Paragraph
from .organisations import Organisation
from .people import Person
from .records import new_key
from .subjects import Country, Place, Topic


def clause_key() -> str:
    """A random lasting anchor for a clause."""
    return new_key(6, "c")


class Clause(models.Model):
    """What one span of a text does, and in whose voice. Suggested until confirmed."""

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="clauses")
    key = models.CharField(max_length=20, default=clause_key, editable=False)
    order = models.PositiveIntegerField(_("order"), default=0)
    paragraph = models.ForeignKey(
        Paragraph,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="clauses",
        verbose_name=_("paragraph"),
    )
    text = models.TextField(_("text"))
    formula = models.CharField(
        _("quoted formula"),
        max_length=300,
        blank=True,
        help_text=_("A short fixed formula exactly as printed, shown in quotation marks."),
    )
    voice = models.CharField(_("voice"), max_length=10, choices=Voice.choices, default=Voice.JOINT)
    side = models.ForeignKey(
        Country,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("side"),
    )
    act = models.CharField(_("act"), max_length=10, choices=Act.choices)
    verb = models.CharField(_("verb as printed"), max_length=200, blank=True)
    strength = models.CharField(
        _("strength"), max_length=100, blank=True, help_text=_("firm, strongly, unyielding …")
    )
    topics = models.ManyToManyField(
        Topic, through="ClauseTopic", related_name="clauses", verbose_name=_("topics")
    )
    places = models.ManyToManyField(Place, blank=True, related_name="+", verbose_name=_("places"))
    speaker = models.ForeignKey(
        Person,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("speaker"),
    )
    reporter = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("as reported by"),
    )
    mode = models.CharField(
        _("how it is given"), max_length=10, choices=Mode.choices, default=Mode.JOINT
    )
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
    )
    confirmed_at = models.DateTimeField(_("confirmed"), null=True, blank=True)

    class Meta:
        ordering = ["order", "id"]
        verbose_name = _("clause")
        verbose_name_plural = _("clauses")
        constraints = [
            models.UniqueConstraint(
                fields=["document", "key"],
                name="clause_anchor_once",
                violation_error_message=_("Two clauses have the same anchor."),
            ),
            models.CheckConstraint(
                condition=~Q(voice=Voice.SIDE) | Q(side__isnull=False),
                name="one_sides_voice_names_the_side",
                violation_error_message=_("Say which side speaks."),
            ),
        ]

    def __str__(self):
        return self.text[:80]


class ClauseTopic(models.Model):
    """A topic of a clause; the first is its main one."""

    clause = models.ForeignKey(Clause, on_delete=models.CASCADE, related_name="topic_labels")
    topic = models.ForeignKey(Topic, on_delete=models.PROTECT, related_name="+")
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["order", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["clause", "topic"],
                name="topic_once_per_clause",
                violation_error_message=_("That topic is there already."),
            )
        ]

    def __str__(self):
        return str(self.topic)


class Position(models.Model):
    """The line that clauses on one topic form across meetings."""

    topic = models.ForeignKey(
        Topic, on_delete=models.PROTECT, related_name="positions", verbose_name=_("topic")
    )
    slug = models.SlugField(_("code"), max_length=100, unique=True)
    title = models.CharField(_("title"), max_length=300)
    clauses = models.ManyToManyField(
        Clause, blank=True, related_name="positions", verbose_name=_("clauses")
    )

    class Meta:
        ordering = ["topic", "title"]
        verbose_name = _("position")
        verbose_name_plural = _("positions")

    def __str__(self):
        return self.title
