"""Everything that `make run` needs before it serves, in one process, so that it starts soon."""

from django.core.management import call_command
from django.core.management.base import BaseCommand

from diplomacy.search import rebuilding

STEPS = ("load_demo", "ensure_roles", "ensure_editor")


class Command(BaseCommand):
    """Each step does only what is still missing, so a second run changes nothing."""

    help = "Bring the database up to date, load the demonstration, make groups and first account."

    def handle(self, **options):
        call_command("migrate", verbosity=0, stdout=self.stdout)
        if rebuilding.is_needed():
            call_command("rebuild_search", stdout=self.stdout, stderr=self.stderr)
        for step in STEPS:
            call_command(step, stdout=self.stdout)
