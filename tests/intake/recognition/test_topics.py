from diplomacy.intake.recognition.topics import find_topics, topics_of
from tests.intake.known_names import KNOWN


def test_keywords_suggest_topics_and_the_most_frequent_comes_first():
    text = ["The corridor is called CPEC.", "CPEC helps farms and agricultural schools."]
    assert [guess.value.slug for guess in find_topics(text, KNOWN)] == ["cpec", "agriculture"]


def test_a_keyword_fits_in_the_plural_but_not_inside_a_word():
    assert topics_of("two anniversaries", KNOWN) == ("anniversary",)
    assert topics_of("Taiwanese", KNOWN) == ()


def test_keywords_fit_across_scripts():
    assert topics_of("中巴經濟走廊", KNOWN) == ("cpec",)
    assert topics_of("زراعت اور سی پیک", KNOWN) == ("agriculture", "cpec")


def test_a_topic_without_keywords_is_suggested_by_its_name():
    assert topics_of("on deep-sea shipping lanes", KNOWN) == ("unset",)


def test_nothing_is_suggested_where_no_word_stands():
    assert find_topics(["They spoke of boats."], KNOWN) == []
