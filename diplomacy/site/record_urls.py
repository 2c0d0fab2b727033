"""Addresses of records, their editions and what changed between two of them."""

from django.urls import path

from .views import records

RECORD = "records/<slug:uid>/<str:slug>/"

urlpatterns = [
    path("records/<slug:uid>/", records.ShortAddress.as_view(), name="record-short"),
    path(RECORD, records.RecordView.as_view(), name="record"),
    path(f"{RECORD}editions/", records.EditionsView.as_view(), name="record-editions"),
    path(f"{RECORD}editions/<int:n>/", records.EditionView.as_view(), name="record-edition"),
    path(f"{RECORD}editions/<int:a>..<int:b>/", records.DiffView.as_view(), name="record-diff"),
]
