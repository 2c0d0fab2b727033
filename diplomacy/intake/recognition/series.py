"""Which standing dialogue a page is about, and which round of it.

An ordinal belongs to a series: “sixth round” says nothing without the name beside it. A name is
compared with every known form by its words, the countries it names must be the parties, and
where two series share their words the level of those who meet decides. If it cannot, nothing is
guessed and the editor is told.
"""

# ruff: noqa: E501  a pattern broken over lines is harder to read than a long one

import re
from collections import Counter
from dataclasses import dataclass

from diplomacy.text.normalise import fold_name, fold_pattern

from ..known import Gazetteer, Known
from .bodies import countries_in
from .guesses import Guess, snippet
from .ordinals import PATTERN, find_ordinals

WINDOW = 150
HAN = re.compile(r"[\u3400-\u9fff]")
URDU_DASH = re.compile(r"(?<=پاکستان)۔(?=چین)|(?<=چین)۔(?=پاکستان)")
"""Urdu print joins the two names with its full stop."""
HEADS = re.compile(
    fold_pattern(
        r"dialogue|dialog\b|consultation|committee|council|meeting|mechanism|summit|forum|working group|talks|"
        r"jcc|jwg|对话|磋商|会议|委员会|论坛|峰会|会晤|机制|ڈائیلاگ|مذاکرات|مشاورت|اجلاس|کمیٹی|فورم"
    )
)
STOP = frozenset(
    fold_name(
        "the of and for on in at a an to by with between its their round session meeting edition "
        "held s کا کی کے میں اور دور راؤنڈ درمیان"
    ).split()
)
COUNTRY_WORDS = re.compile(
    fold_pattern(
        r"\b(?:china|chinese|pakistan|pakistani|sino|pak|afghanistan|afghan|bangladesh|beijing|islamabad|چین|پاک|"
        r"پاکستان|افغانستان)\b"
    )
)
FUTURE = re.compile(
    fold_pattern(
        r"\b(?:next|will be held|to be held|to hold|agreed to (?:hold|convene)|will host|to host|looks? forward to)\b"
        r"|下一|将于|将在|اگل"
    )
)
PAST = re.compile(r"\b(?:previous|last|earlier|since|after|following|during) (?:the )?$")
VICE = re.compile(
    fold_pattern(
        r"vice[- ]foreign minister|vice minister|deputy foreign minister|foreign secretar|副外长|副部长|外秘|سیکرٹری خارجہ"
    )
)
FULL = re.compile(
    fold_pattern(
        r"(?<!vice )(?<!vice-)(?<!deputy )(?:foreign minister|minister of foreign affairs|minister for foreign affairs)"
        r"|外长|外交部长|وزیر خارجہ|وزرائے خارجہ"
    )
)
LIKENESS = 0.5
"""Share of words a printed name must have in common with a known form."""


@dataclass(frozen=True)
class Round:
    """A round named in the text: which series, which number, where."""

    series: Known
    ordinal: int
    score: float
    printed: str
    evidence: str
    is_ahead: bool


def find_series(title: str, paragraphs: list[str], gazetteer: Gazetteer):
    """(series guess, ordinal guess, warnings)."""
    folded = URDU_DASH.sub("-", fold_name("\n".join([title, *paragraphs])))
    rounds, unclear = [], []
    for ordinal in find_ordinals(folded):
        best, warning = _round_at(folded, ordinal, gazetteer)
        rounds += [best] if best else []
        unclear += [warning] if warning else []
    if rounds:
        chosen = _chosen(rounds, title)
        return (
            Guess(chosen.series, chosen.evidence),
            Guess(chosen.ordinal, chosen.evidence, "printed", chosen.printed),
            [],
        )
    if unclear:
        return None, None, list(dict.fromkeys(unclear))
    series, warnings = _named_in_full(folded, gazetteer), []
    if series:
        warnings.append("The page names a dialogue series but no round of it.")
    return series, None, warnings


def _chosen(rounds: list[Round], title: str) -> Round:
    """The round the page is about: in its title, else not one only announced, else most named."""
    counts = Counter((one.series.slug, one.ordinal) for one in rounds)
    in_title = fold_name(title)
    return max(
        rounds,
        key=lambda one: (
            bool(title) and one.evidence.strip("…") in in_title,
            not one.is_ahead or len(counts) == 1,
            counts[one.series.slug, one.ordinal] + one.score,
            -rounds.index(one),
        ),
    )


def _round_at(folded: str, ordinal: tuple, gazetteer: Gazetteer):
    """The round an ordinal counts, by the name around it; or a warning if two names fit."""
    number, start, end, printed = ordinal
    before, after = _around(folded, start, end)
    name = _name_span(before, after)
    if not HEADS.search(name) or re.match(r"\s*(?:anniversary|plenary|周年|five-year)", after):
        return None, None
    scored = sorted(
        ((_likeness(name, series, gazetteer), series) for series in gazetteer.series),
        key=lambda pair: -pair[0],
    )
    fitting = [(score, series) for score, series in scored if score >= LIKENESS]
    fitting = _by_level(fitting, name, folded)
    evidence = snippet(folded, start, min(len(folded), end + 80), 20)
    if not fitting:
        return None, None
    if len(fitting) > 1 and fitting[0][0] == fitting[1][0]:
        names = "” or “".join(series.name for _, series in fitting[:2])
        return None, f"“{evidence}” may be a round of “{names}”: please choose."
    is_ahead = bool(FUTURE.search(before[-60:])) or bool(PAST.search(before[-30:]))
    score, series = fitting[0]
    return Round(series, number, score, printed, evidence, is_ahead), None


def _around(folded: str, start: int, end: int) -> tuple[str, str]:
    before = re.split(r"[.;\n。؛۔]", folded[max(0, start - WINDOW) : start])[-1]
    after = re.split(r"(?<=\w{3})[.;\n]|[\n。؛۔:：]", folded[end : end + WINDOW])[0]
    return before, after


def _name_span(before: str, after: str) -> str:
    """The name as it stands beside its ordinal: after it in English, on both sides elsewhere."""
    after = PATTERN.split(after, maxsplit=1)[0] if PATTERN.search(after) else after
    head = [match.end() for match in HEADS.finditer(after)]
    if head and after.isascii():
        # “Fifth Round of the … Dialogue in Beijing between …”: the name ends with its head word.
        return after[: _name_end(after, head)]
    if HAN.search(before + after):
        return f"{before[-30:]} {after[: head[-1] + 4 if head else 30]}"
    # Urdu puts the ordinal before the name, or the name before “… کے چھٹے دور”.
    return after[: head[0]] if head else before[-55:]


def _name_end(after: str, heads: list[int]) -> int:
    """The last head word before the name stops (at “in”, “between”, “was”, a comma …)."""
    stop = re.search(
        r",|\b(?:in|was|were|is|held|between|which|that|here|today|on|with|will|at)\b", after
    )
    limit = stop.start() if stop and stop.start() > heads[0] - 1 else len(after)
    extra = re.match(r"(?:s)?\s*\((?:[a-z-]{2,8})\)", after[heads[0] :])
    ends = [end for end in heads if end <= limit] or heads[:1]
    return ends[-1] + (extra.end() if extra else 1)


def _likeness(name: str, series: Known, gazetteer: Gazetteer) -> float:
    """How alike a printed name and the series' best form are; 0 where the countries differ."""
    named = set(countries_in(name.title(), gazetteer))
    parties = set(series.parties)
    if named and parties and not named <= parties:
        return 0.0
    if len(named) >= 2 and parties and named != parties:
        return 0.0
    if "trilateral" in name and parties and len(parties) != 3:
        return 0.0
    best = max((_overlap(name, fold_name(form.text)) for form in series.all_forms), default=0.0)
    return best + (0.1 if named and named == parties else 0.0)


def _overlap(name: str, form: str) -> float:
    if re.search(r"[\u3400-\u9fff]", form):
        bare = re.sub(r"第.{1,4}?[轮次届回]|\s|中阿巴|中巴|巴中", "", name)
        return 1.0 if re.sub(r"\s|中阿巴|中巴|巴中", "", form) in bare else 0.0
    ours, theirs = _words(name), _words(form)
    if not ours or not theirs:
        return 0.0
    if len(theirs) == 1 and theirs <= ours:
        return 0.9 if form.isascii() and len(form) <= 8 else 0.6
    return len(ours & theirs) / len(ours | theirs)


def _words(name: str) -> set[str]:
    bare = COUNTRY_WORDS.sub(" ", PATTERN.sub(" ", name))
    words = re.findall(r"[^\W_]+", re.sub(r"\([^)]*\)", " ", bare))
    return {re.sub(r"(?<=\w{3})s$", "", word) for word in words} - STOP


def _by_level(fitting, name: str, folded: str):
    """Among series whose names fit, keep those whose level is that of the people who meet.

    The name itself decides first (“Foreign Ministers' …”); else who meets on the page.
    """
    if len(fitting) < 2:
        return fitting
    for text in (name, folded):
        is_vice, is_full = bool(VICE.search(text)), bool(FULL.search(text))
        if is_vice != is_full:
            kept = [pair for pair in fitting if _is_vice_level(pair[1]) == is_vice]
            return kept or fitting
    top = fitting[0][0]
    return [pair for pair in fitting if pair[0] == top]


def _is_vice_level(series: Known) -> bool:
    return bool(VICE.search(series.level.lower()) or re.search(r"\bvice\b", series.level.lower()))


def _named_in_full(folded: str, gazetteer: Gazetteer) -> Guess | None:
    """A series whose whole name the page prints, without any round."""
    found = []
    for series in gazetteer.series:
        for form in series.all_forms:
            key = fold_name(form.text)
            place = folded.find(key) if len(key) > 5 and not form.is_wrong else -1
            if place >= 0:
                found.append((place, -len(key), series))
    if not found:
        return None
    place, length, series = min(found, key=lambda one: one[:2])
    return Guess(series, snippet(folded, place, place - length))
