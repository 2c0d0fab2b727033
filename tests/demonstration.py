"""The demonstration archive for tests that read it: loaded once for all tests of a file."""

from contextlib import contextmanager

from django.core.management import call_command
from django.db import transaction


@contextmanager
def demonstration(blocker):
    """The archive with the demonstration in it until the block ends; ``blocker`` is pytest's."""
    with blocker.unblock(), transaction.atomic():
        call_command("load_demo", "--json")
        yield
        transaction.set_rollback(True)
