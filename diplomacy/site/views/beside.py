"""Two language versions of one text side by side."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from diplomacy.models import PublicRecord
from diplomacy.site.errors import gone
from diplomacy.site.pages.beside import BesidePage, Version
from diplomacy.vocabulary import LISTED, Standing

from .records import RecordAddress


class BesideView(RecordAddress):
    """The record beside ``other``, which is another version of the same work; else 404.

    What holds for the record at all its addresses holds for the other one too.
    """

    def show(self, request: HttpRequest, other: str) -> HttpResponse:
        rows = PublicRecord.objects.select_related("edition__entry")
        beside = get_object_or_404(rows, uid=other)
        if beside.standing == Standing.MERGED:
            into = beside.edition.content["merged_into"]
            return redirect(self.right_address({"other": into}), permanent=True)
        if beside.standing not in LISTED:
            return gone(request, beside.edition)
        code = self.record.work_code
        if not code or beside.work_code != code or beside.pk == self.record.pk:
            raise Http404
        versions = [Version(one, one.edition.content) for one in (self.record, beside)]
        context = {
            "record": self.record,
            "page": BesidePage(*versions),
            "others": self.others(beside),
        }
        return render(request, "records/beside.html", context)

    def others(self, beside: PublicRecord) -> list[PublicRecord]:
        """The further versions of the work, which can be set beside this one instead."""
        rows = PublicRecord.objects.listed().filter(work_code=self.record.work_code)
        return list(rows.exclude(pk__in=[self.record.pk, beside.pk]).order_by("language", "uid"))
