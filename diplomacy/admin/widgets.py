"""Form widgets that keep the number of queries constant."""

from django.contrib.admin.widgets import AutocompleteSelect


class KnownAutocomplete(AutocompleteSelect):
    """An autocomplete that asks the database nothing when its row has loaded the choice.

    ``known`` is the chosen object; without it, or when another is chosen, Django's own way.
    """

    known = None

    def optgroups(self, name, value, attrs=None):
        if self.known is None or list(map(str, value)) != [str(self.known.pk)]:
            return super().optgroups(name, value, attrs)
        empty = [] if self.is_required else [self.create_option(name, "", "", False, 0)]
        label = self.choices.field.label_from_instance(self.known)
        chosen = self.create_option(name, self.known.pk, label, {str(self.known.pk)}, len(empty))
        return [(None, [*empty, chosen], 0)]


def remember_choices(form) -> None:
    """Hand every related object that ``form.instance`` has loaded to its autocomplete."""
    for name, field in form.fields.items():
        widget = getattr(field.widget, "widget", field.widget)
        if isinstance(widget, KnownAutocomplete):
            relation = form.instance._meta.get_field(name)
            if relation.is_cached(form.instance):
                widget.known = relation.get_cached_value(form.instance)
