"""Authority records as searches meet them: merged ones found under either code, and labels."""

from functools import cached_property

from django.db.models import Case, CharField, F, Value, When

from diplomacy.models import AUTHORITY_MODELS, local_forms


class Subjects:
    """What authority records are merged into which. One query, when first asked."""

    @cached_property
    def _standing(self) -> dict[tuple[str, str], str]:
        """``(type, slug)`` of a merged record to the slug of the one that stands for it."""
        rows = _of_all_types(
            lambda model: model.objects.exclude(merged_into=None), "merged_into__slug"
        )
        next_slugs = {(type, slug): into for type, slug, into in rows}
        return {key: _end_of(next_slugs, *key) for key in next_slugs}

    def standing(self, type: str | None, slug: str) -> str:
        """The slug of the record that stands for ``slug`` (itself, where it is not merged)."""
        return self._standing.get((type, slug), slug)

    def standing_slug(self):
        """An expression for mentions: the slug of what stands for the one that is named."""
        merged = [
            When(type=type, slug=slug, then=Value(into))
            for (type, slug), into in self._standing.items()
        ]
        return Case(*merged, default=F("slug")) if merged else F("slug")

    def all_slugs(self, type: str, slugs) -> set[str]:
        """All the slugs that mean the same records as ``slugs``."""
        wanted = {self.standing(type, slug) for slug in slugs}
        merged = {
            slug for (its, slug), into in self._standing.items() if its == type and into in wanted
        }
        return wanted | merged


def labels(slugs: dict[str, set[str]], language: str = "en") -> dict[tuple[str, str], str]:
    """The names of authority records, by type and slug, in ``language`` where that is known.

    ``slugs`` are given by type. One query; one more where ``language`` is not English.
    """
    rows = list(
        _of_all_types(
            lambda model: model.objects.filter(slug__in=slugs.get(model.type, ())), None, "pk"
        )
    )
    local = local_forms(((type, pk) for type, _slug, _label, pk in rows), language)
    return {(type, slug): local.get((type, pk), label) for type, slug, label, pk in rows}


def _of_all_types(select, column: str | None, *more: str):
    """Rows of ``(type, slug, column, *more)`` from all types; the label where no column is."""
    queries = [
        select(model)
        .order_by()
        .annotate(of_type=Value(type, CharField()), said=F(column or model.label_field))
        .values_list("of_type", "slug", "said", *more)
        for type, model in AUTHORITY_MODELS.items()
    ]
    return queries[0].union(*queries[1:], all=True)


def _end_of(next_slugs: dict, type: str, slug: str) -> str:
    """The end of a chain of pointers; a ring of them, which nothing should make, ends too."""
    seen = set()
    while (type, slug) in next_slugs and slug not in seen:
        seen.add(slug)
        slug = next_slugs[type, slug]
    return slug
