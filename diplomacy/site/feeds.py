"""Atom feeds of the latest editions and of any search: state and hashes, never content."""

from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.http import Http404, HttpResponseBadRequest
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _

from diplomacy.exports.citations.citable import ARCHIVE
from diplomacy.models import AUTHORITY_MODELS, AuthorityRecord, PublicRecord
from diplomacy.reading.addresses import absolute, page_address
from diplomacy.search.params import BadParameter, SearchParams
from diplomacy.search.selection import Selection
from diplomacy.text.normalise import NO_TEXT
from diplomacy.vocabulary import LISTED, Change, Named, Standing

from .filters import changed

LENGTH = 50
NAMESPACE = "urn:rapporteur:ledger:1"
SCHEMES = {"change": f"{NAMESPACE}:change", "standing": f"{NAMESPACE}:standing"}


class LedgerAtom(Atom1Feed):
    """Atom with what the ledger says of each entry: change class, standing, number, hashes."""

    def root_attributes(self):
        return super().root_attributes() | {"xmlns:ledger": NAMESPACE}

    def add_item_elements(self, handler, item):
        super().add_item_elements(handler, item)
        for name, scheme in SCHEMES.items():
            code, label = item[name]
            handler.addQuickElement(
                "category", "", {"scheme": scheme, "term": code, "label": str(label)}
            )
        handler.addQuickElement("ledger:entry", "", item["ledger"])


class LatestFeed(Feed):
    """The last edition of each record, latest first; of what was taken away only its state."""

    feed_type = LedgerAtom
    author_name = ARCHIVE

    def author_link(self, obj):
        return page_address("home")

    def title(self, obj):
        return _("Rapporteur: latest editions")

    def subtitle(self, obj):
        return _("What the archive published, corrected, withdrew or removed, latest first.")

    def link(self, obj):
        return page_address("home")

    def feed_url(self, obj):
        return page_address("feed-latest")

    def items(self, obj):
        return with_entries(PublicRecord.objects.order_by("-edition_id")[:LENGTH])

    def item_title(self, item: PublicRecord):
        return plain(item.title if item.standing in LISTED else Standing(item.standing).label)

    def item_description(self, item: PublicRecord):
        parts = [str(Change(item.edition.change).label), item.edition.note]
        return plain(". ".join(part.rstrip(".") for part in parts if part) + ".")

    def item_link(self, item: PublicRecord):
        # The slug of what is no longer shown may hold words of its title.
        is_listed = item.standing in LISTED
        lasting = reverse("record-short", kwargs={"uid": item.uid})
        return absolute(item.get_absolute_url() if is_listed else lasting)

    def item_guid(self, item: PublicRecord):
        host = urlsplit(settings.BASE_URL).hostname
        return f"tag:{host},2026:{item.uid}/{item.edition.n}"

    def item_pubdate(self, item: PublicRecord):
        return item.first_published_at

    def item_updateddate(self, item: PublicRecord):
        return item.changed_at

    def item_extra_kwargs(self, item: PublicRecord):
        entry = item.edition.entry
        return {
            "change": (item.edition.change, Change(item.edition.change).label),
            "standing": (item.standing, Standing(item.standing).label),
            "ledger": {
                "number": str(entry.number),
                "hash": entry.hash,
                "text": entry.text_hash,
                "annotations": entry.annotations_hash,
                "metadata": entry.metadata_hash,
            },
        }


class SearchFeed(LatestFeed):
    """What a search finds, latest edition first; takes the parameters of the search page."""

    def __call__(self, request, *args, **kwargs):
        try:
            return super().__call__(request, *args, **kwargs)
        except BadParameter as error:
            text = f"{error.name}: {error.reason}\n"
            return HttpResponseBadRequest(text, content_type="text/plain; charset=utf-8")

    def get_object(self, request):
        return SearchParams.read(request.GET), changed(request.GET)

    def title(self, obj):
        params, asked = obj
        search = plain(params.q) or asked or _("all records")
        return _("Rapporteur: %(search)s") % {"search": search}

    def subtitle(self, obj):
        return _("Records that this search finds, latest edition first.")

    def link(self, obj):
        return f"{page_address('archive')}?{obj[1]}"

    def feed_url(self, obj):
        return f"{page_address('archive-feed')}?{obj[1]}"

    def items(self, obj):
        records = Selection(obj[0]).records()
        return with_entries(records.order_by("-edition_id")[:LENGTH])


class AuthorityFeed(LatestFeed):
    """The records that name one person, topic, series …; what is merged leads to what stands."""

    def __init__(self, type: str):
        self.model = AUTHORITY_MODELS[type]

    def __call__(self, request, slug: str):
        rows = self.model.objects.select_related("merged_into")
        subject = get_object_or_404(rows, slug=slug)
        root = subject.root()
        records = records_naming(root)
        if not records.exists():
            raise Http404
        if root != subject:
            return redirect(address_of(root), permanent=True)
        return super().__call__(request, subject=root, records=records)

    def get_object(self, request, subject, records):
        return subject, records

    def title(self, obj):
        return plain(_("Rapporteur: %(search)s") % {"search": obj[0].heading})

    def subtitle(self, obj):
        return _("Records that name it, latest edition first.")

    def link(self, obj):
        return absolute(obj[0].get_absolute_url())

    def feed_url(self, obj):
        return absolute(address_of(obj[0]))

    def items(self, obj):
        return with_entries(obj[1].order_by("-edition_id")[:LENGTH])


FOLLOWED = {
    Named.SERIES: "series",
    Named.TOPIC: "topics",
    Named.PERSON: "people",
    Named.ORGANISATION: "organisations",
    Named.COUNTRY: "countries",
    Named.INITIATIVE: "initiatives",
}
"""Authority records that have feeds, by type: the word in their address."""


def address_of(subject: AuthorityRecord) -> str:
    """Where the feed of an authority record is; empty for a type that has none."""
    if subject.type not in FOLLOWED:
        return ""
    return reverse(f"feed-{subject.type}", kwargs={"slug": subject.slug})


def records_naming(subject: AuthorityRecord):
    """Queryset of the listed records that name what stands for itself, or what it replaced."""
    return PublicRecord.objects.listed().mentioning(subject.type, subject.all_slugs())


def plain(text) -> str:
    """``text`` without the signs that XML cannot hold."""
    return NO_TEXT.sub(" ", str(text))


def with_entries(records):
    """The records with their last edition and its ledger entry, without the content."""
    return records.select_related("edition__entry").defer("edition__content")
