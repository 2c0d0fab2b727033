"""The names the demonstration archive knows, and the many ways in which pages print them."""

import pytest


@pytest.mark.parametrize(
    ("text", "slugs"),
    [
        ("work along the Belt and Road", ["bri"]),
        ("共建“一带一路”", ["bri"]),
        ("a growth corridor and a livelihood-enhancing corridor", ["five-corridors"] * 2),
        ("the eight major steps that China took", ["eight-steps"]),
        ("a Pakistan–China community with a shared future", ["shared-future"]),
        ("that China - Pakistan Community with a Shared Future", ["shared-future"]),
        ("the Action Plan (2025–2029)", ["action-plan-2025-29"]),
        ("the four global initiatives", ["gdi", "gsi", "gci", "ggi"]),
        ("an upgraded CPEC", ["cpec-2"]),
        ("CPEC Phase-II and CPEC 2.0", ["cpec-2", "cpec-2"]),
        ("CPEC alone", ["cpec"]),
        ("the corridor of the ministry is green", []),
    ],
)
def test_an_initiative_is_known_however_it_is_called(known, text, slugs):
    found = [one.known for one in known.index.find(text) if one.known.type == "initiative"]
    assert [one.slug for one in found] == slugs


def test_xinhua_is_known_by_its_short_name(known):
    found = known.index.find("(Xinhua)")
    assert {(one.known.type, one.known.slug) for one in found} == {
        ("organisation", "xinhua"),
        ("outlet", "xinhua"),
    }
