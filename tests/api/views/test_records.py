"""Records in lists and alone: what stands, what stood, and what is no longer shown."""

from datetime import datetime, timedelta

import pytest
from django.utils import timezone

from diplomacy import publishing
from diplomacy.models import Relation
from tests.factories import (
    add_person,
    make_commitment,
    make_dialogue,
    make_document,
    make_person,
    make_published,
    publish,
)

pytestmark = pytest.mark.django_db


def uids(answer) -> list[str]:
    assert answer.status_code == 200, answer.content
    return [row["uid"] for row in answer.json()["results"]]


def test_a_record_is_its_editions_content_with_its_edition_and_links(get):
    document = make_document("On the bridge", "First they met.", "Then they spoke.")
    edition = publish(document)
    row = get(f"records/{document.uid}/").json()
    content = {name: row[name] for name in edition.content}
    assert content == edition.content
    assert set(row) - set(content) == {"edition", "links"}
    assert row["edition"] == {
        "number": edition.pk,
        "n": 1,
        "change": "new",
        "note": "",
        "published_at": edition.at.isoformat().replace("+00:00", "Z"),
        "standing": "public",
    }
    assert row["links"]["self"] == f"/api/v1/records/{document.uid}/"
    assert row["links"]["page"] == f"/records/{document.uid}/{document.slug}/"
    assert row["links"]["names"]["country"]["cn"]["name"] == "China"


def test_a_list_is_light_unless_more_is_included(get):
    document = make_published("On the bridge", "First they met.")
    (row,) = get("records/").json()["results"]
    assert {"paragraphs", "clauses", "links"} & set(row) == set()
    assert row["title"] == "On the bridge"
    (row,) = get("records/", include="paragraphs,links").json()["results"]
    assert row["paragraphs"][0]["text"] == "First they met."
    assert row["links"]["self"] == f"/api/v1/records/{document.uid}/"
    assert "clauses" not in row


def test_fields_gives_those_alone_also_the_heavy_ones(get):
    make_published("On the bridge", "First they met.")
    (row,) = get("records/", fields="title,paragraphs").json()["results"]
    assert list(row) == ["title", "paragraphs"]


def test_lists_of_one_type_hold_that_type_alone(get):
    document, meeting, commitment = make_document(), make_dialogue(), make_commitment()
    for record in (document, meeting, commitment):
        publish(record)
    assert uids(get("documents/")) == [document.uid]
    assert uids(get("dialogues/")) == [meeting.uid]
    assert uids(get("commitments/")) == [commitment.uid]
    assert len(uids(get("records/"))) == 3
    assert get(f"documents/{document.uid}/").json()["uid"] == document.uid
    assert get(f"dialogues/{document.uid}/").status_code == 404


def test_filters_are_those_of_the_search(get):
    lin = make_person("Lin Shuya", slug="lin-shuya")
    early = make_published("On the bridge", date="2023-01-05", kind="readout", authority="readout")
    late = make_document("On the ferry", date="2024-06-01")
    add_person(late, lin, "speaker")
    publish(late)
    assert uids(get("records/", person="lin-shuya")) == [late.uid]
    assert uids(get("records/", kind=["readout", "op_ed"])) == [early.uid]
    assert uids(get("records/", q="ferry")) == [late.uid]
    assert uids(get("records/", date_to="2023")) == [early.uid]
    assert uids(get("records/", country="cn", sort="date")) == [early.uid, late.uid]
    assert uids(get("records/", country="cn")) == [late.uid, early.uid]
    assert uids(get("records/", person="nobody")) == []


def test_since_lists_what_changed_in_the_order_of_change(get):
    first, second = make_published(date="2024-06-01"), make_published(date="2023-06-01")
    between = timezone.now()
    first.summary = "Mended."
    first.save()
    publish(first, change="update")
    assert uids(get("records/", since=between.isoformat())) == [first.uid]
    day = between.date() - timedelta(days=1)
    assert uids(get("records/", since=str(day))) == [second.uid, first.uid]
    assert uids(get("records/", since=str(day), sort="date")) == [second.uid, first.uid]
    assert uids(get("records/", since=str(day), sort="-date")) == [first.uid, second.uid]


def test_a_walk_gives_every_row_once_while_rows_are_added(get):
    there = {make_published(date=f"2024-02-{day:02}").uid for day in range(1, 8)}
    answer, seen = get("records/", limit=3), []
    for day in (9, 4, 1):
        seen += uids(answer)
        make_published(date=f"2024-02-{day:02}")
        following = answer.json()["next"]
        answer = get(following.partition("/api/v1/")[2]) if following else None
        if answer is None:
            break
    seen += uids(answer) if answer else []
    assert len(seen) == len(set(seen))
    assert there <= set(seen)


def test_a_walk_back_gives_the_same_pages(get):
    for day in range(1, 8):
        make_published(date=f"2024-02-{day:02}")
    pages, address = [], "records/?limit=3"
    while address:
        answer = get(address)
        pages.append(uids(answer))
        address = (answer.json()["next"] or "").partition("/api/v1/")[2]
    assert [len(page) for page in pages] == [3, 3, 1]
    back = []
    address = answer.json()["previous"]
    while address:
        answer = get(address.partition("/api/v1/")[2])
        back.append(uids(answer))
        address = answer.json()["previous"]
    assert back == pages[-2::-1]


def test_withdrawn_with_text_stays_listed_with_its_standing_and_reason(get):
    document = make_published()
    publishing.withdraw(document, by=None, reason="The source took it back.", keep_text=True)
    (row,) = get("records/").json()["results"]
    assert row["edition"]["standing"] == "withdrawn"
    assert row["edition"]["note"] == "The source took it back."
    assert get(f"records/{document.uid}/").json()["paragraphs"]


@pytest.mark.parametrize("end", ["hide", "remove"])
def test_what_is_no_longer_shown_answers_410_with_the_reason_at_every_address(get, end):
    document = make_published("On the bridge", "Words that must go.")
    if end == "hide":
        publishing.withdraw(document, by=None, reason="Not ours to show.", keep_text=False)
    else:
        publishing.remove(document, by=None, reason="Not ours to show.")
    today = timezone.now().date()
    for path in ("", f"?as_of={today}", "editions/", "editions/1/", "editions/2/", "?fields=uid"):
        answer = get(f"records/{document.uid}/{path}")
        assert answer.status_code == 410
        assert answer.json()["error"]["message"] == "Not ours to show."
        assert answer.json()["error"]["code"] == ("hidden" if end == "hide" else "removed")
    assert uids(get("records/")) == []
    publishing.restore(document, by=None)
    assert get(f"records/{document.uid}/").json()["title"] == "On the bridge"
    assert get(f"records/{document.uid}/editions/2/").status_code == 410


def test_merged_redirects_at_every_address(get):
    wrong, right = make_published(), make_published()
    publishing.merge(wrong, right, by=None, reason="The same text.")
    for path in ("", "editions/", "editions/1/"):
        answer = get(f"records/{wrong.uid}/{path}")
        assert answer.status_code == 301
        assert answer["Location"] == f"/api/v1/records/{right.uid}/"
        assert answer.json() == {"moved_to": right.uid, "url": answer["Location"]}
    assert uids(get("records/")) == [right.uid]


def test_a_draft_is_unknown_in_the_same_words_as_what_never_was(get):
    draft, published = make_document(), make_published()
    assert get(f"records/{published.uid}/").status_code == 200
    for path in ("{}/", "{}/?as_of=2024-01-01", "{}/editions/", "{}/editions/1/"):
        drafted = get("records/" + path.format(draft.uid))
        unknown = get("records/" + path.format("abcdefghij"))
        assert drafted.status_code == unknown.status_code == 404
        assert drafted.content == unknown.content


def test_the_editions_of_a_record_the_latest_first(get):
    document = make_published("On the bridge")
    document.title = "On the ferry"
    document.save()
    publish(document, change="correction", note="It was the ferry.")
    rows = get(f"records/{document.uid}/editions/").json()["results"]
    assert [(row["n"], row["change"], row["note"]) for row in rows] == [
        (2, "correction", "It was the ferry."),
        (1, "new", ""),
    ]
    assert get(rows[1]["url"].removeprefix("/api/v1/")).json()["title"] == "On the bridge"
    assert get(f"records/{document.uid}/editions/3/").status_code == 404
    assert get(f"records/{document.uid}/editions/{10**30}/").status_code == 404


@pytest.fixture
def on_day(monkeypatch):
    """Let it be noon of a day."""

    def be(day: str) -> None:
        moment = datetime.fromisoformat(f"{day}T12:00+00:00")
        monkeypatch.setattr(timezone, "now", lambda: moment)

    return be


def test_as_of_gives_what_stood_at_the_end_of_that_day(get, on_day, refused):
    on_day("2025-03-01")
    document = make_published("On the bridge")
    on_day("2025-03-03")
    publishing.withdraw(document, by=None, reason="In doubt.", keep_text=False)
    on_day("2025-03-05")
    publishing.restore(document, by=None)
    document.title = "On the ferry"
    document.save()
    publish(document, change="update")

    def stood(day: str):
        return get(f"records/{document.uid}/", as_of=day)

    assert stood("2025-02-28").status_code == 404
    assert stood("2025-03-01").json()["title"] == "On the bridge"
    assert stood("2025-03-02").json()["edition"]["n"] == 1
    assert stood("2025-03-03").status_code == 410
    assert stood("2025-03-04").json()["error"]["message"] == "In doubt."
    assert stood("2025-03-05").json()["title"] == "On the ferry"
    parameter, message = refused(f"records/{document.uid}/", as_of="2025-03-06")
    assert (parameter, message) == ("as_of", "This day has not come yet.")
    assert refused(f"records/{document.uid}/", as_of="yesterday")[0] == "as_of"


def test_as_of_follows_the_rule_of_today(get, on_day):
    on_day("2025-03-01")
    document = make_published("On the bridge")
    on_day("2025-03-03")
    publishing.remove(document, by=None, reason="Published in error.")
    answer = get(f"records/{document.uid}/", as_of="2025-03-01")
    assert answer.status_code == 410
    assert "bridge" not in answer.content.decode()


def test_private_words_are_nowhere(get):
    document = make_document("On the bridge", note_private="Ask the minister's driver.")
    hidden = make_document("Not to be known")
    Relation.objects.create(record=document, type="discusses", target=hidden)
    publish(document)
    answer = get(f"records/{document.uid}/")
    assert answer.json()["relations"] == []
    assert hidden.uid not in answer.content.decode()
    assert "driver" not in answer.content.decode()
    publish(hidden)
    assert get(f"records/{document.uid}/").json()["relations"] == [
        {"type": "discusses", "uid": hidden.uid}
    ]
