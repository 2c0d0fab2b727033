"""The command that writes to those who follow a search."""

import json
from io import StringIO

import pytest
from django.core import mail
from django.core.management import CommandError, call_command

from tests import factories
from tests.correspondence.mailing import follow

pytestmark = pytest.mark.django_db


def run(*arguments: str) -> str:
    out = StringIO()
    call_command("send_notices", *arguments, stdout=out)
    return out.getvalue()


def test_it_writes_to_those_who_are_due_and_says_to_how_many():
    follow("q=bridge")
    follow("q=bridge", "weekly@example.org", rhythm="weekly")
    factories.make_published("A bridge")
    assert "Messages sent: 1; records told in them: 1" in run()
    assert mail.outbox[-1].to == ["reader@example.org"]
    assert "Messages sent: 0" in run()


def test_as_json_it_says_the_same_alone():
    follow("q=bridge")
    factories.make_published("A bridge")
    assert json.loads(run("--json")) == {
        "sent": 1,
        "told": 1,
        "refused": 0,
        "forgotten": 0,
        "unconfirmed": 0,
    }


def test_without_a_mail_server_it_says_so(settings):
    settings.SENDS_MAIL = False
    with pytest.raises(CommandError, match="EMAIL_URL"):
        run()


def test_a_server_that_does_not_answer_is_an_error(settings):
    follow("q=bridge")
    factories.make_published("A bridge")
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    with pytest.raises(CommandError, match="does not take"):
        run()
