"""Makers of records for tests: as little as a test needs, in our own words."""

import itertools
from datetime import UTC, datetime
from io import BytesIO

from django.contrib.auth import get_user_model
from django.core.files.base import ContentFile
from PIL import Image as Pixels

from diplomacy import publishing
from diplomacy.models import (
    Attachment,
    Commitment,
    CommitmentMention,
    Country,
    CountryRole,
    Dialogue,
    DialogueSeries,
    Document,
    Figure,
    Image,
    Organisation,
    OrganisationRole,
    Paragraph,
    Person,
    PersonRole,
    RecordDate,
    Topic,
    TopicLabel,
)

_count = itertools.count(1)
LAST_YEAR = datetime(2025, 3, 1, 12, tzinfo=UTC)


def make_user(username: str | None = None, **fields):
    """A member of staff; a superuser when ``is_superuser`` is given."""
    return get_user_model().objects.create_user(
        username or f"editor{next(_count)}", password="a long pass phrase", is_staff=True, **fields
    )


def make_country(slug: str = "cn", name: str = "China") -> Country:
    return Country.objects.get_or_create(slug=slug, defaults={"name": name})[0]


def make_person(name: str = "Lin Shuya", **fields) -> Person:
    slug = fields.pop("slug", f"person-{next(_count)}")
    return Person.objects.create(slug=slug, name=name, **fields)


def make_topic(label: str = "Rail links", **fields) -> Topic:
    return Topic.objects.create(
        slug=fields.pop("slug", f"topic-{next(_count)}"), label=label, **fields
    )


def make_organisation(name: str = "Ministry of Rivers", **fields) -> Organisation:
    slug = fields.pop("slug", f"organisation-{next(_count)}")
    return Organisation.objects.create(slug=slug, name=name, **fields)


def make_series(title: str = "River Commission", **fields) -> DialogueSeries:
    slug = fields.pop("slug", f"series-{next(_count)}")
    return DialogueSeries.objects.create(slug=slug, title=title, **fields)


def add_date(record, role: str, value: str, basis: str = "printed") -> RecordDate:
    return RecordDate.objects.create(record_id=record.pk, role=role, value=value, basis=basis)


def add_paragraphs(document, *texts: str) -> list[Paragraph]:
    return [
        Paragraph.objects.create(document=document, order=order, text=text)
        for order, text in enumerate(texts, start=1)
    ]


def add_person(record, person: Person, role: str = "mentioned", **fields) -> PersonRole:
    return PersonRole.objects.create(record_id=record.pk, person=person, role=role, **fields)


def add_topic(record, topic: Topic) -> TopicLabel:
    return TopicLabel.objects.create(record_id=record.pk, topic=topic)


def add_picture(record, alt: str = "A river ford at low water", caption: str = "") -> Figure:
    """A figure with a picture of its own, four pixels wide."""
    pixels = BytesIO()
    Pixels.new("RGB", (4, 3)).save(pixels, "PNG")
    image = Image.objects.create(
        file=ContentFile(pixels.getvalue(), "ford.png"),
        title="The ford",
        alt=alt,
        credit="Lin Shuya",
        licence="CC BY 4.0",
    )
    return Figure.objects.create(record_id=record.pk, image=image, caption=caption)


def add_file(record, content: bytes = b"%PDF", name: str = "scan.pdf", **fields) -> Attachment:
    """An attachment for the public, unless ``is_public`` says otherwise."""
    defaults = {"what": "Scan of the original", "is_public": True}
    file = ContentFile(content, name)
    return Attachment.objects.create(record_id=record.pk, file=file, **defaults | fields)


def make_document(
    title: str | None = None,
    *texts: str,
    kind: str = "press_account",
    date: str = "2024-05-16",
    **fields,
) -> Document:
    """A draft that is ready to be published: held in full, dated, with a country as party."""
    title = title or f"Account number {next(_count)}"
    defaults = {"slug": f"account-{next(_count)}", "authority": "press"}
    defaults |= {"held": "verbatim", "display": "full"}
    document = Document.objects.create(title=title, kind=kind, **defaults | fields)
    add_paragraphs(document, *(texts or ("The ministers met beside the river.",)))
    add_date(document, "published", date)
    CountryRole.objects.create(record=document, country=make_country())
    return document


def make_dialogue(
    title: str | None = None, *, kind: str = "dialogue_round", date: str = "2024-05-15", **fields
) -> Dialogue:
    """A draft of a meeting that was held."""
    defaults = {"slug": f"meeting-{next(_count)}"}
    title = title or f"Meeting number {next(_count)}"
    dialogue = Dialogue.objects.create(title=title, kind=kind, **defaults | fields)
    add_date(dialogue, "event", date)
    return dialogue


def make_commitment(title: str = "Open the pass all year", **fields) -> Commitment:
    """A draft of a commitment with one mention."""
    slug = fields.pop("slug", f"commitment-{next(_count)}")
    commitment = Commitment.objects.create(title=title, kind="commitment", slug=slug, **fields)
    CommitmentMention.objects.create(
        commitment=commitment, date="2024-05-15", type="made", text="Both sides undertook it."
    )
    return commitment


def add_issuer(record, organisation: Organisation) -> OrganisationRole:
    return OrganisationRole.objects.create(
        record_id=record.pk, organisation=organisation, role="issuer"
    )


def publish(record, *, by=None, **fields):
    """Publish through the verb an editor uses; returns the edition."""
    return publishing.publish(record, by=by, **fields)


def make_published(title: str | None = None, *texts: str, **fields) -> Document:
    """A published document."""
    document = make_document(title, *texts, **fields)
    publish(document)
    return document
