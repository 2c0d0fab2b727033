"""The archive's pages about itself: the text in work, and every text that was public."""

from pathlib import Path
from typing import NamedTuple

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from .ledger import AppendOnlyModel, AppendOnlyQuerySet, LedgerEntry

LONGEST_TITLE, LONGEST_BODY = 200, 60_000
"""Characters."""


class FrontPage(models.TextChoices):
    """The pages about the archive; the value is the page's address."""

    ABOUT = "about", _("About")
    METHOD = "method", _("Method")
    COVERAGE = "coverage", _("Coverage")
    HELP = "help", _("Help")
    ACCESSIBILITY = "accessibility", _("Accessibility")
    PRIVACY = "privacy", _("Privacy")


class Words(NamedTuple):
    """A page's title, and its body in Markdown."""

    title: str
    body: str


def shipped_words(page: str, language: str) -> Words | None:
    """The words that come with the software; None where they come in other languages only."""
    path = Path(settings.BASE_DIR, "fixtures", "front", f"{page}.{language}.md")
    if not path.is_file():
        return None
    title, _newline, body = path.read_text(encoding="utf-8").partition("\n")
    return Words(title.removeprefix("# ").strip(), body.strip())


class FrontText(models.Model):
    """The words in work of one page in one language, empty while nothing is in work.

    No public room reads them.
    """

    page = models.CharField(max_length=20, choices=FrontPage.choices)
    language = models.CharField(max_length=20)
    title = models.CharField(_("title"), max_length=LONGEST_TITLE, blank=True)
    body = models.TextField(_("text"), max_length=LONGEST_BODY, blank=True)
    version = models.PositiveIntegerField(default=0, editable=False)
    updated_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        editable=False,
        related_name="+",
    )
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("page about the archive")
        verbose_name_plural = _("pages about the archive")
        constraints = [
            models.UniqueConstraint(fields=["page", "language"], name="front_text_once_a_language")
        ]

    def __str__(self):
        return f"{self.get_page_display()} ({self.language})"

    @property
    def words(self) -> Words | None:
        """The words in work; None while there are none."""
        return Words(self.title, self.body) if self.title or self.body else None


class FrontEditionQuerySet(AppendOnlyQuerySet):
    """Querysets of what readers were given."""

    def of(self, page: str, language: str):
        """One page in one language, the latest first."""
        return self.filter(page=page, language=language).order_by("-n")

    def newest(
        self, *, languages, page: str | None = None
    ) -> dict[tuple[str, str], "FrontEdition"]:
        """The last of each page in each of ``languages``, by ``(page, language)``. One query."""
        rows = self.filter(language__in=languages, **({"page": page} if page else {}))
        lasts = rows.order_by().values("page", "language").annotate(last=models.Max("pk"))
        found = self.filter(pk__in=lasts.values("last")).select_related("entry__by")
        return {(row.page, row.language): row for row in found}


class FrontEdition(AppendOnlyModel):
    """What readers were given of one page in one language from one ledger number on.

    ``is_shipped``: from then on the words that come with the software, whatever they are.
    """

    entry = models.OneToOneField(
        LedgerEntry, on_delete=models.PROTECT, primary_key=True, related_name="front_edition"
    )
    page = models.CharField(max_length=20, choices=FrontPage.choices)
    language = models.CharField(max_length=20)
    n = models.PositiveIntegerField(help_text=_("Counted from 1 within page and language."))
    title = models.CharField(max_length=LONGEST_TITLE, blank=True)
    body = models.TextField(blank=True)
    is_shipped = models.BooleanField(default=False)
    note = models.TextField(blank=True)

    objects = FrontEditionQuerySet.as_manager()

    class Meta:
        ordering = ["entry"]
        constraints = [
            models.UniqueConstraint(
                fields=["page", "language", "n"], name="front_editions_count_up"
            )
        ]

    def __str__(self):
        return f"{self.uid} version {self.n}"

    @property
    def uid(self) -> str:
        """Its name in the ledger."""
        return f"front:{self.page}:{self.language}"

    @property
    def content(self) -> dict:
        """What the ledger's hashes cover."""
        return {
            "uid": self.uid,
            "n": self.n,
            "title": self.title,
            "body": self.body,
            "is_shipped": self.is_shipped,
            "note": self.note,
        }

    @property
    def words(self) -> Words | None:
        """The words it gave readers; None where these came with the software."""
        return None if self.is_shipped else Words(self.title, self.body)

    @property
    def at(self):
        """When it was published."""
        return self.entry.at
