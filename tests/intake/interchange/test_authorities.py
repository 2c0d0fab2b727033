"""Authority lines: the public form in, the same public form out."""

import pytest

from diplomacy.intake.interchange import Directory, LineError, write_authority
from diplomacy.intake.interchange.authority_shapes import authority_fields
from diplomacy.models import AUTHORITY_MODELS, Person, Tenure, Topic
from tests.factories import make_person

pytestmark = pytest.mark.django_db

NAMES = [
    {"form": "PT", "language": "en", "usage": "abbreviation"},
    {"form": "河", "language": "zh-hans", "usage": "misprint", "note": "One page"},
]
REST = {"names": NAMES, "note": "Shown.", "merged_into": None}
LINES = [
    {"type": "country", "slug": "pk", "name": "Pakistan", "iso3": "PAK"}
    | {"official": "Islamic Republic of Pakistan", "demonym": "Pakistani"},
    {"type": "topic", "slug": "ferries", "label": "Ferries", "parent": "transport"}
    | {"keywords": ["ferry", "渡船"]},
    {"type": "initiative", "slug": "plan", "label": "Plan", "launched": "2021-09"},
    {"type": "place", "slug": "town", "label": "Town", "kind": "city", "country": "pk"},
    {"type": "organisation", "slug": "rivers", "name": "Rivers", "kind": "ministry"}
    | {"country": "pk"},
    {"type": "outlet", "slug": "daily", "name": "Daily", "kind": "newspaper", "country": None}
    | {"organisation": "rivers", "web_hosts": ["daily.example", "www.daily.example"]},
    {"type": "office", "slug": "minister", "label": "Minister", "organisation": "rivers"},
    {"type": "person", "slug": "lin", "name": "Lin Shuya", "family": "Lin", "given": "Shuya"}
    | {"country": "pk"}
    | {
        "tenures": [
            {"office": "minister", "start": "../2019", "end": "2020", "note": ""},
            {"office": "minister", "start": "2022-05", "end": "", "note": "Again"},
        ]
    },
    {"type": "series", "slug": "commission", "title": "Commission", "level": "minister"}
    | {"parties": ["pk"], "numbering": "from 1"},
]


@pytest.mark.parametrize("line", LINES, ids=lambda line: line["type"])
def test_what_is_written_comes_back(line):
    line = line | REST
    written = write_authority(line, Directory())
    model = AUTHORITY_MODELS[line["type"]]
    assert (written.changed, written.before, written.warnings) == (True, None, [])
    assert model.objects.for_export().get(slug=line["slug"]).public_form() == line
    again = write_authority(line, Directory())
    assert (again.changed, again.before) == (False, line)


@pytest.mark.parametrize("line", LINES, ids=lambda line: line["type"])
def test_every_public_field_may_be_in_a_line(line):
    written = write_authority(line, Directory())
    assert set(authority_fields(type(written.record))) == set(written.record.public_form())


def test_an_update_changes_what_the_line_says_and_leaves_the_rest():
    write_authority(LINES[7] | REST, Directory())
    short = {"type": "person", "slug": "lin", "name": "Lin S.", "names": [], "tenures": []}
    written = write_authority(short, Directory())
    assert written.changed
    assert written.before["name"] == "Lin Shuya"
    person = Person.objects.get()
    assert (person.name, person.family, person.note) == ("Lin S.", "Lin", "Shown.")
    assert not person.names.exists()
    assert not Tenure.objects.exists()


def test_what_is_there_may_be_left_alone():
    make_person("Lin Shuya", slug="lin")
    written = write_authority(LINES[7], Directory(), update=False)
    assert not written.changed
    assert Person.objects.get().family == ""


def test_a_merged_record_points_at_the_other_before_its_line_came():
    line = {"type": "person", "slug": "lynn", "name": "Lynn", "merged_into": "lin"}
    written = write_authority(line, Directory())
    assert written.record.merged_into.slug == "lin"
    write_authority(LINES[7], Directory())
    assert Person.objects.get(slug="lin").name == "Lin Shuya"


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"merged_into": "lin"}, "merged_into names the record itself"),
        (
            {"tenures": [{"office": "m", "start": "2020"}, {"office": "m", "start": "2020"}]},
            "overlaps",
        ),
        ({"tenures": [{"office": "m", "start": "2022", "end": "2020"}]}, "ends before it begins"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(changes, reason):
    with pytest.raises(LineError, match=reason):
        write_authority(LINES[7] | changes, Directory())
    assert not Person.objects.exists()


def test_a_line_without_a_name_says_so():
    with pytest.raises(LineError, match=r"^the line has no name$"):
        write_authority({"type": "person", "slug": "lin"}, Directory())


@pytest.mark.parametrize(
    ("field", "reason"),
    [("parent", "One stands below this topic already"), ("merged_into", "One is merged into")],
)
def test_the_line_that_would_close_a_ring_is_refused(field, reason):
    directory = Directory()

    def write(slug, above):
        line = {"type": "topic", "slug": slug, "label": slug.title(), field: above}
        return write_authority(line, directory)

    write("one", "two")
    write("two", "three")
    with pytest.raises(LineError, match=reason):
        write("three", "one")
    three = Topic.objects.get(slug="three")
    assert (three.parent, three.merged_into) == (None, None)
    assert write("three", "four").changed
