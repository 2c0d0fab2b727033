"""A rebuild comes to what publishing left, can be stopped and carried on, and sweeps up."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from diplomacy import publishing
from diplomacy.models import Mention, PublicRecord, SearchName, SearchWord
from diplomacy.search import engines
from diplomacy.search.query import parse
from diplomacy.search.rebuilding import rebuild
from diplomacy.search.words import put_words
from tests.factories import make_commitment, make_dialogue, make_published, make_series, publish

pytestmark = pytest.mark.django_db


def archive():
    """One of everything: meeting and text, a commitment, a withdrawn text and a removed one."""
    meeting = make_dialogue("Round one", series=make_series(slug="river"), ordinal=1)
    texts = [
        make_published(f"Text {n}", f"A ferry, the number {n}.", date=f"20{20 - n}-01-01")
        for n in range(5)
    ]
    make_published("About the round", meeting=meeting)
    publish(meeting)
    publish(make_commitment())
    publishing.withdraw(texts[0], by=None, reason="Doubted.", keep_text=True)
    publishing.remove(texts[1], by=None, reason="An error.")


def rows():
    return list(PublicRecord.objects.order_by("pk").values())


def named():
    return sorted(Mention.objects.values_list("record", "type", "slug", "role"))


def names():
    return sorted(SearchName.objects.values_list("type", "slug", "key", "form", "use"))


def found(typed):
    sql, params = engines.for_connection(connection).matching(parse(typed))
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        return sorted(row[0] for row in cursor.fetchall())


QUERIES = ("ferry", "round", '"number 3"', "-ferry river", "undertook")


def test_a_rebuild_changes_nothing():
    archive()
    before = rows(), named(), [found(typed) for typed in QUERIES]
    words = SearchWord.objects.count()
    kept = names()
    SearchWord.objects.filter(word="ferry").delete()
    put_words(["zeppelin"])
    assert rebuild(batch=2) == 7
    assert (rows(), named(), [found(typed) for typed in QUERIES]) == before
    assert names() == kept != []
    assert SearchWord.objects.count() == words
    assert not SearchWord.objects.filter(word="zeppelin").exists()
    assert [len(ids) for ids in before[2]] == [4, 2, 1, 2, 1]


def test_a_rebuild_from_nothing_comes_to_the_same():
    archive()
    before = named(), [len(found(typed)) for typed in QUERIES]
    kept = list(PublicRecord.objects.order_by("pk").values("pk", "title", "sort_date", "standing"))
    PublicRecord.objects.all().delete()
    engines.for_connection(connection).clear()
    rebuild(batch=2)
    assert (named(), [len(found(typed)) for typed in QUERIES]) == before
    again = PublicRecord.objects.order_by("pk").values("pk", "title", "sort_date", "standing")
    assert list(again) == kept


def test_what_has_no_place_in_the_index_is_swept_out():
    archive()
    engine = engines.for_connection(connection)
    before = engine.ids(0, 2**62)
    stray = engines.IndexRow(["stray"], [], [], [], [])
    for search_id in (1, before[2] + 7, 2**61):
        engine.put(search_id, stray)
    assert found("stray") != []
    rebuild(batch=2)
    assert found("stray") == []
    assert sorted(engine.ids(0, 2**62)) == sorted(before)


def test_a_stopped_rebuild_is_carried_on():
    archive()
    engines.for_connection(connection).clear()
    places = []

    def stop_at_the_second_batch_of_the_index(progress):
        places.append(progress)
        if [place.step for place in places].count("index") == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        rebuild(stop_at_the_second_batch_of_the_index, batch=2)
    assert len(engines.for_connection(connection).ids(0, 2**62)) == 4
    done = []
    rebuild(done.append, batch=2, resume=places[-1].resume)
    assert {progress.step for progress in done} == {"index"}
    assert len(engines.for_connection(connection).ids(0, 2**62)) == 7


def test_the_rows_of_an_empty_archive_are_none():
    assert rebuild() == 0


def test_the_number_of_queries_for_a_batch_grows_with_the_batch_alone(
    django_assert_max_num_queries,
):
    for n in range(12):
        make_published(f"Text {n}")
    with django_assert_max_num_queries(12 * 8 + 20):
        rebuild(batch=12)


@pytest.mark.parametrize("place", ["nowhere", "rows:", "rows:-1", "index:x", "rows:²"])
def test_a_place_to_resume_that_is_none_is_refused(place):
    with pytest.raises(ValueError, match="resume"):
        rebuild(resume=place)


def test_the_command_reports_and_shows_progress():
    archive()
    out, errors = StringIO(), StringIO()
    call_command("rebuild_search", "--json", stdout=out, stderr=errors)
    assert json.loads(out.getvalue()) == {"indexed": 7}
    assert "of 7 records indexed" in errors.getvalue()


def test_the_command_says_what_is_wrong_with_a_place():
    with pytest.raises(CommandError, match="does not say where to resume"):
        call_command("rebuild_search", "--resume", "somewhere")
