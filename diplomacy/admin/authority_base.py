"""Screens of authority records: what editions name. Edited live by those who may publish."""

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.contrib.contenttypes.admin import GenericTabularInline
from django.contrib.contenttypes.forms import BaseGenericInlineFormSet
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from diplomacy import publishing
from diplomacy.models import AuthorityEdition, Name

from .inlines import PartMixin, name_widgets
from .widgets import Calm, KnownAutocomplete

MAY_PUBLISH = "diplomacy.publish_record"
MAY_MERGE = "diplomacy.merge_record"


class NameFormSet(BaseGenericInlineFormSet):
    """Other names of one authority record, each once in a language."""

    def add_fields(self, form, index):
        super().add_fields(form, index)
        name_widgets(form)

    def clean(self):
        super().clean()
        seen = set()
        for form in self.forms:
            if form in self.deleted_forms or not form.is_valid() or not form.cleaned_data:
                continue
            name = (form.cleaned_data["form"], form.cleaned_data["language"])
            if name in seen:
                form.add_error("form", _("This name stands here twice in the same language."))
            seen.add(name)


class Names(PartMixin, GenericTabularInline):
    """Every other form of name it is known by, misprints included."""

    model = Name
    formset = NameFormSet
    fields = ("form", "language", "usage", "note")


class MergeForm(forms.Form):
    """Into which other record of the same kind."""

    def __init__(self, *args, obj, **kwargs):
        super().__init__(*args, **kwargs)
        model = type(obj)
        self.fields["into"] = forms.ModelChoiceField(
            model.objects.standing().exclude(pk=obj.pk),
            label=gettext_lazy("Merge into"),
            widget=KnownAutocomplete(model._meta.get_field("merged_into"), admin.site),
        )


class AuthorityAdmin(Calm, admin.ModelAdmin):
    """Base: names inline, a permanent code, merging, and a ledger number for public changes."""

    change_form_template = "admin/diplomacy/authority_form.html"
    delete_confirmation_template = "admin/diplomacy/delete_confirmation.html"
    delete_selected_confirmation_template = "admin/diplomacy/delete_selected_confirmation.html"
    inlines = (Names,)
    list_per_page = 100
    search_fields = ("slug", "names__form")
    search_help_text = gettext_lazy("Any known form of the name")
    list_select_related = ("merged_into",)

    # --- who may

    def has_add_permission(self, request):
        return super().has_add_permission(request) and request.user.has_perm(MAY_PUBLISH)

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request, obj) and request.user.has_perm(MAY_PUBLISH)

    def has_delete_permission(self, request, obj=None):
        return super().has_delete_permission(request, obj) and request.user.has_perm(MAY_PUBLISH)

    # --- what is shown

    @admin.display(description=gettext_lazy("merged into"), ordering="merged_into")
    def merged(self, obj):
        return obj.merged_into or "–"

    def get_readonly_fields(self, request, obj=None):
        return (*super().get_readonly_fields(request, obj), *(("slug",) if obj else ()))

    def get_prepopulated_fields(self, request, obj=None):
        return {} if obj else {"slug": (self.model.label_field,)}

    def get_search_results(self, request, queryset, search_term):
        """What is merged into another is found in lists, but is not offered as a choice."""
        found, may_repeat = super().get_search_results(request, queryset, search_term)
        is_choice = request.path.endswith("/autocomplete/")
        return (found.filter(merged_into=None) if is_choice else found), may_repeat

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        if db_field.name in {"note", "keywords", "web_hosts"}:
            kwargs["widget"] = forms.Textarea(attrs={"rows": 4, "cols": 80, "dir": "auto"})
        return super().formfield_for_dbfield(db_field, request, **kwargs)

    def render_change_form(self, request, context, *, obj=None, **kwargs):
        context["may_merge"] = obj is not None and request.user.has_perm(MAY_MERGE)
        context["is_merged"] = obj is not None and obj.merged_into_id is not None
        return super().render_change_form(request, context, obj=obj, **kwargs)

    # --- saving and deleting

    def save_model(self, request, obj, form, change):
        form.before = stored_form(obj) if change else None
        if not change or form.has_changed():
            super().save_model(request, obj, form, change)

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        publishing.record_authority_change(form.instance, by=request.user, before=form.before)

    def get_deleted_objects(self, objs, request):
        """Refuse, in words, to delete what has been public."""
        deleted, counts, lacking, protected = super().get_deleted_objects(objs, request)
        public = [
            _("%(name)s has been public: merge it into another instead.") % {"name": obj}
            for obj in objs
            if has_been_public(obj)
        ]
        return deleted, counts, (set() if public else lacking), public + protected

    # --- merging

    def get_urls(self):
        name = f"{self.opts.app_label}_{self.opts.model_name}"
        view = self.admin_site.admin_view(self.merge_view)
        return [path("<path:object_id>/merge/", view, name=f"{name}_merge"), *super().get_urls()]

    def merge_view(self, request, object_id):
        """Point it at another record of its kind, or undo that."""
        obj = self.get_object(request, unquote(object_id))
        if obj is None:
            raise Http404(_("There is no such record."))
        if not request.user.has_perm(MAY_MERGE):
            raise PermissionDenied
        form = MergeForm(request.POST if request.method == "POST" else None, obj=obj)
        reasons = []
        if obj.merged_into_id:
            form.fields.clear()
        if form.is_bound and form.is_valid():
            reasons = self._merge(request, obj, form.cleaned_data.get("into"))
            if not reasons:
                return HttpResponseRedirect(self.address(obj))
        return TemplateResponse(
            request,
            "admin/diplomacy/merge.html",
            {
                **self.admin_site.each_context(request),
                "title": _("Undo the merge") if obj.merged_into_id else _("Merge into another"),
                "subtitle": str(obj),
                "original": obj,
                "opts": self.opts,
                "form": form,
                "media": form.media,
                "reasons": reasons,
                "back": self.address(obj),
            },
        )

    def _merge(self, request, obj, into) -> list[str]:
        """Merge, or undo for no ``into``; the reasons why not, when refused."""
        try:
            if into:
                publishing.merge_authority(obj, into, by=request.user)
                said = _("%(name)s is merged into %(into)s.") % {"name": obj, "into": into}
            else:
                publishing.unmerge_authority(obj, by=request.user)
                said = _("The merge of %(name)s is undone.") % {"name": obj}
        except publishing.Refused as refused:
            return refused.reasons
        self.message_user(request, said, messages.SUCCESS)
        return []

    def address(self, obj) -> str:
        """The address of its form."""
        return reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_change", args=[obj.pk])


def stored_form(obj) -> dict:
    """Its public form as it is stored, whatever ``obj`` itself holds by now."""
    return type(obj).objects.for_export().get(pk=obj.pk).public_form()


def has_been_public(obj) -> bool:
    """Whether a public edition names it, or the ledger holds a form of it."""
    entered = AuthorityEdition.objects.filter(type=obj.type, slug=obj.slug)
    return publishing.is_mentioned(obj) or entered.exists()
