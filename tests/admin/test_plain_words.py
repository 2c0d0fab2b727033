"""What no page can show is refused at the field where it was typed."""

import pytest

from diplomacy.models import Account, Person, Topic
from tests import factories

from .browsing import add_row, errors_of, form_of
from .test_screens import url
from .test_verbs import do

SIGNS = {"\x01": "U+0001", "\x0c": "U+000C", "\ufffe": "U+FFFE", "\uffff": "U+FFFF"}


@pytest.mark.parametrize(("sign", "named"), SIGNS.items())
@pytest.mark.parametrize("field", ["title", "summary", "note_public", "paragraphs-0-text"])
def test_a_record_with_such_a_sign_is_not_saved(editor, field, sign, named):
    account = factories.make_document("Still water", "First words.")
    page = url("account", "change", account.pk)
    answer = editor.post(page, form_of(editor.get(page)) | {field: [f"Moving{sign} water"]})
    assert answer.status_code == 200
    (said,) = errors_of(answer)
    assert field.rsplit("-")[-1] in said
    assert named in said
    account.refresh_from_db()
    assert (account.version, account.title) == (1, "Still water")


def test_lines_are_kept_as_lines_however_a_browser_ends_them(editor):
    account = factories.make_document("Still water", "First line.\nSecond line.")
    page = url("account", "change", account.pk)
    unchanged = {"paragraphs-0-text": ["First line.\r\nSecond line."]}
    assert editor.post(page, form_of(editor.get(page)) | unchanged).status_code == 302
    account.refresh_from_db()
    assert account.version == 1
    data = form_of(editor.get(page)) | {"summary": ["One\r\n\tTwo"]}
    assert editor.post(page, data).status_code == 302
    account.refresh_from_db()
    assert (account.version, account.summary) == (2, "One\n\tTwo")


@pytest.mark.parametrize("field", ["label", "keywords", "note"])
def test_a_name_with_such_a_sign_is_not_saved(publisher, field):
    topic = factories.make_topic("Rails")
    page = url("topic", "change", topic.pk)
    answer = publisher.post(page, form_of(publisher.get(page)) | {field: ["Ra\x01ils"]})
    assert "U+0001" in "".join(errors_of(answer))
    assert Topic.objects.get().label == "Rails"


def test_another_name_with_such_a_sign_is_not_saved(publisher):
    person = factories.make_person()
    page = url("person", "change", person.pk)
    data = form_of(publisher.get(page))
    prefix = "diplomacy-name-content_type-object_id"
    add_row(data, prefix, form="Lin\x02Shuya", language="en", usage="variant", note="")
    assert "U+0002" in "".join(errors_of(publisher.post(page, data)))
    assert not Person.objects.get().names.exists()


def test_a_reason_for_readers_with_such_a_sign_is_refused(publisher):
    public = factories.make_published("Still water")
    answer = do(publisher, public, "withdraw", reason="Embar\x01go.", keep_text="yes")
    assert "U+0001" in str(answer.context["form"].errors["reason"])
    assert Account.objects.get().last_edition.standing == "public"


def test_mended_words_with_such_a_sign_are_refused(publisher):
    public = factories.make_published("Still water", "First words.")
    page = url("account", "change", public.pk)
    publisher.post(page, form_of(publisher.get(page)) | {"summary": ["In short."]})
    key = "paragraph-" + public.paragraphs.get().key
    fields = {"live_title": "Still\x01 water", "change": "typographical", key: "Second\x02 words."}
    errors = do(publisher, public, "live-fix", **fields).context["form"].errors
    assert set(errors) == {"live_title", key}
    assert Account.objects.get().last_edition.n == 1
