"""Problem reports: written by a reader, closed by the desk."""

import pytest
from django.db import IntegrityError, transaction

from diplomacy.correspondence import reports
from diplomacy.models import ProblemReport, RecordAction
from tests import factories

pytestmark = pytest.mark.django_db


def make_report(record=None, key: str = "", **fields) -> ProblemReport:
    record = record or factories.make_published("A bridge", "It spans the river.")
    said = {"kind": "date", "text": "It was a Tuesday.", "address": "", "language": "en"}
    return reports.report(record.last_edition, key, **said | fields)


def test_a_report_keeps_the_passage_as_it_was_shown():
    record = factories.make_published("A bridge", "It spans the river.")
    key = record.paragraphs.get().key
    made = make_report(record, key)
    record.paragraphs.update(text="It spans the river and the road.")
    factories.publish(record, change="correction", note="The road too.")
    made.refresh_from_db()
    assert (made.passage, made.shown, made.edition_n) == (key, "It spans the river.", 1)
    assert made.status == "open"


def test_a_passage_that_is_not_there_is_the_record_as_a_whole():
    made = make_report(key="p-nowhere")
    assert (made.passage, made.shown) == ("", "")


def test_withheld_words_are_no_passage():
    record = factories.make_published("A bridge", "The wolfsbane clause.", display="metadata")
    assert make_report(record, record.paragraphs.get().key).shown == ""


def test_a_clause_is_a_passage():
    content = {"paragraphs": [], "clauses": [{"key": "c1", "text": "", "formula": "as agreed"}]}
    assert reports.passage(content, "c1") == "as agreed"
    assert reports.passage(content, "c2") is None
    assert reports.passage({}, "c1") is None


def test_settling_deletes_the_address_and_leaves_a_line_with_the_record():
    made, editor = make_report(address="reader@example.org"), factories.make_user()
    reports.settle(made, by=editor, note="Put right.")
    assert (made.status, made.address, made.settled_by, made.note) == (
        "settled",
        "",
        editor,
        "Put right.",
    )
    assert made.settled_at is not None
    action = RecordAction.objects.filter(record=made.record).last()
    assert (action.verb, action.by, action.note) == ("report settled", editor, "Put right.")


def test_rejecting_needs_a_reason():
    made, editor = make_report(), factories.make_user()
    with pytest.raises(reports.RefusedError):
        reports.reject(made, by=editor, note="  ")
    reports.reject(made, by=editor, note="It was a Thursday indeed.")
    assert made.status == "rejected"


def test_a_report_is_closed_once():
    made, editor = make_report(), factories.make_user()
    reports.settle(made, by=editor)
    with pytest.raises(reports.RefusedError):
        reports.reject(made, by=editor, note="No.")
    made.refresh_from_db()
    assert made.status == "settled"


def test_a_note_with_a_sign_that_no_page_can_show_is_refused():
    made = make_report()
    with pytest.raises(reports.RefusedError, match="NUL"):
        reports.settle(made, by=None, note="a\x00b")
    assert reports.open_reports() == 1


def test_the_database_keeps_no_address_with_a_closed_report():
    made = make_report(address="reader@example.org")
    with pytest.raises(IntegrityError), transaction.atomic():
        ProblemReport.objects.filter(pk=made.pk).update(status="settled")


def test_open_reports_are_counted_by_record():
    made = make_report()
    make_report()
    assert (reports.open_reports(), reports.open_reports(made.record)) == (2, 1)
    reports.settle(made, by=None)
    assert (reports.open_reports(), reports.open_reports(made.record)) == (1, 0)
