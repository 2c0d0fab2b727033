"""The parameters of a search, the same on site, feed, API and export."""

import re
from dataclasses import dataclass, fields, replace
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from diplomacy import kinds
from diplomacy.text import dates
from diplomacy.vocabulary import Held

RELEVANCE, NEWEST, OLDEST = "relevance", "-date", "date"
SORTS = (RELEVANCE, NEWEST, OLDEST)
EXACT = ("", "0", "1")
FAMILY = "family:"
MOST_VALUES = 50
"""Of one parameter."""

CODE = re.compile(r"[A-Za-z0-9_-]{1,100}", re.ASCII)
LANGUAGE = re.compile(r"[a-z]{2,3}(-[a-z0-9]{1,8}){0,4}", re.ASCII)
DAY = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?", re.ASCII)


class BadParameter(ValueError):  # noqa: N818 - the name that site and API know it by
    """A parameter that cannot be used: ``name``, and ``reason`` in a plain sentence."""

    def __init__(self, name: str, reason: str | Promise):
        super().__init__(f"{name}: {reason}")
        self.name, self.reason = name, str(reason)


@dataclass(frozen=True)
class SearchParams:
    """What is asked for. Values of one parameter are alternatives; all parameters must hold.

    ``kind`` holds codes of kinds and, as ``family:account``, of families; the code of a family
    that is no kind's is understood alone. Dates are days, the whole of the last one included.
    """

    q: str = ""
    kind: tuple[str, ...] = ()
    authority: tuple[str, ...] = ()
    held: tuple[str, ...] = ()
    series: tuple[str, ...] = ()
    topic: tuple[str, ...] = ()
    country: tuple[str, ...] = ()
    person: tuple[str, ...] = ()
    organisation: tuple[str, ...] = ()
    initiative: tuple[str, ...] = ()
    outlet: tuple[str, ...] = ()
    side: tuple[str, ...] = ()
    language: tuple[str, ...] = ()
    date_from: date | None = None
    date_to: date | None = None
    exact: bool = False
    """Whether exactly these words are sought: no other form of a name, no other script."""
    sort: str = ""
    """One of ``SORTS``; empty for the one that suits the search."""

    @classmethod
    def read(cls, data) -> "SearchParams":
        """The parameters in ``data`` (a QueryDict); names it does not know are left alone.

        Raises ``BadParameter`` for a value that no record can have.
        """
        values = {name: _values(data, name) for name in MULTIPLE}
        first, last = (_day(data, name) for name in ("date_from", "date_to"))
        if first and last and first[0] > last[1]:
            raise BadParameter("date_to", _("This is before the first day asked for."))
        return cls(
            q=data.get("q", "").replace("\0", " ").strip(),
            **values,
            date_from=first and first[0],
            date_to=last and last[1],
            exact=_is_exact(data),
            sort=_sort(data),
        )

    def without(self, *names: str) -> "SearchParams":
        """The same search without these parameters."""
        return replace(self, **{name: DEFAULTS[name] for name in names})


DATE_PARAMETERS = ("date_from", "date_to")
NAMES = tuple(field.name for field in fields(SearchParams))
DEFAULTS = {field.name: field.default for field in fields(SearchParams)}
MULTIPLE = tuple(name for name in NAMES if DEFAULTS[name] == ())


def kinds_of(codes: tuple[str, ...]) -> set[str]:
    """The kinds that these values of ``kind`` stand for."""
    found = set()
    for code in codes:
        found |= {code} if code in kinds.KINDS else set(kinds.in_family(code.removeprefix(FAMILY)))
    return found


def _values(data, name: str) -> tuple[str, ...]:
    values = tuple(dict.fromkeys(value for value in data.getlist(name) if value))
    if len(values) > MOST_VALUES:
        raise BadParameter(name, _("More than %d values are given.") % MOST_VALUES)
    for value in values:
        if reason := CHECKS.get(name, _check_code)(value):
            raise BadParameter(name, reason)
    return values


def _check_code(value: str) -> str:
    return "" if CODE.fullmatch(value) else _("This is not a code as used in addresses.")


def _check_kind(value: str) -> str:
    known = value in kinds.KINDS or value.removeprefix(FAMILY) in kinds.FAMILIES
    return "" if known else _("There is no such kind of record.")


def _check_authority(value: str) -> str:
    return "" if value in kinds.AUTHORITIES else _("There is no such authority.")


def _check_held(value: str) -> str:
    return "" if value in Held.values else _("One of: %s.") % ", ".join(Held.values)


def _check_language(value: str) -> str:
    return "" if LANGUAGE.fullmatch(value) else _("This is not a language code such as en or ur.")


CHECKS = {
    "kind": _check_kind,
    "authority": _check_authority,
    "held": _check_held,
    "language": _check_language,
}


def _day(data, name: str) -> tuple[date, date] | None:
    """The first and the last day that a date means."""
    value = data.get(name, "").strip()
    if not value:
        return None
    if not DAY.fullmatch(value):
        raise BadParameter(name, _("Write a date as 2024, 2024-05 or 2024-05-15."))
    try:
        parsed = dates.parse(value)
    except dates.EdtfError as error:
        raise BadParameter(name, str(error)) from error
    return parsed.earliest, parsed.latest


def _is_exact(data) -> bool:
    value = data.get("exact", "")
    if value not in EXACT:
        raise BadParameter("exact", _("One of: %s.") % ", ".join(filter(None, EXACT)))
    return value == "1"


def _sort(data) -> str:
    value = data.get("sort", "")
    if value and value not in SORTS:
        raise BadParameter("sort", _("One of: %s.") % ", ".join(SORTS))
    return value
