"""Write the public archive to standard output, one JSON object a line."""

import os
from pathlib import Path

from django.core.management.base import CommandError

from diplomacy import publishing
from diplomacy.exports import jsonl
from diplomacy.management.reporting import ReportingCommand


class Command(ReportingCommand):
    """Authority records first, then records by uid: in full, without ledger numbers or times.

    Without ``--output`` the export itself is on standard output, and there is no report.
    """

    help = "Export all public records and what they name, one JSON object a line."

    def add_own_arguments(self, parser):
        parser.add_argument("-o", "--output", help="a file to write instead of standard output")

    def handle(self, *, output, **options):
        publishing.settle()
        if not output:
            self._print()
            return
        try:
            count = write_file(Path(output))
        except OSError as error:
            raise CommandError(f"{output} cannot be written: {error}") from error
        self.report(options, {"lines": count}, f"{count} lines written to {output}")

    def _print(self) -> None:
        """The export on standard output, for as long as anybody reads it."""
        try:
            for line in jsonl.everything():
                self.stdout.write(line, ending="")
            self.stdout.flush()
        except BrokenPipeError:
            # `| head` has seen enough. What is still kept back is flushed at the end of the
            # program, and must go somewhere.
            with open(os.devnull, "w") as nowhere:
                os.dup2(nowhere.fileno(), self.stdout.fileno())


def write_file(path: Path) -> int:
    """Write the export to ``path``, all or nothing; returns the number of lines."""
    part = path.with_name(path.name + ".part")
    count = 0
    with part.open("w", encoding="utf-8", newline="\n") as file:
        for line in jsonl.everything():
            file.write(line)
            count += 1
    part.replace(path)
    return count
