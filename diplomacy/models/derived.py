"""Rows derived from editions: for lists, facets and search. They can be rebuilt at any time."""

from django.db import models
from django.urls import reverse

from diplomacy.vocabulary import LISTED, Standing

from .ledger import Edition
from .records import Record


class PublicQuerySet(models.QuerySet):
    """Querysets of what has been public."""

    def listed(self):
        """What the public lists, searches and reads now."""
        return self.filter(standing__in=LISTED)

    def meetings(self):
        """The meetings among what is listed."""
        return self.listed().filter(type="dialogue")

    def mentioning(self, type: str, slugs):
        """Records whose last edition names one of these authority records."""
        return self.filter(
            pk__in=Mention.objects.filter(type=type, slug__in=slugs).values("record")
        )


class PublicRecord(models.Model):
    """One row for each record that has ever been public, as its last edition leaves it.

    ``search_id`` is the day of ``sort_date`` (days since 0001-01-01) shifted left by 20 bits,
    plus a number within the day: newest first needs no join, and it is the index row's id.
    """

    record = models.OneToOneField(
        Record, on_delete=models.CASCADE, primary_key=True, related_name="public"
    )
    edition = models.OneToOneField(Edition, on_delete=models.PROTECT, related_name="+")
    search_id = models.BigIntegerField(unique=True)
    standing = models.CharField(max_length=10, choices=Standing.choices)
    uid = models.CharField(max_length=20, unique=True)
    slug = models.CharField(max_length=120)
    type = models.CharField(max_length=12)
    kind = models.CharField(max_length=40)
    family = models.CharField(max_length=20)
    title = models.CharField(max_length=500)
    teaser = models.TextField(blank=True)
    language = models.CharField(max_length=20)
    authority = models.CharField(max_length=20, blank=True)
    held = models.CharField(max_length=12, blank=True)
    display = models.CharField(max_length=12, blank=True)
    side = models.CharField(max_length=100, blank=True)
    series_slug = models.CharField(max_length=100, blank=True)
    ordinal = models.PositiveSmallIntegerField(null=True)
    dialogue_uid = models.CharField(max_length=20, blank=True, db_index=True)
    work_code = models.CharField(max_length=100, blank=True, db_index=True)
    sort_date = models.DateField()
    date_value = models.CharField(max_length=60, blank=True)
    date_basis = models.CharField(max_length=10, blank=True)
    first_published_at = models.DateTimeField()
    changed_at = models.DateTimeField()

    objects = PublicQuerySet.as_manager()

    class Meta:
        ordering = ["-search_id"]
        indexes = [
            models.Index(fields=["standing", "-search_id"], name="public_newest"),
            models.Index(fields=["standing", "family", "kind"], name="public_kind"),
            models.Index(fields=["series_slug", "ordinal"], name="public_series"),
            models.Index(fields=["standing", "-edition"], name="public_latest_edition"),
        ]

    def __str__(self):
        return self.title or self.uid

    def get_absolute_url(self) -> str:
        """Its page on the public site."""
        return reverse("record", kwargs={"uid": self.uid, "slug": self.slug})


class Mention(models.Model):
    """That the last edition of a record names something: an authority record or a record."""

    record = models.ForeignKey(PublicRecord, on_delete=models.CASCADE, related_name="mentions")
    type = models.CharField(max_length=15)
    slug = models.CharField(max_length=100)
    role = models.CharField(max_length=15, blank=True)

    class Meta:
        indexes = [models.Index(fields=["type", "slug", "record"], name="mention_of")]
        constraints = [
            models.UniqueConstraint(
                fields=["record", "type", "slug", "role"], name="mention_said_once"
            )
        ]

    def __str__(self):
        return f"{self.type}:{self.slug}"
