"""Addresses of records: to read them, their editions and what changed, and to take them away."""

from django.urls import path

from .views import beside, records, taking_away

RECORD = "records/<slug:uid>/<str:slug>/"
EDITION = f"{RECORD}editions/<int:n>/"

urlpatterns = [
    path("records/<slug:uid>/", records.ShortAddress.as_view(), name="record-short"),
    path(RECORD, records.RecordView.as_view(), name="record"),
    path(f"{RECORD}editions/", records.EditionsView.as_view(), name="record-editions"),
    path(f"{RECORD}editions/<int:n>/", records.EditionView.as_view(), name="record-edition"),
    path(f"{RECORD}editions/<int:a>..<int:b>/", records.DiffView.as_view(), name="record-diff"),
    path(f"{RECORD}record.pdf", taking_away.RecordPdf.as_view(), name="record-pdf"),
    path(f"{RECORD}record.epub", taking_away.RecordEpub.as_view(), name="record-epub"),
    path(f"{EDITION}record.pdf", taking_away.RecordPdf.as_view(), name="record-edition-pdf"),
    path(f"{EDITION}record.epub", taking_away.RecordEpub.as_view(), name="record-edition-epub"),
    path("pack/", taking_away.pack, name="pack"),
    path("pack.pdf", taking_away.pack_pdf, name="pack-pdf"),
    path("pack.epub", taking_away.pack_epub, name="pack-epub"),
    path(f"{RECORD}beside/<slug:other>/", beside.BesideView.as_view(), name="record-beside"),
]
