"""Which authority records are public: those that a listed edition names, and no others.

Mentions exist for what is listed now alone, so that whoever is mentioned is public.
"""

from django.db.models import Count, Q

from diplomacy.models import AuthorityRecord, Mention, PublicRecord

MERGES_DEEP = 3
"""How many merges one after another are followed down from what editions name."""


def public(model: type[AuthorityRecord]):
    """Queryset of the standing authority records that the public may see."""
    level = model.objects.filter(slug__in=Mention.objects.filter(type=model.type).values("slug"))
    found = Q(pk__in=level.values("pk"))
    for _ in range(MERGES_DEEP):
        merged = level.filter(merged_into__isnull=False).values("merged_into")
        level = model.objects.filter(pk__in=merged)
        found |= Q(pk__in=level.values("pk"))
    return model.objects.standing().filter(found)


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
