"""Hashes cover what they say they cover."""

from datetime import UTC, datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st

from diplomacy.publishing import fixity

CONTENT = {"title": "T", "summary": "", "paragraphs": [], "clauses": [], "kind": "readout"}


def changed(**parts) -> set[str]:
    before, after = fixity.content_hashes(CONTENT), fixity.content_hashes(CONTENT | parts)
    return {name for name in before if before[name] != after[name]}


def test_each_hash_covers_its_part_alone():
    assert changed(title="Other") == {"text_hash"}
    assert changed(clauses=[{"key": "c1"}]) == {"annotations_hash"}
    assert changed(kind="press_account") == {"metadata_hash"}
    assert changed(anything="new") == {"metadata_hash"}


def test_the_metadata_hash_covers_what_is_said_of_the_edition():
    one = fixity.content_hashes(CONTENT, {"note": "a"})
    two = fixity.content_hashes(CONTENT, {"note": "b"})
    assert one["metadata_hash"] != two["metadata_hash"]


@given(st.dictionaries(st.text(), st.one_of(st.text(), st.integers(), st.none())))
def test_the_order_of_keys_does_not_matter(content):
    backwards = dict(reversed(list(content.items())))
    assert fixity.digest(content) == fixity.digest(backwards)


def test_an_entry_hash_does_not_depend_on_the_time_zone():
    moment = datetime(2024, 5, 15, 12, tzinfo=UTC)
    there = moment.astimezone(timezone(timedelta(hours=5)))
    fields = {"previous_hash": "", "number": 1, "uid": "u", "event": "new"}
    hashes = {"text_hash": "", "annotations_hash": "", "metadata_hash": ""}
    assert fixity.entry_hash(at=moment, **fields, **hashes) == fixity.entry_hash(
        at=there, **fields, **hashes
    )
