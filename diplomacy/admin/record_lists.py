"""Lists of records: their columns, filters and what can be done with several at once."""

from django.contrib import admin, messages
from django.db.models import Case, OuterRef, Subquery, Value, When
from django.db.models.functions import Left
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from diplomacy import kinds, publishing
from diplomacy.models import Paragraph, RecordDate
from diplomacy.text import dates
from diplomacy.vocabulary import Change, DateRole

MAIN_DATES = (DateRole.EVENT, DateRole.DOCUMENT, DateRole.RELEASE, DateRole.PUBLISHED)
"""Which date a list shows: the first of these that a record has."""

FIRST_WORDS = 60
"""Characters of a text that stand for its title in a list."""


def with_main_date(queryset):
    """Records with ``main_date`` (EDTF) and ``main_day`` (its first possible day)."""
    nearness = Case(*(When(role=role, then=Value(n)) for n, role in enumerate(MAIN_DATES)))
    known = RecordDate.objects.filter(record=OuterRef("pk"), role__in=MAIN_DATES)
    first = known.order_by(nearness)
    return queryset.annotate(
        main_date=Subquery(first.values("value")[:1]),
        main_day=Subquery(first.values("earliest")[:1]),
    )


def with_first_words(queryset):
    """Records with ``first_words``: how the text of one without a title begins, else None."""
    texts = Paragraph.objects.filter(document=OuterRef("pk")).order_by("order", "pk")
    beginning = Subquery(texts.values(beginning=Left("text", 2 * FIRST_WORDS))[:1])
    return queryset.annotate(first_words=Case(When(title="", then=beginning)))


class KindFilter(admin.SimpleListFilter):
    """The kinds of the screen's family."""

    title = _("kind")
    parameter_name = "kind"

    def lookups(self, request, model_admin):
        return kinds.choices(getattr(model_admin, "family", None))

    def queryset(self, request, queryset):
        return queryset.filter(kind=self.value()) if self.value() else queryset


class YearFilter(admin.SimpleListFilter):
    """The year of the main date."""

    title = _("year")
    parameter_name = "year"

    def lookups(self, request, model_admin):
        days = RecordDate.objects.filter(role__in=MAIN_DATES).dates("earliest", "year", "DESC")
        return [(str(day.year), str(day.year)) for day in days]

    def queryset(self, request, queryset):
        value = self.value()
        if not value or not value.isdecimal() or len(value) > 4:
            return queryset
        return queryset.filter(main_day__year=int(value))


class RecordColumns:
    """Columns of a list of records."""

    @admin.display(description=_("title"), ordering="title")
    def name_in_list(self, record):
        if record.title:
            return record.title
        words = Truncator(record.first_words or record.uid).chars(FIRST_WORDS)
        return _("(no title) %(words)s") % {"words": words}

    @admin.display(description=_("kind"), ordering="kind")
    def kind_in_words(self, record):
        row = kinds.KINDS.get(record.kind)
        return row.label if row else record.kind

    @admin.display(description=_("working copy"), ordering="state")
    def state_in_words(self, record):
        return record.get_state_display()

    @admin.display(description=_("the public sees"), ordering="last_edition__standing")
    def standing_in_words(self, record):
        edition = record.last_edition
        if edition is None:
            return _("Never published")
        return _("%(standing)s (edition %(n)d)") % {
            "standing": edition.get_standing_display(),
            "n": edition.n,
        }

    @admin.display(description=_("date"), ordering="main_day")
    def date_in_list(self, record):
        return dates.display(record.main_date) if record.main_date else "–"

    @admin.display(description=_("last changed"), ordering="updated_at")
    def changed(self, record):
        return record.updated_at

    @admin.display(description=_("by"), ordering="updated_by")
    def changed_by(self, record):
        return record.updated_by or "–"


@admin.action(description=_("Submit for review"), permissions=["change"])
def submit_selected(screen, request, queryset):
    """Submit each, one by one, and say which could not be."""
    _each(screen, request, queryset, lambda record: publishing.submit(record, by=request.user))


@admin.action(description=_("Publish now"), permissions=["publish"])
def publish_selected(screen, request, queryset):
    """Publish each, one by one, and say which could not be."""
    _each(screen, request, queryset, lambda record: _publish(record, request.user))


def _publish(record, by):
    """Publish as an update where it is public already: several at once are given no class."""
    change = Change.UPDATE if record.last_edition_id else None
    publishing.publish(record, by=by, change=change)


def _each(screen, request, queryset, verb) -> None:
    done = 0
    for record in queryset:
        try:
            verb(record)
        except publishing.Refused as refused:
            said = f"{record}: {' '.join(refused.reasons)}"
            screen.message_user(request, said, messages.WARNING)
        else:
            done += 1
    if done:
        said = ngettext("%(n)d record: done.", "%(n)d records: done.", done) % {"n": done}
        screen.message_user(request, said, messages.SUCCESS)
