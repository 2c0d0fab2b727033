"""Publish every approved version whose hour has come."""

from diplomacy import publishing
from diplomacy.management.reporting import ReportingCommand


class Command(ReportingCommand):
    help = (
        "Publish every approved version whose hour has come. Readers never need this: the first"
        " visit after the hour does the same."
    )

    def handle(self, *args, **options):
        published = [
            {"uid": edition.content["uid"], "edition": edition.n, "number": edition.pk}
            for edition in publishing.settle()
        ]
        lines = [f"{row['uid']}: edition {row['edition']} published" for row in published]
        self.report(options, {"published": published}, *(lines or ["Nothing was due."]))
