"""Turn pages as received into drafts, with a report of what was read and guessed."""

import json
import sys
from pathlib import Path

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError

from diplomacy.intake import gazetteer, readers, report
from diplomacy.intake.drafts import look_at, make_draft
from diplomacy.intake.received import Received, Unreadable


class Command(BaseCommand):
    """Repeatable: a text already held is named and nothing is made twice. Never publishes."""

    help = "Turn pages as received (txt, html, docx, pdf) into drafts."

    def add_arguments(self, parser):
        parser.add_argument("files", nargs="+", metavar="FILE", help="pages as received")
        parser.add_argument("--dry-run", action="store_true", help="report only; write nothing")
        parser.add_argument("--json", action="store_true", help="print the report as JSON alone")
        parser.add_argument("--encoding", help="how the files were written, if it is not UTF-8")
        parser.add_argument("--by", help="username of whoever brings the pages in")

    def handle(self, *, files, dry_run, json: bool, encoding, by, **options):
        self.by = _user(by)
        self.known = gazetteer.load()
        rows = []
        for file in files:
            rows.append(self.take_in(file, encoding, dry_run))
            if not json:
                self.stdout.write(in_words(rows[-1]))
        if json:
            self.stdout.write(as_json(rows))
        failed = sum("error" in row for row in rows)
        if failed:
            self.stderr.write(f"{failed} of {len(rows)} files could not be read.")
            sys.exit(1)

    def take_in(self, file: str, encoding: str | None, dry_run: bool) -> dict:
        """The report about one file; a file that cannot be read says why and stops no other."""
        try:
            received = open_page(file, encoding)
            if dry_run:
                return look_at(received, self.known)[1]
            draft = make_draft(received, by=self.by, gazetteer=self.known)
        except Unreadable as error:
            return {"file": file, "error": error.reason}
        return {**draft.report, "already_held": not draft.is_new}


def open_page(file: str, encoding: str | None) -> Received:
    """Read one file; raises Unreadable, also where there is no such file."""
    path = Path(file)
    try:
        readers.refuse_size(path.stat().st_size, file)
        data = path.read_bytes()
    except OSError as error:
        raise Unreadable(file, (error.strerror or str(error)).lower()) from error
    return readers.read(data, file, encoding=encoding)


def as_json(rows: list[dict]) -> str:
    return json.dumps(rows, ensure_ascii=False, indent=1)


def in_words(row: dict) -> str:
    if "error" in row:
        return f"{row['file']}: not read: {row['error']}."
    if row.get("already_held"):
        return f"{row['file']}: already held as {row['uid']}; nothing was made."
    return report.in_words(row)


def _user(username: str | None):
    if not username:
        return None
    user = get_user_model().objects.filter(username=username).first()
    if user is None:
        raise CommandError(f"There is no account “{username}”.")
    return user
