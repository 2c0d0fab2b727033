"""Reading JSON Lines as they come: one object a line, each line judged on its own."""

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, NamedTuple

from diplomacy.text.normalise import control_in

LONGEST_LINE = 10_000_000
"""Bytes; a longer line is passed over unread, so that no file fills the memory."""


class LineError(ValueError):
    """What is wrong with one line, as a list of ``reasons`` in plain words."""

    def __init__(self, *reasons: str):
        super().__init__("; ".join(reasons))
        self.reasons = reasons


class Line(NamedTuple):
    """One line of a file: its number from 1, and what it says or what is wrong with it."""

    number: int
    data: dict | None
    problem: str = ""


def opened(path: str) -> BinaryIO:
    """The file at `path` for reading bytes; one ending in ``.gz`` is unpacked on the way."""
    return gzip.open(path) if path.endswith(".gz") else Path(path).open("rb")


def lines(stream: BinaryIO) -> Iterator[Line]:
    """Every line of `stream` that is not blank, whether or not it can be read."""
    for number, raw in enumerate(_raw_lines(stream), start=1):
        if raw is not None and not raw.strip():
            continue
        try:
            yield Line(number, _object(raw))
        except LineError as error:
            yield Line(number, None, str(error))


def _raw_lines(stream: BinaryIO) -> Iterator[bytes | None]:
    """The lines as bytes, and None for each that is too long."""
    while raw := stream.readline(LONGEST_LINE + 1):
        if len(raw) <= LONGEST_LINE:
            yield raw
            continue
        while raw and not raw.endswith(b"\n"):
            raw = stream.readline(LONGEST_LINE)
        yield None


def _object(raw: bytes | None) -> dict:
    if raw is None:
        raise LineError(f"the line is longer than {LONGEST_LINE // 1_000_000} MB")
    try:
        data = _json(_decoded(raw))
        _refuse_damage(data)
    except RecursionError as error:
        raise LineError("the line is not JSON: it is nested too deeply") from error
    if not isinstance(data, dict):
        raise LineError("the line is not an object in braces { }")
    return data


def _decoded(raw: bytes) -> str:
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise LineError(f"the line is not UTF-8 (at byte {error.start + 1})") from error


def _json(text: str):
    try:
        return json.loads(text, parse_constant=_refuse_constant)
    except json.JSONDecodeError as error:
        raise LineError(
            f"the line is not JSON: {error.msg} at character {error.pos + 1}"
        ) from error
    except ValueError as error:
        raise LineError(f"the line is not JSON: {error}") from error


def _refuse_constant(name: str):
    raise ValueError(f"{name} is not a number")


def _refuse_damage(value, where: str = "") -> None:
    """Refuse text that no database keeps or no page can show."""
    if isinstance(value, str):
        if found := control_in(value):
            raise LineError(f"{where or 'the line'} holds {found}")
    elif isinstance(value, list):
        for number, item in enumerate(value, start=1):
            _refuse_damage(item, f"{where} {number}")
    elif isinstance(value, dict):
        for key, item in value.items():
            _refuse_damage(key, "a field's name")
            _refuse_damage(item, f"{where}.{key}" if where else key)
