"""Write to those who follow a search and are due."""

from django.conf import settings
from django.core.management.base import CommandError

from diplomacy.correspondence import letters, notices
from diplomacy.management.reporting import ReportingCommand


class Command(ReportingCommand):
    help = (
        "Write to everyone who follows a search by e-mail and has not been told its news: at once,"
        " or once a week, as each has chosen. Meant to be run every few minutes; two runs at once"
        " never write the same letter, and a run that was broken off is taken up by the next."
    )

    def handle(self, *args, **options):
        if not settings.SENDS_MAIL:
            raise CommandError("This archive sends no e-mail: EMAIL_URL is not set.")
        try:
            tally = notices.send_notices(self._say)
        except letters.NotSentError as error:
            raise CommandError(f"The mail server does not take messages: {error}") from error
        lines = [
            f"Messages sent: {tally.sent}; records told in them: {tally.told}",
            *([f"Refused by their address: {tally.refused}"] if tally.refused else []),
            *([f"Forgotten after many refusals: {tally.forgotten}"] if tally.forgotten else []),
            *([f"Never confirmed, deleted: {tally.unconfirmed}"] if tally.unconfirmed else []),
        ]
        self.report(options, tally.as_dict(), *lines)

    def _say(self, sent: int) -> None:
        if sent and sent % 100 == 0:
            self.progress(f"{sent} messages sent")
