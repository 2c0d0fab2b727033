"""Taking away: a record as PDF and EPUB, a chosen set as a briefing pack."""

from io import BytesIO
from urllib.parse import urlencode
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from pypdf import PdfReader

from diplomacy import publishing
from diplomacy.exports import pdf
from diplomacy.models import Source
from diplomacy.site.books.choice import MOST
from tests import factories as make

pytestmark = pytest.mark.django_db
WITHHELD = "wolfsbane"


@pytest.fixture
def no_engine(monkeypatch):
    monkeypatch.setattr(pdf, "is_available", lambda: False)


@pytest.fixture
def text():
    return make.make_published("Ministers speak of rivers", "They met.", "They spoke of floods.")


def address(record, end: str = "") -> str:
    return f"/records/{record.uid}/{record.slug}/{end}"


def pack_of(*records, form: str = "/", **more) -> str:
    pairs = [("uid", getattr(record, "uid", record)) for record in records]
    return f"/pack{form}?{urlencode([*pairs, *more.items()])}"


def sheets(answer) -> list[str]:
    """The words of each sheet of a PDF, on one line."""
    assert answer.status_code == 200, answer.content[:400]
    pages = PdfReader(BytesIO(answer.content)).pages
    return [" ".join(page.extract_text().split()) for page in pages]


def chapters(answer) -> dict[str, str]:
    """The words of each page of an EPUB, each of which must be well-formed."""
    assert answer.status_code == 200, answer.content[:400]
    archive = ZipFile(BytesIO(answer.content))
    names = [name for name in archive.namelist() if name.endswith(".xhtml")]
    pages = {name: ElementTree.fromstring(archive.read(name)) for name in names}
    return {
        name.removeprefix("EPUB/"): " ".join(" ".join(page.itertext()).split())
        for name, page in pages.items()
    }


def words(answer) -> str:
    return " ".join(answer.content.decode().split())


# --- A record -------------------------------------------------------------------------------------


def test_a_record_is_a_pdf_with_its_words_and_how_to_cite_it(client, pdf_engine, text):
    answer = client.get(address(text, "record.pdf"))
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"] == f'inline; filename="{text.slug}-edition-1.pdf"'
    [sheet] = sheets(answer)
    for said in ("Ministers speak of rivers", "1 They met.", "2 They spoke of floods."):
        assert said in sheet
    for said in ("Whose words", "Press account", "How to cite", "1 / 1"):
        assert said in sheet
    assert f"/records/{text.uid}/{text.slug}/editions/1/" in sheet.replace(" ", "")
    told = PdfReader(BytesIO(answer.content)).metadata
    assert told.title == "Ministers speak of rivers"
    assert told.creation_date == text.last_edition.at.replace(microsecond=0)


def test_a_record_is_an_epub_with_the_same(client, text):
    answer = client.get(address(text, "record.epub"))
    assert answer["Content-Type"] == "application/epub+zip"
    assert answer["Content-Disposition"].startswith("attachment;")
    chapter = chapters(answer)["chapter-01.xhtml"]
    for said in (
        "Ministers speak of rivers",
        "They spoke of floods.",
        "Whose words",
        "How to cite",
    ):
        assert said in chapter


def test_the_same_record_is_the_same_bytes_under_a_strong_etag(client, pdf_engine, text):
    for form in ("record.pdf", "record.epub"):
        first, again = client.get(address(text, form)), client.get(address(text, form))
        assert first.content == again.content
        assert first["ETag"] == again["ETag"]
        assert first["ETag"].startswith('"')
        held = client.get(address(text, form), headers={"If-None-Match": first["ETag"]})
        assert (held.status_code, held.content) == (304, b"")
        assert held["ETag"] == first["ETag"]


def test_what_is_published_elsewhere_leaves_the_bytes_as_they_are(client, pdf_engine, text):
    first = client.get(address(text, "record.pdf"))
    make.make_published("Something else entirely")
    assert client.get(address(text, "record.pdf"))["ETag"] == first["ETag"]


def test_head_makes_nothing(client, monkeypatch, text):
    monkeypatch.setattr(pdf, "is_available", lambda: True)
    monkeypatch.setattr(pdf, "identity", lambda html: "0" * 64)
    monkeypatch.setattr(pdf, "make", lambda html: pytest.fail("made"))
    answer = client.head(address(text, "record.pdf"))
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/pdf")
    assert "Content-Length" not in answer


def test_a_paraphrase_is_named_on_every_sheet(client, pdf_engine):
    many = [f"The archive says this of part {n}, at some length." for n in range(120)]
    record = make.make_published("A long account", *many, held="paraphrase")
    pages = sheets(client.get(address(record, "record.pdf")))
    assert len(pages) > 2
    assert all("The archive’s paraphrase, not the wording" in page for page in pages)
    plain = make.make_published("Another", "Its own words.")
    assert "paraphrase" not in " ".join(sheets(client.get(address(plain, "record.pdf"))))


def test_withheld_words_are_in_no_file(client, pdf_engine):
    shown = make.make_published("Shown", f"A word: {WITHHELD}.")
    kept = make.make_published("Kept", f"A word: {WITHHELD}.", display="metadata", summary="S.")
    for record, is_there in ((shown, True), (kept, False)):
        pages = " ".join(sheets(client.get(address(record, "record.pdf"))))
        assert (WITHHELD in pages) is is_there
        book = " ".join(chapters(client.get(address(record, "record.epub"))).values())
        assert (WITHHELD in book) is is_there


def test_an_old_edition_is_taken_as_it_was_and_says_so(client, pdf_engine, text):
    text.title = "Ministers speak of lakes"
    text.save()
    publishing.note_change(text, by=None)
    make.publish(text, change="correction", note="It was lakes.")
    old = chapters(client.get(address(text, "editions/1/record.epub")))["chapter-01.xhtml"]
    assert "Ministers speak of rivers" in old
    assert "This is edition 1. The latest is edition 2." in old
    new = chapters(client.get(address(text, "record.epub")))["chapter-01.xhtml"]
    assert "Ministers speak of lakes" in new
    assert "It was lakes." in new
    assert "rivers" in sheets(client.get(address(text, "editions/1/record.pdf")))[0]
    assert client.get(address(text, "editions/7/record.pdf")).status_code == 404


def test_an_edition_that_took_the_record_away_is_410(client, text):
    publishing.remove(text, by=None, reason="By order.")
    assert client.get(address(text, "record.epub")).status_code == 410
    publishing.restore(text, by=None)
    assert client.get(address(text, "editions/2/record.epub")).status_code == 410
    assert client.get(address(text, "editions/1/record.epub")).status_code == 200


def test_a_withdrawn_record_says_so_before_its_words(client, text):
    publishing.withdraw(text, by=None, reason="It was never said.", keep_text=True)
    chapter = chapters(client.get(address(text, "record.epub")))["chapter-01.xhtml"]
    assert chapter.index("This record has been withdrawn.") < chapter.index("They met.")
    assert "It was never said." in chapter


def test_a_merged_record_leads_to_the_other_and_a_wrong_slug_to_the_right_one(client, text):
    other = make.make_published("The one that stays")
    wrong = client.get(f"/records/{other.uid}/wrong/record.epub")
    assert wrong["Location"] == address(other, "record.epub")
    publishing.merge(text, by=None, into=other, reason="Twice.")
    assert client.get(address(text, "record.pdf"))["Location"] == address(other)


def test_meetings_and_commitments_are_taken_too(client):
    series = make.make_series()
    meeting = make.make_dialogue(
        "The fourth round", agenda="Ferries\nFloods", ordinal=4, series=series
    )
    make.add_person(meeting, make.make_person(), "chair", styled_as="Minister of Rivers")
    make.publish(meeting)
    make.make_published("What was said of it", meeting=meeting)
    undertaking = make.make_commitment()
    make.publish(undertaking)
    told = chapters(client.get(address(meeting, "record.epub")))["chapter-01.xhtml"]
    for said in ("The fourth round", "Ferries", "Minister of Rivers", "What was said of it"):
        assert said in told
    told = chapters(client.get(address(undertaking, "record.epub")))["chapter-01.xhtml"]
    assert "Both sides undertook it." in told


@pytest.mark.parametrize("said", ["a & b < c > d \" e ' f", "form\x0cfeed", "مُلک and 中国", "<!--"])
def test_no_words_break_a_book(client, said):
    record = make.make_document(said, said, said, summary=said, byline=said, note_public=said)
    Source.objects.create(document=record, url="https://example.org/?a=1&b=<2>", title=said)
    make.add_person(record, make.make_person(said), styled_as=said)
    make.publish(record)
    chapter = chapters(client.get(address(record, "record.epub")))["chapter-01.xhtml"]
    assert said.replace("\x0c", "") in chapter


def test_a_book_in_urdu_runs_from_right_to_left_and_english_in_it_does_not(client, text):
    answer = client.get("/ur" + address(text, "record.epub"))
    page = ZipFile(BytesIO(answer.content)).read("EPUB/chapter-01.xhtml").decode()
    assert 'lang="ur" dir="rtl"' in page
    assert f'<h1 class="chapter__title" lang="en" dir="ltr">{text.title}</h1>' in page


def test_a_book_with_urdu_in_it_brings_a_face_for_it(client, text):
    urdu = make.make_published("دریا کی بات", "وہ ملے۔", language="ur")
    face = "EPUB/fonts/noto-nastaliq-urdu.woff2"
    for record, is_there in ((text, False), (urdu, True)):
        book = ZipFile(BytesIO(client.get(address(record, "record.epub")).content))
        assert (face in book.namelist()) is is_there
        assert ("noto-nastaliq-urdu.woff2" in book.read("EPUB/css/book.css").decode()) is is_there


# --- A machine without PDF, one that is busy ------------------------------------------------------


def test_without_the_engine_no_pdf_is_offered_and_its_address_says_what_helps(
    client, no_engine, text
):
    page = words(client.get(address(text)))
    assert "record.pdf" not in page
    assert address(text, "record.epub") in page
    answer = client.get(address(text, "record.pdf"))
    assert answer.status_code == 501
    assert address(text, "record.epub") in words(answer)
    assert "libpango" in words(answer)
    assert "pack.pdf" not in words(client.get(pack_of(text)))
    assert client.get(pack_of(text, form=".pdf")).status_code == 501


def test_with_the_engine_a_pdf_is_offered(client, monkeypatch, text):
    monkeypatch.setattr(pdf, "is_available", lambda: True)
    assert address(text, "record.pdf") in words(client.get(address(text)))
    assert "/pack.pdf?" in words(client.get(pack_of(text)))


@pytest.mark.parametrize("error", [pdf.BusyError, pdf.NotMadeError])
def test_a_pdf_that_cannot_be_made_now_is_asked_for_again_later(client, monkeypatch, text, error):
    def fail(html):
        raise error("Something was wrong.")

    monkeypatch.setattr(pdf, "is_available", lambda: True)
    monkeypatch.setattr(pdf, "identity", lambda html: "0" * 64)
    monkeypatch.setattr(pdf, "make", fail)
    answer = client.get(address(text, "record.pdf"))
    assert (answer.status_code, answer["Retry-After"]) == (503, "15")
    assert "ETag" not in answer
    assert address(text, "record.epub") in words(answer)
    assert "Something was wrong." not in words(answer)


def test_a_small_pdf_is_made_once(client, monkeypatch, text):
    made = []
    monkeypatch.setattr(pdf, "is_available", lambda: True)
    monkeypatch.setattr(pdf, "identity", lambda html: "1" * 64)
    monkeypatch.setattr(pdf, "make", lambda html: made.append(1) or b"%PDF")
    assert client.get(address(text, "record.pdf")).content == b"%PDF"
    assert client.get(address(text, "record.pdf")).content == b"%PDF"
    assert len(made) == 1


def test_too_long_a_pack_is_refused_as_pdf_and_given_as_epub(client, monkeypatch, text):
    monkeypatch.setattr(pdf, "is_available", lambda: True)
    monkeypatch.setattr("diplomacy.site.views.taking_away.LONGEST", 10)
    answer = client.get(pack_of(text, form=".pdf"))
    assert answer.status_code == 400
    assert pack_of(text, form=".epub") in words(answer)
    assert client.get(pack_of(text, form=".epub")).status_code == 200


# --- A briefing pack ------------------------------------------------------------------------------


def test_a_pack_has_cover_contents_records_and_citations(client, pdf_engine):
    records = [make.make_published(f"Account of day {n}", date=f"2024-05-{n}") for n in (11, 12)]
    pages = sheets(client.get(pack_of(*records, form=".pdf", title="For the visit")))
    assert "For the visit" in pages[0]
    assert "2 records · 11 May 2024 to 12 May 2024" in pages[0]
    assert "Contents" in pages[1]
    for at, record in enumerate(records, start=2):
        assert record.title in pages[at]
        assert f"{at + 1} / {len(pages)}" in pages[at]
        assert str(at + 1) in pages[1].split(record.title)[1][:200]
    assert "Citations" in pages[-1]
    assert all(record.title in pages[-1] for record in records)


def test_a_pack_keeps_the_order_it_was_given(client, text):
    other = make.make_published("A second account")
    pages = chapters(client.get(pack_of(other, text, form=".epub")))
    assert other.title in pages["chapter-01.xhtml"]
    assert text.title in pages["chapter-02.xhtml"]
    assert pages["nav.xhtml"].index(other.title) < pages["nav.xhtml"].index(text.title)
    turned = client.get(pack_of(text, other, form=".epub"))
    assert turned["ETag"] != client.get(pack_of(other, text, form=".epub"))["ETag"]


def test_a_pack_counts_the_other_accounts_that_one_record_alone_lists(client):
    meeting = make.make_dialogue()
    make.publish(meeting)
    one, other = (make.make_published(f"Account {n}", meeting=meeting) for n in "ab")
    alone = chapters(client.get(address(one, "record.epub")))["chapter-01.xhtml"]
    assert other.title in alone
    packed = chapters(client.get(pack_of(one, form=".epub")))["chapter-01.xhtml"]
    assert other.title not in packed
    assert "1 other account of this meeting" in packed


def test_the_page_of_a_pack_moves_and_takes_out_records(client):
    a, b, c = (make.make_published(f"Account {n}") for n in "abc")
    page = client.get(pack_of(a, b, c, title="T")).content.decode().replace("&amp;", "&")
    for moved in ((b, a, c), (a, c, b), (b, c), (a, c), (a, b)):
        assert f'href="{pack_of(*moved, title="T")}"' in page
    assert f'href="{pack_of(a, b, c, form=".epub", title="T")}"' in page


def test_a_pack_is_put_in_order_of_date(client):
    late = make.make_published("Late", date="2025-01-01")
    early = make.make_published("Early", date="2020-01-01")
    assert f"{pack_of(early, late)}" in words(client.get(pack_of(late, early))).replace(
        "&amp;", "&"
    )
    assert "in order of date" not in words(client.get(pack_of(early, late)))


def test_an_empty_pack_says_how_to_fill_it(client):
    page = client.get("/pack/")
    assert page.status_code == 200
    assert "Nothing is in this pack yet" in words(page)
    for form in (".pdf", ".epub"):
        answer = client.get(f"/pack{form}")
        assert answer.status_code == 404
        assert "Nothing is in this pack yet" in words(answer)


def test_what_is_not_public_is_named_and_left_out(client, text):
    draft = make.make_document("A secret title")
    removed = make.make_published("A removed title")
    publishing.remove(removed, by=None, reason="By order.")
    page = words(client.get(pack_of(draft, removed, text, "zzzzzzzzzz")))
    for uid in (draft.uid, removed.uid, "zzzzzzzzzz"):
        assert uid in page
    assert "By order." in page
    assert "secret" not in page
    assert "A removed title" not in page
    assert "3 records are left out" in page
    told = chapters(client.get(pack_of(draft, removed, text, form=".epub")))
    assert draft.uid in told["citations.xhtml"]
    assert "secret" not in " ".join(told.values())
    assert client.get(pack_of(draft, form=".epub")).status_code == 404


def test_a_merged_record_is_replaced_and_stands_once(client, text):
    middle, last = make.make_published("In between"), make.make_published("The one that stays")
    publishing.merge(text, by=None, into=middle, reason="Twice.")
    publishing.merge(middle, by=None, into=last, reason="Twice.")
    pages = chapters(client.get(pack_of(text, last, form=".epub")))
    assert last.title in pages["chapter-01.xhtml"]
    assert "chapter-02.xhtml" not in pages


def test_a_pack_holds_no_more_than_its_limit(client):
    uids = [f"zzzzzzz{n:03}" for n in range(MOST + 3)]
    page = words(client.get(pack_of(*uids)))
    assert f"{MOST + 3} records are left out" in page
    assert page.count(f"no more than {MOST} records") == 3


def test_the_address_of_a_record_may_be_pasted(client, text):
    pasted = f"https://example.org/ur{address(text, 'editions/1/')}?q=x"
    assert text.title in words(client.get(pack_of(pasted)))


def test_records_to_add_are_found_by_words(client, text):
    other = make.make_published("Floods in the delta")
    page = words(client.get(pack_of(text, find="floods")))
    assert f'type="checkbox" name="uid" value="{other.uid}"' in page
    assert f'type="checkbox" name="uid" value="{text.uid}"' not in page
    assert "Nothing more was found" in words(client.get(pack_of(text, find="zeppelin")))


@pytest.mark.parametrize(
    "query",
    [
        "uid=%00&title=%00",
        "uid=" + "x" * 5000,
        "uid=😀&uid=../../etc&uid=%2Frecords%2F",
        "uid=%E2%80%AE%D8%A7&title=%E2%80%AE%D8%A7",
        "title=" + "y" * 5000,
        "find=%22%22%28%28OR&uid=-",
        "find=" + "z" * 10_000,
        "find=%00",
        "&".join(["uid=1"] * 3000),
    ],
)
def test_forged_addresses_get_a_helpful_page(client, text, query):
    for form, status in (("/", 200), (".pdf", 404), (".epub", 404)):
        answer = client.get(f"/pack{form}?{query}")
        assert answer.status_code == status
        assert "Nothing is in this pack yet" in words(answer)
    kept = client.get(f"/pack.epub?{query}&uid={text.uid}")
    assert text.title in chapters(kept)["chapter-01.xhtml"]


@pytest.mark.parametrize("form", ["/", ".epub"])
def test_the_queries_of_a_pack_do_not_grow_with_its_records(client, form):
    series, person = make.make_series(), make.make_person()
    records = []
    for n in range(10):
        meeting = make.make_dialogue(series=series, ordinal=n + 1)
        make.add_person(meeting, person, "chair")
        record = make.make_document(meeting=meeting)
        make.add_person(record, make.make_person(f"Speaker {n}"))
        for one in (meeting, record):
            make.publish(one)
            publishing.note_change(one, by=None)
            records.append(one)
    counts = []
    for some in (records[:2], records):
        with CaptureQueriesContext(connection) as asked:
            assert client.get(pack_of(*some, form=form)).status_code == 200
        counts.append(len(asked))
    assert counts[0] == counts[1]


def test_packs_are_offered_where_records_are_read(client):
    series = make.make_series(slug="river")
    meeting = make.make_dialogue("The fourth round", series=series, ordinal=4)
    make.publish(meeting)
    text = make.make_published("An account of it", meeting=meeting)
    page = words(client.get(address(meeting))).replace("&amp;", "&")
    assert f'href="{pack_of(meeting, text)}"' in page
    assert f'href="{pack_of(text)}"' in words(client.get(address(text)))
    page = words(client.get("/series/river/")).replace("&amp;", "&")
    assert f"/pack/?uid={meeting.uid}&title=" in page
    page = words(client.get("/archive/?q=account"))
    assert f'href="{pack_of(text)}"' in page


def test_crawlers_are_told_to_leave_files_alone(client, text):
    robots = client.get("/robots.txt").content.decode()
    assert "Disallow: /pack" in robots
    assert client.get(address(text, "record.epub"))["X-Robots-Tag"] == "noindex"


def test_nothing_in_a_book_is_of_today(client, text):
    book = client.get(address(text, "record.epub"))
    opf = ZipFile(BytesIO(book.content)).read("EPUB/content.opf").decode()
    moment = text.last_edition.at.astimezone(timezone.get_default_timezone())
    assert f"{moment:%Y-%m-%dT%H:%M:%SZ}" in opf
