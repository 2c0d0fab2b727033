from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplomacy.text.normalise import clean, control_in, fold, fold_name, fold_with_offsets


def test_clean_joins_line_ends_and_keeps_words():
    assert clean("\ufeffone  two \r\nthree\u2028four\t\r") == "one  two\nthree\nfour\n"


def test_clean_composes_accents():
    assert clean("Bele\u0301m") == "Bel\u00e9m"


def test_clean_refuses_nul_in_plain_words():
    with pytest.raises(ValueError, match="NUL"):
        clean("one\0two")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("one\x01two", "a control character (U+0001)"),
        ("one\x0ctwo", "a control character (U+000C)"),
        ("one\x1f", "a control character (U+001F)"),
        ("\0", "a NUL character"),
        ("\ufffe", "a code that is no character (U+FFFE)"),
        ("\uffff", "a code that is no character (U+FFFF)"),
        ("\udc80", "half a character (a lone surrogate)"),
        ("one\ttwo\r\nthree \ufffd \ufeff 中 ہ", ""),
    ],
)
def test_a_sign_that_no_page_can_show_is_named(text, found):
    assert control_in(text) == found


@given(st.text(st.characters() | st.sampled_from("\x01\x0c\x1f\ufffe")))
def test_what_holds_no_such_sign_can_stand_in_xml(text):
    page = ElementTree.Element("page")
    page.text = text
    try:
        ElementTree.fromstring(ElementTree.tostring(page, encoding="utf-8"))
        is_sound = True
    except (ElementTree.ParseError, UnicodeEncodeError):
        is_sound = False
    assert is_sound == (not control_in(text))


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
