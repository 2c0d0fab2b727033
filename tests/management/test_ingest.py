import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from diplomacy.models import Document, RawText, Record
from tests.factories import make_user
from tests.intake import demo, pages

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(tmp_path):
    demo.fill()
    path = tmp_path / "page.txt"
    path.write_text(pages.READOUT_REPORT, "utf-8")
    return path


def run(*args, **options):
    out, err = StringIO(), StringIO()
    code = 0
    try:
        call_command("ingest", *map(str, args), stdout=out, stderr=err, **options)
    except SystemExit as stop:
        code = stop.code
    return out.getvalue(), err.getvalue(), code


def test_a_dry_run_writes_nothing_and_prints_json_alone(page):
    out, err, code = run(page, dry_run=True, json=True)
    [row] = json.loads(out)
    assert (err, code) == ("", 0)
    assert row["file"] == str(page)
    assert list(row)[:10] == [
        "file", "title", "kind", "authority", "language", "dateline", "place", "agency", "outlet",
        "byline",
    ]  # fmt: skip
    assert set(row["dates"]) == {
        "event", "document", "release", "published", "dateline", "retrieved",
    }  # fmt: skip
    assert set(row["clauses"][0]) >= {
        "paragraph", "text", "voice", "act", "verb", "topics", "speaker", "mode",
    }  # fmt: skip
    assert "uid" not in row
    assert (Record.objects.count(), RawText.objects.count()) == (0, 0)


def test_the_report_says_the_path_given_and_the_desk_the_name_of_the_file_alone(page):
    [row] = json.loads(run(page, json=True)[0])
    assert row["file"] == str(page)
    assert "/" in row["file"]
    assert RawText.objects.get().filename == page.name
    assert Document.objects.get().actions.get(verb="received").note == page.name


def test_a_run_makes_drafts_and_a_second_run_nothing(page):
    out, _, _ = run(page, json=True)
    [row] = json.loads(out)
    assert Document.objects.get().uid == row["uid"]
    out, _, code = run(page, json=True)
    [again] = json.loads(out)
    assert (again["uid"], again["already_held"], code) == (row["uid"], True, 0)
    assert Document.objects.count() == 1


def test_the_report_for_people_names_what_was_read_and_what_to_look_at(page):
    out, _, _ = run(page)
    assert "Associated Press of Pakistan" in out
    assert "2026-01-04 (inferred)" in out
    assert "Please look: The page has no title" in out
    assert "already held" in run(page)[0]


def test_a_bad_file_is_named_with_its_reason_and_stops_no_other(page, tmp_path):
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0")
    files = [tmp_path / "empty.txt", tmp_path / "none.txt", tmp_path / "picture.txt", page]
    out, err, code = run(*files, json=True)
    rows = json.loads(out)
    assert [row.get("error") for row in rows] == [
        "it is empty",
        "no such file or directory",
        "it is a picture (PNG), not a text",
        None,
    ]
    assert code == 1
    assert "3 of 4" in err
    assert Document.objects.count() == 1


def test_the_encoding_may_be_given(tmp_path):
    path = tmp_path / "old.txt"
    path.write_bytes("双方会谈。\n\n双方同意加强合作。".encode("gb18030"))
    assert run(path)[2] == 1
    out, _, code = run(path, encoding="gb18030", json=True)
    assert (json.loads(out)[0]["language"], code) == ("zh-hans", 0)


def test_who_brings_pages_in_is_kept_and_must_exist(page):
    user = make_user("nadia")
    run(page, by="nadia")
    assert Document.objects.get().created_by == user
    with pytest.raises(CommandError, match="nobody"):
        run(page, by="nobody")
