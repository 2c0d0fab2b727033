"""Problem reports and saved searches on the desk."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from diplomacy.correspondence import reports
from diplomacy.models import ProblemReport, SavedSearch
from tests import factories
from tests.correspondence.test_reports import make_report

from .test_screens import url

pytestmark = pytest.mark.django_db


def step(report, code: str) -> str:
    return reverse("admin:diplomacy_problemreport_step", args=[report.pk, code])


def test_the_desk_says_how_many_reports_wait(editor):
    assert "problem report" not in editor.get("/admin/").content.decode()
    made = make_report()
    make_report()
    assert "2 problem reports wait" in editor.get("/admin/").content.decode()
    page = editor.get(url("account", "change", made.record_id)).content.decode()
    link = f"{url('problemreport')}?record__id__exact={made.record_id}&amp;status__exact=open"
    assert link in page
    found = editor.get(link.replace("&amp;", "&")).context["cl"].result_list
    assert list(found) == [made]


def test_open_reports_come_first(editor):
    first, second, third = make_report(), make_report(), make_report()
    reports.settle(third, by=None)
    rows = editor.get(url("problemreport")).context["cl"].result_list
    assert list(rows) == [second, first, third]


def test_a_report_is_read_with_its_passage_and_the_ways_to_the_record(editor):
    record = factories.make_published("A bridge", "It spans <b>the river.")
    key = record.paragraphs.get().key
    made = make_report(record, key, address="reader@example.org", text="<script>x")
    page = editor.get(url("problemreport", "change", made.pk)).content.decode()
    assert "It spans &lt;b&gt;the river." in page
    assert "&lt;script&gt;x" in page
    assert url("account", "change", record.pk) in page
    assert f"/records/{record.uid}/#{key}" in page
    assert "mailto:reader@example.org" in page


def test_an_editor_settles_a_report(editor):
    made = make_report(address="reader@example.org")
    assert step(made, "settle") in (
        editor.get(url("problemreport", "change", made.pk)).content.decode()
    )
    assert "mailto:" in editor.get(step(made, "settle")).content.decode()
    answer = editor.post(step(made, "settle"), {"note": "Put right."}, follow=True)
    page = answer.content.decode()
    made.refresh_from_db()
    assert (made.status, made.settled_by, made.address) == ("settled", editor.user, "")
    assert "reader@example.org" not in page
    assert step(made, "settle") not in page
    history = editor.get(url("account", "history", made.record_id)).content.decode()
    assert "report settled" in history


def test_a_report_is_rejected_with_a_reason_alone(editor):
    made = make_report()
    assert editor.post(step(made, "reject"), {"note": ""}).status_code == 200
    assert editor.post(step(made, "reject"), {"note": "a\x00b"}).status_code == 200
    made.refresh_from_db()
    assert made.status == "open"
    editor.post(step(made, "reject"), {"note": "It was a Thursday."})
    made.refresh_from_db()
    assert (made.status, made.note) == ("rejected", "It was a Thursday.")


def test_a_report_that_a_colleague_closed_meanwhile_stays_as_it_is(editor):
    made = make_report()
    reports.settle(made, by=None)
    page = editor.post(step(made, "reject"), {"note": "No."}).content.decode()
    assert "Somebody else has closed this report." in page
    made.refresh_from_db()
    assert made.status == "settled"


def test_who_may_only_look_or_is_a_stranger_closes_nothing(onlooker, stranger):
    made = make_report()
    for client, status in ((onlooker, 403), (stranger, 302)):
        for code in ("settle", "reject"):
            assert client.get(step(made, code)).status_code == status
            assert client.post(step(made, code), {"note": "x"}).status_code == status
    assert ProblemReport.objects.get().status == "open"


@pytest.mark.parametrize("address", ["9/nothing/step/", "x/settle/step/", "99999/settle/step/"])
def test_a_step_that_is_none_is_not_found(editor, address):
    assert editor.get(f"/admin/diplomacy/problemreport/{address}").status_code == 404


def test_a_report_cannot_be_rewritten(publisher):
    made = make_report()
    page = url("problemreport", "change", made.pk)
    assert publisher.post(page, {"text": "Other words."}).status_code == 403
    assert publisher.get(url("problemreport", "add")).status_code == 403


def test_only_those_who_may_delete_delete_a_report(editor, publisher):
    made = make_report()
    page = url("problemreport", "delete", made.pk)
    assert editor.post(page, {"post": "yes"}).status_code == 403
    assert publisher.post(page, {"post": "yes"}).status_code == 302
    assert not ProblemReport.objects.exists()


def test_the_form_of_a_record_asks_the_same_for_one_report_and_for_many(editor):
    made = make_report()
    page = url("account", "change", made.record_id)

    def queries():
        with CaptureQueriesContext(connection) as seen:
            editor.get(page)
        return len(seen)

    queries()
    before = queries()
    for _ in range(5):
        make_report(made.record.cast())
    assert queries() == before


# --- Saved searches -------------------------------------------------------------------------------


def make_saved(address: str = "reader@example.org") -> SavedSearch:
    return SavedSearch.objects.create(
        address=address, query="q=a+bridge", language="en", asked_at=timezone.now()
    )


def test_editors_do_not_see_who_follows_what(editor, publisher):
    saved = make_saved()
    for page in (url("savedsearch"), url("savedsearch", "change", saved.pk)):
        assert editor.get(page).status_code == 403
        assert publisher.get(page).status_code == 200


def test_an_address_is_found_and_deleted_for_its_owner(publisher):
    saved = make_saved()
    make_saved("other@example.org")
    page = publisher.get(url("savedsearch") + "?q=reader")
    assert list(page.context["cl"].result_list) == [saved]
    assert '/archive/?q=a+bridge">q=a bridge</a>' in page.content.decode()
    assert publisher.get(url("savedsearch") + "?q=%00").status_code == 200
    answer = publisher.post(url("savedsearch", "delete", saved.pk), {"post": "yes"})
    assert answer.status_code == 302
    assert SavedSearch.objects.get().address == "other@example.org"


def test_nobody_begins_or_confirms_one_at_the_desk(publisher):
    saved = make_saved()
    assert publisher.get(url("savedsearch", "add")).status_code == 403
    page = url("savedsearch", "change", saved.pk)
    assert publisher.post(page, {"confirmed_at_0": "2026-01-01"}).status_code == 403
