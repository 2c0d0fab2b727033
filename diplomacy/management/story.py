"""Playing a story: rows of data, each one thing an editor does, done through the same verbs.

A row is ``{"id", "do", "record" (slug), …}``. What was played is remembered, so that a second
run plays nothing twice and undoes nothing that editors did since.
"""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from diplomacy import publishing
from diplomacy.intake import interchange
from diplomacy.models import AUTHORITY_MODELS, ImportedRow, Record


def play(rows: list[dict], *, source: str, by) -> list[str]:
    """Play every row not played before, in order; returns the ids of those played now."""
    known = ImportedRow.objects.filter(source=source).values_list("key", flat=True)
    played = set(known)
    todo = [row for row in rows if row["id"] not in played]
    for row in todo:
        with transaction.atomic():
            record = Record.objects.get(slug=row["record"]).cast() if "record" in row else None
            record = ACTIONS[row["do"]](record, row, by) or record
            ImportedRow.objects.create(source=source, key=row["id"], digest="", record_id=record.pk)
    return [row["id"] for row in todo]


def edit(record: Record, row: dict, by) -> None:
    """Save new words to the working copy, as an editor's form does."""
    content = publishing.build(record) | row.get("set", {})
    interchange.overwrite(record, content, by=by)
    publishing.note_change(record, by=by)


def publish(record: Record, row: dict, by) -> None:
    """Edit and publish, telling readers what kind of change it is."""
    edit(record, row, by)
    publishing.publish(
        record, by=by, change=row.get("change"), note=row.get("note", ""), at=_hour(row)
    )


def _hour(row: dict):
    return timezone.now() + timedelta(days=row["days"]) if "days" in row else None


def add(_record, row: dict, by) -> Record:
    """Write a new draft."""
    line = row["line"]
    return interchange.write(line, by=by, source="demo", key=line["uid"])[0]


def add_and_publish(_record, row: dict, by) -> Record:
    """Write a new record and publish it."""
    record = add(None, row, by)
    publishing.publish(record, by=by)
    return record


def submit(record: Record, row: dict, by) -> None:
    """Hand a draft to a colleague."""
    publishing.submit(record, by=by, note=row.get("note", ""))


def withdraw(record: Record, row: dict, by) -> None:
    """Withdraw, with the text kept or not."""
    publishing.withdraw(record, by=by, reason=row["reason"], keep_text=row["keep_text"])


def remove(record: Record, row: dict, by) -> None:
    """Remove what was published in error."""
    publishing.remove(record, by=by, reason=row["reason"])


def restore(record: Record, row: dict, by) -> None:
    """Bring back what was withdrawn."""
    publishing.restore(record, by=by, note=row["note"])


def merge(record: Record, row: dict, by) -> None:
    """Merge a duplicate into the record it repeats."""
    into = Record.objects.get(slug=row["into"])
    publishing.merge(record, into, by=by, reason=row["reason"])


def merge_authority(_record, row: dict, by) -> None:
    """Merge two forms of one person, topic …"""
    model = AUTHORITY_MODELS[row["type"]]
    obj, into = model.objects.get(slug=row["slug"]), model.objects.get(slug=row["into"])
    publishing.merge_authority(obj, into, by=by)


ACTIONS = {
    "edit": edit,
    "publish": publish,
    "add": add,
    "add and publish": add_and_publish,
    "submit": submit,
    "withdraw": withdraw,
    "remove": remove,
    "restore": restore,
    "merge": merge,
    "merge authority": merge_authority,
}
"""What a row may tell to do."""
