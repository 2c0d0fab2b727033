"""The screen of a record: what all families share."""

from django import forms
from django.contrib import admin
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from diplomacy import kinds, publishing
from diplomacy.models import Record, SlugHistory
from diplomacy.models.records import made_slugs

from . import guesses, locking, panels
from .locking import RecordForm
from .record_lists import (
    KindFilter,
    RecordColumns,
    YearFilter,
    publish_selected,
    submit_selected,
    with_first_words,
    with_main_date,
)
from .verb_pages import VerbPages
from .widgets import Calm, as_key

LONG = forms.Textarea(attrs={"rows": 4, "cols": 90, "dir": "auto"})


class RecordAdmin(VerbPages, RecordColumns, Calm, admin.ModelAdmin):
    """Base of the screens of records.

    ``layout`` is the page from top to bottom: ``(heading, fields)`` or an inline class.
    ``family`` limits the kinds offered.
    """

    family: str
    layout: tuple = ()
    form = RecordForm
    change_form_template = "admin/diplomacy/record_form.html"
    object_history_template = "admin/diplomacy/record_history.html"
    list_display = (
        "name_in_list",
        "kind_in_words",
        "state_in_words",
        "standing_in_words",
        "date_in_list",
        "changed",
        "changed_by",
    )
    list_filter = (
        "state",
        "last_edition__standing",
        KindFilter,
        YearFilter,
        "language",
        ("topic_labels__topic", admin.RelatedOnlyFieldListFilter),
    )
    list_per_page = 50
    search_fields = ("title", "uid", "slug", "person_roles__person__name")
    search_help_text = _("Title, name of a person, address or identifier")
    actions = (submit_selected, publish_selected)
    list_select_related = ("last_edition", "updated_by")
    autocomplete_fields = ("initiatives", "places")

    # --- what is on the page

    def get_fieldsets(self, request, obj=None):
        rows = [part for part in self.layout if isinstance(part, tuple)]
        return [(heading, {"fields": fields}) for heading, fields in rows]

    def get_inlines(self, request, obj):
        return [part for part in self.layout if not isinstance(part, tuple)]

    def get_queryset(self, request):
        rows = super().get_queryset(request).select_related(*self.list_select_related)
        return with_first_words(with_main_date(rows)).defer("last_edition__content")

    def get_changeform_initial_data(self, request):
        first = kinds.KINDS[kinds.in_family(self.family)[0]]
        return {"kind": first.code, "authority": first.authority} | (
            super().get_changeform_initial_data(request)
        )

    def formfield_for_choice_field(self, db_field, request, **kwargs):
        if db_field.name == "kind":
            kwargs["choices"] = kinds.choices(self.family)
        return super().formfield_for_choice_field(db_field, request, **kwargs)

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        if db_field.name in {"summary", "note_public", "note_private", "agenda", "outcomes"}:
            kwargs["widget"] = LONG
        return super().formfield_for_dbfield(db_field, request, **kwargs)

    # --- saving

    def get_object(self, request, object_id, from_field=None):
        """The record; on its way to being saved it is locked before it is read."""
        if request.method == "POST" and transaction.get_connection().in_atomic_block:
            Record.objects.select_for_update().filter(pk=as_key(object_id)).first()
        return super().get_object(request, object_id, from_field)

    def save_form(self, request, form, change):
        record = super().save_form(request, form, change)
        if not change:
            record.created_by = request.user
        return record

    def save_model(self, request, obj, form, change):
        if change and not form.has_changed():
            return
        if change and "slug" in form.changed_data:
            keep_address(obj, form.initial["slug"])
        elif change and address_follows_title(obj, form):
            obj.slug = ""  # saving makes it anew
        super().save_model(request, obj, form, change)

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        changed = [formset for formset in formsets if formset.has_changed()]
        if change and (form.has_changed() or changed):
            guesses.confirm_edited(form.instance, form, changed, by=request.user)
            publishing.note_change(form.instance, by=request.user)

    def get_deleted_objects(self, objs, request):
        """Refuse, in words, to delete what has ever been public."""
        deleted, counts, lacking, protected = super().get_deleted_objects(objs, request)
        public = [
            _("%(record)s has been public: withdraw or remove it instead.") % {"record": record}
            for record in objs
            if record.last_edition_id
        ]
        return deleted, counts, (set() if public else lacking), public + protected

    def has_publish_permission(self, request) -> bool:
        """Asked by Django for actions that name the permission ``publish``."""
        return request.user.has_perm("diplomacy.publish_record")

    # --- showing

    def changelist_view(self, request, extra_context=None):
        """A list of records needs the width more than the menu beside it."""
        wide = {"is_nav_sidebar_enabled": False}
        return super().changelist_view(request, wide | (extra_context or {}))

    def render_change_form(self, request, context, *, obj=None, **kwargs):
        context["page_parts"] = self._page_parts(context)
        form = context["adminform"].form
        if getattr(form, "conflict", ""):
            formsets = [inline.formset for inline in context["inline_admin_formsets"]]
            context["differences"] = locking.differences(form, formsets)
        if obj:
            context |= panels.of(obj, screen=self, request=request)
            if context["received"]:
                context["is_nav_sidebar_enabled"] = False
        return super().render_change_form(request, context, obj=obj, **kwargs)

    def _page_parts(self, context) -> list[dict]:
        """Fieldsets and inlines in the order of ``layout``."""
        fieldsets = iter(context["adminform"])
        inlines = {type(inline.opts): inline for inline in context["inline_admin_formsets"]}
        return [
            {"fieldset": next(fieldsets)}
            if isinstance(part, tuple)
            else {"inline": inlines.get(part)}
            for part in self.layout
        ]

    def history_view(self, request, object_id, extra_context=None):
        """Django's history, with what was done with the record and its editions."""
        return super().history_view(
            request, object_id, panels.history_of(object_id) | (extra_context or {})
        )


def keep_address(record: Record, old: str) -> None:
    """Keep an old slug of a published record, so that it redirects and is never reused."""
    if record.last_edition_id and old:
        SlugHistory.objects.get_or_create(slug=old, defaults={"record_id": record.pk})


def address_follows_title(record: Record, form) -> bool:
    """Whether the slug is still the one made from the title before, and nobody knows it yet."""
    if "title" not in form.changed_data or record.last_edition_id:
        return False
    made = made_slugs(form.initial["title"], form.initial["kind"], record.uid)
    return record.slug in made and publishing.open_schedule(record) is None
