"""What a reader has chosen for a briefing pack. The address holds all of it; nothing is stored."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import QueryDict
from django.utils.translation import gettext as _

from diplomacy.models import PublicRecord
from diplomacy.vocabulary import LISTED, Standing

from .book import Missing

MOST = 50
"""Records of one pack."""
LONGEST_TITLE = 200
LONGEST_NAMED = 60
"""Characters shown of what is no uid."""
UID = re.compile(r"[A-Za-z0-9_-]{1,20}", re.ASCII)
IN_ADDRESS = re.compile(r"/records/([A-Za-z0-9_-]{1,20})(?=/|\?|#|$)", re.ASCII)
MERGES = 5
"""How far a chain of merged records is followed."""


@dataclass(frozen=True)
class Choice:
    """The records chosen, in the reader's order, under a title for the cover."""

    title: str
    records: list[PublicRecord]
    missing: list[Missing]

    @classmethod
    def read(cls, data: QueryDict) -> "Choice":
        """What the parameters ``uid`` (many; also a record's address) and ``title`` choose.

        What is unknown or no longer public is told in ``missing``, what is merged is replaced.
        """
        given = list(dict.fromkeys(map(_uid, filter(None, map(_clean, data.getlist("uid"))))))
        kept, beyond = given[:MOST], given[MOST : 2 * MOST]
        known = _known(uid for uid in kept if UID.fullmatch(uid))
        rows = {uid: known.get(uid) for uid in kept}
        records = {row.uid: row for row in rows.values() if row and row.standing in LISTED}
        missing = [_missing(uid, row) for uid, row in rows.items() if _is_missing(row)]
        too_many = _("A pack holds no more than %(most)d records.") % {"most": MOST}
        missing += [Missing(uid[:LONGEST_NAMED], too_many) for uid in beyond]
        return cls(_clean(data.get("title", ""))[:LONGEST_TITLE], list(records.values()), missing)

    def query(self, records: Iterable[PublicRecord] | None = None) -> str:
        """The parameters that choose ``records``, or those of now, under the same title."""
        chosen = self.records if records is None else records
        pairs = [("uid", record.uid) for record in chosen]
        return urlencode([*pairs, ("title", self.title)] if self.title else pairs)

    def rows(self) -> list[dict]:
        """Each record with the parameters that move it or take it out; "" where it cannot move."""
        found = []
        for at, record in enumerate(self.records):
            is_last = at == len(self.records) - 1
            found.append(
                {
                    "record": record,
                    "number": at + 1,
                    "earlier": self.query(_swapped(self.records, at - 1)) if at else "",
                    "later": "" if is_last else self.query(_swapped(self.records, at)),
                    "without": self.query(self.records[:at] + self.records[at + 1 :]),
                }
            )
        return found

    @property
    def by_date(self) -> str:
        """The parameters of the same records, oldest first."""
        return self.query(sorted(self.records, key=lambda record: record.search_id))

    @property
    def is_by_date(self) -> bool:
        return self.by_date == self.query()


def _clean(text: str) -> str:
    """One line of what can be printed."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())


def _uid(given: str) -> str:
    """The uid in the address of a record, or what was given."""
    found = IN_ADDRESS.search(given)
    return found[1] if found else given


def _known(uids: Iterable[str]) -> dict[str, PublicRecord]:
    """What stands under each uid now: itself, or what it was merged into.

    One query, and one for each step of merging.
    """
    known, leads_to = {}, {uid: uid for uid in uids}
    for _step in range(MERGES):
        wanted = set(leads_to.values()) - known.keys()
        if not wanted:
            break
        rows = PublicRecord.objects.filter(uid__in=wanted).select_related("edition__entry")
        known |= dict.fromkeys(wanted) | {row.uid: row for row in rows}
        for uid, target in leads_to.items():
            row = known[target]
            if row and row.standing == Standing.MERGED:
                leads_to[uid] = row.edition.content["merged_into"]
    return {uid: known.get(target) for uid, target in leads_to.items()}


def _is_missing(row: PublicRecord | None) -> bool:
    return row is None or row.standing not in LISTED


def _missing(uid: str, row: PublicRecord | None) -> Missing:
    if row is None or row.standing == Standing.MERGED:
        return Missing(uid[:LONGEST_NAMED], _("The archive has no public record of this name."))
    gone = _("It was removed.") if row.standing == Standing.REMOVED else _("It was withdrawn.")
    return Missing(uid, " ".join(filter(None, [gone, row.edition.note])))


def _swapped(records: list[PublicRecord], at: int) -> list[PublicRecord]:
    """The records with those at ``at`` and after it in each other's place."""
    return [*records[:at], records[at + 1], records[at], *records[at + 2 :]]
