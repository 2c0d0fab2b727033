"""The columns of a record and of its child, from content."""

from django.utils.text import slugify

from diplomacy.models import Commitment, Dialogue, Document, Record, SlugHistory, Work
from diplomacy.models.records import slug_is_taken
from diplomacy.vocabulary import (
    Display,
    Held,
    MeetingMode,
    MeetingStatus,
    TitleOrigin,
    WorkStanding,
)

from .reading import LineError
from .rows import Context

MODELS = {"dialogue": Dialogue, "document": Document, "commitment": Commitment}


def set_columns(record: Record, content: dict, context: Context) -> None:
    """Set every column of `record` that content holds; refuses what may not be saved."""
    _set_common(record, content, context)
    SETTERS[record.type](record, content, context)
    _check(record)


def _set_common(record: Record, content: dict, context: Context) -> None:
    record.kind = content["kind"]
    record.title = content["title"]
    record.title_origin = content.get("title_origin") or TitleOrigin.SOURCE
    record.summary = content.get("summary") or ""
    record.language = content["language"]
    record.note_public = content.get("note") or ""
    record.updated_by = context.by
    _set_slug(record, content.get("slug") or "", context)


def _set_slug(record: Record, wanted: str, context: Context) -> None:
    if not wanted:
        record.slug = record.slug or _free_slug(record)
    elif wanted != record.slug:
        if slug_is_taken(wanted, besides=record):
            raise LineError(f"slug “{wanted}” belongs, or belonged, to another record")
        if record.slug and record.last_edition_id:
            SlugHistory.objects.get_or_create(slug=record.slug, defaults={"record": record})
        record.slug = wanted


def _free_slug(record: Record) -> str:
    """An address made from the title; from kind and uid where the title has no Latin letters."""
    wanted = slugify(record.title)[:100].strip("-")
    if not wanted or slug_is_taken(wanted, besides=record):
        wanted = f"{wanted or record.kind.replace('_', '-')}-{record.uid}"
    return wanted


def _set_document(record: Document, content: dict, context: Context) -> None:
    find = context.directory.find
    record.authority = content.get("authority") or ""
    record.held, record.display = content["held"], content["display"]
    record.side = _one("country", content.get("side"), context)
    record.byline = content.get("byline") or ""
    record.agency = content.get("agency") or ""
    record.dateline = content.get("dateline") or ""
    record.place = find("place", content.get("place"))
    record.meeting = _meeting(content, context)
    record.work, record.standing = _work(record, content.get("work"))


def _one(type: str, entry, context: Context):
    """What a single field names: a code or bare words, or an object."""
    is_bare = isinstance(entry, str)
    return (context.directory.coded if is_bare else context.directory.find)(type, entry)


def _meeting(content: dict, context: Context) -> Dialogue | None:
    """The meeting a document is about: by reference, or by series and round."""
    if content.get("dialogue"):
        return as_child(Dialogue, context.find(content["dialogue"]))
    if not content.get("series"):
        return None
    series = context.directory.find("series", content["series"])
    if not content.get("ordinal"):
        context.warnings.append("a document belongs to a round: series without ordinal left out")
        return None
    rounds = Dialogue.objects.filter(series=series, ordinal=content["ordinal"])
    meeting = rounds.order_by("-status", "pk").first()
    if meeting is None:
        context.find(f"{series.slug} {content['ordinal']}")
    return meeting


def as_child(model, record: Record | None):
    """`record` as the child it must be; refuses another."""
    if record is None:
        return None
    if MODELS[record.type] is not model:
        raise LineError(f"{record.uid} is not a {model._meta.model_name}")
    return record.cast()


def _work(record: Document, entry: dict | None) -> tuple[Work | None, str]:
    if not entry or not entry.get("code"):
        return None, ""
    work, _ = Work.objects.get_or_create(code=entry["code"], defaults={"title": record.title})
    return work, entry.get("standing") or ""


def _set_dialogue(record: Dialogue, content: dict, context: Context) -> None:
    find = context.directory.find
    record.series = find("series", content.get("series"))
    record.ordinal = content.get("ordinal")
    record.status = content.get("status") or MeetingStatus.HELD
    record.mode = content.get("mode") or MeetingMode.IN_PERSON
    record.place = find("place", content.get("place"))
    record.host = _one("country", content.get("host"), context)
    record.agenda = "\n".join(content.get("agenda") or [])
    record.outcomes = "\n".join(content.get("outcomes") or [])
    for name in ("ordinal_printed", "venue", "theme", "invitation"):
        setattr(record, name, content.get(name) or "")


def _set_commitment(record: Commitment, content: dict, context: Context) -> None:
    record.side = _one("country", content.get("side"), context)
    record.topic = _one("topic", content.get("topic"), context)
    record.parties = content.get("parties") or ""


SETTERS = {"document": _set_document, "dialogue": _set_dialogue, "commitment": _set_commitment}


def _check(record: Record) -> None:
    """Refuse what the database would refuse, in plain words."""
    if record.type == "document":
        if record.held == Held.NOT_HELD and record.display != Display.METADATA:
            raise LineError("a text that is not held can only be described: display is metadata")
        if record.standing == WorkStanding.AUTHENTIC:
            record.validate_constraints()
    elif record.type == "dialogue" and record.ordinal:
        if record.series is None:
            raise LineError("a round number needs the series it counts in")
        record.validate_constraints()
