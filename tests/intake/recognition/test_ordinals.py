import pytest

from diplomacy.intake.recognition.ordinals import find_ordinals
from diplomacy.text.normalise import fold_name


@pytest.mark.parametrize(
    ("printed", "number"),
    [
        ("the Fifth Round", 5),
        ("the 5th round", 5),
        ("the twenty-fifth meeting", 25),
        ("the inaugural meeting", 1),
        ("第七次", 7),
        ("第十二轮", 12),
        ("第6輪", 6),
        ("ساتویں دور", 7),
        ("پانچواں دور", 5),
        ("7ویں", 7),
        ("چھٹے دور", 6),
    ],
)
def test_ordinals_are_read_in_three_languages(printed, number):
    assert [found[0] for found in find_ordinals(fold_name(printed))] == [number]


@pytest.mark.parametrize("text", ["five rounds", "in 2025", "七个项目", "page 5", "5.2th"])
def test_counts_and_years_are_no_ordinals(text):
    assert find_ordinals(fold_name(text)) == []
