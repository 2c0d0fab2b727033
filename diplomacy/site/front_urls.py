"""Addresses of the pages about the archive and of their earlier versions."""

from django.urls import path

from diplomacy.models import FrontPage

from .views import coverage, front_matter

OWN_VIEWS = {FrontPage.COVERAGE: coverage.coverage}
"""Pages that show more than their words."""

urlpatterns = []
for page in FrontPage:
    given, view = {"page": page}, OWN_VIEWS.get(page, front_matter.page)
    urlpatterns += [
        path(f"{page}/", view, given, name=page.value),
        path(f"{page}/versions/", front_matter.versions, given, name=f"{page}-versions"),
        path(f"{page}/versions/<int:n>/", front_matter.version, given, name=f"{page}-version"),
    ]
