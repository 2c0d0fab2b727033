"""From a page as received to a draft: everything guessed is marked a guess."""

from dataclasses import dataclass, field

from django.db import transaction

from diplomacy.models import Document, Guess, RawText

from . import gazetteer as gazetteers
from . import report
from .draft_writer import Writer
from .duplicates import find_held, fingerprint, text_hash
from .known import Gazetteer
from .received import Received
from .recognition.guesses import Recognised
from .recognition.page import recognise


@dataclass
class Draft:
    """What became of a page; `is_new` is false where its text was already held."""

    record: Document
    guesses: list[Guess] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    report: dict = field(default_factory=dict)
    is_new: bool = True


def look_at(received: Received, gazetteer: Gazetteer) -> tuple[Recognised, dict]:
    """Guesses about a page, and the report of them; writes nothing."""
    guessed = recognise(received, gazetteer)
    return guessed, report.as_dict(received.filename, guessed, find_held(received.text, guessed))


def make_draft(
    received: Received, *, by=None, url: str = "", gazetteer: Gazetteer | None = None
) -> Draft:
    """Make a draft of a page, in one transaction; nothing is made twice.

    Where the same text is already held, its draft or record is given back instead. `url` is
    where the page stood, if known; `gazetteer` spares loading it for each of many pages.
    """
    if url:
        received = received.with_fact("url", url)
    guessed, rows = look_at(received, gazetteer or gazetteers.load())
    with transaction.atomic():
        raw = _keep_raw(received, guessed)
        held = Document.objects.filter(raw=raw).order_by("pk").first()
        if held:
            warning = "This text is already held: nothing was made."
            return Draft(held, [], [warning], {**rows, "uid": held.uid}, is_new=False)
        writer = Writer(received, guessed, raw, by)
        guesses = writer.write()
    return Draft(
        writer.document, guesses, list(guessed.warnings), {**rows, "uid": writer.document.uid}
    )


def _keep_raw(received: Received, guessed: Recognised) -> RawText:
    return RawText.objects.get_or_create(
        sha256=text_hash(received.text),
        defaults={
            "text": received.text,
            "filename": received.name[:300],
            "encoding": received.encoding,
            "fingerprint": fingerprint(guessed.paragraphs),
        },
    )[0]
