"""Pages on an issuer's own paper: who issued them, where and when."""

import pytest

from diplomacy.intake.known import Gazetteer
from diplomacy.intake.recognition.letterhead import is_letterhead
from tests.intake.recognition.test_page import reported

BODY = (
    "The ministers went over the harvest of both valleys and agreed on a longer road between "
    "them.\n\nThey will meet again once the snow on the pass has gone and the boats sail.\n"
)
ZH_BODY = (
    "两国部长今天谈到了山谷里的收成，并同意在两地之间修一条更长的道路。\n\n双方同意春天再次见面。\n"
)
UR_BODY = (
    "دونوں وزرا نے وادی کی فصلوں پر بات کی اور ایک لمبی سڑک بنانے پر اتفاق کیا۔\n\n"
    "دونوں ممالک بہار میں پھر ملیں گے۔\n"
)


@pytest.mark.parametrize(
    "line",
    [
        "Ministry of Foreign Affairs",
        "Ministry of Foreign Affairs, Government of Pakistan",
        "Government of Pakistan, Ministry of Foreign Affairs",
        "MINISTRY OF FOREIGN AFFAIRS (Office of the Spokesperson)",
        "Ministry of Foreign Affairs of the People's Republic of China",
        "Ministry of Foreign Affairs, Islamabad",
        "Embassy of the People's Republic of China in the Islamic Republic of Pakistan",
        "Foreign Office, Islamabad",
        "中华人民共和国外交部",
        "中華人民共和國外交部",
        "巴基斯坦伊斯兰共和国外交部",
        "中华人民共和国驻巴基斯坦伊斯兰共和国大使馆",
        "وزارتِ خارجہ",
        "وزارتِ خارجہ، حکومتِ پاکستان",
        "حکومتِ پاکستان، وزارتِ خارجہ",
    ],
)
def test_the_name_of_a_ministry_or_embassy_alone_is_a_letterhead(line):
    assert is_letterhead(line)


@pytest.mark.parametrize(
    "line",
    [
        "Foreign Office rejects the report of a closed road",
        "Ministry of Foreign Affairs Holds Talks on the Road",
        "Ministry of Foreign Affairs, Foreign Office agree on roads for both valleys",
        "Press Release",
        "Government of Pakistan",
        "外交部发言人答记者问",
        "记者探访外交部",
        "دفتر خارجہ نے رپورٹ مسترد کر دی",
        "",
    ],
)
def test_a_title_that_names_a_ministry_is_no_letterhead(line):
    assert not is_letterhead(line)


@pytest.mark.parametrize(
    ("letterhead", "title", "body", "side", "issuer"),
    [
        ("Ministry of Foreign Affairs, Government of Pakistan", "A road for two valleys", BODY,
         "pk", "Ministry of Foreign Affairs of Pakistan"),
        ("Ministry of Foreign Affairs\nGovernment of Pakistan", "A road for two valleys", BODY,
         "pk", "Ministry of Foreign Affairs of Pakistan"),
        ("Ministry of Foreign Affairs of the People's Republic of China", "A road for two valleys",
         BODY, "cn", "Ministry of Foreign Affairs of China"),
        ("Embassy of the People's Republic of China in the Islamic Republic of Pakistan",
         "A road for two valleys", BODY, "cn", "Embassy of China in Pakistan"),
        ("中华人民共和国外交部", "两国部长谈到一条道路", ZH_BODY,
         "cn", "Ministry of Foreign Affairs of China"),
        ("中華人民共和國外交部", "两国部长谈到一条道路", ZH_BODY,
         "cn", "Ministry of Foreign Affairs of China"),
        ("巴基斯坦伊斯兰共和国外交部", "两国部长谈到一条道路", ZH_BODY,
         "pk", "Ministry of Foreign Affairs of Pakistan"),
        ("وزارتِ خارجہ", "دو وادیوں کی سڑک", UR_BODY,
         "pk", "Ministry of Foreign Affairs of Pakistan"),
    ],
)  # fmt: skip
def test_the_letterhead_names_issuer_and_side(letterhead, title, body, side, issuer):
    row = reported(f"{letterhead}\n\n{title}\n\n{body}")
    assert row["title"] == title
    assert (row["authority"], row["sides"]) == ("readout", [side])
    assert row["issuers"] == [issuer]
    assert letterhead.split("\n")[0] in row["removed"]
    assert not any("who published" in warning for warning in row["warnings"])


def test_a_page_without_letterhead_still_says_that_its_publisher_is_missing():
    row = reported(f"A road for two valleys\n\n{BODY}")
    assert row["issuers"] == []
    assert any("who published" in warning for warning in row["warnings"])


@pytest.mark.parametrize(
    ("letterhead", "stated", "place", "day", "body"),
    [
        ("Ministry of Foreign Affairs, Government of Pakistan", "Islamabad, 2 January 2026",
         "Islamabad", "2026-01-02", BODY),
        ("中华人民共和国外交部", "北京，2026年1月5日", "Beijing", "2026-01-05", ZH_BODY),
        ("وزارتِ خارجہ", "اسلام آباد، 2 جنوری 2026", "Islamabad", "2026-01-02", UR_BODY),
    ],
)  # fmt: skip
def test_city_and_day_under_a_letterhead_date_the_text(letterhead, stated, place, day, body):
    row = reported(f"{letterhead}\n\nA road for two valleys\n\n{stated}\n\n{body}")
    assert (row["dateline"], row["place"]) == (stated, place)
    assert (
        row["dates"]["dateline"] == row["dates"]["document"] == {"value": day, "basis": "printed"}
    )
    assert row["dates"]["published"] is None
    assert row["authority"] == "readout"
    assert stated not in row["paragraphs"]


def test_without_a_letterhead_city_and_day_are_when_the_page_was_published():
    row = reported(f"A road for two valleys\n\nIslamabad, 2 January 2026\n\n{BODY}")
    assert row["dateline"] is None
    assert row["dates"]["published"] == {"value": "2026-01-02", "basis": "printed"}
    assert row["dates"]["document"] is None


def test_a_joint_statement_on_one_sides_paper_is_still_of_all_sides():
    row = reported(
        "Ministry of Foreign Affairs, Government of Pakistan\n\nJoint Statement of China and "
        "Pakistan\n\nIslamabad, 2 January 2026\n\nThe two sides met in Islamabad and spoke of "
        "roads between them.\n\nThe two sides agreed on agriculture.\n"
    )
    assert (row["kind"], row["authority"]) == ("joint_statement", "joint_verbatim")
    assert row["sides"] == ["cn", "pk"]
    assert row["dates"]["document"] == {"value": "2026-01-02", "basis": "printed"}


def test_every_line_of_a_letterhead_says_what_the_page_is_and_none_is_the_title():
    labels = [
        "Government of Pakistan", "Ministry of Foreign Affairs", "(Office of the Spokesperson)",
        "No. 12/2026", "PRESS RELEASE",
    ]  # fmt: skip
    row = reported("\n".join(labels) + f"\n\nA road for two valleys\n\n{BODY}")
    assert (row["title"], row["kind"]) == ("A road for two valleys", "press_release")
    assert (row["removed"], set(row["removal_reasons"])) == (labels, {"says what the page is"})
    row = reported(f"وزارتِ خارجہ\nحکومتِ پاکستان\n\nدو وادیوں کی سڑک\n\n{UR_BODY}")
    assert set(row["removal_reasons"]) == {"says what the page is"}


def test_the_country_of_a_letterhead_is_named_by_the_page():
    row = reported(f"Ministry of Foreign Affairs, Government of Pakistan\n\n{BODY}")
    assert row["countries"] == ["pk"]


def test_a_speech_on_an_embassys_paper_is_of_the_side_of_the_embassy():
    row = reported(
        "Embassy of China in Pakistan\n\nRemarks by the Ambassador at the Festival of Boats\n\n"
        "We are glad to see so many boats here, and I believe that we shall see more of them.\n"
    )
    assert (row["kind"], row["authority"], row["sides"]) == ("speech", "signed", ["cn"])
    assert row["issuers"] == ["Embassy of China in Pakistan"]


def test_a_ministrys_name_above_an_agencys_story_is_no_letterhead():
    row = reported(
        f"Foreign Office\n\nTalks on a road for two valleys\n\nISLAMABAD, Jan 2, 2026 (APP): {BODY}"
    )
    assert (row["authority"], row["sides"], row["issuers"]) == ("press", [], [])
    assert (row["agency"], row["dates"]["document"]) == ("APP", None)
    assert row["removed"] == ["Foreign Office"]


def test_an_archive_still_empty_knows_a_letterhead_and_no_issuer():
    row = reported(
        f"Ministry of Foreign Affairs, Islamabad\n\nA road for two valleys\n\n{BODY}", Gazetteer()
    )
    assert (row["authority"], row["sides"], row["issuers"]) == ("readout", [], [])
    assert not any("who published" in warning for warning in row["warnings"])
