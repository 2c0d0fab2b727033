"""Everything at once: streamed lines of what a search selects."""

import csv
import io
import json

import pytest

from diplomacy import publishing
from diplomacy.exports import jsonl
from tests.factories import make_document, make_published

pytestmark = pytest.mark.django_db


def text_of(answer) -> str:
    assert answer.status_code == 200
    assert answer.streaming
    return b"".join(answer.streaming_content).decode()


def test_json_lines_are_the_export_of_the_archive(get):
    for _ in range(3):
        make_published()
    make_document("A draft")
    answer = get("export/records.jsonl")
    assert answer["Content-Type"] == "application/x-ndjson; charset=utf-8"
    assert answer["Content-Disposition"] == 'attachment; filename="records.jsonl"'
    text = text_of(answer)
    assert text == "".join(jsonl.records())
    uids = [json.loads(line)["uid"] for line in text.splitlines()]
    assert uids == sorted(uids)
    assert len(uids) == 3


@pytest.mark.parametrize("name", ["records.jsonl", "records.csv"])
def test_exports_take_the_filters_of_records(get, name):
    make_published("On the ferry", kind="readout", authority="readout")
    make_published("On the bridge")
    text = text_of(get(f"export/{name}", kind="readout", q="ferry", since="2020-01-01"))
    assert "On the ferry" in text
    assert "On the bridge" not in text


def test_the_table_has_a_row_for_each_record_newest_first_or_oldest(get, settings):
    make_published("Early", date="2023-01-01")
    late = make_published("Late, or “later”", date="2024-01-01")
    publishing.withdraw(late, by=None, reason="Taken back.", keep_text=True)
    answer = get("export/records.csv")
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    rows = list(csv.DictReader(io.StringIO(text_of(answer))))
    assert [row["title"] for row in rows] == ["Late, or “later”", "Early"]
    assert rows[0]["date"] == "2024-01-01"
    assert (rows[0]["standing"], rows[0]["reason"]) == ("withdrawn", "Taken back.")
    assert rows[0]["countries"] == "cn"
    assert rows[0]["page"] == f"{settings.BASE_URL}/records/{late.uid}/{late.slug}/"
    oldest = csv.DictReader(io.StringIO(text_of(get("export/records.csv", sort="date"))))
    assert [row["title"] for row in oldest] == ["Early", "Late, or “later”"]
