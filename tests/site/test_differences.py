"""What differs between two editions, part by part."""

import pytest

from diplomacy import publishing
from diplomacy.reading.links import Links
from diplomacy.site.pages.differences import differences
from diplomacy.site.pages.parts import PARTS
from tests import factories as make

pytestmark = pytest.mark.django_db

NOT_TOLD = {"schema", "uid", "type"}
"""Parts of content that never change between two editions of a record."""


def told(old: dict, new: dict) -> dict:
    """Labels of the parts that differ, each with its rows as ``(name, old, new)``."""
    links = Links.for_contents([old, new], reverse=False)
    return {
        str(difference.label): [
            (
                row.name,
                "".join(text for op, text in row.steps if op != "insert"),
                "".join(text for op, text in row.steps if op != "delete"),
            )
            for row in difference.rows
        ]
        for difference in differences(old, new, links)
    }


@pytest.fixture
def content():
    return publishing.build(make.make_document("Old title", "One ford.", "Two fords."))


def test_equal_contents_do_not_differ(content):
    assert told(content, dict(content)) == {}


@pytest.mark.parametrize(
    "maker",
    [make.make_document, make.make_dialogue, make.make_commitment],
    ids=lambda m: m.__name__,
)
def test_every_part_of_content_is_compared(maker):
    content = publishing.build(maker())
    assert set(content) - NOT_TOLD <= {part.key for part in PARTS}


def test_paragraphs_are_paired_by_key_wherever_they_stand(content):
    one, two = content["paragraphs"]
    new = content | {
        "paragraphs": [two | {"number": "1"}, one | {"number": "2", "text": "One bridge."}]
    }
    assert told(content, new) == {
        "Paragraphs": [("Paragraph 2", "One ford.", "One bridge.")],
        "Numbers of the paragraphs": [("One bridge.", "1", "2"), ("Two fords.", "2", "1")],
    }


def test_a_paragraph_that_came_or_went_is_told_whole(content):
    one, two = content["paragraphs"]
    new = content | {"paragraphs": [one, two | {"key": "pother", "text": "A third."}]}
    assert told(content, new)["Paragraphs"] == [
        ("Paragraph 2", "Two fords.", ""),
        ("Paragraph 2", "", "A third."),
    ]


@pytest.mark.parametrize(
    ("change", "label", "old", "new"),
    [
        ({"held": "excerpt"}, "Held", "Full text, word for word", "An excerpt, word for word"),
        ({"authority": "readout"}, "Authority", "Press account", "One side's read-out"),
        ({"byline": "by Omar Zaid"}, "Byline", "", "by Omar Zaid"),
        ({"side": "cn"}, "Side", "", "China"),
    ],
)
def test_codes_are_told_in_words(content, change, label, old, new):
    assert told(content, content | change) == {label: [("", old, new)]}


def test_dates_and_people_are_told_in_words(content):
    date = content["dates"]["published"] | {"value": "2024-05", "basis": "inferred"}
    person = {"slug": "lin", "name": "Lin Shuya", "role": "speaker", "styled_as": "Envoy"}
    new = content | {"dates": {"published": date}, "people": [person]}
    assert told(content, new) == {
        "Dates": [
            (
                "Published",
                "16 May 2024 · Printed in the source",
                "May 2024 · Inferred from the source",
            )
        ],
        "People": [("", "", "Lin Shuya · Speaker · Envoy")],
    }


def test_words_of_prose_are_compared_one_by_one_and_codes_are_replaced_whole(content):
    new = content | {"title": "New title", "held": "excerpt"}
    links = Links.for_contents([content, new], reverse=False)
    steps = {str(part.label): part.rows[0].steps for part in differences(content, new, links)}
    assert steps == {
        "Title": [("delete", "Old"), ("insert", "New"), ("equal", " title")],
        "Held": [
            ("delete", "Full text, word for word"),
            ("insert", "An excerpt, word for word"),
        ],
    }


def test_mentions_of_one_day_are_told_apart():
    content = publishing.build(make.make_commitment())
    mention = content["mentions"][0]
    new = content | {"mentions": [mention, mention | {"type": "done", "text": "It was done."}]}
    assert told(content, new) == {"Evidence": [("15 May 2024", "", "Reported done · It was done.")]}
