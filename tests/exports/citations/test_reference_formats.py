"""BibTeX, RIS and CSL-JSON: what programs read."""

import json
import re
from dataclasses import replace

import pytest

from diplomacy.exports.citations import Name, cite
from tests.exports.citations.samples import COMMUNIQUE, HASAN, LIN, MEETING, OP_ED

CSL_TYPES = {"article-newspaper", "report", "speech", "interview", "event", "webpage"}


def fields(text: str) -> dict[str, str]:
    """The fields of a BibTeX entry, without their outer braces."""
    found = re.findall(r"^  (\w+) = (.*),$", text, re.MULTILINE)
    return {name: value[1:-1] if value[0] == "{" else value for name, value in found}


def lines(text: str) -> list[tuple[str, str]]:
    """Tags and values of one RIS reference."""
    assert text.endswith("\r\n")
    return [(line[:2], line[6:]) for line in text.removesuffix("\r\n").split("\r\n")]


def item(cited) -> dict:
    (found,) = json.loads(cite("csl-json", cited))
    return found


def test_bibtex_serves_bibtex_and_biblatex():
    found = fields(cite("bibtex", OP_ED))
    assert cite("bibtex", OP_ED).startswith("@article{rapporteur-k3v9x-e2,\n")
    assert found["author"] == "Lin, Shuya"
    assert found["journal"] == "{River Gazette}"
    assert (found["year"], found["month"], found["date"]) == ("2024", "may", "2024-05-16")
    assert found["langid"] == "english"
    assert found["url"] == OP_ED.url


def test_bibtex_keeps_bodies_whole_and_says_who_carried_a_text():
    text = cite("bibtex", COMMUNIQUE)
    assert text.startswith("@misc{")
    assert "author = {{Ministry of Rivers} and {Ministry of Harbours}}," in text
    found = fields(text)
    assert found["howpublished"] == "Joint communiqué, as carried by River Gazette"
    assert "Paraphrase by the archive. Rapporteur, edition 2, 12 November 2026." in found["note"]


def test_bibtex_writes_out_what_means_something_to_tex():
    title = r"50% of C# & {x}_1 ~ \alpha^2 $ “y”"
    written = fields(cite("bibtex", replace(OP_ED, title=title)))["title"]
    assert written == (
        r"{50\% of C\# \& \textbraceleft{}x\textbraceright{}\_1 \textasciitilde{} "
        r"\textbackslash{}alpha\textasciicircum{}2 \$ “y”}"
    )


def test_bibtex_gives_no_date_that_biblatex_cannot_read():
    assert "date" not in fields(cite("bibtex", replace(OP_ED, date="[2024-05-16,2024-05-17]")))
    assert fields(cite("bibtex", replace(OP_ED, date="2024~")))["date"] == "2024~"
    assert "year" not in fields(cite("bibtex", replace(OP_ED, date="")))


def test_ris_begins_with_its_type_and_ends_as_it_must():
    found = lines(cite("ris", OP_ED))
    assert found[0] == ("TY", "NEWS")
    assert found[-1] == ("ER", "")
    assert ("AU", "Lin, Shuya") in found
    assert ("T2", "River Gazette") in found
    assert ("DA", "2024/05/16/") in found
    assert ("UR", OP_ED.url) in found
    assert ("KW", "Rivers & lakes") in found


@pytest.mark.parametrize(
    ("cited", "type"),
    [
        (COMMUNIQUE, "RPRT"),
        (OP_ED, "NEWS"),
        (replace(COMMUNIQUE, kind="speech"), "GEN"),
        (MEETING, "ELEC"),
    ],
)
def test_ris_has_a_type_for_each_kind(cited, type):
    assert lines(cite("ris", cited))[0] == ("TY", type)


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("2024", "2024///"),
        ("2024-05", "2024/05//"),
        ("2024-21", "2024///"),
        ("2024-05-13/2024-05-16", "2024/05//"),
        ("2024-05-XX", "2024/05//"),
    ],
)
def test_ris_leaves_empty_what_is_not_known_of_a_date(date, expected):
    assert ("DA", expected) in lines(cite("ris", replace(OP_ED, date=date)))


def test_csl_says_who_wrote_it_and_in_which_order_the_name_stands():
    found = item(replace(OP_ED, authors=(LIN, HASAN, Name("River Desk"))))
    assert found["author"] == [
        {"family": "Lin", "given": "Shuya", "static-ordering": True},
        {"family": "Hasan", "given": "Omar"},
        {"literal": "River Desk"},
    ]
    assert found["issued"] == {"date-parts": [[2024, 5, 16]]}
    assert found["container-title"] == "River Gazette"


@pytest.mark.parametrize(
    ("cited", "type"),
    [
        (COMMUNIQUE, "report"),
        (OP_ED, "article-newspaper"),
        (replace(OP_ED, kind="interview"), "interview"),
        (replace(COMMUNIQUE, kind="speech"), "speech"),
        (MEETING, "event"),
        (replace(MEETING, type="commitment", kind="commitment"), "webpage"),
    ],
)
def test_csl_has_a_type_for_each_kind(cited, type):
    assert type in CSL_TYPES
    assert item(cited)["type"] == type


@pytest.mark.parametrize(
    ("date", "issued"),
    [
        ("2024", {"date-parts": [[2024]]}),
        ("2024-05", {"date-parts": [[2024, 5]]}),
        ("2024-22", {"date-parts": [[2024]], "season": 2}),
        ("2024-05-16~", {"date-parts": [[2024, 5, 16]], "circa": True}),
        ("2024-05-13/2024-05-16", {"date-parts": [[2024, 5, 13], [2024, 5, 16]]}),
        ("2024-05/..", {"literal": "May 2024 or later"}),
        ("202X", {"literal": "2020s"}),
        ("", None),
    ],
)
def test_csl_gives_a_date_in_parts_where_it_has_such(date, issued):
    assert item(replace(OP_ED, date=date)).get("issued") == issued


def test_csl_says_which_edition_and_what_it_holds():
    found = item(COMMUNIQUE)
    assert found["archive"] == "Rapporteur"
    assert found["version"] == "edition 2"
    assert "As carried by River Gazette, 17 May 2024" in found["note"]
    assert "Paraphrase by the archive." in found["note"]
