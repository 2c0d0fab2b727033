"""The number of queries does not grow with the rows."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from diplomacy.models import (
    Clause,
    ClauseTopic,
    Guess,
    Image,
    Initiative,
    Office,
    Outlet,
    Place,
    Position,
    RawText,
    Relation,
    RemovedLine,
    SavedSearch,
    Schedule,
    Source,
    Tenure,
    Work,
)
from tests import factories
from tests.correspondence.test_reports import make_report

from .test_screens import url

BEFORE, AFTER = 1, 30


def queries(client, address: str) -> int:
    client.get(address)  # content types and permissions are remembered from here on
    with CaptureQueriesContext(
        connection,
    ) as seen:
        assert client.get(address).status_code == 200
    return len(seen)


def published(n):
    return factories.make_published(f"Account {n}", meeting=factories.make_dialogue())


MAKERS = {
    "account": published,
    "oped": lambda n: factories.make_document(kind="op_ed"),
    "jointstatement": lambda n: factories.make_document(kind="joint_statement"),
    "dialogue": lambda n: factories.make_dialogue(series=factories.make_series(), ordinal=1),
    "commitment": lambda n: factories.make_commitment(
        side=factories.make_country(), topic=factories.make_topic()
    ),
    "record": published,
    "document": published,
    "edition": published,
    "ledgerentry": published,
    "person": lambda n: factories.make_person(country=factories.make_country()),
    "office": lambda n: Office.objects.create(
        slug=f"office-{n}", label="x", organisation=factories.make_organisation()
    ),
    "organisation": lambda n: factories.make_organisation(country=factories.make_country()),
    "outlet": lambda n: Outlet.objects.create(
        slug=f"outlet-{n}", name="x", organisation=factories.make_organisation()
    ),
    "country": lambda n: factories.make_country(f"c{n}", f"Country {n}"),
    "topic": lambda n: factories.make_topic(parent=factories.make_topic()),
    "initiative": lambda n: Initiative.objects.create(slug=f"initiative-{n}", label="x"),
    "place": lambda n: Place.objects.create(
        slug=f"place-{n}", label="x", country=factories.make_country()
    ),
    "dialogueseries": lambda n: factories.make_series(),
    "work": lambda n: Work.objects.create(code=f"work-{n}", title="x"),
    "clause": lambda n: Clause.objects.create(
        document=factories.make_document(), text="x", act="note"
    ),
    "position": lambda n: Position.objects.create(
        slug=f"position-{n}", title="x", topic=factories.make_topic()
    ),
    "image": lambda n: Image.objects.create(title="x", alt="x", credit="x", licence=f"{n}"),
    "rawtext": lambda n: RawText.objects.create(text="x", sha256=f"{n:064}"),
    "problemreport": lambda n: make_report(),
    "savedsearch": lambda n: SavedSearch.objects.create(
        address=f"r{n}@example.org", query="q=x", language="en", asked_at=timezone.now()
    ),
    "schedule": lambda n: Schedule.objects.create(
        record_id=factories.make_document().pk,
        due_at=timezone.now(),
        content={},
        change="new",
        approved_at=timezone.now(),
    ),
}


@pytest.mark.parametrize("model", MAKERS)
def test_a_list_asks_the_same_for_one_row_and_for_thirty(publisher, model):
    MAKERS[model](0)
    before = queries(publisher, url(model))
    for n in range(1, 30):
        MAKERS[model](n)
    assert queries(publisher, url(model)) == before


def grow(document, first: int, last: int) -> None:
    """Give a document rows of every part."""
    outlet = Outlet.objects.get_or_create(slug="o", defaults={"name": "Outlet"})[0]
    for n in range(first, last):
        source = Source.objects.create(document=document, outlet=outlet, url="https://example.org")
        document.paragraphs.create(text=f"Words {n}", order=n + 5, source=source)
        factories.add_person(document, factories.make_person())
        factories.add_topic(document, factories.make_topic())
        factories.add_issuer(document, factories.make_organisation())
        Relation.objects.create(record=document, type="reports", target=factories.make_dialogue())
        Guess.objects.create(record=document, field="title", value=f"{n}")
        RemovedLine.objects.create(document=document, order=n, text=f"Line {n}", reason="debris")
        Clause.objects.create(document=document, text="x", act="note")


def test_the_form_of_a_record_asks_the_same_for_one_part_and_for_thirty(publisher, db):
    raw = RawText.objects.create(text="Words", sha256="0" * 64)
    document = factories.make_document(raw=raw, meeting=factories.make_dialogue())
    grow(document, 0, BEFORE)
    before = queries(publisher, url("account", "change", document.pk))
    grow(document, BEFORE, AFTER)
    assert queries(publisher, url("account", "change", document.pk)) == before


def test_other_forms_do_too(publisher, db):
    person = factories.make_person()
    clause = Clause.objects.create(document=factories.make_document(), text="x", act="note")
    meeting = factories.make_dialogue()
    commitment = factories.make_commitment()
    pages = [
        url("person", "change", person.pk),
        url("clause", "change", clause.pk),
        url("commitment", "change", commitment.pk),
    ]

    def rows(first, last):
        for n in range(first, last):
            office = Office.objects.create(slug=f"office-{n}", label="x")
            Tenure.objects.create(person=person, office=office, start=f"{1900 + n}")
            person.names.create(form=f"Name {n}")
            ClauseTopic.objects.create(clause=clause, topic=factories.make_topic())
            commitment.mentions.create(date="2024", type="made", dialogue=meeting)

    rows(0, BEFORE)
    before = [queries(publisher, page) for page in pages]
    rows(BEFORE, AFTER)
    assert [queries(publisher, page) for page in pages] == before
