"""The preview leaves out nothing of what an edition would hold."""

import copy

import pytest
from django.template.loader import render_to_string

from diplomacy import kinds, publishing, vocabulary
from diplomacy.admin import preview
from diplomacy.models import Relation
from tests import factories
from tests.intake.interchange.test_records import full

from .test_screens import url

pytestmark = pytest.mark.django_db

CLOSED = {
    "kind": ["op_ed", "readout"],
    "authority": list(kinds.AUTHORITIES),
    "language": list(vocabulary.LANGUAGES),
    "title_origin": vocabulary.TitleOrigin.values,
    "basis": vocabulary.Basis.values,
    "people role": vocabulary.PersonPart.values,
    "organisations role": vocabulary.OrganisationPart.values,
    "countries role": vocabulary.CountryPart.values,
    "relations type": vocabulary.Link.values,
    "mentions type": vocabulary.Step.values,
    "held": vocabulary.Held.values,
    "display": vocabulary.Display.values,
    "work standing": vocabulary.WorkStanding.values,
    "status": vocabulary.MeetingStatus.values,
    "mode": vocabulary.MeetingMode.values,
    "clauses mode": vocabulary.Mode.values,
    "voice": vocabulary.Voice.values,
    "act": vocabulary.Act.values,
}
"""Which words a key may hold, by the key or by the first and the last key of its path."""
UNSAID = {"schema", "type", "earliest", "latest", "slug", "width", "height"}
"""Keys that the page says in another way: by its kind, by the dates, by names."""
PICTURE = {
    "file": "images/ford.png",
    "width": 4,
    "height": 3,
    "alt": "A ford",
    "caption": "Low water",
    "credit": "Noor",
    "licence": "CC BY",
}
FILE = {"file": "files/a.pdf", "sha256": "abc", "size": 5000, "what": "Scan", "rights": "Ours"}
WITH_PARTS = {
    "relations": [{"type": "reports", "uid": "aaaaaaaaaa"}],
    "figures": [PICTURE],
    "attachments": [FILE],
}


def shown(content: dict) -> str:
    return render_to_string("admin/diplomacy/preview.html", preview.context(content, back="/"))


def leaves(value, path=()):
    """The path of every value that is neither a list nor an object, but what is in UNSAID."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key not in UNSAID:
                yield from leaves(inner, (*path, key))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from leaves(inner, (*path, number))
    else:
        yield path


def changed(content: dict, path: tuple) -> dict:
    """The content with another value in one place."""
    other = copy.deepcopy(content)
    place = other
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = another(path, place[path[-1]])
    return other


def another(path: tuple, value):
    """Some other value that the key at `path` may hold."""
    key = path[-1]
    words = CLOSED.get(f"{path[0]} {key}") or CLOSED.get(key)
    if words:
        return next(word for word in words if word != value)
    if key in {"value", "published", "retrieved"}:
        return "1999-12-31"
    if isinstance(value, bool):
        return not value
    if isinstance(value, int) or value is None:
        return 1000 if key in {"ordinal", "source", "size"} else "aaaa"
    return f"{value}x"


@pytest.mark.parametrize("kind", ["joint_communique", "dialogue_round", "commitment"])
def test_whatever_is_changed_in_the_content_changes_the_preview(kind):
    content = full(kind) | WITH_PARTS
    before = shown(content)
    paths = list(leaves(content))
    assert len(paths) > 40
    silent = [path for path in paths if shown(changed(content, path)) == before]
    assert silent == []


def test_what_it_refers_to_is_named_and_what_readers_will_not_see_is_said(editor):
    public, draft = factories.make_published("The bridge"), factories.make_document("The draft")
    meeting = factories.make_dialogue("The talks", host=factories.make_country("pk", "Pakistan"))
    for target in (public, draft):
        Relation.objects.create(record_id=meeting.pk, type="follows", target=target)
    page = editor.get(url("dialogue", "preview", meeting.pk)).content.decode()
    assert '<dt>Follows</dt><dd dir="auto">The bridge</dd>' in page
    assert "The draft (not public: readers do not see this)" in page
    assert '<dt>Host</dt><dd dir="auto">Pakistan</dd>' in page


def test_pictures_and_files_are_there_to_be_looked_at(editor):
    document = factories.make_document()
    picture, file = factories.add_picture(document).image, factories.add_file(document)
    factories.add_file(document, what="Kept from the public", is_public=False)
    page = editor.get(url("account", "preview", document.pk)).content.decode()
    assert f'src="/admin/diplomacy/image/stored/{picture.file.name}"' in page
    assert f'href="/admin/diplomacy/image/stored/{file.file.name}"' in page
    assert "Kept from the public" not in page


def test_its_queries_do_not_grow(django_assert_num_queries):
    content = publishing.build(factories.make_document())
    rows = [{"type": "follows", "uid": factories.make_published().uid} for _ in range(5)]
    for some in (rows[:1], rows):
        with django_assert_num_queries(4):
            shown(content | {"relations": some})
