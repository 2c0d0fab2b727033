"""`manage.py import_records`: files in, a report out."""

import gzip
import io
import json
import sys

import pytest
from django.core.management import CommandError, call_command

from diplomacy.models import ImportedRow, LedgerEntry, PublicRecord, Record
from tests.factories import make_user

pytestmark = pytest.mark.django_db

LINE = {"id": "a", "type": "op_ed", "title": "A view", "summary": "Why.", "date": "2024"}
BAD = {"id": "b", "type": "op_edd", "title": "A view"}


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "rows.jsonl"
    path.write_text(json.dumps(LINE) + "\n", encoding="utf-8")
    return str(path)


def run(*arguments, **options) -> str:
    out = io.StringIO()
    call_command("import_records", *arguments, stdout=out, stderr=io.StringIO(), **options)
    return out.getvalue()


def test_a_file_becomes_drafts_and_with_publish_public_records(file):
    assert run(file) == "1 lines: 1 made, 0 updated, 0 unchanged, 0 failed; 0 published.\n"
    assert Record.objects.get().state == "draft"
    assert "1 published" in run(file, "--publish")
    assert PublicRecord.objects.get().title == "A view"


def test_the_report_can_be_json_alone(file):
    report = json.loads(run(file, "--json", "--source", "partner"))
    assert (report["created"], report["failed"], report["failures"]) == (1, 0, [])
    assert ImportedRow.objects.get().source == "partner"


def test_a_failed_line_is_printed_and_the_command_fails(file, capsys):
    with open(file, "a", encoding="utf-8") as more:
        more.write(json.dumps(BAD))
    out = io.StringIO()
    with pytest.raises(SystemExit) as stopped:
        call_command("import_records", file, stdout=out)
    assert stopped.value.code == 1
    assert "line 2: type “op_edd” is not known; did you mean op_ed?" in out.getvalue()
    assert Record.objects.get().title == "A view"


def test_lines_are_taken_from_standard_input(monkeypatch):
    stdin = io.TextIOWrapper(io.BytesIO(json.dumps(LINE).encode()))
    monkeypatch.setattr(sys, "stdin", stdin)
    assert "1 made" in run("-")


def test_a_packed_file_is_read_and_a_damaged_one_said(tmp_path):
    packed = gzip.compress(json.dumps(LINE).encode())
    good, short = tmp_path / "good.jsonl.gz", tmp_path / "short.jsonl.gz"
    good.write_bytes(packed)
    short.write_bytes(packed[:-12])
    assert "1 made" in run(str(good))
    with pytest.raises(CommandError, match=r"short\.jsonl\.gz cannot be read"):
        run(str(short))


def test_a_file_that_is_not_there_is_said(tmp_path):
    with pytest.raises(CommandError, match=r"none\.jsonl cannot be read"):
        run(str(tmp_path / "none.jsonl"))


def test_the_ledger_says_who_imported(file):
    make_user("noor")
    run(file, "--publish", "--by", "noor")
    assert LedgerEntry.objects.get().by.username == "noor"
    with pytest.raises(CommandError, match="There is no account “nobody”"):
        run(file, "--by", "nobody")
