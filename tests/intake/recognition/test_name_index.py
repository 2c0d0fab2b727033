import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplomacy.intake.known import Form, Known
from diplomacy.intake.recognition.name_index import NameIndex
from tests.intake.known_names import KNOWN


def slugs(text):
    return [found.known.slug for found in KNOWN.index.find(text)]


@pytest.mark.parametrize(
    ("printed", "slug"),
    [
        ("Wang Yi", "wang-yi"),
        ("Wang YI", "wang-yi"),
        ("Wang\u00a0Yi", "wang-yi"),
        ("WANG YI", "wang-yi"),
        ("Anwaar ul Haq Kakar", "kakar"),
        ("Anwaar-ul-Haq\u00a0Kakar", "kakar"),
        ("Jiang Zai-dong", "jiang-zaidong"),
        ("Xi Jin-ping", "xi"),
        ("王毅", "wang-yi"),
        ("達爾", "ishaq-dar"),
        ("اسحاق ڈار", "ishaq-dar"),
    ],
)
def test_a_person_is_found_under_any_known_form(printed, slug):
    found = KNOWN.index.find(f"then {printed} spoke")
    assert [(one.known.slug, one.printed) for one in found] == [(slug, printed)]


def test_similar_names_stay_apart():
    assert slugs("Li Qiang followed Li Keqiang.") == ["li-qiang", "li-keqiang"]
    assert slugs("Imran Khan met Asad Majeed Khan.") == ["imran-khan", "asad-majeed"]


def test_part_of_a_longer_word_is_no_name():
    assert slugs("Indiana and Chinatown and Pakistanisation") == []


def test_capitals_tell_abbreviations_and_titles_from_words():
    assert slugs("those who left at dawn") == []
    assert slugs("WHO and Dawn") == ["who", "dawn"]


@pytest.mark.parametrize("text", ["the South China Sea", "the Indian Ocean", "印度尼西亚"])
def test_a_name_that_holds_a_countrys_name_is_not_that_country(text):
    assert slugs(text) == []


def test_the_longest_name_counts():
    assert slugs("the Ministry of Foreign Affairs of China") == ["mfa-cn"]


def test_a_family_name_put_last_still_points_to_the_person_and_is_called_wrong():
    [found] = KNOWN.index.find("Mr. Yi Wang spoke")
    assert (found.known.slug, found.is_wrong) == ("wang-yi", True)


def test_a_form_with_a_title_gives_way_to_the_full_name():
    known = Known("person", "x", "Shehbaz Sharif", (Form("Prime Minister Shehbaz"),))
    index = NameIndex([known])
    assert [one.printed for one in index.find("Prime Minister Shehbaz Sharif came")] == [
        "Shehbaz Sharif"
    ]
    assert [one.printed for one in index.find("Prime Minister Shehbaz came")] == [
        "Prime Minister Shehbaz"
    ]


@given(st.text())
def test_any_text_is_searched_and_what_is_found_is_there(text):
    for found in KNOWN.index.find(text):
        assert text[found.start : found.end] == found.printed


@pytest.mark.parametrize(
    ("form", "text", "printed"),
    [
        ("Two Valleys of Lu", "at Two Valleys of the Lu", "Two Valleys of the Lu"),
        ("Two Valleys of the Lu", "the Two Valleys of Lu", "Two Valleys of Lu"),
        ("Two Valleys of Lu", "Two Valleys of Lu the wide", "Two Valleys of Lu"),
        ("The Valley", "The Valley prints it", "The Valley"),
        ("The Valley", "Valley prints it", None),
    ],
)
def test_an_article_inside_a_name_does_not_matter(form, text, printed):
    found = NameIndex([Known("organisation", "lu", form)]).find(text)
    assert [one.printed for one in found] == ([printed] if printed else [])
