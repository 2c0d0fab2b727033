"""JSON-LD in the words of schema.org: the record, where it stands, and the archive itself."""

import json

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from diplomacy import kinds
from diplomacy.exports.citations import Citable
from diplomacy.exports.citations.citable import ARCHIVE
from diplomacy.reading.addresses import absolute, page_address
from diplomacy.reading.links import Links

from .events import commitment, event
from .parts import drop_empty
from .texts import text

ESCAPES = {ord(">"): "\\u003E", ord("<"): "\\u003C", ord("&"): "\\u0026"}
"""As Django's ``json_script`` does it: no end tag and no comment can be in the block."""
MAKERS = {"document": text, "dialogue": event, "commitment": commitment}


def of_record(content: dict, links: Links, cited: Citable, page_url: str) -> dict:
    """The record of an edition's ``content``, and the way to it."""
    common = {
        "@type": kinds.KINDS[content["kind"]].schema_type,
        "@id": cited.record_url,
        "url": page_url,
        "name": content["title"] or content["uid"],
        "description": content["summary"],
    }
    record = common | MAKERS[content["type"]](content, links, cited)
    graph = [drop_empty(record), _way(content, record["name"], page_url)]
    return {"@context": "https://schema.org", "@graph": graph}


def of_site() -> dict:
    """The archive and how to search it, for the front page."""
    home, search = page_address("home"), page_address("archive")
    archive = {
        "@type": "ArchiveOrganization",
        "@id": absolute("/#archive"),
        "name": ARCHIVE,
        "url": home,
    }
    site = {
        "@type": "WebSite",
        "@id": absolute("/#site"),
        "name": ARCHIVE,
        "url": home,
        "publisher": {"@id": archive["@id"]},
        "potentialAction": {
            "@type": "SearchAction",
            "target": {"@type": "EntryPoint", "urlTemplate": f"{search}?q={{search_term_string}}"},
            "query-input": "required name=search_term_string",
        },
    }
    return {"@context": "https://schema.org", "@graph": [archive, site]}


def safe_json(data: dict) -> SafeString:
    """``data`` as JSON that may stand in a ``script`` element."""
    return mark_safe(json.dumps(data, ensure_ascii=False).translate(ESCAPES))  # escaped just here


def _way(content: dict, name: str, page_url: str) -> dict:
    """From the front page through the archive and the family of records to the record."""
    family = kinds.FAMILIES[kinds.KINDS[content["kind"]].family]
    archive = reverse("archive")
    steps = [
        (ARCHIVE, page_address("home")),
        (_("Archive"), absolute(archive)),
        (str(family.label), absolute(f"{archive}?kind=family:{family.code}")),
        (name, page_url),
    ]
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": place, "name": label, "item": url}
            for place, (label, url) in enumerate(steps, start=1)
        ],
    }
