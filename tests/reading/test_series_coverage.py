"""What is held of each series, counted."""

import pytest

from diplomacy import publishing
from diplomacy.reading.series_coverage import series
from tests import factories
from tests.reading.rounds import make_round

NEAREST = [
    ("joint_text", [("joint_verbatim", "verbatim", ""), ("press", "verbatim", "")]),
    ("joint_text_in_part", [("joint_verbatim", "excerpt", ""), ("readout", "verbatim", "cn")]),
    ("joint_rendering", [("joint_rendering", "paraphrase", ""), ("readout", "verbatim", "cn")]),
    ("readouts", [("readout", "verbatim", "cn"), ("readout", "excerpt", "pk")]),
    ("readout", [("readout", "verbatim", "cn"), ("readout", "excerpt", "cn")]),
    ("readout", [("readout", "verbatim", "cn"), ("readout", "not_held", "pk")]),
    ("report", [("readout_report", "verbatim", "cn"), ("press", "verbatim", "")]),
    ("nothing", [("joint_verbatim", "not_held", "")]),
    ("nothing", []),
]


@pytest.mark.django_db
@pytest.mark.parametrize(("nearest", "texts"), NEAREST)
def test_the_nearest_to_a_rounds_words_is_found(nearest, texts):
    make_round(factories.make_series(), 1, *texts)
    [found] = series()
    assert {code: n for code, n in found.nearest.items() if n} == {nearest: 1}
    assert found.texts == len(texts)


@pytest.mark.django_db
def test_rounds_of_a_series_and_the_numbers_that_none_has():
    river = factories.make_series("River Commission", slug="river")
    for ordinal in (2, 5, None):
        make_round(river, ordinal)
    make_round(river, 9, status="postponed")
    [found] = series()
    assert (found.slug, found.title, found.rounds, found.held) == (
        "river",
        "River Commission",
        4,
        3,
    )
    assert found.missing == 3
    assert sum(found.nearest.values()) == found.held


@pytest.mark.django_db
def test_series_merged_into_one_are_counted_as_one():
    kept, other = factories.make_series(slug="kept"), factories.make_series(slug="other")
    make_round(kept, 1, ("press", "verbatim", ""))
    make_round(other, 2, ("press", "verbatim", ""))
    publishing.merge_authority(other, kept, by=None)
    [found] = series()
    assert (found.slug, found.rounds, found.missing, found.texts) == ("kept", 2, 0, 2)
