"""The words and patterns of printed dates, by language."""

import re

ENGLISH_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
URDU_MONTHS = [
    "جنوری",
    "فروری",
    "مارچ",
    "اپریل",
    "مئی",
    "جون",
    "جولائی",
    "اگست",
    "ستمبر",
    "اکتوبر",
    "نومبر",
    "دسمبر",
]
WEEKDAYS = {
    "en": ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
    "zh": [
        f"(?:星期|周|週|礼拜|禮拜){day}" for day in ("一", "二", "三", "四", "五", "六", "[日天]")
    ],
    "ur": ["پیر|سوموار", "منگل", "بدھ", "جمعرات", "جمعہ", "ہفتہ|ہفتے", "اتوار"],
}

MONTH_NUMBERS = {
    **{name.lower(): n for n, name in enumerate(ENGLISH_MONTHS, 1)},
    **{name[:3].lower(): n for n, name in enumerate(ENGLISH_MONTHS, 1)},
    "sept": 9,
    **{name: n for n, name in enumerate(URDU_MONTHS, 1)},
}

_ENGLISH = "|".join(
    f"{name}|{name.upper()}|{name[:3]}\\b\\.?|{name[:3].upper()}\\b\\.?" for name in ENGLISH_MONTHS
)
MONTH_EN = rf"(?P<month>{_ENGLISH}|Sept\b\.?|SEPT\b\.?)"
MONTH_UR = rf"(?P<month>{'|'.join(URDU_MONTHS)})"
DAY_EN = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th|ST|ND|RD|TH)?"
YEAR = r"(?P<year>(?:19|20)\d\d)"
NO_DIGIT_BEFORE, NO_DIGIT_AFTER = r"(?<![\d.,/])", r"(?![\d]|[.,/]\d)"
ASCII_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹０１２３４５６７８９", "0123456789" * 3)
COMMA = r"[\s,.]*"

HAN_DIGITS = {digit: str(n) for n, digit in enumerate("〇一二三四五六七八九")} | {"零": "0"}
_HAN_NUMBER = r"[0-9〇零一二三四五六七八九十]"

SHAPES = [
    re.compile(pattern)
    for pattern in (
        rf"{NO_DIGIT_BEFORE}{YEAR}(?P<separator>[-/.])(?P<month>\d\d?)(?P=separator)"
        rf"(?P<day>\d\d?){NO_DIGIT_AFTER}",
        rf"{NO_DIGIT_BEFORE}(?P<one>\d\d?)(?P<separator>[-/.])(?P<other>\d\d?)(?P=separator)"
        rf"{YEAR}{NO_DIGIT_AFTER}",
        rf"{NO_DIGIT_BEFORE}{DAY_EN}(?:\s+of)?[\s-]+{MONTH_EN}(?:(?:,?\s*|-){YEAR})?{NO_DIGIT_AFTER}",
        rf"\b{MONTH_EN}[\s-]+{DAY_EN}(?:{COMMA}{YEAR})?{NO_DIGIT_AFTER}(?![A-Za-z])",
        rf"\b{MONTH_EN},?\s+{YEAR}{NO_DIGIT_AFTER}",
        rf"(?:(?P<year>{_HAN_NUMBER}{{4}})年)?(?P<month>{_HAN_NUMBER}{{1,2}})月"
        rf"(?P<day>{_HAN_NUMBER}{{1,3}})[日号號]",
        rf"(?P<year>{_HAN_NUMBER}{{4}})年(?P<month>{_HAN_NUMBER}{{1,2}})月(?![\d份])",
        rf"{NO_DIGIT_BEFORE}(?P<day>[0-3]?\d)\s*{MONTH_UR}(?:[\s،,]*{YEAR})?",
        rf"{MONTH_UR}[\s،,]*{YEAR}",
    )
]
"""Each finds one date; where two meet, the one that starts first and is longer counts."""

RANGES = [
    re.compile(pattern)
    for pattern in (
        r"(?P<first>[0-3]?\d)(?:st|nd|rd|th)?\s*(?:-|–|—|to|till|until|and)\s*$",
        r"(?P<first>[0-3]?\d)\s*(?:سے|تا|-|–)\s*$",
    )
]
"""What stands before a date whose first day shares its month: 13 to [16 May 2024]."""
RANGE_AFTER = re.compile(
    r"\s*(?:-|–|—|to|till|until|through|至|到|－)\s*(?P<last>[0-3]?\d)(?:st|nd|rd|th)?(?:日|号|號)?"
    r"(?:,?\s*(?P<year>(?:19|20)\d\d))?(?![\d%])(?!\s*(?:percent|per cent|[月年]))"
    rf"(?!\s*(?:{'|'.join(ENGLISH_MONTHS)}))"
)
"""What follows a date whose last day shares its month: [May 13] to 16, 2024."""
JOINS = re.compile(r"\s*(?:-|–|—|to|till|until|through|至|到|سے|تا)\s*")
"""What joins two full dates into one span."""

DAY_ALONE = re.compile(r"(?<![\d月年.])(?P<day>[0-3]?\d)日(?![内內本元报報])")
"""A Chinese day without its month: the month is that of the dateline."""

WEEKDAY = {
    "en": re.compile(r"\b(" + "|".join(WEEKDAYS["en"]) + r")\b", re.IGNORECASE),
    "zh": re.compile("|".join(f"({day})" for day in WEEKDAYS["zh"])),
    "ur": re.compile("|".join(rf"\b({day})\b" for day in WEEKDAYS["ur"])),
}

DISPLAY = {
    "en": {
        "months": ENGLISH_MONTHS,
        "seasons": ["spring", "summer", "autumn", "winter"],
        "day": "{day} {month} {year}",
        "month": "{month} {year}",
        "season": "{season} {year}",
        "day_unknown": "a day in {month} {year}",
        "month_unknown": "{year}, day and month not known",
        "decade": "{year}s",
        "century": "between {first} and {last}",
        "about": "about {date}",
        "uncertain": "{date} (uncertain)",
        "both": "about {date} (uncertain)",
        "or": " or ",
        "days": "{first}–{last} {month} {year}",
        "days_of_year": "{day} {month} – {day2} {month2} {year}",
        "span": "{first} – {last}",
        "or_earlier": "{date} or earlier",
        "or_later": "{date} or later",
        "days_or": "{days} {month} {year}",
    },
    "zh-hans": {
        "months": [f"{n}月" for n in range(1, 13)],
        "seasons": ["春季", "夏季", "秋季", "冬季"],
        "day": "{year}年{month}{day}日",
        "month": "{year}年{month}",
        "season": "{year}年{season}",
        "day_unknown": "{year}年{month}某日",
        "month_unknown": "{year}年，月日不详",
        "year": "{year}年",
        "decade": "{year}年代",
        "century": "{first}年至{last}年之间",
        "about": "约{date}",
        "uncertain": "{date}（存疑）",
        "both": "约{date}（存疑）",
        "or": "或",
        "days": "{year}年{month}{first}日至{last}日",
        "days_of_year": "{year}年{month}{day}日至{month2}{day2}日",
        "span": "{first}至{last}",
        "or_earlier": "{date}或更早",
        "or_later": "{date}或更晚",
        "days_or": "{year}年{month}{days}日",
    },
    "ur": {
        "months": URDU_MONTHS,
        "seasons": ["موسم بہار", "موسم گرما", "موسم خزاں", "موسم سرما"],
        "day": "{day} {month} {year}",
        "month": "{month} {year}",
        "season": "{season} {year}",
        "day_unknown": "{month} {year} کا کوئی دن",
        "month_unknown": "{year}، دن اور مہینہ معلوم نہیں",
        "decade": "{year} کی دہائی",
        "century": "{first} اور {last} کے درمیان",
        "about": "تقریباً {date}",
        "uncertain": "{date} (غیر یقینی)",
        "both": "تقریباً {date} (غیر یقینی)",
        "or": " یا ",
        "days": "{first} تا {last} {month} {year}",
        "days_of_year": "{day} {month} تا {day2} {month2} {year}",
        "span": "{first} تا {last}",
        "or_earlier": "{date} یا اس سے پہلے",
        "or_later": "{date} یا اس کے بعد",
        "days_or": "{days} {month} {year}",
    },
}
"""How a date is written out; English serves every language not listed."""
