"""Derive lists, facets and the search index anew from the published editions."""

from django.core.management.base import CommandError

from diplomacy.management.reporting import ReportingCommand
from diplomacy.search.rebuilding import INDEX, Progress, rebuild


class Command(ReportingCommand):
    help = (
        "Derive lists, facets and the search index anew from the published editions. The archive"
        " stays readable meanwhile; a run that was stopped can be carried on."
    )

    def add_own_arguments(self, parser):
        parser.add_argument(
            "--resume", default="", metavar="PLACE", help="where a stopped run says it got to"
        )

    def handle(self, *args, **options):
        self.place = options["resume"]
        try:
            indexed = rebuild(self._show, resume=self.place)
        except ValueError as error:
            raise CommandError(str(error)) from error
        except KeyboardInterrupt as interrupt:
            raise CommandError(
                f"Stopped. Carry on with: rebuild_search --resume {self.place or 'rows:0'}"
            ) from interrupt
        self.report(options, {"indexed": indexed}, f"{indexed} records indexed.")

    def _show(self, progress: Progress) -> None:
        self.place = progress.resume
        what = "indexed" if progress.step == INDEX else "read"
        self.progress(f"{progress.done} of {progress.total} records {what} ({progress.resume})")
