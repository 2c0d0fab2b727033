"""The pictures on pages: what can be read without seeing them, and what they cost."""

import re

import pytest
from django.template.loader import render_to_string
from django.urls import reverse

from diplomacy.models import Clause, Office, Tenure
from diplomacy.site.views.home import running_series
from tests import factories as make
from tests.site.test_authorities import count_queries, text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def series():
    series = make.make_series("River Commission", slug="rivers")
    for slug, name in (("cn", "China"), ("pk", "Pakistan")):
        series.parties.add(make.make_country(slug, name))
    return series


def hold(series, ordinal, date, **fields):
    meeting = make.make_dialogue(
        f"Round {ordinal}", series=series, ordinal=ordinal, date=date, **fields
    )
    for slug, name in (("cn", "China"), ("pk", "Pakistan")):
        meeting.country_roles.create(country=make.make_country(slug, name))
    make.publish(meeting)
    return meeting


def tell(meeting, topic=None, **fields):
    """A published text about a meeting, with a confirmed clause on the topic, if any."""
    document = make.make_document(meeting=meeting, date="2024-05-16", **fields)
    if topic:
        paragraph = document.paragraphs.first()
        clause = Clause.objects.create(
            document=document, text="A rail link", act="commit", paragraph=paragraph
        )
        clause.topic_labels.create(topic=topic)
        clause.confirmed_at = paragraph.document.created_at
        clause.save()
        make.add_topic(document, topic)
    make.publish(document)
    return document


def pictures(page: str) -> list[str]:
    return re.findall(r"<svg\b[^>]*>", page)


def assert_readable(page: str) -> None:
    """Every picture has a name or is hidden, and nothing carries a style of its own."""
    drawn = [tag for tag in pictures(page) if 'class="chart__at"' not in tag]
    assert drawn
    for tag in drawn:
        assert "aria-label=" in tag or 'aria-hidden="true"' in tag, tag
    assert " style=" not in page
    for link in re.findall(r"<svg.*?</svg>", page):
        for anchor in re.findall(r"<a\b[^>]*>", link):
            assert "aria-label=" in anchor or "acts__clause" in anchor


def test_a_series_tells_its_rounds_gaps_and_voices_also_without_the_picture(client, series):
    first = hold(series, 2, "2019-03-19")
    hold(series, 5, "2021-07")
    hold(series, 6, "2030-01-01", status="scheduled")
    tell(first, authority="readout", side=make.make_country("cn", "China"))
    page = text_of(client.get(series.get_absolute_url()))
    assert_readable(page)
    assert 'aria-label="Round 2, 19 March 2019"' in page
    assert 'aria-label="Round 6, 1 January 2030, Announced or scheduled"' in page
    assert "Number 3–4: nothing held by this archive" in page
    assert "Number 1: nothing held by this archive" in page
    assert "s read-out: <bdi>Pakistan</bdi>" in page
    assert "Next announced:" in page
    assert page.count("Nothing held by this archive. That is not to say") == 2


def test_only_what_comes_after_the_last_meeting_is_announced_next(client, series):
    hold(series, 1, "2019-03-19", status="scheduled")
    hold(series, 2, "2020-03-19")
    page = text_of(client.get(series.get_absolute_url()))
    assert "Next announced:" not in page


def test_a_series_without_a_date_has_its_list_alone(client, series):
    meeting = make.make_dialogue("To come", series=series, ordinal=1, status="scheduled")
    meeting.dates.all().delete()
    make.publish(meeting)
    page = text_of(client.get(series.get_absolute_url()))
    assert "To come" in page
    assert "The series through the years" not in page


def test_a_person_has_offices_and_appearances_by_part(client):
    person = make.make_person("Lin Shuya")
    office = Office.objects.create(slug="warden", label="Warden of the Ford")
    Tenure.objects.create(person=person, office=office, start="2019", end="2021-05-05")
    for number, role in enumerate(("speaker", "chair", "mentioned")):
        document = make.make_document(f"Text {number}", date=f"202{number}-05-05")
        make.add_person(document, person, role)
        make.publish(document)
    page = text_of(client.get(person.get_absolute_url()))
    assert_readable(page)
    assert "chart__bar--perhaps" in page
    assert 'aria-label="from 2019 to 5 May 2021"' in page
    for part in ("Chair", "Speaker", "Mentioned"):
        assert f'<span class="chart__label">{part} <span class="count">1</span>' in page


def test_a_person_met_counterparts_with_links_to_the_meetings(client, series):
    one = make.make_person("Lin Shuya", country=make.make_country("cn", "China"))
    other = make.make_person("Omar Zaid", country=make.make_country("pk", "Pakistan"))
    for ordinal, year in enumerate((2019, 2026), start=1):
        meeting = make.make_dialogue(f"Round {ordinal}", series=series, date=f"{year}-01-01")
        for country in (one.country, other.country):
            meeting.country_roles.create(country=country)
        for person in (one, other):
            make.add_person(meeting, person, "chair")
        make.publish(meeting)
    page = text_of(client.get(one.get_absolute_url()))
    met = page.partition('id="met"')[2]
    assert f'href="{other.get_absolute_url()}"' in met
    assert "2 meetings, 2019–2026" in met
    assert "Round 1" in met


def test_a_topic_is_counted_by_year_and_voice_and_each_number_leads_to_its_texts(client):
    topic = make.make_topic(slug="rail")
    side = make.make_country("cn", "China")
    for date, fields in (
        ("2020-01-01", {"authority": "joint_verbatim"}),
        ("2023-01-01", {"authority": "readout", "side": side}),
        ("2023-02-02", {"authority": "readout_report", "side": side}),
        ("2023-03-03", {"authority": "press"}),
    ):
        document = make.make_document(date=date, **fields)
        make.add_topic(document, topic)
        make.publish(document)
    page = client.get(topic.get_absolute_url())
    assert_readable(text_of(page))
    rows = page.context["picture"]["rows"]
    assert [(row["total"], [(c["year"], c["total"]) for c in row["cells"]]) for row in rows] == [
        (1, [("2020", 1)]),
        (2, [("2023", 2)]),
        (1, [("2023", 1)]),
    ]
    for row in rows:
        for cell in row["cells"]:
            found = client.get(f"{reverse('archive')}?{cell['query']}")
            assert found.context["results"].total == cell["total"]


def test_acts_lead_to_their_clause_and_emptiness_says_why(client, series):
    topic = make.make_topic(slug="rail")
    rounds = [hold(series, n, f"202{n}-01-01") for n in range(1, 5)]
    document = tell(rounds[0], topic, authority="joint_verbatim")
    tell(rounds[1], authority="joint_verbatim")
    tell(rounds[2], make.make_topic(slug="ferries"), authority="press", held="paraphrase")
    page = text_of(client.get(topic.get_absolute_url()))
    assert_readable(page)
    clause = document.clauses.get()
    assert f"{document.public.get_absolute_url()}#{clause.key}" in page
    cells = re.findall(r'<span class="acts__none">([^<]*)</span>', page)
    assert cells == ["not read", "not in what was read", "not held"]
    assert re.findall(r"acts__read--(\w+)", page) == ["in_full", "not_read", "in_part", "not_held"]


def test_what_a_joint_text_read_in_full_does_not_do_is_absent(client, series):
    topic = make.make_topic(slug="rail")
    tell(hold(series, 1, "2021-01-01"), topic, authority="joint_verbatim")
    tell(hold(series, 2, "2022-01-01"), make.make_topic(slug="b"), authority="joint_verbatim")
    page = text_of(client.get(topic.get_absolute_url()))
    assert re.findall(r'<span class="acts__none">([^<]*)</span>', page) == ["absent"]


def test_each_year_of_the_timeline_is_a_column_and_a_line_of_a_list(client):
    for year in (1951, 2023, 2024, 2024):
        make.make_published(date=f"{year}-05-05")
    page = text_of(client.get("/timeline/"))
    assert_readable(page)
    assert 'aria-label="2024: 2 records"' in page
    assert 'aria-label="1951: 1 record"' in page
    assert page.count('href="?year=1951"') == 2


def test_the_running_series_share_one_line_of_recent_time(series):
    hold(series, 1, "1999-01-01")
    last = hold(series, 2, "2024-01-01")
    other = make.make_series("Ford Commission", slug="fords")
    hold(other, 1, "2023-01-01")
    rows = running_series()
    assert {row["strip"].axis for row in rows} == {rows[0]["strip"].axis}
    drawn = {row["series"].slug: [m.subject.ordinal for m in row["strip"].marks] for row in rows}
    assert drawn == {"rivers": [2], "fords": [1]}
    page = render_to_string("charts/running_series.html", {"series": rows})
    assert f'href="{last.public.get_absolute_url()}"' in page
    assert_readable(" ".join(page.split()))


def test_the_list_of_series_draws_each_on_the_same_line(client, series):
    hold(series, 1, "2019-03-19")
    hold(series, 2, "2020-02-02", status="postponed")
    page = text_of(client.get(reverse("series-list")))
    assert_readable(page)
    assert 'aria-label="River Commission: 2 meetings"' in page


def test_pictures_cost_the_same_for_few_rows_and_many(client, series):
    topic, person = (
        make.make_topic(slug="rail"),
        make.make_person("Lin Shuya", country=make.make_country()),
    )
    office = Office.objects.create(slug="warden", label="Warden of the Ford")

    def grow(numbers):
        for number in numbers:
            year = 2000 + number
            meeting = make.make_dialogue(
                f"R{number}", series=series, ordinal=number, date=f"{year}-01-01"
            )
            other = make.make_person(f"Omar {number}", country=make.make_country("pk", "Pakistan"))
            for country in (person.country, other.country):
                meeting.country_roles.create(country=country)
            for each in (person, other):
                make.add_person(meeting, each, "chair")
            make.publish(meeting)
            tell(meeting, topic, authority="readout", side=person.country)
            Tenure.objects.create(
                person=person, office=office, start=f"{year}-01-01", end=f"{year}-02-01"
            )

    addresses = [
        series.get_absolute_url(),
        reverse("series-list"),
        person.get_absolute_url(),
        topic.get_absolute_url(),
        "/timeline/",
        "/",
    ]
    grow([1])
    few = [count_queries(client, url) for url in addresses]
    grow(range(2, 9))
    assert [count_queries(client, url) for url in addresses] == few
