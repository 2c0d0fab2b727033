"""Whole pages, and the traps they set."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diplomacy.intake import report
from diplomacy.intake.known import Gazetteer
from diplomacy.intake.received import Received
from diplomacy.intake.recognition.page import recognise
from tests.intake import pages
from tests.intake.known_names import KNOWN


def reported(text, known=KNOWN, **fields):
    received = Received("page.txt", text, **fields)
    return report.as_dict("page.txt", recognise(received, known), [])


def test_a_press_rendering_of_a_joint_text_is_not_the_joint_text():
    row = reported(pages.RENDERING)
    assert row["title"] == "Sixth round of Pakistan, China talks ends"
    assert (row["kind"], row["authority"]) == ("press_account", "joint_rendering")
    assert (row["series"], row["ordinal"]) == ("fmsd", 6)
    assert row["dateline"] == "Islamabad, 22 August 2025 (XYZ)"
    assert (row["place"], row["agency"], row["outlet"]) == ("Islamabad", "XYZ", "XYZ")
    assert row["dates"]["event"] == {"value": "2025-08-21", "basis": "printed"}
    assert row["dates"]["dateline"] == {"value": "2025-08-22", "basis": "printed"}
    assert row["dates"]["published"] is None
    assert row["sides"] == ["cn", "pk"]
    assert row["people"] == ["Wang Yi", "Mohammad Ishaq Dar"]
    assert row["speakers"] == []
    assert row["removed"] == [
        "HomeWorldDiplomacy",
        "Sixth round of Pakistan, China talks ends",
        "Also read: What the corridor means for farmers",
        "Follow us",
        "Most Popular",
        "Ten rivers to see before winter",
    ]


def test_the_publisher_of_a_readout_is_not_its_side():
    row = reported(pages.READOUT_REPORT)
    assert row["title"] is None
    assert (row["agency"], row["outlet"]) == ("APP", "Associated Press of Pakistan")
    assert (row["kind"], row["authority"]) == ("press_account", "readout_report")
    assert row["sides"] == ["cn"]
    assert (row["series"], row["ordinal"]) == ("fmsd", 7)
    assert row["speakers"] == ["Mohammad Ishaq Dar", "Wang Yi"]
    assert {clause["reporter"] for clause in row["clauses"]} == {
        "Ministry of Foreign Affairs of China"
    }
    assert row["countries"] == ["pk", "cn", "ve"]


def test_the_dates_of_a_readout_report_say_what_they_rest_on():
    assert reported(pages.READOUT_REPORT)["dates"] == {
        "event": {"value": "2026-01-04", "basis": "inferred"},
        "document": None,
        "release": {"value": "2026-01-04", "basis": "inferred"},
        "published": None,
        "dateline": {"value": "2026-01-05", "basis": "inferred"},
        "retrieved": {"value": "2026-01-05", "basis": "printed"},
    }


def test_a_signed_article_has_an_author_and_no_date_of_its_anniversaries():
    row = reported(pages.OP_ED)
    assert (row["kind"], row["authority"]) == ("op_ed", "signed")
    assert row["byline"] == "H.E. Jiang Zaidong, Ambassador of China in Pakistan"
    assert row["title"] == "Sowing Together on Both Sides of the Pass"
    assert set(row["dates"].values()) == {None}
    assert row["sides"] == ["cn"]
    assert row["outlet"] is None
    assert any("sub-title" in warning for warning in row["warnings"])
    assert row["people"] == ["Jiang Zaidong", "Xi Jinping", "Li Qiang"]


def test_a_joint_text_held_as_such_is_verbatim():
    row = reported(pages.JOINT_TEXT)
    assert (row["kind"], row["authority"]) == ("joint_statement", "joint_verbatim")
    assert (row["series"], row["ordinal"]) == ("cap-fm", 6)
    assert row["sides"] == ["cn", "af", "pk"]
    assert row["dates"]["event"] == {"value": "2025-08-20", "basis": "printed"}
    assert row["dates"]["document"] == {"value": "2025-08-20", "basis": "printed"}
    assert {clause["mode"] for clause in row["clauses"]} == {"joint"}


def test_an_agencys_full_text_is_the_joint_text():
    row = reported(
        "BEIJING, 21 August 2025 (Xinhua) -- The following is the full text of the joint "
        "statement issued by both sides:\n\n1. The two sides met.\n\n2. The two sides agreed on "
        "agriculture.\n\n3. The two sides condemned terrorism.\n"
    )
    assert (row["kind"], row["authority"]) == ("joint_statement", "joint_verbatim")


def test_a_ministrys_own_page_is_a_readout_of_its_side():
    row = reported(
        "Ministry of Foreign Affairs of China\n\nWang Yi Holds Talks with Ishaq Dar\n\n"
        "On 4 January 2026, Wang Yi held talks with Foreign Minister Ishaq Dar in Beijing. Wang "
        "Yi said China supports agriculture.\n"
    )
    assert (row["kind"], row["authority"], row["sides"]) == ("readout", "readout", ["cn"])
    assert row["title"] == "Wang Yi Holds Talks with Ishaq Dar"
    assert row["dates"]["event"] == {"value": "2026-01-04", "basis": "printed"}


def test_an_announcement_tells_of_a_meeting_to_come():
    row = reported(pages.ANNOUNCEMENT)
    assert (row["kind"], row["authority"]) == ("announcement", "readout_report")
    assert row["sides"] == ["pk"]
    assert row["dates"]["event"]["value"] == "2026-01-04"
    assert row["dates"]["dateline"] == {"value": "2025-12-31", "basis": "inferred"}


def test_a_chinese_page_is_read_like_any_other():
    row = reported(pages.CHINESE_READOUT)
    assert row["language"] == "zh-hans"
    assert row["title"] == "王毅同巴基斯坦外长达尔会谈"
    assert row["dateline"] == "新华社北京1月5日电（记者李文）"
    assert (row["agency"], row["byline"], row["place"]) == ("新华社", "李文", "Beijing")
    assert (row["series"], row["ordinal"]) == ("fmsd", 7)
    assert row["people"] == ["Wang Yi", "Mohammad Ishaq Dar"]
    assert row["dates"]["event"] == {"value": "2026-01-04", "basis": "printed"}
    assert row["dates"]["dateline"] == {"value": "2026-01-05", "basis": "inferred"}
    assert {"cpec", "agriculture", "counter-terrorism"} <= set(row["topics"])
    assert row["removed"] == ["责任编辑：周明"]


def test_an_urdu_page_is_read_like_any_other():
    row = reported(pages.URDU_NOTICE)
    assert row["language"] == "ur"
    assert (row["agency"], row["place"]) == ("اے پی پی", "Islamabad")
    assert row["dates"]["dateline"] == {"value": "2026-01-03", "basis": "printed"}
    assert (row["series"], row["ordinal"]) == ("fmsd", 7)
    assert (row["authority"], row["sides"]) == ("readout_report", ["pk"])
    assert row["people"] == ["Mohammad Ishaq Dar"]
    assert {"agriculture", "cpec"} <= set(row["topics"])


def test_a_page_without_date_title_or_author_gives_nulls_and_warnings():
    row = reported(pages.UNDATED)
    nothing = ("title", "dateline", "place", "agency", "outlet", "byline", "series", "ordinal")
    assert [row[name] for name in nothing] == [None] * len(nothing)
    assert set(row["dates"].values()) == {None}
    assert row["people"] == row["countries"] == row["sides"] == []
    assert len(row["paragraphs"]) == 2
    assert any("title" in warning for warning in row["warnings"])
    assert any("publication" in warning for warning in row["warnings"])


def test_an_empty_archive_still_reads_what_needs_no_names():
    row = reported(pages.READOUT_REPORT, Gazetteer())
    assert (row["dateline"], row["agency"]) == ("BEIJING, Jan 5 (APP)", "APP")
    assert row["dates"]["dateline"] == {"value": "2026-01-05", "basis": "inferred"}
    assert row["kind"] == "press_account"
    assert row["people"] == row["countries"] == row["topics"] == row["sides"] == []
    row = reported(pages.OP_ED, Gazetteer())
    assert (row["kind"], row["byline"]) == (
        "op_ed",
        "H.E. Jiang Zaidong, Ambassador of China in Pakistan",
    )


def test_what_an_html_page_says_of_itself_is_used():
    facts = {
        "published": "2025-08-22T09:00:00Z",
        "author": "A. Writer",
        "url": "https://www.dawn.example/news/1",
        "page_title": "A road for two valleys | Dawn",
    }
    row = reported(
        "The ministers met and agreed on a longer road between the valleys, aides said at noon.",
        facts=facts,
    )
    assert row["title"] == "A road for two valleys"
    assert (row["byline"], row["outlet"]) == ("A. Writer", "Dawn")
    assert row["dates"]["published"] == {"value": "2025-08-22", "basis": "printed"}


EN = ("A road for two valleys", "Both ministers agreed on a longer road between the two valleys.")
ZH = ("两国部长谈到一条道路", "两国部长今天谈到了山谷里的收成，并同意修一条更长的道路。")
UR = (
    "دو وادیوں کی سڑک",
    "دونوں وزرا نے وادی کی فصلوں پر بات کی اور ایک لمبی سڑک بنانے پر اتفاق کیا۔",
)


@pytest.mark.parametrize("order", [(0, 1, 2), (1, 0, 2), (1, 2, 0)])
@pytest.mark.parametrize(
    ("line", "page"),
    [
        ("Published: January 5, 2026", EN),
        ("Publication date: 5 January 2026", EN),
        ("Posted on 5 Jan 2026 10:30 PKT", EN),
        ("Published 2026-01-05 10:20", EN),
        ("Published January 5, 2026 | Updated January 9, 2026", EN),
        ("发布时间：2026-01-05 10:00", ZH),
        ("發布時間：2026年1月5日", ZH),
        ("发表时间：2026年1月5日", ZH),
        ("تاریخِ اشاعت: ۵ جنوری ۲۰۲۶ء", UR),
        ("شائع ہوئی: 5 جنوری 2026", UR),
        ("تاریخ: 5 جنوری 2026", UR),
    ],
)
def test_a_publication_line_dates_the_publication_wherever_it_stands(line, page, order):
    title, body = page
    row = reported("\n\n".join((line, title, body)[place] for place in order))
    assert row["dates"]["published"] == {"value": "2026-01-05", "basis": "printed"}
    assert [role for role, date in row["dates"].items() if date] == ["published"]
    assert (row["title"], row["paragraphs"], row["removed"]) == (title, [body], [line])


@pytest.mark.parametrize("line", ["2026-01-05 10:20", "January 5, 2026", "2026年1月5日 10:20"])
def test_a_day_alone_above_the_text_is_that_of_publication(line):
    row = reported(f"{EN[0]}\n\n{line}\n\n{EN[1]}")
    assert row["dates"]["published"] == {"value": "2026-01-05", "basis": "printed"}
    assert row["removal_reasons"] == ["publication line"]


@pytest.mark.parametrize(
    ("line", "page"),
    [
        ("Last updated: 9 January 2026", EN),
        ("更新时间：2026-01-09", ZH),
        ("更新時間：2026-01-09", ZH),
        ("آخری اپ ڈیٹ: 9 جنوری 2026", UR),
    ],
)
def test_the_day_of_an_update_is_not_that_of_publication(line, page):
    row = reported("\n\n".join([*page, line]))
    assert row["removed"] == [line]
    assert set(row["dates"].values()) == {None}


def test_a_crawlers_header_is_the_day_of_retrieval_beside_a_publication_line():
    row = reported(f"date 2026-01-09 {EN[0]}\n\nPublished: January 5, 2026\n\n{EN[1]}")
    assert row["dates"]["retrieved"] == {"value": "2026-01-09", "basis": "printed"}
    assert row["dates"]["published"] == {"value": "2026-01-05", "basis": "printed"}
    assert row["title"] == EN[0]


def test_a_scholars_words_are_not_a_governments():
    row = reported(
        "BEIJING, July 10, 2025 (APP): Prof. Cheng Xizhong, a research fellow, said in a "
        "statement that art brings both peoples together.\n\nHe said that China and Pakistan "
        "have long shared songs.\n"
    )
    assert (row["kind"], row["authority"], row["sides"]) == ("scholar_statement", "press", [])


def test_damage_in_the_text_is_told():
    row = reported("The ministers met in the caf\ufffd by the river and spoke of the road ahead.")
    assert any("lost in an earlier conversion" in warning for warning in row["warnings"])


def test_every_guess_says_what_it_rests_on():
    guessed = recognise(Received("page.txt", pages.READOUT_REPORT), KNOWN)
    named = [*guessed.countries, *guessed.topics, *guessed.organisations, *guessed.sides]
    for guess in [*guessed.dates.values(), guessed.kind, guessed.series, *named]:
        assert guess.evidence
    assert all(person.evidence for person in guessed.people)


@pytest.mark.parametrize("name", ["RENDERING", "READOUT_REPORT", "OP_ED", "CHINESE_READOUT"])
def test_the_report_has_the_same_fields_for_every_page(name):
    assert list(reported(getattr(pages, name))) == list(reported(pages.UNDATED))


@settings(max_examples=60)
@given(st.text(alphabet=st.characters(exclude_characters="\0"), max_size=400))
def test_no_text_raises(text):
    assert reported(text)["file"] == "page.txt"
