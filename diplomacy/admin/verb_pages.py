"""The pages of a record beside its form: each verb's confirmation, guesses, the preview."""

from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from diplomacy import publishing

from . import guesses, preview, received
from .verbs import VERBS, Desk


class VerbPages:
    """Mixin of a record's ModelAdmin: one page a verb, and the small POSTs of the panels."""

    def get_urls(self):
        """Django's addresses, with ours before its last one, which matches everything."""
        name = f"{self.opts.app_label}_{self.opts.model_name}"
        pages = [
            ("verb/<slug:code>/", self.verb_view, "verb"),
            ("preview/", self.preview_view, "preview"),
            ("guesses/", self.guesses_view, "guesses"),
            ("put-back/", self.put_back_view, "put_back"),
        ]
        ours = [
            path(
                f"<path:object_id>/{end}",
                self.admin_site.admin_view(view),
                name=f"{name}_{label}",
            )
            for end, view, label in pages
        ]
        return ours + super().get_urls()

    def verb_view(self, request, object_id, code):
        """Ask, then do: GET shows what readers will see, POST does it."""
        record = self._record(request, object_id)
        verb = VERBS.get(code)
        if verb is None:
            raise Http404(_("There is no such step."))
        if not verb.may(request.user, self, record):
            raise PermissionDenied
        if not verb.applies(Desk.of(record)):
            self.message_user(request, _("This step does not apply now."), messages.WARNING)
            return HttpResponseRedirect(self.address(record))
        form = verb.form(request.POST if request.method == "POST" else None, record=record)
        reasons = []
        if form.is_bound and form.is_valid():
            reasons = self._try(request, verb, record, form)
            if not reasons:
                return HttpResponseRedirect(self.address(record))
        context = {"verb": verb, "form": form, "reasons": reasons, "media": form.media}
        context["problems"] = publishing.problems(record) if code in NEEDS_READY else []
        return self._page(request, "admin/diplomacy/verb.html", record, verb.label, context)

    def _try(self, request, verb, record, form) -> list[str]:
        """Do it; the reasons why not, when refused."""
        before = record.last_edition_id
        try:
            result = verb.run(record, by=request.user, **form.arguments())
        except publishing.Refused as refused:
            return refused.reasons
        self.message_user(request, f"{record}: {verb.said(result, before)}", messages.SUCCESS)
        for conflict in getattr(result, "conflicts", []):
            self.message_user(request, conflict, messages.WARNING)
        return []

    def preview_view(self, request, object_id):
        """The working copy as the public would see it; for editors only, never kept."""
        record = self._record(request, object_id)
        return preview.respond(request, record, back=self.address(record))

    @method_decorator(require_POST)
    def guesses_view(self, request, object_id):
        """Confirm the chosen guesses, or all."""
        record = self._record(request, object_id, to_change=True)
        chosen = None if "all" in request.POST else request.POST.getlist("guess")
        done = guesses.confirm(record, chosen, by=request.user)
        self.message_user(request, _("Guesses confirmed: %(n)d.") % {"n": done})
        return HttpResponseRedirect(self.address(record))

    @method_decorator(require_POST)
    def put_back_view(self, request, object_id):
        """Make a removed line of the page as received a paragraph again."""
        record = self._record(request, object_id, to_change=True)
        if received.put_back(record, request.POST.get("line", ""), by=request.user):
            self.message_user(request, _("The line is a paragraph again."), messages.SUCCESS)
        else:
            self.message_user(request, _("There is no such removed line."), messages.WARNING)
        return HttpResponseRedirect(self.address(record))

    def address(self, record) -> str:
        """The address of the record's form on this screen."""
        return reverse(
            f"admin:{self.opts.app_label}_{self.opts.model_name}_change", args=[record.pk]
        )

    def _record(self, request, object_id, *, to_change=False):
        record = self.get_object(request, unquote(object_id))
        if record is None:
            raise Http404(_("There is no such record."))
        may = self.has_change_permission if to_change else self.has_view_or_change_permission
        if not may(request, record):
            raise PermissionDenied
        return record

    def _page(self, request, template, record, title, context):
        return TemplateResponse(
            request,
            template,
            {
                **self.admin_site.each_context(request),
                "title": str(title).rstrip(" …"),
                "subtitle": str(record),
                "original": record,
                "opts": self.opts,
                "back": self.address(record),
                **context,
            },
        )


NEEDS_READY = ("submit", "publish")
"""Verbs that refuse while something is missing: their page lists it at once."""
