"""`manage.py export_records`: the public archive on standard output, or in a file."""

import io
import json
import os

import pytest
from django.core.management import CommandError, call_command

from diplomacy.exports import jsonl
from tests.factories import make_document, make_published

pytestmark = pytest.mark.django_db


def run(*arguments) -> str:
    out = io.StringIO()
    call_command("export_records", *arguments, stdout=out)
    return out.getvalue()


def test_the_export_is_all_there_is_on_standard_output():
    make_published("Shown")
    make_document("Hidden draft")
    text = run()
    assert text == "".join(jsonl.everything())
    assert "Shown" in text
    assert "Hidden draft" not in text


def test_a_reader_who_has_seen_enough_ends_it_quietly():
    make_published("Shown")
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "w") as out:
        call_command("export_records", stdout=out)
        out.write("what is said afterwards goes nowhere")


def test_a_file_is_written_whole(tmp_path):
    make_published("Shown")
    path = tmp_path / "export.jsonl"
    assert json.loads(run("-o", str(path), "--json")) == {"lines": 2}
    assert path.read_text(encoding="utf-8") == run()
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_that_is_not_there_is_said(tmp_path):
    with pytest.raises(CommandError, match="cannot be written"):
        run("-o", str(tmp_path / "none" / "export.jsonl"))
