"""The page of a meeting."""

from django.db.models import F
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from diplomacy.kinds import ONE_SIDED
from diplomacy.models import PublicRecord
from diplomacy.vocabulary import CountryPart, Held, MeetingStatus, PersonPart

from . import accounts, surroundings
from .base import RecordPage
from .delegations import delegations
from .names import Named

IN_OWN_WORDS = (Held.VERBATIM, Held.EXCERPT)


class DialoguePage(RecordPage):
    """A round of a series, or a single meeting or event."""

    template_name = "records/dialogue.html"
    told_first = (PersonPart.CHAIR, PersonPart.PARTICIPANT)

    @property
    def is_held(self) -> bool:
        return self.content["status"] == MeetingStatus.HELD

    @cached_property
    def series(self) -> Named | None:
        series = self.content["series"]
        return self.named("series", series["slug"], series["title"]) if series else None

    @cached_property
    def host(self) -> Named | None:
        return self.named("country", self.content["host"])

    @cached_property
    def delegations(self) -> list[dict]:
        """``{country, people}``: who chaired and took part, by side, chairs first.

        Nothing where nobody is named.
        """
        people = self.people_as(*self.told_first)
        return delegations(people, self.parties) if people else []

    @cached_property
    def documents(self) -> list[PublicRecord]:
        """The texts about this meeting, nearest authority first."""
        return self.links.accounts(self.content)

    @cached_property
    def texts(self) -> list[dict]:
        """The same, each with its side, outlets and the beginning of what may be shown."""
        return accounts.told(self.documents)

    @cached_property
    def by_authority(self) -> list[dict]:
        """``{authority, texts}`` in order of nearness."""
        return accounts.by_authority(self.texts)

    @cached_property
    def beside(self) -> list[dict]:
        """One text of each voice, to be read side by side."""
        return accounts.beside(self.texts)

    @property
    def documents_differ(self) -> bool:
        return len({document.authority for document in self.documents}) > 1

    @cached_property
    def parties(self) -> list[Named]:
        rows = self.content["countries"]
        return [
            self.named("country", row["slug"], row["name"])
            for row in rows
            if row["role"] == CountryPart.PARTY
        ]

    @cached_property
    def not_held(self) -> list[str]:
        """What the archive lacks on a meeting that took place, in sentences."""
        if not self.is_held:
            return []
        silent = self._silent_sides
        return [*self._no_joint_text, *(_("No read-out by %s is recorded.") % s for s in silent)]

    @property
    def _no_joint_text(self) -> list[str]:
        joint = [row.held for row in self.documents if row.authority == "joint_verbatim"]
        if any(held in IN_OWN_WORDS for held in joint):
            return []
        if joint:
            return [_("A joint text is described, but its wording is not held.")]
        if any(row.authority == "joint_rendering" for row in self.documents):
            return [_("A joint text is known through a rendering; its wording is not held.")]
        return [_("No joint text of this meeting is recorded.")]

    @property
    def _silent_sides(self) -> list[str]:
        heard = {row.side for row in self.documents if row.authority in ONE_SIDED}
        return [party.name for party in self.parties if party.slug not in heard]

    @cached_property
    def _rounds(self):
        """The other listed meetings of the series, under any slug the series ever had."""
        link = self.links.name("series", self.content["series"]["slug"])
        slugs = {self.content["series"]["slug"]} | ({link.slug} if link else set())
        rounds = PublicRecord.objects.meetings().filter(series_slug__in=slugs)
        return rounds.exclude(uid=self.uid).annotate(status=F("edition__content__status"))

    @cached_property
    def neighbours(self) -> tuple[PublicRecord | None, PublicRecord | None]:
        """The meetings before and after it in its series, by date. Two queries."""
        if not self.series:
            return None, None
        own = self.record.search_id
        before = self._rounds.filter(search_id__lt=own).order_by("-search_id").first()
        after = self._rounds.filter(search_id__gt=own).order_by("search_id").first()
        return before, after

    @cached_property
    def around(self) -> list[PublicRecord]:
        """Other meetings of the same parties about that time, in order. One query."""
        return surroundings.around(self.record, [party.slug for party in self.parties])

    @cached_property
    def strip(self):
        """This meeting among those ``around`` it, as a picture."""
        self.record.status = self.content["status"]
        return surroundings.picture(self.record, self.around)
