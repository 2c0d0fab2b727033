"""``…/report/``: a reader tells the editors what is wrong with a record or a passage of it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.decorators import method_decorator
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache

from diplomacy.correspondence.reports import passage, report
from diplomacy.models import Edition
from diplomacy.site.errors import too_many
from diplomacy.site.limits import Limit
from diplomacy.site.pages.citing import paragraph_of
from diplomacy.site.reader_forms import MOST_WORDS, ReportForm
from diplomacy.vocabulary import LISTED, Held

from .records import RecordAddress

LIMIT = Limit("report", most=10)


@method_decorator(never_cache, name="dispatch")
class ReportView(RecordAddress):
    """The passage as it stands now, and what is wrong with it. ``?p=`` names the passage."""

    def post(self, request: HttpRequest, **where) -> HttpResponse:
        """The same rules first: of what is not to be read nothing can be reported."""
        return self.get(request, **where)

    def show(self, request: HttpRequest) -> HttpResponse:
        self.key = request.GET.get("p", "")[:40]
        if request.method != "POST":
            return self.page_of(self.record.edition, ReportForm())
        form = ReportForm(request.POST)
        if form.is_trap_sprung:
            return self.thanks()
        if not form.is_valid():
            return self.page_of(self.seen(form), form, status=400)
        if LIMIT.is_passed(request):
            return too_many(request, LIMIT.seconds)
        wish = {name: form.cleaned_data[name] for name in ("kind", "text", "address")}
        report(self.seen(form), self.key, **wish, language=get_language())
        return self.thanks()

    def seen(self, form: ReportForm) -> Edition:
        """The edition that the reader had before them, where it may still be read."""
        editions = Edition.objects.filter(record=self.record.pk, standing__in=LISTED)
        n = form.cleaned_data.get("edition") if form.is_bound else None
        found = editions.filter(n=n).first() if n and n != self.record.edition.n else None
        return found if found and found.content else self.record.edition

    def page_of(self, edition: Edition, form: ReportForm, status: int = 200) -> HttpResponse:
        content = edition.content
        words = passage(content, self.key)
        paragraph = paragraph_of(edition, self.key)
        context = {
            "record": self.record,
            "edition": edition,
            "form": form,
            "words": words,
            "number": paragraph["number"] if paragraph else "",
            "is_missing": bool(self.key) and words is None,
            "language": content["language"],
            "is_paraphrase": content.get("held") == Held.PARAPHRASE,
            "most": MOST_WORDS,
        }
        return render(self.request, "report/report.html", context, status=status)

    def thanks(self) -> HttpResponse:
        return redirect("record-report-thanks", uid=self.record.uid, slug=self.record.slug)


class ThanksView(RecordAddress):
    """That the report has come to the desk."""

    def show(self, request: HttpRequest) -> HttpResponse:
        return render(request, "report/thanks.html", {"record": self.record})
