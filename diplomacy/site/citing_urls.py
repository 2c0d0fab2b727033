"""Addresses of citations, and of paragraphs to be cited."""

from django.urls import path

from .record_urls import EDITION, RECORD
from .views import citing

urlpatterns = [
    path(f"{RECORD}cite/", citing.CitePage.as_view(), name="record-cite"),
    path(f"{RECORD}cite/<slug:style>", citing.CiteText.as_view(), name="record-cite-style"),
    path(f"{EDITION}cite/", citing.CitePage.as_view(), name="edition-cite"),
    path(f"{EDITION}cite/<slug:style>", citing.CiteText.as_view(), name="edition-cite-style"),
    path("records/<slug:uid>/p/<slug:key>/", citing.Paragraph.as_view(), name="record-paragraph"),
]
