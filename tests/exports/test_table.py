"""The flat table: one row a record, in chunks, and no formula."""

import csv
import io

import pytest

from diplomacy.exports import chunks, table
from diplomacy.models import PublicRecord
from tests.factories import make_dialogue, make_published, make_series, publish

pytestmark = pytest.mark.django_db


def read(**kwargs) -> list[dict]:
    text = "".join(table.rows(PublicRecord.objects.all(), **kwargs))
    return list(csv.DictReader(io.StringIO(text)))


@pytest.mark.parametrize(
    "title", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1", '=HYPERLINK("http://x")']
)
def test_no_cell_is_a_formula(title):
    make_published(title)
    (row,) = read()
    assert row["title"] == f"'{title}"


@pytest.mark.parametrize("title", ["Plain", "a = b", "“Quoted”, with commas\nand lines", "河"])
def test_other_cells_are_as_they_are(title):
    make_published(title)
    (row,) = read()
    assert row["title"] == title


def test_every_record_is_there_once_in_order_over_many_chunks(monkeypatch):
    monkeypatch.setattr(chunks, "CHUNK", 2)
    for day in (3, 1, 2, 5, 4):
        make_published(f"Day {day}", date=f"2024-01-0{day}")
    assert [row["title"] for row in read()] == [f"Day {day}" for day in (5, 4, 3, 2, 1)]
    oldest = read(is_oldest_first=True)
    assert [row["title"] for row in oldest] == [f"Day {day}" for day in (1, 2, 3, 4, 5)]


def test_an_archive_with_nothing_public_gives_the_heading_alone():
    assert list(table.rows(PublicRecord.objects.all())) == [",".join(table.COLUMNS) + "\r\n"]


def test_what_belongs_to_one_type_is_empty_for_the_others():
    publish(make_dialogue("Third round", series=make_series(slug="river"), ordinal=3))
    make_published("On the ferry")
    by_title = {row["title"]: row for row in read()}
    assert (by_title["Third round"]["series"], by_title["Third round"]["ordinal"]) == ("river", "3")
    assert (by_title["On the ferry"]["series"], by_title["On the ferry"]["ordinal"]) == ("", "")
    assert by_title["On the ferry"]["authority"] == "press"
