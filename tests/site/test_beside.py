"""Two language versions of one text side by side."""

import re

import pytest

from diplomacy import publishing
from diplomacy.models import Work
from tests import factories as make

pytestmark = pytest.mark.django_db
ENGLISH = ("The sides met at the river. " * 12, "They spoke of rail. " * 20, "They parted. " * 9)
CHINESE = ("双方在河边会晤。" * 14, "双方就此告别。" * 6)


@pytest.fixture
def work():
    return Work.objects.create(code="river-text")


def version(work, title: str, *texts: str, standing: str = "authentic", **fields):
    document = make.make_document(title, *texts, work=work, standing=standing, **fields)
    make.publish(document)
    return document


@pytest.fixture
def english(work):
    return version(work, "River text", *ENGLISH, kind="joint_statement", authority="joint_verbatim")


@pytest.fixture
def chinese(work):
    return version(work, "河流文本", *CHINESE, language="zh-hans", standing="official_translation")


def address(one, other, end: str = "") -> str:
    return f"/records/{one.uid}/{one.slug}/beside/{other.uid}/{end}"


def page(client, url: str) -> str:
    answer = client.get(url)
    assert answer.status_code == 200
    return answer.content.decode()


def rows(text: str) -> list[list[list[str]]]:
    """For each row of the table the numbers of the paragraphs in its two cells."""
    found = re.findall(r"<tr>(.*?)</tr>", text.partition("<tbody>")[2], re.S)
    number = re.compile(r'class="beside__number".*?<bdi>(.*?)</bdi>', re.S)
    return [[number.findall(cell) for cell in re.split("</td>", row)[:2]] for row in found]


def test_paragraphs_stand_beside_what_says_the_same_and_a_gap_is_told(client, english, chinese):
    text = page(client, address(english, chinese))
    assert rows(text) == [[["1"], ["1"]], [["2"], []], [["3"], ["2"]]]
    assert text.count("No counterpart in this version.") == 1
    assert "no editor has confirmed it" in text


def test_each_version_says_its_language_standing_authority_and_what_is_held(
    client, english, chinese
):
    text = page(client, address(english, chinese))
    for words in (
        "Authentic text",
        "Official translation",
        "Joint text",
        "Press account",
        "Full text, word for word",
        "Chinese (simplified)",
    ):
        assert words in text
    assert '<div class="beside__paragraph" lang="zh-hans" dir="ltr">' in text
    key = chinese.paragraphs.first().key
    assert f'href="{chinese.public.get_absolute_url()}#{key}"' in text


def test_printed_numbers_pair_what_is_only_an_extract(client, work):
    one = version(work, "Whole", "First part.", "Second part.", "Third part.")
    other = version(work, "Part", "Erster Teil.", "Dritter Teil.", held="excerpt", language="fr")
    for document, numbers in [(one, "I II III"), (other, "I III")]:
        for paragraph, number in zip(document.paragraphs.all(), numbers.split(), strict=True):
            paragraph.number = number
            paragraph.save()
        make.publish(document, change="typographical")
    text = page(client, address(one, other))
    assert rows(text) == [[["I"], ["I"]], [["II"], []], [["III"], ["III"]]]
    assert "Nothing with this number is shown of this version." in text
    assert "No counterpart" not in text
    assert "An excerpt: not the whole text." in text


def test_a_paraphrase_is_set_beside_but_not_paired(client, work, english):
    other = version(work, "Retold", "We say what it says.", "And more.", held="paraphrase")
    text = page(client, address(english, other))
    assert rows(text) == [[["1", "2", "3"], ["1", "2"]]]
    assert "The paragraphs are not paired" in text
    assert "not the wording of the text" in text
    assert "No counterpart" not in text


def test_a_text_that_may_not_be_shown_shows_nothing_here_either(client, work, english):
    hidden = version(work, "Withheld", "Secret words.", display="metadata")
    text = page(client, address(english, hidden))
    assert "Secret words" not in text
    assert "No words of this version are shown." in text


def test_what_is_no_other_version_is_not_found(client, work, english, chinese):
    stranger = make.make_published("Of another work")
    draft = make.make_document("Not yet", work=work)
    for other in (stranger, draft, english):
        assert client.get(address(english, other)).status_code == 404
    assert (
        client.get(address(english, chinese).replace(chinese.uid, "zzzzzzzzzz")).status_code == 404
    )
    make.publish(draft)
    assert client.get(address(english, draft)).status_code == 200


def test_a_version_that_was_removed_says_so_at_either_place(client, english, chinese):
    publishing.remove(chinese, by=None, reason="At the wish of its author.")
    for url in (address(english, chinese), address(chinese, english)):
        answer = client.get(url)
        assert answer.status_code == 410
        assert "At the wish of its author." in answer.content.decode()


def test_a_merged_version_and_an_old_address_lead_on(client, work, english, chinese):
    better = version(work, "河流文本全文", *CHINESE, language="zh-hans")
    publishing.merge(chinese, better, by=None, reason="The same.")
    answer = client.get(address(english, chinese))
    assert (answer.status_code, answer.headers["Location"]) == (301, address(english, better))
    wrong = address(english, better).replace(english.slug, "old")
    assert client.get(wrong).headers["Location"] == address(english, better)


def test_a_withdrawn_version_carries_its_banner(client, english, chinese):
    publishing.withdraw(chinese, by=None, reason="A wrong copy.", keep_text=True)
    text = page(client, address(english, chinese))
    assert "This record has been withdrawn." in text
    assert "A wrong copy." in text


def test_a_record_leads_to_its_other_versions_side_by_side(client, work, english, chinese):
    assert address(english, chinese) in page(client, english.public.get_absolute_url())
    urdu = version(work, "دریا کا متن", "دونوں فریق ملے۔", language="ur")
    text = page(client, address(english, chinese))
    assert address(english, urdu) in text
    assert address(chinese, english) in text


def test_queries_do_not_grow_with_paragraphs_or_versions(
    client, work, english, chinese, django_assert_num_queries
):
    few = 4
    with django_assert_num_queries(few):
        client.get(address(english, chinese))
    for number in range(4):
        version(work, f"Another {number}", *ENGLISH * 3)
    many = version(work, "Many", *ENGLISH * 10)
    with django_assert_num_queries(few):
        client.get(address(many, chinese))
