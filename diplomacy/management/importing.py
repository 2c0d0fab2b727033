"""Importing a file of lines: batches, publication, what waits for later lines, the report."""

import json
import sqlite3
import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass, field
from itertools import islice
from typing import BinaryIO

from django.db import transaction

from diplomacy import publishing
from diplomacy.intake import interchange
from diplomacy.intake.interchange import Line, LineError
from diplomacy.models import Record

BATCH = 100
"""Lines written in one transaction; an interrupted import resumes after the last whole one."""


@dataclass
class Report:
    """What an import did; ``failures`` and ``warnings`` are ``{"line", "reason"}``."""

    lines: int = 0
    created: int = 0
    updated: int = 0
    unchanged: int = 0
    failed: int = 0
    published: int = 0
    failures: list[dict] = field(default_factory=list)
    warnings: list[dict] = field(default_factory=list)

    def fail(self, number: int, reason: str) -> None:
        """Count a line that could not be taken."""
        self.failed += 1
        self.failures.append({"line": number, "reason": reason})

    def warn(self, number: int, reason: str) -> None:
        """Note what is odd about a line that was taken."""
        self.warnings.append({"line": number, "reason": reason})

    def as_dict(self) -> dict:
        """For printing as JSON."""
        return asdict(self)

    def in_words(self) -> list[str]:
        """Lines for people: what was odd, what failed, and the counts."""
        odd = [f"line {row['line']}: note: {row['reason']}" for row in self.warnings]
        failed = [f"line {row['line']}: {row['reason']}" for row in self.failures]
        counts = (
            f"{self.lines} lines: {self.created} made, {self.updated} updated, "
            f"{self.unchanged} unchanged, {self.failed} failed; {self.published} published."
        )
        return [*odd, *failed, counts]


class Waiting:
    """Lines that refer to records not yet there, kept in a file until all lines were read."""

    def __enter__(self):
        self._file = tempfile.TemporaryFile("w+", encoding="utf-8")
        return self

    def __exit__(self, *failure):
        self._file.close()

    def add(self, line: Line) -> None:
        """Keep a line for later."""
        self._file.write(json.dumps([line.number, line.data]) + "\n")

    def lines(self) -> Iterator[Line]:
        """The lines kept, once."""
        self._file.seek(0)
        for text in self._file:
            yield Line(*json.loads(text))


class Keys:
    """Which line first gave each key: on disk, so that no file fills the memory."""

    def __init__(self):
        # No name: a temporary file of SQLite's own, gone with the connection.
        self._seen = sqlite3.connect("", isolation_level=None)
        self._seen.execute("PRAGMA journal_mode = OFF")
        self._seen.execute("CREATE TABLE seen (key TEXT PRIMARY KEY, line) WITHOUT ROWID")

    def first_line(self, key: str, number: int) -> int:
        """The number of the line that first gave ``key``: ``number`` where none did."""
        self._seen.execute("INSERT OR IGNORE INTO seen VALUES (?, ?)", [key, number])
        return self._seen.execute("SELECT line FROM seen WHERE key = ?", [key]).fetchone()[0]


class Import:
    """One import: reads lines, writes and publishes records, reports.

    With ``update`` false, what is there already is left alone.
    """

    def __init__(
        self,
        *,
        source: str,
        publish: bool = False,
        by=None,
        update: bool = True,
        progress: Callable[[Report], None] = lambda report: None,
    ):
        self.directory = interchange.Directory()
        self.writer = interchange.Writer(source=source, by=by, directory=self.directory)
        self.publish, self.by, self.update, self.progress = publish, by, update, progress
        self.report = Report()
        self._keys = Keys()
        self._new_and_waiting: set[int] = set()

    def run(self, stream: BinaryIO) -> Report:
        """Take every line of ``stream``; a bad one is reported and stops nothing else."""
        with Waiting() as waiting:
            for batch in _batches(interchange.lines(stream)):
                self._take_batch(batch, waiting)
            for batch in _batches(waiting.lines()):
                self._take_batch(batch, None)
        return self.report

    def _take_batch(self, batch: list[Line], waiting: Waiting | None) -> None:
        """Write every line in a savepoint of its own, then publish their records together.

        The ledger's lock is held throughout: what a line was judged by is still true then.
        """
        keys = [interchange.key_of(line.data) for line in batch if line.data]
        with publishing.ledger.opened():
            known = self.writer.known_rows(keys)
            taken = [(self._take(line, known, waiting), line.data) for line in batch]
            # Two lines may be about one record, one by its key and one by its uid.
            due = {record.pk: (record, data) for record, data in taken if record}
            if due:
                self._publish(due)
        self.progress(self.report)

    def _take(self, line: Line, known: dict, waiting: Waiting | None) -> Record | None:
        """Write one line; returns the record that is now to be published, if there is one."""
        if waiting is not None:
            self.report.lines += 1
        try:
            if line.data is None:
                raise LineError(line.problem)
            with self.directory.attempt(), transaction.atomic():
                if interchange.is_authority(line.data):
                    return self._take_authority(line)
                return self._take_record(line, known, waiting)
        except LineError as error:
            self.report.fail(line.number, str(error))
        except publishing.Refused as error:
            self.report.fail(line.number, f"it cannot be published: {error}")

    def _take_authority(self, line: Line) -> None:
        written = interchange.write_authority(line.data, self.directory, update=self.update)
        if written.changed and written.before:
            publishing.record_authority_change(written.record, by=self.by, before=written.before)
        self._count(line, written.changed, is_new=not written.before, warnings=written.warnings)

    def _take_record(self, line: Line, known: dict, waiting: Waiting | None) -> Record | None:
        key = interchange.key_of(line.data)
        if waiting is not None:
            self._refuse_second(key, line.number)
        row = known.get(key)
        if row and row.digest and not self.update:
            self._count(line, False, is_new=False, warnings=[])
            return None
        written = self.writer.write(line.data, known)
        is_due = self.publish and (written.changed or written.record.last_edition_id is None)
        if is_due:
            publishing.require_publishable(written.record)
        if written.missing and waiting is not None:
            self._postpone(line, written, waiting)
            return None
        self._take_note(line, written)
        return written.record if is_due else None

    def _refuse_second(self, key: str, number: int) -> None:
        first = self._keys.first_line(key, number)
        if key and first != number:
            raise LineError(f"id “{key}” was given before, in line {first}")

    def _postpone(self, line: Line, written: interchange.Written, waiting: Waiting) -> None:
        """Leave the record a draft until the file was read."""
        if written.is_new:
            self._new_and_waiting.add(line.number)
        waiting.add(line)

    def _take_note(self, line: Line, written: interchange.Written) -> None:
        if written.changed and not written.is_new:
            publishing.note_change(written.record, by=self.by)
        is_new = written.is_new or line.number in self._new_and_waiting
        self._count(line, written.changed, is_new=is_new, warnings=_warnings(written))

    def _publish(self, due: dict[int, tuple[Record, dict]]) -> None:
        records = [record for record, _data in due.values()]
        before = [record.last_edition_id for record in records]
        editions = publishing.publish_many(records, by=self.by)
        for (record, data), last, edition in zip(due.values(), before, editions, strict=True):
            if isinstance(edition, publishing.Refused):
                raise edition  # its line was judged under the same lock: nothing can be new
            self.report.published += edition.pk != last
            if data.get("state") == "withdrawn":
                publishing.withdraw(record, by=self.by, reason=data["reason"], keep_text=True)

    def _count(self, line: Line, changed: bool, *, is_new: bool, warnings: Iterable[str]) -> None:
        self.report.created += changed and is_new
        self.report.updated += changed and not is_new
        self.report.unchanged += not changed
        for warning in warnings:
            self.report.warn(line.number, warning)


def _warnings(written: interchange.Written) -> list[str]:
    left_out = [f"{name} is not in this archive: left out" for name in written.missing]
    return written.warnings + left_out


def _batches(lines: Iterator[Line]) -> Iterator[list[Line]]:
    while batch := list(islice(lines, BATCH)):
        yield batch
