"""The real pages, where they are at hand: their words stay out of this repository."""

from pathlib import Path

import pytest

from diplomacy.intake import readers, report
from diplomacy.intake.recognition.page import recognise

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT.parent / "shared" / "samples"

pytestmark = pytest.mark.skipif(not SAMPLES.is_dir(), reason="the sample pages are not here")


@pytest.fixture(scope="module")
def read(known):
    def read_sample(start):
        [path] = SAMPLES.glob(f"{start}*.txt")
        received = readers.read(path.read_bytes(), path.name)
        return report.as_dict(path.name, recognise(received, known), [])

    return read_sample


def values(row):
    return {
        role: found and (found["value"], found["basis"]) for role, found in row["dates"].items()
    }


def test_the_press_rendering_of_the_fifth_round(read):
    row = read("001")
    assert (row["kind"], row["authority"], row["language"]) == (
        "press_account",
        "joint_rendering",
        "en",
    )
    assert row["title"].startswith("Fifth round of Pakistan, China")
    assert (row["dateline"], row["place"]) == ("Islamabad, 16 May 2024 (TDI)", "Islamabad")
    assert (row["agency"], row["outlet"], row["byline"]) == ("TDI", "The Diplomatic Insight", None)
    assert (row["series"], row["ordinal"]) == ("fmsd", 5)
    assert values(row) == {
        "event": ("2024-05-15", "printed"),
        "document": None,
        "release": None,
        "published": None,
        "dateline": ("2024-05-16", "printed"),
        "retrieved": None,
    }
    assert row["people"] == ["Mohammad Ishaq Dar", "Wang Yi", "Xi Jinping"]
    assert row["countries"] == ["pk", "cn", "af", "ps"]
    assert row["sides"] == ["cn", "pk"]
    assert row["initiatives"] == [
        "shared-future", "eight-steps", "bri", "cpec-2", "cpec", "five-corridors", "gdi", "gsi",
        "gci",
    ]  # fmt: skip
    assert {"one-china", "khunjerab", "jammu-kashmir", "afghanistan", "cpec"} <= set(row["topics"])


def test_debris_of_the_first_sample_is_removed_and_its_paragraphs_stay(read):
    row = read("001")
    assert len(row["paragraphs"]) == 39
    assert row["removal_reasons"] == [
        "breadcrumb",
        "title repeated",
        "link to another story",
        "share or follow widget",
        "list of other stories",
    ]


def test_the_report_of_a_readout_of_the_seventh_round(read):
    row = read("002")
    assert row["title"] is None
    assert (row["kind"], row["authority"]) == ("press_account", "readout_report")
    assert (row["agency"], row["outlet"]) == ("APP", "Associated Press of Pakistan")
    assert row["sides"] == ["cn"]
    assert (row["series"], row["ordinal"]) == ("fmsd", 7)
    assert values(row) == {
        "event": ("2026-01-04", "inferred"),
        "document": None,
        "release": ("2026-01-04", "inferred"),
        "published": None,
        "dateline": ("2026-01-05", "inferred"),
        "retrieved": ("2026-01-05", "printed"),
    }
    assert row["speakers"] == ["Mohammad Ishaq Dar", "Wang Yi"]
    assert row["countries"] == ["pk", "cn", "ve"]
    assert {"venezuela", "anniversary", "one-china", "cpec"} <= set(row["topics"])
    assert set(row["initiatives"]) == {
        "action-plan-2025-29", "shared-future", "cpec-2", "gdi", "gsi", "gci", "ggi",
    }  # fmt: skip
    assert row["issuers"] == ["Ministry of Foreign Affairs of China"]
    assert {clause["reporter"] for clause in row["clauses"]} == {
        "Ministry of Foreign Affairs of China"
    }


def test_the_signed_article_without_date_or_outlet(read):
    row = read("004")
    assert (row["kind"], row["authority"]) == ("op_ed", "signed")
    assert row["byline"] == "H.E. Jiang Zaidong, Chinese Ambassador to Pakistan"
    assert set(values(row).values()) == {None}
    assert (row["outlet"], row["dateline"], row["series"]) == (None, None, None)
    assert row["people"] == [
        "Jiang Zaidong",
        "Xi Jinping",
        "Shehbaz Sharif",
        "Li Qiang",
        "Asif Ali Zardari",
    ]
    assert row["sides"] == ["cn"]
    assert {"gdi", "gsi", "gci", "ggi", "action-plan-2025-29"} <= set(row["initiatives"])
    assert any("sub-title" in warning for warning in row["warnings"])
