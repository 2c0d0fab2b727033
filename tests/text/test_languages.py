import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplomacy.text.languages import detect


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Both sides agreed to meet again in the autumn.", "en"),
        ("CPEC", "en"),
        ("双方同意加强经贸合作，推动两国关系发展。", "zh-hans"),
        ("雙方同意加強經貿合作，推動兩國關係發展。", "zh-hant"),
        ("中巴友好", "zh"),
        ("دونوں ممالک نے تعاون بڑھانے پر اتفاق کیا ہے۔", "ur"),
        ("اتفق الجانبان على تعزيز التعاون", "ar"),
        ("Les deux parties sont convenues de se revoir dans la capitale.", "fr"),
        ("Обе стороны договорились", "ru"),
        ("", "und"),
        ("12 34 — ?", "und"),
    ],
)
def test_the_language_is_told_by_script_and_letters(text, language):
    assert detect(text) == language


def test_an_english_page_that_names_people_in_chinese_is_english():
    assert detect("The minister (王毅) said that both sides agreed on the plan.") == "en"


@given(st.text())
def test_no_text_raises(text):
    assert detect(text)
