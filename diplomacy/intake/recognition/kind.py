"""What kind of text a page is, how near it stands to the words it gives, and who issued it.

Kind and authority are told by rules in a fixed order; the first that fits counts.
"""

import re
from dataclasses import dataclass
from functools import cached_property

from ..known import Gazetteer, Known
from .actors import SIDE_WORDS
from .bodies import JOINED_NAMES, foreign_ministry, issuer_in
from .guesses import snippet
from .head import Head
from .kind_words import (
    ABOUT_JOINT,
    ANALYSIS_LABEL,
    ANNOUNCES,
    BRIEFING,
    FIRST_PERSON,
    FULL_TEXT,
    HELD_ALREADY,
    INTERVIEW,
    INTRODUCED_JOINT,
    JOINT_TITLES,
    OPINION_LABEL,
    READOUT_TITLE,
    REPORTED,
    SAID,
    SCHOLAR,
    SPEECH,
    SPEECH_REPORT,
    SPOKESPERSON,
)

OPENING = 6
"""Paragraphs in which a report says what it is based on."""
SIGNATURE_LENGTH = 80
FEWEST_PARAGRAPHS = 4
MOSTLY = 0.35
SELDOM = 0.15
DIALOGUE_LINE = re.compile(
    r"^(?:Q|A|Question|Answer|问|答|سوال|جواب)\s*[:：]|^[^:：]{2,40}[:：]\s", re.MULTILINE
)


@dataclass(frozen=True)
class Page:
    """What the rules look at."""

    head: Head
    paragraphs: list[str]
    outlet: str
    author: Known | None
    gazetteer: Gazetteer

    @property
    def title(self) -> str:
        return self.head.title.value if self.head.title else ""

    @property
    def opening(self) -> str:
        return "\n".join(self.paragraphs[:OPENING])

    @property
    def labels(self) -> str:
        return "\n".join(self.head.labels)

    @property
    def is_pressed(self) -> bool:
        """Somebody who publishes has put a dateline, credit or masthead on it."""
        return bool(self.outlet) or bool(self.head.dateline and not self.head.letterhead)

    @cached_property
    def issuer(self) -> Known | None:
        """The ministry or embassy on whose paper it stands: named in its labels, or by its city.

        Above what an agency or paper has signed, such a name only says what the story is about.
        """
        if self.head.dateline and self.head.dateline.credits:
            return None
        stated = self.head.letterhead and self.head.dateline
        place = f", {self.head.dateline.place}" if stated else ""
        return issuer_in(self.labels, self.gazetteer) or issuer_in(
            self.head.letterhead + place, self.gazetteer
        )

    def share(self, pattern: re.Pattern) -> float:
        """Share of the paragraphs in which the words stand."""
        hits = sum(bool(pattern.search(paragraph)) for paragraph in self.paragraphs)
        return hits / max(1, len(self.paragraphs))


@dataclass(frozen=True)
class Verdict:
    """Kind and authority with the words they rest on; `issuer` is the body that speaks."""

    kind: str
    authority: str
    evidence: str
    issuer: Known | None = None


def judge(page: Page) -> Verdict | None:
    """The first rule that fits; None where the page does not show what it is."""
    return next((verdict for rule in RULES if (verdict := rule(page))), None)


def _joint_text(page: Page) -> Verdict | None:
    """A text agreed by the sides, held as such: it says so, and speaks for them."""
    for kind, pattern in JOINT_TITLES.items():
        named = pattern.search(page.title) or pattern.search(page.labels)
        whole = FULL_TEXT.search(page.opening) and pattern.search(page.opening)
        if not (named or whole) or page.share(INTRODUCED_JOINT) < MOSTLY:
            continue
        match = named or whole
        evidence = snippet(match.string, *match.span())
        if whole or FULL_TEXT.search(page.title + page.labels):
            return Verdict(kind, "joint_verbatim", evidence)
        is_its_own_title = pattern.search(page.title) and not ABOUT_JOINT.search(page.title)
        if page.share(SAID) > SELDOM or (page.is_pressed and not is_its_own_title):
            return Verdict("press_account", "joint_rendering", evidence)
        return Verdict(kind, "joint_verbatim", evidence)
    return None


def _question_and_answer(page: Page) -> Verdict | None:
    turns = sum(bool(DIALOGUE_LINE.match(paragraph)) for paragraph in page.paragraphs)
    named = BRIEFING.search(page.title) or BRIEFING.search(page.opening)
    if turns >= 2 and turns * 3 >= len(page.paragraphs):
        if named or SPOKESPERSON.search(page.title):
            evidence = named[0] if named else page.title
            return Verdict("spokesperson_briefing", "readout", evidence, _any_issuer(page))
        return Verdict("interview", "press", snippet(page.paragraphs[0]))
    if BRIEFING.search(page.title) or (
        BRIEFING.search(page.paragraphs[0] if page.paragraphs else "")
    ):
        authority = "readout_report" if page.is_pressed else "readout"
        return Verdict("spokesperson_briefing", authority, named[0], _any_issuer(page))
    return None


def _interview(page: Page) -> Verdict | None:
    match = INTERVIEW.search(page.title) or INTERVIEW.search("\n".join(page.paragraphs[:2]))
    return Verdict("interview", "press", match[0]) if match else None


def _signed(page: Page) -> Verdict | None:
    """Somebody signs it, and speaks as “we” or “I”: an article or a speech."""
    first_person = page.share(FIRST_PERSON)
    label = OPINION_LABEL.search(page.labels) or OPINION_LABEL.search(page.title)
    speech = SPEECH.search(page.title)
    if speech and first_person >= SELDOM:
        return Verdict("speech", "signed", speech[0])
    if ANALYSIS_LABEL.search(page.labels) or ANALYSIS_LABEL.search(page.title):
        return Verdict("analysis", "press", page.labels or page.title)
    if page.head.author_note or label:
        return Verdict("op_ed", "signed", page.head.author_note or label[0])
    signed = page.head.byline and (page.author or not page.head.dateline)
    if signed and first_person >= SELDOM and page.share(SAID) <= MOSTLY:
        return Verdict("op_ed", "signed", page.head.byline.evidence)
    return None


def _speech_report(page: Page) -> Verdict | None:
    match = SPEECH_REPORT.search("\n".join(page.paragraphs[:2])) or SPEECH.search(page.title)
    return Verdict("speech", "press", match[0]) if match and page.is_pressed else None


def _scholar(page: Page) -> Verdict | None:
    """The first person a report lets speak is a scholar, and no ministry speaks in it."""
    opening = "\n".join(page.paragraphs[:2])
    match = SCHOLAR.search(page.title) or SCHOLAR.search(opening)
    if match and not _one_sides_account(page) and SAID.search(opening):
        return Verdict("scholar_statement", "press", snippet(match.string, *match.span()))
    return None


def _own_account(page: Page) -> Verdict | None:
    """A ministry's own page: its name or style at the top, and nobody who tells on what it said."""
    is_told_on = (page.is_pressed and not page.issuer) or _one_sides_account(page)
    if is_told_on and not page.head.letterhead:
        return None
    signature = [line for line in page.paragraphs[-2:] if len(line) <= SIGNATURE_LENGTH]
    issuer = page.issuer or issuer_in("\n".join(signature), page.gazetteer)
    release = re.search(r"press release|pr\.? ?no|新闻稿|پریس ریلیز", page.labels, re.IGNORECASE)
    readout = READOUT_TITLE.search(page.title) or READOUT_TITLE.search(page.labels)
    if not (issuer or release or readout or page.head.letterhead):
        return None
    issuer = issuer or _ministry_of_first_named(page)
    kind = "announcement" if is_ahead(page) else "press_release" if release else "readout"
    return Verdict(kind, "readout", page.labels or page.title, issuer)


def _report_of_joint_text(page: Page) -> Verdict | None:
    """A joint text re-worded: the sides speak all through, hardly anybody “said”."""
    joint = page.share(INTRODUCED_JOINT)
    about = ABOUT_JOINT.search(page.opening) or ABOUT_JOINT.search(page.title)
    one_sided = _one_sides_account(page) or is_ahead(page)
    is_long = len(page.paragraphs) >= FEWEST_PARAGRAPHS
    if (
        page.is_pressed
        and is_long
        and joint >= MOSTLY
        and page.share(SAID) <= SELDOM
        and not one_sided
    ):
        example = next(one for one in page.paragraphs if INTRODUCED_JOINT.search(one))
        return Verdict("press_account", "joint_rendering", about[0] if about else snippet(example))
    if about and joint >= MOSTLY and not one_sided:
        return Verdict("press_account", "joint_rendering", about[0])
    return None


def _report_of_readout(page: Page) -> Verdict | None:
    told = _one_sides_account(page)
    if not told:
        return None
    sentence, issuer = told
    kind = "announcement" if is_ahead(page) else "press_account"
    return Verdict(kind, "readout_report", sentence, issuer)


def is_ahead(page: Page) -> bool:
    """Whether the page tells of a meeting or visit to come."""
    opening = "\n".join([page.title, *page.paragraphs[:2]])
    return bool(ANNOUNCES.search(opening) and not HELD_ALREADY.search(opening))


def _press(page: Page) -> Verdict | None:
    """Somebody's account: an outlet has put its mark on it, or it tells of others throughout."""
    tells = re.search(
        rf"{HELD_ALREADY.pattern}|{ANNOUNCES.pattern}|{SAID.pattern}", page.opening, re.I
    )
    if not (page.is_pressed or page.head.byline or tells):
        return None
    evidence = page.head.dateline.printed if page.head.dateline else page.outlet
    if not evidence:
        evidence = snippet(tells.string, *tells.span()) if tells else page.head.byline.evidence
    return Verdict("announcement" if is_ahead(page) else "press_account", "press", evidence)


RULES = (
    _question_and_answer,
    _joint_text,
    _interview,
    _signed,
    _scholar,
    _own_account,
    _report_of_joint_text,
    _report_of_readout,
    _speech_report,
    _press,
)


def _one_sides_account(page: Page):
    """(the words, issuer) where the opening tells on what one side issued."""
    for paragraph in (page.title, *page.paragraphs[:OPENING]):
        match = REPORTED.search(paragraph)
        if match and not ABOUT_JOINT.search(match[0]):
            around = paragraph[max(0, match.start() - 60) : match.end() + 90]
            issuer = issuer_in(around, page.gazetteer) or _ministry_of_side(match[0], page)
            if issuer:
                return snippet(paragraph, *match.span()), issuer
    return None


def _ministry_of_side(words: str, page: Page) -> Known | None:
    """“据中方发布”: what the Chinese side issued comes from its foreign ministry."""
    side = SIDE_WORDS.search(words)
    return foreign_ministry(JOINED_NAMES[side[0]][0], page.gazetteer) if side else None


def _ministry_of_first_named(page: Page) -> Known | None:
    """A ministry titles its accounts with its own minister: “Wang Yi Holds Talks with …”."""
    for one in page.gazetteer.index.find(page.title):
        if one.known.type == "person":
            return foreign_ministry(one.known.country, page.gazetteer)
    return None


def _any_issuer(page: Page) -> Known | None:
    text = f"{page.title}\n{page.labels}\n{page.opening}"
    found = page.issuer or issuer_in(text, page.gazetteer)
    if found:
        return found
    for one in page.gazetteer.index.find(f"{page.title}\n{page.opening}"):
        if one.known.type == "country":
            return foreign_ministry(one.known.slug, page.gazetteer)
    return None
