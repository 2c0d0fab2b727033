"""What is derived from editions follows every verb, and a rebuild comes to the same."""

from datetime import date

import pytest
from django.db import connection

from diplomacy import publishing
from diplomacy.models import Mention, PublicRecord, Source
from diplomacy.search import engines, index
from diplomacy.search.query import parse
from tests.factories import (
    add_date,
    add_person,
    add_topic,
    make_commitment,
    make_country,
    make_dialogue,
    make_document,
    make_person,
    make_published,
    make_series,
    make_topic,
    publish,
)

pytestmark = pytest.mark.django_db


def found(typed):
    sql, params = engines.for_connection(connection).matching(parse(typed))
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        ids = [row[0] for row in cursor.fetchall()]
    return sorted(PublicRecord.objects.filter(search_id__in=ids).values_list("title", flat=True))


def mentions(record):
    rows = Mention.objects.filter(record__uid=record.uid)
    return set(rows.values_list("type", "slug", "role"))


def test_a_draft_is_not_found_and_the_published_text_is():
    draft = make_document("Ferry talks", "A ferry crosses the lake.")
    assert found("ferry") == []
    publish(draft)
    assert found("ferry") == ["Ferry talks"]


def test_a_correction_takes_the_place_of_what_stood():
    document = make_published("Ferry talks", "A ferry crosses the lake.")
    document.paragraphs.update(text="A barge crosses the lake.")
    assert (found("ferry body"), found("crosses ferry"), found("barge")) == (
        [],
        ["Ferry talks"],
        [],
    )
    publish(document, change="correction", note="It was a barge.")
    assert (found("barge"), found("crosses ferry")) == (["Ferry talks"], ["Ferry talks"])
    assert PublicRecord.objects.get().edition.n == 2


def test_withheld_words_are_not_found():
    shown = make_document("Shown", "A lighthouse keeper spoke.")
    withheld = make_document("Withheld", "A lighthouse keeper spoke.", display="metadata")
    publish(shown)
    publish(withheld)
    assert found("lighthouse") == ["Shown"]
    assert found("withheld") == ["Withheld"]


def test_withdrawn_with_its_text_stays_found_and_without_it_does_not():
    kept, hidden = make_published("Kept", "River words."), make_published("Hidden", "River words.")
    publishing.withdraw(kept, by=None, reason="Doubted.", keep_text=True)
    publishing.withdraw(hidden, by=None, reason="Doubted.", keep_text=False)
    assert found("river") == ["Kept"]
    bare = PublicRecord.objects.get(uid=hidden.uid)
    assert (bare.standing, bare.title, bare.teaser) == ("hidden", "", "")
    assert mentions(hidden) == set()
    assert mentions(kept) != set()


def test_restoring_brings_everything_back():
    document = make_published("Ferry talks", "A ferry crosses.", date="2020-02-03")
    before = mentions(document)
    publishing.remove(document, by=None, reason="An error.")
    assert found("ferry") == []
    publishing.restore(document, by=None, note="It was right.")
    assert found("ferry") == ["Ferry talks"]
    assert mentions(document) == before
    assert PublicRecord.objects.get().sort_date == date(2020, 2, 3)


def test_the_row_says_what_lists_need():
    document = make_document("Ferry talks", "word " * 100, date="2024-05", side=make_country("pk"))
    publish(document)
    row = PublicRecord.objects.get()
    assert (row.type, row.family, row.kind) == ("document", "account", "press_account")
    assert (row.side, row.authority, row.held) == ("pk", "press", "verbatim")
    assert (row.sort_date, row.date_value, row.date_basis) == (
        date(2024, 5, 1),
        "2024-05",
        "printed",
    )
    assert row.teaser.endswith("word…")
    assert len(row.teaser) <= 301


def test_a_record_without_a_date_is_listed_under_its_first_publication():
    document = make_document("Undated")
    document.dates.all().delete()
    Source.objects.create(document=document, url="https://example.org/page")
    publish(document)
    row = PublicRecord.objects.get()
    assert row.sort_date == row.first_published_at.date()
    assert (row.date_value, row.date_basis) == ("", "")


def test_what_is_open_at_its_beginning_is_listed_under_its_end():
    publish(make_document("Before", date="../2019-03"))
    assert PublicRecord.objects.get().sort_date == date(2019, 3, 31)


def test_ids_count_within_a_day_and_stay_while_the_day_does():
    first, _ = (make_published(title, date="2024-05-16") for title in ("One", "Two"))
    day = index.first_id(date(2024, 5, 16))
    ids = {row.title: row.search_id for row in PublicRecord.objects.all()}
    assert ids == {"One": day, "Two": day + 1}
    first.summary = "More."
    first.save()
    publish(first, change="update")
    assert PublicRecord.objects.get(uid=first.uid).search_id == day


def test_another_day_is_another_id_and_the_old_one_finds_nothing():
    document = make_published("Ferry talks", "A ferry.", date="2024-05-16")
    document.dates.all().delete()
    add_date(document, "published", "2023-01-01")
    publish(document, change="correction", note="The date was wrong.")
    assert PublicRecord.objects.get().search_id == index.first_id(date(2023, 1, 1))
    assert engines.for_connection(connection).ids(0, 2**62) == [index.first_id(date(2023, 1, 1))]


def test_mentions_say_who_is_named_and_in_which_part():
    document, person, topic = make_document(), make_person(slug="lin"), make_topic(slug="rail")
    add_person(document, person, "author")
    add_person(document, person, "speaker")
    add_topic(document, topic)
    publish(document)
    assert mentions(document) == {
        ("person", "lin", "author"),
        ("person", "lin", "speaker"),
        ("topic", "rail", ""),
        ("country", "cn", "party"),
    }


def test_a_text_belongs_to_the_series_of_its_meeting_whichever_is_published_first():
    series = make_series(slug="river")
    meeting = make_dialogue(series=series, ordinal=1)
    early = make_published(meeting=meeting)
    through_meeting = ("series", "river", "meeting")
    assert through_meeting not in mentions(early)
    publish(meeting)
    late = make_published(meeting=meeting)
    assert through_meeting in mentions(early) & mentions(late)
    assert ("series", "river", "") in mentions(meeting)


def test_a_text_leaves_the_series_when_its_meeting_goes():
    meeting = make_dialogue(series=make_series(slug="river"), ordinal=1)
    publish(meeting)
    text = make_published(meeting=meeting)
    assert ("series", "river", "meeting") in mentions(text)
    publishing.remove(meeting, by=None, reason="An error.")
    assert ("series", "river", "meeting") not in mentions(text)


def test_a_commitment_is_found_by_its_evidence():
    publish(make_commitment("Open the pass"))
    assert found('"both sides undertook"') == ["Open the pass"]
    assert PublicRecord.objects.get().sort_date == date(2024, 5, 15)


@pytest.mark.parametrize("text", ["½ 中国 مُلک 🎉 co-operation's", "हिन्दी ʼʼ 'x' \u2028 ﷺ"])
def test_every_kind_of_text_can_be_put_and_found(text):
    make_published("Strange", text)
    assert found(text) == ["Strange"]


def test_a_text_of_any_size_can_be_put():
    endless = "".join(
        chr(0x4E00 + n % 20_000) + chr(0x4E00 + n * 7 % 20_000) for n in range(150_000)
    )
    make_published("Endless", endless + " ferry")
    assert found("endless") == ["Endless"]
