"""Which authority records are public, and what stands for each now.

Public is what a listed edition names, and nothing else. Mentions exist for what is listed now
alone, so that whoever is mentioned is public.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import reduce
from itertools import chain
from operator import or_

from django.db.models import Case, Count, F, Q, Value, When
from django.db.models.expressions import RawSQL

from diplomacy.models import AUTHORITY_MODELS, AuthorityRecord, Mention
from diplomacy.models.local_names import READS, local_forms

NAMED_NOW = """
    WITH RECURSIVE named (id, merged_into_id) AS (
        SELECT id, merged_into_id FROM {authorities}
        WHERE slug IN (SELECT slug FROM {mentions} WHERE type = %s)
        UNION
        SELECT next.id, next.merged_into_id FROM {authorities} AS next
        JOIN named ON next.id = named.merged_into_id
    )
    SELECT id FROM named WHERE merged_into_id IS NULL
"""
"""What mentions name, followed through every merge to what stands for it now."""


def public(model: type[AuthorityRecord]):
    """Queryset of the standing authority records that the public may see."""
    sql = NAMED_NOW.format(authorities=model._meta.db_table, mentions=Mention._meta.db_table)
    return model.objects.filter(pk__in=RawSQL(sql, [model.type]))  # noqa: S611 - of our own


def current_authorities(type: str, slugs: Iterable[str]) -> dict[str, AuthorityRecord]:
    """Authority records of one type by slug, each followed to what it is merged into.

    One query, and one more for each step of the longest chain of merges.
    """
    rows = AUTHORITY_MODELS[type].objects.filter(slug__in=slugs)
    return _followed({row.slug: row for row in rows})


def localised(subjects: Iterable[AuthorityRecord | None], language: str) -> list[AuthorityRecord]:
    """``subjects``, of any types, each with its name in ``language`` where that is known.

    One query for all of them; none where ``language`` is English.
    """
    found = [subject for subject in subjects if subject]
    forms = local_forms(((subject.type, subject.pk) for subject in found), language)
    for subject in found:
        subject.local_name = forms.get((subject.type, subject.pk), "")
    return found


def local_labels(
    printed: Iterable[tuple[str, str, str]], language: str
) -> dict[tuple[str, str], str]:
    """By type and slug, the name in ``language`` of each ``(type, slug, name)`` of an edition.

    Only where it is known, and the edition's name is the archive's own: what a page printed
    otherwise stays as it was printed. One query a type and one more; none for English.
    """
    if language not in READS:
        return {}
    wanted = defaultdict(dict)
    for type, slug, name in printed:
        wanted[type][slug] = name
    subjects = [
        subject
        for type, names in wanted.items()
        for subject in AUTHORITY_MODELS[type].objects.filter(slug__in=names)
        if subject.heading == names[subject.slug]
    ]
    rows = localised(subjects, language)
    return {(row.type, row.slug): row.local_name for row in rows if row.local_name}


def standing(subjects: Iterable[AuthorityRecord | None]) -> dict[int, AuthorityRecord]:
    """What stands now for each of ``subjects`` (all of one type), by the key of each.

    What is not public is left out. One query, and one more for each step of the longest chain
    of merges among them.
    """
    found = _followed({subject.pk: subject for subject in subjects if subject})
    if not found:
        return {}
    rows = public(type(next(iter(found.values()))))
    shown = set(rows.filter(pk__in={row.pk for row in found.values()}).values_list("pk", flat=True))
    return {pk: row for pk, row in found.items() if row.pk in shown}


def standing_slug(type: str, column: str):
    """An expression: the slug of what stands now for the one in ``column``, of one type.

    Making it takes one query, and one more for each step of the longest chain of merges.
    """
    merged = AUTHORITY_MODELS[type].objects.exclude(merged_into=None)
    standing = current_authorities(type, merged.values("slug"))
    whens = [
        When(**{column: slug}, then=Value(row.slug))
        for slug, row in standing.items()
        if row.slug != slug
    ]
    return Case(*whens, default=F(column)) if whens else F(column)


def references(subjects: Sequence[AuthorityRecord]) -> list[dict[str, list[AuthorityRecord]]]:
    """For each of ``subjects`` (all of one type) the public authority records it refers to.

    By the field that refers, such as ``country`` or ``parties``. As many queries as ``standing``
    makes for each of these fields, where ``subjects`` were fetched with what they hold.
    """
    found = [{} for _ in subjects]
    for field in _referring_fields(type(subjects[0])) if subjects else ():
        referred = [_held(subject, field) for subject in subjects]
        shown = standing(chain.from_iterable(referred))
        for row, held in zip(found, referred, strict=True):
            row[field.name] = list(dict.fromkeys(shown[one.pk] for one in held if one.pk in shown))
    return found


def _referring_fields(model: type[AuthorityRecord]) -> list:
    fields = [*model._meta.fields, *model._meta.many_to_many]
    known = AUTHORITY_MODELS.values()
    return [row for row in fields if row.related_model in known and row.name != "merged_into"]


def _held(subject: AuthorityRecord, field) -> list[AuthorityRecord]:
    value = getattr(subject, field.name)
    if field.many_to_many:
        return list(value.all())
    return [value] if value else []


def _followed(found: dict) -> dict:
    """The same with every record in the place of one that was merged into it."""
    while targets := {row.merged_into_id for row in found.values() if row.merged_into_id}:
        rows = type(next(iter(found.values()))).objects.in_bulk(targets)
        found = {key: rows.get(row.merged_into_id, row) for key, row in found.items()}
    return found


def unmentioned(names: Iterable[tuple[str, str]]) -> dict[str, set[str]]:
    """Of ``(type, slug)`` those that no listed record names by that very slug, by type.

    One query.
    """
    asked = defaultdict(set)
    for type, slug in names:
        asked[type].add(slug)
    if not asked:
        return {}
    any_of = reduce(or_, (Q(type=type, slug__in=slugs) for type, slugs in asked.items()))
    for type, slug in Mention.objects.filter(any_of).values_list("type", "slug").distinct():
        asked[type].discard(slug)
    return {type: slugs for type, slugs in asked.items() if slugs}


def counts(subjects: list[AuthorityRecord]) -> dict[int, int]:
    """How many listed records name each of ``subjects`` (all of one type), by primary key."""
    if not subjects:
        return {}
    slugs = owners(subjects)
    rows = Mention.objects.filter(type=subjects[0].type, slug__in=slugs).values("slug")
    totals = dict.fromkeys((subject.pk for subject in subjects), 0)
    for row in rows.annotate(total=Count("record", distinct=True)):
        totals[slugs[row["slug"]]] += row["total"]
    return totals


def owners(subjects: list[AuthorityRecord]) -> dict[str, int]:
    """Every slug of ``subjects`` and of what was merged into them: whose it is now."""
    found = {subject.slug: subject.pk for subject in subjects}
    level = {subject.pk: subject.pk for subject in subjects}
    while level:
        merged = type(subjects[0]).objects.filter(merged_into__in=level)
        rows = merged.values_list("pk", "slug", "merged_into")
        found |= {slug: level[into] for _, slug, into in rows}
        level = {pk: level[into] for pk, _, into in rows}
    return found
