"""Pictures and files of a line: which stored files it may name, and the rows it makes of them.

Naming a file must not make it public. A line may name what its own record shows already, what
any listed record shows, and what came with the media folder of another archive: a file in the
store that no row here knows.
"""

import re

from django.core.files.storage import default_storage

from diplomacy.models import Attachment, Figure, Image, Mention, PublicRecord, Record
from diplomacy.search.derived import FILE

from .reading import LineError

STORED = re.compile(r"(?:files|images)/[^/\\.][^/\\]*")
"""The form of every stored name (``stored_name`` of the models): a folder and one name in it."""


def figures(record: Record, content: dict, context) -> list[Figure]:
    """Unsaved figures of ``content``; their pictures are found, or made of stored files."""
    entries = content.get("figures") or []
    if not entries:
        return []
    own = {row.image.file.name: row.image for row in record.figures.select_related("image")}
    return [
        Figure(
            record_id=record.pk,
            image=own.get(entry["file"]) or _picture(entry, context),
            caption=entry.get("caption") or "",
            order=order,
        )
        for order, entry in enumerate(entries)
    ]


def write_attachments(record: Record, content: dict, context) -> None:
    """Replace the public attachments; what is kept from the public is not in a line."""
    entries = content.get("attachments") or []
    if not entries and context.is_new:
        return
    own = {row.file.name: row for row in record.attachments.filter(is_public=True)}
    for entry in entries:
        row = own.pop(entry["file"], None) or _attachment(record, entry, context)
        row.what, row.rights = entry.get("what") or "", entry.get("rights") or ""
        row.save()
        row.file.close()
        if entry.get("sha256") and entry["sha256"] != row.sha256:
            raise LineError(f"the file {entry['file']} is not the one the line means: other hash")
    for row in own.values():
        row.delete()


def _picture(entry: dict, context) -> Image:
    name = entry["file"]
    if not _is_public(name):
        _refuse_foreign(name, Image.folder, context)
    if image := Image.objects.filter(file=name).first():
        return image
    image = Image(
        file=name,
        title=entry["alt"][:200],
        alt=entry["alt"],
        credit=entry.get("credit") or "",
        licence=entry.get("licence") or "",
    )
    if not image.width:
        raise LineError(f"the file {name} is no picture")
    image.save()
    return image


def _attachment(record: Record, entry: dict, context) -> Attachment:
    name = entry["file"]
    if not _is_public(name):
        _refuse_foreign(name, Attachment.folder, context)
        # Whoever names a file that is not public shows by this that its content is known.
        if not entry.get("sha256"):
            raise LineError(f"the file {name} is not public: its sha256 must be given")
    return Attachment(record_id=record.pk, file=name, is_public=True)


def _is_public(name: str) -> bool:
    """Whether a listed record's last edition names this file; refuses what is no stored file."""
    if not _is_stored(name):
        raise LineError(f"the file {name} is not in this archive: copy the media folder first")
    named = Mention.objects.filter(type=FILE, slug=name)
    return named.filter(record__in=PublicRecord.objects.listed()).exists()


def _is_stored(name: str) -> bool:
    if not STORED.fullmatch(name):
        return False
    try:
        with default_storage.open(name):
            return True
    except OSError:  # there is none, or it is a folder
        return False


def _refuse_foreign(name: str, folder: str, context) -> None:
    """Refuse a file that something in this archive has, unless this import brought it in."""
    if not name.startswith(f"{folder}/"):
        raise LineError(f"the file {name} is not in {folder}/")
    if name in context.brought:
        return
    if any(model.objects.filter(file=name).exists() for model in (Image, Attachment)):
        raise LineError(f"the file {name} is not public, and it is not this record's")
    context.brought.add(name)
