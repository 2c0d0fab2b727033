"""Every public address in every state: what it answers, and what must not be in it.

The same records (a meeting, a text about it, a commitment, and everything they name) are put
into each state in turn. ``SHOWN`` is in all that the public may read once they are published,
so that its absence means something; ``KEPT`` is in what no reader may ever see.
"""

from dataclasses import dataclass, field
from datetime import timedelta
from hashlib import sha256
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.urls import URLPattern, get_resolver, reverse
from django.utils import timezone

from diplomacy import publishing
from diplomacy.exports import pdf
from diplomacy.exports.citations import STYLES
from diplomacy.models import (
    CommitmentMention,
    Initiative,
    Outlet,
    Paragraph,
    Place,
    RawText,
    Record,
    RemovedLine,
    Source,
    Work,
)
from diplomacy.site.feeds import FOLLOWED
from diplomacy.site.sitemaps import SPAN
from tests import factories

pytestmark = pytest.mark.django_db
SHOWN, KEPT = "quillonberry", "wolfsbane"
REASON = "By request of its author."


@dataclass
class World:
    """The records of one run, and the authority records only they name."""

    meeting: Record
    document: Record
    commitment: Record
    version: Record
    names: dict = field(default_factory=dict)
    file: str = ""
    target: Record | None = None

    @property
    def records(self) -> list[Record]:
        return [self.meeting, self.document, self.commitment, self.version]


def make_world() -> World:
    series = factories.make_series(f"Series {SHOWN}", slug="series-zz")
    meeting = factories.make_dialogue(
        f"Meeting {SHOWN}", slug=f"{SHOWN}-meeting", series=series, note_private=KEPT
    )
    raw = RawText.objects.create(text=KEPT, sha256="0" * 64)
    work = Work.objects.create(code=f"{SHOWN}-work")
    document = factories.make_document(
        f"Text {SHOWN}",
        f"They spoke of {SHOWN}.",
        f"And of {KEPT}, which may not be shown.",
        slug=f"{SHOWN}-text",
        display="extract",
        meeting=meeting,
        raw=raw,
        work=work,
    )
    Paragraph.objects.filter(document=document.pk, order=1).update(is_extract=True)
    version = factories.make_document(
        f"Translation {SHOWN}", slug=f"{SHOWN}-version", work=work, note_private=KEPT
    )
    RemovedLine.objects.create(document=document, order=1, text=KEPT, reason="advertisement")
    commitment = factories.make_commitment(f"Promise {SHOWN}", slug=f"{SHOWN}-promise")
    CommitmentMention.objects.update(document=document, dialogue=meeting)
    world = World(meeting, document, commitment, version, {"series": series})
    name_everything(world)
    world.file = factories.add_file(document, is_public=True).file.name
    return world


def name_everything(world: World) -> None:
    """Give the text one authority record of each type, known from nowhere else."""
    document, names = world.document, world.names
    names["person"] = factories.make_person(f"Person {SHOWN}")
    names["topic"] = factories.make_topic(f"Topic {SHOWN}")
    names["organisation"] = factories.make_organisation(f"Body {SHOWN}")
    names["country"] = factories.make_country("zz", f"Land of {SHOWN}")
    names["outlet"] = Outlet.objects.create(slug="outlet-zz", name=f"Paper {SHOWN}")
    names["initiative"] = Initiative.objects.create(slug="initiative-zz", label=f"Plan {SHOWN}")
    names["place"] = Place.objects.create(slug="place-zz", label=f"Port {SHOWN}")
    factories.add_person(document, names["person"])
    seat_two(world.meeting, names["person"], names["country"])
    factories.add_topic(document, names["topic"])
    factories.add_issuer(document, names["organisation"])
    document.country_roles.create(country=names["country"])
    document.initiatives.add(names["initiative"])
    document.places.add(names["place"])
    Source.objects.create(document=document, outlet=names["outlet"])


def seat_two(meeting: Record, person, country) -> None:
    """Put the person, of that country, opposite somebody of the text's other party."""
    person.country = country
    person.save()
    opposite = factories.make_person("Zhao Qiming", country=factories.make_country())
    for each in (person, opposite):
        factories.add_person(meeting, each, "chair")


# --- The states -----------------------------------------------------------------------------------


def draft(world):
    """Nothing happens."""


def submitted(world):
    each(world, publishing.submit)


def scheduled(world):
    each(world, publishing.publish, at=timezone.now() + timedelta(days=1))


def public(world):
    each(world, publishing.publish)


def newer_draft(world):
    public(world)
    for record in world.records:
        Record.objects.filter(pk=record.pk).update(title=f"{KEPT} to come", summary=KEPT)
        publishing.note_change(record, by=None)


def newer_version_waits(world):
    newer_draft(world)
    each(world, publishing.publish, change="update", at=timezone.now() + timedelta(days=1))


def withdrawn_with_text(world):
    public(world)
    each(world, publishing.withdraw, reason=REASON, keep_text=True)


def withdrawn_without_text(world):
    public(world)
    each(world, publishing.withdraw, reason=REASON, keep_text=False)


def removed(world):
    public(world)
    each(world, publishing.remove, reason=REASON)


def merged(world):
    public(world)
    world.target = factories.make_published("The one that stays")
    each(world, publishing.merge, into=world.target, reason="The same twice.")


def restored(world):
    removed(world)
    each(world, publishing.restore)


def each(world: World, verb, **fields) -> None:
    for record in world.records:
        verb(record, by=None, **fields)


NEVER = (draft, submitted, scheduled)
LISTED = (public, newer_draft, newer_version_waits, withdrawn_with_text, restored)
GONE = (withdrawn_without_text, removed)
STATES = (*NEVER, *LISTED, *GONE, merged)

# --- The addresses --------------------------------------------------------------------------------

ALWAYS = [
    "home",
    "archive",
    "timeline",
    "dialogues",
    "series-list",
    "person-list",
    "organisation-list",
    "outlet-list",
    "country-list",
    "topic-list",
    "initiative-list",
    "place-list",
    "commitments",
    "encounters",
    "feed-latest",
    "archive-feed",
    "archive-results",
    "api:record-list",
    "api:dialogue-list",
    "api:document-list",
    "api:commitment-list",
    "api:series-list",
    "api:person-list",
    "api:organisation-list",
    "api:country-list",
    "api:topic-list",
    "api:initiative-list",
    "api:outlet-list",
    "api:place-list",
    "api:search",
    "api:export-jsonl",
    "api:export-csv",
    "sitemap-section",
    "coverage",
    "coverage-json",
    "coverage-csv",
]
"""Lists: they always answer, and name what is listed."""
FIXED = ["sitemap", "robots", "opensearch", "healthz", "api:root", "api:schema", "api:docs"]
FRONT = ["about", "method", "help", "accessibility", "privacy"]
FIXED += ["follow", "follow-asked", "help-searching"]
FIXED += [*FRONT, *(f"{page}-versions" for page in (*FRONT, "coverage"))]
"""These always answer and name no record."""
OF_A_VERSION = [f"{page}-version" for page in (*FRONT, "coverage")]
"""Earlier words of a page about the archive, of which there are none here."""
SECRET = ["follow-confirm", "follow-stop", "follow-stop-all"]
"""Only a secret that was sent opens these; they name no record."""
OF_A_RECORD = ["record", "record-editions", "record-edition", "record-short"]
OF_A_RECORD += ["record-cite", "record-cite-style", "edition-cite", "edition-cite-style"]
OF_A_RECORD += ["record-paragraph"]
OF_A_RECORD += ["record-report", "record-report-thanks"]
OF_A_RECORD += ["api:record-detail", "api:record-editions", "api:record-edition"]
OF_A_RECORD += ["record-pdf", "record-epub", "record-edition-pdf", "record-edition-epub"]
OF_A_PACK = ("pack", "pack-pdf", "pack-epub")
"""Of chosen records: the page always answers, the files where one of them is public."""
OF_ONE_TYPE = ["api:dialogue-detail", "api:document-detail", "api:commitment-detail"]
OF_A_NAME = [
    f"{prefix}{type}-detail"
    for prefix in ("", "api:")
    for type in ("person", "topic", "organisation", "country", "outlet", "initiative", "place")
] + ["series-detail", "api:series-detail"]
OF_A_NAME += [f"feed-{type}" for type in FOLLOWED]
SILENT = {
    "record-short",
    "record-paragraph",
    "file",
    "record-diff",
    "record-editions",
    "api:record-editions",
}
SILENT |= {"record-report-thanks"}
"""Addresses that answer without naming the record: a redirect, a file, a list of changes."""
ALL = {*ALWAYS, *FIXED, *SECRET, *OF_A_RECORD, *OF_ONE_TYPE, *OF_A_NAME, *OF_A_VERSION}
ALL |= {"file", "record-diff", "record-beside", *OF_A_PACK}

WHERE = {
    "archive-results": ({"format": "csv"}, {"format": "json"}, {"format": "ris"}),
}
"""What some addresses need to be told."""


def path_of(name: str, /, **kwargs) -> str:
    return reverse(name, kwargs=kwargs or None)


def addresses(world: World, *, is_listed: bool):
    """``(name, url)`` of every public address about this world."""
    page = (world.target or world.document).pk // SPAN
    told = WHERE | {"sitemap-section": ({"section": "records", "page": page},)}
    for name in (*ALWAYS, *FIXED):
        for where in told.get(name, ({},)):
            yield name, path_of(name, **where)
    for name in SECRET:
        yield name, path_of(name, secret="forged")
    yield "archive", path_of("archive") + f"?q={SHOWN[:-2]}y"  # misspelt
    yield "archive", path_of("archive") + f"?q={SHOWN[:4]}*+OR+{KEPT[:-2]}y+OR+{KEPT[:4]}*"
    for record in world.records:
        yield from of_record(record, is_listed=is_listed)
        yield f"api:{record.type}-detail", path_of(f"api:{record.type}-detail", uid=record.uid)
    for one, other in [(world.document, world.version), (world.version, world.document)]:
        whole = {"uid": one.uid, "slug": one.slug if is_listed else "any"}
        yield "record-beside", path_of("record-beside", **whole, other=other.uid)
    for name in OF_A_NAME:
        type = name.removeprefix("api:").removeprefix("feed-").removesuffix("-detail")
        yield name, path_of(name, slug=world.names[type].slug)
    for name in OF_A_VERSION:
        yield name, path_of(name, n=1)
    yield "file", path_of("file", name=world.file)
    chosen = "&".join(f"uid={record.uid}" for record in world.records)
    for name in OF_A_PACK:
        yield name, f"{path_of(name)}?{chosen}"


def of_record(record: Record, *, is_listed: bool):
    whole = {"uid": record.uid, "slug": record.slug if is_listed else "any"}
    yield "record-short", path_of("record-short", uid=record.uid)
    yield "record", path_of("record", **whole)
    yield "record", path_of("record", **whole) + f"?as_of={timezone.localdate()}"
    yield "record-editions", path_of("record-editions", **whole)
    yield "record-edition", path_of("record-edition", **whole, n=1)
    yield "record-report", path_of("record-report", **whole)
    yield "record-report-thanks", path_of("record-report-thanks", **whole)
    last = record.last_edition.n if record.last_edition else 2
    yield "record-diff", path_of("record-diff", **whole, a=1, b=last)
    yield "record-cite", path_of("record-cite", **whole)
    yield "edition-cite", path_of("edition-cite", **whole, n=1)
    for style in STYLES:
        yield "record-cite-style", path_of("record-cite-style", **whole, style=style)
        yield "edition-cite-style", path_of("edition-cite-style", **whole, n=1, style=style)
    for paragraph in Paragraph.objects.filter(document=record.pk).exclude(text__contains=KEPT):
        where = path_of("record-paragraph", uid=record.uid, key=paragraph.key)
        yield "record-paragraph", f"{where}?e=1"
    for form in ("pdf", "epub"):
        yield f"record-{form}", path_of(f"record-{form}", **whole)
        yield f"record-edition-{form}", path_of(f"record-edition-{form}", **whole, n=1)
    yield "api:record-detail", path_of("api:record-detail", uid=record.uid)
    yield "api:record-editions", path_of("api:record-editions", uid=record.uid)
    yield "api:record-edition", path_of("api:record-edition", uid=record.uid, n=1)


def expected_status(state, name: str, world: World) -> int:
    if name == "sitemap-section" and state in (*NEVER, *GONE):
        return 404  # a map of nothing is not offered
    if name in (*OF_A_VERSION, *SECRET):
        return 404
    if name in (*ALWAYS, *FIXED, "pack"):
        return 200
    if name in OF_A_PACK:
        return 404 if state in (*NEVER, *GONE) else 200
    if state in LISTED:
        if name == "record-short":
            return 301
        if name == "record-paragraph":
            return 302
        return 200
    if state in NEVER or name in OF_A_NAME or name == "file":
        return 404
    return 301 if state is merged else 410


def body(answer) -> str:
    raw = b"".join(answer.streaming_content) if answer.streaming else answer.content
    if answer["Content-Type"] == "application/epub+zip":
        book = ZipFile(BytesIO(raw))
        raw = b"".join(book.read(name) for name in book.namelist())
    return raw.decode(errors="replace")


@pytest.fixture(autouse=True)
def _pdf_is_its_page(monkeypatch):
    """A PDF says what the page says that it is made from."""
    monkeypatch.setattr(pdf, "is_available", lambda: True)
    monkeypatch.setattr(pdf, "identity", lambda html: sha256(html.encode()).hexdigest())
    monkeypatch.setattr(pdf, "make", str.encode)


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.__name__)
def test_every_address_answers_as_the_state_demands_and_leaks_nothing(client, state):
    world = make_world()
    state(world)
    for record in world.records:
        record.refresh_from_db()
    is_listed, wrong = state in LISTED, []
    for name, url in addresses(world, is_listed=is_listed):
        answer = client.get(url)
        text = body(answer) + str(answer.headers)
        if answer.status_code != expected_status(state, name, world):
            wrong.append((name, url, answer.status_code))
        if KEPT in text:
            wrong.append((name, url, "shows what is kept"))
        if answer.status_code == 200 and is_listed and name not in (*FIXED, *SILENT):
            wrong += [] if SHOWN in text else [(name, url, "does not name what is public")]
        if not is_listed and SHOWN in text:
            wrong.append((name, url, "names what is not public"))
    assert not wrong, "\n".join(map(str, wrong))


@pytest.mark.parametrize("state", GONE, ids=lambda state: state.__name__)
def test_what_is_gone_says_why(client, state):
    world = make_world()
    state(world)
    for name, url in of_record(world.document, is_listed=False):
        assert REASON in body(client.get(url)), name


def test_no_public_address_is_left_out():
    """A new address without a row here fails: say what it answers in every state."""
    assert {name for name in public_names() if name} == ALL


def public_names():
    for pattern in get_resolver().url_patterns:
        if not str(pattern.pattern).startswith("admin/"):
            yield from names_below(pattern, "")


def names_below(pattern, prefix: str):
    if isinstance(pattern, URLPattern):
        yield f"{prefix}{pattern.name}" if pattern.name else None
        return
    namespace = f"{pattern.namespace}:" if pattern.namespace else ""
    for child in pattern.url_patterns:
        yield from names_below(child, prefix + namespace)
