"""What the archive knows by name, as plain rows: recognition reads these and no database."""

import re
from dataclasses import dataclass
from functools import cached_property

from .recognition.name_index import NameIndex

REMARK = re.compile(r"\s*\((?:[^)]*\b(?:wrong|misprint|printed|dropped|order|variant)\b[^)]*)\)")
INNER = re.compile(r"\s*\(([^)]+)\)")


@dataclass(frozen=True)
class Form:
    """One form of a name; a wrong or misprinted one still points to its bearer."""

    text: str
    language: str = "en"
    is_wrong: bool = False


@dataclass(frozen=True)
class Known:
    """One row of authority data. `type` is one of vocabulary.Named; codes are slugs."""

    type: str
    slug: str
    name: str
    forms: tuple[Form, ...] = ()
    country: str = ""
    family: str = ""
    given: str = ""
    kind: str = ""
    keywords: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    level: str = ""
    hosts: tuple[str, ...] = ()

    @property
    def all_forms(self) -> list[Form]:
        """Every form, the archive's own name first, remarks in brackets taken off."""
        return [tidy for form in (Form(self.name), *self.forms) for tidy in tidied(form)]


def tidied(form: Form) -> list[Form]:
    """“Mr Yi (wrong short form)” is a wrong “Mr Yi”; “A / B” and “Long Name (LN)” are two."""
    bare = REMARK.sub("", form.text)
    is_wrong = form.is_wrong or bool(re.search(r"\((?:wrong|misprint|as printed)", form.text))
    if any(part.isdigit() for part in INNER.findall(bare)):
        # “PRSS-1 (2018)”: the year tells it from its namesake, so the bare name is not enough.
        return [Form(bare, form.language, is_wrong)]
    inner = [part for part in INNER.findall(bare) if part.isupper() or not part.isascii()]
    bare = INNER.sub("", bare)
    parts = [*bare.split(" / "), *inner]
    return [Form(part.strip(), form.language, is_wrong) for part in parts if part.strip()]


@dataclass(frozen=True)
class Gazetteer:
    """All that is known by name. An empty one is of use too: much of a page needs no names."""

    people: tuple[Known, ...] = ()
    countries: tuple[Known, ...] = ()
    topics: tuple[Known, ...] = ()
    initiatives: tuple[Known, ...] = ()
    places: tuple[Known, ...] = ()
    organisations: tuple[Known, ...] = ()
    outlets: tuple[Known, ...] = ()
    series: tuple[Known, ...] = ()

    @cached_property
    def index(self) -> NameIndex:
        """Finds every known form of people, countries, places, bodies and initiatives."""
        named = (
            *self.people, *self.countries, *self.initiatives, *self.places,
            *self.organisations, *self.outlets,
        )  # fmt: skip
        return NameIndex(named)

    def country(self, slug: str) -> Known | None:
        """The country with this code, if known."""
        return next((row for row in self.countries if row.slug == slug), None)
