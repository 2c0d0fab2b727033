import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplomacy.intake.recognition.datelines import find_dateline


@pytest.mark.parametrize(
    ("paragraph", "printed", "place", "agency", "outlets", "date"),
    [
        ("BEIJING, Jan 5 (APP): They", "BEIJING, Jan 5 (APP)", "BEIJING", "APP", [], "2025-01-05"),
        (
            "Islamabad, 16 May 2024 (XYZ): They",
            "Islamabad, 16 May 2024 (XYZ)", "Islamabad", "XYZ", ["XYZ"], "2024-05-16",
        ),
        (
            "ISLAMABAD, DEC 31 /DNA/ – They",
            "ISLAMABAD, DEC 31 /DNA/", "ISLAMABAD", "DNA", [], "2025-12-31",
        ),
        (
            "BEIJING, May 15 (Xinhua) -- They",
            "BEIJING, May 15 (Xinhua)", "BEIJING", "Xinhua", [], "2025-05-15",
        ),
        (
            "ISLAMABAD (UrduPoint / Point News - 21st Aug, 2025) They",
            "ISLAMABAD (UrduPoint / Point News - 21st Aug, 2025)",
            "ISLAMABAD", "UrduPoint / Point News", ["UrduPoint / Point News"], "2025-08-21",
        ),
        (
            "ISLAMABAD July 24 2021- They",
            "ISLAMABAD July 24 2021", "ISLAMABAD", "", [], "2021-07-24",
        ),
        ("ISLAMABAD: They", "ISLAMABAD", "ISLAMABAD", "", [], None),
        ("BEIJING/ISLAMABAD: They", "BEIJING/ISLAMABAD", "BEIJING/ISLAMABAD", "", [], None),
        ("LAHORE – They", "LAHORE", "LAHORE", "", [], None),
        (
            "中評社北京1月5日電／双方", "中評社北京1月5日電", "北京", "中評社", [], "2025-01-05",
        ),
        (
            "新华社北京5月15日电（记者李文）双方",
            "新华社北京5月15日电（记者李文）", "北京", "新华社", [], "2025-05-15",
        ),
        ("【早报专讯】双方", "【早报专讯】", "", "早报", ["早报"], None),
        ("LAHORE (Staff Reporter): They", "LAHORE (Staff Reporter)", "LAHORE", "", [], None),
        (
            "LAHORE (Valley Post | APP): They",
            "LAHORE (Valley Post | APP)", "LAHORE", "APP", ["Valley Post"], None,
        ),
        (
            "اسلام آباد، 16 مئی 2024 (اے پی پی): دونوں",
            "اسلام آباد، 16 مئی 2024 (اے پی پی)", "اسلام آباد", "اے پی پی", [], "2024-05-16",
        ),
        ("بیجنگ: دونوں", "بیجنگ", "بیجنگ", "", [], None),
    ],
)  # fmt: skip
def test_a_dateline_is_read_as_printed(paragraph, printed, place, agency, outlets, date):
    found = find_dateline(paragraph)
    assert (found.printed, found.place, found.agency, found.outlets) == (
        printed,
        place,
        agency,
        outlets,
    )
    assert (found.date.edtf(2025) if found.date else None) == date


@pytest.mark.parametrize(
    "paragraph",
    [
        "Wang Yi: we agree on the road.",
        "On May 15, 2024, both sides met.",
        "Pakistan and China agreed on roads.",
        "Beijing and Islamabad agreed on roads.",
        "Question: what of the road?",
        "Foreign Minister Wang Yi (centre) said so.",
        "Islamabad (the capital) welcomed its guests.",
        "双方同意加强合作。",
        "دونوں ممالک نے اتفاق کیا۔",
    ],
)
def test_a_text_that_begins_with_its_words_has_no_dateline(paragraph):
    assert find_dateline(paragraph) is None


def test_a_chinese_dateline_may_follow_a_caption():
    found = find_dateline("双方在北京会谈。早报社 中評社北京1月5日電／双方同意。")
    assert (found.printed, found.agency) == ("中評社北京1月5日電", "中評社")


def test_the_reporter_in_a_dateline_is_kept():
    assert find_dateline("新华社北京5月15日电（记者李文）双方").reporter == "李文"


@given(st.text(max_size=120))
def test_no_paragraph_raises(paragraph):
    found = find_dateline(paragraph)
    assert found is None or 0 < found.end <= len(paragraph)
