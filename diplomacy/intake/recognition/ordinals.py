"""Ordinal numbers of rounds as printed: Fifth, 5th, 第五轮, پانچواں, 5ویں."""

# ruff: noqa: E501  a pattern broken over lines is harder to read than a long one

import re

from diplomacy.text.normalise import fold

UNITS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth".split()  # noqa: SIM905
TENS = {"twent": 20, "thirt": 30, "fort": 40, "fift": 50, "sixt": 60}
ENGLISH = {word: n for n, word in enumerate(UNITS, 1)}
for _stem, _tens in TENS.items():
    ENGLISH[f"{_stem}ieth"] = _tens
    for _n, _unit in enumerate(UNITS[:9], 1):
        ENGLISH[f"{_stem}y-{_unit}"] = ENGLISH[f"{_stem}y {_unit}"] = _tens + _n
ENGLISH |= {"inaugural": 1, "maiden": 1, "first-ever": 1}

URDU_STEMS = {
    1: "پہل|اول", 2: "دوسر|دوم", 3: "تیسر|سوم", 4: "چوتھ", 5: "پانچو", 6: "چھٹ", 7: "ساتو", 8: "آٹھو",
    9: "نوا|نوی", 10: "دسو", 11: "گیارہو|گیارھو", 12: "بارہو|بارھو", 13: "تیرہو", 14: "چودہو|چودھو", 15: "پندرہو",
}  # fmt: skip
HAN_NUMBERS = {sign: n for n, sign in enumerate("〇一二三四五六七八九")}

PATTERN = re.compile(
    r"\b(?P<word>" + "|".join(sorted(map(re.escape, ENGLISH), key=len, reverse=True)) + r")\b"
    r"|(?<![\d.])(?P<digits>\d{1,3})(?:st|nd|rd|th)\b"
    r"|第(?P<han>[0-9〇一二三四五六七八九十]{1,4})(?P<counter>轮|輪|次|届|屆|回)"
    r"|(?P<urdu_digits>[\d۰-۹]{1,3})\s?(?:واں|ویں|وں)"
    r"|\b(?P<urdu>"
    + "|".join(fold(stem) for stems in URDU_STEMS.values() for stem in stems.split("|"))
    + r")(?:ا|ے|ی|اں|یں|ں)?\b"
)


def find_ordinals(text: str) -> list[tuple[int, int, int, str]]:
    """(number, start, end, as printed) for every ordinal in the folded `text`."""
    found = []
    for match in PATTERN.finditer(text):
        number = _number(match)
        if number:
            found.append((number, match.start(), match.end(), match[0]))
    return found


def _number(match: re.Match) -> int | None:
    if match["word"]:
        return ENGLISH[match["word"]]
    if match["digits"] or match["urdu_digits"]:
        return int(match["digits"] or match["urdu_digits"])
    if match["han"]:
        return han_number(match["han"])
    for number, stems in URDU_STEMS.items():
        if match["urdu"] in (fold(stem) for stem in stems.split("|")):
            return number
    return None


def han_number(printed: str) -> int | None:
    """The value of a Chinese number below a hundred; None for what is none."""
    if printed.isdecimal():
        return int(printed)
    if "十" in printed:
        tens, _, ones = printed.partition("十")
        return HAN_NUMBERS.get(tens, 1) * 10 + HAN_NUMBERS.get(ones, 0)
    return HAN_NUMBERS.get(printed) if len(printed) == 1 else None
