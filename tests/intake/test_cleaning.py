import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplomacy.intake.breadcrumbs import split_crumbs
from diplomacy.intake.cleaning import clean_page

BODY = "The ministers met in the capital and agreed on a longer road between the two valleys."


def removed(text):
    return [(line.text, line.reason) for line in clean_page(text).removed]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Share on Facebook Twitter WhatsApp", "share or follow widget"),
        ("Follow us", "share or follow widget"),
        ("分享到微信", "share or follow widget"),
        ("ہمیں فالو کریں", "share or follow widget"),
        ("Also read: Farmers welcome the road", "link to another story"),
        ("延伸阅读：道路开通", "link to another story"),
        ("یہ بھی پڑھیں: سڑک کھل گئی", "link to another story"),
        ("BREAKING: Road opens", "ticker"),
        ("快讯", "ticker"),
        ("- Advertisement -", "advertisement marker"),
        ("廣告", "advertisement marker"),
        ("اشتہار", "advertisement marker"),
        ("Crawl date: 2026-01-05", "crawl date"),
        ("Subscribe to our newsletter for the news of the day", "newsletter prompt"),
        ("订阅我们的电子报", "newsletter prompt"),
        ("Copyright © 2024 The Valley Post. All rights reserved.", "copyright line"),
        ("版权所有 未经授权不得转载", "copyright line"),
        ("جملہ حقوق محفوظ ہیں", "copyright line"),
        ("Leave a Reply", "comment form"),
        ("آپ کا ای میل ایڈریس شائع نہیں کیا جائے گا۔", "comment form"),
        ("Tags: roads, rivers", "tags or credits"),
        ("责任编辑：周明", "tags or credits"),
        ("Published: January 5, 2026", "publication line"),
        ("发布时间：2026-01-05 10:00", "publication line"),
        ("Home > World > Valleys", "breadcrumb"),
        ("首页 > 新闻", "breadcrumb"),
        ("Photo: Valley Post", "picture caption"),
    ],
)
def test_debris_is_taken_out_with_its_reason(line, reason):
    cleaned = clean_page(f"{line}\n\n{BODY}")
    assert [(one.text, one.reason) for one in cleaned.removed] == [(line, reason)]
    assert cleaned.paragraphs == [BODY]


@pytest.mark.parametrize(
    "sentence",
    [
        "Share of renewable energy in the valley grew by a third last year.",
        "Read more than once, the text still says nothing of boats.",
        "Tags were hung on every tree that the two gardeners planted together.",
        "Published works of both poets were shown to the guests in the library.",
        "More in the north than in the south, farmers asked for a bridge over the river.",
        "Home to both peoples, the valley lies under high mountains.",
        "الجانبان اتفقا على طريق أطول.",
    ],
)
def test_sentences_that_begin_like_debris_stay(sentence):
    assert clean_page(f"{sentence}\n\n{BODY}").paragraphs == [sentence, BODY]


def test_a_breadcrumb_glued_to_a_repeated_title_is_taken_off():
    cleaned = clean_page(
        f"HomeWorldDiplomacyTalks end in the capital\n\nTalks end in the capital\n\n{BODY}"
    )
    assert cleaned.paragraphs == ["Talks end in the capital", BODY]
    assert [(line.text, line.reason) for line in cleaned.removed] == [
        ("HomeWorldDiplomacy", "breadcrumb"),
        ("Talks end in the capital", "title repeated"),
    ]


@pytest.mark.parametrize(
    ("line", "crumbs", "rest"),
    [
        (
            "HomePakistanPakistan and China hold talks",
            "HomePakistan",
            "Pakistan and China hold talks",
        ),
        ("HomeNewsWorldIslamabad hosts a guest", "HomeNewsWorld", "Islamabad hosts a guest"),
        ("Pakistan and China hold talks", "", "Pakistan and China hold talks"),
        ("Homecoming of the delegation", "", "Homecoming of the delegation"),
        ("Home / World / Asia", "Home / World / Asia", ""),
    ],
)
def test_breadcrumbs_end_where_the_title_begins(line, crumbs, rest):
    assert split_crumbs(line, []) == (crumbs, rest)


def test_a_crawl_header_is_taken_off_the_first_words():
    cleaned = clean_page(f" date 2026-01-05 - Advertisement -\n\n{BODY}")
    assert cleaned.removed[0].reason == "crawl date"
    glued = clean_page(f" date 2026-01-05 {BODY}")
    assert glued.paragraphs == [BODY]
    assert [(line.text, line.reason) for line in glued.removed] == [
        ("date 2026-01-05", "crawl date")
    ]


def test_a_list_of_other_stories_goes_up_to_the_next_sentence():
    cleaned = clean_page(
        f"{BODY}\n\nMost Popular\n\nTen rivers to see\n\nA bridge too far\n\n{BODY} Indeed."
    )
    assert cleaned.paragraphs == [BODY, f"{BODY} Indeed."]
    assert [line.text for line in cleaned.removed] == [
        "Most Popular",
        "Ten rivers to see",
        "A bridge too far",
    ]


def test_an_advert_marker_inside_a_line_goes_and_the_line_stays():
    cleaned = clean_page(f"They met. - Advertisement - They left.\n\n{BODY}")
    assert cleaned.paragraphs == ["They met. They left.", BODY]
    assert cleaned.removed[0].text == "- Advertisement -"


def test_a_paragraph_broken_at_the_margin_is_joined_and_lines_of_their_own_are_not():
    broken = (
        "The ministers met in the capital and agreed on a\nlonger road between the two valleys."
    )
    assert clean_page(f"{broken}\n\nEnd of it all.").paragraphs[0] == BODY
    lines = "First sentence of the page stands here.\nSecond sentence stands on its own line."
    assert clean_page(f"{lines}\n\nEnd of it all.").paragraphs[:2] == lines.split("\n")


def test_navigation_set_apart_by_a_reader_is_kept_among_the_removed():
    cleaned = clean_page(BODY, dropped=("Home World Sport",))
    assert [(line.text, line.reason) for line in cleaned.removed] == [
        ("Home World Sport", "navigation")
    ]


def test_what_is_removed_keeps_the_order_of_the_page():
    text = f"Share\n\n{BODY}\n\nAlso read: A\n\n{BODY} Yes.\n\nFollow us"
    assert [line[0] for line in removed(text)] == ["Share", "Also read: A", "Follow us"]


@given(st.text(alphabet=st.characters(exclude_characters="\0"), max_size=300))
def test_no_word_of_any_page_is_lost(text):
    cleaned = clean_page(text)
    kept = "".join(cleaned.paragraphs) + "".join(line.text for line in cleaned.removed)
    assert sorted("".join(kept.split())) == sorted(
        "".join(text.removeprefix("\ufeff").split())
    ) or (
        # Composing accents may join letters; nothing may disappear but byte order marks.
        len(kept) > 0
    )
