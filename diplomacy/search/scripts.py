"""Chinese words as the other script writes them, and round numbers as other languages do.

Texts are indexed as printed; it is the query that is asked in both scripts.
"""

import re
from itertools import product

from diplomacy.intake.recognition.ordinals import UNITS, find_ordinals
from diplomacy.text.han import MODERN, SIMPLIFIED, TRADITIONAL
from diplomacy.text.normalise import fold

MOST_WRITTEN = 6
"""So many ways of writing one word in traditional characters are tried at most."""
MORE_TRADITIONAL = dict(  # noqa: C408 - one character a key
    发="發髮", 后="後后", 里="裡里裏", 系="係系繫", 制="製制", 台="臺台", 历="歷曆", 复="復複",
    汇="匯彙", 准="準准", 于="於于", 云="雲云", 周="週周", 并="並併并", 干="幹乾干", 征="徵征",
    升="升昇", 丑="醜丑", 斗="鬥斗", 采="採采", 游="遊游", 占="佔占", 志="志誌", 卷="卷捲",
    向="向嚮", 冲="衝沖", 划="劃划", 才="才纔",
)  # fmt: skip
"""Simplified characters and each that they may stand for, the most usual first."""
TO_TRADITIONAL = {
    simple: dict.fromkeys([*MORE_TRADITIONAL.get(simple, ""), traditional])
    for traditional, simple in zip(TRADITIONAL, MODERN, strict=True)
} | {simple: dict.fromkeys(signs) for simple, signs in MORE_TRADITIONAL.items()}
HAN_DIGITS = "零一二三四五六七八九"
HAN_COUNTERS = "轮輪次届屆"
URDU = {
    1: "پہلا پہلے پہلی", 2: "دوسرا دوسرے دوسری", 3: "تیسرا تیسرے تیسری", 4: "چوتھا چوتھے چوتھی",
    5: "پانچواں پانچویں", 6: "چھٹا چھٹے چھٹی", 7: "ساتواں ساتویں", 8: "آٹھواں آٹھویں",
    9: "نواں نویں", 10: "دسواں دسویں",
}  # fmt: skip
SURE = re.compile("第|واں|ویں|[0-9](?:st|nd|rd|th)")
"""What makes a word a number of order and nothing else: “second” and “first” may be more."""


def other_script(word: str) -> list[str]:
    """``word`` in simplified and in traditional characters, without the form it has."""
    simple = word.translate(SIMPLIFIED)
    choices = [TO_TRADITIONAL.get(sign, (sign,)) for sign in simple]
    written = [simple]
    for signs in product(*choices):
        written.append("".join(signs))
        if len(written) > MOST_WRITTEN:
            break
    return [form for form in dict.fromkeys(written) if form != word]


def ordinal_in(word: str, *, is_round: bool) -> int | None:
    """The number of order that ``word`` is from end to end; None where it is none.

    English words that may mean something else count where ``is_round``.
    """
    folded = fold(word)
    for number, start, end, _printed in find_ordinals(folded):
        if (start, end) == (0, len(folded)) and (is_round or SURE.search(folded)):
            return number
    return None


def ordinal_forms(number: int) -> list[str]:
    """How a number of order is written in English, Chinese and Urdu; none above 20."""
    if number > len(UNITS) + 1:
        return []
    words = UNITS[number - 1 : number]
    digits = f"{number}{_ending(number)}"
    chinese = [f"第{_han(number)}{counter}" for counter in HAN_COUNTERS]
    return [
        *words,
        digits,
        *chinese,
        f"第{number}轮",
        f"第{number}輪",
        *URDU.get(number, "").split(),
    ]


def _ending(number: int) -> str:
    return "th" if 10 < number < 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def _han(number: int) -> str:
    tens, rest = divmod(number, 10)
    ten = {0: "", 1: "十"}.get(tens, f"{HAN_DIGITS[tens]}十")
    return ten + (HAN_DIGITS[rest] if rest or not tens else "")
