"""The analyser: folding first, then words; offsets of the text as given."""

import itertools
import random
import sys
import unicodedata
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplomacy.search.analyser import MAX_TOKEN, analyse, other_forms, stem


def texts(text):
    return [token.text for token in analyse(text)]


def printed(text):
    return [text[token.start : token.end] for token in analyse(text)]


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("", []),
        ("… — 🎉 \0", []),
        ("Cooperating, cooperation!", ["cooper", "cooper"]),
        ("Pakistan's and PAKISTAN’S", ["pakistan", "and", "pakistan"]),
        ("don't", ["dont"]),
        ("Xi’an", ["xian"]),
        ("Straße", texts("strasse")),
        ("İstanbul", ["istanbul"]),
        ("the 75th in 2024", ["the", "75th", "in", "2024"]),
        ("۲۰۲۴ ٢٠٢٤ ２０２４", ["2024", "2024", "2024"]),
        ("soft\u00adhyphen", texts("softhyphen")),
        ("zero\u200bwidth", ["zero", "width"]),
        ("snake_case", ["snake", "case"]),
    ],
)
def test_words_are_folded_and_stemmed(text, tokens):
    assert texts(text) == tokens


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("½", ["1", "2"]),
        ("5½", ["5", "1", "2"]),
        ("km²", ["km", "2"]),
        ("statement¹", ["statement", "1"]),
        ("ﷺ", ["صلی", "اللہ", "علیہ", "وسلم"]),
        ("ﬁnance", texts("finance")),
    ],
)
def test_signs_that_stand_for_several_letters_become_whole_words(text, tokens):
    assert texts(text) == tokens


def test_every_word_of_one_sign_is_printed_as_that_sign():
    assert printed("a ½ b") == ["a", "½", "½", "b"]


def test_vowel_marks_do_not_split_a_word():
    assert texts("مُلک") == ["ملک"]
    assert printed("مُلک") == ["مُلک"]
    assert texts("e\u0301te\u0301 été") == ["ete", "ete"]


def test_arabic_letters_meet_urdu_ones():
    assert texts("كشمير") == texts("کشمیر")
    assert texts("مكة") == texts("مکہ")
    assert texts("می\u200cخواهم") == texts("میخواہم")


def test_a_chinese_run_gives_pairs_and_its_last_character():
    assert texts("中国和巴铁") == ["中国", "国和", "和巴", "巴铁", "铁"]
    assert printed("中国和") == ["中国", "国和", "和"]
    assert texts("中") == ["中"]


def test_chinese_beside_latin_and_digits_is_split_from_them():
    assert texts("在Gwadar的2项") == ["在", "gwadar", "的", "2", "项"]


def test_rare_and_compatible_characters_are_paired_too():
    assert texts("𠮷野") == ["𠮷野", "野"]
    assert texts("㍿") == ["株式", "式会", "会社", "社"]


def test_traditional_and_simplified_stay_apart():
    assert texts("中國") != texts("中国")


def test_hyphenated_words_are_found_in_parts_and_joined():
    tokens = analyse("all-weather co\u2011operation")
    assert [token.text for token in tokens] == ["all", "weather", "co", "oper"]
    assert {"allweather", "cooper", "cooperation"} <= set(other_forms(tokens))


def test_other_forms_hold_the_whole_word_behind_a_stem():
    assert other_forms(analyse("cooperation of sides")) == ["cooperation", "sides"]
    assert other_forms(analyse("中国 ملک 2024")) == []


def test_endless_words_are_cut():
    assert texts("x" * 5_000) == ["x" * MAX_TOKEN]


def test_threads_do_not_disturb_one_another():
    words = [f"{letters}{end}" for letters in LETTERS for end in ("ations", "ingly", "iveness")]
    alone = [stem(word) for word in words]
    stem.cache_clear()
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        with ThreadPoolExecutor(8) as pool:
            shuffled = [random.Random(seed).sample(words, len(words)) for seed in range(8)]
            list(pool.map(lambda order: [stem(word) for word in order], shuffled))
    finally:
        sys.setswitchinterval(interval)
    assert [stem(word) for word in words] == alone


LETTERS = ["".join(pair) for pair in itertools.product("bcdfglmnprst", "aeiou", "bcdlmnrst")]
TEXT = st.text(alphabet=st.one_of(st.characters(), st.sampled_from("a-'’ 中国ーكي\u064fé½ﷺ\u0301")))


@given(TEXT)
def test_any_text_gives_tokens_in_order_within_it(text):
    tokens = analyse(text)
    assert all(token.text and 0 <= token.start < token.end <= len(text) for token in tokens)
    assert [token.start for token in tokens] == sorted(token.start for token in tokens)


@given(TEXT)
def test_tokens_hold_letters_digits_and_marks_alone(text):
    tokens = analyse(text)
    for sign in "".join([token.text for token in tokens] + other_forms(tokens)):
        assert unicodedata.category(sign)[0] in "LNM"


@given(TEXT)
def test_tokens_of_a_text_are_those_of_its_halves_where_a_blank_parts_them(text):
    assert texts(f"{text} {text}") == texts(text) * 2


@given(st.text(alphabet=st.sampled_from("aéçñüÅ中が한کمُلكةأ")))
def test_composed_and_decomposed_spellings_are_one(text):
    composed, decomposed = (unicodedata.normalize(form, text) for form in ("NFC", "NFD"))
    assert texts(composed) == texts(decomposed)
