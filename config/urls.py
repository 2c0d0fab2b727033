"""Where the addresses of each room hang: English without a prefix, other languages with one."""

from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path, re_path
from django.views.i18n import set_language

from diplomacy.api.views.about import Unknown

urlpatterns = [
    path("admin/language/", set_language, name="set_language"),
    path("admin/", admin.site.urls),
    path("api/v1/", include("diplomacy.api.urls")),
    # Not `api/v1/…` itself: an address there that only lacks its slash is put right.
    re_path(r"^api/(?!v1(?:/|$))", Unknown.as_view()),
    # What machines ask for (feeds, sitemap, OAI, health) has one address in every language.
    path("", include("diplomacy.site.machine_urls")),
    *i18n_patterns(path("", include("diplomacy.site.urls")), prefix_default_language=False),
]

handler400 = "diplomacy.site.errors.bad_request"
handler403 = "diplomacy.site.errors.forbidden"
handler404 = "diplomacy.site.errors.not_found"
handler500 = "diplomacy.site.errors.server_error"
