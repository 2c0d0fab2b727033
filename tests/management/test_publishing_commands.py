"""publish, settle and verify_ledger: thin, with a report in sentences or in JSON."""

import json
from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.utils import timezone

from diplomacy import publishing
from diplomacy.models import Edition, Schedule
from tests.factories import make_document, make_published, make_user

pytestmark = pytest.mark.django_db


def run(*args) -> str:
    out = StringIO()
    call_command(*args, stdout=out, stderr=StringIO())
    return out.getvalue()


def test_publish_publishes_in_a_users_name():
    document, user = make_document(), make_user("shuya")
    assert run("publish", document.uid, "--by", "shuya") == f"{document.uid}: edition 1\n"
    assert Edition.objects.get().entry.by == user


def test_publish_names_what_is_missing_and_goes_on_with_the_rest():
    ready, unready = make_document(), make_document(authority="")
    out = StringIO()
    with pytest.raises(CommandError, match="Not everything"):
        call_command("publish", unready.uid, "none", ready.uid, "--json", stdout=out)
    rows = {row["uid"]: row for row in json.loads(out.getvalue())}
    assert rows[ready.uid]["edition"] == 1
    assert rows["none"]["reasons"] == ["There is no such record."]
    assert "authority" in rows[unready.uid]["reasons"][0]


def test_publish_knows_its_users():
    with pytest.raises(CommandError, match="no user 'nobody'"):
        run("publish", make_document().uid, "--by", "nobody")


def test_settle_publishes_what_is_due_once():
    document = make_document()
    publishing.publish(document, by=None, at=timezone.now() + timedelta(hours=1))
    assert run("settle") == "Nothing was due.\n"
    Schedule.objects.update(due_at=timezone.now() - timedelta(hours=1))
    with publishing.ledger.opened() as pen:
        pen.note_schedules()
    assert json.loads(run("settle", "--json"))["published"][0]["uid"] == document.uid
    assert run("settle") == "Nothing was due.\n"


def test_verify_ledger_prints_the_head():
    head = make_published().last_edition.entry.hash
    assert run("verify_ledger") == f"1 entries, all sound. Head: {head}\n"
    assert json.loads(run("verify_ledger", "--json"))["head"] == head


def test_verify_ledger_names_the_first_broken_entry():
    make_published(), make_published()
    with connection.cursor() as cursor:
        cursor.execute("UPDATE diplomacy_ledgerentry SET uid = 'x' WHERE number = 2")
    with pytest.raises(CommandError, match="Entry 2 is broken: its own line was altered"):
        run("verify_ledger")


@pytest.mark.parametrize("command", ["verify_ledger", "export_records"])
def test_a_command_that_reads_the_archive_settles_what_is_due_first(command):
    document = make_document()
    publishing.publish(document, by=None, at=timezone.now() + timedelta(hours=1))
    Schedule.objects.update(due_at=timezone.now() - timedelta(hours=1))
    with publishing.ledger.opened() as pen:
        pen.note_schedules()
    run(command)
    assert Edition.objects.get().record_id == document.pk
