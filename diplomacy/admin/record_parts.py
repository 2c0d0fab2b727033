"""The parts that every record may have: dates, people, organisations, topics, links …"""

from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from diplomacy.models import (
    Attachment,
    CommitmentMention,
    CountryRole,
    Figure,
    OrganisationRole,
    Paragraph,
    PersonRole,
    RecordDate,
    Relation,
    Source,
    TopicLabel,
)

from .inlines import PartFormSet, PartStack, PartTable
from .uploads import AttachmentForm


class Dates(PartTable):
    """When: one date of each kind, as precise as known, with what it rests on."""

    model = RecordDate
    fields = ("role", "value", "basis", "printed", "note")
    verbose_name_plural = _("dates: when")


class People(PartTable):
    """Who takes part, and as what."""

    model = PersonRole
    fields = ("person", "role", "styled_as", "printed", "order")
    autocomplete_fields = ("person",)
    select_related = ("person",)


class Organisations(PartTable):
    """Which bodies take part, and as what."""

    model = OrganisationRole
    fields = ("organisation", "role", "order")
    autocomplete_fields = ("organisation",)
    select_related = ("organisation",)


class Countries(PartTable):
    """Which countries are parties, or only named."""

    model = CountryRole
    fields = ("country", "role", "order")
    autocomplete_fields = ("country",)
    select_related = ("country",)


class Topics(PartTable):
    """What it is about, with the label its source prints."""

    model = TopicLabel
    fields = ("topic", "printed", "order")
    autocomplete_fields = ("topic",)
    select_related = ("topic",)


class Relations(PartTable):
    """How it relates to other records."""

    model = Relation
    fk_name = "record"
    fields = ("type", "target")
    autocomplete_fields = ("target",)
    select_related = ("target",)


class Figures(PartTable):
    """Its pictures."""

    model = Figure
    fields = ("image", "caption", "order")
    autocomplete_fields = ("image",)
    select_related = ("image",)


class Attachments(PartStack):
    """Scans and original files."""

    model = Attachment
    form = AttachmentForm
    fields = ("file", "what", "rights", "is_public", "size", "sha256")
    readonly_fields = ("size", "sha256")


class ParagraphFormSet(PartFormSet):
    """Paragraphs; each may name one of this document's own sources."""

    @cached_property
    def source_choices(self) -> list:
        rows = Source.objects.filter(document=self.instance.pk).select_related("outlet")
        return [("", _("As the rest of the text")), *((row.pk, str(row)) for row in rows)]

    def add_fields(self, form, index):
        super().add_fields(form, index)
        if "source" in form.fields:
            field = form.fields["source"]
            field.queryset = Source.objects.filter(document=self.instance.pk)
            field.choices = self.source_choices


class Paragraphs(PartStack):
    """The text itself, paragraph by paragraph. Anchors are kept whatever is edited."""

    model = Paragraph
    formset = ParagraphFormSet
    fields = (("number", "order", "is_extract", "source"), "heading", "text")
    verbose_name_plural = _("paragraphs: the text")
    classes = ("paragraphs",)

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        if db_field.name == "text":
            kwargs["widget"] = forms.Textarea(attrs={"rows": 5, "cols": 90, "dir": "auto"})
        return super().formfield_for_dbfield(db_field, request, **kwargs)


class Sources(PartStack):
    """Where copies of it appeared."""

    model = Source
    fields = (("outlet", "order"), "url", "title", ("published", "retrieved"), "rights")
    autocomplete_fields = ("outlet",)
    select_related = ("outlet",)


class Mentions(PartStack):
    """The dated evidence about a commitment."""

    model = CommitmentMention
    fk_name = "commitment"
    fields = (("date", "type", "order"), "label", "text", ("dialogue", "document"), "urls")
    autocomplete_fields = ("dialogue", "document")
    select_related = ("dialogue", "document")
    verbose_name_plural = _("mentions: the evidence")
