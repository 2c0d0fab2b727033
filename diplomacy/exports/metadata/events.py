"""Meetings and commitments in the words of schema.org."""

from diplomacy.exports.citations import Citable
from diplomacy.reading.links import Links
from diplomacy.vocabulary import (
    CountryPart,
    MeetingMode,
    MeetingStatus,
    OrganisationPart,
    PersonPart,
)

from .parts import (
    country,
    first_day,
    last_day,
    named,
    organisation,
    person,
    short,
    thing,
    topics,
)

PRESENT = (PersonPart.CHAIR, PersonPart.PARTICIPANT, PersonPart.SIGNATORY, PersonPart.SPEAKER)
MOST_TEXTS = 20
"""Of those about one meeting, nearest to its words first."""
STATUSES = {
    MeetingStatus.SCHEDULED: "https://schema.org/EventScheduled",
    # Schema.org says of an event that took place as planned that it is scheduled.
    MeetingStatus.HELD: "https://schema.org/EventScheduled",
    MeetingStatus.POSTPONED: "https://schema.org/EventPostponed",
}
MODES = {
    MeetingMode.IN_PERSON: "https://schema.org/OfflineEventAttendanceMode",
    MeetingMode.VIDEO_LINK: "https://schema.org/OnlineEventAttendanceMode",
    MeetingMode.ONLINE: "https://schema.org/OnlineEventAttendanceMode",
}


def event(content: dict, links: Links, cited: Citable) -> dict:
    """A meeting: when, where, who, of which series, and the texts about it."""
    day = content["dates"].get("event", {}).get("value", "")
    series = content["series"]
    return {
        "startDate": first_day(day),
        "endDate": last_day(day),
        "eventStatus": STATUSES.get(content["status"]),
        "eventAttendanceMode": MODES.get(content["mode"]),
        "location": _location(content, links),
        "organizer": _organisers(content, links),
        "attendee": _present(content, links),
        "superEvent": thing("EventSeries", links, "series", series["slug"], series["title"])
        if series
        else None,
        "about": topics(content, links),
        "subjectOf": [short("CreativeWork", row) for row in links.accounts(content)[:MOST_TEXTS]],
    }


def commitment(content: dict, links: Links, cited: Citable) -> dict:
    """What somebody undertook. Whether it was done is not for the archive to say."""
    dated = sorted(content["mentions"], key=lambda row: row["date"]["earliest"])
    side = country(content["side"], links)
    parties = content["parties"]
    evidence = {links.record(row["document"] or row["dialogue"]) for row in dated} - {None}
    return {
        "agent": side or (named("Organization", parties) if parties else None),
        "startTime": first_day(dated[0]["date"]["value"]) if dated else "",
        "subjectOf": [
            short("CreativeWork", row) for row in sorted(evidence, key=lambda row: row.uid)
        ],
    }


def _location(content: dict, links: Links) -> dict | None:
    place = content["place"]
    if not place:
        venue = content["venue"]
        return named("Place", venue) if venue else None
    found = thing("Place", links, "place", place["slug"], content["venue"] or place["label"])
    return found | {"address": place["label"]}


def _organisers(content: dict, links: Links) -> list[dict]:
    host = country(content["host"], links)
    bodies = [
        organisation(row, links)
        for row in content["organisations"]
        if row["role"] == OrganisationPart.HOST
    ]
    return [*([host] if host else []), *bodies]


def _present(content: dict, links: Links) -> list[dict]:
    """Those at the table, else the parties."""
    people = [person(row, links) for row in content["people"] if row["role"] in PRESENT]
    parties = [
        thing("Country", links, "country", row["slug"], row["name"])
        for row in content["countries"]
        if row["role"] == CountryPart.PARTY
    ]
    return list({row["name"]: row for row in [*people, *parties]}.values())
