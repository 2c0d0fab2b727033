"""The parts of a record's content, and how each reads in lines that can be compared."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from diplomacy.reading.links import Links
from diplomacy.site.templatetags.archive import edtf, name_comma, words

Lines = dict[object, tuple[str, str]]
"""What a part says: ``{identity: (name, line)}``; rows of two editions are paired by identity."""


@dataclass(frozen=True)
class Part:
    """One part of content: where it stands, what it is called, how it reads."""

    key: str
    label: str | Promise
    read: Callable[[object, Links], Lines]
    is_source_text: bool = False
    """Whether the words are the text's own, in its language."""
    is_prose: bool = False
    """Whether words are worth comparing one by one; codes and dates are replaced whole."""


def _text(value, links) -> Lines:
    return {"": ("", "" if value is None else str(value))}


def _coded(of: str):
    return lambda value, links: {"": ("", str(words(value, of)) if value else "")}


def _named(type: str):
    return lambda value, links: {"": ("", _name(links, type, value))}


def _label(value, links) -> Lines:
    """A place or series: a name with its code."""
    return {"": ("", (value.get("label") or value.get("title", "")) if value else "")}


def _list(value, links) -> Lines:
    return {line: ("", line) for line in value or []}


def _rows(identity: Callable, line: Callable, name: Callable = lambda row: ""):
    """A list of rows, each with an identity that lasts."""

    def read(value, links) -> Lines:
        return {identity(row): (str(name(row)), line(row, links)) for row in value or []}

    return read


def _name(links: Links, type: str, slug: str | None) -> str:
    link = links.name(type, slug) if slug else None
    return link.name if link else slug or ""


def _title(links: Links, uid: str | None) -> str:
    record = links.record(uid) if uid else None
    return record.title if record else ""


def _joined(*parts) -> str:
    return " · ".join(str(part) for part in parts if part)


def _quoted(text: str) -> str:
    return f"“{text}”" if text else ""


def _date(date: dict) -> str:
    basis = words(date.get("basis", ""), "basis")
    return _joined(edtf(date["value"]), basis, _quoted(date.get("printed", "")), date.get("note"))


def _dates(value, links) -> Lines:
    return {role: (str(words(role, "date_role")), _date(date)) for role, date in value.items()}


def _person(row, links) -> str:
    return _joined(row["name"], words(row["role"], "person_part"), row["styled_as"])


def _part_of(list_name: str):
    return lambda row, links: _joined(row["name"], words(row["role"], list_name))


def _slug_and_role(row):
    return row["slug"], row.get("role")


def _topic(row, links) -> str:
    return _joined(row["label"], _quoted(row["printed"]))


def _source(row, links) -> str:
    outlet = row["outlet"]["name"] if row["outlet"] else ""
    published, retrieved = row["published"], row["retrieved"]
    return _joined(
        outlet,
        row["title"],
        row["url"],
        published and _("published %s") % edtf(published),
        retrieved and _("retrieved %s") % edtf(retrieved),
        row["rights"],
    )


def _clause(row, links) -> str:
    return _joined(
        words(row["act"], "act"),
        _quoted(row["verb"]),
        row["strength"],
        row["text"],
        _quoted(row["formula"]),
        words(row["voice"], "voice"),
        _name(links, "country", row["side"]),
        _name(links, "person", row["speaker"]),
        _name(links, "organisation", row["reporter"]),
        words(row["mode"], "mode"),
        name_comma().join(_name(links, "topic", slug) for slug in row["topics"]),
        name_comma().join(_name(links, "place", slug) for slug in row["places"]),
    )


def _mention(row, links) -> str:
    return _joined(
        words(row["type"], "step"),
        row["label"],
        row["text"],
        _title(links, row["dialogue"]),
        _title(links, row["document"]),
        *row["urls"],
    )


def _mentions(value, links) -> Lines:
    """Mentions have no lasting key: those of one date are paired in their order."""
    lines: Lines = {}
    for row in value or []:
        date = row["date"]["value"]
        nth = sum(1 for key in lines if key[0] == date)
        lines[date, nth] = (edtf(date), _mention(row, links))
    return lines


def _work(value, links) -> Lines:
    return {"": ("", str(words(value["standing"], "work_standing")) if value else "")}


def _relations(value, links) -> Lines:
    return {
        (row["type"], row["uid"]): (str(words(row["type"], "relation")), _title(links, row["uid"]))
        for row in value or []
    }


def _picture(row, links) -> str:
    return _joined(row["caption"], row["alt"], row["credit"], row["licence"])


def _file(row, links) -> str:
    return _joined(row["what"], row["rights"], row["sha256"][:12])


_labelled = _rows(lambda row: row["slug"], lambda row, links: row["label"])

PARTS = [
    Part("title", gettext_lazy("Title"), _text, True, True),
    Part("title_origin", gettext_lazy("Title comes from"), _coded("title_origin")),
    Part("slug", gettext_lazy("Address"), _text),
    Part("kind", gettext_lazy("Kind"), _coded("kind")),
    Part("language", gettext_lazy("Language"), _coded("language")),
    Part("authority", gettext_lazy("Authority"), _coded("authority")),
    Part("held", gettext_lazy("Held"), _coded("held")),
    Part("display", gettext_lazy("May be shown"), _coded("display")),
    Part("series", gettext_lazy("Series"), _label),
    Part("ordinal", gettext_lazy("Round"), _text),
    Part("ordinal_printed", gettext_lazy("Round as printed"), _text),
    Part("status", gettext_lazy("Status"), _coded("meeting_status")),
    Part("dates", gettext_lazy("Dates"), _dates),
    Part("place", gettext_lazy("Place"), _label),
    Part("venue", gettext_lazy("Venue"), _text, is_prose=True),
    Part("mode", gettext_lazy("How it was held"), _coded("meeting_mode")),
    Part("host", gettext_lazy("Host"), _named("country")),
    Part("side", gettext_lazy("Side"), _named("country")),
    Part("parties", gettext_lazy("Who"), _text),
    Part("topic", gettext_lazy("Topic"), _named("topic")),
    Part("byline", gettext_lazy("Byline"), _text, True, True),
    Part("agency", gettext_lazy("Agency"), _text),
    Part("dateline", gettext_lazy("Dateline"), _text, True, True),
    Part("work", gettext_lazy("Standing of this version"), _work),
    Part("dialogue", gettext_lazy("Meeting"), lambda uid, links: _text(_title(links, uid), links)),
    Part("theme", gettext_lazy("Theme"), _text, is_prose=True),
    Part("agenda", gettext_lazy("Agenda"), _list),
    Part("invitation", gettext_lazy("Invitation"), _text, is_prose=True),
    Part("outcomes", gettext_lazy("Outcomes"), _list),
    Part("summary", gettext_lazy("Summary"), _text, is_prose=True),
    Part(
        "paragraphs",
        gettext_lazy("Paragraphs"),
        _rows(
            lambda row: row["key"],
            lambda row, links: "\n".join(filter(None, [row["heading"], row["text"]])),
            lambda row: _("Paragraph %s") % row["number"],
        ),
        True,
        True,
    ),
    Part("clauses", gettext_lazy("Clauses"), _rows(lambda row: row["key"], _clause), is_prose=True),
    Part("mentions", gettext_lazy("Evidence"), _mentions, is_prose=True),
    Part("people", gettext_lazy("People"), _rows(_slug_and_role, _person)),
    Part(
        "organisations",
        gettext_lazy("Organisations"),
        _rows(_slug_and_role, _part_of("organisation_part")),
    ),
    Part("countries", gettext_lazy("Countries"), _rows(_slug_and_role, _part_of("country_part"))),
    Part("topics", gettext_lazy("Topics"), _rows(lambda row: row["slug"], _topic)),
    Part("initiatives", gettext_lazy("Initiatives"), _labelled),
    Part("places", gettext_lazy("Places"), _labelled),
    Part(
        "sources", gettext_lazy("Sources"), _rows(lambda row: (row["url"], row["title"]), _source)
    ),
    Part("relations", gettext_lazy("Other records"), _relations),
    Part("figures", gettext_lazy("Pictures"), _rows(lambda row: row["file"], _picture)),
    Part("attachments", gettext_lazy("Files"), _rows(lambda row: row["file"], _file)),
    Part("note", gettext_lazy("Editor’s note"), _text, is_prose=True),
]
"""Every part of content that readers see, in the order of the page."""
