"""Every form of the names that editions give, kept so that a query can be looked up among them.

Publishing calls ``put_names`` for what an edition names, and when an authority record changes.
"""

import re
from collections.abc import Iterable
from functools import reduce
from operator import or_

from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, F, Q, TextField, Value
from django.db.models.functions import Cast

from diplomacy.models import AUTHORITY_MODELS, Name, SearchName
from diplomacy.text.normalise import fold_name
from diplomacy.vocabulary import Named

from .analyser import HAN_OR_KANA
from .words import put_words

HEADING, FAMILY_NAME, ADJECTIVE, KEYWORD = "heading", "family", "adjective", "keyword"
USES = (HEADING, *Name.Usage.values, FAMILY_NAME, ADJECTIVE, KEYWORD)
"""What a form may be; of two equal forms of one name the earlier counts."""
MOST_CHARACTERS = 300
NO_WORD = re.compile(r"[\W_]+")
BESIDE_HAN = re.compile(rf"(?<=[{HAN_OR_KANA}]) | (?=[{HAN_OR_KANA}])")
MORE_FORMS = {
    "country": {"demonym": ADJECTIVE, "official": Name.Usage.VARIANT},
    "person": {"family": FAMILY_NAME},
    "topic": {"keywords": KEYWORD},
}
"""By type, further fields that hold forms of the name, one a line, and the use of each."""
MOST_FIELDS = 2
SOUGHT = {type: model for type, model in AUTHORITY_MODELS.items() if type != Named.OFFICE}
"""What an edition can name by a code."""


def key_of(text: str) -> str:
    """``text`` as it is looked up: folded, words parted by one blank, Chinese by none.

    Traditional characters become simplified ones, as everywhere where names are compared.
    """
    words = " ".join(NO_WORD.sub(" ", fold_name(text)).split())
    return BESIDE_HAN.sub("", words)[:MOST_CHARACTERS].strip()


def put_names(named: Iterable[tuple[str, str]]) -> None:
    """Keep the forms of these authority records, given as ``(type, slug)``, as they are now.

    What one is merged into is kept too. Five queries, and one for each step of merging.
    """
    asked = {(type, slug) for type, slug in named if type in SOUGHT}
    rows = _rows(asked)
    while targets := {(row["of_type"], row["into"]) for row in rows if row["into"]} - asked:
        asked |= targets
        rows += _rows(targets)
    if rows:
        _replace(rows)


def _rows(asked: set[tuple[str, str]]) -> list[dict]:
    """The authority records with their heading and further forms: one query."""
    queries = []
    for type, model in SOUGHT.items():
        if slugs := {slug for its, slug in asked if its == type}:
            more = [*MORE_FORMS.get(type, ()), *[""] * MOST_FIELDS][:MOST_FIELDS]
            said = {
                f"more{place}": Cast(F(field) if field else Value(""), TextField())
                for place, field in enumerate(more)
            }
            rows = (
                model.objects.filter(slug__in=slugs)
                .order_by()
                .annotate(
                    of_type=Value(type, CharField()),
                    heading_now=F(model.label_field),
                    into=F("merged_into__slug"),
                    **said,
                )
            )
            queries.append(rows.values("of_type", "pk", "slug", "heading_now", "into", *said))
    return list(queries[0].union(*queries[1:], all=True)) if queries else []


def _replace(rows: list[dict]) -> None:
    """Write the forms of these records that are not there yet, and take out those that went."""
    wanted = {(form.type, form.slug, form.key): form for form in _forms(rows) if form.key}
    slugs = _by_type((row["of_type"], row["slug"]) for row in rows)
    any_of = reduce(or_, (Q(type=type, slug__in=its) for type, its in slugs.items()))
    gone = []
    for old in SearchName.objects.filter(any_of):
        new = wanted.get((old.type, old.slug, old.key))
        if new and (new.form, new.language, new.use) == (old.form, old.language, old.use):
            del wanted[old.type, old.slug, old.key]
        else:
            gone.append(old.pk)
    if gone:
        SearchName.objects.filter(pk__in=gone).delete()
    if wanted:
        SearchName.objects.bulk_create(wanted.values())
        put_words(word for form in wanted.values() for word in form.key.split())


def _forms(rows: list[dict]) -> list[SearchName]:
    """All forms, the most telling use last, so that of equal ones it is the one that stays."""
    found = []
    for row in rows:
        found.append((row["of_type"], row["slug"], row["heading_now"], "en", HEADING))
        for place, use in enumerate(MORE_FORMS.get(row["of_type"], {}).values()):
            for form in row[f"more{place}"].splitlines():
                found.append((row["of_type"], row["slug"], form, "und", use))
    found += _other_names(rows)
    found.sort(key=lambda form: -USES.index(form[-1]))
    return [
        SearchName(
            type=type,
            slug=slug,
            key=key_of(form),
            form=form[:MOST_CHARACTERS],
            language=language,
            use=use,
        )
        for type, slug, form, language, use in found
    ]


def _other_names(rows: list[dict]) -> list[tuple[str, str, str, str, str]]:
    kinds = {
        ContentType.objects.get_for_model(AUTHORITY_MODELS[type]).pk: type
        for type in {row["of_type"] for row in rows}
    }
    slugs = {(row["of_type"], row["pk"]): row["slug"] for row in rows}
    keys = _by_type(slugs)
    any_of = reduce(
        or_, (Q(content_type=kind, object_id__in=keys[type]) for kind, type in kinds.items())
    )
    names = Name.objects.filter(any_of).values_list(
        "content_type", "object_id", "form", "language", "usage"
    )
    return [
        (kinds[kind], slugs[kinds[kind], key], form, language, usage)
        for kind, key, form, language, usage in names
    ]


def _by_type(pairs: Iterable[tuple]) -> dict[str, set]:
    found: dict[str, set] = {}
    for type, value in pairs:
        found.setdefault(type, set()).add(value)
    return found
