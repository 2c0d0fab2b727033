"""Resolving, when read, what changes without a text changing: current names, other records.

Content holds permanent ids and names as printed. Here they meet what is public now: a
reference to a record that is not listed is dropped, never shown.
"""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from diplomacy import kinds
from diplomacy.models import AUTHORITY_MODELS, Mention, PublicRecord
from diplomacy.vocabulary import Link

from . import files, named
from .references import names_in, uids_in

ABOUT, EVIDENCE = "dialogue", "evidence"
"""Roles of a mention of a record: a document about a meeting; evidence of a commitment."""


class NameLink(NamedTuple):
    """An authority record as it is called now.

    ``url`` is "" where no listed record names it any more: its page is not public then.
    ``family`` and ``given`` are those of a person, where they are known.
    """

    type: str
    slug: str
    name: str
    url: str
    family: str = ""
    given: str = ""
    local: str = ""
    """Its name in the reader's language, where that was asked for and is known."""


class Links:
    """Everything that some contents point to, and what points at them.

    Made by ``for_contents`` in a number of queries that does not depend on how many contents
    there are; every method after that is without queries.
    """

    def __init__(self):
        self._records: dict[str, PublicRecord] = {}
        self._names: dict[tuple[str, str], NameLink] = {}
        self._files: dict[str, str] = {}
        self._pointing: dict[str, list[tuple[str, PublicRecord]]] = defaultdict(list)
        self._versions: dict[str, list[PublicRecord]] = defaultdict(list)

    @classmethod
    def for_contents(
        cls,
        contents: Iterable[dict],
        *,
        reverse: bool = True,
        are_current: bool = False,
        language: str = "en",
    ) -> "Links":
        """Resolve ``contents``; with ``reverse`` also what points at them.

        ``language`` is the reader's: names known in it are told too (one more query, but for
        English).

        ``are_current`` spares a query where all of them are what listed records say now, so
        that whatever they name is public.
        """
        contents = list(contents)
        links = cls()
        links._load_records({uid for content in contents for uid in uids_in(content)})
        links._load_names({name for content in contents for name in names_in(content)}, language)
        if not are_current:
            links._unlink_unnamed()
        links._load_files(files.names_in(contents))
        if reverse:
            links._load_pointing(contents)
            links._load_versions(contents)
        return links

    @classmethod
    def for_references(cls, contents: Iterable[dict]) -> "Links":
        """Resolve only the records that ``contents`` refer to, as ``visible`` needs: one query."""
        links = cls()
        links._load_records({uid for content in contents for uid in uids_in(content)})
        return links

    def record(self, uid: str | None) -> PublicRecord | None:
        """The record referred to, if the public may read it."""
        return self._records.get(uid)

    def name(self, type: str, slug: str | None) -> NameLink | None:
        """The authority record a slug stands for now (itself, or what it is merged into)."""
        return self._names.get((type, slug))

    def file(self, name: str) -> str | None:
        """Where a picture or file is read; None for one that no public record shows now."""
        return self._files.get(name)

    def incoming(self, uid: str) -> list[tuple[str, PublicRecord]]:
        """``(relation type, record)`` of records that relate to this one."""
        return [(role, row) for role, row in self._pointing[uid] if role in Link.values]

    def accounts(self, content: dict) -> list[PublicRecord]:
        """Other documents about the same meeting, nearest to its words first.

        For the content of a meeting: all documents about it.
        """
        meeting = content["uid"] if content["type"] == "dialogue" else content.get("dialogue")
        if meeting not in self._records and content["type"] != "dialogue":
            return []
        rows = [row for role, row in self._pointing[meeting] if role == ABOUT]
        return sorted((row for row in rows if row.uid != content["uid"]), key=_nearness)

    def commitments(self, uid: str) -> list[PublicRecord]:
        """Commitments for which this record is evidence."""
        rows = {row.pk: row for role, row in self._pointing[uid] if role == EVIDENCE}
        return list(rows.values())

    def versions(self, content: dict) -> list[PublicRecord]:
        """Other language versions of the same work."""
        code = (content.get("work") or {}).get("code")
        return [row for row in self._versions[code] if row.uid != content["uid"]]

    def visible(self, content: dict) -> dict:
        """``content`` without references to records the public may not read."""
        shown = content | {
            "relations": [row for row in content.get("relations", []) if self.record(row["uid"])]
        }
        if content.get("dialogue"):
            shown["dialogue"] = self._shown_uid(content["dialogue"])
        if "mentions" in content:
            shown["mentions"] = [self._visible_mention(row) for row in content["mentions"]]
        return shown

    def as_json(self, content: dict) -> dict:
        """The ``links`` object of the API: records and names by id, and what points here."""
        return {
            "records": {
                uid: record_json(row) for uid in uids_in(content) if (row := self.record(uid))
            },
            "names": self._names_json(content),
            "files": {name: self._files[name] for name in sorted(self._shown_files(content))},
            "accounts": [record_json(row) for row in self.accounts(content)],
            "versions": [record_json(row) for row in self.versions(content)],
            "commitments": [record_json(row) for row in self.commitments(content["uid"])],
            "incoming": [
                {"type": role, **record_json(row)} for role, row in self.incoming(content["uid"])
            ],
        }

    def _names_json(self, content: dict) -> dict:
        found = defaultdict(dict)
        for type, slug in sorted(names_in(content)):
            if link := self.name(type, slug):
                found[type][slug] = {"slug": link.slug, "name": link.name, "url": link.url or None}
        return dict(found)

    def _shown_files(self, content: dict) -> set[str]:
        return files.names_in([content]) & self._files.keys()

    def _shown_uid(self, uid: str | None) -> str | None:
        return uid if self.record(uid) else None

    def _visible_mention(self, row: dict) -> dict:
        return row | {field: self._shown_uid(row[field]) for field in ("dialogue", "document")}

    def _load_records(self, uids: set[str]) -> None:
        rows = PublicRecord.objects.listed().filter(uid__in=uids)
        self._records = {row.uid: row for row in rows}

    def _load_names(self, names: set[tuple[str, str]], language: str) -> None:
        slugs = defaultdict(set)
        for type, slug in names:
            slugs[type].add(slug)
        found = {
            (type, slug): row
            for type, wanted in slugs.items()
            for slug, row in named.current_authorities(type, wanted).items()
        }
        named.localised(found.values(), language)
        for key, row in found.items():
            parts = (getattr(row, part, "") for part in ("family", "given"))
            url = row.get_absolute_url()
            self._names[key] = NameLink(
                row.type, row.slug, row.heading, url, *parts, row.local_name
            )

    def _unlink_unnamed(self) -> None:
        """Take the address of every name that no listed record names now.

        One query; one more for each type that has such a name, since merging may have made it
        public under another.
        """
        for type, slugs in named.unmentioned(self._names).items():
            wanted = {self._names[type, slug].slug for slug in slugs}
            rows = named.public(AUTHORITY_MODELS[type]).filter(slug__in=wanted)
            public = set(rows.values_list("slug", flat=True))
            for slug in slugs:
                link = self._names[type, slug]
                if link.slug not in public:
                    self._names[type, slug] = link._replace(url="")

    def _load_files(self, names: set[str]) -> None:
        shown = files.public_parts(names) if names else ()
        self._files = {name: files.address_of(name) for name in shown}

    def _load_pointing(self, contents: list[dict]) -> None:
        uids = {content["uid"] for content in contents}
        uids |= {content["dialogue"] for content in contents if content.get("dialogue")}
        rows = PublicRecord.objects.listed().filter(
            mentions__type="record", mentions__slug__in=uids
        )
        by_pk = {row.pk: row for row in rows.distinct()}
        mentions = Mention.objects.filter(type="record", slug__in=uids, record__in=by_pk)
        for pk, uid, role in mentions.order_by("-record__search_id").values_list(
            "record", "slug", "role"
        ):
            self._pointing[uid].append((role, by_pk[pk]))

    def _load_versions(self, contents: list[dict]) -> None:
        codes = {content["work"]["code"] for content in contents if content.get("work")}
        rows = PublicRecord.objects.listed().filter(work_code__in=codes - {""})
        for row in rows.order_by("language", "uid"):
            self._versions[row.work_code].append(row)


def record_json(row: PublicRecord) -> dict:
    """A record in a few words: what a link to it needs."""
    return {
        "uid": row.uid,
        "type": row.type,
        "kind": row.kind,
        "authority": row.authority,
        "language": row.language,
        "title": row.title,
        "date": row.date_value,
        "url": row.get_absolute_url(),
    }


def _nearness(row: PublicRecord) -> tuple:
    return (kinds.rank_of(row.authority), row.sort_date, row.uid)
