"""A series: its rounds, the numbers nobody has, and whose words are held of each round."""

from dataclasses import dataclass

from diplomacy.kinds import ONE_SIDED, rank_of
from diplomacy.vocabulary import MeetingStatus

from .axis import Axis, span_of, whole_years
from .strips import HALF, Mark, Strip, bar_of, lanes

DIGIT = 4
"""Pixels: half the width of a digit."""


@dataclass(frozen=True)
class Gap:
    """Numbers that no round has: a mark, and the stretch of line that it interrupts."""

    x: float
    y: int
    half: int
    label: str
    first: int
    last: int
    left: float
    right: float


@dataclass(frozen=True)
class Voice:
    """One row of the table below the rounds: the places of rounds with such a text, and without."""

    authority: str
    side: str
    held: list[tuple[float, object, int]]
    """``(x, round, how many texts)``."""
    missing: list[float]

    @property
    def total(self) -> int:
        return sum(number for _x, _round, number in self.held)


@dataclass(frozen=True)
class Rounds:
    """The picture of a series."""

    strip: Strip
    gaps: list[Gap]
    voices: list[Voice]


def picture(rows: list[dict], sides: list[str], *, is_mirrored: bool) -> Rounds | None:
    """Rounds (``{meeting, voices}``) in order of time, with gaps (``{first, last}``) among them.

    ``voices`` are ``{authority, side, total}``; ``sides`` always have a row for their read-out.
    None where no round has a date.
    """
    rounds = [row for row in rows if "meeting" in row]
    spans = {id(row): span_of(row["meeting"].date_value) for row in rounds}
    axis = whole_years(
        spans.values(),
        is_mirrored=is_mirrored,
        before=bool(rows) and "meeting" not in rows[0],
        after=not all(spans.values()),
    )
    if axis is None:
        return None
    xs = [axis.x(span.middle) if (span := spans[id(row)]) else axis.after for row in rounds]
    stretches = _stretches(rows, xs, axis)
    places = [(x, HALF) for x in xs]
    places += [((left + right) / 2, _half(gap)) for gap, left, right in stretches]
    found = lanes(places)
    marks = [
        Mark(x, _y(lane), row, bar_of(axis, spans[id(row)]))
        for row, x, lane in zip(rounds, xs, found, strict=False)
    ]
    gaps = [
        _gap(*stretch, _y(lane))
        for stretch, lane in zip(stretches, found[len(rounds) :], strict=True)
    ]
    return Rounds(Strip(axis, marks, _y(max(found) + 1) - HALF), gaps, _voices(rounds, xs, sides))


def _y(lane: int) -> int:
    return HALF + lane * 2 * HALF


def _stretches(rows: list[dict], xs: list[float], axis: Axis) -> list[tuple[dict, float, float]]:
    """Each gap with the places between which it lies: the rounds before and after it."""
    found, before, rest = [], None, iter(xs)
    waiting = []
    for row in rows:
        if "meeting" not in row:
            waiting.append(row)
            continue
        x = next(rest)
        for number, gap in enumerate(waiting, start=1):
            if before is None:
                found.append((gap, axis.before, axis.before))
            else:
                place = before + (x - before) * number / (len(waiting) + 1)
                reach = abs(x - before) / (len(waiting) + 1) / 2
                found.append((gap, round(place - reach, 3), round(place + reach, 3)))
        before, waiting = x, []
    return found


def _label(gap: dict) -> str:
    return str(gap["first"]) if gap["first"] == gap["last"] else f"{gap['first']}–{gap['last']}"


def _half(gap: dict) -> int:
    return max(HALF, 8 + DIGIT * len(_label(gap)))


def _gap(gap: dict, left: float, right: float, y: int) -> Gap:
    x = round((left + right) / 2, 3)
    return Gap(x, y, _half(gap) - 2, _label(gap), gap["first"], gap["last"], left, right)


def _voices(rounds: list[dict], xs: list[float], sides: list[str]) -> list[Voice]:
    always = [("joint_verbatim", ""), *(("readout", side) for side in sides)]
    there = [_voice(voice) for row in rounds for voice in row["voices"]]
    keys = sorted(dict.fromkeys([*always, *there]), key=lambda key: (rank_of(key[0]), key[1]))
    return [_row(key, rounds, xs) for key in keys]


def _voice(voice: dict) -> tuple[str, str]:
    is_one_sided = voice["authority"] in ONE_SIDED
    return voice["authority"], voice["side"] if is_one_sided else ""


def _row(key: tuple[str, str], rounds: list[dict], xs: list[float]) -> Voice:
    held, missing = [], []
    for row, x in zip(rounds, xs, strict=True):
        total = sum(voice["total"] for voice in row["voices"] if _voice(voice) == key)
        if total:
            held.append((x, row["meeting"], total))
        elif row["meeting"].status == MeetingStatus.HELD:
            missing.append(x)
    return Voice(*key, held, missing)
