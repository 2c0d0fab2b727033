"""The pages about the archive as readers get them: edited, as shipped, or in English instead."""

import re
from dataclasses import dataclass

from django.conf import settings
from django.urls import translate_url
from django.utils import translation

from diplomacy.models import FrontEdition, FrontPage, shipped_words
from diplomacy.models.front_matter import Words
from diplomacy.text import markdown

MAIL = re.compile(r"[^@\s/]+@[^@\s/]+\.[^@\s/]+")
OTHERWISE = settings.LANGUAGE_CODE
"""The language that stands in where there is no text in the one asked for."""
WITH_CONTACT = (FrontPage.ABOUT, FrontPage.HELP, FrontPage.ACCESSIBILITY, FrontPage.PRIVACY)
"""The pages that say where readers may write."""
LISTED_FROM = 4
"""So many sections are worth a list of them."""


@dataclass(frozen=True)
class Shown:
    """One page as it is read.

    ``language`` is that of its words, which ``is_instead`` of the one asked for where those are
    missing; ``edition`` is None while the shipped words were never changed; ``newer`` is the
    edition of the English text, where that was changed after this one.
    """

    page: FrontPage
    language: str
    title: str
    html: str
    headings: list[markdown.Heading]
    is_instead: bool = False
    edition: FrontEdition | None = None
    newer: FrontEdition | None = None


def shown(page: str, language: str) -> Shown:
    """What readers of ``language`` are given of ``page``. One query."""
    newest = FrontEdition.objects.newest(page=page, languages={language, OTHERWISE})
    own, other = (newest.get((page, code)) for code in (language, OTHERWISE))
    words = _words(page, language, own)
    if words is None:
        words = _words(page, OTHERWISE, other)
        return of(page, OTHERWISE, words, asked=language, edition=other)
    is_behind = language != OTHERWISE and other and (own is None or own.pk < other.pk)
    return of(page, language, words, edition=own, newer=other if is_behind else None)


def of(page: str, language: str, words: Words, *, asked: str = "", **more) -> Shown:
    """These words as a page, for readers whose interface speaks ``asked`` (or ``language``)."""
    rendered = markdown.render(words.body, address=lambda path: localised(path, asked or language))
    sections = [row for row in rendered.headings if row.level == 2]
    return Shown(
        page=FrontPage(page),
        language=language,
        title=words.title,
        html=rendered.html,
        headings=sections if len(sections) >= LISTED_FROM else [],
        is_instead=bool(asked),
        **more,
    )


def context(text: Shown) -> dict:
    """What the template of such a page needs, for readers and for the desk's preview."""
    return {"shown": text, "says_contact": text.page in WITH_CONTACT, "contact": contact()}


def versions(page: str, language: str) -> list[FrontEdition]:
    """All that readers of this language were given of ``page``, the latest first, without words."""
    rows = FrontEdition.objects.of(page, language).select_related("entry")
    return list(rows.defer("body"))


def version(page: str, language: str, n: int) -> FrontEdition | None:
    """One of them; None where there is none with words of its own."""
    rows = FrontEdition.objects.of(page, language).filter(n=n, is_shipped=False)
    return rows.select_related("entry").first()


def localised(path: str, language: str) -> str:
    """A path as written for English, in ``language``; what has one address for all stays."""
    with translation.override(settings.LANGUAGE_CODE):
        return translate_url(path, language)


def contact() -> dict[str, str] | None:
    """Where readers may write, as ``{"text", "url"}`` (the url may be empty); None if nowhere."""
    text = settings.CONTACT.strip()
    if not text:
        return None
    if MAIL.fullmatch(text):
        return {"text": text, "url": f"mailto:{text}"}
    return {"text": text, "url": text if text.startswith(("https://", "http://")) else ""}


def _words(page: str, language: str, last: FrontEdition | None) -> Words | None:
    return (last and last.words) or shipped_words(page, language)
