"""What is held and what is not, counted."""

import pytest

from diplomacy import publishing
from diplomacy.models import Outlet, Source
from diplomacy.reading.coverage import coverage
from tests import factories
from tests.reading.rounds import make_round, make_text


def counted(by: str) -> dict:
    """The numbers of one list by code, or by both codes where there are two."""
    rows = coverage().of(by)
    return {(row.code, row.also) if row.also else row.code: row.total for row in rows}


@pytest.mark.django_db
def test_an_empty_archive_counts_nothing():
    found = coverage()
    assert (found.records, found.first, found.last, found.outlets) == (0, None, None, 0)
    assert (found.tallies, found.series) == ([], [])


@pytest.mark.django_db
def test_only_what_is_listed_is_counted():
    factories.make_document()
    kept, removed = factories.make_published(), factories.make_published()
    publishing.withdraw(kept, by=None, reason="In doubt.", keep_text=True)
    assert coverage().records == 2
    publishing.remove(removed, by=None, reason="An error.")
    assert coverage().records == 1


@pytest.mark.django_db
def test_texts_are_counted_by_whose_words_and_by_what_is_held():
    factories.make_published(authority="press")
    make_text("not_held", authority="press")
    factories.make_published(authority="readout", held="paraphrase")
    assert counted("authority") == {"press": 2, "readout": 1}
    assert counted("held") == {"verbatim": 1, "paraphrase": 1, "not_held": 1}
    assert counted("authority_held")["press", "not_held"] == 1
    assert counted("display") == {
        ("verbatim", "full"): 1,
        ("paraphrase", "full"): 1,
        ("not_held", "metadata"): 1,
    }


@pytest.mark.django_db
def test_a_language_counts_all_ways_it_is_written():
    for code in ("zh-hans", "zh-hant-tw", "zh", "en"):
        factories.make_published(language=code)
    assert counted("language") == {
        "zh": 3,
        ("zh-hans", "zh"): 1,
        ("zh-hant-tw", "zh"): 1,
        "en": 1,
    }


@pytest.mark.django_db
def test_years_and_what_their_dates_rest_on():
    factories.make_published(date="2020-02-01")
    factories.make_published(date="2024")
    record = factories.make_document()
    record.dates.update(basis="inferred")
    factories.publish(record)
    undated = factories.make_dialogue(status="scheduled")
    undated.dates.all().delete()
    factories.publish(undated)
    this_year = str(undated.last_edition.at.year)
    assert counted("year") == {"2020": 1, "2024": 2, this_year: 1}
    assert counted("date_basis") == {"printed": 2, "inferred": 1, "undated": 1}
    found = coverage()
    assert (found.first.isoformat(), found.last.isoformat()) == ("2020-02-01", "2024-05-16")


@pytest.mark.django_db
def test_outlets_merged_into_one_are_counted_as_one():
    kept = Outlet.objects.create(slug="river-news", name="River News")
    other = Outlet.objects.create(slug="river-daily", name="River Daily")
    for outlets in ((kept,), (other,), (kept, other)):
        document = factories.make_document()
        for outlet in outlets:
            Source.objects.create(document=document, outlet=outlet)
        factories.publish(document)
    assert counted("outlet") == {"river-news": 2, "river-daily": 2}
    publishing.merge_authority(other, kept, by=None)
    assert counted("outlet") == {"river-news": 3}
    assert coverage().names == {"river-news": "River News"}


@pytest.mark.django_db
def test_the_number_of_queries_does_not_grow(django_assert_num_queries):
    def add(n):
        outlet = Outlet.objects.create(slug=f"outlet-{n}", name=f"Outlet {n}")
        meeting = make_round(factories.make_series(), 1, ("press", "verbatim", ""))
        document = factories.make_document(meeting=meeting)
        Source.objects.create(document=document, outlet=outlet)
        factories.publish(document)

    add(0)
    with django_assert_num_queries(10):
        coverage()
    for n in range(1, 4):
        add(n)
    with django_assert_num_queries(10):
        coverage()
