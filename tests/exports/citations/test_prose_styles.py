"""The prose styles, kind by kind, as their manuals have them."""

from dataclasses import replace

import pytest

from diplomacy.exports.citations import STYLES, Copy, Name, cite, cite_html
from tests.exports.citations.samples import COMMUNIQUE, GAZETTE, HASAN, LIN, MEETING, OP_ED, RIVERS

HERE = "https://archive.example/records/k3v9x/ferries/editions/2/"
THERE = "https://gazette.example/ferries"
PROSE = [code for code, style in STYLES.items() if style.is_prose]


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        (
            "chicago",
            "Ministry of Rivers and Ministry of Harbours. “On the ferries.” Joint communiqué, "
            "Port Ann, May 16, 2024. As carried by River Gazette, May 17, 2024. "
            f"{THERE}. Paraphrase by the archive in Rapporteur, edition 2, November 12, 2026. "
            f"{HERE}.",
        ),
        (
            "chicago-note",
            "Ministry of Rivers and Ministry of Harbours, “On the ferries,” joint communiqué, "
            "Port Ann, May 16, 2024, as carried by River Gazette, May 17, 2024, "
            f"{THERE}, paraphrase by the archive in Rapporteur, edition 2, November 12, 2026, "
            f"{HERE}.",
        ),
        (
            "mla",
            "Ministry of Rivers and Ministry of Harbours. “On the ferries.” Joint communiqué, "
            f"Port Ann, 16 May 2024. As carried by River Gazette, 17 May 2024, {THERE}. "
            f"Rapporteur, edition 2, 12 Nov. 2026, {HERE}. Paraphrase by the archive.",
        ),
        (
            "apa",
            "Ministry of Rivers & Ministry of Harbours. (2024, May 16). On the ferries [Joint "
            "communiqué; paraphrase by the archive; Port Ann]. As carried by River Gazette "
            f"(2024, May 17). {THERE} Rapporteur (edition 2, 2026, November 12). {HERE}",
        ),
        (
            "oscola",
            "Ministry of Rivers and Ministry of Harbours, ‘On the ferries’ (Joint communiqué, "
            f"Port Ann, 16 May 2024), as carried by River Gazette (17 May 2024) <{THERE}> "
            "accessed 20 May 2024, paraphrase by the archive in Rapporteur (edn 2, 12 November "
            f"2026) <{HERE}>.",
        ),
    ],
)
def test_a_joint_text_names_its_issuers_its_carrier_and_the_account(style, expected):
    assert cite(style, COMMUNIQUE) == expected


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        (
            "chicago",
            f"Lin Shuya. “Why we row.” River Gazette, May 16, 2024. {THERE}. In Rapporteur, "
            f"edition 2, November 12, 2026. {HERE}.",
        ),
        (
            "mla",
            f"Lin Shuya. “Why we row.” River Gazette, 16 May 2024, {THERE}. Rapporteur, edition "
            f"2, 12 Nov. 2026, {HERE}.",
        ),
        (
            "apa",
            f"Lin, S. (2024, May 16). Why we row [Op-ed]. River Gazette. {THERE} Rapporteur "
            f"(edition 2, 2026, November 12). {HERE}",
        ),
        (
            "oscola",
            f"Lin Shuya, ‘Why we row’ River Gazette (16 May 2024) <{THERE}> accessed 20 May "
            f"2024, in Rapporteur (edn 2, 12 November 2026) <{HERE}>.",
        ),
    ],
)
def test_a_signed_article_stands_in_its_outlet_and_is_carried_by_nobody(style, expected):
    assert cite(style, OP_ED) == expected
    assert "carried" not in expected


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        (
            "chicago-note",
            "“Third round of the River Commission,” dialogue round, Port Ann, May 16, 2024, "
            f"Rapporteur, edition 2, November 12, 2026, {HERE}.",
        ),
        (
            "apa",
            "Rapporteur. (2026, November 12). Third round of the River Commission [Dialogue "
            f"round; Port Ann; 2024, May 16]. Edition 2. {HERE}",
        ),
    ],
)
def test_a_meeting_is_cited_as_the_archives_own_record(style, expected):
    assert cite(style, MEETING) == expected


@pytest.mark.parametrize("style", PROSE)
def test_every_style_names_the_paragraph_the_edition_and_its_address(style):
    address = "https://archive.example/records/k3v9x/p/pabc/?e=2"
    cited = replace(COMMUNIQUE, paragraph="7", paragraph_key="pabc", url=address)
    text = cite(style, cited)
    assert address in text
    assert any(f"{word} 7" in text for word in ("para.", "par.", "para"))
    assert "2026" in text


@pytest.mark.parametrize("style", STYLES)
def test_what_is_withdrawn_is_said_to_be(style):
    assert "withdrawn" not in cite(style, COMMUNIQUE)
    assert "withdrawn" in cite(style, replace(COMMUNIQUE, is_withdrawn=True))


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize(
    ("held", "display", "said"),
    [
        ("paraphrase", "full", "paraphrase by the archive"),
        ("excerpt", "full", "excerpt"),
        ("verbatim", "extract", "excerpt"),
        ("verbatim", "metadata", "description only (text not shown)"),
        ("paraphrase", "metadata", "description only (text not shown)"),
        ("not_held", "metadata", "description only (text not held)"),
    ],
)
def test_every_style_says_what_the_archive_shows_of_the_text(style, held, display, said):
    assert said in cite(style, replace(COMMUNIQUE, held=held, display=display)).lower()
    whole = cite(style, replace(COMMUNIQUE, held="verbatim", display="full")).lower()
    assert said not in whole


@pytest.mark.parametrize("style", STYLES)
def test_a_translation_is_said_to_be_one(style):
    cited = replace(COMMUNIQUE, translation="machine translation")
    assert "machine translation, paraphrase by the archive" in cite(style, cited).lower()


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("carried", ["as carried by", "as rendered by", "as reported by"])
def test_every_style_says_what_the_outlet_did(style, carried):
    assert carried in cite(style, replace(COMMUNIQUE, carried=carried)).lower()


@pytest.mark.parametrize("style", PROSE)
def test_who_publishes_its_own_text_does_not_carry_it(style):
    own = replace(COMMUNIQUE, copy=replace(GAZETTE, outlet="Ministry of Rivers"))
    text = cite(style, own)
    assert "carried" not in text
    assert THERE in text


@pytest.mark.parametrize(("style", "mark"), [("chicago", "[On the ferries]"), ("apa", "[On the f")])
def test_a_title_that_no_source_prints_stands_in_brackets(style, mark):
    text = cite(style, replace(COMMUNIQUE, title_is_ours=True))
    assert mark in text
    assert "“" not in text


@pytest.mark.parametrize(
    ("style", "date", "expected"),
    [
        ("chicago", "", "n.d."),
        ("apa", "", "(n.d.)"),
        ("chicago", "2024-05-16~", "ca. May 16, 2024"),
        ("oscola", "2024-05?", "May 2024?"),
        ("apa", "2024-05-13/2024-05-16", "(2024, May 13–16)"),
        ("chicago", "2024-04-30/2024-05-02", "April 30–May 2, 2024"),
        ("mla", "2024-09-30/2024-10-02", "30 Sept.–2 Oct. 2024"),
        ("oscola", "[2024-05-16,2024-05-17]", "16 May 2024 or 17 May 2024"),
        ("chicago", "202X", "2020s"),
        ("chicago", "2024-23", "Autumn 2024"),
        ("oscola", "../2024", "2024 or earlier"),
    ],
)
def test_dates_are_as_precise_as_they_are_known(style, date, expected):
    assert expected in cite(style, replace(COMMUNIQUE, date=date))


@pytest.mark.parametrize("basis", ["inferred", "editor"])
def test_a_date_that_no_source_prints_stands_in_brackets(basis):
    inferred = replace(COMMUNIQUE, date_basis=basis)
    assert "[May 16, 2024]" in cite("chicago", inferred)
    assert "([2024, May 16])" in cite("apa", inferred)


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ("chicago", "Hasan, Omar, and Lin Shuya."),
        ("chicago-note", "Omar Hasan and Lin Shuya,"),
        ("mla", "Hasan, Omar, and Lin Shuya."),
        ("apa", "Hasan, O., & Lin, S."),
        ("oscola", "Omar Hasan and Lin Shuya,"),
    ],
)
def test_only_a_name_given_first_is_inverted(style, expected):
    assert cite(style, replace(OP_ED, authors=(HASAN, LIN))).startswith(expected)


@pytest.mark.parametrize(
    ("style", "many", "expected"),
    [
        ("chicago", 7, "Hasan, Omar, Author 1, Author 2, et al."),
        ("chicago", 3, "Hasan, Omar, Author 1, and Author 2."),
        ("mla", 3, "Hasan, Omar, et al."),
        ("oscola", 4, "Omar Hasan and others,"),
        ("apa", 21, "Author 18, . . . Author 20."),
        ("apa", 3, "Hasan, O., Author 1, & Author 2."),
    ],
)
def test_many_authors_are_cut_as_the_manual_says(style, many, expected):
    names = (HASAN, *(Name(f"Author {number}") for number in range(1, many)))
    assert expected in cite(style, replace(OP_ED, authors=names))


def test_initials_are_taken_where_a_script_has_them():
    hyphened = Name("Anwar-ul-Haq Kakar", "Kakar", "Anwar-ul-Haq")
    assert "Kakar, A.-u.-H." in cite("apa", replace(OP_ED, authors=(hyphened,)))
    han = Name("林舒雅", "林", "舒雅")
    assert "林, 舒雅." in cite("apa", replace(OP_ED, authors=(han,)))
    assert cite("chicago", replace(OP_ED, authors=(han,))).startswith("林舒雅. ")


def test_quotation_marks_within_a_title_become_those_of_the_other_kind():
    cited = replace(COMMUNIQUE, title='A “river” and a "lake"')
    assert "“A ‘river’ and a ‘lake’.”" in cite("chicago", cited)
    cited = replace(COMMUNIQUE, title="Both sides’ ‘river’ and don’t")
    assert "‘Both sides’ “river” and don’t’" in cite("oscola", cited)


def test_a_title_that_ends_in_a_mark_gets_no_second_one():
    assert "“Why row?” Joint" in cite("chicago", replace(COMMUNIQUE, title="Why row?"))


def test_outlets_and_the_archive_are_in_italics_and_nothing_is_unescaped():
    cited = replace(COMMUNIQUE, title="<b>Rivers</b> & lakes")
    html = cite_html("chicago", cited)
    assert "<i>River Gazette</i>" in html
    assert "<i>Rapporteur</i>" in html
    assert "&lt;b&gt;Rivers&lt;/b&gt; &amp; lakes" in html


def test_a_right_to_left_title_is_kept_apart_on_a_page_and_plain_in_the_text():
    cited = replace(COMMUNIQUE, title="دریا", language="ur")
    assert '<bdi lang="ur" dir="rtl">دریا</bdi>' in cite_html("chicago", cited)
    assert "“دریا.”" in cite("chicago", cited)


def test_an_interview_names_whoever_asked():
    cited = replace(OP_ED, kind="interview", genre="Interview", interviewers=(Name("Omar Hasan"),))
    for style in PROSE:
        assert "nterview by Omar Hasan" in cite(style, cited), style


def test_a_text_without_any_copy_is_cited_all_the_same():
    for style in STYLES:
        assert "Rapporteur" in cite(style, replace(COMMUNIQUE, copy=None))
        assert "Rapporteur" in cite(style, replace(COMMUNIQUE, copy=Copy(), authors=(RIVERS,)))
