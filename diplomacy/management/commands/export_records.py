"""Write the public archive to standard output, one JSON object a line."""

import json
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from diplomacy.exports import jsonl


class Command(BaseCommand):
    """Authority records first, then records by uid: in full, without ledger numbers or times."""

    help = "Export all public records and what they name, one JSON object a line."

    def add_arguments(self, parser):
        parser.add_argument("-o", "--output", help="a file to write instead of standard output")
        parser.add_argument(
            "--json", action="store_true", help="with --output: print the count of lines as JSON"
        )

    def handle(self, *, output, json: bool, **options):
        if not output:
            for line in jsonl.everything():
                self.stdout.write(line, ending="")
            return
        try:
            count = write_file(Path(output))
        except OSError as error:
            raise CommandError(f"{output} cannot be written: {error}") from error
        self.stdout.write(as_json(count) if json else f"{count} lines written to {output}")


def write_file(path: Path) -> int:
    """Write the export to ``path``, all or nothing; returns the number of lines."""
    part = path.with_name(path.name + ".part")
    count = 0
    with part.open("w", encoding="utf-8", newline="\n") as file:
        for count, line in enumerate(jsonl.everything(), start=1):  # noqa: B007 - counted
            file.write(line)
    part.replace(path)
    return count


def as_json(count: int) -> str:
    return json.dumps({"lines": count})
