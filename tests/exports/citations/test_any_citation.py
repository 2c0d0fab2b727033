"""Whatever a record says, every style says it without breaking its own form."""

import json
import re
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from diplomacy.exports.citations import STYLES, Citable, Copy, Name, cite, cite_html

SIGNS = ("\r\n", "\u2028", "{", "}", "\\", "\x00", "%", "”", "’", '"', "ER  - ", "دریا", "\u202e")
ODD = st.sampled_from(SIGNS)
TEXT = st.lists(st.one_of(st.text(max_size=40), ODD), max_size=8).map("".join)
NAMES = st.builds(Name, TEXT, TEXT, TEXT, st.booleans())
DATES = st.sampled_from(
    [
        *("", "2024", "2024-05-16~", "2024-05?", "202X", "19XX", "2024-XX-XX", "2024-24"),
        *("../2024", "2024-05-13/2024-05-16", "2024/..", "[2024-05-16,2024-06]"),
        *("0044-03-15", "no date"),
    ]
)
COPIES = st.none() | st.builds(Copy, TEXT, TEXT, TEXT, DATES, DATES)
CITABLES = st.builds(
    Citable,
    uid=st.just("k3v9x"),
    type=st.sampled_from(["document", "dialogue", "commitment"]),
    kind=st.sampled_from(["joint_statement", "op_ed", "speech", "interview", "commitment"]),
    genre=st.just("Joint statement"),
    title=TEXT,
    language=st.sampled_from(["en", "ur", "zh-hant-hk", "und", ""]),
    edition=st.integers(1, 9),
    edition_on=st.dates(min_value=date(2020, 1, 1)),
    url=st.just("https://archive.example/records/k3v9x/p/pabc/?e=2"),
    record_url=st.just("https://archive.example/records/k3v9x/"),
    authors=st.lists(NAMES, max_size=25).map(tuple),
    interviewers=st.lists(NAMES, max_size=2).map(tuple),
    title_is_ours=st.booleans(),
    date=DATES,
    date_basis=st.sampled_from(["", "printed", "inferred", "editor"]),
    place=TEXT,
    copy=COPIES,
    is_issued=st.booleans(),
    held=st.sampled_from(["", "verbatim", "excerpt", "paraphrase", "not_held"]),
    display=st.sampled_from(["", "full", "extract", "metadata"]),
    is_withdrawn=st.booleans(),
    paragraph=st.sampled_from(["", "7", "(b)"]),
    paragraph_key=st.sampled_from(["", "pabc"]),
    summary=TEXT,
    topics=st.lists(TEXT, max_size=3).map(tuple),
)


@given(CITABLES)
def test_no_style_ever_fails_and_prose_stays_on_one_line(cited):
    for code, style in STYLES.items():
        text = cite(code, cited)
        assert text
        if style.is_prose:
            assert not re.search(r"[\r\n\x00\u2028]", text)
            assert "Rapporteur" in text
        assert "<script" not in cite_html(code, cited)


@given(CITABLES)
def test_the_braces_of_bibtex_balance_and_each_field_has_its_line(cited):
    text = cite("bibtex", cited)
    depth, lowest = 0, 0
    for sign in text:
        depth += (sign == "{") - (sign == "}")
        lowest = min(lowest, depth)
    assert (depth, lowest) == (0, 0)
    first, *rest = text.removesuffix("\n").split("\n")
    assert re.fullmatch(r"@(article|misc)\{[\w-]+,", first)
    assert rest.pop() == "}"
    for line in rest:
        assert re.fullmatch(r"  [a-z]+ = (\{.*\}|[a-z]{3}),", line)


@given(CITABLES)
def test_ris_is_one_reference_of_tagged_lines(cited):
    text = cite("ris", cited)
    lines = text.removesuffix("\r\n").split("\r\n")
    assert all(re.match(r"[A-Z][A-Z0-9]  - ", line) for line in lines)
    assert "\n" not in "".join(lines)
    tags = [line[:2] for line in lines]
    assert (tags[0], tags[-1]) == ("TY", "ER")
    assert tags.count("TY") == tags.count("ER") == 1


@given(CITABLES)
def test_csl_json_is_read_back_as_it_was_written(cited):
    (item,) = json.loads(cite("csl-json", cited))
    assert item["id"]
    assert item["type"]
    assert json.loads(json.dumps([item])) == [item]
    assert "" not in item.values()
