"""Pages as received: adding them, which makes drafts; and reading them, unchanged, for ever."""

from dataclasses import dataclass, field

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, TooManyFilesSent
from django.db.models.functions import Length
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.csrf import csrf_exempt, csrf_protect

from diplomacy.intake import gazetteer, readers
from diplomacy.intake.drafts import Draft, make_draft
from diplomacy.intake.known import Gazetteer
from diplomacy.intake.received import Unreadable
from diplomacy.models import RawText

from .addresses import screen_address
from .ledger import ReadOnlyAdmin

MAX_FILES = 50
"""How many files the form takes at once: each is read while the editor waits."""
MAY_RECEIVE = "diplomacy.add_document"
ENCODINGS = ("utf-8", "gb18030", "big5", "cp1256", "cp1252", "utf-16")


class FilesInput(forms.ClearableFileInput):
    """Several files at once."""

    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Up to ``MAX_FILES`` files; their content is judged by the readers, not here."""

    widget = FilesInput

    def clean(self, data, initial=None):
        files = [file for file in data or [] if file]
        if len(files) > MAX_FILES:
            raise forms.ValidationError(too_many())
        return files


def too_many() -> str:
    """What is said of more files than the form takes."""
    rule = _("At most %(most)d files can be added at once: choose fewer, and the rest afterwards.")
    return rule % {"most": MAX_FILES}


class ReceiveForm(forms.Form):
    """A pasted text, files, or both."""

    text = forms.CharField(
        label=gettext_lazy("Text"),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 18, "cols": 90, "dir": "auto"}),
        help_text=gettext_lazy("The whole page as you see it; debris may stay in."),
    )
    files = FilesField(
        label=gettext_lazy("Files"),
        required=False,
        help_text=format_lazy(
            gettext_lazy("TXT, HTML, DOCX or PDF, each under 20 MB; up to {most} at once."),
            most=MAX_FILES,
        ),
    )
    url = forms.URLField(
        label=gettext_lazy("Web address"),
        required=False,
        max_length=1000,
        assume_scheme="https",
        help_text=gettext_lazy("Where the page stood, if you know it. For one page at a time."),
    )
    encoding = forms.ChoiceField(
        label=gettext_lazy("Written as"),
        required=False,
        choices=[("", gettext_lazy("Find out")), *((code, code) for code in ENCODINGS)],
        help_text=gettext_lazy("Only where a file could not be read otherwise."),
    )

    def clean(self):
        cleaned = super().clean()
        pages = bool((cleaned.get("text") or "").strip()) + len(cleaned.get("files", []))
        if not pages and "text" not in self.errors:
            raise forms.ValidationError(_("Paste a text or choose a file."))
        if cleaned.get("url") and pages > 1:
            self.add_error("url", _("One address cannot be that of several pages."))
        return cleaned


@dataclass
class Intake:
    """Pages on their way in: drafts made, and reasons why others could not be read."""

    by: object
    url: str = ""
    encoding: str = ""
    drafts: list[Draft] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    gazetteer: Gazetteer | None = None

    def take(self, data: bytes, name: str) -> bool:
        """Make a draft of one page; whether it could be read. One that cannot stops no other."""
        try:
            page = readers.read(data, name, encoding=self.encoding or None)
            self.gazetteer = self.gazetteer or gazetteer.load()
            draft = make_draft(page, by=self.by, url=self.url, gazetteer=self.gazetteer)
        except Unreadable as error:
            self.failed.append(str(error))
            return False
        self.drafts.append(draft)
        return True

    def take_file(self, file) -> bool:
        """The same for an uploaded file; one too large is not even read."""
        try:
            readers.refuse_size(file.size, file.name)
        except Unreadable as error:
            self.failed.append(str(error))
            return False
        return self.take(file.read(), file.name)

    def take_text(self, text: str) -> bool:
        """The same for a pasted text, with the line ends it had before the browser sent it."""
        is_read = bool(text.strip())
        data = text.replace("\r\n", "\n").encode("utf-8", "replace")
        return is_read and self.take(data, str(_("pasted text")))


@csrf_exempt
def receive_view(request):
    """The page that adds pages. It looks at the number of files before anything else does.

    Of a form with more files than Django takes in nothing arrives, so nothing typed can be shown
    again. What does arrive is checked against forgery as everywhere.
    """
    if not request.user.has_perm(MAY_RECEIVE):
        raise PermissionDenied
    try:
        request.POST  # noqa: B018  read for what it raises
    except TooManyFilesSent:
        return _page(request, ReceiveForm(), Intake(by=request.user, failed=[too_many()]))
    return csrf_protect(receive)(request)


def receive(request):
    """Paste or upload; on success on to the draft, else what went wrong, with all typed kept."""
    form = ReceiveForm(request.POST or None, request.FILES or None)
    intake = Intake(by=request.user)
    if form.is_bound and form.is_valid():
        form = take_in(intake, form)
    if len(intake.drafts) == 1 and not intake.failed:
        return _to_draft(request, intake.drafts[0])
    return _page(request, form, intake)


def _page(request, form: ReceiveForm, intake: Intake):
    """The form, above it what became of the pages given before."""
    context = {
        **admin.site.each_context(request),
        "title": _("Add a page as received"),
        "form": form,
        "failed": intake.failed,
        "made": [
            {"url": screen_address(draft.record), "title": str(draft.record), "said": said(draft)}
            for draft in intake.drafts
        ],
    }
    return TemplateResponse(request, "admin/diplomacy/receive.html", context)


def take_in(intake: Intake, form: ReceiveForm) -> ReceiveForm:
    """Take in all pages of the form; what to show next: the text again unless it was read."""
    cleaned = form.cleaned_data
    intake.url = cleaned["url"]
    is_text_read = intake.take_text(cleaned["text"])
    intake.encoding = cleaned["encoding"]
    for file in cleaned["files"]:
        intake.take_file(file)
    return form if cleaned["text"].strip() and not is_text_read else ReceiveForm()


def _to_draft(request, draft: Draft):
    if draft.is_new:
        messages.success(request, _("A draft was made. Look at the guesses first."))
    for line in said(draft):
        messages.warning(request, line)
    return HttpResponseRedirect(screen_address(draft.record))


def said(draft: Draft) -> list[str]:
    """What the intake has to say of a page: warnings, and what is held already."""
    held = [
        format_html(
            '{}: <a href="{}">{}</a>',
            row["reason"],
            reverse("admin:diplomacy_record_changelist") + f"?q={row['uid']}",
            row["title"],
        )
        for row in draft.report.get("duplicates", [])
        if row["uid"] != draft.record.uid
    ]
    return [*draft.warnings, *held]


@admin.register(RawText)
class RawTextAdmin(ReadOnlyAdmin):
    """Pages exactly as received, kept for ever."""

    list_display = ("__str__", "received_at", "encoding", "characters")
    date_hierarchy = "received_at"
    search_fields = ("filename", "sha256", "documents__title")
    fields = ("filename", "received_at", "encoding", "sha256", "text")
    list_per_page = 50

    def get_urls(self):
        """The page that takes in new ones hangs beside their list."""
        view = self.admin_site.admin_view(receive_view)
        return [path("add-page/", view, name="diplomacy_receive"), *super().get_urls()]

    def get_queryset(self, request):
        rows = super().get_queryset(request).annotate(length=Length("text"))
        is_list = request.resolver_match.url_name.endswith("_changelist")
        return rows.defer("text") if is_list else rows

    @admin.display(description=gettext_lazy("characters"), ordering="length")
    def characters(self, raw):
        return raw.length
