"""Reference resources: what public editions name, and nothing else."""

from django.db.models import QuerySet
from rest_framework.exceptions import NotFound
from rest_framework.request import Request
from rest_framework.response import Response

from diplomacy.models import AuthorityRecord
from diplomacy.reading import named

from .. import authorities
from ..pagination import Keyset
from .base import RowsView, moved


class AuthorityView(RowsView):
    """Base: the public records of one ``resource``, addressed by their permanent code."""

    resource: authorities.Resource | None = None  # given to as_view

    @property
    def shapes(self):
        return (self.resource.shape,)

    @property
    def tag(self) -> str:
        return self.resource.plural

    def get_queryset(self) -> QuerySet[AuthorityRecord]:
        return named.public(self.resource.model).for_export()


class AuthorityList(AuthorityView):
    """Lists them in the order in which they were entered, which new ones do not disturb."""

    pagination_class = Keyset
    is_list = True

    @property
    def summary(self) -> str:
        return f"List {self.resource.plural}"

    @property
    def description(self) -> str:
        return f"{self.resource.about} In the order in which they were entered."

    def get_order(self) -> str:
        return "id"

    def get(self, request: Request) -> Response:
        page = self.paginate_queryset(self.get_queryset())
        return self.get_paginated_response(self.cut(authorities.rows(self.resource, page)))


class AuthorityDetail(AuthorityView):
    """One of them; what was merged into another answers with its address."""

    errors = (301, 404)

    @property
    def summary(self) -> str:
        return f"Read one of the {self.resource.plural}"

    @property
    def description(self) -> str:
        return f"{self.resource.about} One that was merged into another redirects there."

    def get(self, request: Request, slug: str) -> Response:
        self.wanted()
        subject = self.resource.model.objects.filter(slug=slug).first()
        if subject is None:
            raise NotFound
        row = self.get_queryset().filter(pk=subject.root().pk).first()
        if row is None:
            raise NotFound
        if row.slug != slug:
            return moved(row.slug, authorities.url(self.resource, row.slug))
        return Response(self.cut(authorities.rows(self.resource, [row]))[0])
