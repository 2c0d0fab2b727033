"""Take in records and authority records from a file of JSON lines."""

import json
import sys
import time

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError

from diplomacy.intake import interchange
from diplomacy.management.importing import Import, Report

SECONDS_BETWEEN_REPORTS = 2


class Command(BaseCommand):
    """Repeatable: a line imported before is skipped, a changed one updates its record."""

    help = "Import records and what they name, one JSON object a line."

    def add_arguments(self, parser):
        parser.add_argument("file", help="a .jsonl or .jsonl.gz file; - for standard input")
        parser.add_argument("--publish", action="store_true", help="publish what is imported")
        parser.add_argument(
            "--source",
            default="import",
            help="whose file it is: an `id` is known again within its source",
        )
        parser.add_argument("--by", help="username of whoever imports, for the ledger")
        parser.add_argument("--json", action="store_true", help="print the report as JSON")

    def handle(self, *, file, publish, source, by, json: bool, **options):
        self.started = self.last_said = time.monotonic()
        job = Import(source=source, publish=publish, by=_user(by), progress=self.say)
        try:
            with sys.stdin.buffer if file == "-" else interchange.opened(file) as stream:
                report = job.run(stream)
        except (OSError, EOFError) as error:
            raise CommandError(f"{file} cannot be read: {error}") from error
        self.stdout.write(as_json(report) if json else in_words(report))
        if report.failed:
            sys.exit(1)

    def say(self, report: Report) -> None:
        """Progress on standard error, now and then."""
        now = time.monotonic()
        if now - self.last_said < SECONDS_BETWEEN_REPORTS:
            return
        self.last_said = now
        rate = report.lines / (now - self.started)
        self.stderr.write(f"{report.lines} lines, {rate:.0f} a second, {report.failed} failed")


def _user(username: str | None):
    if not username:
        return None
    user = get_user_model().objects.filter(username=username).first()
    if user is None:
        raise CommandError(f"There is no account “{username}”.")
    return user


def as_json(report: Report) -> str:
    return json.dumps(report.as_dict(), ensure_ascii=False)


def in_words(report: Report) -> str:
    """The report for people: what was odd, what failed, and the counts."""
    odd = [f"line {row['line']}: note: {row['reason']}" for row in report.warnings]
    failed = [f"line {row['line']}: {row['reason']}" for row in report.failures]
    return "\n".join([*odd, *failed, report.in_words()])
