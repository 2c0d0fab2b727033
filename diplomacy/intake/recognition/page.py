"""From a page as received to guesses about all that a record wants to know of it."""

from urllib.parse import urlsplit

from diplomacy.text import languages
from diplomacy.text.normalise import fold_name

from .. import debris
from ..cleaning import Cleaned, clean_page
from ..known import Gazetteer, Known
from ..received import Received
from . import kind as kinds
from .bodies import find_bodies, find_countries
from .clauses import Setting, find_clauses
from .dating import Circumstances, find_dates
from .guesses import Guess, PersonGuess, Recognised, snippet
from .head import Head, read_head
from .name_index import Found
from .people import NamedPerson, as_guesses, find_people
from .sections import numbered, take_headings
from .series import find_series
from .sides import sides_of
from .topics import find_topics

DAMAGE = {
    "\ufffd": "characters lost in an earlier conversion (\ufffd)",
    "â€": "UTF-8 read as another encoding (â€)",
}


def recognise(received: Received, gazetteer: Gazetteer) -> Recognised:
    """All guesses about one page; what the page does not hold stays None, with a warning."""
    cleaned = clean_page(received.text, received.dropped)
    places = frozenset(fold_name(form.text) for row in gazetteer.places for form in row.all_forms)
    head = read_head(cleaned, received, places)
    headings = take_headings(cleaned)
    page = Recognised(paragraphs=cleaned.paragraphs, headings=headings, removed=cleaned.removed)
    text, skip = _text_without_dateline(page, head)
    page.language = _language(head, page.paragraphs, received)
    page.title, page.byline = head.title, head.byline
    _read_dateline(page, head, gazetteer)
    page.outlet = _outlet(page, head, cleaned, received, gazetteer)
    if received.facts.get("url"):
        page.url = Guess(received.facts["url"], "address named by the page's own data")
    _name_names(page, text, gazetteer)
    people = _people(page, head, text, gazetteer)
    author = _author(page, head, gazetteer)
    _series_and_kind(page, head, author, gazetteer)
    _dates(page, head, received, skip)
    page.clauses = find_clauses(
        [words for _, words in numbered(page.paragraphs)],
        skip,
        Setting(
            gazetteer,
            people,
            page.authority.value if page.authority else "",
            author,
            page.issuers[0].value if page.issuers else None,
        ),
    )
    _give_roles(page, author)
    page.warnings += _missing(page, head, received)
    return page


def _text_without_dateline(page: Recognised, head: Head) -> tuple[str, int]:
    paragraphs = page.paragraphs
    skip = head.dateline.end if head.dateline_in_text and paragraphs else 0
    title = head.title.value if head.title else ""
    note = head.author_note
    body = "\n".join([paragraphs[0][skip:], *paragraphs[1:]] if paragraphs else [])
    parts = (title, body, *page.headings.values(), note, *head.labels)
    return "\n".join(part for part in parts if part), skip


def _language(head: Head, paragraphs: list[str], received: Received) -> Guess:
    text = "\n".join(paragraphs) or (head.title.value if head.title else "")
    code = languages.detect(text)
    return Guess(code, snippet(text[:80]), "inferred")


def _read_dateline(page: Recognised, head: Head, gazetteer: Gazetteer) -> None:
    dateline = head.dateline
    if not dateline:
        return
    page.dateline = Guess(dateline.printed, dateline.printed)
    first = dateline.place.replace("／", "/").split("/")[0].strip()
    known = [one.known for one in gazetteer.index.find(first.title()) if one.known.type == "place"]
    if first:
        name = first.title() if first.isascii() else first
        page.place = Guess(known[0] if known else name, dateline.printed, "printed", first)
    if dateline.agency:
        page.agency = Guess(dateline.agency, dateline.printed)


def _outlet(page, head: Head, cleaned: Cleaned, received: Received, gazetteer) -> Guess | None:
    """Who published this copy: its address, what it says of itself, the credit in its dateline."""
    return _outlet_of_page(cleaned, received, gazetteer) or _outlet_credited(page, head, gazetteer)


def _outlet_of_page(cleaned: Cleaned, received: Received, gazetteer) -> Guess | None:
    host = urlsplit(received.facts.get("url", "")).hostname
    for outlet in gazetteer.outlets:
        if host and host in outlet.hosts:
            return Guess(outlet, received.facts["url"])
    stated = received.facts.get("outlet")
    if stated:
        return Guess(_known_outlet(stated, gazetteer) or stated, "named by the page's own data")
    for line in cleaned.removed:
        if line.reason in (debris.RIGHTS, debris.LINE, debris.TAGS):
            known = _known_outlet(line.text, gazetteer)
            if known:
                return Guess(known, line.text)
    return None


def _outlet_credited(page, head: Head, gazetteer) -> Guess | None:
    if head.dateline:
        for credit in head.dateline.outlets:
            return Guess(_known_outlet(credit, gazetteer) or credit, head.dateline.printed)
    if head.outlet:
        return Guess(_known_outlet(head.outlet, gazetteer) or head.outlet, head.byline.evidence)
    if page.agency:
        known = _known_outlet(page.agency.value, gazetteer)
        return Guess(known or page.agency.value, page.agency.evidence, "inferred")
    return None


def _known_outlet(text: str, gazetteer: Gazetteer) -> Known | None:
    found = [one.known for one in gazetteer.index.find(text) if one.known.type == "outlet"]
    if found:
        return found[0]
    beginning = fold_name(text).strip() + " "
    begins = [one for one in gazetteer.outlets if fold_name(one.name).startswith(beginning)]
    return begins[0] if len(begins) == 1 else None


def _name_names(page: Recognised, text: str, gazetteer: Gazetteer) -> None:
    names = gazetteer.index.find(text)
    page.countries = find_countries(text, names, gazetteer)
    page.initiatives = _first_of("initiative", names, text)
    page.places = _first_of("place", names, text)
    bodies: dict[Known, Guess] = {}
    for body, start, end in find_bodies(text, names, gazetteer):
        bodies.setdefault(body, Guess(body, snippet(text, start, end), "printed", text[start:end]))
    page.organisations = list(bodies.values())
    title = page.title.value if page.title else ""
    page.topics = find_topics([title, *page.headings.values(), *page.paragraphs], gazetteer)


def _first_of(type_: str, names: list[Found], text: str) -> list[Guess]:
    first: dict[Known, Guess] = {}
    for one in names:
        if one.known.type == type_:
            guess = Guess(one.known, snippet(text, one.start, one.end), "printed", one.printed)
            first.setdefault(one.known, guess)
    return list(first.values())


def _people(page: Recognised, head: Head, text: str, gazetteer: Gazetteer) -> list[NamedPerson]:
    byline = head.byline.value if head.byline else ""
    whole = "\n".join(part for part in (byline, text) if part)
    people, warnings = find_people(whole, gazetteer.index.find(whole), gazetteer)
    page.people = as_guesses(people, whole)
    page.warnings += warnings
    return people


def _author(page: Recognised, head: Head, gazetteer: Gazetteer) -> Known | None:
    signed = f"{head.byline.value if head.byline else ''}\n{head.author_note}"
    people, _ = find_people(signed, gazetteer.index.find(signed), gazetteer)
    return people[0].known if people else None


def _series_and_kind(page: Recognised, head: Head, author, gazetteer: Gazetteer) -> None:
    title = page.title.value if page.title else ""
    page.series, page.ordinal, warnings = find_series(title, page.paragraphs, gazetteer)
    outlet = page.outlet.printed or str(page.outlet.value) if page.outlet else ""
    looked_at = kinds.Page(head, page.paragraphs, outlet, author, gazetteer)
    verdict = kinds.judge(looked_at)
    if verdict is None:
        page.warnings += warnings
        return
    page.kind = Guess(verdict.kind, verdict.evidence, "inferred")
    page.authority = Guess(verdict.authority, verdict.evidence, "inferred")
    if verdict.kind in NOT_ABOUT_A_ROUND:
        page.series = page.ordinal = None
    else:
        page.warnings += warnings
    if verdict.issuer:
        page.issuers = [Guess(verdict.issuer, verdict.evidence)]
    elif looked_at.issuer:
        page.issuers = [Guess(looked_at.issuer, head.letterhead or looked_at.labels)]
    named = [guess.value.slug for guess in page.countries]
    series = page.series.value if page.series else None
    page.sides = sides_of(verdict, looked_at, series, named)


NOT_ABOUT_A_ROUND = frozenset(["op_ed", "analysis", "scholar_statement", "interview"])
"""Texts that may name a round and do not report it."""


def _dates(page: Recognised, head: Head, received: Received, skip: int) -> None:
    """`skip` characters of dateline begin the first paragraph: its date is no other's."""
    first, rest = page.paragraphs[:1], page.paragraphs[1:]
    page.dates, warnings = find_dates(
        Circumstances(
            dateline=head.dateline,
            removed=page.removed,
            dated_lines=head.dated_lines,
            facts=received.facts,
            paragraphs=[*(paragraph[skip:] for paragraph in first), *rest],
            title=page.title.value if page.title else "",
            is_own_paper=bool(head.letterhead) and _is_issued(page),
        )
    )
    kind = page.kind.value if page.kind else ""
    if kind in NOT_ABOUT_A_ROUND or kind == "speech":
        page.dates.pop("event", None)
        page.dates.pop("visit", None)
        warnings = [warning for warning in warnings if "meeting is not printed" not in warning]
    page.warnings += warnings


def _is_issued(page: Recognised) -> bool:
    """Whether it is a side's own account or a joint text, no article or interview."""
    return page.authority is not None and page.authority.value in ("readout", "joint_verbatim")


def _give_roles(page: Recognised, author: Known | None) -> None:
    """Authors and speakers among the people named; the others are only mentioned."""
    speakers = set(page.speakers)
    authored = author if page.authority and page.authority.value == "signed" else None
    page.people = [
        PersonGuess(
            one.known,
            one.printed,
            one.evidence,
            "author" if one.known == authored else "speaker" if one.known in speakers else one.role,
            one.styled_as,
        )
        for one in page.people
    ]


def _missing(page: Recognised, head: Head, received: Received) -> list[str]:
    """What an editor must look for elsewhere, in plain words."""
    missing = [
        (not page.title, "The page has no title of its own: please give one."),
        (head.is_subtitle, "Only a sub-title is on the page: the main title is missing."),
        (not page.kind, "The page does not show what kind of text it is: please choose."),
        ("published" not in page.dates, "The date of publication is not on the page."),
        (not (page.outlet or head.letterhead), "The page does not say who published it."),
        (not page.paragraphs, "No paragraph is left once the rest is taken out."),
    ]
    warnings = [words for is_missing, words in missing if is_missing]
    for sign, what in DAMAGE.items():
        if sign in received.text:
            warnings.append(f"The text holds {received.text.count(sign)} {what}.")
    return warnings
