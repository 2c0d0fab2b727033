"""A line that says something impossible is refused with the place and the reason."""

import pytest

from diplomacy.intake.interchange import LineError, check_authority, check_record, is_authority

GOOD = {"id": "a", "type": "op_ed", "title": "A view of the river"}


def reasons(**changes) -> list[str]:
    with pytest.raises(LineError) as caught:
        check_record(GOOD | changes)
    return list(caught.value.reasons)


def test_the_least_line_is_enough():
    assert check_record(GOOD) == []
    assert check_record(GOOD | {"id": 17, "ordinal": None, "outlet": None, "links": {}}) == []


def test_fields_that_are_not_known_are_named():
    assert check_record(GOOD | {"tittle": "A", "agenda": []}) == ["agenda", "tittle"]


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"id": None}, "id is missing"),
        ({"title": "  "}, "title is missing"),
        ({"title": 5}, "title must be text, not a number"),
        ({"title": "a" * 501}, "title is longer than 500 characters"),
        ({"id": "a" * 201}, "id is longer than 200 characters"),
        ({"summary": ["a"]}, "summary must be text, not a list"),
        ({"language": "klingon"}, "language “klingon” is not known"),
        ({"date": "15 May 2024"}, "date: “15 May 2024” is not a date"),
        ({"date": "2024-02-30"}, "date: There is no day 2024-02-30"),
        ({"date": 2024}, "date must be a date such as 2024-05-15, not a number"),
        ({"people": "Lin Shuya"}, "people must be a list, not text"),
        ({"people": [5]}, "people 1 must be an object, not a number"),
        ({"people": ["a", " "]}, "people 2 is empty"),
        ({"people": [{}]}, "people 1 names nothing: give its slug or its name"),
        ({"outlet": {"name": " "}}, "outlet names nothing: give its slug or its name"),
        ({"people": [{"name": "Lin", "role": "boss"}]}, "people 1.role “boss” is not one of"),
        ({"topics": ["a" * 201]}, "topics 1 is longer than 200 characters"),
        ({"ordinal": "five"}, "ordinal must be a whole number, not text"),
        ({"ordinal": True}, "ordinal must be a whole number, not true or false"),
        ({"ordinal": 0}, "ordinal must be from 1 to 32767"),
        ({"slug": "a b"}, "slug “a b” must be letters, digits and hyphens"),
        ({"uid": "Ab!"}, "uid “Ab!” must be 4 to 20 small letters and digits"),
        ({"authority": "hearsay"}, "authority “hearsay” is not one of"),
        ({"held": "stolen"}, "held “stolen” is not one of"),
        ({"dates": {"held": {"value": "2024"}}}, "dates: “held” is not one of event, visit"),
        ({"dates": {"published": {}}}, "dates.published has no value"),
        ({"relations": [{"type": "reports"}]}, "relations 1 has no uid"),
        ({"paragraphs": [{"number": "1"}]}, "paragraphs 1 has no text"),
        ({"clauses": [{"text": "a", "act": "sing"}]}, "clauses 1.act “sing” is not one of"),
        ({"sources": [{"published": "May"}]}, "sources 1.published: “May” is not a date"),
        ({"state": "withdrawn"}, "reason is missing: say why the record is withdrawn"),
        ({"state": "secret"}, "state “secret” is not one of public, withdrawn"),
        ({"schema": 2}, "schema must be from 1 to 1"),
        ({"kind": "op_ed", "type": "dialogue"}, "type “dialogue” does not fit the kind op_ed"),
    ],
)
def test_a_bad_field_is_named_with_the_reason(changes, reason):
    (found,) = reasons(**changes)
    assert found.startswith(reason)


def test_all_that_is_wrong_is_said_at_once():
    assert len(reasons(id=None, date="never", people=5)) == 3


@pytest.mark.parametrize(
    ("type", "reason"),
    [
        (None, "type is missing"),
        ("dialog_round", "type “dialog_round” is not known; did you mean dialogue_round?"),
        ("persn", "type “persn” is not known; did you mean person?"),
        (["op_ed"], "type “['op_ed']” is not known"),
        ("zzz", "type “zzz” is not known; known: dialogue_round, "),
    ],
)
def test_an_unknown_type_names_the_nearest_known(type, reason):
    assert not is_authority({"type": type})
    assert reasons(type=type)[0].startswith(reason)


def test_an_authority_line_is_told_by_its_type_and_checked():
    line = {"type": "place", "slug": "river-town", "label": "River Town", "kind": "city"}
    assert is_authority(line)
    assert check_authority(line | {"mayor": "Lin"}) == ["mayor"]
    with pytest.raises(LineError, match="has no slug"):
        check_authority({"type": "place", "label": "River Town"})
    with pytest.raises(LineError, match=r"names 1\.usage “nick” is not one of"):
        check_authority(line | {"names": [{"form": "Town", "usage": "nick"}]})
