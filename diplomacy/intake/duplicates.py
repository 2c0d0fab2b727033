"""Is this text, a near copy of it, or another account of the same meeting already held?"""

import hashlib
import re
from dataclasses import asdict, dataclass

from diplomacy.models import Document, RawText
from diplomacy.text import dates
from diplomacy.text.normalise import clean, fold
from diplomacy.vocabulary import DateRole

from .recognition.guesses import Recognised

BITS = 64
RUN = 3
"""Words in a run (shingle); every sign of Chinese is a word."""
FEWEST_RUNS = 40
"""A text with fewer runs is too short to tell a near copy from chance."""
NEAR_BITS = 12
"""Fingerprints that differ in so many bits of 64 at most are looked at closely."""
ALIKE = 0.6
"""Share of runs two texts must have in common to be called near copies."""
MOST_SHOWN = 20
WORD = re.compile(r"[\u3400-\u9fff]|[^\W_\u3400-\u9fff]+")


@dataclass(frozen=True)
class Held:
    """A document already in the archive, and why it is named."""

    uid: str
    title: str
    reason: str

    def as_dict(self) -> dict:
        """``{"uid", "title", "reason"}``."""
        return asdict(self)


def text_hash(text: str) -> str:
    """SHA-256 of a text once line ends and blanks are made alike."""
    return hashlib.sha256(clean(text).strip().encode()).hexdigest()


def runs(paragraphs: list[str]) -> set[str]:
    """Every run of three words of a text, folded."""
    words = WORD.findall(fold("\n".join(paragraphs)))
    return {" ".join(words[place : place + RUN]) for place in range(len(words) - RUN + 1)}


def fingerprint(paragraphs: list[str]) -> int | None:
    """A 64-bit likeness (simhash) of the text as a signed number; None for a very short one.

    Texts that share most of their runs differ in few bits.
    """
    found = runs(paragraphs)
    if len(found) < FEWEST_RUNS:
        return None
    weights = [0] * BITS
    for run in found:
        digest = int.from_bytes(
            hashlib.blake2b(run.encode(), digest_size=BITS // 8).digest(), "big"
        )
        for bit in range(BITS):
            weights[bit] += 1 if digest >> bit & 1 else -1
    value = sum(1 << bit for bit, weight in enumerate(weights) if weight > 0)
    return value - (1 << BITS) if value >> (BITS - 1) else value


def find_held(text: str, guessed: Recognised) -> list[Held]:
    """Documents already held: the same text, near copies, other accounts of that meeting."""
    found: dict[str, Held] = {}
    for held in (*same_text(text), *_near_copies(guessed.paragraphs), *_same_meeting(guessed)):
        found.setdefault(held.uid, held)
    return list(found.values())[:MOST_SHOWN]


def same_text(text: str) -> list[Held]:
    """Documents made from exactly this text."""
    documents = Document.objects.filter(raw__sha256=text_hash(text)).order_by("pk")
    return [Held(one.uid, one.title, "the same text") for one in documents]


def _near_copies(paragraphs: list[str]) -> list[Held]:
    ours = fingerprint(paragraphs)
    if ours is None:
        return []
    rows = RawText.objects.exclude(fingerprint=None).values_list("pk", "fingerprint")
    near = [
        pk
        for pk, theirs in rows.iterator(chunk_size=5000)
        if ((ours ^ theirs) & (1 << BITS) - 1).bit_count() <= NEAR_BITS
    ][: MOST_SHOWN * 5]
    documents = Document.objects.filter(raw__in=near).prefetch_related("paragraphs").order_by("pk")
    own_runs = runs(paragraphs)
    return [
        Held(one.uid, one.title, "a near copy of this text")
        for one in documents
        if likeness(own_runs, runs([row.text for row in one.paragraphs.all()])) >= ALIKE
    ]


def likeness(ours: set[str], theirs: set[str]) -> float:
    """Share of the runs of two texts that both have (Jaccard index), from 0 to 1."""
    return len(ours & theirs) / len(ours | theirs) if ours or theirs else 0.0


def _same_meeting(guessed: Recognised) -> list[Held]:
    """Other accounts: of the same round, or of an event of that day with the same people."""
    if guessed.series and guessed.ordinal:
        documents = Document.objects.filter(
            meeting__series__slug=guessed.series.value.slug,
            meeting__ordinal=guessed.ordinal.value,
        )
        reason = "another account of that round"
    elif "event" in guessed.dates and guessed.people:
        day = dates.parse(guessed.dates["event"].value)
        documents = Document.objects.filter(
            dates__role=DateRole.EVENT,
            dates__earliest=day.earliest,
            dates__latest=day.latest,
            person_roles__person__slug__in=[one.known.slug for one in guessed.people],
        ).distinct()
        reason = "another account of a meeting of that day with the same people"
    else:
        return []
    found = documents.order_by("pk").values_list("uid", "title")[:MOST_SHOWN]
    return [Held(uid, title, reason) for uid, title in found]
