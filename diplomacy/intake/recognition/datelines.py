"""The dateline of a text: where, when and by whose wire it was written, as printed."""

import re
from dataclasses import dataclass

from diplomacy.text import dates
from diplomacy.text.date_words import MONTH_EN
from diplomacy.text.normalise import fold_name

from .agencies import AGENCIES, CITIES, DESKS

MONTH = MONTH_EN.replace("?P<month>", "?:")
DAY = rf"(?:{MONTH}\.?\s+\d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}(?:st|nd|rd|th)?\s+{MONTH}\.?)"
WORD = rf"(?!{MONTH}\b)[A-Z][A-Za-z.'’]*"
TOWN = rf"{WORD}(?:[ -]{WORD}){{0,3}}"
LATIN = re.compile(
    rf"(?P<place>{TOWN}(?:\s?[/&]\s?{TOWN}){{0,2}})(?P<region>,\s?{TOWN})??"
    rf"(?:\s*[,.]?\s*(?P<date>{DAY}(?:,?\s*\d{{4}})?))?\s*,?\s*"
    r"(?:\((?P<credit>[^()]{2,90})\)|/(?P<slashes>[A-Za-z][A-Za-z -]{1,24})/|"
    r"\[(?P<square>[^\]]{2,60})\])?"
    r"\s*(?P<mark>:|—|–|--+|-(?=\s)|/\s?–)?\s*"
)
CHINESE = re.compile(
    r"[（(【\[]?(?P<credit>[\u3400-\u9fff]{1,8}?(?:社|网|網|报|報|台|臺|通讯社))"
    r"[】\]]?(?P<place>[\u3400-\u9fff]{2,7}(?:[/／][\u3400-\u9fff]{2,7})?)"
    r"(?P<date>(?:\d{4}年)?\d{1,2}月\d{1,2}日)\s*(?:专?电|電|讯|訊|消息)?[）)】\]]?[:：／/]?\s*"
    r"(?:[（(](?:记者|記者)\s*(?P<reporter>[^）)]{2,30})[）)])?"
)
CHINESE_CREDIT = re.compile(
    r"【(?P<credit>[^】]{1,10}?)(?:专讯|專訊|讯|訊|报道|報道|報導|综合)】\s*"
)
WIRE_WORD = re.compile(r"[电電讯訊]")
LOOK_INTO = 160
"""Characters in which a Chinese dateline may follow a picture's caption."""
CHINESE_CITY_DAY = re.compile(
    r"(?P<place>[\u3400-\u9fff]{2,6})[，,]?\s*(?P<date>(?:\d{4}年)?\d{1,2}月\d{1,2}日)[电電讯訊]"
)
URDU_LETTERS = r"[\u0620-\u064a\u0670-\u06d3]"
URDU = re.compile(
    rf"(?P<place>{URDU_LETTERS}+(?:[ \u00a0]{URDU_LETTERS}+)?(?:/{URDU_LETTERS}+)?)\s*[،,۔]?\s*"
    r"(?P<date>[\d۰-۹]{1,2}\s+(?:جنوری|فروری|مارچ|اپریل|مئی|جون|جولائی|اگست|ستمبر|اکتوبر|نومبر|دسمبر)"
    r"(?:[\s،]*[\d۰-۹]{4}ء?)?)?\s*[،,]?\s*"
    r"(?:[(（](?P<credit>[^()（）]{2,60})[)）])?\s*(?P<mark>:|۔|—|–|-)?\s*"
)
CREDIT_PARTS = re.compile(r"\s+[-–—|]\s+|\s*,\s*(?=\d)|\s*[،|]\s*")


@dataclass(frozen=True)
class Dateline:
    """A dateline as printed; `end` is where the text proper begins."""

    printed: str
    end: int
    place: str = ""
    credits: tuple[str, ...] = ()
    date: dates.PrintedDate | None = None
    reporter: str = ""

    @property
    def agency(self) -> str:
        """Whose wire it is, as printed: a known agency before any other credit."""
        agencies = [one for one in self.credits if is_agency(one)]
        return next(iter([*agencies, *self.outlets]), "")

    @property
    def outlets(self) -> list[str]:
        """Credits that are no agency and no desk, as printed."""
        return [one for one in self.credits if not is_agency(one) and fold_name(one) not in DESKS]


def is_agency(credit: str) -> bool:
    """Whether this credit is a known agency, by name or code."""
    folded = fold_name(credit).strip()
    return folded in AGENCIES or folded.endswith("通讯社")


def find_dateline(paragraph: str, known_places: frozenset[str] = frozenset()) -> Dateline | None:
    """The dateline that `paragraph` begins with; None where it begins with its text.

    `known_places` are folded names of places beside the cities known anyway.
    """
    known = CITIES | known_places
    for read in (_chinese, _latin, _urdu):
        dateline = read(paragraph, known)
        if dateline:
            return dateline
    return None


def place_and_day(line: str, known_places: frozenset[str] = frozenset()) -> Dateline | None:
    """A line that holds a known city and a full day and nothing else, as a dateline."""
    found = dates.find(line)
    if len(found) != 1 or not found[0].value or found[0].last:
        return None
    place = (line[: found[0].start] + line[found[0].end :]).strip(" ,،，.:：|()-–—ء")
    if fold_name(place) not in CITIES | known_places:
        return None
    return Dateline(line, len(line), place=place, date=found[0])


def _latin(paragraph: str, known: frozenset[str]) -> Dateline | None:
    match = LATIN.match(paragraph)
    if not match:
        return None
    credit = match["credit"] or match["slashes"] or match["square"] or ""
    places = re.split(r"\s?[/&]\s?", match["place"])
    is_known = all(fold_name(place) in known for place in places)
    has_date = bool(match["date"]) or bool(dates.find(credit))
    in_capitals = match["place"].isupper()
    if not (is_known or (in_capitals and (has_date or _is_credit(credit)))):
        # “Lahore, 3 June 2023 (XYZ):” is one whatever the town; “Wang Yi:” is not.
        if not (match["date"] and credit and match["mark"]):
            return None
    elif not (match["mark"] or _is_credit(credit) or (has_date and (credit or in_capitals))):
        return None
    return _dateline(match, paragraph, credit)


def _is_credit(credit: str) -> bool:
    """A name or a code, with capitals; not “(the capital)”."""
    return bool(credit) and (is_agency(credit) or fold_name(credit) in DESKS or credit[0].isupper())


def _chinese(paragraph: str, known: frozenset[str]) -> Dateline | None:
    match = CHINESE.match(paragraph) or CHINESE.search(paragraph[:LOOK_INTO])
    if match and (match.start() == 0 or WIRE_WORD.search(match[0])):
        return _dateline(match, paragraph, match["credit"])
    match = CHINESE_CREDIT.match(paragraph)
    if match:
        return Dateline(match[0].strip(), match.end(), credits=(match["credit"],))
    match = CHINESE_CITY_DAY.match(paragraph)
    if match and fold_name(match["place"]) in known:
        return _dateline(match, paragraph, "")
    return None


def _urdu(paragraph: str, known: frozenset[str]) -> Dateline | None:
    match = URDU.match(paragraph)
    if not match or not (match["credit"] or match["mark"]):
        return None
    places = match["place"].split("/")
    if not all(fold_name(place) in known for place in places):
        return None
    return _dateline(match, paragraph, match["credit"] or "")


def _dateline(match: re.Match, paragraph: str, credit: str) -> Dateline:
    printed = match[0].strip().rstrip(":：—–-／۔ ")
    parts = [part.strip() for part in CREDIT_PARTS.split(credit)]
    found = dates.find(printed)
    groups = match.groupdict()
    return Dateline(
        printed=printed,
        end=match.end(),
        place=match["place"].strip(),
        credits=tuple(part for part in parts if part and not _is_date(part)),
        date=found[0] if found else None,
        reporter=(groups.get("reporter") or "").strip(),
    )


def _is_date(part: str) -> bool:
    return bool(dates.find(part)) or part.isdigit()
