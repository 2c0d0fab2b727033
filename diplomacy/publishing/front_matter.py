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
from .errors import refuse_if
from .fixity import content_hashes
from .scheduling import settle_due

EVENT = "front"
"""The event of such an entry in the ledger."""


def publish_front(text: FrontText, *, by, note: str = "") -> FrontEdition:
    """Give readers the words in work, at once."""
    with ledger.opened() as pen:
        settle_due(pen)
        text.refresh_from_db()
        last = _last(text)
        refuse_if(
            *_faults(text.words, note),
            (text.words == public_words(text, last), _("Readers see these very words already.")),
        )
        return _append(pen, text, last, by=by, title=text.title, body=text.body, note=note)


def return_to_shipped(text: FrontText, *, by, note: str = "") -> FrontEdition:
    """Give readers the words that come with the software again; those in work follow."""
    with ledger.opened() as pen:
        settle_due(pen)
        last, words = _last(text), shipped_words(text.page, text.language)
        refuse_if(
            (words is None, _("No text in this language comes with the software.")),
            (last is None or last.is_shipped, _("Readers see the shipped text already.")),
            *_faults(None, note),
        )
        _write(text, words, by=by)
        return _append(pen, text, last, by=by, is_shipped=True, note=note)


def discard_changes(text: FrontText, *, by) -> None:
    """Make the words in work those that readers see; nothing changes for readers."""
    with ledger.opened():
        text.refresh_from_db()
        words = public_words(text, _last(text))
        refuse_if(
            (words is None, _("Nothing is published in this language.")),
            (words == text.words, _("There is nothing to discard.")),
        )
        _write(text, words, by=by)


def public_words(text: FrontText, last: FrontEdition | None) -> Words | None:
    """What readers see of the page in its own language; ``last`` is its last edition.

    None where nothing is published and nothing shipped in this language.
    """
    edited = last and last.words
    return edited or shipped_words(text.page, text.language)


def _last(text: FrontText) -> FrontEdition | None:
    return FrontEdition.objects.of(text.page, text.language).first()


def _append(pen, text: FrontText, last: FrontEdition | None, *, by, **said) -> FrontEdition:
    n = last.n + 1 if last else 1
    edition = FrontEdition(page=text.page, language=text.language, n=n, **said)
    hashes = content_hashes(edition.content)
    edition.entry = pen.append(uid=edition.uid, event=EVENT, by=by, hashes=hashes)
    edition.save()
    return edition


def _write(text: FrontText, words: Words, *, by) -> None:
    """Write the words in work; who has the form open is told."""
    FrontText.objects.filter(pk=text.pk).update(
        version=F("version") + 1, updated_by=by, updated_at=timezone.now(), **words._asdict()
    )
    text.refresh_from_db()


def _faults(words: Words | None, note: str):
    """What no page can be published with."""
    yield bool(control_in(note)), _("The note holds a sign that no page can show.")
    if words:
        yield not words.title.strip(), _("It has no title.")
        yield not words.body.strip(), _("It has no text.")
        yield len(words.title) > LONGEST_TITLE, _("The title is too long.")
        yield len(words.body) > LONGEST_BODY, _("The text is too long.")
        is_unfit = control_in(words.title) or control_in(words.body)
        yield bool(is_unfit), _("It holds a sign that no page can show.")
