"""The verbs as buttons: who may, when they apply, what they do."""

from datetime import timedelta

import pytest
from django.contrib.messages import get_messages
from django.utils import timezone

from diplomacy import publishing
from diplomacy.admin.verbs import VERBS
from diplomacy.models import Account, Person, RecordAction, Schedule
from tests import factories

from .browsing import add_row, form_of
from .test_screens import url


def do(client, record, code, **fields):
    """Open the verb's page as a person would, fill it in and press the button."""
    page = url("account", "verb", record.pk, code)
    assert client.get(page).status_code == 200
    record.refresh_from_db()
    return client.post(page, {"version": record.version, **fields})


def buttons(client, record) -> list[str]:
    answer = client.get(url("account", "change", record.pk))
    return [verb.code for verb in answer.context["verbs"]]


def in_an_hour() -> str:
    return (timezone.localtime() + timedelta(hours=1)).strftime("%Y-%m-%dT%H:%M")


@pytest.fixture
def draft(db):
    return factories.make_document("Still water", "First words.")


@pytest.fixture
def public(db):
    return factories.make_published("Still water", "First words.")


MAY = {
    "submit": {"editor", "publisher"},
    "send-back": {"publisher"},
    "publish": {"publisher"},
    "cancel-schedule": {"publisher"},
    "approve-again": {"publisher"},
    "live-fix": {"publisher"},
    "restore": {"publisher"},
    "withdraw": {"publisher"},
    "remove": {"publisher"},
    "merge": {"publisher"},
}


@pytest.mark.parametrize("code", VERBS)
@pytest.mark.parametrize("who", ["editor", "publisher", "onlooker"])
def test_each_verb_asks_for_its_permission(request, draft, who, code):
    client = request.getfixturevalue(who)
    page = url("account", "verb", draft.pk, code)
    for answer in (client.get(page), client.post(page, {"version": "1"})):
        assert (answer.status_code == 403) == (who not in MAY[code]), answer.status_code


def test_a_stranger_presses_no_button(stranger, draft):
    for page in ("preview", "guesses", "put_back"):
        assert "/login/" in stranger.post(url("account", page, draft.pk))["Location"]
    assert "/login/" in stranger.get(url("account", "verb", draft.pk, "publish"))["Location"]


def test_who_may_only_look_changes_nothing(onlooker, draft):
    assert onlooker.get(url("account", "preview", draft.pk)).status_code == 200
    for page in ("guesses", "put_back"):
        assert onlooker.post(url("account", page, draft.pk)).status_code == 403
        assert onlooker.get(url("account", page, draft.pk)).status_code == 405
    assert buttons(onlooker, draft) == []


def test_a_forged_request_is_refused(publisher, draft):
    publisher.handler.enforce_csrf_checks = True
    page = url("account", "verb", draft.pk, "publish")
    assert publisher.post(page, {"version": "1"}).status_code == 403
    assert Account.objects.get().last_edition is None


def test_only_what_applies_is_offered(editor, publisher, draft):
    assert buttons(editor, draft) == ["submit"]
    assert buttons(publisher, draft) == ["submit", "publish"]
    do(editor, draft, "submit")
    assert buttons(editor, draft) == []
    assert buttons(publisher, draft) == ["send-back", "publish"]
    do(publisher, draft, "publish")
    assert buttons(publisher, draft) == ["withdraw", "remove", "merge"]
    assert buttons(editor, draft) == []


def test_a_verb_that_does_not_apply_leads_back_to_the_form(publisher, draft):
    page = url("account", "verb", draft.pk, "restore")
    assert publisher.get(page)["Location"] == url("account", "change", draft.pk)
    assert publisher.get(url("account", "verb", draft.pk, "burn")).status_code == 404


def test_the_way_of_a_record_from_draft_to_public(editor, publisher, draft):
    assert do(editor, draft, "submit", note="Please look.").status_code == 302
    assert do(publisher, draft, "send-back", note="The date?").status_code == 302
    assert do(editor, draft, "submit").status_code == 302
    assert do(publisher, draft, "publish").status_code == 302
    draft.refresh_from_db()
    assert (draft.state, draft.last_edition.n) == ("approved", 1)
    assert draft.last_edition.entry.by == publisher.user
    verbs = list(RecordAction.objects.values_list("verb", "by__username", "note"))
    editors, publishers = editor.user.username, publisher.user.username
    assert verbs == [
        ("submit", editors, "Please look."),
        ("send back", publishers, "The date?"),
        ("submit", editors, ""),
        ("publish", publishers, ""),
    ]


def test_what_is_missing_is_listed_and_refused(editor, draft):
    draft.dates.all().delete()
    answer = editor.get(url("account", "change", draft.pk))
    assert "Give a date, or a source where it appeared." in answer.content.decode()
    refused = do(editor, draft, "submit")
    assert refused.context["reasons"] == ["Give a date, or a source where it appeared."]
    draft.refresh_from_db()
    assert draft.state == "draft"


def test_a_correction_needs_its_note(publisher, public):
    page = url("account", "change", public.pk)
    publisher.post(page, form_of(publisher.get(page)) | {"title": ["Moving water"]})
    refused = do(publisher, public, "publish", change="correction", note="")
    assert refused.context["reasons"] == ["Tell readers what was corrected, and why."]
    assert do(publisher, public, "publish", change="nonsense").status_code == 200
    done = do(publisher, public, "publish", change="correction", note="The title was wrong.")
    assert done.status_code == 302
    public.refresh_from_db()
    edition = public.last_edition
    assert (edition.n, edition.change, edition.note) == (2, "correction", "The title was wrong.")


def test_publishing_at_an_hour_waits_and_is_cancelled(publisher, draft):
    page = url("account", "verb", draft.pk, "publish")
    assert "Time zone: UTC" in publisher.get(page).content.decode()
    assert do(publisher, draft, "publish", at="yesterday").status_code == 200
    assert do(publisher, draft, "publish", at="2020-01-01T10:00").context["reasons"]
    assert do(publisher, draft, "publish", at=in_an_hour()).status_code == 302
    assert Schedule.objects.get().status == "waiting"
    assert buttons(publisher, draft) == ["cancel-schedule"]
    assert do(publisher, draft, "cancel-schedule").status_code == 302
    assert Schedule.objects.get().status == "cancelled"
    draft.refresh_from_db()
    assert draft.last_edition is None


def said_after(answer) -> str:
    (message,) = get_messages(answer.wsgi_request)
    return str(message)


def test_publishing_says_what_came_of_it(publisher, draft, public):
    answer = do(publisher, draft, "publish", at=in_an_hour())
    due = Schedule.objects.get().due_at
    assert "Approved: readers will see it from" in said_after(answer)
    assert f"{due:%Y}" in said_after(answer)
    page = url("account", "change", public.pk)
    publisher.post(page, form_of(publisher.get(page)) | {"note_private": ["For us alone."]})
    answer = do(publisher, public, "publish", change="update")
    assert "Nothing had changed for readers" in said_after(answer)
    publisher.post(page, form_of(publisher.get(page)) | {"title": ["Moving water"]})
    answer = do(publisher, public, "publish", change="update")
    assert said_after(answer) == ("Moving water: Published: readers see it now, as edition 2.")


def test_the_form_leads_to_the_page_that_readers_see(publisher, draft, public):
    def link(record):
        page = publisher.get(url("account", "change", record.pk)).content.decode()
        return f'<a href="/records/{record.uid}/{record.slug}/">See its public page</a>' in page

    assert link(public)
    assert not link(draft)
    assert do(publisher, public, "withdraw", reason="Embargo.", keep_text="yes").status_code == 302
    assert link(public)
    assert do(publisher, public, "withdraw", reason="Embargo.", keep_text="no").status_code == 302
    assert not link(public)


def test_a_live_fix_beside_a_version_that_waits(publisher, public):
    change = url("account", "change", public.pk)
    publisher.post(change, form_of(publisher.get(change)) | {"summary": ["In short."]})
    do(publisher, public, "publish", change="update", at=in_an_hour())
    key = "paragraph-" + public.paragraphs.get().key
    page = url("account", "verb", public.pk, "live-fix")
    shown = publisher.get(page).context["form"]
    assert shown[key].value() == "First words."
    fields = {"live_title": "Still water", "live_summary": "", "change": "typographical"}
    nothing = do(publisher, public, "live-fix", **fields, **{key: "First words."})
    assert nothing.context["reasons"] == ["Nothing changes."]
    assert do(publisher, public, "live-fix", **fields, **{key: "Mended words."}).status_code == 302
    public.refresh_from_db()
    assert public.last_edition.content["paragraphs"][0]["text"] == "Mended words."
    assert public.last_edition.content["summary"] == ""
    assert public.paragraphs.get().text == "Mended words."
    assert Schedule.objects.get().status == "suspended"
    assert buttons(publisher, public)[:2] == ["cancel-schedule", "approve-again"]
    assert do(publisher, public, "approve-again").status_code == 302
    assert Schedule.objects.get().status == "waiting"


@pytest.mark.parametrize(("keep", "standing"), [("yes", "withdrawn"), ("no", "hidden")])
def test_a_withdrawal_with_or_without_text(publisher, public, keep, standing):
    assert do(publisher, public, "withdraw", reason="", keep_text=keep).status_code == 200
    assert do(publisher, public, "withdraw", reason="Embargo.", keep_text=keep).status_code == 302
    public.refresh_from_db()
    assert (public.last_edition.standing, public.last_edition.note) == (standing, "Embargo.")
    assert do(publisher, public, "restore", note="Lifted.").status_code == 302
    public.refresh_from_db()
    assert public.last_edition.standing == "public"


def test_removing_and_merging(publisher, public):
    other = factories.make_published("Other water")
    hidden = factories.make_document("A draft")
    assert do(publisher, public, "merge", into=hidden.pk, reason="Same.").status_code == 200
    assert do(publisher, public, "merge", into="nonsense", reason="Same.").status_code == 200
    assert do(publisher, public, "merge", into=other.pk, reason="Same.").status_code == 302
    public.refresh_from_db()
    assert public.last_edition.content["merged_into"] == other.uid
    assert do(publisher, other, "remove", reason="Not ours.").status_code == 302
    other.refresh_from_db()
    assert other.last_edition.standing == "removed"


def test_several_at_once_are_reported_one_by_one(editor, publisher, draft):
    bare = factories.make_document("No day")
    bare.dates.all().delete()
    chosen = {"_selected_action": [draft.pk, bare.pk]}
    page = url("account")
    said = editor.post(page, {"action": "submit_selected"} | chosen, follow=True).content.decode()
    assert "1 record: done." in said
    assert "No day: Give a date" in said
    editor.post(page, {"action": "publish_selected"} | chosen)
    assert not Account.objects.exclude(last_edition=None).exists()
    publisher.post(page, {"action": "publish_selected"} | chosen)
    assert list(Account.objects.exclude(last_edition=None)) == [Account.objects.get(pk=draft.pk)]


def test_the_preview_shows_the_working_copy_and_is_not_kept(editor, public):
    Account.objects.filter(pk=public.pk).update(title="Moving water", note_private="hush")
    answer = editor.get(url("account", "preview", public.pk))
    page = answer.content.decode()
    assert "PREVIEW" in page
    assert "Moving water" in page
    assert "First words." in page
    assert "hush" not in page
    assert "no-store" in answer["Cache-Control"]


@pytest.mark.parametrize(
    ("model", "make"),
    [("dialogue", factories.make_dialogue), ("commitment", factories.make_commitment)],
)
def test_other_families_have_previews_too(editor, db, model, make):
    assert editor.get(url(model, "preview", make("A river").pk)).status_code == 200


def test_the_history_tells_what_was_done_and_published(publisher, draft):
    do(publisher, draft, "publish")
    page = publisher.get(url("account", "history", draft.pk)).content.decode()
    assert "Editions: what the public saw" in page
    assert "First published" in page


def test_names_are_merged_and_the_merge_is_undone(editor, publisher, db):
    kept, gone = factories.make_person("Lin Shuya"), factories.make_person("Lin Shu-ya")
    page = url("person", "merge", gone.pk)
    assert editor.get(page).status_code == 403
    assert editor.post(page, {"into": kept.pk}).status_code == 403
    assert publisher.post(page, {"into": gone.pk}).status_code == 200
    assert publisher.post(page, {"into": "nonsense"}).status_code == 200
    assert publisher.post(page, {"into": kept.pk}).status_code == 302
    assert Person.objects.get(pk=gone.pk).merged_into == kept
    assert publisher.get(page).status_code == 200
    assert publisher.post(page, {}).status_code == 302
    assert Person.objects.get(pk=gone.pk).merged_into is None


def test_a_public_change_of_a_name_takes_a_ledger_number(publisher, db):
    document = factories.make_document()
    person = factories.make_person()
    factories.add_person(document, person)
    publishing.publish(document, by=publisher.user)
    before = publishing.generation.current().number
    page = url("person", "change", person.pk)
    publisher.post(page, form_of(publisher.get(page)))
    assert publishing.generation.current().number == before
    publisher.post(page, form_of(publisher.get(page)) | {"name": ["Lin Shu-ya"]})
    assert publishing.generation.current().number == before + 1
    publisher.post(page, form_of(publisher.get(page)))
    assert publishing.generation.current().number == before + 1


def test_another_name_of_who_is_public_takes_a_ledger_number(publisher):
    document, person = factories.make_document(), factories.make_person()
    factories.add_person(document, person)
    publishing.publish(document, by=publisher.user)
    before = publishing.generation.current().number
    page = url("person", "change", person.pk)
    data = form_of(publisher.get(page))
    prefix = "diplomacy-name-content_type-object_id"
    add_row(data, prefix, form="S. Lin", language="en", usage="variant", note="")
    assert publisher.post(page, data).status_code == 302
    assert publishing.generation.current().number == before + 1


def test_the_preview_says_parts_in_words(editor, public):
    page = editor.get(url("account", "preview", public.pk)).content.decode()
    assert '<dt>Party</dt><dd dir="auto">China</dd>' in page
