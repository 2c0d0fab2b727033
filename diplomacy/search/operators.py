"""Conditions inside a query: ``said-by:"Wang Yi"``, ``-topic:cpec``, ``before:2024``.

Here they are only found, by the names of their fields; ``conditions`` says what each means. A
field is known by its English, Chinese and Urdu names. What stands before a colon and is no such
name is an ordinary word.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

SAID_BY, BEFORE, AFTER, IN = "said-by", "before", "after", "in"
FROM, UNTIL = "from", "until"
NAMES = {
    SAID_BY: "said-by saidby said_by speaker author 发言人 發言人 说话人 說話人 作者 مقرر بقول",
    "person": "person 人物 人 شخص شخصیت",
    "side": "side 一方 所属方 所屬方 方 فریق جانب",
    "country": "country 国家 國家 ملک",
    "topic": "topic 议题 議題 主题 主題 话题 話題 موضوع",
    "series": "series 对话机制 對話機制 机制 機制 系列 سلسلہ",
    "organisation": "organisation organization org 机构 機構 组织 組織 ادارہ تنظیم",
    "initiative": "initiative 倡议 倡議 منصوبہ اقدام",
    "place": "place 地点 地點 مقام جگہ",
    "outlet": "outlet 媒体 媒體 ناشر",
    "kind": "kind type 类型 類型 种类 種類 قسم",
    "authority": "authority 权威性 權威性 性质 性質 استناد سند",
    "held": "held 收藏 دستیابی محفوظ",
    "language": "language lang 语言 語言 语种 زبان",
    BEFORE: "before 之前 早于 早於 پہلے",
    AFTER: "after 之后 之後 晚于 晚於 بعد",
    FROM: "from since 自 起自",
    UNTIL: "until till 至 截至",
    IN: "in date year 年份 日期 سال تاریخ",
}
"""Every name of each field, the one that this software writes first."""
LABELS = {
    SAID_BY: _("Said by"),
    "place": _("Place"),
    BEFORE: _("Before"),
    AFTER: _("After"),
    FROM: pgettext_lazy("a date", "From"),
    UNTIL: pgettext_lazy("a date", "Until"),
    IN: _("Dated"),
}
"""Of the fields that are no parameter of a search."""
FIELDS = {name: field for field, names in NAMES.items() for name in names.split()}
DATES = (BEFORE, AFTER, FROM, UNTIL, IN)

MAX_CHARACTERS = 2_000
MOST_OPERATORS = 20
MOST_VALUES = 10
AND, OR, NOT = "AND", "OR", "NOT"
PLAIN_SIGNS = str.maketrans(
    {**dict.fromkeys("“”„«»＂「」『』", '"'), **dict.fromkeys("()（）\0", " ")}
)
"""One sign for one sign, so that places in a text stay what they are."""
SAME_LETTERS = str.maketrans("：كيىه", ":کییہ")
COMMA = re.compile("[,،、，]")
ANY_FIELD = "|".join(sorted(map(re.escape, FIELDS), key=len, reverse=True)).translate(SAME_LETTERS)
TERM = re.compile(
    rf'(?P<minus>-*)(?:(?P<field>{ANY_FIELD}):\s*(?:"(?P<phrase>[^"]*)"?|(?P<value>[^\s"]+))?'
    r'|"[^"]*"?|(?P<word>[^\s"]+))',
    re.IGNORECASE,
)
SAME_FIELD = {name.translate(SAME_LETTERS): field for name, field in FIELDS.items()}


@dataclass(frozen=True)
class Operator:
    """One condition as it was typed. ``values`` are alternatives; there may be none.

    ``spans`` are the places in the text that it takes up, and ``as_words`` is what stands there
    when its values are only searched for as words.
    """

    field: str
    values: tuple[str, ...]
    is_negative: bool
    spans: tuple[tuple[int, int], ...]
    as_words: str


def plain(text: str) -> str:
    """As much of a query as is read, with one kind of quote; places stay what they are."""
    return text[:MAX_CHARACTERS].translate(PLAIN_SIGNS)


def operators(text: str) -> list[Operator]:
    """The conditions in ``text``, in order; of one field joined by OR they are one."""
    found: list[Operator] = []
    is_negating = can_join = False
    joining: tuple[int, int] | None = None
    prepared = plain(text)
    for term in TERM.finditer(prepared.translate(SAME_LETTERS)):
        if term["field"] and len(found) < MOST_OPERATORS:
            new = _operator(term, prepared, is_negating=is_negating)
            if joining and can_join and _are_alternatives(found[-1], new):
                found[-1] = _joined(found[-1], new, joining)
            else:
                found.append(new)
            is_negating, can_join, joining = False, True, None
        elif term["word"] == OR:
            joining = term.span()
        elif term["word"] == NOT:
            is_negating = True
        else:
            is_negating, can_join, joining = False, False, None
    return found


def blanked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """``text`` with blanks in these places; what stands elsewhere stays where it is."""
    return replaced(text, [(start, end, " " * (end - start)) for start, end in spans])


def replaced(text: str, changes: Iterable[tuple[int, int, str]]) -> str:
    """``text`` with something else at each ``(start, end)``."""
    pieces, done = [], 0
    for start, end, new in sorted(changes):
        pieces += [text[done:start], new]
        done = end
    return "".join([*pieces, text[done:]])


def cut(text: str, spans) -> str:
    """``text`` without what stands in these places, and without the blanks that leaves."""
    return " ".join(blanked(text, spans).split())


def _operator(term: re.Match, prepared: str, *, is_negating: bool) -> Operator:
    start, end = term.span("phrase") if term["phrase"] is not None else term.span("value")
    typed = prepared[start:end] if start >= 0 else ""
    values = [typed] if term["phrase"] is not None else COMMA.split(typed)
    is_negative = bool(term["minus"]) or is_negating
    words = f'"{typed}"' if term["phrase"] is not None else typed
    return Operator(
        SAME_FIELD[term["field"].lower()],
        tuple(value.strip() for value in values if value.strip())[:MOST_VALUES],
        is_negative,
        (_span(term, prepared, is_negating=is_negating),),
        f"-{words}" if is_negative and words else words,
    )


def _span(term: re.Match, prepared: str, *, is_negating: bool) -> tuple[int, int]:
    """Where the operator stands, a NOT before it included."""
    start = prepared.rfind(NOT, 0, term.start()) if is_negating else term.start()
    return start, term.end()


def _are_alternatives(one: Operator, other: Operator) -> bool:
    is_plain = not (one.is_negative or other.is_negative or one.field in DATES)
    return is_plain and one.field == other.field


def _joined(one: Operator, other: Operator, joining: tuple[int, int]) -> Operator:
    return Operator(
        one.field,
        (one.values + other.values)[:MOST_VALUES],
        False,
        (*one.spans, joining, *other.spans),
        f"{one.as_words} OR {other.as_words}",
    )
