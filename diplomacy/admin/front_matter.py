"""The desk of the pages about the archive: write, look, publish, go back to what is shipped."""

from functools import partial

from django.conf import settings
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_POST

from diplomacy import publishing
from diplomacy.models import FrontEdition, FrontPage, FrontText, shipped_words
from diplomacy.models.front_matter import LONGEST_BODY, LONGEST_TITLE, Words

from . import front_preview, locking
from .front_forms import FILL_IN, FrontForm
from .front_verbs import VERBS
from .widgets import Calm

LANGUAGES = dict(settings.LANGUAGES)
ONE = "<slug:page>/<slug:language>/"


@admin.register(FrontText)
class FrontTextAdmin(Calm, admin.ModelAdmin):
    """One list of pages and languages, and one form for each."""

    def has_add_permission(self, request):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def get_urls(self):
        """Only our own: a page is known by its name and its language."""
        pages = [
            ("", self.changelist_view, "changelist"),
            (ONE, self.text_view, "text"),
            (f"{ONE}preview/", self.preview_view, "preview"),
            (f"{ONE}typed/", self.typed_view, "typed"),
            (f"{ONE}versions/", self.versions_view, "versions"),
            (f"{ONE}verb/<slug:code>/", self.verb_view, "verb"),
        ]
        return [
            path(end, self.admin_site.admin_view(view), name=f"diplomacy_fronttext_{name}")
            for end, view, name in pages
        ]

    def changelist_view(self, request, extra_context=None):
        """Every page in every language, with how it stands. Two queries."""
        self._require_sight(request)
        texts = {(row.page, row.language): row for row in FrontText.objects.all()}
        newest = FrontEdition.objects.newest(languages=LANGUAGES)
        rows = [
            {"page": page, "cells": [_cell(page, code, texts, newest) for code in LANGUAGES]}
            for page in FrontPage
        ]
        title = str(self.opts.verbose_name_plural)
        context = {"title": title[:1].upper() + title[1:], "rows": rows, "languages": LANGUAGES}
        return self._page(request, "front_list", context)

    def text_view(self, request, page, language):
        """The form; saving it publishes nothing."""
        self._require_sight(request)
        text = _text(page, language)
        if request.method != "POST":
            return self._form_page(request, text, FrontForm(instance=text, initial=_words(text)))
        if not self.has_change_permission(request):
            raise PermissionDenied
        return self._save(request, page, language)

    def _save(self, request, page, language):
        """Keep what was typed as the words in work, unless somebody else saved in between."""
        # The ledger's lock, so that nobody saves or publishes between the look and the writing.
        with publishing.ledger.opened():
            text = _text(page, language)
            form = FrontForm(request.POST, instance=text, initial=_words(text))
            is_valid = form.is_valid()
            if is_valid and form.has_changed():
                _keep(text, by=request.user)
        if not is_valid:
            return self._form_page(request, _text(page, language), form)
        said = _("Saved. Readers see nothing of it before it is published.")
        self.message_user(request, said if form.has_changed() else _("Nothing was changed."))
        return HttpResponseRedirect(address(page, language))

    def preview_view(self, request, page, language):
        """The words in work, exactly as they would be published."""
        self._require_sight(request)
        text = _text(page, language)
        words = Words(**_words(text))
        return front_preview.respond(request, text, words, back=address(page, language))

    @method_decorator(require_POST)
    def typed_view(self, request, page, language):
        """The same for what is typed and not saved yet."""
        self._require_sight(request)
        title, body = (request.POST.get(name, "") for name in ("title", "body"))
        words = Words(title[:LONGEST_TITLE], body[:LONGEST_BODY].replace("\r\n", "\n"))
        text = _text(page, language)
        return front_preview.respond(request, text, words, back=address(page, language))

    def versions_view(self, request, page, language):
        """What readers were given, when and by whom."""
        self._require_sight(request)
        text = _text(page, language)
        found = FrontEdition.objects.of(page, language).select_related("entry__by").defer("body")
        context = {"title": _("Versions"), "versions": list(found), **_about(text)}
        return self._page(request, "front_versions", context)

    def verb_view(self, request, page, language, code):
        """Ask, then do: GET shows what readers will see, POST does it."""
        text, verb = _text(page, language), VERBS.get(code)
        if verb is None:
            raise Http404(_("There is no such step."))
        if not (self.has_change_permission(request) and verb.may(request.user)):
            raise PermissionDenied
        if not verb.applies(text, _last(text)):
            self.message_user(request, _("This step does not apply now."), messages.WARNING)
            return HttpResponseRedirect(address(page, language))
        form = verb.form(request.POST if request.method == "POST" else None, record=text)
        reasons = []
        if form.is_bound and form.is_valid():
            reasons = self._try(request, verb, text, form)
            if not reasons:
                return HttpResponseRedirect(address(page, language))
        context = {"title": verb.label.rstrip(" …"), "verb": verb, "form": form}
        context |= {"reasons": reasons, "back": address(page, language), **_about(text)}
        return self._page(request, "front_verb", context)

    def _try(self, request, verb, text, form) -> list[str]:
        """Do it; the reasons why not, when refused."""
        try:
            verb.run(text, by=request.user, **form.arguments())
        except publishing.Refused as refused:
            return refused.reasons
        self.message_user(request, verb.done, messages.SUCCESS)
        return []

    def _form_page(self, request, text, form):
        last, may_change = _last(text), self.has_change_permission(request)
        offered = [row for row in VERBS.values() if row.applies(text, last)]
        context = {
            "title": text.get_page_display(),
            "form": form,
            "adminform": {"form": form},
            "differences": locking.differences(form, []) if form.conflict else [],
            "fill_in": FILL_IN[text.page],
            "may_change": may_change,
            "verbs": [row for row in offered if may_change and row.may(request.user)],
            "is_in_work": text.words is not None,
            "state": _state(text.page, text.language, last),
            "last": last,
            **_about(text),
        }
        return self._page(request, "front_form", context)

    def _page(self, request, template: str, context: dict):
        shared = self.admin_site.each_context(request) | {"opts": self.opts}
        return TemplateResponse(request, f"admin/diplomacy/{template}.html", shared | context)

    def _require_sight(self, request):
        if not self.has_view_or_change_permission(request):
            raise PermissionDenied


def address(page: str, language: str, name: str = "text") -> str:
    """The address of the form of one page in one language, or of a page beside it."""
    return reverse(f"admin:diplomacy_fronttext_{name}", args=[page, language])


def _text(page: str, language: str) -> FrontText:
    """The stored row, or one that is not stored yet; 404 for what is no page or no language."""
    if page not in FrontPage.values or language not in LANGUAGES:
        raise Http404(_("There is no such page."))
    found = FrontText.objects.filter(page=page, language=language).first()
    return found or FrontText(page=page, language=language)


def _last(text: FrontText) -> FrontEdition | None:
    editions = FrontEdition.objects.of(text.page, text.language)
    return editions.select_related("entry__by").first()


def _words(text: FrontText) -> dict[str, str]:
    """The words in work; where there are none what readers see, or else the English words."""
    english = partial(shipped_words, text.page, settings.LANGUAGE_CODE)
    return (text.words or publishing.front_words(text, _last(text)) or english())._asdict()


def _keep(text: FrontText, *, by) -> None:
    """Store the words as those in work; none, where readers see the very same."""
    if text.words == publishing.front_words(text, _last(text)):
        text.title = text.body = ""
    text.version, text.updated_by = text.version + 1, by
    text.save()


def _about(text: FrontText) -> dict:
    """What every page of the desk about one text says of it."""
    to = partial(address, text.page, text.language)
    with override(text.language):
        public_url = reverse(text.page)
    return {
        "text": text,
        "language": LANGUAGES[text.language],
        "form_url": to(),
        "preview_url": to("preview"),
        "typed_url": to("typed"),
        "versions_url": to("versions"),
        "public_url": public_url,
    }


def _cell(page: FrontPage, language: str, texts: dict, newest: dict) -> dict:
    """How one page in one language stands, for the list."""
    text, last = texts.get((page, language)), newest.get((page, language))
    return {
        "url": address(page, language),
        "language": LANGUAGES[language],
        "state": _state(page, language, last),
        "last": last,
        "is_in_work": bool(text and text.words),
    }


def _state(page: str, language: str, last: FrontEdition | None) -> str:
    """What readers see of it now, in words."""
    if last and not last.is_shipped:
        return _("Edited here")
    return _("Shipped text") if shipped_words(page, language) else _("English in its place")
