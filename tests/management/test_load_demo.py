"""The demonstration archive shows everything the software can, and loads once."""

import io
import json
from contextlib import contextmanager

import pytest
from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import connection, transaction
from django.db.models import Count

from diplomacy import kinds, publishing
from diplomacy.exports import jsonl
from diplomacy.management.commands import load_demo
from diplomacy.management.importing import Import
from diplomacy.models import (
    AUTHORITY_MODELS,
    Clause,
    CommitmentMention,
    Dialogue,
    Document,
    Edition,
    LedgerEntry,
    Person,
    PublicRecord,
    Record,
    Schedule,
)
from diplomacy.search import engines
from diplomacy.vocabulary import Change, Standing, State, Step

DEMO = settings.BASE_DIR / "fixtures" / "demo"

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]


def run() -> dict:
    out = io.StringIO()
    call_command("load_demo", "--json", stdout=out)
    return json.loads(out.getvalue())


@pytest.fixture(scope="module")
def demo(django_db_setup, django_db_blocker):
    """The demonstration, loaded once for all tests of this file; gives the command's report."""
    with django_db_blocker.unblock(), undone():
        yield run()


@contextmanager
def undone():
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def test_every_line_is_taken_and_every_step_of_the_story_played(demo):
    story = (DEMO / "story.jsonl").read_text("utf-8")
    assert demo["failures"] == []
    assert demo["made"] == demo["lines"] > 450
    assert demo["played"] == len(story.splitlines())
    assert publishing.verify_ledger().broken is None


def test_every_kind_and_every_way_of_standing_is_shown():
    assert set(PublicRecord.objects.values_list("kind", flat=True)) == set(kinds.KINDS)
    assert set(PublicRecord.objects.values_list("standing", flat=True)) == set(Standing.values)
    assert set(Record.objects.values_list("state", flat=True)) == set(State.values)
    assert set(Document.objects.values_list("authority", flat=True)) == set(kinds.AUTHORITIES)
    assert set(CommitmentMention.objects.values_list("type", flat=True)) == set(Step.values)
    changes = set(Edition.objects.values_list("change", flat=True))
    assert changes == set(Change.values) - {Change.ANNOTATION}


def test_a_correction_is_told_and_a_schedule_waits():
    correction = Edition.objects.get(change=Change.CORRECTION)
    assert "marked as inferred" in correction.note
    schedule = Schedule.objects.get()
    assert schedule.status == Schedule.Status.WAITING
    live = schedule.record.last_edition
    assert live.content["summary"] != schedule.content["summary"]
    assert schedule.content["summary"] not in "".join(jsonl.records())


def test_published_text_stays_while_its_next_version_is_drafted():
    drafted = Record.objects.get(slug="fmsd-6")
    assert drafted.state == State.DRAFT
    assert drafted.summary != drafted.last_edition.content["summary"]


def test_a_series_has_gaps_and_a_round_two_accounts():
    rounds = Dialogue.objects.filter(series__slug="jcc").exclude(ordinal=None)
    ordinals = set(rounds.values_list("ordinal", flat=True))
    assert set(range(min(ordinals), max(ordinals) + 1)) - ordinals
    accounts = PublicRecord.objects.listed().filter(family=kinds.ACCOUNT).exclude(dialogue_uid="")
    by_round = accounts.values("dialogue_uid").annotate(total=Count("pk"))
    assert by_round.filter(total__gte=2).exists()


def test_two_forms_of_one_person_are_merged():
    assert Person.objects.get(slug="ishaque-dar").merged_into.slug == "ishaq-dar"


def test_every_type_of_authority_record_is_shown():
    types = {json.loads(line)["type"] for line in jsonl.authorities()}
    assert types == set(AUTHORITY_MODELS)


def test_nothing_poses_as_a_text_the_archive_holds():
    held = set(Document.objects.values_list("held", "display"))
    assert held == {("paraphrase", "full"), ("not_held", "metadata")}
    formulas = Clause.objects.exclude(formula="").values_list("formula", flat=True)
    assert formulas
    assert [formula for formula in formulas if len(formula.split()) > 12] == []


def test_every_document_links_to_where_it_was_read():
    described = Document.objects.exclude(last_edition=None)
    assert not described.filter(sources=None).exists()


def test_the_fixtures_speak_of_records_and_not_of_how_they_were_made():
    for path in DEMO.glob("*.jsonl"):
        assert "sample" not in path.read_text("utf-8").lower(), path.name


def test_a_second_run_changes_nothing():
    ledger = list(LedgerEntry.objects.values_list("number", "hash"))
    assert run() == {"lines": 0, "made": 0, "published": 0, "played": 0, "failures": []}
    assert list(LedgerEntry.objects.values_list("number", "hash")) == ledger


def test_a_newer_demonstration_adds_and_undoes_nothing_editors_did(monkeypatch):
    Record.objects.filter(slug="fmsd-1").update(title="As the editor has it")
    Person.objects.filter(slug="wang-yi").update(note="As the editor has it")
    removed = Record.objects.get(slug="jcc14-br")
    publishing.remove(removed, by=None, reason="The editor does not want it.")
    ledger = LedgerEntry.objects.count()
    monkeypatch.setattr(load_demo, "_digest", lambda folder: "another")
    report = run()
    assert (report["made"], report["published"], report["played"]) == (0, 0, 0)
    assert LedgerEntry.objects.count() == ledger
    assert Record.objects.get(slug="fmsd-1").title == "As the editor has it"
    assert Person.objects.get(slug="wang-yi").note == "As the editor has it"


def test_its_export_imports_into_an_empty_archive_and_exports_the_same():
    export = "".join(jsonl.everything())
    empty_the_archive()
    assert list(jsonl.everything()) == []
    report = take(export)
    assert (report.failures, report.warnings) == ([], [])
    assert report.created == report.lines == len(export.splitlines())
    assert "".join(jsonl.everything()) == export
    ledger = LedgerEntry.objects.count()
    again = take(export)
    assert (again.created, again.updated, again.published) == (0, 0, 0)
    assert LedgerEntry.objects.count() == ledger
    assert publishing.verify_ledger().broken is None


def take(export: str):
    job = Import(source="an export", publish=True)
    return job.run(io.BytesIO(export.encode()))


def empty_the_archive() -> None:
    """Delete every row: foreign keys are checked when the transaction ends, which it never does."""
    models = apps.get_app_config("diplomacy").get_models(include_auto_created=True)
    tables = {model._meta.db_table for model in models}
    with connection.cursor() as cursor:
        for table in tables:
            cursor.execute(f"DELETE FROM {connection.ops.quote_name(table)}")
    engines.for_connection(connection).clear()
