"""Commitments: what was undertaken, and the latest evidence about it."""

from itertools import chain

from django.db.models import F
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views import View

from diplomacy.models import Mention, PublicRecord
from diplomacy.reading.named import current_authorities, localised

from .authorities import asked, paged

A_PAGE = 50
SEVERAL = "several"
"""The value of ``side`` for what more than one side undertook."""
TOLD = {
    "evidence": F("edition__content__mentions"),
    "parties": F("edition__content__parties"),
    "topic": F("edition__content__topic"),
}
"""What the list tells of each beside its columns."""


class Commitments(View):
    """Every published commitment, narrowed by topic or side if asked."""

    def get(self, request: HttpRequest) -> HttpResponse:
        topic, side = asked(request, "topic"), asked(request, "side")
        everything = PublicRecord.objects.listed().filter(type="commitment")
        rows, pager = paged(request, narrowed(everything, topic, side), A_PAGE)
        topics, countries = self.get_names(everything)
        context = {
            "rows": [_told(row, topics, countries) for row in rows],
            "pager": pager,
            "topics": _choices(topics, topic),
            "sides": _choices(countries, side),
            "several": SEVERAL,
            "side": side,
            "is_narrowed": bool(topic or side),
        }
        return render(request, "authorities/commitments.html", context)

    @staticmethod
    def get_names(everything) -> tuple[dict, dict]:
        """Topics and countries that commitments name, by every slug they are named by."""
        named = Mention.objects.filter(record__in=everything)
        topics = named.filter(type="topic").order_by().values_list("slug", flat=True).distinct()
        sides = everything.exclude(side="").order_by().values_list("side", flat=True).distinct()
        found = current_authorities("topic", topics), current_authorities("country", sides)
        localised(chain.from_iterable(row.values() for row in found), get_language())
        return found


def narrowed(rows, topic: str, side: str):
    """Commitments on ``topic`` and by ``side``; an empty word narrows nothing."""
    if topic:
        rows = rows.mentioning("topic", _all_slugs("topic", topic))
    if side:
        rows = rows.filter(side__in=[""] if side == SEVERAL else _all_slugs("country", side))
    return rows.annotate(**TOLD).order_by("-search_id")


def _all_slugs(type: str, slug: str) -> list[str]:
    """The slug, and all others of the authority record it stands for."""
    found = current_authorities(type, [slug]).get(slug)
    return found.all_slugs() if found else [slug]


def _told(row: PublicRecord, topics: dict, countries: dict) -> dict:
    evidence = sorted(row.evidence, key=lambda mention: mention["date"]["earliest"])
    return {
        "record": row,
        "side": countries.get(row.side),
        "topic": topics.get(row.topic),
        "first": evidence[0] if evidence else None,
        "latest": evidence[-1] if evidence else None,
        "total": len(evidence),
    }


def _choices(authorities: dict, chosen: str) -> list[dict]:
    """``{slug, label, is_chosen}`` for each, by name."""
    current = {record.slug: record.shown_name for record in authorities.values()}
    now = authorities[chosen].slug if chosen in authorities else chosen
    return [
        {"slug": slug, "label": label, "is_chosen": slug == now}
        for slug, label in sorted(current.items(), key=lambda item: item[1])
    ]
