"""Importing a file of lines: batches, publication, what waits for later lines, the report."""

import json
import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass, field
from itertools import islice
from typing import BinaryIO

from django.db import transaction

from diplomacy import publishing
from diplomacy.intake import interchange
from diplomacy.intake.interchange import Line, LineError

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
        self._line_of_key: dict[str, int] = {}
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
        keys = [interchange.key_of(line.data) for line in batch if line.data]
        with transaction.atomic():
            known = self.writer.known_rows(keys)
            for line in batch:
                self._take(line, known, waiting)
        self.progress(self.report)

    def _take(self, line: Line, known: dict, waiting: Waiting | None) -> None:
        if waiting is not None:
            self.report.lines += 1
        try:
            if line.data is None:
                raise LineError(line.problem)
            with self.directory.attempt(), transaction.atomic():
                if interchange.is_authority(line.data):
                    self._take_authority(line)
                else:
                    self._take_record(line, known, waiting)
        except LineError as error:
            self.report.fail(line.number, str(error))
        except publishing.Refused as error:
            self.report.fail(line.number, f"it cannot be published: {error}")

    def _take_authority(self, line: Line) -> None:
        written = interchange.write_authority(line.data, self.directory, update=self.update)
        if written.changed and written.before:
            publishing.record_authority_change(written.record, by=self.by, before=written.before)
        self._count(line, written.changed, is_new=not written.before, warnings=written.warnings)

    def _take_record(self, line: Line, known: dict, waiting: Waiting | None) -> None:
        key = interchange.key_of(line.data)
        if waiting is not None:
            self._refuse_second(key, line.number)
        row = known.get(key)
        if row and row.digest and not self.update:
            self._count(line, False, is_new=False, warnings=[])
            return
        written = self.writer.write(line.data, known)
        if written.missing and waiting is not None:
            self._postpone(line, written, waiting)
            return
        is_new = written.is_new or line.number in self._new_and_waiting
        self._publish(written, line.data)
        self._count(line, written.changed, is_new=is_new, warnings=_warnings(written))

    def _postpone(self, line: Line, written: interchange.Written, waiting: Waiting) -> None:
        """Leave the record a draft until the file was read, unless it cannot be published."""
        problems = publishing.problems(written.record) if self.publish else []
        if problems:
            raise publishing.Refused(*problems)
        if written.is_new:
            self._new_and_waiting.add(line.number)
        waiting.add(line)

    def _refuse_second(self, key: str, number: int) -> None:
        first = self._line_of_key.setdefault(key, number)
        if key and first != number:
            raise LineError(f"id “{key}” was given before, in line {first}")

    def _publish(self, written: interchange.Written, line: dict) -> None:
        record = written.record
        if written.changed and not written.is_new:
            publishing.note_change(record, by=self.by)
        if not self.publish or not (written.changed or record.last_edition_id is None):
            return
        before = record.last_edition_id
        edition = publishing.publish(record, by=self.by)
        self.report.published += edition.pk != before
        if line.get("state") == "withdrawn":
            publishing.withdraw(record, by=self.by, reason=line["reason"], keep_text=True)

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
