"""The closed lists, and what follows from a code."""

import pytest

from diplomacy.vocabulary import direction


@pytest.mark.parametrize(
    ("language", "way"),
    [
        ("ur", "rtl"),
        ("fa-af", "rtl"),
        ("zh-hant", "ltr"),
        ("en", "ltr"),
        ("", "ltr"),
        (None, "ltr"),
    ],
)
def test_a_language_runs_its_way_however_closely_it_is_told(language, way):
    assert direction(language) == way
