"""Search: ranked, counted, with passages; facets where they are asked for."""

import pytest

from tests.factories import add_person, make_document, make_person, make_published, publish

pytestmark = pytest.mark.django_db


def test_records_are_found_best_first_with_passages(get):
    make_published("The ferry", "Nothing of note.", date="2020-01-01")
    make_published("On the bridge", "They came late.", "They came by ferry.", date="2024-01-01")
    make_published("On the road", "They came on foot.")
    answer = get("search/", q="ferry").json()
    assert [row["title"] for row in answer["results"]] == ["The ferry", "On the bridge"]
    assert answer["total"] == {"value": 2, "is_exact": True}
    assert answer["ignored"] == []
    (passage,) = answer["results"][1]["passages"]
    assert "".join(segment["text"] for segment in passage["segments"]) == "They came by ferry."
    assert [s["text"] for s in passage["segments"] if s["is_match"]] == ["ferry"]
    assert passage["anchor"].startswith("p")
    assert "paragraphs" not in answer["results"][0]


def test_the_same_filters_and_fields_hold_as_in_lists(get):
    make_published("One ferry", kind="readout", authority="readout")
    make_published("Two ferries")
    (row,) = get("search/", q="ferry", kind="readout", fields="title,passages").json()["results"]
    assert row == {"title": "One ferry", "passages": []}


def test_without_words_everything_is_found_newest_first(get):
    for day in (1, 3, 2):
        make_published(f"Day {day}", date=f"2024-01-0{day}")
    titles = [row["title"] for row in get("search/").json()["results"]]
    assert titles == ["Day 3", "Day 2", "Day 1"]


def test_facets_are_there_when_asked_for(get):
    make_published("One ferry", kind="readout", authority="readout")
    make_published("Two ferries")
    assert "facets" not in get("search/", q="ferry").json()
    facets = get("search/", q="ferry", kind="readout", include="facets").json()["facets"]
    (kinds,) = [facet for facet in facets if facet["name"] == "kind"]
    assert kinds["parameter"] == "kind"
    assert {(row["value"], row["count"], row["is_chosen"]) for row in kinds["choices"]} == {
        ("readout", 1, True),
        ("press_account", 1, False),
    }


@pytest.mark.parametrize("sort", ["relevance", "-date", "date"])
def test_a_walk_gives_every_result_once(get, sort):
    uids = {make_published("Ferry", date=f"2024-01-0{day}").uid for day in range(1, 6)}
    seen, address = [], f"search/?q=ferry&limit=2&sort={sort}"
    while address:
        answer = get(address).json()
        assert answer["total"]["value"] == 5
        seen += [row["uid"] for row in answer["results"]]
        address = (answer["next"] or "").partition("/api/v1/")[2]
    assert sorted(seen) == sorted(uids)
    back = get(answer["previous"].partition("/api/v1/")[2]).json()
    assert [row["uid"] for row in back["results"]] == seen[2:4]


@pytest.mark.parametrize("q", ['"', "-", "OR", "(", "*", "'", "%s", "a" * 3000, "😀", "-ferry"])
def test_nothing_typed_is_an_error(get, q):
    make_published("Ferry")
    assert get("search/", q=q).status_code == 200


def test_what_was_left_out_is_said(get):
    make_published("Ferry")
    assert get("search/", q="ferry ???").json()["ignored"]


def test_a_draft_is_not_found_until_it_is_published(get):
    document = make_document("Ferry")
    assert get("search/", q="ferry").json()["total"] == {"value": 0, "is_exact": True}
    publish(document)
    assert get("search/", q="ferry").json()["total"] == {"value": 1, "is_exact": True}


def test_conditions_and_other_forms_of_names_hold_as_on_the_site(get):
    person, document = make_person("Lin Shuya", slug="lin"), make_document("One", "Nothing.")
    person.names.create(form="林淑雅", language="zh-hans")
    add_person(document, person, "speaker")
    publish(document)
    make_published("Two")
    answer = get("search/", q="林淑雅").json()
    assert [row["title"] for row in answer["results"]] == ["One"]
    (widened,) = answer["widened"]
    assert widened["said"] == "林淑雅"
    assert {"form": "Lin Shuya", "language": "en"} in widened["also"]
    exact = get("search/", q="林淑雅", exact="1").json()
    assert (exact["results"], exact["widened"]) == ([], [])
    for address in ("search/", "records/"):
        rows = get(address, q="said-by:lin").json()["results"]
        assert [row["title"] for row in rows] == ["One"]
        rows = get(address, q="-said-by:lin").json()["results"]
        assert [row["title"] for row in rows] == ["Two"]


def test_a_condition_that_asks_nothing_is_told_and_a_wrong_exact_is_refused(get):
    assert "is no date" in get("search/", q="before:2024-02-31").json()["ignored"][0]
    assert get("search/", exact="maybe").status_code == 400
