"""The addresses of the API, version 1."""

from django.urls import path, re_path

from .authorities import RESOURCES
from .views import about, authorities, exports, records, search

app_name = "api"

TYPES = ("dialogue", "document", "commitment")

urlpatterns = [
    path("", about.Root.as_view(), name="root"),
    path("schema/", about.Description.as_view(), name="schema"),
    path("docs/", about.Docs.as_view(), name="docs"),
    path("search/", search.Search.as_view(), name="search"),
    path("export/records.jsonl", exports.JsonLines.as_view(), name="export-jsonl"),
    path("export/records.csv", exports.Csv.as_view(), name="export-csv"),
    path("records/", records.RecordList.as_view(), name="record-list"),
    path("records/<slug:uid>/", records.RecordDetail.as_view(), name="record-detail"),
    path("records/<slug:uid>/editions/", records.EditionList.as_view(), name="record-editions"),
    path(
        "records/<slug:uid>/editions/<int:n>/",
        records.EditionDetail.as_view(),
        name="record-edition",
    ),
]
for _type in TYPES:
    urlpatterns += [
        path(f"{_type}s/", records.RecordList.as_view(type=_type), name=f"{_type}-list"),
        path(
            f"{_type}s/<slug:uid>/",
            records.RecordDetail.as_view(type=_type),
            name=f"{_type}-detail",
        ),
    ]
for _row in RESOURCES:
    urlpatterns += [
        path(
            f"{_row.plural}/",
            authorities.AuthorityList.as_view(resource=_row),
            name=f"{_row.name}-list",
        ),
        path(
            f"{_row.plural}/<slug:slug>/",
            authorities.AuthorityDetail.as_view(resource=_row),
            name=f"{_row.name}-detail",
        ),
    ]
# With a slash at the end, so that an address that only lacks it is still put right.
urlpatterns.append(re_path("^.+/$", about.Unknown.as_view()))
