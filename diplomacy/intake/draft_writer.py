"""Writing a draft and its parts from what was recognised on a page."""

from diplomacy.models import (
    AUTHORITY_MODELS,
    Clause,
    ClauseTopic,
    CountryRole,
    Dialogue,
    Document,
    Guess,
    OrganisationRole,
    Paragraph,
    PersonRole,
    RawText,
    RecordAction,
    RecordDate,
    RemovedLine,
    Source,
    TopicLabel,
)
from diplomacy.vocabulary import (
    LANGUAGES,
    Basis,
    CountryPart,
    Display,
    Held,
    MeetingStatus,
    OrganisationPart,
    TitleOrigin,
)

from . import report
from .known import Known
from .received import Received
from .recognition.guesses import Recognised
from .recognition.sections import numbered

KIND_UNTIL_CHOSEN = "press_account"
"""A draft needs a kind: the one that claims least, with a warning and no guess."""


class Writer:
    """Writes one draft and its parts, with a fixed number of look-ups of known names."""

    def __init__(self, received: Received, guessed: Recognised, raw: RawText, by):
        self.received, self.guessed, self.raw, self.by = received, guessed, raw, by
        self.rows = _known_rows(guessed)

    def write(self) -> list[Guess]:
        """Write everything, inside the caller's transaction; the guesses are given back."""
        self.document = self._document()
        self._paragraphs()
        self._dates()
        self._source()
        self._names()
        self._clauses()
        guesses = Guess.objects.bulk_create(self._guesses())
        RecordAction.objects.create(
            record=self.document, verb="received", by=self.by, note=self.received.name
        )
        return guesses

    def row(self, known):
        """The database row of something known; None for a name only printed."""
        return self.rows.get((known.type, known.slug)) if isinstance(known, Known) else None

    def _document(self) -> Document:
        guessed = self.guessed
        sides = [one for one in guessed.sides if len(guessed.sides) == 1]
        return Document.objects.create(
            kind=guessed.kind.value if guessed.kind else KIND_UNTIL_CHOSEN,
            title=_cut(guessed.title, 500),
            title_origin=TitleOrigin.SOURCE if guessed.title else TitleOrigin.EDITOR,
            language=self._language(),
            authority=guessed.authority.value if guessed.authority else "",
            held=Held.VERBATIM,
            display=Display.METADATA,
            side=self.rows.get(("country", sides[0].value)) if sides else None,
            byline=_cut(guessed.byline, 300),
            agency=_cut(guessed.agency, 100),
            dateline=_cut(guessed.dateline, 200),
            place=self.row(guessed.place.value) if guessed.place else None,
            meeting=self._meeting(),
            raw=self.raw,
            created_by=self.by,
            updated_by=self.by,
        )

    def _language(self) -> str:
        code = self.guessed.language.value
        return code if code in LANGUAGES else "und"

    def _meeting(self) -> Dialogue | None:
        series, ordinal = self.guessed.series, self.guessed.ordinal
        if not (series and ordinal):
            return None
        rounds = Dialogue.objects.exclude(status=MeetingStatus.POSTPONED)
        return rounds.filter(series__slug=series.value.slug, ordinal=ordinal.value).first()

    def _paragraphs(self) -> None:
        texts = numbered(self.guessed.paragraphs)
        self.paragraphs = Paragraph.objects.bulk_create(
            Paragraph(
                document=self.document,
                order=order,
                number=number,
                heading=self.guessed.headings.get(order, ""),
                text=text,
            )
            for order, (number, text) in enumerate(texts, 1)
        )
        RemovedLine.objects.bulk_create(
            RemovedLine(
                document=self.document, order=line.order, text=line.text, reason=line.reason
            )
            for line in self.guessed.removed
        )

    def _dates(self) -> None:
        for role, guess in self.guessed.dates.items():
            RecordDate.objects.create(
                record=self.document,
                role=role,
                value=guess.value,
                basis=Basis(guess.basis),
                printed=guess.printed[:200],
                note=guess.evidence[:500] if guess.basis == Basis.INFERRED else "",
            )

    def _source(self) -> None:
        outlet = self.row(self.guessed.outlet.value) if self.guessed.outlet else None
        url = self.guessed.url.value[:1000] if self.guessed.url else ""
        if not (outlet or url):
            return
        dates = self.guessed.dates
        Source.objects.create(
            document=self.document,
            outlet=outlet,
            url=url,
            published=dates["published"].value if "published" in dates else "",
            retrieved=dates["retrieved"].value if "retrieved" in dates else "",
        )

    def _names(self) -> None:
        self._people()
        issuers = {one.value for one in self.guessed.issuers}
        bodies = [*issuers, *(one.value for one in self.guessed.organisations)]
        OrganisationRole.objects.bulk_create(
            OrganisationRole(
                record=self.document,
                organisation=self.row(body),
                role=OrganisationPart.ISSUER if body in issuers else OrganisationPart.MENTIONED,
                order=order,
            )
            for order, body in enumerate(dict.fromkeys(bodies))
        )
        parties = self._parties()
        CountryRole.objects.bulk_create(
            CountryRole(
                record=self.document,
                country=self.row(one.value),
                role=CountryPart.PARTY if one.value.slug in parties else CountryPart.MENTIONED,
                order=order,
            )
            for order, one in enumerate(self.guessed.countries)
        )
        TopicLabel.objects.bulk_create(
            TopicLabel(record=self.document, topic=self.row(one.value), order=order)
            for order, one in enumerate(self.guessed.topics)
        )
        self.document.initiatives.set(self.row(one.value) for one in self.guessed.initiatives)
        self.document.places.set(self.row(one.value) for one in self.guessed.places)

    def _people(self) -> None:
        PersonRole.objects.bulk_create(
            PersonRole(
                record=self.document,
                person=self.row(one.known),
                role=one.role,
                printed=one.printed[:200] if one.printed != one.known.name else "",
                styled_as=one.styled_as[:300],
                order=order,
            )
            for order, one in enumerate(self.guessed.people)
        )

    def _parties(self) -> set[str]:
        series = self.guessed.series
        own = series.value.parties if series else ()
        return {*own, *(one.value for one in self.guessed.sides)}

    def _clauses(self) -> None:
        kept = [one for one in self.guessed.clauses if one.voice != "side" or one.side]
        clauses = Clause.objects.bulk_create(
            Clause(
                document=self.document,
                order=order,
                paragraph=self.paragraphs[one.paragraph - 1],
                text=one.text,
                voice=one.voice,
                side=self.rows.get(("country", one.side)),
                act=one.act,
                verb=one.verb,
                strength=one.strength[:100],
                speaker=self.row(one.speaker),
                reporter=self.row(one.reporter),
                mode=one.mode,
            )
            for order, one in enumerate(kept, 1)
        )
        ClauseTopic.objects.bulk_create(
            ClauseTopic(clause=clause, topic=self.rows["topic", slug], order=order)
            for clause, one in zip(clauses, kept, strict=True)
            for order, slug in enumerate(one.topics)
        )

    def _guesses(self):
        for name, guess in _all_guesses(self.guessed, self.document):
            value = report.plain(guess)
            yield Guess(
                record=self.document,
                field=name,
                value=str(value)[:500],
                evidence=guess.evidence[:500],
            )


def _cut(guess, length: int) -> str:
    return str(report.plain(guess))[:length] if guess else ""


def _all_guesses(guessed: Recognised, document: Document):
    single = (
        "title", "kind", "authority", "language", "dateline", "place", "agency", "outlet",
        "byline", "series", "ordinal",
    )  # fmt: skip
    for name in single:
        if getattr(guessed, name):
            yield name, getattr(guessed, name)
    if document.meeting:
        yield "meeting", guessed.ordinal
    for side in guessed.sides if document.side_id else ():
        yield "side", side
    for role, guess in guessed.dates.items():
        yield f"dates.{role}", guess
    for name in ("organisations", "countries", "topics", "initiatives", "places"):
        for guess in getattr(guessed, name):
            yield name, guess
    for person in guessed.people:
        yield "people", person.as_guess()


def _known_rows(guessed: Recognised) -> dict:
    """Rows of everything known that the guesses name, by type and slug."""
    wanted: dict[str, set[str]] = {}
    for known in _all_known(guessed):
        wanted.setdefault(known.type, set()).add(known.slug)
    for clause in guessed.clauses:
        wanted.setdefault("topic", set()).update(clause.topics)
        if clause.side:
            wanted.setdefault("country", set()).add(clause.side)
    wanted.setdefault("country", set()).update(one.value for one in guessed.sides)
    rows = {}
    for type_, slugs in wanted.items():
        for row in AUTHORITY_MODELS[type_].objects.filter(slug__in=slugs):
            rows[type_, row.slug] = row
    return rows


def _all_known(guessed: Recognised):
    several = (
        guessed.organisations, guessed.issuers, guessed.countries, guessed.topics,
        guessed.initiatives, guessed.places,
    )  # fmt: skip
    values = [guess.value for guesses in several for guess in guesses]
    values += [guess.value for guess in (guessed.place, guessed.outlet, guessed.series) if guess]
    values += [one.known for one in guessed.people]
    for clause in guessed.clauses:
        values += [clause.speaker, clause.reporter]
    return [value for value in values if isinstance(value, Known)]
