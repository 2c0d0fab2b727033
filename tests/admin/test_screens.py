"""Every screen loads, adds, changes and stays calm."""

import io

import pytest
from django.contrib import admin
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image as Picture

from diplomacy.models import (
    Account,
    Clause,
    Commitment,
    Dialogue,
    Image,
    Person,
    Record,
    Tenure,
    Topic,
)
from tests import factories

from .browsing import add_row, errors_of, form_of

RECORD_SCREENS = {
    "dialogue": "dialogue_round",
    "jointstatement": "joint_statement",
    "oped": "op_ed",
    "account": "press_account",
    "commitment": "commitment",
}
AUTHORITY_SCREENS = {
    "country": "name",
    "organisation": "name",
    "outlet": "name",
    "person": "name",
    "office": "label",
    "topic": "label",
    "initiative": "label",
    "place": "label",
    "dialogueseries": "title",
}
READ_ONLY = ("ledgerentry", "edition", "schedule", "rawtext")
PRIVATE = ("savedsearch",)
OTHERS = ("record", "document", "clause", "position", "work", "image")
OTHERS += ("problemreport", "fronttext")


def url(model: str, page: str = "changelist", *args) -> str:
    return reverse(f"admin:diplomacy_{model}_{page}", args=args)


def test_each_noun_has_its_screen():
    ours = {m._meta.model_name for m in admin.site._registry if m._meta.app_label == "diplomacy"}
    assert ours == {*RECORD_SCREENS, *AUTHORITY_SCREENS, *READ_ONLY, *PRIVATE, *OTHERS}


@pytest.mark.parametrize("model", [*RECORD_SCREENS, *AUTHORITY_SCREENS, *READ_ONLY, *OTHERS])
def test_every_list_loads_and_searches(editor, publisher, model):
    for client in (editor, publisher):
        for query in ("", "?q=river", "?q=%00", "?q=%22", "?year=2024", "?year=%D9%A2", "?p=999"):
            answer = client.get(url(model) + query, follow=True)
            assert answer.status_code == 200, (model, query)


@pytest.mark.parametrize(("model", "kind"), RECORD_SCREENS.items())
@pytest.mark.parametrize("who", ["editor", "publisher"])
def test_a_record_is_added_and_changed(request, who, model, kind):
    client = request.getfixturevalue(who)
    data = form_of(client.get(url(model, "add")))
    data |= {"title": ["A walk along the river"], "kind": [kind]}
    answer = client.post(url(model, "add"), data)
    assert answer.status_code == 302, errors_of(answer)
    record = Record.objects.get()
    assert (record.title, record.kind, record.created_by) == (
        "A walk along the river",
        kind,
        client.user,
    )
    assert record.slug == "a-walk-along-the-river"
    change = url(model, "change", record.pk)
    data = form_of(client.get(change)) | {"title": ["A walk along two rivers"]}
    answer = client.post(change, data)
    assert answer.status_code == 302, errors_of(answer)
    record.refresh_from_db()
    assert (record.title, record.version, record.updated_by) == (
        "A walk along two rivers",
        2,
        client.user,
    )


def test_a_form_offers_the_kinds_of_its_family_alone(editor):
    form = editor.get(url("oped", "add")).context["adminform"].form
    offered = [value for value, _label in form.fields["kind"].choices]
    assert offered == ["op_ed", "speech", "interview", "scholar_statement", "analysis"]
    data = form_of(editor.get(url("oped", "add"))) | {"title": ["X"], "kind": ["visit"]}
    assert "kind" in editor.post(url("oped", "add"), data).context["adminform"].form.errors


def test_a_draft_may_move_to_another_family_and_a_published_text_may_not(publisher):
    draft = factories.make_document()
    page = url("account", "change", draft.pk)
    answer = publisher.post(page, form_of(publisher.get(page)) | {"kind": ["op_ed"]})
    assert answer["Location"] == url("oped", "change", draft.pk)
    assert publisher.get(answer["Location"]).status_code == 200
    public = factories.make_published()
    page = url("account", "change", public.pk)
    answer = publisher.post(page, form_of(publisher.get(page)) | {"kind": ["op_ed"]})
    assert "kind" in answer.context["adminform"].form.errors


def test_state_version_and_identity_cannot_be_typed(editor):
    account = factories.make_document()
    page = url("account", "change", account.pk)
    data = form_of(editor.get(page))
    data |= {"state": ["approved"], "uid": ["mine"], "last_edition": ["1"], "title": ["New"]}
    assert editor.post(page, data).status_code == 302
    account.refresh_from_db()
    assert (account.state, account.title, account.last_edition_id) == ("draft", "New", None)
    assert account.uid != "mine"


def test_the_parts_of_a_record_are_edited_with_it(editor):
    account = factories.make_document("A river account", "First words.", "Second words.")
    person, topic = factories.make_person(), factories.make_topic()
    keys = list(account.paragraphs.values_list("key", flat=True))
    page = url("account", "change", account.pk)
    data = form_of(editor.get(page))
    data["paragraphs-0-text"] = ["First words, mended."]
    add_row(data, "paragraphs", text="Third words.", order="", number="", heading="", source="")
    add_row(data, "person_roles", person=person.pk, role="speaker", styled_as="Envoy", order="")
    add_row(data, "topic_labels", topic=topic.pk, printed="rails", order="")
    answer = editor.post(page, data)
    assert answer.status_code == 302, errors_of(answer)
    rows = list(account.paragraphs.values_list("text", "order"))
    assert rows == [("First words, mended.", 1), ("Second words.", 2), ("Third words.", 3)]
    assert list(account.paragraphs.values_list("key", flat=True))[:2] == keys
    assert account.person_roles.get().styled_as == "Envoy"
    assert account.topic_labels.get().printed == "rails"


def test_a_date_that_is_none_is_refused_in_plain_words(editor):
    account = factories.make_document()
    page = url("account", "change", account.pk)
    data = form_of(editor.get(page)) | {"dates-0-value": ["15th of Foo"]}
    answer = editor.post(page, data)
    assert answer.status_code == 200
    assert "is not a date this archive can read" in answer.content.decode()


def test_saving_without_changes_changes_nothing(publisher):
    account = factories.make_published("Still water", "A paragraph.", "Another.")
    page = url("account", "change", account.pk)
    before = Account.objects.filter(pk=account.pk).values().get()
    assert publisher.post(page, form_of(publisher.get(page))).status_code == 302
    assert Account.objects.filter(pk=account.pk).values().get() == before
    assert before["state"] == "approved"


def test_an_edit_of_a_published_record_is_a_draft_and_the_public_text_stays(editor):
    account = factories.make_published("Still water")
    page = url("account", "change", account.pk)
    assert (
        editor.post(page, form_of(editor.get(page)) | {"title": ["Moving water"]}).status_code
        == 302
    )
    account.refresh_from_db()
    assert account.state == "draft"
    assert account.last_edition.content["title"] == "Still water"


def test_a_published_record_keeps_its_old_address(publisher):
    account = factories.make_published("Still water", slug="still-water")
    page = url("account", "change", account.pk)
    data = form_of(publisher.get(page)) | {"slug": ["moving-water"]}
    assert publisher.post(page, data).status_code == 302
    assert list(account.old_slugs.values_list("slug", flat=True)) == ["still-water"]
    other = factories.make_document()
    page = url("account", "change", other.pk)
    answer = publisher.post(page, form_of(publisher.get(page)) | {"slug": ["still-water"]})
    assert "belonged" in str(answer.context["adminform"].form.errors["slug"])


def test_an_unpublished_record_leaves_no_address_behind(editor):
    account = factories.make_document(slug="first-try")
    page = url("account", "change", account.pk)
    editor.post(page, form_of(editor.get(page)) | {"slug": ["second-try"]})
    account.refresh_from_db()
    assert account.slug == "second-try"
    assert not account.old_slugs.exists()


@pytest.mark.parametrize(("model", "label"), AUTHORITY_SCREENS.items())
def test_a_publisher_adds_and_changes_names_and_an_editor_looks(publisher, editor, model, label):
    data = form_of(publisher.get(url(model, "add"))) | {label: ["Upper Valley"], "slug": ["uv"]}
    add_row(
        data,
        "diplomacy-name-content_type-object_id",
        form="U. Valley",
        language="en",
        usage="variant",
        note="",
    )
    answer = publisher.post(url(model, "add"), data)
    assert answer.status_code == 302, errors_of(answer)
    obj = answer.wsgi_request.resolver_match.func.model_admin.model.objects.get(slug="uv")
    assert [name.form for name in obj.names.all()] == ["U. Valley"]
    page = url(model, "change", obj.pk)
    data = form_of(publisher.get(page)) | {label: ["Lower Valley"], "slug": ["other"]}
    assert publisher.post(page, data).status_code == 302
    obj.refresh_from_db()
    assert (obj.heading, obj.slug) == ("Lower Valley", "uv")
    assert editor.get(page).status_code == 200
    assert editor.post(page, data).status_code == 403
    assert editor.get(url(model, "add")).status_code == 403


def test_one_name_twice_in_a_language_is_refused(publisher):
    topic = factories.make_topic()
    page = url("topic", "change", topic.pk)
    data = form_of(publisher.get(page))
    for _ in range(2):
        add_row(
            data,
            "diplomacy-name-content_type-object_id",
            form="Rails",
            language="en",
            usage="variant",
            note="",
        )
    answer = publisher.post(page, data)
    assert answer.status_code == 200
    assert any("twice" in said for said in errors_of(answer))


def test_offices_held_are_edited_with_the_person_and_may_not_overlap(publisher):
    from diplomacy.models import Office

    person = factories.make_person()
    office = Office.objects.create(slug="envoy", label="Envoy")
    page = url("person", "change", person.pk)
    data = form_of(publisher.get(page))
    add_row(data, "tenures", office=office.pk, start="2020", end="2022", note="")
    add_row(data, "tenures", office=office.pk, start="2021", end="2023", note="")
    answer = publisher.post(page, data)
    assert answer.status_code == 200
    assert any("overlap" in said for said in errors_of(answer))
    assert not Tenure.objects.exists()
    data["tenures-1-start"] = ["2023"]
    answer = publisher.post(page, data)
    assert answer.status_code == 302, errors_of(answer)
    assert Tenure.objects.count() == 2
    data = form_of(publisher.get(page)) | {"tenures-0-start": ["soon"]}
    assert any("not a date" in said for said in errors_of(publisher.post(page, data)))


def test_topics_are_shown_as_a_tree(editor):
    root = factories.make_topic("Water")
    leaf = factories.make_topic("Dams", parent=root)
    factories.make_topic("Air")
    factories.make_topic("Small dams", parent=leaf)
    rows = editor.get(url("topic")).context["cl"].result_list
    assert [(row.label, row.depth) for row in rows] == [
        ("Air", 0),
        ("Water", 0),
        ("Dams", 1),
        ("Small dams", 2),
    ]


def test_the_screen_of_a_topic_says_how_its_words_are_read(publisher):
    form = publisher.get(url("topic", "add")).context["adminform"].form
    assert "A word that ends in * may go on" in str(form.fields["keywords"].help_text)


def test_a_topic_cannot_stand_below_itself(publisher):
    root = factories.make_topic("Water")
    leaf = factories.make_topic("Dams", parent=root)
    page = url("topic", "change", root.pk)
    answer = publisher.post(page, form_of(publisher.get(page)) | {"parent": [str(leaf.pk)]})
    assert "parent" in answer.context["adminform"].form.errors
    assert Topic.objects.get(pk=root.pk).parent is None


def test_topics_in_a_ring_are_listed_all_the_same(editor):
    one, two = factories.make_topic("One"), factories.make_topic("Two")
    Topic.objects.filter(pk=one.pk).update(parent=two)
    Topic.objects.filter(pk=two.pk).update(parent=one)
    assert len(editor.get(url("topic")).context["cl"].result_list) == 2


def test_what_was_merged_is_not_offered_but_is_listed(publisher):
    kept, gone = factories.make_person("Lin Shuya"), factories.make_person("Lin Shu-ya")
    Person.objects.filter(pk=gone.pk).update(merged_into=kept)
    offered = publisher.get(
        "/admin/autocomplete/?app_label=diplomacy&model_name=personrole&field_name=person&term=Lin"
    ).json()["results"]
    assert [row["text"] for row in offered] == ["Lin Shuya"]
    assert len(publisher.get(url("person")).context["cl"].result_list) == 2


@pytest.mark.parametrize("model", READ_ONLY)
def test_history_is_for_reading_even_for_a_superuser(client, db, model):
    account = factories.make_published()
    client.force_login(factories.make_user(is_superuser=True))
    from django.utils import timezone

    from diplomacy.models import RawText, Schedule

    raw = RawText.objects.create(text="As it came.", sha256="0" * 64)
    schedule = Schedule.objects.create(
        record_id=account.pk,
        due_at=timezone.now(),
        content={},
        change="update",
        approved_at=timezone.now(),
    )
    number = account.last_edition_id
    pk = {"rawtext": raw.pk, "schedule": schedule.pk}.get(model, number)
    assert client.get(url(model)).status_code == 200
    assert client.get(url(model, "change", pk)).status_code == 200
    assert client.post(url(model, "change", pk), {"note": "x"}).status_code == 403
    assert client.get(url(model, "add")).status_code == 403
    assert client.post(url(model, "delete", pk), {"post": "yes"}).status_code == 403


def test_what_has_been_public_is_not_deleted(publisher):
    account = factories.make_published("Still water")
    page = url("account", "delete", account.pk)
    assert "has been public" in publisher.get(page).content.decode()
    publisher.post(page, {"post": "yes"})
    assert Account.objects.filter(pk=account.pk).exists()
    country = account.country_roles.get().country
    answer = publisher.post(url("country", "delete", country.pk), {"post": "yes"})
    assert "cannot be deleted" in answer.content.decode()


def test_a_draft_nobody_needs_is_deleted(publisher, editor):
    account = factories.make_document()
    page = url("account", "delete", account.pk)
    assert editor.post(page, {"post": "yes"}).status_code == 403
    assert publisher.post(page, {"post": "yes"}).status_code == 302
    assert not Record.objects.exists()


def test_all_records_lead_to_the_screen_of_their_family(editor):
    records = {
        factories.make_dialogue(): "dialogue",
        factories.make_document(kind="op_ed"): "oped",
        factories.make_document(kind="joint_statement"): "jointstatement",
        factories.make_commitment(): "commitment",
    }
    for record, model in records.items():
        answer = editor.get(url("record", "change", record.pk))
        assert answer["Location"] == url(model, "change", record.pk)
    assert editor.get(url("record", "change", "none")).status_code == 404


def test_a_clause_is_written_and_confirmed_and_its_document_is_a_draft_again(publisher):
    account = factories.make_published("Still water", "The sides welcomed the dam.")
    topic = factories.make_topic()
    data = form_of(publisher.get(url("clause", "add")))
    data |= {"document": [str(account.pk)], "text": ["welcomed the dam"], "act": ["welcome"]}
    add_row(data, "topic_labels", topic=topic.pk, order="")
    answer = publisher.post(url("clause", "add"), data)
    assert answer.status_code == 302, errors_of(answer)
    clause = Clause.objects.get()
    assert clause.confirmed_at is None
    publisher.post(url("clause"), {"action": "confirm_selected", "_selected_action": [clause.pk]})
    clause.refresh_from_db()
    account.refresh_from_db()
    assert clause.confirmed_by == publisher.user
    assert (account.state, account.version) == ("draft", 3)
    page = url("clause", "change", clause.pk)
    data = form_of(publisher.get(page))
    data.pop("is_confirmed")
    assert publisher.post(page, data).status_code == 302
    clause.refresh_from_db()
    assert clause.confirmed_at is None


def picture(format: str = "PNG", size=(30, 20)) -> bytes:
    out = io.BytesIO()
    Picture.new("RGB", size, "teal").save(out, format=format)
    return out.getvalue()


def test_an_image_is_added_with_its_description(editor):
    data = {
        "file": SimpleUploadedFile("river.png", picture()),
        "title": "River",
        "alt": "A river",
        "credit": "The archive",
        "licence": "CC BY 4.0",
        "origin": "",
    }
    assert editor.post(url("image", "add"), data | {"alt": ""}).status_code == 200
    data["file"] = SimpleUploadedFile("river.png", picture())
    answer = editor.post(url("image", "add"), data)
    assert answer.status_code == 302, errors_of(answer)
    image = Image.objects.get()
    assert (image.width, image.height, len(image.sha256)) == (30, 20, 64)
    page = url("image", "change", image.pk)
    assert (
        editor.post(page, form_of(editor.get(page)) | {"title": ["Big river"]}).status_code == 302
    )


HUGE = "9" * 40
GARBAGE = ["\0", HUGE, "<script>٣"]
GARBLED = {
    "account": factories.make_document,
    "dialogue": factories.make_dialogue,
    "person": factories.make_person,
    "clause": lambda: Clause.objects.create(
        document=factories.make_document(), text="x", act="note"
    ),
    "image": lambda: Image.objects.create(title="x", alt="x", credit="x", licence="x"),
}


@pytest.mark.parametrize("model", GARBLED)
def test_no_garbage_gives_a_500(publisher, model):
    page = url(model, "change", GARBLED[model]().pk)
    publisher.raise_request_exception = False
    data = form_of(publisher.get(page))
    counts = {name for name in data if name.endswith("_FORMS")}
    for value in GARBAGE:
        # Two thousand rows of everything, which Django makes of a huge number, once is enough.
        told = [] if value == HUGE and model != "image" else [counts]
        for names in (*told, data.keys() - counts):
            sent = data | {name: [value] for name in names}
            assert publisher.post(page, sent).status_code in {200, 302, 400}, (value[:9], names)
    assert publisher.post(page, {}).status_code in {200, 302, 400}


def test_what_does_not_exist_is_not_found(publisher):
    for key in ("0", "x", "9" * 30):
        assert publisher.get(url("dialogue", "change", key)).status_code == 302
        assert publisher.get(url("dialogue", "preview", key)).status_code == 404
        assert publisher.get(url("dialogue", "history", key)).status_code == 302


def test_a_stranger_is_asked_to_sign_in(stranger):
    for address in (url("account"), url("account", "add"), "/admin/"):
        assert "/login/" in stranger.get(address)["Location"]


def test_dialogue_rounds_are_counted_once(editor):
    series = factories.make_series()
    factories.make_dialogue(series=series, ordinal=5)
    data = form_of(editor.get(url("dialogue", "add")))
    data |= {
        "title": ["Again"],
        "kind": ["dialogue_round"],
        "series": [str(series.pk)],
        "ordinal": ["5"],
    }
    answer = editor.post(url("dialogue", "add"), data)
    assert any("already recorded" in said for said in errors_of(answer))
    assert Dialogue.objects.count() == 1
    assert Commitment.objects.count() == 0
