"""Telling those who follow a search what is new in it: one letter a search, never two.

Each search is held while its letter is written: a single UPDATE takes hold of it, so that of two
runs at once only one writes. The hold ends by itself after ``HOLD``. Only when the letter is
handed over is it noted what has been told. A run that dies in between therefore leaves nothing
untold; at the worst the one letter that it was sending comes twice.
"""

import logging
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta

from django.db.models import F, Q, QuerySet
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import get_language

from diplomacy import kinds, publishing
from diplomacy.models import PublicRecord, SavedSearch
from diplomacy.publishing import generation
from diplomacy.reading.addresses import page_address
from diplomacy.search.params import BadParameter
from diplomacy.search.selection import Selection
from diplomacy.text import dates
from diplomacy.vocabulary import Change

from . import letters, links, searches
from .following import STOP, forget_unconfirmed

MOST_TOLD = 20
"""Records that one letter names; it counts the others."""
WEEK = timedelta(days=7, hours=-1)
"""An hour less, so that a run at the same time every week does not slip to the next day."""
HOLD = timedelta(minutes=10)
REFUSED_FOR = timedelta(hours=12)
MOST_REFUSALS = 5
"""An address that its server refused so often in a row is forgotten."""

log = logging.getLogger(__name__)


@dataclass
class Tally:
    """What a run did: letters sent, records told in them, addresses that refused theirs,
    addresses forgotten, wishes that nobody confirmed in time."""

    sent: int = 0
    told: int = 0
    refused: int = 0
    forgotten: int = 0
    unconfirmed: int = 0

    def as_dict(self) -> dict:
        return asdict(self)


@dataclass(frozen=True)
class News:
    """What a search selects now whose last edition is newer than what its reader was told."""

    records: list[PublicRecord]
    total: int

    @property
    def more(self) -> int:
        """How many are not named."""
        return self.total - len(self.records)

    def rows(self) -> list[dict]:
        """``{title, about, change, note, url}`` of each, in the language that is active."""
        return [
            {
                "title": " ".join(record.title.split()) or record.uid,
                "about": " · ".join(_about(record)),
                "change": Change(record.edition.change).label,
                "note": record.edition.note,
                "url": page_address("record-short", uid=record.uid),
            }
            for record in self.records
        ]


def _about(record: PublicRecord) -> list[str]:
    """Kind, whose words, date: what is known of them."""
    kind, authority = kinds.KINDS.get(record.kind), kinds.AUTHORITIES.get(record.authority)
    said = [str(row.label) for row in (kind, authority) if row]
    # A press account is one by kind and by authority: that is said once.
    return [one for one in (*dict.fromkeys(said), _day(record)) if one]


def _day(record: PublicRecord) -> str:
    return dates.display(record.date_value, get_language()) if record.date_value else ""


def news_of(search: SavedSearch, *, until: int) -> News:
    """What is new in a search up to the ledger number ``until``: public records alone.

    What was withdrawn with its text is told as such. What is no longer to be read is in no
    search, and no letter names it.
    """
    selected = Selection(searches.read(search.query)).records()
    found = selected.filter(edition_id__gt=search.seen, edition_id__lte=until)
    rows = found.select_related("edition__entry").defer("edition__content").order_by("-edition_id")
    records = list(rows[:MOST_TOLD])
    return News(records, len(records) if len(records) < MOST_TOLD else found.count())


def send_notices(progress: Callable[[int], None] = lambda sent: None) -> Tally:
    """Write to everyone who is due. Raises ``letters.NotSentError`` where no mail can be sent.

    It can be run as often as one likes, and again after it was broken off.
    """
    publishing.settle()
    now, head = timezone.now(), generation.current().number
    tally = Tally(unconfirmed=forget_unconfirmed(now))
    if due(head, now).exists():
        with letters.opened() as connection:
            for search in _one_by_one(due(head, now)):
                _tell(search, head, tally, connection)
                progress(tally.sent)
    return tally


def _one_by_one(searches: QuerySet) -> Iterator[SavedSearch]:
    """Each in turn, read when its turn comes: the run before it may have taken long."""
    last = 0
    while search := searches.filter(pk__gt=last).order_by("pk").first():
        last = search.pk
        yield search


def due(head: int, now: datetime) -> QuerySet:
    """Searches that may have news up to ``head`` and that are free to be written to."""
    is_free = Q(busy_until=None) | Q(busy_until__lte=now)
    is_time = Q(rhythm=SavedSearch.Rhythm.AT_ONCE) | Q(before__lte=now - WEEK)
    rows = SavedSearch.objects.filter(is_free, confirmed_at__isnull=False, seen__lt=head)
    return rows.alias(before=Coalesce(F("told_at"), F("confirmed_at"))).filter(is_time)


def _tell(search: SavedSearch, head: int, tally: Tally, connection) -> None:
    now, row = timezone.now(), SavedSearch.objects.filter(pk=search.pk)
    unchanged = due(head, now).filter(pk=search.pk, seen=search.seen)
    news = _readable_news(search, head)
    if not news.total:
        unchanged.update(seen=head, refusals=0)
        return
    if not unchanged.update(busy_until=now + HOLD):
        return
    try:
        secret = links.new_link(search, STOP, at=now)
        letters.send(letters.notice(search, news, secret), connection)
    except letters.AddressRefusedError:
        tally.refused += 1
        tally.forgotten += _refused(search, now)
    except letters.NotSentError:
        row.update(busy_until=None)
        raise
    else:
        row.update(seen=head, told_at=now, busy_until=None, refusals=0)
        tally.sent, tally.told = tally.sent + 1, tally.told + news.total


def _readable_news(search: SavedSearch, head: int) -> News:
    """The news; none of a search that cannot be read any more, since its words have changed."""
    try:
        return news_of(search, until=head)
    except BadParameter as error:
        log.warning("Saved search %s cannot be read any more: %s", search.pk, error)
        return News([], 0)


def _refused(search: SavedSearch, now: datetime) -> bool:
    """Try again later; after ``MOST_REFUSALS`` forget the search. Whether it was forgotten."""
    refusals = search.refusals + 1
    row = SavedSearch.objects.filter(pk=search.pk)
    if refusals >= MOST_REFUSALS:
        row.delete()
        return True
    row.update(busy_until=now + REFUSED_FOR, refusals=refusals)
    return False
