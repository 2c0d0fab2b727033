"""An import takes what it can, says what it could not, and may be repeated and resumed."""

import io
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diplomacy import kinds
from diplomacy.intake.interchange import shapes
from diplomacy.intake.interchange.authority_shapes import AUTHORITY_FIELDS
from diplomacy.management import importing
from diplomacy.management.importing import Import
from diplomacy.models import AUTHORITY_MODELS, Edition, LedgerEntry, Person, PublicRecord, Record
from tests.intake.interchange.test_records import full

pytestmark = pytest.mark.django_db


def line(key: str, **changes) -> dict:
    row = {"id": key, "type": "op_ed", "title": f"View {key}", "summary": "Why it matters."}
    return row | {"date": "2024-05-15", "language": "en"} | changes


def run(*lines, publish: bool = True, **options):
    raw = "\n".join(row if isinstance(row, str) else json.dumps(row) for row in lines)
    job = Import(source="partner", publish=publish, **options)
    return job.run(io.BytesIO(raw.encode()))


def counts(report) -> tuple:
    return report.created, report.updated, report.unchanged, report.failed, report.published


def test_a_bad_line_is_reported_and_stops_nothing_else():
    report = run(
        line("a"),
        "not json",
        line("b", date="never"),
        line("a", title="Again"),
        {"type": "person", "slug": "lin"},
        line("c"),
    )
    assert counts(report) == (2, 0, 0, 4, 2)
    assert report.lines == 6
    reasons = {row["line"]: row["reason"] for row in report.failures}
    assert reasons[2].startswith("the line is not JSON")
    assert reasons[3].startswith("date: “never” is not a date")
    assert reasons[4] == "id “a” was given before, in line 1"
    assert reasons[5].endswith("has no name")
    assert set(PublicRecord.objects.values_list("title", flat=True)) == {"View a", "View c"}


def test_a_second_run_changes_nothing_and_makes_no_edition():
    person = {"type": "person", "slug": "lin", "name": "Lin Shuya"}
    lines = person, line("a", people=["Lin Shuya"]), line("b")
    run(*lines)
    ledger = list(LedgerEntry.objects.values_list("number", "hash"))
    assert counts(run(*lines)) == (0, 0, 3, 0, 0)
    assert list(LedgerEntry.objects.values_list("number", "hash")) == ledger
    assert len(ledger) == 2


def test_a_line_imported_before_does_not_undo_what_an_editor_did_since():
    run(line("a"))
    Record.objects.update(title="As the editor has it")
    run(line("a"))
    assert Record.objects.get().title == "As the editor has it"


def test_a_changed_line_says_when_it_replaces_what_an_editor_prepares():
    run(line("a"))
    Record.objects.update(title="As the editor prepares it", state="draft")
    report = run(line("a", title="Mended"))
    assert report.warnings == [{"line": 1, "reason": "its version in preparation was replaced"}]
    assert Record.objects.get().title == "Mended"


def test_a_changed_line_makes_one_further_edition():
    run(line("a"), line("b"))
    report = run(line("a", title="Mended"), line("b"))
    assert counts(report) == (0, 1, 1, 0, 1)
    edition = Edition.objects.latest("entry")
    assert (edition.n, edition.change, edition.content["title"]) == (2, "update", "Mended")


def test_without_publishing_there_are_drafts_only_and_they_can_be_published_later():
    assert counts(run(line("a"), publish=False)) == (1, 0, 0, 0, 0)
    assert Record.objects.get().state == "draft"
    assert not PublicRecord.objects.exists()
    assert counts(run(line("a"))) == (0, 0, 1, 0, 1)
    assert PublicRecord.objects.get().title == "View a"


def test_what_cannot_be_published_writes_nothing():
    unready = line("a", summary="", people=["Noor Asad"])
    report = run(unready, line("b", people=["Noor Asad"]))
    assert counts(report) == (1, 0, 0, 1, 1)
    assert report.failures[0]["reason"].startswith("it cannot be published: ")
    assert Record.objects.get().title == "View b"
    assert Person.objects.get().name == "Noor Asad"


def test_a_withdrawn_line_is_published_and_withdrawn_with_its_reason():
    run(line("a", state="withdrawn", reason="It was a draft."))
    public = PublicRecord.objects.select_related("edition").get()
    assert (public.standing, public.edition.note) == ("withdrawn", "It was a draft.")
    assert Edition.objects.count() == 2


def test_records_may_refer_to_records_of_later_lines():
    report = run(
        line("a", uid="aaaa", relations=[{"type": "responds_to", "uid": "bbbb"}]),
        line("b", uid="bbbb", relations=[{"type": "responds_to", "uid": "a"}], dialogue="m"),
        line("m", type="visit"),
    )
    assert counts(report) == (3, 0, 0, 0, 3)
    contents = {row.content["uid"]: row.content for row in Edition.objects.all()}
    assert len(contents) == Edition.objects.count() == 3
    assert contents["aaaa"]["relations"] == [{"type": "responds_to", "uid": "bbbb"}]
    assert contents["bbbb"]["relations"] == [{"type": "responds_to", "uid": "aaaa"}]
    assert contents["bbbb"]["dialogue"] in contents


def test_a_reference_to_nothing_is_left_out_and_said_and_found_when_it_is_there():
    first = line("a", uid="aaaa", relations=[{"type": "follows", "uid": "bbbb"}])
    report = run(first)
    assert counts(report) == (1, 0, 0, 0, 1)
    assert report.warnings == [{"line": 1, "reason": "bbbb is not in this archive: left out"}]
    report = run(first, line("b", uid="bbbb"))
    assert counts(report) == (1, 1, 0, 0, 2)
    last = Edition.objects.filter(record__uid="aaaa").latest("n")
    assert last.content["relations"] == [{"type": "follows", "uid": "bbbb"}]


def test_a_line_that_waits_and_cannot_be_published_leaves_nothing():
    report = run(line("a", summary="", relations=[{"type": "follows", "uid": "b"}]), line("b"))
    assert counts(report) == (1, 0, 0, 1, 1)
    assert Record.objects.get().title == "View b"


def test_fields_that_are_not_known_are_said():
    report = run(line("a", tittle="A"))
    assert counts(report) == (1, 0, 0, 0, 1)
    assert report.warnings == [{"line": 1, "reason": "“tittle” is not a field of such a record"}]


def test_an_interrupted_import_resumes_after_the_last_whole_batch(monkeypatch):
    monkeypatch.setattr(importing, "BATCH", 2)
    lines = [line(key) for key in "abcde"]

    def pull_the_plug(report):
        if report.lines == 4:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run(*lines, progress=pull_the_plug)
    assert PublicRecord.objects.count() == 4
    assert counts(run(*lines)) == (1, 0, 4, 0, 1)
    assert PublicRecord.objects.count() == 5


def test_a_change_to_a_public_name_takes_a_ledger_number():
    person = {"type": "person", "slug": "lin", "name": "Lin Shuya"}
    run(person, line("a", people=["Lin Shuya"]))
    before = LedgerEntry.objects.count()
    assert counts(run(person | {"name": "Lin Shuyà"})) == (0, 1, 0, 0, 0)
    assert LedgerEntry.objects.count() == before + 1
    assert LedgerEntry.objects.latest("number").uid == "person:lin"


def test_what_is_there_may_be_left_alone():
    person = {"type": "person", "slug": "lin", "name": "Lin Shuya"}
    run(person, line("a"))
    report = run(person | {"name": "Other"}, line("a", title="Other"), line("b"), update=False)
    assert counts(report) == (1, 0, 2, 0, 1)
    assert set(Record.objects.values_list("title", flat=True)) == {"View a", "View b"}
    assert Person.objects.get().name == "Lin Shuya"


def test_the_cost_of_a_line_does_not_grow_with_the_file(django_assert_max_num_queries):
    run(line("warm", people=["Lin Shuya"], topics=["Ferries"], countries=["China"]))
    lines = [
        line(f"n{number}", people=["Lin Shuya"], topics=["Ferries"], countries=["China"])
        for number in range(20)
    ]
    with django_assert_max_num_queries(40 + 20 * 34):
        assert run(*lines).published == 20
    with django_assert_max_num_queries(6 + 2 * 20):
        assert run(*lines).unchanged == 20


RECORD_FIELDS = {name for fields in shapes.FIELDS_OF.values() for name in fields}
FIELDS = sorted(RECORD_FIELDS.union({"slug", "name", "label"}, *AUTHORITY_FIELDS.values()))
PARTS = ["slug", "name", "label", "value", "basis", "role", "text", "file", "uid", "type", "act"]
PARTS += ["event", "form", "office", "url", "outlet", "source", "key", "alt", "sha256", "date"]
scalars = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.integers(-(10**30), 10**30),
    st.floats(allow_nan=False),
    st.text(max_size=20),
    st.sampled_from(["2024-05-15", "2024-13", "en", "held", "chair", "\0", "\ud800", "x" * 2000]),
)
values = st.recursive(
    scalars,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(PARTS) | st.text(max_size=5), inner, max_size=4)
    ),
    max_leaves=8,
)
any_line = st.builds(
    lambda head, rest: head | rest,
    st.fixed_dictionaries(
        {},
        optional={
            "id": st.sampled_from(["a", "b", 7]),
            "title": st.just("A view of the river"),
            "type": st.sampled_from([*kinds.KINDS, *AUTHORITY_MODELS, "poem"]),
        },
    ),
    st.dictionaries(st.sampled_from(FIELDS), values, max_size=5),
)


def taken(raw: bytes) -> None:
    """Import, and see that every line was counted and every failure explained."""
    report = Import(source="partner", publish=True).run(io.BytesIO(raw))
    assert report.lines == sum(counts(report)[:4])
    assert all(row["reason"] for row in report.failures)


@settings(max_examples=60)
@given(st.lists(any_line, min_size=1, max_size=3))
def test_any_object_is_taken_or_refused_in_words(rows):
    taken("\n".join(json.dumps(row) for row in rows).encode())


@settings(max_examples=60)
@given(st.binary(max_size=100) | values.map(lambda value: json.dumps(value).encode()))
def test_any_bytes_are_taken_or_refused_in_words(raw):
    taken(raw)


def with_one_changed(value, at: int, put):
    """A copy of ``value`` in which the part numbered ``at``, counted inwards, is ``put``."""
    parts = []

    def copy(inner):
        number = len(parts)
        parts.append(inner)
        if number == at:
            return put
        if isinstance(inner, dict):
            return {key: copy(each) for key, each in inner.items()}
        return [copy(each) for each in inner] if isinstance(inner, list) else inner

    return copy(value)


@settings(max_examples=60)
@given(
    kind=st.sampled_from(["joint_communique", "dialogue_round", "commitment"]),
    at=st.integers(1, 200),
    put=values,
)
def test_a_full_line_with_anything_in_one_place_is_taken_or_refused_in_words(kind, at, put):
    row = full(kind) | {"relations": [{"type": "follows", "uid": "aaaaaaaaaa"}]}
    taken(json.dumps(with_one_changed(row, at, put)).encode())
