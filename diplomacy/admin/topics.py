"""Screen of topics, shown as the tree they are."""

from django import forms
from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from diplomacy.models import Topic

from .authority_base import AuthorityAdmin


def tree() -> list[tuple[int, int]]:
    """``(id, depth)`` of every topic, each below its broader one. One query.

    Topics that form a ring, which nothing writes, stand at the end with depth 0.
    """
    rows = Topic.objects.order_by("label", "pk").values_list("pk", "parent_id")
    children: dict[int | None, list[int]] = {}
    for pk, parent in rows:
        children.setdefault(parent, []).append(pk)
    placed: dict[int, int] = {}
    stack = [(pk, 0) for pk in reversed(children.get(None, []))]
    while stack:
        pk, depth = stack.pop()
        placed[pk] = depth
        stack += [(child, depth + 1) for child in reversed(children.get(pk, []))]
    ring = [pk for level in children.values() for pk in level if pk not in placed]
    return [*placed.items(), *((pk, 0) for pk in ring)]


class TreeList(ChangeList):
    """A page of topics in the order of the tree, each with its ``depth``."""

    def get_results(self, request):
        super().get_results(request)
        found = set(self.queryset.values_list("pk", flat=True))
        rows = [row for row in tree() if row[0] in found]
        if not self.show_all:
            start = (self.page_num - 1) * self.list_per_page
            rows = rows[start : start + self.list_per_page]
        topics = self.queryset.in_bulk([pk for pk, _depth in rows])
        for pk, depth in rows:
            topics[pk].depth = depth
        self.result_list = [topics[pk] for pk, _depth in rows]


class TopicForm(forms.ModelForm):
    """A topic, and how its words are read."""

    class Meta:
        help_texts = {
            "keywords": _(
                "One word or phrase a line, in any language. A word that ends in * may go on: "
                "agricultur* also finds agriculture and agricultural. Used to suggest the topic."
            )
        }


@admin.register(Topic)
class TopicAdmin(AuthorityAdmin):
    """Subject headings."""

    form = TopicForm
    fields = ("label", "slug", "parent", "keywords", "note")
    list_display = ("indented", "slug", "merged")
    list_per_page = 200
    sortable_by = ()
    search_fields = ("label", *AuthorityAdmin.search_fields)
    autocomplete_fields = ("parent",)

    def get_changelist(self, request, **kwargs):
        return TreeList

    @admin.display(description=_("topic"))
    def indented(self, topic):
        """The label, set in by its depth in the tree."""
        depth = min(getattr(topic, "depth", 0), 5)
        return format_html('<span class="depth-{}">{}</span>', depth, topic.label)
