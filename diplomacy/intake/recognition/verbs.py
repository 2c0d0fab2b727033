"""What verbs do in diplomatic texts: act and strength, by language.

A row is (pattern on folded text, the verb, act, strength). Rows are tried in order at the place
nearest the actor; where two begin at the same place the longer one counts.
"""

# ruff: noqa: E501  a table row on one line

import re
from dataclasses import dataclass

from diplomacy.text.normalise import fold_pattern


@dataclass(frozen=True)
class Verb:
    """One verb: how it looks in print, its dictionary form, what it does."""

    pattern: re.Pattern
    name: str
    act: str
    is_saying: bool = False


def _verbs(act: str, *rows: str, is_saying: bool = False) -> list[Verb]:
    """Rows “name = pattern”; a row without “=” is an English verb that takes -s, -ed, -ing."""
    verbs = []
    for row in rows:
        name, _, pattern = row.partition(" = ")
        verbs.append(
            Verb(re.compile(fold_pattern(pattern) or _english(name)), name, act, is_saying)
        )
    return verbs


def _english(verb: str) -> str:
    first, _, rest = verb.partition(" ")
    stem = re.escape(first.removesuffix("e"))
    ending = r"(?:e|es|ed|ing)" if first.endswith("e") else r"(?:s|es|ed|ing)?"
    if first.endswith("y"):
        stem, ending = re.escape(first[:-1]), r"(?:y|ies|ied|ying)"
    return rf"\b{stem}{ending}\b" + (rf" {re.escape(rest)}\b" if rest else "")


VERBS = [
    *_verbs(
        "condemn", "condemn", "denounce", "deplore", "谴责 = 谴责|譴責", "مذمت = مذمت",
    ),
    *_verbs(
        "call_on", "call on = \\bcall(?:s|ed|ing)? (?:up)?on\\b", "call for = \\bcall(?:s|ed|ing)? for\\b", "urge", "encourage",
        "appeal", "suggest = \\bsuggest(?:s|ed|ing)?\\b", "demand", "should = \\bshould\\b", "hope = \\bhop(?:e|es|ed|ing)\\b|\\bexpress(?:es|ed)? (?:the )?hope\\b",
        "呼吁 = 呼吁|呼籲", "敦促 = 敦促|促请", "希望 = 希望", "鼓励 = 鼓励|鼓勵", "مطالبہ = مطالبہ", "زور دینا = پر زور دیا|زور دیا", "اپیل = اپیل", "امید = امید",
    ),
    *_verbs(
        "welcome", "welcome", "congratulate", "appreciate", "thank", "commend", "praise", "applaud", "recognise = \\brecogni[sz](?:e|es|ed|ing)\\b",
        "speak highly = \\bsp(?:eak|eaks|oke|oken) highly\\b", "express satisfaction = \\bexpress(?:es|ed|ing)? (?:their |its |deep )?satisfaction\\b|\\bwith satisfaction\\b",
        "express gratitude = \\bexpress(?:es|ed|ing)? (?:\\w+ )?(?:gratitude|appreciation|thanks)\\b", "convey greetings = \\bconvey(?:s|ed)?\\b", "hail",
        "欢迎 = 欢迎|歡迎", "祝贺 = 祝贺|祝賀", "赞赏 = 赞赏|讚賞|赞赏|高度评价|高度評價|积极评价", "感谢 = 感谢|感謝", "满意 = 满意|滿意",
        "خیر مقدم = خیر ?مقدم", "مبارکباد = مبارک ?باد", "سراہنا = سراہا|تعریف کی", "شکریہ = شکریہ", "اطمینان = اطمینان",
    ),
    *_verbs(
        "support", "support", "back", "stand with = \\b(?:stand|stands|stood) (?:firmly )?(?:with|by)\\b", "支持 = 支持", "حمایت = حمایت",
    ),
    *_verbs(
        "reaffirm", "reaffirm", "reiterate", "oppose", "express opposition = \\bexpress(?:es|ed|ing)? (?:their )?(?:firm |strong )?opposition\\b", "emphasise = \\bemphasi[sz](?:e|es|ed|ing)\\b",
        "underscore", "underline", "stress", "adhere = \\badher(?:e|es|ed|ing) to\\b", "uphold = \\bup(?:hold|holds|held|holding)\\b", "reject", "warn", "recall",
        "重申 = 重申", "反对 = 反对|反對", "强调 = 强调|強調", "坚持 = 坚持|堅持", "恪守 = 恪守", "اعادہ = اعادہ", "مخالفت = مخالفت", "اجاگر = اجاگر",
    ),
    *_verbs(
        "commit", "agree", "undertake = \\bundert(?:ake|akes|ook|aken|aking)\\b", "pledge", "commit", "express readiness = \\b(?:express(?:es|ed)? |reiterated? )?(?:their |its )?readiness\\b", "vow", "decide = \\bdecid(?:e|es|ed|ing)\\b|\\bresolve[ds]?\\b",
        "be ready to = \\b(?:is|are|was|were|stands?|stood) (?:ready|willing|prepared)\\b", "will = \\b(?:will|shall|would)\\b", "need to = \\b(?:need|needs|must|have) to\\b|\\bmust\\b", "aim to = \\baim(?:s|ed|ing)? (?:to|at)\\b",
        "plan to = (?<!action )\\bplan(?:s|ned)? to\\b", "announce", "reach consensus = \\breach(?:es|ed)? (?:a |an )?(?:\\w+ )?(?:consensus|agreement|understanding)\\b",
        "同意 = 同意|一致同意|商定", "愿 = 愿(?:同|与|意)|願(?:同|與|意)", "将 = 将|將", "承诺 = 承诺|承諾", "达成 = 达成|達成", "اتفاق = اتفاق", "عزم = عزم", "وعدہ = وعدہ", "تیار = تیار ہے|تیار ہیں", "گا = (?:کرے|کریں|رکھیں|رکھے|ہو) گ[اےی]",
    ),
    *_verbs(
        "note", "exchange views = \\bexchang(?:e|es|ed|ing) (?:\\w+[ -]){0,3}views\\b|\\bexchange of views\\b", "discuss", "brief = \\bbrief(?:s|ed|ing)?\\b", "review", "note", "express concern = \\bexpress(?:es|ed)? (?:\\w+ )?concern\\b", "believe = \\bbeliev(?:e|es|ed|ing)\\b", "acknowledge", "highlight", "sign", "launch", "release", "unveil",
        "交换意见 = 交换(?:了)?意见|交換(?:了)?意見", "讨论 = 讨论|討論|就.{1,20}沟通", "通报 = 通报|通報|介绍", "认为 = 认为|認為", "تبادلہ خیال = تبادلہ ?خیال|تبادلۂ خیال", "آگاہ = آگاہ", "جائزہ = جائزہ",
    ),
    *_verbs(
        "note", "say = \\b(?:say|says|said|saying)\\b", "state = (?<!member )(?<!united )\\bstat(?:es|ed|ing)\\b", "add = \\badd(?:s|ed)\\b", "tell = \\btold\\b", "express = \\bexpress(?:es|ed|ing)?\\b", "respond = \\brespond(?:s|ed)?\\b", "propose = \\bpropos(?:es|ed|ing)\\b", "observe = \\bobserv(?:es|ed)\\b",
        "表示 = 表示", "指出 = 指出", "说 = (?<![学小传])[说說](?![明法])", "کہا = کہا|کہنا", "بتایا = بتایا", is_saying=True,
    ),
]  # fmt: skip

SOFTER = frozenset(
    ["exchange views", "discuss", "note", "believe", "review", "express satisfaction", "highlight"]
)
FIRMER = frozenset(
    [
        "agree",
        "reaffirm",
        "reiterate",
        "pledge",
        "undertake",
        "condemn",
        "call for",
        "oppose",
        "urge",
    ]
)
AND_BEFORE = re.compile(r"\band (?:\w+ly |also )?$")
"""“They discussed trade and agreed to meet again” is an agreement: a firmer verb joined by “and”
to a softer one says what the sentence does."""

DEEDS = frozenset(
    [
        "will", "need to", "should", "aim to", "plan to", "review", "exchange views", "discuss",
        "sign", "launch", "release", "unveil", "reach consensus", "announce", "brief",
        "将", "达成", "讨论", "交换意见", "گا", "جائزہ", "تبادلہ خیال",
    ]
)  # fmt: skip
"""What a person may simply do: without a word of saying, these give nobody's words."""
SAYING = re.compile("|".join(verb.pattern.pattern for verb in VERBS if verb.is_saying))

STRENGTHS = re.compile(
    r"\b(?:firm(?:ly)?|strong(?:ly)?|unyielding|steadfast(?:ly)?|unwavering|resolute(?:ly)?|unequivocal(?:ly)?|full(?:y)?|"
    r"highly|categorical(?:ly)?|consistent(?:ly)?|zero tolerance|all-out|unanimous(?:ly)?|deeply|solemn(?:ly)?)\b"
    r"|坚定|堅定|坚决|堅決|强烈|強烈|高度|充分|一贯|全力|بھرپور|غیر متزلزل|مکمل|شدید|پختہ|سختی سے"
)
"""How firmly it is said; kept as printed."""
