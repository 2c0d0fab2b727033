"""The page of a commitment: dated evidence, never a verdict."""

from django.utils.functional import cached_property

from .base import RecordPage
from .names import Named


class CommitmentPage(RecordPage):
    """What somebody undertook, and what has been said of it since."""

    template_name = "records/commitment.html"

    @cached_property
    def side(self) -> Named | None:
        """The one side that undertook it; None for several."""
        return self.named("country", self.content["side"])

    @cached_property
    def topic(self) -> Named | None:
        return self.named("topic", self.content["topic"])

    @cached_property
    def mentions(self) -> list[dict]:
        """The evidence in order of date; what is not public is not linked."""
        rows = sorted(self.content["mentions"], key=lambda row: row["date"]["earliest"])
        return [
            row
            | {
                "pieces": self.mark(row["text"]),
                "dialogue": row["dialogue"] and self.links.record(row["dialogue"]),
                "document": row["document"] and self.links.record(row["document"]),
            }
            for row in rows
        ]
