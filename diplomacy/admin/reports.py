"""Problem reports on the desk: read as they came, then settled or rejected."""

from collections.abc import Callable
from dataclasses import dataclass

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.db.models import Case, When
from django.http import Http404, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from diplomacy.correspondence import reports
from diplomacy.models import ProblemReport

from .addresses import screen_address
from .ledger import ReadOnlyAdmin
from .plain_words import PlainWordsForm

OPEN_FIRST = Case(When(status=ProblemReport.Status.OPEN, then=0), default=1)
FIRST_WORDS = 80
ROWS = forms.Textarea(attrs={"rows": 3, "cols": 80, "dir": "auto"})


class NoteForm(PlainWordsForm):
    """What was done, if it is worth a word."""

    note = forms.CharField(
        label=_("Note to colleagues"),
        widget=ROWS,
        required=False,
        help_text=_("Kept in the history of the record; readers do not see it."),
    )


class ReasonForm(PlainWordsForm):
    """Why nothing is done."""

    note = forms.CharField(label=_("Why nothing is to be done"), widget=ROWS)


@dataclass(frozen=True)
class Step:
    """One button: what it is called, what is said after it, what it does."""

    code: str
    label: str | Promise
    done: str | Promise
    run: Callable
    form: type[forms.Form]


STEPS = {
    step.code: step
    for step in (
        Step("settle", _("Settle …"), _("Settled."), reports.settle, NoteForm),
        Step("reject", _("Reject …"), _("Rejected."), reports.reject, ReasonForm),
    )
}


@admin.register(ProblemReport)
class ProblemReportAdmin(ReadOnlyAdmin):
    """What readers found wrong, open ones first. What is to be done is done on the record."""

    change_form_template = "admin/diplomacy/report_form.html"
    list_display = ("first_words", "kind", "status", "record_link", "at", "settled_by")
    list_filter = ("status", "kind")
    list_select_related = ("record", "settled_by")
    search_fields = ("text", "record__title", "record__uid")
    search_help_text = _("Words of the report, title or identifier of the record")
    ordering = (OPEN_FIRST, "-at", "-pk")
    fields = (
        "record_link",
        "public_passage",
        "shown",
        "kind",
        "text",
        "answer_to",
        "language",
        "at",
        "status",
        "note",
        "settled_by",
        "settled_at",
    )
    readonly_fields = ("record_link", "public_passage", "answer_to")

    def has_delete_permission(self, request, obj=None):
        """What should never have been sent may be deleted by those who may delete."""
        return admin.ModelAdmin.has_delete_permission(self, request, obj)

    def get_urls(self):
        """Django's addresses, with the steps before its last one, which matches everything."""
        view = self.admin_site.admin_view(self.step_view)
        step = path("<path:object_id>/<slug:code>/step/", view, name="diplomacy_problemreport_step")
        return [step, *super().get_urls()]

    def render_change_form(self, request, context, *, obj=None, **kwargs):
        may = obj and obj.status == ProblemReport.Status.OPEN and may_settle(request.user)
        context |= {"report": obj, "steps": STEPS.values() if may else ()}
        return super().render_change_form(request, context, obj=obj, **kwargs)

    def step_view(self, request, object_id, code):
        """Ask, then do."""
        report, step = self.get_object(request, unquote(object_id)), STEPS.get(code)
        if report is None or step is None:
            raise Http404(_("There is no such report."))
        if not may_settle(request.user):
            raise PermissionDenied
        back = reverse("admin:diplomacy_problemreport_change", args=[report.pk])
        form = step.form(request.POST if request.method == "POST" else None)
        reasons = self._try(request, step, report, form) if form.is_valid() else []
        if form.is_valid() and not reasons:
            return HttpResponseRedirect(back)
        context = {
            **self.admin_site.each_context(request),
            "title": str(step.label).rstrip(" …"),
            "subtitle": str(report),
            "original": report,
            "opts": self.opts,
            "back": back,
            "form": form,
            "reasons": reasons,
        }
        return TemplateResponse(request, "admin/diplomacy/report_step.html", context)

    def _try(self, request, step: Step, report: ProblemReport, form) -> list[str]:
        """Do it; the reason why not, when refused."""
        try:
            step.run(report, by=request.user, **form.cleaned_data)
        except reports.RefusedError as refused:
            return [str(refused)]
        self.message_user(request, f"{report}: {step.done}", messages.SUCCESS)
        return []

    # --- columns

    @admin.display(description=_("report"))
    def first_words(self, report):
        return Truncator(" ".join(report.text.split())).chars(FIRST_WORDS)

    @admin.display(description=_("record"), ordering="record__title")
    def record_link(self, report):
        """To the record's form, where it is mended."""
        return format_html('<a href="{}">{}</a>', screen_address(report.record), report.record)

    @admin.display(description=_("where it is read"))
    def public_passage(self, report):
        """To the passage as readers find it now."""
        short = reverse("record-short", kwargs={"uid": report.record.uid})
        address = f"{short}#{report.passage}" if report.passage else short
        said = _("edition %(n)d, seen by the reader") % {"n": report.edition_n}
        return format_html('<a href="{}">{}</a> ({})', address, address, said)

    @admin.display(description=_("answer to"))
    def answer_to(self, report):
        """The reader's address, for as long as it is kept."""
        if not report.address:
            return "–"
        return format_html('<a href="mailto:{}">{}</a>', report.address, report.address)


def may_settle(user) -> bool:
    """Whether the user may settle and reject."""
    return user.has_perm("diplomacy.settle_problemreport")


def index_with_count(index):
    """The desk's first page, told how many reports are open: one query more."""

    def page(request, extra_context=None):
        count = {"open_reports": reports.open_reports()}
        return index(request, count | (extra_context or {}))

    return page
