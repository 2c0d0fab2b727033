"""The account that `make run` makes."""

import json
from io import StringIO

import pytest
from django.core.management import call_command

pytestmark = pytest.mark.django_db


def run(*arguments: str) -> str:
    out = StringIO()
    call_command("ensure_editor", *arguments, stdout=out)
    return out.getvalue()


def test_the_first_run_prints_a_password_that_opens_the_editors_screens(client):
    report = json.loads(run("--json"))
    assert report["made"] is True
    assert len(report["password"]) >= 16
    assert client.login(username=report["username"], password=report["password"])
    assert client.get("/admin/").status_code == 200


def test_a_second_run_makes_nothing_and_changes_no_password(django_user_model):
    run()
    before = django_user_model.objects.values().get()
    assert json.loads(run("--json")) == {"made": False}
    assert "there already" in run()
    assert django_user_model.objects.values().get() == before


def test_an_archive_with_editors_of_its_own_gets_no_further_account(django_user_model):
    django_user_model.objects.create_user("amina", is_staff=True)
    assert json.loads(run("--json")) == {"made": False}
    assert list(django_user_model.objects.values_list("username", flat=True)) == ["amina"]


def test_the_words_name_the_account_and_its_password(django_user_model):
    words = run()
    editor = django_user_model.objects.get(username="editor")
    password = words.split("password ")[1].split()[0]
    assert "as editor" in words
    assert editor.check_password(password)
