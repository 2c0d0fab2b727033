"""Make the two groups an archive's people are put in.

*Editors* write records, hand them in for review and settle what readers report. *Publishers* do
everything but manage users. ``make run`` calls this; run it again after an upgrade: it gives each
group what it now needs and takes nothing else from it. Whoever manages users puts people into
groups.
"""

import json

from django.contrib.auth.models import Group, Permission
from django.core.management.base import BaseCommand
from django.db import transaction

WRITTEN_BY_EDITORS = (
    "dialogue",
    "document",
    "jointstatement",
    "oped",
    "account",
    "commitment",
    "clause",
    "position",
    "work",
    "image",
    "fronttext",
)
"""Models that editors add and change; what belongs to a record follows the record."""

DONE_BY_EDITORS = ("settle_problemreport",)
NOT_SEEN_BY_EDITORS = ("view_savedsearch", "view_savedsearchlink")
"""Addresses of readers: whoever has to find one for its owner may, nobody else."""

APP = "diplomacy"


class Command(BaseCommand):
    """Idempotent."""

    help = "Make the groups Editors and Publishers, or bring their permissions up to date."

    def add_arguments(self, parser):
        parser.add_argument("--json", action="store_true", help="print the report as JSON")

    def handle(self, *, json: bool, **options):
        report = ensure_roles()
        self.stdout.write(as_json(report) if json else in_words(report))


@transaction.atomic
def ensure_roles() -> dict:
    """``{group: how many permissions it was given now}``."""
    ours = Permission.objects.filter(content_type__app_label=APP)
    writing = [f"{verb}_{model}" for verb in ("add", "change") for model in WRITTEN_BY_EDITORS]
    viewing = ours.filter(codename__startswith="view_").exclude(codename__in=NOT_SEEN_BY_EDITORS)
    may = {
        "Editors": viewing | ours.filter(codename__in=[*writing, *DONE_BY_EDITORS]),
        "Publishers": ours,
    }
    return {name: _give(name, permissions) for name, permissions in may.items()}


def _give(name: str, permissions) -> int:
    group, _made = Group.objects.get_or_create(name=name)
    missing = permissions.exclude(pk__in=group.permissions.values("pk"))
    given = list(missing)
    group.permissions.add(*given)
    return len(given)


def as_json(report: dict) -> str:
    return json.dumps(report)


def in_words(report: dict) -> str:
    """One line a group."""
    if not any(report.values()):
        return "The groups Editors and Publishers are there already"
    return "\n".join(f"{name}: {count} permissions given" for name, count in report.items())
