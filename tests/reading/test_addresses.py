"""Full addresses of pages."""

from django.utils import translation

from diplomacy.reading.addresses import absolute, page_address


def test_an_address_is_told_with_the_archives_own_name(settings):
    settings.BASE_URL = "https://archive.example.org"
    assert absolute("/files/1/scan.pdf") == "https://archive.example.org/files/1/scan.pdf"
    assert page_address("record-short", uid="k3v9x") == "https://archive.example.org/records/k3v9x/"


def test_the_address_of_a_page_is_that_in_the_language_that_is_active(settings):
    settings.BASE_URL = "https://archive.example.org"
    with translation.override("ur"):
        assert page_address("archive") == "https://archive.example.org/ur/archive/"
    with translation.override("en"):
        assert page_address("archive") == "https://archive.example.org/archive/"
