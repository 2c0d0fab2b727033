"""What can be done with a page about the archive, one row each, as for records."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from diplomacy import publishing
from diplomacy.models import FrontEdition, FrontText, shipped_words

from .verb_forms import RestoreForm, VerbForm
from .verbs import PUBLISH


@dataclass(frozen=True)
class FrontVerb:
    """One button. ``permission`` is needed beside the right to write these pages.

    ``applies`` is asked of the stored text and its last edition; ``readers`` says what the public
    will see; ``run(text, by=…, **arguments of the form)``.
    """

    code: str
    label: str | Promise
    done: str | Promise
    readers: str | Promise
    run: Callable
    form: type[VerbForm]
    applies: Callable[[FrontText, FrontEdition | None], bool]
    permission: str = ""
    is_grave: bool = False

    def may(self, user) -> bool:
        """Whether ``user``, who may write these pages, may do this."""
        return not self.permission or user.has_perm(self.permission)


def _is_in_work(text: FrontText, last: FrontEdition | None) -> bool:
    return text.words is not None


def _may_return(text: FrontText, last: FrontEdition | None) -> bool:
    is_edited = last is not None and not last.is_shipped
    return is_edited and shipped_words(text.page, text.language) is not None


VERBS = {
    verb.code: verb
    for verb in (
        FrontVerb(
            "publish",
            _("Publish …"),
            _("Published: readers see it now."),
            _(
                "Readers see the words in work at once, in this language alone. What they read "
                "before stays readable among the earlier versions."
            ),
            publishing.publish_front,
            RestoreForm,
            _is_in_work,
            PUBLISH,
        ),
        FrontVerb(
            "discard",
            _("Discard the changes …"),
            _("Discarded. Readers go on seeing what they saw."),
            _("Nothing changes for readers. The words in work are dropped and cannot be got back."),
            publishing.discard_changes,
            VerbForm,
            _is_in_work,
            is_grave=True,
        ),
        FrontVerb(
            "return",
            _("Return to the shipped text …"),
            _("Readers see the text that comes with the software."),
            _(
                "Readers see the text that comes with the software, and its improvements with "
                "every upgrade. Your own text stays readable among the earlier versions; words "
                "in work are dropped."
            ),
            publishing.return_to_shipped,
            RestoreForm,
            _may_return,
            PUBLISH,
            is_grave=True,
        ),
    )
}
