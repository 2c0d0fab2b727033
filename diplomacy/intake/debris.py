"""What a page carries beside its text, in English, Chinese and Urdu: rows of data.

Every pattern is matched against one folded line (`text.normalise.fold`: small letters, plain
quotes, dashes and spaces). `whole` rows must match all of the line; others its beginning, and
only where the line is not longer than `longest`, so that no sentence of the text is taken.
"""

# ruff: noqa: E501  a pattern broken over lines is harder to read than a long one

import re
from dataclasses import dataclass

from diplomacy.text.normalise import fold_pattern

SHARE, ALSO, TICKER, ADVERT, CRAWL, POPULAR, NEWSLETTER, RIGHTS, COMMENTS, TAGS, LINE, NAV, PIC = (
    "share or follow widget",
    "link to another story",
    "ticker",
    "advertisement marker",
    "crawl date",
    "list of other stories",
    "newsletter prompt",
    "copyright line",
    "comment form",
    "tags or credits",
    "publication line",
    "navigation",
    "picture caption",
)
BREADCRUMB = "breadcrumb"
TITLE, REPEATED_TITLE, BYLINE = "kept as title", "title repeated", "kept as byline"
DATELINE = "kept as dateline"
LABEL, AUTHOR = "says what the page is", "note on the author"
REPEATED = "repeated line"


@dataclass(frozen=True)
class Row:
    """One kind of debris: why it goes, and how it looks."""

    reason: str
    pattern: re.Pattern
    whole: bool = True
    longest: int = 300

    def matches(self, line: str) -> bool:
        """Whether this folded line is such debris."""
        if len(line) > self.longest:
            return False
        return bool(self.pattern.fullmatch(line) if self.whole else self.pattern.match(line))


def _whole(reason: str, *alternatives: str) -> Row:
    return Row(reason, re.compile(r"[\W_]*(?:" + fold_pattern("|".join(alternatives)) + r")[\W_]*"))


def _start(reason: str, longest: int, *alternatives: str) -> Row:
    return Row(
        reason,
        re.compile(r"[\W_]*(?:" + fold_pattern("|".join(alternatives)) + ")"),
        False,
        longest,
    )


DAY = r"(?:19|20)\d\d[-/.]\d\d?[-/.]\d\d?(?:[t ]+\d\d?:\d\d(?::\d\d)?(?:\.\d+)?(?:z|[+-]\d\d:?\d\d)?)?"
CRAWL_WORDS = (
    r"(?:crawl(?:ed)?(?: date| on| at)?|fetched(?: on| at)?|retrieved(?: on| at)?|captured(?: on)?|"
    r"scraped(?: on)?|accessed(?: on)?|date(?=\s+\d)|抓取(?:时间|日期)|采集时间|حاصل کردہ)"
)
ADVERT_WORDS = (
    r"(?:advertisements?|advertise(?:ment)? here|sponsored(?: content)?|ads? by \w+|ad|promoted|"
    r"(?:story|article) continues below(?: this ad(?:vertisement)?)?|scroll to continue|"
    r"continue reading below|remove ads?|广告|廣告|推广|赞助内容|اشتہار(?:ات)?)"
)
NETWORKS = (
    r"facebook|twitter|x|whatsapp|linkedin|telegram|pinterest|reddit|instagram|youtube|tiktok|"
    r"threads|messenger|viber|tumblr|e-?mail|print|copy(?: link| url)?|google(?: news)?|rss|wechat|"
    r"weibo|微信|微博|朋友圈|qq空间|qq|فیس بک|ٹوئٹر|ٹویٹر|واٹس ایپ|ای میل"
)
POPULAR_WORDS = (
    r"most (?:popular|read|viewed|shared|recent)(?: (?:posts?|stories|news|articles))?|"
    r"popular (?:posts?|stories|news|now)|trending(?: (?:now|news|stories))?|latest (?:posts?|stories|"
    r"articles)|recent (?:posts?|articles|news)|editors?'? picks?|top (?:stories|news)|"
    r"more (?:from|in|on) .{1,40}|more (?:news|stories)|related (?:posts?|stories|news|articles|content|"
    r"topics)|you (?:may|might) (?:also )?like|recommended(?: for you)?|read next|up next|"
    r"热门(?:文章|新闻|推荐)|最多阅读|点击排行|阅读排行|最新(?:文章|新闻)|热点推荐|相关(?:新闻|阅读|文章|报道)|"
    r"推荐阅读|延伸阅读|مقبول ترین|سب سے زیادہ پڑھی .{0,20}|تازہ ترین خبریں|متعلقہ خبریں|مزید خبریں"
)

ROWS = [
    Row(
        CRAWL,
        re.compile(
            rf"(?:{POPULAR_WORDS})?[\W_]*{CRAWL_WORDS}[\s:=]*{DAY}[\W_]*{ADVERT_WORDS}?[\W_]*"
        ),
    ),
    _whole(ADVERT, rf"{ADVERT_WORDS}(?:[\W_]+{ADVERT_WORDS})*"),
    _whole(
        SHARE,
        rf"(?:share|tweet|pin|follow)(?: (?:us|this|it|now|on|via|with|article|story|post|news|page|and|"
        rf"(?:{NETWORKS})))*[\W_]*(?:(?:{NETWORKS}|\d+|share|tweet|pin|follow)[\W_]*)*",
        rf"(?![\d\W_]*\b(?:19|20)\d\d\b[\d\W_]*$)(?:(?:{NETWORKS}|share|tweet|\d+)[\W_]+){{2,}}(?:{NETWORKS}|share|tweet|\d+)?",
        r"\d+ (?:shares?|views?|likes?|comments?)(?:[\W_]+\d+ (?:shares?|views?|likes?|comments?))*",
        rf"(?:facebook|twitter|whatsapp|linkedin|telegram|pinterest|reddit|email|print|{NETWORKS})"
        r"(?: this(?: article)?)?",
        r"(?:分享|转发|收藏|点赞|打印|字号|扫一扫|关注我们|分享到|分享至|微信扫一扫)[^。]{0,40}",
        r"(?:شیئر|شئیر)(?: کریں)?[^۔]{0,30}|ہمیں فالو کریں[^۔]{0,40}|ہمارے ساتھ جڑیں[^۔]{0,30}",
    ),
    _start(
        ALSO,
        240,
        r"(?:also|must) (?:read|see|watch)\b",
        r"(?:read|see|watch) (?:also|more|next|full story)(?:\s*[:|»>-]|\s*$)",
        r"(?:related|see also|don't miss|more on this|in case you missed it|editor's note on links)\s*:",
        r"click here (?:to|for)\b",
        r"(?:相关(?:阅读|新闻|报道|链接)|延伸阅读|推荐阅读|阅读更多|更多(?:新闻|内容|阅读)|点击(?:查看|阅读))",
        r"(?:ی[ہه] (?:بھی|خبر بھی) پڑھ|مزید پڑھ|متعلقہ خبر|یہ بھی دیکھیں)",
    ),
    _start(
        TICKER,
        240,
        r"(?:breaking(?: news)?|just in|news alert|live updates?|ticker|headlines?|trending)\s*(?:[:|»]|$)",
        r"(?:快讯|快訊|滚动(?:新闻|播报)|即时新闻|即時新聞)\s*(?:[:|：]|$)",
        r"(?:بریکنگ نیوز|تازہ ترین|اہم خبریں)\s*(?:[:|]|$)",
    ),
    _whole(POPULAR, POPULAR_WORDS),
    _start(
        NEWSLETTER,
        240,
        r"(?:subscribe|sign up|register|join) (?:now|to|for|our|us|the|here)\b.*(?:newsletter|e-?mail|"
        r"inbox|channel|updates|alerts|notifications|group|daily|stories|news)",
        r"subscribe\W*$",
        r"(?:get|receive) .*(?:in your inbox|to your inbox|delivered|newsletter)",
        r"(?:enter your e-?mail|your e-?mail address\W*$|newsletter\W*$|download (?:our|the) app\b)",
        r"follow .{2,40} (?:on|at) (?:whatsapp|google news|facebook|twitter|x|youtube|telegram)\b",
        r"(?:订阅|訂閱|欢迎关注|扫码(?:关注|下载)|下载客户端|关注.{0,20}公众号)",
        r"(?:نیوز لیٹر|سبسکرائب|ہمارا (?:واٹس ایپ )?چینل|ہماری ایپ)",
    ),
    _start(
        RIGHTS,
        400,
        r"(?:©|\(c\) |copyright\b)",
        r".{0,80}\ball rights reserved\b",
        r"(?:.{0,60}(?:版权所有|版權所有|all rights)|未经(?:授权|许可).{0,20}(?:转载|使用)|免责声明|京icp)",
        r".{0,60}(?:جملہ حقوق|تمام حقوق) .{0,20}محفوظ",
    ),
    _start(
        COMMENTS,
        160,
        r"(?:leave a (?:reply|comment)|(?:post|add|write) a comment|your e-?mail address will not|"
        r"no comments?\W*$|comments? ?\(?\d*\)?\W*$|log in to (?:leave|post)|be the first to comment)",
        r"(?:发表评论|网友评论|评论\W*$|我要评论|登录后)",
        r"(?:تبصرہ (?:کریں|لکھیں)|تبصرے\W*$|اپنی رائے|جواب دیں\W*$|اپ کا ای میل)",
    ),
    _start(
        TAGS,
        300,
        r"(?:tags?|topics|categories|category|filed under|posted in|keywords|labels)\s*[:|]",
        r"(?:标签|標籤|关键词|关键字|责任编辑|责编|编辑|審核|审核|校对|来源|來源|记者|作者)\s*[:：]?\s*[^。]{0,30}$"
        r"(?<![。！？])",
        r"(?:ٹیگز?|زمرہ|موضوعات)\s*[:|]",
    ),
    _start(
        LINE,
        160,
        r"(?:(?:first |last )?(?:published|updated|posted|modified)(?: on| at| by| date)?|updated|"
        r"publish(?:ed)? date|publication date|last update|date (?:posted|published))\s*[:|]?\s*(?=.*\d{4})|(?:date|time)\s*[:|](?=.*\d{4})",
        r"(?:(?:发布|發布|發佈|发表|發表|发稿|發稿|刊登|更新)?(?:时间|時間|日期)|发布|發布|發佈)\s*[:：]",
        r"(?:تاریخ اشاعت|تاریخ(?=\s*[:：])|شائع(?: شدہ| ہوئی| ہوا)?|اشاعت|اپ ڈیٹ|آخری اپ ڈیٹ)\s*[:：]?\s*(?=.*[\d۰-۹])",
        r"\d+ (?:min(?:ute)?s?|seconds?) read\W*$|reading time\b|\d+ (?:views|hits|reads)\W*$",
    ),
    _whole(
        NAV,
        r"(?:skip to (?:main )?content|menu|toggle navigation|search|log ?in|sign in|home|back to top|"
        r"next(?: (?:article|post|story))?|prev(?:ious)?(?: (?:article|post|story))?|close|print edition|"
        r"e-?paper|contact us|about us|privacy policy|terms (?:of use|and conditions)|cookies? policy)",
        r"(?:首页|返回首页|返回顶部|上一篇.*|下一篇.*|登录|注册|搜索|打印本页|关闭窗口)",
        r"(?:صفحہ اول|سرورق|تلاش|لاگ ان|ہوم)",
        r"page \d+(?: of \d+)?|第\s*\d+\s*页",
    ),
    _start(
        PIC,
        200,
        r"(?:(?:file |handout |representational )?(?:photo|picture|image)s?"
        r"(?: credit| courtesy| caption| by)?\s*[:/|-])",
        r"\((?:photo|image|file)\b[^)]*\)\W*$",
        r"(?:图片来源|图为|资料图|圖為|資料圖)[:：]?",
        r"(?:فوٹو|تصویر)\s*[:：/]",
    ),
]

CRAWL_PREFIX = re.compile(
    rf"\s*(?:{POPULAR_WORDS})?[\s-]*\b(?:crawl(?:ed)?(?: date| on| at)?|fetched|retrieved|date)[\s:]+{DAY}"
    rf"(?:[\s-]*(?:{ADVERT_WORDS})[\s-]*(?=$|\s))?(?=\s|$)",
    re.IGNORECASE,
)
"""A crawler's header before the first words of a page."""

INLINE = re.compile(
    r"(?:^|(?<=[\s.!?”\"]))[-–—*\[(|]+\s*(?:advertisements?|sponsored|ads?|广告|廣告|اشتہار)\s*[-–—*\])|]+",
    re.IGNORECASE,
)
"""Advert markers that stand inside a line of text."""

CRUMB_MARKS = re.compile(r"\s*(?:>>?|»|›|→|::|＞)\s*")
CRUMB_START = re.compile(
    r"(?:home\b|首页|首頁|您(?:的|所在的?)位置|当前位置|ہوم|صفحہ اول)", re.IGNORECASE
)
HOME = re.compile(r"Home(?=[A-Z]|\s*[A-Z]|$)")
SECTIONS = [
    "Diplomatic News", "Foreign Affairs", "Foreign Correspondent", "Latest News", "Top Stories",
    "Top News", "Breaking News", "Pakistan News", "World News", "National News", "Press Releases",
    "Asia Pacific", "South Asia", "Middle East", "Featured News", "Editor's Pick", "Op-Ed", "Op-Eds",
    "Diplomacy", "Diplomatic", "Pakistan", "World", "National", "International", "News", "Latest",
    "Politics", "Business", "Economy", "Opinion", "Opinions", "Editorial", "Editorials", "Analysis",
    "Featured", "Feature", "China", "Asia", "Regional", "Region", "Headlines", "Columns", "Column",
    "Security", "Defence", "Defense", "CPEC", "Articles", "Article", "Blogs", "Blog", "Top", "Global",
    "Interviews", "Interview", "Magazine", "Today", "Uncategorized", "General", "Current Affairs",
]  # fmt: skip
"""Names of sections as newspapers print them above a title; longer ones are tried first."""
