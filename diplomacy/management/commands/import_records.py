"""Take in records and authority records from a file of JSON lines."""

import sys
import time
import zlib

from django.contrib.auth import get_user_model
from django.core.management.base import CommandError

from diplomacy.intake import interchange
from diplomacy.management.importing import Import, Report
from diplomacy.management.reporting import ReportingCommand

SECONDS_BETWEEN_REPORTS = 2


class Command(ReportingCommand):
    """Repeatable: a line imported before is skipped, a changed one updates its record.

    Ends with status 1 where any line failed.
    """

    help = "Import records and what they name, one JSON object a line."

    def add_own_arguments(self, parser):
        parser.add_argument("file", help="a .jsonl or .jsonl.gz file; - for standard input")
        parser.add_argument("--publish", action="store_true", help="publish what is imported")
        parser.add_argument(
            "--source",
            default="import",
            help="whose file it is: an `id` is known again within its source",
        )
        parser.add_argument("--by", help="username of whoever imports, for the ledger")

    def handle(self, *, file, publish, source, by, **options):
        self.started = self.last_said = time.monotonic()
        job = Import(source=source, publish=publish, by=_user(by), progress=self.say)
        try:
            with _opened(file) as stream:
                report = job.run(stream)
        except (OSError, EOFError, zlib.error) as error:
            raise CommandError(f"{file} cannot be read: {error}") from error
        self.report(options, report.as_dict(), *report.in_words())
        if report.failed:
            sys.exit(1)

    def say(self, report: Report) -> None:
        """Progress on standard error, now and then."""
        now = time.monotonic()
        if now - self.last_said >= SECONDS_BETWEEN_REPORTS:
            self.last_said = now
            rate = report.lines / (now - self.started)
            self.progress(f"{report.lines} lines, {rate:.0f} a second, {report.failed} failed")


def _opened(file: str):
    return sys.stdin.buffer if file == "-" else interchange.opened(file)


def _user(username: str | None):
    if not username:
        return None
    user = get_user_model().objects.filter(username=username).first()
    if user is None:
        raise CommandError(f"There is no account “{username}”.")
    return user
