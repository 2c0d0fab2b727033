"""The addresses of the public pages, in every language of the interface."""

from django.urls import include, path

from .views import archive, home, search_help, timeline

urlpatterns = [
    path("", home.home, name="home"),
    path("archive/", archive.archive, name="archive"),
    path("timeline/", timeline.timeline, name="timeline"),
    path("help/searching/", search_help.searching, name="help-searching"),
    path("", include("diplomacy.site.authority_urls")),
    path("", include("diplomacy.site.record_urls")),
    path("", include("diplomacy.site.citing_urls")),
    path("", include("diplomacy.site.reader_urls")),
    path("", include("diplomacy.site.front_urls")),
]
