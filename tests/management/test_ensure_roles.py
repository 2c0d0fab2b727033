"""The groups Editors and Publishers."""

import json
from io import StringIO

import pytest
from django.contrib.auth.models import Group
from django.core.management import call_command

pytestmark = pytest.mark.django_db


def run(*arguments: str) -> str:
    out = StringIO()
    call_command("ensure_roles", *arguments, stdout=out)
    return out.getvalue()


def may(group: str) -> set[str]:
    return set(Group.objects.get(name=group).permissions.values_list("codename", flat=True))


def test_editors_write_records_and_look_at_the_rest():
    run()
    assert {"add_account", "change_dialogue", "view_person", "view_edition"} <= may("Editors")
    assert not {"publish_record", "change_person", "delete_account"} & may("Editors")


def test_editors_settle_reports_and_do_not_see_who_follows_what():
    run()
    assert {"view_problemreport", "settle_problemreport"} <= may("Editors")
    assert "view_savedsearch" in may("Publishers") - may("Editors")


def test_publishers_do_everything_but_manage_users():
    run()
    publishers = may("Publishers")
    assert {"publish_record", "withdraw_record", "merge_record", "change_person"} <= publishers
    assert not {name for name in publishers if name.endswith(("_user", "_group"))}


def test_a_second_run_gives_nothing_and_takes_nothing():
    first = json.loads(run("--json"))
    assert min(first.values()) > 10
    group = Group.objects.get(name="Editors")
    group.permissions.remove(group.permissions.get(codename="add_account"))
    assert json.loads(run("--json")) == {"Editors": 1, "Publishers": 0}
    assert "there already" in run()
