"""What stands between words on pages in each language, and words with two meanings."""

import pytest
from django.utils.translation import override

from diplomacy.site.templatetags.archive import colon, comma, name_comma, words


@pytest.mark.parametrize(
    ("language", "joined"),
    [("en", ", |, |: "), ("zh-hans", "、|，|："), ("ur", "، |، |: ")],
)
def test_what_stands_between_words_is_that_of_the_language(language, joined):
    with override(language):
        assert "|".join([name_comma(), comma(), colon()]) == joined


@pytest.mark.parametrize(("language", "said"), [("zh-hans", "已举行"), ("ur", "منعقد")])
def test_a_meeting_that_was_held_is_not_a_text_that_is_held(language, said):
    with override(language):
        assert words("held", "meeting_status") == said
