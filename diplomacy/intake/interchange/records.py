"""Writing record lines: from content to working rows, the inverse of ``publishing.build``."""

import hashlib
import json
from typing import NamedTuple

from django.core.exceptions import ValidationError
from django.db import DataError, IntegrityError, transaction

from diplomacy.models import ImportedRow, Record
from diplomacy.vocabulary import State

from .columns import MODELS, set_columns
from .directory import Directory
from .expanding import expanded
from .mentions import write_mentions
from .reading import LineError
from .rows import Context, meet_names, write_rows
from .shapes import check_record
from .texts import write_texts


class Written(NamedTuple):
    """What became of a record line.

    ``missing`` names the records it refers to that are not here; these references are left out.
    """

    record: Record
    is_new: bool
    changed: bool
    missing: list[str]
    warnings: list[str]


def write(content: dict, *, by, source: str, key: str) -> tuple[Record, bool]:
    """Make or update the working copy of one record; returns it and whether anything changed.

    ``content`` is what an edition holds, or the short form of the interchange. ``key`` is the
    caller's, unique within ``source``. Raises LineError, and then nothing is written.
    """
    written = Writer(source=source, by=by).write(content | {"id": key})
    return written.record.cast(), written.changed


def overwrite(record: Record, content: dict, *, by) -> None:
    """Make the working copy of ``record`` say what ``content`` says, whoever first wrote it.

    Raises LineError, and then nothing is written.
    """
    line = content | {"uid": record.uid}
    check_record(line)
    with transaction.atomic():
        Writer(source="", by=by).fill(record.cast(), expanded(line))


def key_of(line: dict) -> str:
    """What a line is known by within its source: the caller's key, else the uid."""
    return str(line.get("id") or line.get("uid") or "")


def digest_of(line: dict) -> str:
    """SHA-256 of what the line says, in whatever order it says it."""
    said = json.dumps(line, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(said.encode()).hexdigest()


class Writer:
    """Writes record lines of one source, with one memory of names for all of them."""

    def __init__(self, *, source: str, by=None, directory: Directory | None = None):
        self.source = source
        self.by = by
        self.directory = directory or Directory()
        self._brought: set[str] = set()

    def known_rows(self, keys: list[str]) -> dict[str, ImportedRow]:
        """Rows of this source imported before, by key: one query."""
        rows = ImportedRow.objects.filter(source=self.source, key__in=keys)
        return {row.key: row for row in rows.select_related("record")}

    def write(self, line: dict, known: dict[str, ImportedRow] | None = None) -> Written:
        """Write one line in a transaction of its own; raises LineError, writing nothing.

        ``known`` is what ``known_rows`` says of its key; without it the database is asked.
        """
        unknown = check_record(line)
        key, digest = key_of(line), digest_of(line)
        row = (self.known_rows([key]) if known is None else known).get(key)
        if row and row.digest == digest:
            return Written(row.record, is_new=False, changed=False, missing=[], warnings=[])
        try:
            with self.directory.attempt(), transaction.atomic():
                written = self._write(line, row)
                # A line that refers to what is not here yet is read again next time.
                self._remember(key, "" if written.missing else digest, row, written.record)
        except ValidationError as error:
            raise LineError(*error.messages) from error
        except (IntegrityError, DataError) as error:
            raise LineError(f"it contradicts what the archive holds ({error})") from error
        written.warnings.extend(f"“{name}” is not a field of such a record" for name in unknown)
        return written

    def _remember(self, key: str, digest: str, row: ImportedRow | None, record: Record) -> None:
        row = row or ImportedRow(source=self.source, key=key)
        row.digest, row.record_id = digest, record.pk
        row.save()

    def _write(self, line: dict, row: ImportedRow | None) -> Written:
        content = expanded(line)
        record = self._record_for(
            content, row, is_keyed=line.get("id") not in (None, "", line.get("uid"))
        )
        return self.fill(record, content)

    def fill(self, record: Record, content: dict) -> Written:
        """Write ``content`` into ``record``, new or not, inside the caller's transaction."""
        is_new, missing = record.pk is None, []
        find = _Finder(self.source, missing)
        context = Context(self.directory, find, is_new, self.by, brought=self._brought)
        if record.last_edition_id and record.state != State.APPROVED:
            context.warnings.append("its version in preparation was replaced")
        meet_names(content, self.directory)
        set_columns(record, content, context)
        record.save()
        write_rows(record, content, context)
        if record.type == "document":
            write_texts(record, content, context)
        elif record.type == "commitment":
            write_mentions(record, content, context)
        return Written(record, is_new, True, missing, context.warnings)

    def _record_for(self, content: dict, row: ImportedRow | None, *, is_keyed: bool) -> Record:
        """The record the line is about, as its child class; a new one if there is none."""
        uid, model = content.get("uid"), MODELS[content["type"]]
        record = row.record if row else None
        other = Record.objects.filter(uid=uid).first() if uid else None
        if other and other != record:
            if record or is_keyed:
                raise LineError(f"uid “{uid}” belongs to another record")
            record = other
        if record is None:
            return model(**({"uid": uid} if uid else {}), created_by=self.by)
        if record.type != content["type"]:
            raise LineError(f"it was a {record.type} and cannot become a {content['type']}")
        if uid and uid != record.uid:
            raise LineError(f"its uid is {record.uid} and cannot be changed to {uid}")
        return model.objects.get(pk=record.pk)


class _Finder:
    """Finds records by uid, or by the caller's key of the same source."""

    def __init__(self, source: str, missing: list[str]):
        self.source, self.missing = source, missing

    def __call__(self, reference: str) -> Record | None:
        record = Record.objects.filter(uid=reference).first()
        if record is None:
            row = ImportedRow.objects.filter(source=self.source, key=reference)
            record = Record.objects.filter(imported_from__in=row).first()
        if record is None:
            self.missing.append(reference)
        return record
