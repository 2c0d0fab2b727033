"""Misspelt words are put right, and nothing is offered that finds nothing public."""

import pytest

from diplomacy import publishing
from diplomacy.models import SearchWord
from diplomacy.search.params import SearchParams
from diplomacy.search.spelling import offers
from diplomacy.search.words import is_spelt, letters_of, put_words, sound_of
from tests import factories

pytestmark = pytest.mark.django_db


def offered(q: str, total: int = 0, **params) -> list[str]:
    return [offer.params.q for offer in offers(SearchParams(q=q, **params), total)]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("tunel", "tunnel"),
        ("tunenl", "tunnel"),
        ("Glaceir", "Glacier"),
        ("quraishi", "qureshi"),
        ("tunel -glaceir topic:none", "tunnel -glaceir topic:none"),
        ('"tunel under"', '"tunnel under"'),
        ("طالبن", "طالبان"),
        ("تالبان", "طالبان"),
    ],
)
def test_a_misspelt_word_is_put_right(typed, meant):
    factories.make_published("A tunnel under the glacier", "Qureshi and طالبان met, none came.")
    assert offered(typed)[:1] == [meant]


def test_several_words_are_put_right_at_once():
    factories.make_published("A tunnel under the glacier")
    assert offered("tunel glaceir") == ["tunnel glacier"]


@pytest.mark.parametrize("typed", ["", "xylophone", "tun", "河流", "tunnel ice", "1234", "tun*"])
def test_nothing_is_offered_for_what_is_like_nothing(typed):
    factories.make_published("A tunnel", "河口")
    assert offered(typed) == []


def test_a_rare_word_gives_way_to_one_that_is_far_more_common():
    factories.make_published("The glaceir")
    for _ in range(6):
        factories.make_published("The glacier")
    assert offered("glaceir", total=1) == ["glacier"]
    assert offered("glacier", total=6) == []


def test_what_is_offered_finds_something_with_all_else_or_in_the_whole_archive():
    factories.make_published("A tunnel", language="ur")
    (offer,) = offers(SearchParams(q="tunel", language=("ur",)), 0)
    assert (offer.params.q, offer.params.language, offer.total) == ("tunnel", ("ur",), 1)
    (offer,) = offers(SearchParams(q="tunel", language=("fr",)), 0)
    assert (offer.params.q, offer.params.language, offer.total) == ("tunnel", (), 1)


def test_words_of_what_is_not_listed_are_never_offered():
    secret = factories.make_document("The quillonberry")
    factories.make_published("Something else")
    assert offered("quilonberry") == []
    factories.publish(secret)
    assert offered("quilonberry") == ["quillonberry"]
    publishing.withdraw(secret, by=None, reason="Doubted.", keep_text=False)
    assert SearchWord.objects.filter(word="quillonberry").exists()
    assert offered("quilonberry") == offered("quilonberry OR else") == []


def test_words_of_names_in_other_scripts_are_offered_while_they_are_public():
    person, document = factories.make_person("Lin Shuya"), factories.make_document()
    person.names.create(form="گوادرخان", language="ur")
    factories.add_person(document, person)
    factories.publish(document)
    assert offered("گوادارخان") == ["گوادرخان"]
    publishing.remove(document, by=None, reason="An error.")
    assert offered("گوادارخان") == []


def test_the_number_of_queries_does_not_grow(django_assert_max_num_queries):
    for n in range(40):
        factories.make_published(f"tunnel{chr(97 + n % 26)}{chr(97 + n // 26)}")
    with django_assert_max_num_queries(60):
        offers(SearchParams(q="tunnelx tunnely tunnelz tunnelw tunnelv tunnelu"), 0)


@pytest.mark.parametrize(
    ("one", "other"),
    [("qureshi", "quraishi"), ("shehbaz", "shahbaz"), ("طالبان", "تالبان"), ("gwadar", "gawadar")],
)
def test_spellings_of_one_name_sound_alike(one, other):
    assert sound_of(one) == sound_of(other)


def test_swapped_letters_are_the_same_letters():
    assert letters_of("round") == letters_of("ruond") != letters_of("rounds")


def test_only_words_are_kept_and_each_once():
    put_words(["ferry", "ferry", "a", "2024", "河流会谈", "x" * 40, "گوادر"])
    put_words(["ferry"])
    assert set(SearchWord.objects.values_list("word", flat=True)) == {"ferry", "گوادر"}
    assert not is_spelt("fer")
