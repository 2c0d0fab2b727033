"""Passages and marks: what the index finds is what is marked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplomacy.search.passages import LENGTH, marker, passages, said_by
from diplomacy.search.query import parse


def marked(text, typed):
    return [piece for is_marked, piece in marker(parse(typed))(text) if is_marked]


@pytest.mark.parametrize(
    ("text", "typed", "expected"),
    [
        ("They cooperate; cooperation grows.", "cooperating", ["cooperate", "cooperation"]),
        ("Pakistan’s side", "pakistan", ["Pakistan’s"]),
        ("negotiations and notes", "negotiat*", ["negotiations"]),
        ("the iron brothers and an iron gate", '"iron brother"', ["iron brothers"]),
        ("iron gate", '"iron brother"', []),
        ("an all-weather bond", "allweather", ["all-weather"]),
        ("an all-weather bond", "all-weather", ["all-weather"]),
        ("an all-weather bond", "all-wea*", ["all-weather"]),
        ("中国和巴基斯坦", "巴基斯坦", ["巴基斯坦"]),
        ("中国和巴基斯坦", "国", ["国"]),
        ("两国友好", "国", ["国"]),
        ("兄弟国", "国", ["国"]),
        ("river and rail", "river OR rail", ["river", "rail"]),
        ("river and rail", "river -rail", ["river"]),
        ("½ share", "½", ["½"]),
        ("cafe\u0301 talks", "cafe", ["cafe\u0301"]),
        ("یہ مُلک ہے", "ملك", ["مُلک"]),
        ("nothing here", "absent", []),
        ("nothing here", "", []),
    ],
)
def test_marks_follow_stems_pairs_and_joined_words(text, typed, expected):
    assert marked(text, typed) == expected


def content(*texts, summary="", title="A title"):
    paragraphs = [{"key": f"p{i}", "heading": "", "text": text} for i, text in enumerate(texts)]
    return {"title": title, "summary": summary, "paragraphs": paragraphs}


def test_a_passage_leads_to_its_paragraph():
    found = passages(content("First words.", "The river rose."), parse("river"))
    assert [(e.anchor, e.pieces) for e in found] == [
        ("p1", [(False, "The "), (True, "river"), (False, " rose.")])
    ]


def test_passages_that_hold_more_of_the_words_come_before_others():
    texts = ["A river.", "A rail.", "A river and a rail.", "A river again."]
    found = passages(content(*texts), parse("river rail"), most=2)
    assert [excerpt.anchor for excerpt in found] == ["p0", "p2"]


def test_the_summary_is_a_passage_without_an_anchor():
    found = passages(content(summary="About a river."), parse("river"))
    assert [excerpt.anchor for excerpt in found] == [""]


def test_a_record_found_by_its_title_alone_has_no_passage():
    assert passages(content("Other words.", title="The river"), parse("river")) == []


def test_long_paragraphs_are_cut_between_words_around_the_mark():
    text = "before " * 200 + "river " + "after " * 200
    [excerpt] = passages(content(text), parse("river"))
    pieces = [piece for _, piece in excerpt.pieces]
    assert pieces[0] == "… "
    assert pieces[-1] == " …"
    assert "river" in pieces
    words = "".join(pieces[1:-1]).split()
    assert set(words) == {"before", "river", "after"}
    assert len("".join(pieces)) <= LENGTH + len("…  …")


def test_text_without_blanks_is_cut_too():
    [excerpt] = passages(content("前" * 900 + "瓜达尔港" + "后" * 900), parse("瓜达尔"))
    assert (True, "瓜达尔") in excerpt.pieces
    assert len("".join(piece for _, piece in excerpt.pieces)) < LENGTH + 10


TEXT = st.text(alphabet=st.one_of(st.characters(), st.sampled_from("ab -’中国ー½ﷺ\u0301\u064f")))


@given(TEXT, TEXT)
def test_marking_loses_and_adds_nothing(text, typed):
    pieces = marker(parse(typed))(text)
    assert "".join(piece for _, piece in pieces) == text
    assert all(piece for _, piece in pieces)


@given(TEXT, TEXT)
def test_any_text_has_passages_of_any_query(text, typed):
    for excerpt in passages(content(text * 20), parse(typed)):
        assert any(is_marked for is_marked, _ in excerpt.pieces)


def test_what_a_person_said_is_shown_where_no_words_are_sought():
    content = {
        "paragraphs": [{"key": "p1", "text": "On rail."}, {"key": "p2", "text": "On ferries."}],
        "clauses": [
            {"key": "c1", "speaker": "lin", "paragraph": "p2", "text": "On ferries."},
            {"key": "c2", "speaker": "dar", "paragraph": "p1", "text": "On rail."},
            {"key": "c3", "speaker": "lin", "paragraph": "p2", "text": "On ferries again."},
            {"key": "c4", "speaker": "lin", "paragraph": "", "text": "On water."},
        ],
    }
    found = [(excerpt.anchor, excerpt.pieces[0][1]) for excerpt in said_by(content, {"lin"})]
    assert found == [("p2", "On ferries."), ("c4", "On water.")]
    assert said_by(content, set()) == []
    long = {"paragraphs": [], "clauses": [{**content["clauses"][0], "text": "word " * 200}]}
    (excerpt,) = said_by(long, {"lin"})
    assert excerpt.pieces[-1] == (False, " …")
