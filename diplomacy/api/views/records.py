"""Records of every type, and their editions."""

from datetime import datetime

from django.db.models import QuerySet
from django.urls import reverse
from django_filters.rest_framework import DjangoFilterBackend
from rest_framework.exceptions import NotFound
from rest_framework.request import Request
from rest_framework.response import Response

from diplomacy.models import Edition, PublicRecord
from diplomacy.search.params import OLDEST
from diplomacy.vocabulary import LISTED, Standing

from .. import records
from ..errors import Gone
from ..filters import RecordFilter
from ..pagination import Keyset
from ..parameters import AS_OF, FIELDS, FORMAT, INCLUDE, day_of, names_of
from ..serializers import HEAVY, RECORD_ROWS, AnyRecordRow, EditionRow
from .base import RowsView, moved

NO_REASON = "It is no longer shown."


class RecordView(RowsView):
    """Base: what of each record the public reads now. ``type`` narrows it to one type."""

    parameters = (FORMAT, FIELDS, INCLUDE)
    includable = HEAVY
    type = ""  # given to as_view

    @property
    def tag(self) -> str:
        return f"{self.type or 'record'}s"

    @property
    def shapes(self):
        return (RECORD_ROWS.get(self.type, AnyRecordRow),)

    def heavy(self) -> list[str]:
        """Which of the fields that lists leave out are asked for, by ``include`` or ``fields``."""
        included = names_of(self.request.query_params, "include", self.includable)
        return [name for name in [*included, *self.wanted()] if name in HEAVY]


class RecordList(RecordView):
    """Lists records, newest first unless told."""

    filter_backends = [DjangoFilterBackend]
    filterset_class = RecordFilter
    pagination_class = Keyset
    is_list = True
    description = (
        "Those that are public now, and those withdrawn whose text was kept; `edition.standing` "
        "tells which, and `edition.note` gives the reason. Paragraphs, clauses and links are left "
        "out unless `include=paragraphs,clauses,links` or `fields=` asks for them."
    )

    @property
    def summary(self) -> str:
        return f"List {self.tag}"

    def get_queryset(self) -> QuerySet[PublicRecord]:
        listed = PublicRecord.objects.listed()
        return listed.filter(type=self.type) if self.type else listed

    def get_order(self) -> str:
        sort = self.request.query_params.get("sort")
        if self.request.query_params.get("since") and not sort:
            return "edition_id"
        return "search_id" if sort == OLDEST else "-search_id"

    def get(self, request: Request) -> Response:
        heavy = self.heavy()
        page = self.paginate_queryset(self.filter_queryset(self.get_queryset()))
        rows = records.rows(records.editions_of(page), heavy=heavy, are_current=True)
        return self.get_paginated_response(self.cut(rows))


class RecordDetail(RecordView):
    """One record, whole; with ``as_of`` as it stood on a day."""

    parameters = (FORMAT, FIELDS, INCLUDE, AS_OF)
    errors = (301, 404, 410)
    description = (
        "Everything of it, unless `fields=` asks for less. What was withdrawn without its text, "
        "or removed, answers 410 with the reason; what was merged redirects. `as_of=` gives it "
        "as it stood on a past day."
    )

    @property
    def summary(self) -> str:
        return f"Read one of the {self.tag}"

    def get(self, request: Request, uid: str) -> Response:
        self.heavy()
        moment = day_of(request.query_params, "as_of")
        edition = current_edition(uid, self.type)
        if moment and edition.standing in LISTED:
            edition = edition_at(edition.record_id, moment)
        return shown(self, edition, is_current=moment is None)


class EditionList(RowsView):
    """The history of a record that is shown: its editions, the latest first."""

    shapes = (EditionRow,)
    errors = (301, 404, 410)
    tag = "records"
    summary = "List the editions of a record"
    description = "Every public state it ever had, the latest first, without its content."
    pagination_class = Keyset
    is_list = True

    def get_order(self) -> str:
        return "-n"

    def get(self, request: Request, uid: str) -> Response:
        self.wanted()
        current = current_edition(uid)
        if current.standing not in LISTED:
            return ended(current)
        history = Edition.objects.filter(record=current.record_id).select_related("entry")
        page = self.paginate_queryset(history.defer("content"))
        return self.get_paginated_response(self.cut([_history_row(uid, row) for row in page]))


class EditionDetail(RecordView):
    """One edition of a record that is shown, whole."""

    errors = (301, 404, 410)
    summary = "Read one edition of a record"
    description = "The record as this edition left it."

    def get(self, request: Request, uid: str, n: int) -> Response:
        self.heavy()
        current = current_edition(uid)
        if current.standing not in LISTED:
            return ended(current)
        editions = Edition.objects.filter(record=current.record_id, n=n)
        if not (edition := editions.select_related("entry").first()):
            raise NotFound
        return shown(self, edition, is_current=edition == current)


def current_edition(uid: str, type: str = "") -> Edition:
    """The last edition of a record that was ever public; ``NotFound`` for all others."""
    rows = PublicRecord.objects.select_related("edition__entry").filter(uid=uid)
    row = (rows.filter(type=type) if type else rows).first()
    if row is None:
        raise NotFound
    return row.edition


def edition_at(record_id: int, moment: datetime) -> Edition:
    """The edition that stood at a moment; ``NotFound`` where the record was not public yet."""
    editions = Edition.objects.filter(record=record_id, entry__at__lte=moment)
    if not (edition := editions.select_related("entry").order_by("-n").first()):
        raise NotFound
    return edition


def shown(view: RecordView, edition: Edition, *, is_current: bool) -> Response:
    """The edition's content, or why there is none to show."""
    if edition.standing not in LISTED:
        return ended(edition)
    return Response(view.cut(records.rows([edition], are_current=is_current))[0])


def ended(edition: Edition) -> Response:
    """A redirect to what the record was merged into; for all others raises ``Gone``."""
    if edition.standing != Standing.MERGED:
        raise Gone(edition.standing, edition.note or NO_REASON)
    into = edition.content["merged_into"]
    return moved(into, reverse("api:record-detail", kwargs={"uid": into}))


def _history_row(uid: str, edition: Edition) -> dict:
    address = reverse("api:record-edition", kwargs={"uid": uid, "n": edition.n})
    return records.edition_json(edition) | {"url": address}
