"""Examples for the API's description, in our own words; tests hold them to the shapes."""

from . import authority_serializers as a
from . import serializers as s

EDITION = {
    "number": 412,
    "n": 2,
    "change": "correction",
    "note": "The date was a day late.",
    "published_at": "2026-03-02T09:00:00Z",
    "standing": "public",
}

LINKS = {
    "self": "/api/v1/records/k3m9wq2x7a/",
    "page": "/records/k3m9wq2x7a/harbour-round/",
    "editions": "/api/v1/records/k3m9wq2x7a/editions/",
    "records": {},
    "files": {},
    "names": {"country": {"pk": {"slug": "pk", "name": "Pakistan", "url": "/countries/pk/"}}},
    "accounts": [],
    "versions": [],
    "commitments": [],
    "incoming": [],
}

COMMON = {
    "schema": 1,
    "uid": "k3m9wq2x7a",
    "slug": "harbour-round",
    "title_origin": "editor",
    "summary": "Both sides looked at the works at the harbour.",
    "language": "en",
    "people": [
        {"slug": "a-minister", "name": "A. Minister", "role": "chair", "styled_as": "Minister"}
    ],
    "organisations": [],
    "countries": [{"slug": "pk", "name": "Pakistan", "role": "party"}],
    "topics": [{"slug": "ports", "label": "Ports", "printed": ""}],
    "initiatives": [],
    "places": [],
    "relations": [],
    "figures": [],
    "attachments": [],
    "note": "",
    "edition": EDITION,
    "links": LINKS,
}

DATE = {
    "value": "2024-05-15",
    "basis": "printed",
    "printed": "May 15, 2024",
    "note": "",
    "earliest": "2024-05-15",
    "latest": "2024-05-15",
}

DIALOGUE = COMMON | {
    "type": "dialogue",
    "kind": "dialogue_round",
    "title": "Third round on harbours",
    "dates": {"event": DATE},
    "series": {"slug": "harbours", "title": "Harbour consultations"},
    "ordinal": 3,
    "ordinal_printed": "Third Round",
    "status": "held",
    "mode": "in_person",
    "venue": "",
    "place": None,
    "host": "pk",
    "theme": "",
    "agenda": ["The works at the harbour"],
    "invitation": "",
    "outcomes": [],
}

DOCUMENT = COMMON | {
    "type": "document",
    "kind": "readout",
    "title": "One side's account of the harbour round",
    "dates": {"document": DATE},
    "authority": "readout",
    "held": "paraphrase",
    "display": "full",
    "side": "pk",
    "byline": "",
    "agency": "",
    "dateline": "",
    "place": None,
    "dialogue": None,
    "work": None,
    "paragraphs": [
        {
            "key": "p3f7ka2",
            "number": "1",
            "heading": "",
            "text": "The works are to go on.",
            "source": None,
            "extract": False,
        }
    ],
    "sources": [],
    "clauses": [
        {
            "key": "c8m2xw4",
            "paragraph": "p3f7ka2",
            "text": "The works are to go on.",
            "formula": "",
            "voice": "side",
            "side": "pk",
            "act": "commit",
            "verb": "are to",
            "strength": "",
            "topics": ["ports"],
            "places": [],
            "speaker": None,
            "reporter": None,
            "mode": "indirect",
        }
    ],
}

COMMITMENT = COMMON | {
    "type": "commitment",
    "kind": "commitment",
    "title": "Go on with the works at the harbour",
    "dates": {},
    "side": None,
    "parties": "both sides",
    "topic": "ports",
    "mentions": [
        {
            "date": {"value": "2024-05-15", "earliest": "2024-05-15", "latest": "2024-05-15"},
            "type": "made",
            "label": "pledge",
            "text": "First said at the third round.",
            "dialogue": "k3m9wq2x7a",
            "document": None,
            "urls": [],
        }
    ],
}


def _named(type: str, slug: str, plural: str, **fields) -> dict:
    links = {
        "self": f"/api/v1/{plural}/{slug}/",
        "page": f"/{plural}/{slug}/",
        "records": {"count": 12, "url": f"/api/v1/records/?{type}={slug}"},
    }
    common = {"type": type, "slug": slug, "names": [], "note": "", "merged_into": None}
    return common | fields | {"links": links}


EXAMPLES = {
    s.DialogueRow: DIALOGUE,
    s.DocumentRow: DOCUMENT,
    s.CommitmentRow: COMMITMENT,
    s.AnyRecordRow: DIALOGUE,
    s.FoundRow: DIALOGUE
    | {
        "passages": [
            {
                "anchor": "",
                "segments": [
                    {"text": "Both sides looked at the works at the ", "is_match": False},
                    {"text": "harbour", "is_match": True},
                    {"text": ".", "is_match": False},
                ],
            }
        ]
    },
    s.EditionRow: EDITION | {"url": "/api/v1/records/k3m9wq2x7a/editions/2/"},
    a.SeriesRow: _named(
        "series",
        "harbours",
        "series",
        title="Harbour consultations",
        level="vice minister",
        parties=["pk", "cn"],
        numbering="From the first round on.",
    ),
    a.PersonRow: _named(
        "person",
        "a-minister",
        "people",
        name="A. Minister",
        family="Minister",
        given="A.",
        country="pk",
        tenures=[{"office": "harbour-minister", "start": "2023-07", "end": "", "note": ""}],
    ),
    a.OrganisationRow: _named(
        "organisation",
        "harbour-board",
        "organisations",
        name="Harbour Board",
        kind="agency",
        country="pk",
    ),
    a.CountryRow: _named(
        "country",
        "pk",
        "countries",
        name="Pakistan",
        iso3="PAK",
        official="Islamic Republic of Pakistan",
        demonym="Pakistani",
    ),
    a.TopicRow: _named(
        "topic", "ports", "topics", label="Ports", parent=None, keywords=["harbour"]
    ),
    a.InitiativeRow: _named(
        "initiative", "open-harbours", "initiatives", label="Open Harbours", launched="2013"
    ),
    a.OutletRow: _named(
        "outlet",
        "harbour-news",
        "outlets",
        name="Harbour News",
        kind="newspaper",
        country="pk",
        organisation=None,
        web_hosts=["example.org"],
    ),
    a.PlaceRow: _named("place", "harbour", "places", label="Harbour", kind="city", country="pk"),
}
