"""A record line becomes working rows that build the very content it gave."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplomacy import kinds, publishing
from diplomacy.intake.interchange import LineError, Writer, write
from diplomacy.models import Clause, Dialogue, Document, Person, Record
from tests.factories import make_dialogue, make_document, make_person, make_series

pytestmark = pytest.mark.django_db


def minimal(**changes) -> dict:
    line = {
        "id": "ext-1",
        "type": "op_ed",
        "title": "A view of the river",
        "summary": "Why the ferry matters.",
        "body": "The ferry is old.\n\nThe bridge is older.",
        "date": "2024-05-15",
        "language": "en",
        "people": ["Lin Shuya"],
        "countries": ["China"],
        "topics": ["Ferries"],
        "outlet": "The Daily River",
        "series": None,
        "ordinal": None,
    }
    return line | changes


def write_line(line: dict, source: str = "partner") -> Record:
    return Writer(source=source).write(line).record


def date(value: str, **fields) -> dict:
    bounds = {"earliest": "2024-05-15", "latest": "2024-05-15"}
    return {"value": value, "basis": "printed", "printed": "", "note": ""} | bounds | fields


PLACE = {"slug": "river-town", "label": "River Town"}


def full(kind: str, uid: str = "k3m9aaaaaa") -> dict:
    """Content with something in every field, as an edition of `kind` holds it."""
    row = kinds.KINDS[kind]
    content = {
        "schema": 1,
        "uid": uid,
        "type": row.model,
        "kind": kind,
        "slug": f"the-{uid}",
        "title": "Words from the river “talks”",
        "title_origin": "editor",
        "summary": "What was said.",
        "language": "zh",
        "dates": {
            "document": date("2024-05-15", printed="May 15, 2024"),
            "published": date("2024-05-15~", basis="inferred", note="From the page."),
        },
        "people": [
            {"slug": "lin-shuya", "name": "Lin Shuya", "role": "chair", "styled_as": "Minister"},
            {"slug": "noor", "name": "Noor", "role": "participant", "styled_as": ""},
            {"slug": "lin-shuya", "name": "Lin Shuya", "role": "author", "styled_as": ""},
        ],
        "organisations": [{"slug": "rivers", "name": "Ministry of Rivers", "role": "issuer"}],
        "countries": [
            {"slug": "pk", "name": "Pakistan", "role": "party"},
            {"slug": "cn", "name": "China", "role": "mentioned"},
        ],
        "topics": [{"slug": "ferries", "label": "Ferries", "printed": "Ferry matters"}],
        "initiatives": [{"slug": "bridge-plan", "label": "Bridge Plan"}],
        "places": [PLACE],
        "relations": [],
        "figures": [],
        "attachments": [],
        "note": "Two sources differ.",
    }
    return content | {"document": document, "dialogue": dialogue, "commitment": commitment}[
        row.model
    ](row)


def document(kind: kinds.Kind) -> dict:
    return {
        "authority": kind.authority,
        "held": "excerpt",
        "display": "full",
        "side": "pk",
        "byline": "By Lin",
        "agency": "RNA",
        "dateline": "RIVER TOWN, May 15 (RNA)",
        "place": PLACE,
        "dialogue": None,
        "work": {"code": "river-talks", "standing": "authentic"},
        "paragraphs": [
            paragraph("pone", "1", "The ferry is old.", source=1),
            paragraph("ptwo", "3bis", "The bridge is older.", heading="II", extract=True),
        ],
        "sources": [
            source("https://daily.example/1", "daily", "The Daily River", published="2024-05-16"),
            source("", "weekly", "The Weekly", title="Talks", retrieved="2024-06"),
        ],
        "clauses": [
            clause("cone", "pone", voice="side", side="pk", topics=["ferries", "bridges"]),
            clause("ctwo", None, voice="person", speaker="noor", reporter="rivers", mode="direct"),
        ],
    }


def paragraph(key, number, text, *, source=None, heading="", extract=False) -> dict:
    return {
        "key": key,
        "number": number,
        "heading": heading,
        "text": text,
        "source": source,
        "extract": extract,
    }


def source(url, slug, name, *, title="", published="", retrieved="") -> dict:
    return {
        "url": url,
        "outlet": {"slug": slug, "name": name},
        "title": title,
        "published": published,
        "retrieved": retrieved,
        "rights": "Ask first",
    }


def clause(key, paragraph, **changes) -> dict:
    fields = {
        "key": key,
        "paragraph": paragraph,
        "text": "They will mend the ferry.",
        "formula": "mend the ferry",
        "voice": "joint",
        "side": None,
        "act": "commit",
        "verb": "will",
        "strength": "firmly",
        "topics": ["ferries"],
        "places": ["river-town"],
        "speaker": None,
        "reporter": None,
        "mode": "joint",
    }
    return fields | changes


def dialogue(kind: kinds.Kind) -> dict:
    return {
        "series": {"slug": "river-commission", "title": "River Commission"},
        "ordinal": 5,
        "ordinal_printed": "第五次",
        "status": "held",
        "mode": "video_link",
        "venue": "Ferry Hall",
        "place": PLACE,
        "host": "cn",
        "theme": "Crossing",
        "agenda": ["Ferries", "Bridges"],
        "invitation": "Noor invited Lin",
        "outcomes": ["A plan"],
    }


def commitment(kind: kinds.Kind) -> dict:
    bounds = {"earliest": "2024-05-15", "latest": "2024-05-15"}
    mention = {"dialogue": None, "document": None, "text": "They said so."}
    return {
        "side": None,
        "parties": "both sides",
        "topic": "ferries",
        "mentions": [
            mention
            | {"date": {"value": "2024-05-15"} | bounds, "type": "made", "label": "pledge"}
            | {"urls": ["https://daily.example/1", "https://daily.example/2"]},
            mention
            | {"date": {"value": "2024-05-15~"} | bounds, "type": "narrowed", "label": ""}
            | {"urls": []},
        ],
    }


@pytest.mark.parametrize("kind", kinds.KINDS)
def test_building_what_was_written_gives_the_content_back(kind):
    content = full(kind)
    record, changed = write(content, by=None, source="partner", key="row-1")
    assert changed
    assert publishing.build(Record.objects.get(pk=record.pk)) == content
    assert write(content, by=None, source="partner", key="row-1") == (record, False)


@pytest.mark.parametrize("kind", ["op_ed", "dialogue_round", "commitment"])
def test_updating_gives_the_new_content_back_and_nothing_is_left_over(kind):
    write(full(kind), by=None, source="partner", key="row-1")
    empty = {"dates": {}, "people": [], "topics": [], "places": [], "note": "", "title": "New"}
    lists = {name: [] for name in ("paragraphs", "sources", "clauses", "mentions", "agenda")}
    changed = full(kind) | empty
    changed |= {name: rows for name, rows in lists.items() if name in changed}
    record, is_changed = write(changed, by=None, source="partner", key="row-1")
    assert is_changed
    assert publishing.build(record) == changed
    assert Record.objects.count() == 1


def test_references_between_records_come_back():
    meeting = make_dialogue("Fifth round")
    other = make_document("Their account")
    content = full("readout") | {
        "dialogue": meeting.uid,
        "relations": [{"type": "responds_to", "uid": other.uid}],
    }
    record, _ = write(content, by=None, source="partner", key="row-1")
    assert publishing.build(record) == content


texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=60)


@given(title=texts.filter(str.strip), words=texts.filter(bool), name=texts.filter(str.strip))
def test_free_text_comes_back_as_it_was(title, words, name):
    content = full("interview") | {"title": title, "summary": words, "note": words}
    content["people"] = [{"slug": "lin", "name": name, "role": "speaker", "styled_as": words}]
    content["paragraphs"] = [paragraph("pone", "1", words)]
    content["clauses"] = [clause("cone", "pone", text=words)]
    record, _ = write(content, by=None, source="partner", key="row-1")
    assert publishing.build(record) == content
    record.delete()


def test_the_least_line_becomes_a_draft_with_its_meaning():
    record = write_line(minimal())
    content = publishing.build(record)
    assert record.state == "draft"
    assert content["slug"] == "a-view-of-the-river"
    assert (content["held"], content["display"]) == ("verbatim", "full")
    assert content["authority"] == "signed"
    assert content["dates"]["published"]["value"] == "2024-05-15"
    assert content["dates"]["published"]["basis"] == "editor"
    assert [row["text"] for row in content["paragraphs"]] == [
        "The ferry is old.",
        "The bridge is older.",
    ]
    assert [row["number"] for row in content["paragraphs"]] == ["1", "2"]
    assert [row["outlet"]["name"] for row in content["sources"]] == ["The Daily River"]
    assert publishing.problems(record) == []


@pytest.mark.parametrize(
    ("kind", "role"),
    [("visit", "event"), ("joint_statement", "document"), ("readout", "published")],
)
def test_the_plain_date_is_that_of_the_family(kind, role):
    content = publishing.build(write_line(minimal(type=kind)))
    assert list(content["dates"]) == [role]


def test_a_line_says_what_is_held_and_shown():
    record = write_line(minimal(held="paraphrase", display="metadata"))
    assert (record.held, record.display) == ("paraphrase", "metadata")
    assert publishing.build(record)["paragraphs"] == []
    assert write_line(minimal(id="2", body="", title="Other")).held == "not_held"


def test_a_plain_commitment_has_its_first_mention():
    record = write_line(minimal(type="commitment"))
    (mention,) = publishing.build(record)["mentions"]
    assert (mention["type"], mention["date"]["value"]) == ("made", "2024-05-15")
    assert mention["text"] == "The ferry is old.\n\nThe bridge is older."


def test_a_document_finds_the_round_it_is_about():
    series = make_series("River Commission", slug="river-commission")
    meeting = make_dialogue(series=series, ordinal=5)
    written = Writer(source="a").write(minimal(series="River Commission", ordinal=5))
    assert (written.record.meeting, written.missing) == (meeting, [])
    later = Writer(source="a").write(minimal(id="2", series="River Commission", ordinal=6))
    assert (later.record.meeting, later.missing) == (None, ["river-commission 6"])


def test_names_match_known_people_and_keep_the_printed_form():
    lin = make_person("Lin Shuya", slug="lin")
    record = write_line(minimal(people=["LIN SHUYA"]))
    (role,) = record.person_roles.all()
    assert (role.person, role.printed) == (lin, "LIN SHUYA")
    assert Person.objects.count() == 1


def test_the_key_is_known_again_within_its_source():
    first = write_line(minimal(), source="a")
    assert write_line(minimal(title="New title"), source="a").pk == first.pk
    assert write_line(minimal(), source="b").pk != first.pk
    assert set(Record.objects.values_list("title", flat=True)) == {
        "New title",
        "A view of the river",
    }


def test_paragraphs_keep_their_anchors_when_the_text_changes():
    before = {row.text: row.key for row in write_line(minimal()).paragraphs.all()}
    body = "A new beginning.\n\nThe ferry is very old.\n\nThe bridge is older."
    after = {row.text: row.key for row in write_line(minimal(body=body)).paragraphs.all()}
    assert after["The bridge is older."] == before["The bridge is older."]
    assert len(set(after.values())) == 3


def test_what_a_line_may_not_show_is_left_alone():
    content = full("readout") | {"display": "extract"}
    withheld = full("readout") | {"display": "full"}
    record, _ = write(withheld, by=None, source="a", key="1")
    unconfirmed = Clause.objects.create(document=record, text="Perhaps", act="note")
    content["paragraphs"] = [withheld["paragraphs"][1]]
    content["clauses"] = [clause("cone", None, voice="side", side="pk", text="", formula="")]
    write(content, by=None, source="a", key="1")
    document = Document.objects.get()
    assert [row.text for row in document.paragraphs.all()] == [
        "The ferry is old.",
        "The bridge is older.",
    ]
    kept = document.clauses.get(key="cone")
    assert (kept.text, kept.paragraph.key) == ("They will mend the ferry.", "pone")
    assert list(document.clauses.filter(confirmed_at=None)) == [unconfirmed]
    assert not document.clauses.filter(key="ctwo").exists()
    assert publishing.build(document)["clauses"][0]["text"] == ""


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (minimal(uid="taken22222"), "uid “taken22222” belongs to another record"),
        (minimal(slug="taken"), "slug “taken” belongs, or belonged, to another record"),
        (minimal(body="", display="full"), "display is metadata"),
        (minimal(type="visit", ordinal=5), "a round number needs the series it counts in"),
        (
            minimal(type="visit", series="river-commission", ordinal=1),
            "That round of the series is already recorded.",
        ),
        (minimal(relations=[{"type": "follows", "uid": "ext-0"}]), None),
        (minimal(dialogue="taken22222"), "taken22222 is not a dialogue"),
        (minimal(clauses=[{"act": "note"}]), "clauses: one has no text"),
        (
            minimal(clauses=[{"act": "note", "text": "a", "voice": "side"}]),
            "clauses: one speaks for one side and does not say which",
        ),
        (
            minimal(clauses=[{"act": "note", "text": "a", "paragraph": "pzzz"}]),
            "clauses: there is no paragraph pzzz",
        ),
        (minimal(paragraphs=[{"text": "a", "source": 7}]), "there is no source 7"),
        (
            minimal(paragraphs=[{"text": "a", "key": "p1"}, {"text": "b", "key": "p1"}]),
            "paragraphs: two have the same key",
        ),
        (
            minimal(figures=[{"file": "images/none.png", "alt": "A ferry"}]),
            "the file images/none.png is not in this archive",
        ),
        (
            minimal(attachments=[{"file": "../settings.py", "what": "scan"}]),
            r"the file ../settings.py is not in this archive",
        ),
    ],
)
def test_what_contradicts_the_archive_is_refused_and_nothing_is_written(line, reason):
    make_document("Theirs", uid="taken22222", slug="taken")
    make_dialogue("Ours", series=make_series(slug="river-commission"), ordinal=1)
    before = Record.objects.count(), Person.objects.count()
    if reason is None:
        assert Writer(source="a").write(line).missing == ["ext-0"]
        return
    with pytest.raises(LineError, match=reason.replace("(", r"\(")):
        write_line(line)
    assert (Record.objects.count(), Person.objects.count()) == before


def test_a_record_cannot_change_its_nature():
    write_line(minimal())
    with pytest.raises(LineError, match="it was a document and cannot become a dialogue"):
        write_line(minimal(type="visit"))
    assert not Dialogue.objects.exists()


def test_titles_without_latin_letters_and_repeated_ones_get_addresses():
    slugs = {
        write_line(minimal(id=str(number), title=title, uid=f"abcd{number}")).slug
        for number, title in enumerate(["渡船", "Ferry", "Ferry"])
    }
    assert slugs == {"op-ed-abcd0", "ferry", "ferry-abcd2"}
