"""Addresses of what records name: series, people, organisations, places, subjects, outlets."""

from django.urls import path

from .views import commitments, encounters, organisations, people, series, subjects

urlpatterns = [
    path("dialogues/", series.Meetings.as_view(), name="dialogues"),
    path("series/", series.SeriesList.as_view(), name="series-list"),
    path("series/<slug:slug>/", series.SeriesDetail.as_view(), name="series-detail"),
    path("people/", people.PersonList.as_view(), name="person-list"),
    path("people/<slug:slug>/", people.PersonDetail.as_view(), name="person-detail"),
    path("organisations/", organisations.OrganisationList.as_view(), name="organisation-list"),
    path(
        "organisations/<slug:slug>/",
        organisations.OrganisationDetail.as_view(),
        name="organisation-detail",
    ),
    path("outlets/", organisations.OutletList.as_view(), name="outlet-list"),
    path("outlets/<slug:slug>/", organisations.OutletDetail.as_view(), name="outlet-detail"),
    path("countries/", subjects.CountryList.as_view(), name="country-list"),
    path("countries/<slug:slug>/", subjects.CountryDetail.as_view(), name="country-detail"),
    path("topics/", subjects.TopicTree.as_view(), name="topic-list"),
    path("topics/<slug:slug>/", subjects.TopicDetail.as_view(), name="topic-detail"),
    path("initiatives/", subjects.InitiativeList.as_view(), name="initiative-list"),
    path("initiatives/<slug:slug>/", subjects.InitiativeDetail.as_view(), name="initiative-detail"),
    path("places/", subjects.PlaceList.as_view(), name="place-list"),
    path("places/<slug:slug>/", subjects.PlaceDetail.as_view(), name="place-detail"),
    path("commitments/", commitments.Commitments.as_view(), name="commitments"),
    path("encounters/", encounters.Encounters.as_view(), name="encounters"),
]
