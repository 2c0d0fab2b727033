"""Addresses where readers leave word: searches to follow, problems to report."""

from django.urls import path

from .record_urls import RECORD
from .views import following, reporting

urlpatterns = [
    path("follow/", following.Follow.as_view(), name="follow"),
    path("follow/asked/", following.asked, name="follow-asked"),
    path("follow/confirm/<str:secret>/", following.Confirm.as_view(), name="follow-confirm"),
    path("follow/stop/<str:secret>/", following.Stop.as_view(), name="follow-stop"),
    path("follow/stop/<str:secret>/all/", following.StopAll.as_view(), name="follow-stop-all"),
    path(f"{RECORD}report/", reporting.ReportView.as_view(), name="record-report"),
    path(f"{RECORD}report/thanks/", reporting.ThanksView.as_view(), name="record-report-thanks"),
]
