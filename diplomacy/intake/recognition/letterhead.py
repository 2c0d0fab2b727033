"""The paper a text is written on: the name of a ministry or embassy alone on a line."""

import re

from diplomacy.text.normalise import fold_name, fold_pattern

NAME = r"(?:saudi arabia|sri lanka|united \w+|new delhi|[a-z]+)"
STATE = (
    r"(?:the )?(?:(?:people's|islamic|arab|democratic|federal) )*(?:republic of |kingdom of )?"
    rf"{NAME}"
)
GOVERNMENT = rf"government of {STATE}"
ENGLISH = re.compile(
    rf"(?:the )?(?:{GOVERNMENT}[\s,|/-]+)?(?:(?!and\b)[a-z']+ )?"
    r"(?:ministry of (?:foreign|external) affairs|foreign (?:ministry|office)|"
    r"embassy|high commission|consulate general|permanent mission)"
    rf"(?: (?:of|in|to) {STATE}){{0,2}}"
    rf"(?:\s*[,|/(-]\s*(?:(?:office of the )?spokes[a-z]+(?:'s office)?|{GOVERNMENT}|{STATE})\)?)"
    r"{0,2}"
)
CHINESE_STATE = r"(?:中国|巴基斯坦|阿富汗|印度|孟加拉国|[\u3400-\u9fff]{2,8}共和国)"
CHINESE = re.compile(
    rf"{CHINESE_STATE}?外交部(?:发言人办公室|新闻司)?|"
    rf"{CHINESE_STATE}?(?:常?驻)[\u3400-\u9fff]{{2,14}}(?:大使馆|总领事馆|代表团)"
)
URDU_STATE = r"(?:اسلامی جمہوریہ |عوامی جمہوریہ )?(?:پاکستان|چین|افغانستان)"
URDU = re.compile(
    fold_pattern(
        rf"(?:(?:حکومت )?{URDU_STATE}(?: کی| کا|ی)?[\s،,|-]+|چینی )?"
        r"(?:وزارت خارجہ|دفتر خارجہ|سفارت ?خانہ)"
        rf"(?:[\s،,|-]+(?:حکومت )?{URDU_STATE}|[\s،,|-]+(?:اسلام آباد|بیجنگ))?"
    )
)


def is_letterhead(line: str) -> bool:
    """Whether nothing but the name of a ministry or embassy, and its state, is on the line."""
    folded = fold_name(line).strip(" *:.#|-")
    return any(pattern.fullmatch(folded) for pattern in (ENGLISH, CHINESE, URDU))
