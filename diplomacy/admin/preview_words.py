"""What a content says in codes, in words: for the preview, which leaves nothing out."""

from django.utils.translation import gettext as _

from diplomacy.models import Record
from diplomacy.reading.links import Links, uids_in
from diplomacy.text import dates
from diplomacy.vocabulary import Act, Link, Mode, Named, Step, Voice

from .stored import address_of


class Words:
    """One content with the names of what it refers to, in a constant number of queries."""

    def __init__(self, content: dict):
        self.content = content
        self._links = Links.for_contents([content], reverse=False)
        titles = Record.objects.filter(uid__in=uids_in(content)).values_list("uid", "title")
        self._titles = dict(titles)

    def name(self, type: str, slug: str | None) -> str:
        """What an authority record is called now; its code where there is none, "" for None."""
        link = self._links.name(type, slug)
        return link.name if link else slug or ""

    def record(self, uid: str | None) -> str:
        """The title of a record referred to, and whether readers will be told of it."""
        if not uid:
            return ""
        title = self._titles.get(uid) or uid
        if self._links.record(uid):
            return title
        return _("%(title)s (not public: readers do not see this)") % {"title": title}

    def relations(self) -> list[dict]:
        """Each with what it is (``type``) and to which ``record``."""
        return [
            {"type": Link(row["type"]).label, "record": self.record(row["uid"])}
            for row in self.content["relations"]
        ]

    def figures(self) -> list[dict]:
        """The pictures with the desk's address of each."""
        return [row | {"address": address_of(row["file"])} for row in self.content["figures"]]

    def attachments(self) -> list[dict]:
        """The public files with the desk's address of each."""
        return [row | {"address": address_of(row["file"])} for row in self.content["attachments"]]

    def paragraphs(self) -> list[dict]:
        """The shown paragraphs; ``source`` is counted from 1, as the list of sources is."""
        return [
            row | {"source": None if row["source"] is None else row["source"] + 1}
            for row in self.content.get("paragraphs", [])
        ]

    def clauses(self) -> list[dict]:
        """The confirmed clauses; ``told`` is all that was read in each."""
        return [row | {"told": self._told(row)} for row in self.content.get("clauses", [])]

    def _told(self, clause: dict) -> list[str]:
        told = [
            Act(clause["act"]).label,
            clause["verb"],
            clause["strength"],
            clause["voice"] and Voice(clause["voice"]).label,
            self.name(Named.COUNTRY, clause["side"]),
            self.name(Named.PERSON, clause["speaker"]),
            self.name(Named.ORGANISATION, clause["reporter"]),
            clause["mode"] and Mode(clause["mode"]).label,
            *(self.name(Named.TOPIC, slug) for slug in clause["topics"]),
            *(self.name(Named.PLACE, slug) for slug in clause["places"]),
        ]
        return [str(word) for word in told if word]

    def mentions(self) -> list[dict]:
        """The evidence about a commitment, each with its ``day``, ``step`` and ``records``."""
        return [
            row
            | {
                "day": dates.display(row["date"]["value"]),
                "step": Step(row["type"]).label,
                "records": [self.record(row[part]) for part in ("dialogue", "document")],
            }
            for row in self.content.get("mentions", [])
        ]

    def sources(self) -> list[dict]:
        """Where copies appeared; dates in words."""
        return [
            row | {key: row[key] and dates.display(row[key]) for key in ("published", "retrieved")}
            for row in self.content.get("sources", [])
        ]
