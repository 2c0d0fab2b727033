"""Full addresses of pages, as they are read elsewhere: in feeds, letters, files and programs."""

from django.conf import settings
from django.urls import reverse


def absolute(path: str) -> str:
    """The full address of a path of this archive."""
    return settings.BASE_URL + path


def page_address(name: str, **where) -> str:
    """The full address of the page of that name, in the language that is active."""
    return absolute(reverse(name, kwargs=where or None))
