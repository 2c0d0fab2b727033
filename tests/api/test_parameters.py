"""Parameters every endpoint shares."""

from datetime import UTC, datetime

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from diplomacy.api.parameters import day_of, moment_in, names_of
from diplomacy.search.params import BadParameter


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-03-01", datetime(2026, 3, 1, tzinfo=UTC)),
        ("2026-03-01T09:30", datetime(2026, 3, 1, 9, 30, tzinfo=UTC)),
        ("2026-03-01T09:30:00Z", datetime(2026, 3, 1, 9, 30, tzinfo=UTC)),
        ("2026-03-01T09:30:00+05:00", datetime(2026, 3, 1, 4, 30, tzinfo=UTC)),
        ("2026-03-01T09:30:00 05:00", datetime(2026, 3, 1, 4, 30, tzinfo=UTC)),
        ("2026-03-01 09:30", datetime(2026, 3, 1, 9, 30, tzinfo=UTC)),
    ],
)
def test_moments(text, moment):
    assert moment_in({"since": text}, "since") == moment


def test_an_empty_moment_is_none():
    assert moment_in({"since": ""}, "since") is moment_in({}, "since") is None


def outcome(text: str):
    """The moment read, or the parameter that was refused."""
    try:
        return moment_in({"since": text}, "since")
    except BadParameter as error:
        return error.name


@given(st.text(min_size=1) | st.from_regex(r"\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}([+-]\d{2}:\d{2})?)?"))
def test_any_text_is_a_moment_or_refused_as_one(text):
    read = outcome(text)
    assert read == "since" or read.tzinfo is UTC


def test_a_past_day_ends_at_its_end_and_today_now(monkeypatch):
    now = datetime(2026, 3, 2, 9, tzinfo=UTC)
    monkeypatch.setattr(timezone, "now", lambda: now)
    assert day_of({"as_of": "2026-03-01"}, "as_of") == datetime(
        2026, 3, 1, 23, 59, 59, 999999, tzinfo=UTC
    )
    assert day_of({"as_of": "2026-03-02"}, "as_of") == now
    assert day_of({}, "as_of") is day_of({"as_of": ""}, "as_of") is None


def test_a_name_that_is_not_there_is_told_with_those_that_are():
    assert names_of({"fields": "uid, title"}, "fields", ["uid", "title"]) == ["uid", "title"]
    with pytest.raises(BadParameter) as refused:
        names_of({"fields": "colour"}, "fields", ["uid", "title"])
    assert refused.value.reason == "There is no “colour” here; there is: uid, title."
