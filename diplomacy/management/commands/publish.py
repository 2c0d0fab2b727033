"""Publish records by their uid, through the verb an editor uses."""

from django.contrib.auth import get_user_model
from django.core.management.base import CommandError

from diplomacy import publishing
from diplomacy.management.reporting import ReportingCommand
from diplomacy.models import Record
from diplomacy.vocabulary import EDITORIAL_CHANGES


class Command(ReportingCommand):
    help = "Publish the working copies of the records named by their uid."

    def add_own_arguments(self, parser):
        parser.add_argument("uids", nargs="+", metavar="UID")
        parser.add_argument("--by", metavar="USERNAME", help="in whose name it is done")
        parser.add_argument(
            "--change",
            choices=[change.value for change in EDITORIAL_CHANGES],
            help="kind of change",
        )
        parser.add_argument("--note", default="", help="what readers are told")

    def handle(self, *args, uids, **options):
        by = self._user(options["by"])
        rows = [self._publish(uid, by, options) for uid in uids]
        lines = [
            f"{row['uid']}: edition {row['edition']}"
            if row["edition"]
            else f"{row['uid']}: not published. {' '.join(row['reasons'])}"
            for row in rows
        ]
        self.report(options, rows, *lines)
        if any(row["reasons"] for row in rows):
            raise CommandError("Not everything was published.")

    def _user(self, username: str | None):
        if not username:
            return None
        try:
            return get_user_model().objects.get(username=username)
        except get_user_model().DoesNotExist as error:
            raise CommandError(f"There is no user {username!r}.") from error

    def _publish(self, uid: str, by, options) -> dict:
        record = Record.objects.filter(uid=uid).first()
        if record is None:
            return {"uid": uid, "edition": None, "reasons": ["There is no such record."]}
        try:
            edition = publishing.publish(
                record, by=by, change=options["change"], note=options["note"]
            )
        except publishing.Refused as refused:
            return {"uid": uid, "edition": None, "reasons": refused.reasons}
        return {"uid": uid, "edition": edition.n, "reasons": []}
