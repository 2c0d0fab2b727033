"""Load the demonstration archive: what an editor could have entered, by the verbs they use."""

import hashlib
import json
from pathlib import Path

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management.base import CommandError
from django.db import transaction

from diplomacy.management import story
from diplomacy.management.importing import Import, Report
from diplomacy.management.reporting import ReportingCommand
from diplomacy.models import ImportedRow, Record

SOURCE, STORY = "demo", "demo story"
FILES = ("authorities.jsonl", "dialogues.jsonl", "documents.jsonl", "commitments.jsonl")
LOADED = "all of it"
"""Key of the row that remembers which state of the files was loaded last."""


class Command(ReportingCommand):
    """A second run makes nothing twice and undoes nothing that editors did since."""

    help = "Load the demonstration archive from fixtures/demo."

    def handle(self, **options):
        report = load(settings.BASE_DIR / "fixtures" / "demo")
        if report["failures"]:
            raise CommandError("The demonstration is damaged:\n" + "\n".join(report["failures"]))
        self.report(options, report, in_words(report))


def load(folder: Path) -> dict:
    """Load `folder`: ``{"lines", "made", "published", "played", "failures"}``.

    Lines loaded before are left alone, whatever became of their records.
    """
    empty = {"lines": 0, "made": 0, "published": 0, "played": 0, "failures": []}
    digest = _digest(folder)
    if ImportedRow.objects.filter(source=SOURCE, key=LOADED, digest=digest).exists():
        return empty
    archivist = _archivist()
    reports = {name: _take(folder / name, archivist) for name in FILES}
    failures = [
        f"{name} line {row['line']}: {row['reason']}"
        for name, report in reports.items()
        for row in report.failures + report.warnings
    ]
    played = [] if failures else _play(folder / "story.jsonl", archivist, digest)
    return {
        "lines": sum(report.lines for report in reports.values()),
        "made": sum(report.created for report in reports.values()),
        "published": sum(report.published for report in reports.values()),
        "played": len(played),
        "failures": failures,
    }


def _digest(folder: Path) -> str:
    digest = hashlib.sha256()
    for path in sorted(folder.glob("*.jsonl")):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _archivist():
    """The account the demonstration was entered by; nobody can sign in with it."""
    users = get_user_model().objects
    user, is_new = users.get_or_create(username="archive")
    if is_new:
        user.set_unusable_password()
        user.save()
    return user


def _take(path: Path, by) -> Report:
    with path.open("rb") as stream:
        return Import(source=SOURCE, publish=True, by=by, update=False).run(stream)


@transaction.atomic
def _play(path: Path, by, digest: str) -> list[str]:
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    played = story.play(rows, source=STORY, by=by)
    # The row needs a record that stays: one that was published is never deleted.
    record = Record.objects.exclude(last_edition=None).earliest("pk")
    ImportedRow.objects.update_or_create(
        source=SOURCE, key=LOADED, defaults={"digest": digest, "record": record}
    )
    return played


def in_words(report: dict) -> str:
    """The report for people."""
    if not report["lines"]:
        return "The demonstration archive is there already."
    return (
        f"Loaded the demonstration archive: {report['made']} of {report['lines']} lines made, "
        f"{report['published']} records published, {report['played']} steps of its story played."
    )
