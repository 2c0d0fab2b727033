"""Authority records as lines name them: found by code or by any known form, else made."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

from django.utils.text import slugify

from diplomacy.models import AUTHORITY_MODELS, AuthorityRecord, Country, Outlet
from diplomacy.text.normalise import fold_name

from .reading import LineError

KEPT = 10_000
"""How many records are kept in memory by code; beyond it the oldest are asked for again."""


def name_slug(name: str, type: str) -> str:
    """A code for `name`: its Latin letters, or where it has none a short hash of it."""
    return slugify(name)[:90] or f"{type}-{hashlib.sha256(name.encode()).hexdigest()[:8]}"


class Directory:
    """A memory of authority records for the length of one import.

    Names are compared folded (case, accents, kinds of space, letters that look alike). The
    index of names of a type is read when a line first gives a bare name of that type; it grows
    with the number of names known, not with the file.
    """

    def __init__(self):
        self._records: dict[tuple[str, str], AuthorityRecord] = {}
        self._forms: dict[str, dict[str, dict[str, bool]]] = {}
        self._made: list[AuthorityRecord] = []
        self._depth = 0

    def find(self, type: str, entry) -> AuthorityRecord | None:
        """The record that `entry` names: bare words, or an object with ``slug`` or a name.

        Bare words may be a slug or any known form of name. Where there is no such record it is
        made. None when `entry` is empty.
        """
        if not entry:
            return None
        if isinstance(entry, str):
            return self.by_name(type, entry) or self._make(type, entry)
        name = entry.get("name") or entry.get("label") or entry.get("title") or ""
        if slug := entry.get("slug"):
            return self.by_slug(type, slug) or self._make(type, name or slug, slug)
        return self.by_name(type, name) or self._make(type, name)

    def coded(self, type: str, code: str | None) -> AuthorityRecord | None:
        """The record with this slug or, failing that, the one `find` finds."""
        return (self.by_slug(type, code) or self.find(type, code)) if code else None

    def by_slug(self, type: str, slug: str) -> AuthorityRecord | None:
        """The record with this code, or None."""
        key = (type, slug)
        if key not in self._records:
            self._keep(type, AUTHORITY_MODELS[type].objects.filter(slug=slug).first())
        return self._records.get(key)

    def by_name(self, type: str, name: str) -> AuthorityRecord | None:
        """The record known by this name; refuses a name that two records share."""
        if not name.strip():
            raise LineError(f"a {type} has neither a name nor a slug")
        known = self._index(type).get(fold_name(name).strip(), {})
        if name in known:
            return self.by_slug(type, name)
        slugs = [slug for slug, is_heading in known.items() if is_heading] or list(known)
        if len(slugs) > 1:
            raise LineError(f"“{name}” may be {' or '.join(sorted(slugs))}: give the slug")
        return self.by_slug(type, slugs[0]) if slugs else None

    def outlet_of(self, url: str) -> AuthorityRecord:
        """The outlet whose web address `url` is; made, under the host's name, if unknown."""
        host = urlsplit(url).hostname or ""
        host = host.removeprefix("www.")
        if not host:
            raise LineError(f"“{url[:80]}” is not a web address")
        hosts = self._index("host")
        if host in hosts:
            return self.by_slug("outlet", next(iter(hosts[host])))
        hosts[host] = {name_slug(host.replace(".", "-"), "outlet"): True}
        return self.find("outlet", {"slug": next(iter(hosts[host])), "name": host})

    def changed(self, record: AuthorityRecord) -> None:
        """Take note that a record was made or changed outside."""
        self._made.append(record)
        self._keep(record.type, record)
        self._forms.pop(record.type, None)
        self._forms.pop("host", None)

    @contextmanager
    def attempt(self) -> Iterator[None]:
        """Around the writing of one line: if that fails, what it made is forgotten too.

        One may stand inside another; what was made counts once the outermost is done.
        """
        mark = len(self._made)
        self._depth += 1
        try:
            yield
        except BaseException:
            self._forget(self._made[mark:])
            del self._made[mark:]
            raise
        finally:
            self._depth -= 1
        if self._depth == 0:
            self._made.clear()

    def _forget(self, records: list[AuthorityRecord]) -> None:
        for record in records:
            self._records.pop((record.type, record.slug), None)
            self._forms.pop(record.type, None)
            self._forms.pop("host", None)

    def _keep(self, type: str, record: AuthorityRecord | None) -> None:
        if record is None:
            return
        if len(self._records) >= KEPT:
            self._records.pop(next(iter(self._records)))
        self._records[(type, record.slug)] = record

    def _make(self, type: str, name: str, slug: str = "") -> AuthorityRecord:
        model = AUTHORITY_MODELS[type]
        longest = model._meta.get_field(model.label_field).max_length
        if len(name) > longest:
            raise LineError(f"the name “{name[:40]}…” of a {type} is longer than {longest}")
        slug = slug or self._free_slug(type, name)
        record = model.objects.create(slug=slug, **{model.label_field: name})
        self._made.append(record)
        self._keep(type, record)
        if type in self._forms:
            self._forms[type].setdefault(fold_name(name), {})[slug] = True
        return record

    def _free_slug(self, type: str, name: str) -> str:
        wanted = slug = name_slug(name, type)
        number = 1
        while self.by_slug(type, slug):
            number += 1
            slug = f"{wanted}-{number}"
        return slug

    def _index(self, type: str) -> dict[str, dict[str, bool]]:
        """Folded form → slug → whether the form is that record's own heading."""
        if type not in self._forms:
            self._forms[type] = _hosts() if type == "host" else _forms(type)
        return self._forms[type]


def _forms(type: str) -> dict[str, dict[str, bool]]:
    index: dict[str, dict[str, bool]] = {}
    records = AUTHORITY_MODELS[type].objects.prefetch_related("names").order_by("pk")
    for record in records.iterator(chunk_size=1000):
        slug = record.root().slug
        for form in _all_forms(record):
            slugs = index.setdefault(fold_name(form).strip(), {})
            slugs[slug] = slugs.get(slug, False) or form == record.heading
    return index


def _all_forms(record: AuthorityRecord) -> list[str]:
    codes = [record.iso3] if isinstance(record, Country) and record.iso3 else []
    return [form for form, _language, _is_wrong in record.known_forms()] + [record.slug, *codes]


def _hosts() -> dict[str, dict[str, bool]]:
    outlets = Outlet.objects.standing().exclude(web_hosts="").order_by("pk")
    return {
        host.strip().removeprefix("www."): {outlet.slug: True}
        for outlet in outlets.iterator(chunk_size=1000)
        for host in outlet.web_hosts.split()
    }
