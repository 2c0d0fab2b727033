"""The archive's authority records as plain rows for recognition, in a fixed number of queries."""

from diplomacy.models import (
    Country,
    DialogueSeries,
    Initiative,
    Organisation,
    Outlet,
    Person,
    Place,
    Topic,
)

from .known import Form, Gazetteer, Known


def load() -> Gazetteer:
    """Everything known by name; what was merged lends its names to what it was merged into."""
    return Gazetteer(
        people=_rows(Person, "country"),
        countries=_rows(Country),
        topics=_rows(Topic),
        initiatives=_rows(Initiative),
        places=_rows(Place, "country"),
        organisations=_rows(Organisation, "country"),
        outlets=_rows(Outlet, "country"),
        series=_rows(DialogueSeries, prefetch=("parties",)),
    )


def _rows(model, *related: str, prefetch: tuple[str, ...] = ()) -> tuple[Known, ...]:
    records = model.objects.select_related(*related).prefetch_related("names", *prefetch)
    by_pk = {record.pk: record for record in records.order_by("pk")}
    forms: dict[int, list[Form]] = {}
    for record in by_pk.values():
        own = [Form(*form) for form in record.known_forms()]
        forms.setdefault(_standing(record, by_pk), []).extend(own)
    return tuple(_known(by_pk[pk], forms[pk]) for pk in sorted(forms) if pk in by_pk)


def _standing(record, by_pk: dict) -> int:
    """The record that this one was merged into in the end; itself if it was not."""
    seen = {record.pk}
    while record.merged_into_id and record.merged_into_id not in seen:
        seen.add(record.merged_into_id)
        record = by_pk[record.merged_into_id]
    return record.pk


def _known(record, forms: list[Form]) -> Known:
    country = getattr(record, "country", None)
    is_series = isinstance(record, DialogueSeries)
    return Known(
        type=record.type,
        slug=record.slug,
        name=record.heading,
        forms=tuple(forms),
        country=country.slug if country else "",
        family=getattr(record, "family", ""),
        given=getattr(record, "given", ""),
        kind=getattr(record, "kind", ""),
        keywords=tuple(_lines(getattr(record, "keywords", ""))),
        parties=tuple(party.slug for party in record.parties.all()) if is_series else (),
        level=getattr(record, "level", ""),
        hosts=tuple(_lines(getattr(record, "web_hosts", ""))),
    )


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]
