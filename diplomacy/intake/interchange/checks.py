"""Checks on the values of a line. Each is a function ``(value, where)`` that yields problems.

An absent value and null mean the same, so no check is asked about them.
"""

import re
from collections.abc import Callable, Iterable, Iterator

from diplomacy.text import dates

Check = Callable[[object, str], Iterator[str]]

SLUG = re.compile(r"[-a-zA-Z0-9_]+")
UID = re.compile(r"[a-z0-9]{4,20}")
KINDS_OF_VALUE = {
    bool: "true or false",
    int: "a number",
    float: "a number",
    str: "text",
    list: "a list",
    dict: "an object",
}


def _must_be(where: str, wanted: str, value) -> str:
    return f"{where} must be {wanted}, not {KINDS_OF_VALUE.get(type(value), 'null')}"


def text(limit: int | None = None) -> Check:
    """Text of at most `limit` characters."""

    def check(value, where):
        if not isinstance(value, str):
            yield _must_be(where, "text", value)
        elif limit and len(value) > limit:
            yield f"{where} is longer than {limit} characters"

    return check


def text_or_number(check_text: Check) -> Check:
    """Text, or a whole number, which is read as text."""

    def check(value, where):
        yield from check_text(str(value) if type(value) is int else value, where)

    return check


def length(model, field: str) -> Check:
    """Text as long as a model's field takes."""
    return text(model._meta.get_field(field).max_length)


def pattern(expression: re.Pattern, description: str, limit: int) -> Check:
    """Text of a fixed form."""
    short = text(limit)

    def check(value, where):
        yield from short(value, where)
        if isinstance(value, str) and not expression.fullmatch(value):
            yield f"{where} “{value[:40]}” must be {description}"

    return check


slug = pattern(SLUG, "letters, digits and hyphens", 100)
long_slug = pattern(SLUG, "letters, digits and hyphens", 120)
uid = pattern(UID, "4 to 20 small letters and digits", 20)


def one_of(codes: Iterable[str]) -> Check:
    """One of a closed list."""
    known = list(codes)

    def check(value, where):
        if value not in known:
            yield f"{where} “{value}” is not one of {', '.join(filter(None, known))}"

    return check


def date(value, where):
    """A date in EDTF."""
    if not isinstance(value, str):
        yield _must_be(where, "a date such as 2024-05-15", value)
        return
    try:
        dates.parse(value)
    except dates.EdtfError as error:
        yield f"{where}: {error}"


def empty_or_date(value, where):
    """A date in EDTF, or empty text."""
    if value != "":
        yield from date(value, where)


def whole(least: int, most: int) -> Check:
    """A whole number from `least` to `most`."""

    def check(value, where):
        if type(value) is not int:
            yield _must_be(where, "a whole number", value)
        elif not least <= value <= most:
            yield f"{where} must be from {least} to {most}"

    return check


def true_or_false(value, where):
    """True or false."""
    if not isinstance(value, bool):
        yield _must_be(where, "true or false", value)


def items(check_item: Check) -> Check:
    """A list of such values."""

    def check(value, where):
        if not isinstance(value, list):
            yield _must_be(where, "a list", value)
            return
        for number, item in enumerate(value, start=1):
            yield from check_item(item, f"{where} {number}")

    return check


def object_of(
    fields: dict[str, Check], *, needs: Iterable[str] = (), is_closed: bool = False
) -> Check:
    """An object with such fields; others in it are let pass, unless it is closed."""

    def check(value, where):
        if not isinstance(value, dict):
            yield _must_be(where, "an object", value)
            return
        for name in sorted(set(value) - set(fields)) if is_closed else ():
            yield f"{where}: “{name}” is not one of {', '.join(fields)}"
        for name in needs:
            if value.get(name) in (None, ""):
                yield f"{where or 'the line'} has no {name}"
        for name, check_field in fields.items():
            if value.get(name) is not None:
                yield from check_field(value[name], f"{where}.{name}" if where else name)

    return check


def rows(fields: dict[str, Check], *, needs: Iterable[str] = ()) -> Check:
    """A list of objects with such fields."""
    return items(object_of(fields, needs=needs))


NAMING = ("slug", "name", "label", "title")
"""The fields of an object of which one says what it names."""


def name_or(check_object: Check, limit: int = 200) -> Check:
    """A bare name of at most `limit` characters, or an object."""
    bare = text(limit)

    def check(value, where):
        if isinstance(value, str):
            yield from bare(value, where)
            if not value.strip():
                yield f"{where} is empty"
            return
        yield from check_object(value, where)
        if isinstance(value, dict) and not any(str(value.get(key) or "").strip() for key in NAMING):
            yield f"{where} names nothing: give its slug or its name"

    return check
