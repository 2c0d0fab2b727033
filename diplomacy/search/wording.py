"""A search in words, for those who are told of it without its form: a letter, a page about it."""

from typing import NamedTuple

from django.utils.translation import get_language, gettext_lazy, pgettext, pgettext_lazy
from django.utils.translation import gettext as _

from diplomacy.models import Mention
from diplomacy.text.normalise import NO_TEXT
from diplomacy.vocabulary import Named

from .facets import KNOWN
from .params import FAMILY, MULTIPLE, NAMES, SearchParams
from .selection import BY_MENTION
from .subjects import labels

LABELS = {
    "q": gettext_lazy("Words"),
    "kind": gettext_lazy("Kind"),
    "authority": gettext_lazy("Whose words"),
    "held": gettext_lazy("What is held"),
    "series": gettext_lazy("Series"),
    "topic": gettext_lazy("Topic"),
    "country": gettext_lazy("Country"),
    "person": gettext_lazy("Person"),
    "organisation": gettext_lazy("Organisation"),
    "initiative": gettext_lazy("Initiative"),
    "outlet": gettext_lazy("Outlet"),
    "side": gettext_lazy("Side"),
    "language": gettext_lazy("Language"),
    "date_from": pgettext_lazy("a date", "From"),
    "date_to": pgettext_lazy("a date", "Until"),
    "exact": gettext_lazy("Exactly these words"),
}
BY_NAME = BY_MENTION | {"side": Named.COUNTRY}
"""Parameters whose values are codes of authority records, and the type of record each means."""


class Condition(NamedTuple):
    """One condition of a search: what it is about, and its value in words."""

    what: str
    value: str

    def __str__(self):
        return f"{self.what}{pgettext('between remarks', ': ')}{self.value}"


def conditions(params: SearchParams) -> list[Condition]:
    """The conditions of a search, in words of the language that is active.

    A name that no listed record names stays the code it was asked by. At most two queries, and
    one more where the language is not English.
    """
    asked = {(name, slug) for name in BY_NAME for slug in getattr(params, name)}
    words = closed_words() | public_names(asked, BY_NAME, get_language())
    rows = [("q", NO_TEXT.sub(" ", params.q))] if params.q else []
    rows += [
        (name, str(words.get((name, value), value)))
        for name in MULTIPLE
        for value in getattr(params, name)
    ]
    days = [(name, getattr(params, name)) for name in ("date_from", "date_to")]
    rows += [(name, day.isoformat()) for name, day in days if day]
    rows += [(name, _("yes")) for name in NAMES if getattr(params, name) is True]
    return [Condition(str(LABELS[name]), value) for name, value in rows]


def in_one_line(found: list[Condition]) -> str:
    """All conditions in a line, such as the subject of a letter."""
    return " · ".join(" ".join(str(row).split()) for row in found) or _("All records")


def closed_words() -> dict[tuple[str, str], object]:
    """Labels of the closed lists, by parameter and value."""
    kinds_and_families = KNOWN["family"] | KNOWN["kind"]
    words = {
        (name, code): label
        for name, known in (KNOWN | {"kind": kinds_and_families}).items()
        for code, label in known.items()
    }
    return words | {("kind", f"{FAMILY}{code}"): label for code, label in KNOWN["family"].items()}


def public_names(
    asked: set[tuple[str, str]], types: dict[str, str], language: str
) -> dict[tuple[str, str], str]:
    """Names of the authority records asked for that listed records name; the others stay codes.

    ``asked`` and the result go by parameter and slug, ``types`` says which type each parameter
    means. At most two queries, and one more where ``language`` is not English.
    """
    if not asked:
        return {}
    named = Mention.objects.filter(
        type__in={types[name] for name, _slug in asked}, slug__in={slug for _name, slug in asked}
    )
    by_type: dict[str, set[str]] = {}
    for type, slug in named.values_list("type", "slug").distinct():
        by_type.setdefault(type, set()).add(slug)
    found = labels(by_type, language) if by_type else {}
    return {
        (name, slug): found[types[name], slug]
        for name, slug in asked
        if (types[name], slug) in found
    }
