"""The texts about a meeting: by authority, and side by side."""

from itertools import groupby

from django.db.models import F

from diplomacy.models import PublicRecord
from diplomacy.reading.named import current_authorities
from diplomacy.vocabulary import Held
from diplomacy.vocabulary import Named as Type

from .names import Named, called_now, named_now

PASSAGE = 600
"""Characters: how much of a text stands beside others."""
MOST_BESIDE = 6
TOLD = {
    "summary": F("edition__content__summary"),
    "first": F("edition__content__paragraphs__0__text"),
    "sources": F("edition__content__sources"),
}
"""What the page of a meeting tells of a text beside its columns; never more of it than is shown."""


def told(documents: list[PublicRecord]) -> list[dict]:
    """``{record, side, outlets, passage, is_ours}`` for each, in their order. Three queries.

    ``passage`` is the beginning of what may be shown: of the text, or else of the archive's
    description; ``is_ours`` says that its words are the archive's.
    """
    rows = PublicRecord.objects.filter(pk__in=[row.pk for row in documents]).annotate(**TOLD)
    more = {row.pk: row for row in rows}
    sides = called_now(Type.COUNTRY, {row.side for row in documents} - {""})
    printed = [_outlets(more[row.pk].sources or []) for row in documents]
    outlets = current_authorities(Type.OUTLET, {slug for names in printed for slug in names})
    return [
        _told(more[row.pk], sides.get(row.side))
        | {"outlets": [_named(slug, name, outlets) for slug, name in names.items()]}
        for row, names in zip(documents, printed, strict=True)
    ]


def _told(row: PublicRecord, side) -> dict:
    return {
        "record": row,
        "side": named_now(side) if side else None,
        "passage": beginning(row.first or row.summary or ""),
        "is_ours": not row.first or row.held == Held.PARAPHRASE,
    }


def _outlets(sources: list[dict]) -> dict[str, str]:
    """Names as printed of the outlets that carried a text, by slug."""
    return {row["outlet"]["slug"]: row["outlet"]["name"] for row in sources if row["outlet"]}


def _named(slug: str, printed: str, outlets: dict) -> Named:
    outlet = outlets.get(slug)
    return Named(printed, outlet.get_absolute_url()) if outlet else Named(printed)


def beginning(text: str, length: int = PASSAGE) -> str:
    """The beginning of a text in one line, cut between words where it has blanks."""
    text = " ".join(text.split())
    if len(text) <= length:
        return text
    cut = text[:length]
    return (cut.rpartition(" ")[0] if " " in cut else cut) + "…"


def by_authority(texts: list[dict]) -> list[dict]:
    """``{authority, texts}``: texts that stand in order of nearness, in groups."""
    groups = groupby(texts, key=lambda text: text["record"].authority)
    return [{"authority": authority, "texts": list(rows)} for authority, rows in groups]


def beside(texts: list[dict]) -> list[dict]:
    """One text of each voice (an authority, for a side), the nearest first, for reading across.

    Of a voice the first of which some passage is shown, or else the first that is described.
    Nothing where there are not two voices to compare.
    """
    voices = {}
    for text in sorted(texts, key=lambda text: not text["record"].first):
        if text["passage"]:
            voices.setdefault((text["record"].authority, text["record"].side), text)
    chosen = [text for text in texts if text in voices.values()]
    return chosen[:MOST_BESIDE] if len(chosen) > 1 else []
