"""Make the first editor's account, so that `make run` leads somewhere."""

import secrets

from django.contrib.auth import get_user_model
from django.db import transaction

from diplomacy.management.reporting import ReportingCommand


class Command(ReportingCommand):
    """Does nothing once there is anyone who may sign in to the editors' screens."""

    help = "Make the account `editor` with a random password, if no account may edit yet."

    def handle(self, **options):
        report = ensure_editor()
        self.report(options, report, in_words(report))


@transaction.atomic
def ensure_editor() -> dict:
    """`{"made": bool, "username": str, "password": str}`; the last two only when made."""
    users = get_user_model().objects
    if users.filter(is_staff=True, is_active=True).exists():
        return {"made": False}
    password = secrets.token_urlsafe(12)
    editor, _ = users.get_or_create(username="editor")
    editor.is_staff = editor.is_superuser = editor.is_active = True
    editor.set_password(password)
    editor.save()
    return {"made": True, "username": editor.get_username(), "password": password}


def in_words(report: dict) -> str:
    """The report for people: how to sign in, or that nothing had to be done."""
    if not report["made"]:
        return "An editor's account is there already (manage.py changepassword sets a new password)"
    return (
        f"Sign in to the editors' screens as {report['username']} with the password "
        f"{report['password']}\n(shown this once; manage.py changepassword editor sets another)"
    )
