"""Acts and rounds: what an empty place may say."""

from types import SimpleNamespace

import pytest

from diplomacy.site.charts.acts import grid, what_was_read


def clause(act="commit", topic="rail", key="c1"):
    return {"act": act, "topics": [topic], "key": key}


def text(held="verbatim", *clauses, authority="joint_verbatim"):
    return SimpleNamespace(held=held, clauses=list(clauses), authority=authority)


def test_acts_stand_in_rows_and_rounds_in_columns():
    rounds = [SimpleNamespace(uid="a"), SimpleNamespace(uid="b")]
    first, second = (
        text("verbatim", clause("support"), clause("commit", key="c2")),
        text("paraphrase", clause("commit", "ferries"), clause("commit")),
    )
    drawn = grid(rounds, {"a": [first], "b": [second]}, {"rail"})
    assert [read for _round, read in drawn.columns] == ["in_full", "in_part"]
    told = {act: [[c["key"] for c in found] for found, _ in cells] for act, cells in drawn.rows}
    assert told == {"commit": [["c2"], ["c1"]], "support": [["c1"], []]}


def test_a_topic_in_no_clause_has_no_grid():
    rounds = [SimpleNamespace(uid="a")]
    assert grid(rounds, {"a": [text("verbatim", clause(topic="ferries"))]}, {"rail"}) is None
    assert grid([], {}, {"rail"}) is None


@pytest.mark.parametrize(
    ("texts", "read"),
    [
        ([], "not_held"),
        ([text("not_held")], "not_held"),
        ([text("verbatim")], "not_read"),
        ([text("paraphrase", clause()), text("verbatim")], "in_part"),
        ([text("excerpt", clause())], "in_part"),
        ([text("verbatim", clause(), authority="press")], "in_part"),
        ([text("verbatim", clause())], "in_full"),
    ],
)
def test_absence_is_claimed_only_of_a_whole_joint_text_that_was_read(texts, read):
    assert what_was_read(texts) == read
