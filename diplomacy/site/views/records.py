"""One record at all its addresses: as it stands, as it stood, its editions, what changed."""

import re
from datetime import date, datetime, time, timedelta
from itertools import pairwise

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.views import View

from diplomacy.models import Edition, PublicRecord
from diplomacy.reading.links import Links
from diplomacy.search.passages import marker
from diplomacy.search.understanding import understand
from diplomacy.site.errors import gone
from diplomacy.site.pages import PAGES
from diplomacy.site.pages.differences import differences
from diplomacy.site.pages.head import RecordHead
from diplomacy.site.pages.history import last_correction
from diplomacy.vocabulary import LISTED, Standing

DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


class BadDayError(ValueError):
    """``as_of`` is no day, or one that has not come yet."""


class RecordAddress(View):
    """Base of every address of a record: settles first whether it may be read at all.

    Never public: 404. Withdrawn without text or removed: 410. Merged: redirected. Under an old
    slug: redirected. Only then ``show`` is asked, with ``self.record`` set.
    """

    has_slug = True
    """Whether the slug is a part of the address, so that only the right one will do."""

    def get(self, request: HttpRequest, uid: str, slug: str = "", **numbers) -> HttpResponse:
        rows = PublicRecord.objects.select_related("edition__entry")
        self.record = record = get_object_or_404(rows, uid=uid)
        if record.standing == Standing.MERGED:
            into = get_object_or_404(PublicRecord, uid=record.edition.content["merged_into"])
            return redirect(into, permanent=True)
        if record.standing not in LISTED:
            return gone(request, record.edition)
        if self.has_slug and slug != record.slug:
            return redirect(self.right_address(numbers), permanent=True)
        return self.show(request, **numbers)

    def right_address(self, numbers: dict) -> str:
        """This address under the slug of today, with what was asked."""
        where = {"uid": self.record.uid, "slug": self.record.slug} | numbers
        asked = self.request.META["QUERY_STRING"]
        url = reverse(self.request.resolver_match.view_name, kwargs=where)
        return f"{url}?{asked}" if asked else url

    def editions(self) -> list[Edition]:
        """All editions of the record in order, without their content."""
        found = Edition.objects.filter(record=self.record.pk).select_related("entry")
        return list(found.defer("content").order_by("n"))

    def page(self, request: HttpRequest, edition: Edition, editions: list[Edition], **context):
        """The record's page as ``edition`` has it; 410 where that edition shows nothing."""
        if not is_shown(edition):
            return self.not_shown(request, edition)
        content = edition.content
        is_current = edition.pk == self.record.edition_id
        links = Links.for_contents([content], are_current=is_current, language=get_language())
        sought = request.GET.get("q", "")
        query = understand(sought, is_exact=request.GET.get("exact") == "1").query
        page = PAGES[content["type"]](self.record, content, links, marker(query))
        is_past = "as_of" in context or "is_edition_page" in context
        head = RecordHead(page, edition, editions, is_past=is_past)
        context |= {
            "head": head,
            "page": page,
            "sought": sought,
            "record": self.record,
            "edition": edition,
            "editions": editions,
            "correction": last_correction(editions, edition),
        }
        response = render(request, page.template_name, context)
        response.headers["Link"] = head.links
        return response

    def not_shown(self, request: HttpRequest, edition: Edition) -> HttpResponse:
        """410 for a past edition that withdrew, removed or merged a record restored since."""
        context = {"record": self.record, "edition": edition}
        return render(request, "records/not_shown.html", context, status=410)


class ShortAddress(RecordAddress):
    """``/records/<uid>/``: leads to the full address."""

    def right_address(self, numbers: dict) -> str:
        asked = self.request.META["QUERY_STRING"]
        url = self.record.get_absolute_url()
        return f"{url}?{asked}" if asked else url


class RecordView(RecordAddress):
    """The record as it stands, or as it stood at the end of the day ``as_of``."""

    def show(self, request: HttpRequest) -> HttpResponse:
        editions = self.editions()
        if "as_of" not in request.GET:
            return self.page(request, self.record.edition, editions)
        try:
            day = past_day(request.GET["as_of"])
        except BadDayError:
            return render(request, "records/bad_day.html", {"record": self.record}, status=400)
        end = timezone.make_aware(datetime.combine(day + timedelta(days=1), time.min))
        until_then = [edition for edition in editions if edition.at < end]
        if not until_then:
            raise Http404
        return self.page(request, until_then[-1], editions, as_of=day)


class EditionsView(RecordAddress):
    """The list of its editions."""

    def show(self, request: HttpRequest) -> HttpResponse:
        editions = self.editions()
        shown = [edition for edition in editions if edition.standing in LISTED]
        before = {later.n: earlier for earlier, later in pairwise(shown)}
        rows = [
            {
                "edition": edition,
                "is_shown": edition.standing in LISTED,
                "before": before.get(edition.n),
            }
            for edition in reversed(editions)
        ]
        context = {"record": self.record, "rows": rows, "shown": shown}
        return render(request, "records/editions.html", context)


class EditionView(RecordAddress):
    """One edition of the record, past or present."""

    def show(self, request: HttpRequest, n: int) -> HttpResponse:
        editions = self.editions()
        edition = numbered(editions, n)
        return self.page(request, edition, editions, is_edition_page=True)


class DiffView(RecordAddress):
    """What changed from one edition to another."""

    def show(self, request: HttpRequest, a: int, b: int) -> HttpResponse:
        editions = self.editions()
        older, newer = numbered(editions, a), numbered(editions, b)
        if a > b:
            return redirect(self.right_address({"a": b, "b": a}), permanent=True)
        for edition in (older, newer):
            if not is_shown(edition):
                return self.not_shown(request, edition)
        links = Links.for_contents(
            [older.content, newer.content], reverse=False, language=get_language()
        )
        contents = [links.visible(edition.content) for edition in (older, newer)]
        context = {
            "record": self.record,
            "older": older,
            "newer": newer,
            "between": [edition for edition in editions if a < edition.n <= b],
            "differences": differences(*contents, links),
            "neighbours": _neighbours(editions, older, newer),
        }
        return render(request, "records/diff.html", context)


def past_day(text: str) -> date:
    """The day ``text`` gives as YYYY-MM-DD; raises ``BadDayError`` for none or a future one."""
    if not DAY.fullmatch(text):
        raise BadDayError(text)
    try:
        day = date.fromisoformat(text)
    except ValueError as error:
        raise BadDayError(text) from error
    if day > timezone.localdate():
        raise BadDayError(text)
    return day


def is_shown(edition: Edition) -> bool:
    """Whether it may be read: it took nothing away, and its content was not blanked by law."""
    return edition.standing in LISTED and bool(edition.content)


def numbered(editions: list[Edition], n: int) -> Edition:
    found = next((edition for edition in editions if edition.n == n), None)
    if found is None:
        raise Http404
    return found


def _neighbours(editions: list[Edition], older: Edition, newer: Edition) -> dict:
    """The comparisons one step back and one step on, as pairs of editions."""
    shown = [edition for edition in editions if edition.standing in LISTED]
    pairs = list(pairwise(shown))
    back = next((pair for pair in reversed(pairs) if pair[1].n <= older.n), None)
    on = next((pair for pair in pairs if pair[0].n >= newer.n), None)
    return {"back": back, "on": on}
