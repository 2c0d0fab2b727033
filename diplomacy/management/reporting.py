"""What every command shares: ``--json``, and a report in one of two forms."""

import json

from django.core.management.base import BaseCommand, CommandParser


class ReportingCommand(BaseCommand):
    """A command that ends with a report: sentences, or with ``--json`` one JSON value alone.

    Progress and complaints go to standard error, so that standard output is the report.
    """

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--json", action="store_true", help="print the report as JSON, and nothing else"
        )
        self.add_own_arguments(parser)

    def add_own_arguments(self, parser: CommandParser) -> None:
        """The arguments of one command; overridden."""

    def report(self, options: dict, data, *lines: str) -> None:
        """Print ``data`` as JSON where that was asked for, else the ``lines``."""
        if options["json"]:
            self.stdout.write(json.dumps(data, ensure_ascii=False, indent=1))
        else:
            for line in lines:
                self.stdout.write(line)

    def progress(self, text: str) -> None:
        """Say how far long work has come."""
        self.stderr.write(text)
