"""The addresses that machines ask for: one for each thing, in no language."""

from django.urls import path

from . import feeds, health, opensearch, sitemaps
from .views import coverage, files, results

urlpatterns = [
    path("feeds/latest.atom", feeds.LatestFeed(), name="feed-latest"),
    *(
        path(f"feeds/{word}/<slug:slug>.atom", feeds.AuthorityFeed(type), name=f"feed-{type}")
        for type, word in feeds.FOLLOWED.items()
    ),
    path("archive/feed.atom", feeds.SearchFeed(), name="archive-feed"),
    path("archive/results.<slug:format>", results.results, name="archive-results"),
    path("coverage/coverage.json", coverage.as_json, name="coverage-json"),
    path("coverage/coverage.csv", coverage.as_csv, name="coverage-csv"),
    path("sitemap.xml", sitemaps.index, name="sitemap"),
    path("sitemap-<str:section>-<int:page>.xml", sitemaps.section, name="sitemap-section"),
    path("opensearch.xml", opensearch.description, name="opensearch"),
    path("robots.txt", sitemaps.robots, name="robots"),
    path("files/<path:name>", files.file, name="file"),
    path("healthz", health.healthz, name="healthz"),
]
