"""Where the addresses of each room hang: English without a prefix, other languages with one."""

from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("admin/", admin.site.urls),
    path("api/v1/", include("diplomacy.api.urls")),
    # What machines ask for (feeds, sitemap, OAI, health) has one address in every language.
    path("", include("diplomacy.site.machine_urls")),
    *i18n_patterns(path("", include("diplomacy.site.urls")), prefix_default_language=False),
]
