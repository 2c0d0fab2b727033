"""How dates and numbers are written in each language of the interface."""

from datetime import date

import pytest
from django.template.defaultfilters import filesizeformat
from django.utils import translation
from django.utils.formats import date_format, number_format


@pytest.mark.parametrize(
    ("language", "day", "number", "size"),
    [
        ("en", "15 May 2024", "1,234,567", "1.2 MB"),
        ("zh-hans", "2024年5月15日", "1,234,567", "1.2 MB"),
        ("ur", "15 مئی 2024", "1,234,567", "1.2 ایم بی"),
    ],
)
def test_dates_numbers_and_sizes_are_written_as_the_language_writes_them(
    language, day, number, size
):
    with translation.override(language):
        assert date_format(date(2024, 5, 15)) == day
        assert number_format(1234567, force_grouping=True) == number
        assert number_format(2024) == "2024"
        assert filesizeformat(1_258_291).replace("\xa0", " ") == size
