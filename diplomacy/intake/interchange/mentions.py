"""The dated mentions of a commitment."""

from diplomacy.models import Commitment, CommitmentMention, Dialogue, Document

from .columns import as_child
from .rows import Context, bounds, replace


def write_mentions(record: Commitment, content: dict, context: Context) -> None:
    """Replace the mentions of `record` with those of `content`."""
    entries = content.get("mentions") or []
    rows = [_mention(record, order, entry, context) for order, entry in enumerate(entries)]
    replace(record.mentions, rows, context)


def _mention(record: Commitment, order: int, entry: dict, context: Context) -> CommitmentMention:
    value = entry["date"]["value"]
    return CommitmentMention(
        commitment=record,
        order=order,
        date=value,
        **bounds(value),
        type=entry["type"],
        label=entry.get("label") or "",
        text=entry.get("text") or "",
        dialogue=_evidence(Dialogue, entry.get("dialogue"), context),
        document=_evidence(Document, entry.get("document"), context),
        urls="\n".join(entry.get("urls") or []),
    )


def _evidence(model, reference: str | None, context: Context):
    return as_child(model, context.find(reference)) if reference else None
