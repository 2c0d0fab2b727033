"""Citing a record, an edition or a paragraph, and the lasting address of a paragraph."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from diplomacy.exports.citations import (
    STYLES,
    Citable,
    UnknownParagraphError,
    citable,
    cite,
)
from diplomacy.exports.citations.fields import lasting_id
from diplomacy.models import Edition
from diplomacy.reading.addresses import absolute
from diplomacy.site.pages import citing as pages
from diplomacy.vocabulary import LISTED

from .records import RecordAddress, is_shown, numbered

EDITIONS_AT_ONCE = 10
"""Of one record, in memory, while the last is sought that had a paragraph."""


class Cited(RecordAddress):
    """Base: one edition of the record, or one paragraph of it, to be cited."""

    def show(self, request: HttpRequest, n: int | None = None, **asked) -> HttpResponse:
        editions = self.editions()
        edition = self.record.edition if n is None else numbered(editions, n)
        if not is_shown(edition):
            return self.not_shown(request, edition)
        key = request.GET.get("paragraph", "")
        try:
            cited = citable(self.record, edition, paragraph_key=key)
        except UnknownParagraphError:
            return no_paragraph(request, self.record, edition)
        return self.answer(request, cited, edition, editions, **asked)

    def answer(self, request, cited: Citable, edition: Edition, editions: list[Edition], **asked):
        """The answer for what may be cited."""
        raise NotImplementedError


class CitePage(Cited):
    """Every style on one page, with a choice of edition and of paragraph."""

    def show(self, request: HttpRequest, n: int | None = None) -> HttpResponse:
        chosen = request.GET.get("edition", "")
        if not chosen:
            return super().show(request, n)
        if not (chosen.isascii() and chosen.isdecimal() and len(chosen) < 10):
            raise Http404
        return redirect(self._of_edition(int(chosen), request.GET.get("paragraph", "")))

    def _of_edition(self, n: int, key: str) -> str:
        where = {"uid": self.record.uid, "slug": self.record.slug, "n": n}
        return reverse("edition-cite", kwargs=where) + pages.query(key)

    def answer(self, request, cited: Citable, edition: Edition, editions: list[Edition]):
        page = pages.CitePage(self.record, edition, editions, cited)
        return render(request, "records/cite.html", {"record": self.record, "page": page})


class CiteText(Cited):
    """One style alone: text to read, or a file that a reference manager imports."""

    def show(self, request: HttpRequest, style: str, n: int | None = None) -> HttpResponse:
        if style not in STYLES:
            raise Http404
        return super().show(request, n, style=style)

    def answer(self, request, cited: Citable, edition, editions, style: str) -> HttpResponse:
        found = STYLES[style]
        text = cite(style, cited) if not found.is_prose else f"{cite(style, cited)}\n"
        answer = HttpResponse(text, content_type=found.content_type)
        answer.headers["X-Robots-Tag"] = "noindex"
        if not found.is_prose:
            name = f"{lasting_id(cited)}.{found.extension}"
            answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
        return answer


class Paragraph(RecordAddress):
    """``/records/<uid>/p/<key>/?e=<n>``: a paragraph as edition ``n`` had it, for good.

    Leads to the paragraph where its words still stand. Where they have changed since, the
    record's page says so and gives the words of then; where the paragraph is gone, the edition
    that had it is shown. Without ``e`` the paragraph as it stands now, or as it stood last.
    """

    has_slug = False

    def show(self, request: HttpRequest, key: str) -> HttpResponse:
        editions = self.editions()
        edition = self._edition(request, editions, key)
        if edition is None:
            return no_paragraph(request, self.record, self.record.edition)
        if not is_shown(edition):
            return self.not_shown(request, edition)
        then = pages.paragraph_of(edition, key)
        if then is None:
            return no_paragraph(request, self.record, edition, key)
        now = pages.paragraph_of(self.record.edition, key)
        if now and pages.words_of(now) == pages.words_of(then):
            return redirect(f"{self.record.get_absolute_url()}#{key}")
        return self._since_changed(request, edition, editions, then, now)

    def _edition(self, request: HttpRequest, editions: list[Edition], key: str) -> Edition | None:
        """The edition asked for; without one the current, or the last that had the paragraph."""
        if asked := request.GET.get("e", ""):
            return next((row for row in editions if str(row.n) == asked), None)
        if pages.paragraph_of(self.record.edition, key):
            return self.record.edition
        shown = Edition.objects.filter(record=self.record.pk, standing__in=LISTED)
        past = shown.select_related("entry").order_by("-n").iterator(chunk_size=EDITIONS_AT_ONCE)
        return next((row for row in past if pages.paragraph_of(row, key)), None)

    def _since_changed(self, request, edition, editions, then: dict, now: dict | None):
        """The page that says what became of the paragraph."""
        moved = pages.Moved(self.record, edition, then, now)
        if now is None:
            return self.page(request, edition, editions, moved=moved, is_edition_page=True)
        canonical = absolute(self.record.get_absolute_url())
        current = self.record.edition
        return self.page(request, current, editions, moved=moved, canonical=canonical)


def no_paragraph(request: HttpRequest, record, edition: Edition, key: str = "") -> HttpResponse:
    """404 that says which edition has no such paragraph, and where it may be."""
    stands_now = bool(key) and pages.paragraph_of(record.edition, key) is not None
    context = {
        "record": record,
        "edition": edition,
        "stands_now": f"{record.get_absolute_url()}#{key}" if stands_now else "",
    }
    return render(request, "records/no_paragraph.html", context, status=404)
