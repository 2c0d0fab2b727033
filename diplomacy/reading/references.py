"""What a content refers to: records by uid, authority records by type and slug. Pure."""

from diplomacy.vocabulary import Named

LISTS = {
    Named.PERSON: "people",
    Named.ORGANISATION: "organisations",
    Named.COUNTRY: "countries",
    Named.TOPIC: "topics",
    Named.INITIATIVE: "initiatives",
    Named.PLACE: "places",
}
"""Where a content lists names of each type."""

SINGLE = {Named.PLACE: "place", Named.SERIES: "series"}
"""Where a content has one name of a type."""


def uids_in(content: dict) -> set[str]:
    """Ids of the records a content refers to."""
    uids = {row["uid"] for row in content.get("relations", [])}
    uids.add(content.get("dialogue"))
    for mention in content.get("mentions", []):
        uids |= {mention["dialogue"], mention["document"]}
    return uids - {None}


def names_in(content: dict) -> set[tuple[str, str]]:
    """``(type, slug)`` of every authority record a content names."""
    names = set()
    for type, key in LISTS.items():
        names |= {(type, row["slug"]) for row in content.get(key, [])}
    for type, key in SINGLE.items():
        names.add((type, (content.get(key) or {}).get("slug")))
    for country in ("side", "host"):
        names.add((Named.COUNTRY, content.get(country)))
    names.add((Named.TOPIC, content.get("topic")))
    for source in content.get("sources", []):
        names.add((Named.OUTLET, (source["outlet"] or {}).get("slug")))
    for clause in content.get("clauses", []):
        names |= _names_in_clause(clause)
    return {(str(type), slug) for type, slug in names if slug}


def _names_in_clause(clause: dict) -> set:
    return {
        (Named.COUNTRY, clause["side"]),
        (Named.PERSON, clause["speaker"]),
        (Named.ORGANISATION, clause["reporter"]),
        *((Named.TOPIC, slug) for slug in clause["topics"]),
        *((Named.PLACE, slug) for slug in clause["places"]),
    }
