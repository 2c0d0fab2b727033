"""What a reader expects first: queries over the demonstration archive, and how well it does.

The expectations were written down by reading the archive, not by looking at what came first. The
test prints success@1 (how often the expected record comes first) and MRR (the mean of one divided
by its place), over all queries and by kind; ``pytest -s`` shows them.
"""

import pytest

from diplomacy.search.params import SearchParams
from diplomacy.search.results import search
from diplomacy.search.spelling import offers
from tests.demonstration import demonstration

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]

QUERIES = {
    "words": {
        "fifth strategic dialogue": "fmsd-5",
        "seventh round strategic dialogue": "fmsd-7",
        "joint press communique fifth round": "fmsd5-communique",
        "action plan shared future": "action-plan-2025",
        "gwadar hospital desalination": "gwadar-2023",
        "khunjerab year-round operation": "khunjerab-2024",
        "dasu bus attack": "dasu-2021",
        "besham": "besham-2024",
        "astronaut": "space-2025",
        "remote sensing satellite": "satellite-2025",
        "gandhara exhibition": "gandhara",
        "establishment of diplomatic relations": "diplomatic-relations",
        "world peace forum": "hashmi-2025",
        "ironclad friendship": "jiang-2023",
        "tenth JCC postponed": "jcc10-postponed",
        "global governance initiative": "ggi-xinhua",
        "special representatives trilateral": "cap-env",
        "asian development bank ML-1": "ml1-adb",
        "upgrade main line-1": "k-ml1",
        "is china souring on pakistan": "diplomat-2024",
        "four commitments": "fmsd5-press",
        "india rejects kashmir second round": "fmsd2-mea",
        "national day reception": "jiang-reception",
        "winter olympics": "visit-2022-02",
        "kyrgyzstan sco presidency": "sco-kg",
        "ceasefire in afghanistan": "fmsd3-dawn",
        "safety of chinese personnel": "k-security",
        "official visit imran khan": "visit-2018-11",
        "belt and road forum": "brf-3",
        "weekly briefing sixth round": "fmsd6-fo",
    },
    "phrases": {
        '"verifiable action"': "fmsd7-tribune",
        '"cold-war thinking"': "fmsd4-nation",
        '"first winter crossing"': "khun-dawn",
        '"grand blueprint"': "cheng-2025-09",
    },
    "names": {
        "Muhammad Shehbaz Sharif meets Xi Jinping": "xi-shehbaz-2024",
        "6th CPEC Joint Cooperation Committee": "jcc-6",
        "14th Joint Cooperation Committee": "jcc-14",
        "fourth pakistan-china bilateral political consultations": "bpc-4",
        "Khalil-ur-Rehman Hashmi interview": "hashmi-2026",
        "Cheng Xizhong civilization dialogue": "gcd-cheng",
        "Sun Haiyan": "sun-haiyan-2026",
        "extend China-Pakistan Economic Corridor to Afghanistan": "k-cpec-afg",
    },
    "Chinese": {
        "中巴外长战略对话第七轮": "fmsd-7",
        "中巴外长战略对话第五轮": "fmsd-5",
        "第七次中巴外长战略对话联合新闻公报": "fmsd7-communique-zh",
        "瓜达尔": "gwadar-2023",
        "红其拉甫": "khunjerab-2024",
        "中阿巴三方外长对话第六轮": "cap-6",
        "全球治理倡议": "ggi-xinhua",
        "习近平 夏巴兹": "xi-shehbaz-2024",
    },
    "Urdu": {
        "گوادر": "gwadar-2023",
        "خنجراب": "khunjerab-2024",
        "اسحاق ڈار بیجنگ": "fmsd7-return",
        "سی پیک افغانستان": "k-cpec-afg",
        "پانچویں پاکستان۔چین وزرائے خارجہ اسٹریٹجک ڈائیلاگ": "fmsd-5",
    },
    "conditions": {
        'said-by:"Wang Yi" venezuela': "fmsd7-readout-cn",
        "series:fmsd in:2023 kind:meeting": "fmsd-4",
        "side:india kashmir in:2024": "mea-2024-06",
        "kind:op-ed 75th anniversary": "fmsd7-centreline",
        "author:jiang-zaidong trends": "oped-jiang-2025-09",
        "outlet:dawn winter": "khun-dawn",
        "language:ur security": "fmsd7-taware",
        "before:1960": "diplomatic-relations",
        "一方:中国 第七轮": "fmsd7-readout-cn",
        "فریق:پاکستان fourth round": "fmsd4-preview",
    },
    "misspelt": {
        "gwadur hospital": "gwadar-2023",
        "khunjrab containers": "khun-dawn",
        "asronaut": "space-2025",
        "communque seventh round": "fmsd7-communique",
        "Shehbaz Sharrif meets Xi": "xi-shehbaz-2024",
        "گوادار": "gwadar-2023",
    },
}
"""By kind, each query and the slug of the record that should come first."""


@pytest.fixture(scope="module")
def demo(django_db_setup, django_db_blocker):
    """The demonstration, loaded once for all tests of this file."""
    with demonstration(django_db_blocker):
        yield


def place_of(q: str, slug: str, *, exact: bool = False) -> int | None:
    """The place at which a query, better spelt where it finds nothing, has a record."""
    params = SearchParams(q=q, exact=exact)
    found = search(params)
    if not found.total and (better := offers(params, 0)):
        found = search(better[0].params)
    slugs = [record.slug for record in found.records]
    return slugs.index(slug) + 1 if slug in slugs else None


def test_what_is_expected_comes_first(capsys):
    places = {
        kind: {q: place_of(q, slug) for q, slug in expected.items()}
        for kind, expected in QUERIES.items()
    }
    found = [place for rows in places.values() for place in rows.values()]
    with capsys.disabled():
        print(f"\nrelevance: {len(found)} queries, {report(found)}")
        for kind, rows in places.items():
            print(f"  {kind}: {len(rows)} queries, {report(list(rows.values()))}")
            late = {q: place for q, place in rows.items() if place != 1}
            for q, place in late.items():
                print(f"    {q!r}: {place or 'not on the first page'}")
    exact = [place_of(q, slug, exact=True) for rows in QUERIES.values() for q, slug in rows.items()]
    with capsys.disabled():
        print(f"  exactly the words typed: {report(exact)}")
    assert len(found) >= 40
    assert mrr(found) > mrr(exact)
    assert success(found) >= 0.9
    assert mrr(found) >= 0.93


def report(places: list[int | None]) -> str:
    return f"success@1 {success(places):.3f}, MRR {mrr(places):.3f}"


def success(places: list[int | None]) -> float:
    return sum(place == 1 for place in places) / len(places)


def mrr(places: list[int | None]) -> float:
    return sum(1 / place for place in places if place) / len(places)
