"""Which paragraphs of two versions of one text say the same: by printed number, else by length.

By length as Gale and Church (1993) align sentences, with a gap at a fixed price: a paragraph that
one version lacks is told as lacking, and not pressed into its neighbour.
"""

import math
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from .languages import HAN, HAN_WEIGHT

VARIANCE = 6.8
"""How far lengths of translations scatter, by character (Gale and Church)."""
PRICES = {(1, 1): 0.0, (1, 0): 8.0, (0, 1): 8.0, (2, 1): 4.5, (1, 2): 4.5}
"""How many paragraphs of each version make a row, and what that costs (minus a logarithm)."""
BAND = 30
"""How many paragraphs out of step two versions may be."""
MOST = 600
"""The most paragraphs a version may have to be aligned by length."""
WIDEST = 1.15
"""How much longer, at most, one version is taken to be because of its language."""
TINY = 1e-300


class Part(NamedTuple):
    """A paragraph: its number, as printed or as counted, and its words."""

    number: str
    text: str


class Row(NamedTuple):
    """Paragraphs that stand beside each other, by their index in each version."""

    first: tuple[int, ...]
    second: tuple[int, ...]


def are_numbered(first: Sequence[Part], second: Sequence[Part]) -> bool:
    """Whether both versions print numbers that tell their paragraphs apart.

    A number is known to be printed where it is not the place at which its paragraph stands.
    """
    return all(map(_has_own_numbers, (first, second)))


def _has_own_numbers(parts: Sequence[Part]) -> bool:
    numbers = [part.number for part in parts]
    counted = [str(place) for place in range(1, len(parts) + 1)]
    return numbers != counted and len(set(numbers)) == len(numbers)


def by_number(first: Sequence[Part], second: Sequence[Part]) -> list[Row]:
    """Rows in the order of ``first``; what only ``second`` has follows what it follows there.

    Numbers must be unique in each version.
    """
    there = {part.number: index for index, part in enumerate(second)}
    here = {part.number for part in first}
    alone: dict[int, list[int]] = {}
    last = -1
    for index, part in enumerate(second):
        if part.number in here:
            last = index
        else:
            alone.setdefault(last, []).append(index)
    rows = [Row((), (index,)) for index in alone.get(-1, ())]
    for index, part in enumerate(first):
        paired = there.get(part.number)
        rows.append(Row((index,), () if paired is None else (paired,)))
        rows += [Row((), (follower,)) for follower in alone.get(paired, ())]
    return rows


def by_length(first: Sequence[Part], second: Sequence[Part]) -> list[Row]:
    """Rows that keep the order of both versions and hold every paragraph once.

    Takes time in proportion to the paragraphs of the longer version. Raises ValueError where one
    has more than ``MOST``.
    """
    if max(len(first), len(second)) > MOST:
        raise ValueError(f"more than {MOST} paragraphs")
    lengths = _until([length(part.text) for part in first], [length(part.text) for part in second])
    best = {(0, 0): (0.0, (0, 0))}
    for i in range(len(first) + 1):
        for j in _band(i, len(first), len(second)):
            found = _cheapest(best, i, j, *lengths)
            if found:
                best[i, j] = found
    return _walked_back(best, len(first), len(second))


def length(text: str) -> int:
    """How long a text is, whatever it is written in: a Chinese character says three letters."""
    return len(text) + (HAN_WEIGHT - 1) * len(HAN.findall(text))


def _until(first: list[int], second: list[int]) -> tuple[list[float], list[float]]:
    """The lengths of all before each paragraph, as if both languages were equally long."""
    ratio = (sum(second) or 1) / (sum(first) or 1)
    scale = math.sqrt(min(max(ratio, 1 / WIDEST), WIDEST))
    return (
        list(accumulate((n * scale for n in first), initial=0.0)),
        list(accumulate((n / scale for n in second), initial=0.0)),
    )


def _band(i: int, rows: int, columns: int) -> range:
    middle = i * columns // max(rows, 1)
    step = columns // max(rows, 1)
    return range(max(0, middle - BAND - step), min(columns, middle + BAND + step) + 1)


def _cheapest(best: dict, i: int, j: int, first: list, second: list):
    """The least cost of all until ``i`` and ``j``, and the step that ends it; None at no end."""
    choices = [] if (i, j) != (0, 0) else [best[0, 0]]
    for (a, b), price in PRICES.items():
        before = best.get((i - a, j - b))
        if before and (i, j) != (0, 0):
            mismatch = (
                _mismatch(first[i] - first[i - a], second[j] - second[j - b]) if a and b else 0.0
            )
            choices.append((before[0] + price + mismatch, (a, b)))
    return min(choices, default=None)


def _mismatch(one: float, other: float) -> float:
    """How unlikely it is that texts of these lengths say the same (minus a logarithm)."""
    scatter = math.sqrt((one + other) / 2 * VARIANCE) or 1.0
    return -math.log(max(math.erfc(abs(one - other) / scatter / math.sqrt(2)), TINY))


def _walked_back(best: dict, i: int, j: int) -> list[Row]:
    rows = []
    while (i, j) != (0, 0):
        a, b = best[i, j][1]
        rows.append(Row(tuple(range(i - a, i)), tuple(range(j - b, j))))
        i, j = i - a, j - b
    return rows[::-1]
