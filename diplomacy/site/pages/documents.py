"""The page of a text: whose words it holds, and how much of them."""

from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from diplomacy import kinds
from diplomacy.vocabulary import DateRole, Display, Held, OrganisationPart, PersonPart

from .base import RecordPage
from .names import Named

SIGNED = "signed"
ISSUED = (DateRole.RELEASE, DateRole.DOCUMENT)
"""The dates that say when a text was given out, best first."""

SHOWN = {
    (Held.VERBATIM, Display.FULL): _("The full text is held and shown word for word."),
    (Held.VERBATIM, Display.EXTRACT): _(
        "The full text is held. Only the marked passages may be shown, word for word."
    ),
    (Held.VERBATIM, Display.METADATA): _("The full text is held but may not be shown here."),
    (Held.EXCERPT, Display.FULL): _("An excerpt is held and shown word for word."),
    (Held.EXCERPT, Display.EXTRACT): _(
        "An excerpt is held. Only the marked passages may be shown, word for word."
    ),
    (Held.EXCERPT, Display.METADATA): _("An excerpt is held but may not be shown here."),
    (Held.PARAPHRASE, Display.FULL): _(
        "The text is not held. What is shown is the archive’s own paraphrase."
    ),
    (Held.PARAPHRASE, Display.EXTRACT): _(
        "The text is not held. What is shown is part of the archive’s own paraphrase."
    ),
    (Held.PARAPHRASE, Display.METADATA): _("The text is not held; only a description is shown."),
    (Held.NOT_HELD, Display.METADATA): _("The text is not held; only a description is shown."),
}
"""What is held and what of it is shown, in a sentence."""


LONG = 8
"""Paragraphs from which a text gets a list of ways through it."""


class DocumentPage(RecordPage):
    """A joint text, read-out, article or account."""

    template_name = "records/document.html"
    told_first = (PersonPart.AUTHOR, PersonPart.SIGNATORY, PersonPart.SPEAKER)

    @property
    def authority(self) -> kinds.Authority | None:
        return kinds.AUTHORITIES.get(self.content["authority"])

    @property
    def is_paraphrase(self) -> bool:
        """Whether the words shown are the archive's, not the text's."""
        return self.content["held"] == Held.PARAPHRASE

    @property
    def held_sentence(self):
        """What is held and what may be shown of it."""
        return SHOWN.get((self.content["held"], self.content["display"]), "")

    @property
    def text_heading(self):
        """What the words shown are."""
        if self.is_paraphrase:
            return _("The archive’s paraphrase")
        if self.content["held"] == Held.EXCERPT:
            return _("Excerpt")
        return _("Marked passages") if self.content["display"] == Display.EXTRACT else _("Text")

    @property
    def text_warning(self):
        """What must be known before the first word is read; empty for a whole text."""
        if self.is_paraphrase:
            return _("The archive’s own paraphrase: not the wording of the text.")
        if self.content["display"] == Display.EXTRACT or self.content["held"] == Held.EXCERPT:
            return _("Not the whole text: what lies between these passages is not shown.")
        return ""

    @property
    def headings(self) -> list[dict]:
        """The paragraphs that begin a part of the text."""
        return [row for row in self.paragraphs if row["heading"]]

    @property
    def has_contents(self) -> bool:
        """Whether the text is long enough for a list of ways through it."""
        return len(self.paragraphs) > LONG

    @cached_property
    def side(self) -> Named | None:
        """The one side it speaks for."""
        return self.named("country", self.content["side"])

    @cached_property
    def issuers(self) -> list[Named]:
        rows = self.content["organisations"]
        return [
            self.named("organisation", row["slug"], row["name"])
            for row in rows
            if row["role"] == OrganisationPart.ISSUER
        ]

    @cached_property
    def authors(self) -> list[dict]:
        return self.people_as(PersonPart.AUTHOR, PersonPart.SIGNATORY)

    @cached_property
    def speakers(self) -> list[dict]:
        return self.people_as(PersonPart.SPEAKER)

    @cached_property
    def publishers(self) -> list[Named]:
        """The outlets that carried a copy, each once."""
        outlets = [source["outlet"] for source in self.sources if source["outlet"]]
        return list(dict.fromkeys(outlets))

    @cached_property
    def reported_by(self) -> list[Named]:
        """Through whom the speakers are heard: reporters of clauses, else issuers, else outlets.

        Nobody stands between the reader and a signed text.
        """
        if self.content["authority"] == SIGNED:
            return []
        slugs = dict.fromkeys(row["reporter"] for row in self.content["clauses"])
        reporters = self.all_named("organisation", filter(None, slugs))
        return reporters or self.issuers or self.publishers

    @cached_property
    def chain(self) -> list[dict]:
        """``{what, names, words, on}``: through whose hands the text came, the first one first.

        ``names`` are Named, ``words`` are as printed, ``on`` is EDTF; any of them may be empty.
        """
        dates = self.content["dates"]
        issued = next((dates[role]["value"] for role in ISSUED if role in dates), "")
        steps = [
            {"what": _("Issued by"), "names": self.issuers, "on": issued},
            {"what": _("Reported by"), "names": self._reporters, "words": self.content["agency"]},
        ]
        steps += [
            {"what": _("Carried by"), "names": [row["outlet"]], "on": row["published"]}
            for row in self.sources
            if row["outlet"]
        ]
        received = dates.get(DateRole.RETRIEVED, {}).get("value", "")
        received = received or next((row["retrieved"] for row in self.sources), "")
        held = [step for step in steps if step["names"] or step.get("words")]
        return [*held, {"what": _("Received"), "on": received}] if received else held

    @property
    def _reporters(self) -> list[Named]:
        """Those who report it, where they are none of its issuers."""
        return [named for named in self.reported_by if named not in self.issuers + self.publishers]

    @cached_property
    def sources(self) -> list[dict]:
        """The copies, numbered from 1, with the outlet as ``Named``."""
        return [
            row | {"number": number, "outlet": self._outlet(row["outlet"])}
            for number, row in enumerate(self.content["sources"], start=1)
        ]

    def _outlet(self, outlet: dict | None) -> Named | None:
        return self.named("outlet", outlet["slug"], outlet["name"]) if outlet else None

    @cached_property
    def paragraphs(self) -> list[dict]:
        """``{key, number, heading, pieces, source, clauses}`` of what may be shown."""
        return [
            row
            | {
                "pieces": self.mark(row["text"]),
                "source": self.sources[row["source"]] if row["source"] is not None else None,
                "clauses": [c for c in self.clauses if c["paragraph"] == row["key"]],
            }
            for row in self.content["paragraphs"]
        ]

    @cached_property
    def clauses(self) -> list[dict]:
        """Confirmed clauses, in the order of the text."""
        return [self._clause(row) for row in self.content["clauses"]]

    @cached_property
    def loose_clauses(self) -> list[dict]:
        """Clauses that belong to no paragraph shown here."""
        shown = {row["key"] for row in self.content["paragraphs"]}
        return [clause for clause in self.clauses if clause["paragraph"] not in shown]

    def _clause(self, row: dict) -> dict:
        return row | {
            "side": self.named("country", row["side"]),
            "speaker": self.named("person", row["speaker"]),
            "reporter": self.named("organisation", row["reporter"]),
            "topics": self.all_named("topic", row["topics"]),
            "places": self.all_named("place", row["places"]),
            "pieces": self.mark(row["text"]),
            "formula_pieces": self.mark(row["formula"]),
        }

    @property
    def meeting(self):
        """The meeting this text is about, where it is public."""
        return self.links.record(self.content["dialogue"]) if self.content["dialogue"] else None

    @cached_property
    def accounts(self) -> list:
        """Other texts about the same meeting, nearest authority first."""
        return self.links.accounts(self.content)

    @property
    def accounts_differ(self) -> bool:
        """Whether the accounts of the meeting, this one with them, differ in authority."""
        authorities = {account.authority for account in self.accounts}
        return bool(authorities - {self.content["authority"]})

    @cached_property
    def versions(self) -> list:
        """The other language versions of this text."""
        return self.links.versions(self.content)
