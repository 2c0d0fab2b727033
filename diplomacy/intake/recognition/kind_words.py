"""The words that tell what kind of text a page is, in English, Chinese and Urdu."""

# ruff: noqa: E501  a pattern broken over lines is harder to read than a long one

import re


def _any(*alternatives: str) -> re.Pattern:
    return re.compile("|".join(alternatives), re.IGNORECASE)


JOINT_TITLES = {
    "joint_communique": _any(r"joint communiqu[eé]", "联合公报", "聯合公報", "مشترکہ اعلامی"),
    "joint_press_release": _any(
        r"joint press (?:release|statement|communiqu[eé])",
        "联合新闻(?:公报|稿|声明)",
        "聯合新聞(?:公報|稿|聲明)",
        "مشترکہ پریس",
    ),
    "joint_statement": _any(
        r"joint (?:statement|declaration)",
        "联合(?:声明|宣言)",
        "聯合(?:聲明|宣言)",
        "مشترکہ (?:بیان|اعلان)",
    ),
    "action_plan": _any(r"^(?:the )?(?:joint )?action plan", "行动计划$", "行動計劃"),
}
"""What a joint text calls itself; the first that fits counts."""

FULL_TEXT = _any(
    r"\b(?:following|here) is the (?:full |complete )?(?:text|transcript)", r"\bfull text\b(?! here)",
    r"\btext of the (?:joint|statement|communiqu)", r"\bthe (?:joint )?\w+ reads?\b", "全文(?:如下)?", "متن درج ذیل", "مکمل متن",
)  # fmt: skip
"""An agency's own words that it gives a text whole."""

ABOUT_JOINT = _any(
    r"\b(?:issued|released|signed|unveiled|according to|in|said) (?:a|an|the|its|their)? ?(?:\w+[- ]){0,3}joint (?:statement|communiqu|press|declaration)",
    r"\bjoint (?:statement|communiqu[eé]|press release|declaration)\b.{0,40}\b(?:issued|released|said|says|reads|adopted)",
    r"(?:发表|發表|发布|發布|根据|據).{0,12}(?:联合|聯合)", r"مشترکہ (?:اعلامی|بیان).{0,30}(?:جاری|مطابق)",
)  # fmt: skip
"""A report that there is a joint text."""

SPEECH = _any(
    r"^(?:full text of (?:the )?)?(?:remarks|address|speech|keynote|statement|opening remarks) (?:by|of|at|delivered)",
    r"\b(?:remarks|address|speech|keynote speech) by\b", r"^(?:在|王毅在).{2,40}(?:上的(?:讲话|致辞|演讲)|讲话|致辞)", r"(?:خطاب|تقریر) کا متن",
)  # fmt: skip
SPEECH_REPORT = _any(
    r"\b(?:delivered|delivering|gave) (?:a|the|his|her)? ?(?:\w+ )?(?:keynote |opening )?(?:speech|address|remarks)\b",
    r"\b(?:said|says|stated) (?:while |in his )?(?:addressing|speech|speaking at)\b", r"\bwhile addressing\b",
    r"发表(?:主旨)?(?:讲话|演讲|致辞)", r"سے خطاب کرتے ہوئے",
)  # fmt: skip
INTERVIEW = _any(
    r"\b(?:in|during) an? (?:exclusive |recent |written )?interview (?:with|to)\b", r"^interview\b", r"\bexclusive interview\b",
    r"(?:接受|專訪|专访).{0,12}(?:采访|採訪|专访|專訪)|^专访", r"(?:خصوصی )?انٹرویو (?:میں|دیتے)",
)  # fmt: skip
BRIEFING = _any(
    r"spokes\w+(?:'s|’s)? (?:regular |weekly |daily )?(?:press (?:conference|briefing)|remarks|briefing)",
    r"(?:weekly|regular|daily) (?:press |media |news )?(?:briefing|conference)", r"例行记者会|例行記者會|答记者问|答記者問", r"ہفتہ وار (?:پریس )?بریفنگ|ہفتہ وار میڈیا",
)  # fmt: skip
SPOKESPERSON = _any(r"\bspokes(?:person|man|woman)\b", "发言人", "發言人", "ترجمان")
ANNOUNCES = _any(
    r"\b(?:will|is to|is scheduled to|set to|due to) (?:\w+ )?(?:pay|visit|undertake|travel|attend|host|hold|arrive|co-?chair|leave|lead|proceed|announce)", r"\b(?:scheduled|departed for|leaves for|left for|to co-?chair)\b",
    r"\bannounce[sd]?\b.{0,60}\b(?:visit|round|dialogue|meeting)", r"[将將](?:于|於|应|應|在|对|對|赴|訪|访)", r"(?:دورہ|شرکت|روانہ|ملاقات|صدارت|شریک|منعقد).{0,20}(?:کریں گے|ہوں گے|ہوگا|کرے گا)", "روانہ",
)  # fmt: skip
HELD_ALREADY = _any(
    r"\b(?:co-?chaired|(?<!be )(?<!been )held|met|concluded|agreed|reaffirmed|reiterated|exchanged views|discussed)\b",
    "(?:举行了|舉行了|会见了|同意|重申)", "(?:اتفاق کیا|ملاقات کی|اعادہ کیا)",
)  # fmt: skip
READOUT_TITLE = _any(
    r"\bread-?\s?out\b", r"^(?:wang yi|xi jinping|li qiang|\w+ \w+) (?:meets?|holds? talks|talks|speaks|has a phone|chairs|co-?chairs)\b",
    r"(?:王毅|习近平|李强|.{2,4})(?:同|与|會見|会见|主持).{2,30}(?:会谈|會談|对话|對話|通话|通話|会晤)?$",
)  # fmt: skip
REPORTED = _any(
    r"\baccording to (?:a|an|the|its)?\s?(?:\w+[ -]){0,4}?(?:read-?\s?out|statement|press release|handout|press note|news release|spokes\w+|ministry|foreign (?:office|ministry))",
    r"\b(?:read-?\s?out|statement|press release|handout|press note)\b[^.]{0,40}\b(?:issued|released|shared|posted)\b",
    r"\b(?:issued|released) (?:by|from) (?:the )?(?:\w+[’' ]?s? ){0,3}(?:ministry|foreign office|embassy|spokes)",
    r"\b(?:foreign office|foreign ministry|ministry of foreign affairs|embassy|mofa)(?: spokes\w+)?[^.]{0,40}? (?:said|announced|stated|added)\b(?! by)",
    r"\bsaid (?:in )?a (?:statement|press release|handout|news release|post)\b", r"(?:据|據).{0,12}(?:外交部|中方|巴方)", r"外交部(?:网站|網站|发言人|發言人)?.{0,10}(?:消息|表示|发布|發布|宣布|通报)",
    r"(?:دفتر خارجہ|وزارت خارجہ|ترجمان).{0,30}(?:کے مطابق|نے کہا|بیان|اعلامی)", r"(?:جاری (?:کردہ )?(?:بیان|اعلامی))",
)  # fmt: skip
"""A side's own account, told on by somebody else."""

SCHOLAR = _any(
    r"\b(?:prof(?:essor)?|scholar|research(?:er| fellow)|expert|analyst|academic|director of the .{3,60}(?:institute|centre|center))\b",
    "(?:教授|学者|學者|研究员|研究員|专家|專家)",
    "(?:پروفیسر|تجزیہ کار|محقق|ماہر)",
)
FIRST_PERSON = re.compile(
    r"\b(?:we|our|I|my)\b|我们|我們|我国|我國|\bہم\b|\bہماری\b|\bہمارے\b|\bمیں نے\b"
)
OPINION_LABEL = _any(
    r"^(?:opinion|op-?ed|commentary|column|editorial)\b", "署名文章|社论|社論|评论员", "اداریہ|کالم"
)
ANALYSIS_LABEL = _any(r"^(?:analysis|explainer|explained|backgrounder)\b", "^分析", "تجزیہ")
INTRODUCED_JOINT = _any(
    r"\bthe (?:two|three|four) sides\b", r"\b(?:both|all) (?:sides|parties|countries)\b", r"\bthe two countries\b", r"\bthe (?:two|three) (?:ministers|foreign ministers|leaders)\b",
    r"\bthe (?:pakistani|chinese|afghan|bangladesh\w*) side\b", r"\bboth (?:ministers|leaders|foreign ministers)\b", "双方|雙方|三方|各方|两国|兩國", "فریقین|دونوں (?:ممالک|فریق|رہنما|وزرا)|تینوں",
)  # fmt: skip
"""The actors of a joint text."""
SAID = _any(
    r"\b(?:he|she|dar|wang|sharif|\w+) (?:said|added|noted|told|stated|remarked|recalled|expressed the hope)\b", r"\b(?:said|told) (?:that|reporters|the)\b",
    "(?:王毅|达尔|他|她)(?:说|表示|指出|强调)", "(?:نے کہا|کا کہنا تھا|نے بتایا)",
)  # fmt: skip
