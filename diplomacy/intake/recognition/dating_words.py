"""The words by which dates of a page are told apart, in English, Chinese and Urdu."""

# ruff: noqa: E501  a pattern broken over lines is harder to read than a long one

import re

PUBLISHED_LINE = re.compile(
    r"\W*(?:(?:first )?published|posted|publish(?:ed)? date|publication date|date|"
    r"发布|發布|發佈|发表|發表|发稿|發稿|刊登|时间|時間|日期|تاریخ|شائع|اشاعت)",
    re.IGNORECASE,
)
UPDATED_LINE = re.compile(r"\W*(?:last )?(?:updated|modified|更新|اپ ڈیٹ|آخری)", re.IGNORECASE)

ISSUED = re.compile(
    r"(?:read-?\s?out|statement|press release|communiqu[eé]|handout|spokes\w+)\b[^.]{0,60}?"
    r"\b(?:issued|released|published|shared|posted|said|announced)\b"
    r"|\b(?:issued|released|published|shared)\b[^.]{0,40}\b(?:read-?\s?out|statement|press release|communiqu[eé])"
    r"|(?:发布|發布|发表|發表)(?:的)?(?:消息|声明|聲明|公报|公報|新闻稿)"
    r"|(?:جاری (?:کردہ|کیے گئے|کیا گیا)?\s*(?:بیان|اعلامی))",
    re.IGNORECASE,
)
"""A side's account being issued: the day in the words after it is the day of release."""

ANNOUNCING = re.compile(
    r"[）)]?\s*(?:宣布|宣佈|表示|发布|發布|发表|發表|通报|said|announced|کو کہا)", re.IGNORECASE
)
"""What follows the day on which somebody spoke of the meeting."""

MEETING = re.compile(
    r"\b(?:co-?chair\w*|chaired|held|hold|holds|hosted|host|convened?|took place|take place|met|meets?|"
    r"talks|signed|attended|begins?|began|kicked off|concluded|delegation-level)\b"
    r"|(?:举行|舉行|会谈|會談|会见|會見|主持|召开|召開|对话|對話|签署|簽署|举办)"
    r"|(?:ملاقات|مذاکرات|منعقد|صدارت|ڈائیلاگ|اجلاس)",
    re.IGNORECASE,
)
NOT_THE_MEETING = re.compile(
    r"\b(?:attack\w*|incident|killed|blast|on the \w+ anniversary|earlier this|last (?:year|month)|previous(?:ly)?|"
    r"in (?:his|her) capacity|since|was (?:born|appointed|elected)|launch(?:ed)? (?:on|in)|general elections?|"
    r"(?:first|last|previous|next|second|third|fourth|fifth|sixth|seventh) round (?:was|had been|of .{0,80} was) held)\b"
    r"|(?:袭击|遇袭|此前|去年|上月|حملہ|گزشتہ سال)",
    re.IGNORECASE,
)
"""A sentence about another day: an attack, an anniversary, an earlier round."""

VISIT = re.compile(
    r"\b(?:visit\w*|tour|trip|travel\w*|arriv\w*|stay\w*|undertak\w*)\b|访问|訪問|دورہ|دورے",
    re.IGNORECASE,
)
TODAY = re.compile(r"\btoday\b|今日|今天|当天|當天|当日|當日|\bآج\b", re.IGNORECASE)
DISTANT = re.compile(
    r"\b(?:next|last|coming|previous|every|until|before) (?:\w+ )?"
    r"(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|week|month|year)\b"
    r"|下周|下星期|上周|上星期|اگلے|گزشتہ",
    re.IGNORECASE,
)
"""“next Monday” is not counted back from the dateline."""

YEAR_NAMED = re.compile(
    r"(?<!\d)(?<!\bby )(?<!until )(?<!till )(?<!vision )(?<!agenda )(?<!goals )(?<!since )(?<!自)(?<!to )"
    r"(?P<year>20[0-4]\d)(?:年|\b)(?!\s*(?:[-–—－]|to)\s*(?:20)?\d\d)(?!\s*(?:km|mw|million|percent|%))"
    r"(?<![–—－-]20\d\d)(?<![–—－-]20\d\d年)",
    re.IGNORECASE,
)
"""A year named as such; the years of a plan (2025-2029, by 2030) do not count."""
