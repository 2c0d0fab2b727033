"""What the pages of people, organisations, countries, topics … share.

A page says what differs in its attributes; every ``get_`` method may be overridden. A record
that no public edition names has no page; one merged into another leads there.
"""

from collections import defaultdict
from itertools import chain, groupby

from django.core.paginator import Paginator
from django.db.models import Count, F, Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.functional import cached_property
from django.utils.translation import get_language
from django.views import View

from diplomacy.models import AuthorityRecord, Country, Mention, Name, PublicRecord
from diplomacy.reading import named
from diplomacy.site import feeds
from diplomacy.site.pages.names import OWN_LANGUAGE, PARTS, Named, named_now

PASSING = ("clause", "meeting")
"""Parts that are told only where a record gives no other."""


def asked(request: HttpRequest, name: str) -> str:
    """The value of a parameter, without NUL, which PostgreSQL refuses to look for."""
    return request.GET.get(name, "").replace("\x00", "")


def paged(request: HttpRequest, rows, size: int) -> tuple[list, dict]:
    """The rows of the page asked for, and the ``pager`` of ``includes/pager.html``.

    What is no page's number is the first page, what lies beyond the last is the last.
    """
    page = Paginator(rows, size).get_page(request.GET.get("page"))
    pager = {
        "number": page.number,
        "pages": page.paginator.num_pages,
        "previous": _page_address(request, page.number - 1) if page.has_previous() else "",
        "next": _page_address(request, page.number + 1) if page.has_next() else "",
    }
    return list(page), pager


def _page_address(request: HttpRequest, number: int) -> str:
    parameters = request.GET.copy()
    parameters["page"] = number
    return f"?{parameters.urlencode()}"


def linked(subjects) -> list[Named]:
    """Names and addresses of those authority records, all of one type, that are public."""
    shown = dict.fromkeys(named.standing(subjects).values())
    return [named_now(subject) for subject in named.localised(shown, get_language())]


def plain(*texts: str) -> list[Named]:
    """Texts of the archive's own that lead nowhere, as values of a fact, without empty ones."""
    return [Named(text, language=OWN_LANGUAGE) for text in texts if text]


class AuthorityList(View):
    """All public authority records of one type, with how many records name each."""

    model: type[AuthorityRecord]
    template_name = "authorities/list.html"
    title = ""
    lede = ""
    size = 300
    select_related: tuple[str, ...] = ()
    by_country = False
    """Whether ``?country=<code>`` narrows the list."""

    def get(self, request: HttpRequest) -> HttpResponse:
        return render(request, self.template_name, self.get_context())

    def get_queryset(self):
        rows = named.public(self.model).select_related(*self.select_related)
        return rows.filter(country__slug=self.country.slug) if self.country else rows

    @cached_property
    def country(self) -> Country | None:
        """The country asked for, where the list can be narrowed and the code is one."""
        code = asked(self.request, "country") if self.by_country else ""
        found = named.public(Country).filter(slug=code)[:1] if code else []
        return next(iter(named.localised(found, get_language())), None)

    def get_context(self) -> dict:
        subjects, pager = paged(self.request, self.get_queryset(), self.size)
        counts = named.counts(subjects)
        references = named.references(subjects)
        near = chain.from_iterable(chain.from_iterable(row.values()) for row in references)
        named.localised([*subjects, *near], get_language())
        return {
            "title": self.title,
            "lede": self.lede,
            "country": self.country,
            "rows": [
                {"subject": row, "count": counts[row.pk], "near": near}
                for row, near in zip(subjects, references, strict=True)
            ],
            "pager": pager,
        }


class AuthorityDetail(View):
    """One authority record and the public records that name it."""

    model: type[AuthorityRecord]
    template_name = "authorities/detail.html"
    kicker = ""
    parameter = ""
    """The search parameter that finds its records in the archive."""
    size = 25
    select_related: tuple[str, ...] = ()

    def get(self, request: HttpRequest, slug: str) -> HttpResponse:
        rows = self.model.objects.select_related("merged_into", *self.select_related)
        self.subject = subject = get_object_or_404(rows, slug=slug)
        root = subject.root()
        self.slugs = root.all_slugs()
        self.records = PublicRecord.objects.listed().mentioning(subject.type, self.slugs)
        if not self.records.exists():
            raise Http404
        if root != subject:
            return redirect(root, permanent=True)
        named.localised([subject], get_language())
        return render(request, self.template_name, self.get_context())

    def get_context(self) -> dict:
        return self.get_appearances() | {
            "subject": self.subject,
            "kicker": self.kicker,
            "parameter": self.parameter,
            "names": self.get_names(),
            "facts": [(label, values) for label, values in self.get_facts() if values],
            "families": self.get_families(),
            "feed_url": feeds.address_of(self.subject),
        }

    def get_appearances(self) -> dict:
        """A page of the records that name it, by year."""
        rows, pager = paged(self.request, self.get_records(), self.size)
        return {"years": self.by_year(self.with_parts(rows)), "pager": pager}

    def get_facts(self) -> list[tuple]:
        """``(label, [Named])`` for the facts beside its name."""
        return []

    def get_names(self) -> list[Name]:
        """Its other names; the archive's own stands in the heading."""
        return list(self.subject.names.all())

    def get_records(self):
        """The records that name it, newest first; those without a date come last."""
        rows = self.records.annotate(is_undated=Q(date_value=""))
        return rows.order_by("is_undated", "-search_id")

    def get_families(self) -> list[dict]:
        """``{family, total}`` for each family of kinds, most first."""
        rows = self.records.order_by().values("family").annotate(total=Count("pk"))
        return list(rows.order_by("-total", "family"))

    def with_parts(self, rows: list[PublicRecord]) -> list[dict]:
        """``{record, parts}``: the parts it has in each record, in words."""
        mentions = Mention.objects.filter(
            record__in=rows, type=self.subject.type, slug__in=self.slugs
        )
        roles = defaultdict(list)
        for pk, role in mentions.values_list("record", "role"):
            roles[pk].append(role)
        return [{"record": row, "parts": parts_in_words(roles[row.pk])} for row in rows]

    @staticmethod
    def by_year(rows: list[dict]) -> list[dict]:
        """Rows in groups of one year; what has no date stands under None."""
        groups = groupby(rows, key=lambda row: _year(row["record"]))
        return [{"year": year, "rows": list(group)} for year, group in groups]


class StyledAppearances(AuthorityDetail):
    """A detail page whose records also say how the subject was styled in each."""

    def get_records(self):
        return super().get_records().annotate(people=F("edition__content__people"))

    def with_parts(self, rows):
        found = super().with_parts(rows)
        for row in found:
            people = [one for one in row["record"].people if one["slug"] in self.slugs]
            row["styles"] = list(dict.fromkeys(one["styled_as"] for one in people))
            row["styles"] = [style for style in row["styles"] if style]
        return found


def parts_in_words(roles: list[str]) -> list:
    """Labels of parts, those in passing only where there is no other."""
    telling = [role for role in PARTS if role in roles and role not in PASSING]
    return [PARTS[role] for role in telling or roles if role in PARTS]


def _year(record: PublicRecord) -> int | None:
    return record.sort_date.year if record.date_value else None
