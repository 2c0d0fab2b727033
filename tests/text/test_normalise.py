import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplomacy.text.normalise import clean, fold, fold_name, fold_with_offsets


def test_clean_joins_line_ends_and_keeps_words():
    assert clean("\ufeffone  two \r\nthree\u2028four\t\r") == "one  two\nthree\nfour\n"


def test_clean_composes_accents():
    assert clean("Bele\u0301m") == "Bel\u00e9m"


def test_clean_refuses_nul_in_plain_words():
    with pytest.raises(ValueError, match="NUL"):
        clean("one\0two")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Wang YI", "wang\u00a0yi"),
        ("China\u2019s", "china's"),
        ("Pakistan\u2013China", "pakistan-china"),
        ("Bel\u00e9m", "belem"),
        ("\u0645\u064f\u0644\u0643", "ملک"),
        ("عربي", "عربی"),
        ("ة", "ہ"),
        ("co\u00adoperation", "cooperation"),
    ],
)
def test_fold_makes_printed_variants_one(one, other):
    assert fold(one) == fold(other)


def test_fold_keeps_different_words_apart():
    assert fold("Li Qiang") != fold("Li Keqiang")


def test_fold_name_reads_both_chinese_scripts():
    assert fold_name("達爾") == fold_name("达尔")
    assert fold("達爾") != fold("达尔")


@given(st.text())
def test_fold_never_raises_and_settles(text):
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_offsets_lead_back_into_the_text(text):
    folded, offsets = fold_with_offsets(text)
    assert folded == fold(text)
    assert len(offsets) == len(folded)
    assert offsets == sorted(offsets)
    assert all(0 <= place < len(text) for place in offsets)


@given(st.text(alphabet=st.characters(exclude_characters="\0")))
def test_clean_settles(text):
    assert clean(clean(text)) == clean(text)
