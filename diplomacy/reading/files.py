"""Which stored files the public may read: those that the last edition of a listed record names."""

from collections import defaultdict
from collections.abc import Iterable

from django.urls import reverse

from diplomacy.models import Mention, PublicRecord
from diplomacy.search.derived import FILE


def public_parts(names: Iterable[str]) -> dict[str, set[str]]:
    """What each of the stored ``names`` is in what is public (``figure``, ``attachment``).

    One query. A file that no listed record names is left out.
    """
    found = defaultdict(set)
    named = Mention.objects.filter(type=FILE, slug__in=names)
    named = named.filter(record__in=PublicRecord.objects.listed())
    for name, part in named.values_list("slug", "role"):
        found[name].add(part)
    return dict(found)


def names_in(contents: Iterable[dict]) -> set[str]:
    """Stored names of all pictures and files of some contents."""
    return {
        row["file"]
        for content in contents
        for key in ("figures", "attachments")
        for row in content.get(key, [])
    }


def address_of(name: str) -> str:
    """Where a public file is read, in every language."""
    return reverse("file", kwargs={"name": name})
