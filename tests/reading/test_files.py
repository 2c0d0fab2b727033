"""Which stored files the public may read."""

import pytest

from diplomacy import publishing
from diplomacy.models import PublicRecord
from diplomacy.reading.files import public_parts
from diplomacy.reading.links import Links
from tests.factories import add_file, add_picture, make_document, publish

pytestmark = pytest.mark.django_db


def test_files_are_told_with_the_part_they_have():
    document = make_document()
    picture, file = add_picture(document).image.file.name, add_file(document).file.name
    assert public_parts([picture, file]) == {}
    publish(document)
    assert public_parts([picture, file, "files/none.pdf"]) == {
        picture: {"figure"},
        file: {"attachment"},
    }
    publishing.remove(document, by=None, reason="An error.")
    assert public_parts([picture, file]) == {}


def test_many_files_cost_one_query(django_assert_num_queries):
    document = make_document()
    names = [add_file(document).file.name for _ in range(5)]
    publish(document)
    with django_assert_num_queries(1):
        assert public_parts(names).keys() == set(names)


def test_links_have_the_address_of_what_is_shown_and_of_nothing_else():
    document = make_document()
    kept, dropped = add_file(document), add_picture(document)
    publish(document)
    old = PublicRecord.objects.get().edition.content
    dropped.delete()
    publish(document, change="update")
    links = Links.for_contents([old])
    name = kept.file.name
    assert links.as_json(old)["files"] == {name: f"/files/{name}"}
    assert links.file(name) == f"/files/{name}"
    assert links.file(dropped.image.file.name) is None
