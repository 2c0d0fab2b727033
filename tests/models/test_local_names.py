"""Which of the names the archive knows a reader of another language is shown."""

import pytest

from diplomacy.models import Name, local_forms
from tests import factories

pytestmark = pytest.mark.django_db


def shown(subject, language: str) -> str | None:
    return local_forms([(subject.type, subject.pk)], language).get((subject.type, subject.pk))


def know(subject, form: str, language: str = "zh-hans", usage: str = "variant") -> None:
    Name.objects.create(subject=subject, form=form, language=language, usage=usage)


def test_the_first_form_in_the_readers_language_is_shown():
    person = factories.make_person()
    know(person, "لن شویا", "ur")
    know(person, "林书雅")
    know(person, "小林")
    assert shown(person, "zh-hans") == "林书雅"
    assert shown(person, "ur") == "لن شویا"


def test_the_form_marked_as_heading_goes_before_an_earlier_one():
    person = factories.make_person()
    know(person, "小林")
    know(person, "林书雅", usage="heading")
    assert shown(person, "zh-hans") == "林书雅"


@pytest.mark.parametrize("usage", ["misprint", "abbreviation", "disputed"])
def test_a_form_that_is_wrong_short_or_disputed_is_no_heading(usage):
    person = factories.make_person()
    know(person, "林树雅", usage=usage)
    assert shown(person, "zh-hans") is None


def test_chinese_of_no_stated_script_serves_where_there_is_no_other():
    person = factories.make_person()
    know(person, "林雅", "zh")
    know(person, "林樹雅", "zh-hant")
    assert shown(person, "zh-hans") == "林雅"
    know(person, "林书雅")
    assert shown(person, "zh-hans") == "林书雅"


def test_names_of_many_types_take_one_query_and_english_none(django_assert_num_queries):
    subjects = [factories.make_person(), factories.make_topic(), factories.make_series()]
    for subject in subjects:
        know(subject, f"名{subject.slug}")
    keys = [(subject.type, subject.pk) for subject in subjects]
    with django_assert_num_queries(1):
        assert set(local_forms(keys, "zh-hans")) == set(keys)
    with django_assert_num_queries(0):
        assert local_forms(keys, "en") == local_forms([], "ur") == {}
