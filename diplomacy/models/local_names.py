"""The names of authority records in a reader's language, as far as the archive knows them."""

from collections import defaultdict
from collections.abc import Iterable
from functools import reduce
from operator import or_

from django.db.models import Q

from .naming import AuthorityRecord, Name

READS = {"zh-hans": ("zh-hans", "zh"), "ur": ("ur",)}
"""The languages of names that a reader of each language is shown, best first.

English has none: the archive's own names are English.
"""
RANKS = {Name.Usage.HEADING: 0, Name.Usage.VARIANT: 1}
"""The uses of names that may stand for the archive's own, best first."""


def local_forms(keys: Iterable[tuple[str, int]], language: str) -> dict[tuple[str, int], str]:
    """The name of each authority record, by its type and primary key, for readers of a language.

    The one marked as heading, else the first that is neither wrong, short nor disputed; what has
    none is left out. One query for all, and none for English.
    """
    wanted = defaultdict(set)
    for type, pk in keys if language in READS else ():
        wanted[type].add(pk)
    if not wanted:
        return {}
    models = {model: type for type, model in _model_names().items()}
    rows = Name.objects.filter(
        reduce(or_, (_of(type, pks) for type, pks in wanted.items())),
        content_type__app_label="diplomacy",
        language__in=READS[language],
        usage__in=RANKS,
    ).values_list("content_type__model", "object_id", "form", "usage", "language", "pk")
    found = {}
    for model, pk, form, usage, its, order in rows:
        rank = (RANKS[usage], READS[language].index(its), order)
        key = models[model], pk
        found[key] = min(found.get(key, (rank, form)), (rank, form))
    return {key: form for key, (_rank, form) in found.items()}


def _of(type: str, pks: set[int]) -> Q:
    return Q(content_type__model=_model_names()[type], object_id__in=pks)


def _model_names() -> dict[str, str]:
    return {model.type: model._meta.model_name for model in AuthorityRecord.__subclasses__()}
