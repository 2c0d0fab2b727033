"""What `make run` does before it serves."""

from io import StringIO

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.management import call_command

from diplomacy.models import LedgerEntry, Record, SearchName, SearchWord


def prepare() -> str:
    out = StringIO()
    call_command("prepare", stdout=out)
    return out.getvalue()


def state() -> tuple:
    counted = (Record, LedgerEntry, Group, get_user_model())
    return tuple(model.objects.count() for model in counted)


@pytest.mark.django_db
def test_it_fills_an_empty_archive_once():
    assert state() == (0, 0, 0, 0)
    first = prepare()
    filled = state()
    assert min(filled) > 0
    assert "with the password" in first
    second = prepare()
    assert state() == filled
    assert "with the password" not in second


@pytest.mark.django_db
def test_it_derives_what_an_upgrade_brought():
    prepare()
    words = set(SearchWord.objects.values_list("word", flat=True))
    names = SearchName.objects.count()
    SearchWord.objects.all().delete()
    SearchName.objects.all().delete()
    prepare()
    # What only records name that were taken away since is not kept a second time.
    assert words >= set(SearchWord.objects.values_list("word", flat=True)) > set()
    assert names >= SearchName.objects.count() > 0
