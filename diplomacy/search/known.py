"""Names looked up among those of public authority records, whatever form they are given in.

Public is what a listed record names now: mentions exist for what is listed alone.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q

from diplomacy.models import Mention, SearchName

from .names import HEADING, KEYWORD
from .subjects import Subjects

MOST_KEYS = 800
"""So many keys are looked up at most."""
MOST_ALIKE = 5
"""A part of a name stands for it where so many names at most have it."""


@dataclass(frozen=True)
class Form:
    """One form of a public name. ``slug`` is that of what stands for it now."""

    type: str
    slug: str
    key: str
    form: str
    language: str
    use: str


def forms_with(keys: Iterable[str], slugs: Iterable[str], subjects: Subjects) -> list[Form]:
    """Public names with one of these keys or codes: one query, and one for what is merged."""
    some_keys, some_slugs = sorted(set(keys))[:MOST_KEYS], sorted(set(slugs))[:MOST_KEYS]
    if not some_keys and not some_slugs:
        return []
    has_code = Q(slug__in=some_slugs, use=HEADING)
    return _public(
        Q(key__in=some_keys) | has_code if some_slugs else Q(key__in=some_keys), subjects
    )


def forms_of(named: set[tuple[str, str]], subjects: Subjects) -> list[Form]:
    """Every form of these public names, given as ``(type, slug)``, those merged into them too."""
    condition = Q()
    for type, slug in sorted(named):
        condition |= Q(type=type, slug__in=subjects.all_slugs(type, [slug]))
    return _public(condition, subjects) if named else []


def forms_holding(key: str, types: Iterable[str], subjects: Subjects) -> list[Form]:
    """Public names whose words hold those of ``key`` in a row, where they are only a few."""
    rows = SearchName.objects.filter(type__in=types, key__contains=key).exclude(use=KEYWORD)
    named = rows.filter(_is_named()).order_by().values("type", "slug").distinct()
    if not key or len(named[: MOST_ALIKE + 1]) > MOST_ALIKE:
        return []
    found = _public(Q(type__in=types, key__contains=key) & ~Q(use=KEYWORD), subjects)
    return [form for form in found if f" {key} " in f" {form.key} " or not key.isascii()]


def _public(condition: Q, subjects: Subjects) -> list[Form]:
    rows = SearchName.objects.filter(condition).annotate(is_named=_is_named()).order_by("pk")
    named = [
        Form(
            row.type,
            subjects.standing(row.type, row.slug),
            row.key,
            row.form,
            row.language,
            row.use,
        )
        for row in rows
        if row.is_named or _stands_for_named(row, subjects)
    ]
    return list(dict.fromkeys(named))


def _is_named() -> Exists:
    return Exists(Mention.objects.filter(type=OuterRef("type"), slug=OuterRef("slug")))


def _stands_for_named(row: SearchName, subjects: Subjects) -> bool:
    """Whether something that was merged into it is named, though it is not itself."""
    merged = subjects.all_slugs(row.type, [row.slug]) - {row.slug}
    if not merged or subjects.standing(row.type, row.slug) != row.slug:
        return False
    return Mention.objects.filter(type=row.type, slug__in=merged).exists()
