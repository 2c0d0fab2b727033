"""Which fields an authority line may have, and what each may hold."""

from diplomacy.models import AUTHORITY_MODELS, Name, Tenure

from . import checks
from .checks import items, length, object_of, one_of, rows, slug, text
from .reading import LineError

AUTHORITY_NAMES = rows(
    {
        "form": length(Name, "form"),
        "language": length(Name, "language"),
        "usage": one_of(Name.Usage.values),
        "note": length(Name, "note"),
    },
    needs=["form"],
)
TENURES = rows(
    {
        "office": slug,
        "start": checks.empty_or_date,
        "end": checks.empty_or_date,
        "note": length(Tenure, "note"),
    },
    needs=["office"],
)


def check_authority(line: dict) -> list[str]:
    """Refuse an authority line with LineError; returns the names of fields that are not known."""
    model = AUTHORITY_MODELS[line["type"]]
    fields = authority_fields(model)
    problems = list(object_of(fields, needs=["slug", model.label_field])(line, ""))
    if problems:
        raise LineError(*problems)
    return sorted(set(line) - set(fields))


AUTHORITY_FIELDS = {
    "country": ["iso3", "official", "demonym"],
    "topic": ["parent", "keywords"],
    "initiative": ["launched"],
    "place": ["kind", "country"],
    "organisation": ["kind", "country"],
    "outlet": ["kind", "country", "organisation", "web_hosts"],
    "office": ["organisation"],
    "person": ["family", "given", "country", "tenures"],
    "series": ["level", "parties", "numbering"],
}
"""What each model's ``public_fields`` gives; a test holds the two together."""


def authority_fields(model) -> dict[str, checks.Check]:
    """The fields of an authority line: those of the model's ``public_form``."""
    special = {"names": AUTHORITY_NAMES, "tenures": TENURES, "slug": slug, "type": text(15)}
    names = ["type", "slug", model.label_field, *AUTHORITY_FIELDS[model.type]]
    names += ["names", "note", "merged_into"]
    return {name: special.get(name) or _field_check(model, name) for name in names}


def _field_check(model, name: str) -> checks.Check:
    field = model._meta.get_field(name)
    if field.many_to_many:
        return items(slug)
    if field.is_relation:
        return slug
    if name in ("keywords", "web_hosts"):
        return items(text(300))
    return text(field.max_length)
