"""The verbs about the archive's pages about itself: their words take ledger numbers too.

As all verbs they do all of their work or raise ``Refused`` and do nothing. Whether ``by`` may is
asked where they are offered (the admin).
"""

from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from diplomacy.models import FrontEdition, FrontText, shipped_words
from diplomacy.models.front_matter import LONGEST_BODY, LONGEST_TITLE, Words
from diplomacy.text.normalise import control_in

from . import ledger
from .errors import Refused, refuse_if
from .fixity import content_hashes
from .scheduling import settle_due

EVENT = "front"
"""The event of such an entry in the ledger."""


def publish_front(text: FrontText, *, by, note: str = "") -> FrontEdition:
    """Give readers the words in work, at once; none are in work after that."""
    with ledger.opened() as pen:
        settle_due(pen)
        text.refresh_from_db()
        words, last = text.words, _last(text)
        refuse_if((words is None, _("Nothing is in work that could be published.")))
        refuse_if(
            *_faults(words),
            *_faults_of_note(note),
            (words == front_words(text, last), _("Readers see these very words already.")),
        )
        _put_away(text, by=by)
        return _append(pen, text, last, by=by, note=note, **words._asdict())


def return_to_shipped(text: FrontText, *, by, note: str = "") -> FrontEdition:
    """Give readers the words that come with the software again; none are in work after that."""
    with ledger.opened() as pen:
        settle_due(pen)
        last, shipped = _last(text), shipped_words(text.page, text.language)
        refuse_if(
            (shipped is None, _("No text in this language comes with the software.")),
            (last is None or last.is_shipped, _("Readers see the shipped text already.")),
            *_faults_of_note(note),
        )
        _put_away(text, by=by)
        return _append(pen, text, last, by=by, note=note, is_shipped=True)


def discard_changes(text: FrontText, *, by) -> None:
    """Drop the words in work; nothing changes for readers."""
    with ledger.opened():
        text.refresh_from_db()
        if text.words is None:
            raise Refused(_("There is nothing to discard."))
        _put_away(text, by=by)


def front_words(text: FrontText, last: FrontEdition | None) -> Words | None:
    """What readers see of the page in its own language; ``last`` is its last edition.

    None where nothing is published and nothing shipped in this language.
    """
    return (last and last.words) or shipped_words(text.page, text.language)


def _last(text: FrontText) -> FrontEdition | None:
    return FrontEdition.objects.of(text.page, text.language).first()


def _append(pen, text: FrontText, last: FrontEdition | None, *, by, **said) -> FrontEdition:
    n = last.n + 1 if last else 1
    edition = FrontEdition(page=text.page, language=text.language, n=n, **said)
    hashes = content_hashes(edition.content)
    edition.entry = pen.append(uid=edition.uid, event=EVENT, by=by, hashes=hashes)
    edition.save()
    return edition


def _put_away(text: FrontText, *, by) -> None:
    """Leave no words in work; who has the form open is told so when saving."""
    FrontText.objects.filter(pk=text.pk).update(
        title="", body="", version=F("version") + 1, updated_by=by, updated_at=timezone.now()
    )
    if text.pk:
        text.refresh_from_db()


def _faults(words: Words):
    """What a page cannot be published with."""
    yield not words.title.strip(), _("It has no title.")
    yield not words.body.strip(), _("It has no text.")
    yield len(words.title) > LONGEST_TITLE, _("The title is too long.")
    yield len(words.body) > LONGEST_BODY, _("The text is too long.")
    is_unfit = control_in(words.title) or control_in(words.body)
    yield bool(is_unfit), _("It holds a sign that no page can show.")


def _faults_of_note(note: str):
    yield bool(control_in(note)), _("The note holds a sign that no page can show.")
