"""From what a line says to the full content of a record: short forms spelled out.

A bare name becomes an object, a ``date`` the date of the record's family, a ``body`` its
paragraphs, an ``outlet`` and a ``url`` a source. A plain ``body`` counts as held word for word
and free to be shown, since a partner sends it for publication; ``held`` and ``display`` say
otherwise.
"""

from diplomacy import kinds
from diplomacy.text import languages, paragraphs
from diplomacy.vocabulary import Basis, DateRole, Display, Held, PersonPart, Step

from .reading import LineError
from .rows import NAMED
from .shapes import kind_of

DATE_OF_FAMILY = {
    kinds.MEETING: DateRole.EVENT,
    kinds.JOINT: DateRole.DOCUMENT,
    kinds.ACCOUNT: DateRole.PUBLISHED,
    kinds.OPINION: DateRole.PUBLISHED,
}
"""Which date the plain ``date`` of a line is. A commitment's is that of its first mention."""

SHORT = ("id", "body", "date", "outlet", "url", "state", "reason", "links")


def expanded(line: dict) -> dict:
    """The content of a checked record line. What the line leaves out stays left out."""
    kind = kind_of(line)
    content = {name: value for name, value in line.items() if name not in SHORT}
    content |= {"kind": kind.code, "type": kind.model, "language": _language(line)}
    for name in NAMED:
        content[name] = [_as_object(entry) for entry in line.get(name) or []]
    if line.get("date") and kind.family in DATE_OF_FAMILY:
        given = {"value": line["date"], "basis": Basis.EDITOR}
        content["dates"] = {DATE_OF_FAMILY[kind.family]: given} | (line.get("dates") or {})
    return EXPANDERS[kind.model](content, line, kind)


def _language(line: dict) -> str:
    if line.get("language"):
        return line["language"].lower()
    return languages.detect(f"{line['title']}\n{line.get('body') or line.get('summary') or ''}")


def _as_object(entry) -> dict:
    return {"name": entry.strip(), "is_bare": True} if isinstance(entry, str) else entry


def _body(line: dict) -> list[str]:
    try:
        return paragraphs.split(line.get("body") or "")
    except ValueError as error:
        raise LineError(f"body: {error}") from error


def _document(content: dict, line: dict, kind: kinds.Kind) -> dict:
    given = line.get("paragraphs") or [{"text": text} for text in _body(line)]
    content["paragraphs"] = [dict(paragraph) for paragraph in given]
    if line.get("outlet") or line.get("url"):
        source = {"url": line.get("url") or "", "outlet": line.get("outlet")}
        content["sources"] = [source, *(line.get("sources") or [])]
    has_text = bool(content["paragraphs"])
    content["held"] = line.get("held") or (Held.VERBATIM if has_text else Held.NOT_HELD)
    if not line.get("display"):
        shown = has_text and content["held"] != Held.NOT_HELD
        content["display"] = Display.FULL if shown else Display.METADATA
    content["authority"] = line.get("authority") or kind.authority
    return content


def _dialogue(content: dict, line: dict, kind: kinds.Kind) -> dict:
    for person in content["people"]:
        if person.get("is_bare"):
            person["role"] = PersonPart.PARTICIPANT
    if not content.get("outcomes"):
        content["outcomes"] = _body(line)
    return content


def _commitment(content: dict, line: dict, kind: kinds.Kind) -> dict:
    if line.get("date") and not content.get("mentions"):
        words = "\n\n".join(_body(line)) or line.get("summary") or ""
        mention = {"date": {"value": line["date"]}, "type": Step.MADE, "text": words}
        content["mentions"] = [mention]
    return content


EXPANDERS = {"document": _document, "dialogue": _dialogue, "commitment": _commitment}
