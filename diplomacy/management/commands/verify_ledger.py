"""Walk the ledger, and say whether every entry is as it was written."""

from dataclasses import asdict

from django.core.management.base import CommandError

from diplomacy import publishing
from diplomacy.management.reporting import ReportingCommand


class Command(ReportingCommand):
    help = (
        "Walk the ledger from its first entry: name the first broken one, or print the head."
        " Keep the head somewhere else: it proves later that nothing before it was altered."
    )

    def handle(self, *args, **options):
        publishing.settle()
        verdict = publishing.verify_ledger(
            progress=lambda count: self.progress(f"{count} entries read")
        )
        if verdict.broken is None:
            line = f"{verdict.entries} entries, all sound. Head: {verdict.head}"
            return self.report(options, asdict(verdict), line)
        if options["json"]:
            self.report(options, asdict(verdict))
        raise CommandError(f"Entry {verdict.broken} is broken: {verdict.reason}.")
