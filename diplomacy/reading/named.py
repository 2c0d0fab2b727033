"""Which authority records are public: those that a listed edition names, and no others.

Mentions exist for what is listed now alone, so that whoever is mentioned is public.
"""

from django.db.models import Count
from django.db.models.expressions import RawSQL

from diplomacy.models import AuthorityRecord, Mention, PublicRecord

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


def records_naming(subject: AuthorityRecord):
    """The listed records that name it under any of its slugs."""
    return PublicRecord.objects.listed().mentioning(subject.type, subject.all_slugs())


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
