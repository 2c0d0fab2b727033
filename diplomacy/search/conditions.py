"""What each condition of a query asks of a record, and what is said of one that asks nothing."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from django.conf import settings
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import override

from diplomacy import kinds
from diplomacy.models import Mention
from diplomacy.text import dates
from diplomacy.vocabulary import LANGUAGES, Held, Named, PersonPart

from .index import first_id, last_id
from .known import Form, forms_holding
from .names import FAMILY_NAME, HEADING, KEYWORD, key_of
from .operators import AFTER, BEFORE, DATES, FROM, IN, SAID_BY, UNTIL, Operator
from .params import FAMILY, LANGUAGE, kinds_of
from .subjects import Subjects

SAID = (PersonPart.SPEAKER, PersonPart.AUTHOR, PersonPart.SIGNATORY, "clause")
"""The parts of a person whose words a record holds: as its speaker, author or signatory, or as
the speaker of a confirmed clause."""
TYPES = {
    SAID_BY: Named.PERSON,
    "person": Named.PERSON,
    "side": Named.COUNTRY,
    "country": Named.COUNTRY,
    "topic": Named.TOPIC,
    "series": Named.SERIES,
    "organisation": Named.ORGANISATION,
    "initiative": Named.INITIATIVE,
    "place": Named.PLACE,
    "outlet": Named.OUTLET,
}
"""The type of authority record that a field names."""
AUTONYMS = {
    "中文": "zh",
    "汉语": "zh",
    "简体中文": "zh-hans",
    "繁体中文": "zh-hant",
    "اردو": "ur",
    "العربية": "ar",
    "فارسی": "fa",
    "english": "en",
    "英文": "en",
    "英语": "en",
    "乌尔都语": "ur",
    "chinese": "zh",
    "انگریزی": "en",
    "چینی": "zh",
}
SPAN = re.compile(r"(\d{4}(?:-\d{2}(?:-\d{2})?)?)?\.\.(\d{4}(?:-\d{2}(?:-\d{2})?)?)?", re.ASCII)
DAY = re.compile(r"\d{4}(-\d{1,2}(-\d{1,2})?)?", re.ASCII)
DAY_LONG = timedelta(days=1)
HAN_DATE = str.maketrans({"年": "-", "月": "-", "/": "-", "日": None, "号": None})


@dataclass(frozen=True)
class Condition:
    """A condition that was understood. ``labels`` are its alternatives in words."""

    field: str
    labels: tuple[str, ...]
    is_negative: bool
    spans: tuple[tuple[int, int], ...]
    asks: Q
    days: tuple[date, date] | None = None
    """The first and the last day that a condition on dates leaves; None for others."""

    @property
    def is_date(self) -> bool:
        return self.field in DATES


class NotUnderstood(ValueError):  # noqa: N818 - it is said to the reader, not raised at them
    """A condition that asks nothing: ``reason`` in a sentence, and whether its words are sought."""

    def __init__(self, reason: str, *, is_words: bool):
        super().__init__(reason)
        self.reason, self.is_words = reason, is_words


def condition_of(operator: Operator, forms: list[Form], subjects: Subjects) -> Condition:
    """What ``operator`` asks, ``forms`` being the public names its values may mean.

    Raises ``NotUnderstood``. Names take one more query each where no form is the whole value.
    """
    if not operator.values:
        reason = _("Nothing follows “%(field)s:”, so it was left out.")
        raise NotUnderstood(reason % {"field": operator.field}, is_words=False)
    days = None
    if operator.field in DATES:
        asks, labels, days = _dated(operator)
    elif type := TYPES.get(operator.field):
        asks, labels = _named(operator, type, forms, subjects)
    else:
        asks, labels = _closed(operator)
    asks = ~asks if operator.is_negative else asks
    return Condition(operator.field, labels, operator.is_negative, operator.spans, asks, days)


# --- Names ----------------------------------------------------------------------------------------


def _named(operator: Operator, type: str, forms: list[Form], subjects: Subjects):
    found: dict[str, str] = {}
    for value in operator.values:
        meant = _meant(value, [form for form in forms if form.type == type])
        meant = meant or forms_holding(key_of(value), [type], subjects)
        if not meant:
            raise _unknown(operator, value)
        found |= {form.slug: "" for form in meant}
    slugs = subjects.all_slugs(type, found)
    return _naming(operator.field, type, slugs), tuple(found)


def _meant(value: str, forms: list[Form]) -> list[Form]:
    """The names that a value means: by code, else by a whole name, else by part or keyword."""
    key, code = key_of(value), value.lower()
    by_code = [form for form in forms if form.slug == code and form.use == HEADING]
    by_name = [form for form in forms if form.key == key]
    weak = (KEYWORD, FAMILY_NAME)
    return by_code or [form for form in by_name if form.use not in weak] or by_name


def _naming(field: str, type: str, slugs: set[str]) -> Q:
    if field == "side":
        return Q(side__in=slugs)
    mentions = Mention.objects.filter(type=type, slug__in=slugs)
    if field == SAID_BY:
        mentions = mentions.filter(role__in=SAID)
    return Q(pk__in=mentions.values("record"))


def _unknown(operator: Operator, value: str) -> NotUnderstood:
    reason = _("No public record knows “%(value)s” as “%(field)s:”; it was searched for as words.")
    said = {"value": value[:80], "field": operator.field}
    return NotUnderstood(reason % said, is_words=True)


# --- Closed lists ---------------------------------------------------------------------------------


def _closed(operator: Operator):
    codes = []
    for value in operator.values:
        code = _code(operator.field, value)
        if not code:
            raise _unknown(operator, value)
        codes.append(code)
    if operator.field == "kind":
        asks = Q(kind__in=kinds_of(tuple(codes)))
    elif operator.field == "language":
        asks = in_languages(tuple(codes))
    else:
        asks = Q(**{f"{operator.field}__in": codes})
    return asks, tuple(codes)


def in_languages(codes: tuple[str, ...]) -> Q:
    """``zh`` means every way Chinese is written, ``zh-hant`` every region that writes so."""
    condition = Q()
    for code in codes:
        condition |= Q(language=code) | Q(language__startswith=f"{code}-")
    return condition


def _code(field: str, value: str) -> str:
    """The code that a value of a closed list means; empty for none."""
    key = key_of(value)
    found = _codes(field).get(key) or _codes(field).get(key.removesuffix("s"))
    if field == "language" and not found and LANGUAGE.fullmatch(value.lower()):
        return value.lower() if value.lower().split("-")[0] in LANGUAGES else ""
    return found or ""


@lru_cache
def _codes(field: str) -> dict[str, str]:
    """Codes by everything they are called, in every language of the interface."""
    rows = {
        "kind": {f"{FAMILY}{code}": row.label for code, row in kinds.FAMILIES.items()}
        | {code: row.label for code, row in kinds.KINDS.items()},
        "authority": {code: row.label for code, row in kinds.AUTHORITIES.items()},
        "held": dict(Held.choices),
        "language": LANGUAGES,
    }[field]
    found = {}
    for language, _name in settings.LANGUAGES:
        with override(language):
            found |= {key_of(str(label)).removesuffix("s"): code for code, label in rows.items()}
    found |= {key_of(code.removeprefix(FAMILY)): code for code in rows}
    return found | (AUTONYMS if field == "language" else {})


# --- Dates ----------------------------------------------------------------------------------------


def _dated(operator: Operator):
    """What dates ask, the dates as typed, and the days they leave from first to last."""
    spans = [_left(operator.field, *_days(operator, value)) for value in operator.values]
    asks = Q()
    for first, last in spans:
        asks |= Q(search_id__range=(first_id(first), last_id(last)))
    days = min(first for first, _ in spans), max(last for _, last in spans)
    return asks, operator.values, None if operator.is_negative else days


def _left(field: str, first: date, last: date) -> tuple[date, date]:
    """The days that are left before, after, from, until or in a span of dates."""
    if field == BEFORE:
        return date.min, max(first, date.min + DAY_LONG) - DAY_LONG
    if field == AFTER:
        return min(last, date.max - DAY_LONG) + DAY_LONG, date.max
    return (date.min if field == UNTIL else first), (date.max if field == FROM else last)


def _days(operator: Operator, value: str) -> tuple[date, date]:
    """The first and the last day of a date or, for ``in:``, of a span of dates."""
    plain = "".join(_digit(sign) for sign in value).translate(HAN_DATE).strip("-")
    span = SPAN.fullmatch(plain) if operator.field == IN else None
    try:
        if span and (span[1] or span[2]):
            first = dates.parse(span[1]).earliest if span[1] else date.min
            last = dates.parse(span[2]).latest if span[2] else date.max
        elif DAY.fullmatch(plain):
            parsed = dates.parse("-".join(part.zfill(2) for part in plain.split("-")))
            first, last = parsed.earliest, parsed.latest
        else:
            raise _no_date(operator, value)
    except dates.EdtfError as error:
        raise _no_date(operator, value) from error
    return first, last


def _digit(sign: str) -> str:
    return str(unicodedata.decimal(sign, sign))


def _no_date(operator: Operator, value: str) -> NotUnderstood:
    if not any(sign.isdecimal() for sign in value):
        return _unknown(operator, value)
    reason = _(
        "“%(value)s” is no date, so “%(field)s:” was left out. "
        "Write a date as 2024, 2024-05 or 2024-05-15."
    )
    return NotUnderstood(reason % {"value": value[:40], "field": operator.field}, is_words=False)
