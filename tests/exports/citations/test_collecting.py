"""What is cited of an edition: who, when, through whom, and which edition."""

import pytest

from diplomacy import publishing
from diplomacy.exports.citations import UnknownParagraphError, citable
from diplomacy.models import CountryRole, Outlet, PublicRecord, Source, Work
from diplomacy.reading.links import Links
from tests import factories as make

pytestmark = pytest.mark.django_db


def cited(document, n: int | None = None, **fields):
    """What is to be cited of the last edition, or of the ``n``th."""
    record = PublicRecord.objects.get(uid=document.uid)
    edition = document.editions.get(n=n) if n else record.edition
    return citable(record, edition, **fields)


def in_outlet(document, name: str = "River Gazette", **fields):
    outlet = Outlet.objects.get_or_create(slug="gazette", defaults={"name": name})[0]
    return Source.objects.create(document=document, outlet=outlet, **fields)


def names(document) -> list[str]:
    return [name.printed for name in cited(document).authors]


def test_a_readout_is_its_ministrys_and_only_carried_by_the_agency():
    document = make.make_document("A", kind="readout", authority="readout", byline="Agency desk")
    make.add_issuer(document, make.make_organisation("Ministry of Rivers"))
    in_outlet(document, url="https://gazette.example/a", published="2024-05-17")
    make.publish(document)
    found = cited(document)
    assert names(document) == ["Ministry of Rivers"]
    assert (found.carrier, found.container) == ("River Gazette", "")


def test_a_press_account_is_its_writers_and_its_outlets():
    document = make.make_document("A", byline="Omar Hasan")
    make.add_issuer(document, make.make_organisation("Ministry of Rivers"))
    in_outlet(document)
    make.publish(document)
    found = cited(document)
    assert names(document) == ["Omar Hasan"]
    assert (found.carrier, found.container) == ("", "River Gazette")


@pytest.mark.parametrize(
    ("authority", "said"),
    [
        ("joint_verbatim", "as carried by"),
        ("joint_rendering", "as rendered by"),
        ("readout_report", "as reported by"),
    ],
)
def test_authority_says_what_the_outlet_did(authority, said):
    document = make.make_document("A", kind="joint_statement", authority=authority)
    make.add_issuer(document, make.make_organisation())
    in_outlet(document)
    make.publish(document)
    assert cited(document).carried == said


def test_without_an_issuer_the_side_speaks_and_without_a_side_the_parties():
    readout = make.make_document(
        "A", kind="readout", authority="readout", side=make.make_country("pk", "Pakistan")
    )
    joint = make.make_document("B", kind="third_party_reaction", authority="readout")
    CountryRole.objects.create(record=joint, country=make.make_country("pk", "Pakistan"))
    make.publish(readout)
    make.publish(joint)
    assert names(readout) == ["Pakistan"]
    assert names(joint) == ["China", "Pakistan"]


def test_a_joint_text_is_its_issuers_but_never_some_of_its_parties_alone():
    joint = make.make_document("A", kind="joint_statement", authority="joint_verbatim")
    CountryRole.objects.create(record=joint, country=make.make_country("pk", "Pakistan"))
    make.add_issuer(joint, make.make_organisation("Ministry of Rivers"))
    make.add_issuer(joint, make.make_organisation("Ministry of Harbours"))
    make.publish(joint)
    assert names(joint) == ["Ministry of Rivers", "Ministry of Harbours"]
    bangladesh = make.make_country("bd", "Bangladesh")
    CountryRole.objects.create(record=joint, country=bangladesh)
    make.publish(joint)
    assert names(joint) == ["China", "Pakistan", "Bangladesh"]


def test_a_speech_is_the_speakers_and_an_interview_names_whoever_asked():
    for kind in ("speech", "interview"):
        document = make.make_document("A", kind=kind, authority="signed", byline="Omar Hasan")
        make.add_person(document, make.make_person("Lin Shuya"), "speaker")
        make.publish(document)
        assert names(document) == ["Lin Shuya"]
        interviewers = [name.printed for name in cited(document).interviewers]
        assert interviewers == (["Omar Hasan"] if kind == "interview" else [])


@pytest.mark.parametrize(
    ("byline", "asked"),
    [
        ("Omar Hasan, Mei Lan and Ali Raza", ["Omar Hasan", "Mei Lan", "Ali Raza"]),
        ("Omar Hasan, River Gazette", ["Omar Hasan, River Gazette"]),
    ],
)
def test_interviewers_in_a_row_are_as_many_names(byline, asked):
    document = make.make_document("A", kind="interview", authority="signed", byline=byline)
    make.add_person(document, make.make_person("Lin Shuya"), "speaker")
    make.publish(document)
    assert [name.printed for name in cited(document).interviewers] == asked


@pytest.mark.parametrize(
    ("printed", "inverted"),
    [
        ("Lin Shuya", "Lin Shuya"),
        ("Shuya Lin", "Lin, Shuya"),
        ("林舒雅", "林舒雅"),
        ("H.E. Lin Shuya", "H.E. Lin Shuya"),
    ],
)
def test_a_name_is_taken_apart_only_as_it_is_printed(printed, inverted):
    document = make.make_document("A", kind="op_ed", authority="signed")
    person = make.make_person("Lin Shuya", family="Lin", given="Shuya")
    make.add_person(document, person, "author", printed=printed)
    make.publish(document)
    (name,) = cited(document).authors
    assert name.printed == printed
    assert name.inverted == inverted


def test_an_outlet_dates_what_it_printed_and_an_issuer_what_it_issued():
    for kind, authority, expected in (
        ("press_account", "press", "2024-05-17"),
        ("readout", "readout", "2024-05-15"),
    ):
        document = make.make_document("A", kind=kind, authority=authority, date="2024-05-17")
        make.add_date(document, "document", "2024-05-15", basis="inferred")
        make.publish(document)
        assert cited(document).date == expected


def test_what_has_no_date_of_its_own_has_that_of_its_copy():
    document = make.make_document("A")
    document.dates.all().delete()
    in_outlet(document, published="2024-05-18", url="https://gazette.example/a")
    make.publish(document)
    assert cited(document).date == "2024-05-18"


@pytest.mark.parametrize(
    ("standing", "said"), [("machine", "machine translation"), ("authentic", ""), ("", "")]
)
def test_a_translation_is_told_from_an_authentic_text(standing, said):
    work = Work.objects.create(code="ferries") if standing else None
    document = make.make_published("A", work=work, standing=standing)
    assert cited(document).translation == said


def test_the_copy_is_the_one_that_a_passage_comes_from():
    document = make.make_document("A", "First.", "Second.")
    in_outlet(document, url="https://gazette.example/1")
    other = Source.objects.create(document=document, url="https://other.example/2")
    document.paragraphs.filter(order=2).update(source=other)
    make.publish(document)
    first, second = document.paragraphs.all()
    assert cited(document, paragraph_key=first.key).copy.url == "https://gazette.example/1"
    assert cited(document, paragraph_key=second.key).copy.url == "https://other.example/2"


def test_addresses_last_and_name_the_edition(settings):
    document = make.make_published("A", "First.", slug="ferries")
    key = document.paragraphs.get().key
    base = f"{settings.BASE_URL}/records/{document.uid}/"
    assert cited(document).url == f"{base}ferries/editions/1/"
    assert cited(document).record_url == base
    assert cited(document, paragraph_key=key).url == f"{base}p/{key}/?e=1"


def test_addresses_and_words_are_the_same_in_every_language(settings):
    from django.utils import translation

    document = make.make_published("A", "First.")
    with translation.override("ur"):
        elsewhere = cited(document)
    assert elsewhere == cited(document)


def test_an_earlier_edition_is_cited_as_it_was():
    document = make.make_published("As it was")
    document.title = "As it is"
    document.save()
    make.publish(document, change="correction", note="Misread.")
    assert (cited(document, 1).title, cited(document, 1).edition) == ("As it was", 1)
    assert (cited(document).title, cited(document).edition) == ("As it is", 2)


def test_what_is_withdrawn_since_is_said_to_be_of_every_edition():
    document = make.make_published("A")
    assert not cited(document).is_withdrawn
    publishing.withdraw(document, by=None, reason="In doubt.", keep_text=True)
    assert cited(document, 1).is_withdrawn
    assert cited(document).is_withdrawn


def test_a_paragraph_that_is_not_shown_cannot_be_cited():
    document = make.make_published("A", "Held back.", display="metadata", summary="Described.")
    key = document.paragraphs.get().key
    with pytest.raises(UnknownParagraphError):
        cited(document, paragraph_key=key)


def test_with_links_at_hand_nothing_is_looked_up(django_assert_num_queries):
    document = make.make_published("A", "First.")
    record = PublicRecord.objects.select_related("edition__entry").get(uid=document.uid)
    links = Links.for_contents([record.edition.content])
    with django_assert_num_queries(0):
        citable(record, record.edition, links=links)


@pytest.mark.parametrize("make_record", [make.make_dialogue, make.make_commitment])
def test_what_the_archive_made_has_no_author_and_no_copy(make_record):
    record = make_record("A title")
    make.publish(record)
    found = cited(record)
    assert not found.is_text
    assert (found.authors, found.copy) == ((), None)
