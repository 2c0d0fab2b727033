"""Countries and organisations a page names, and foreign ministries however it calls them."""

# ruff: noqa: E501  a pattern broken over lines is harder to read than a long one

import re

from diplomacy.text.normalise import fold, fold_name

from ..known import Gazetteer, Known
from .agencies import CAPITALS
from .guesses import Guess, snippet
from .name_index import Found

JOINED_NAMES = {
    "sino": ("cn",), "pak": ("pk",), "indo": ("in",), "afghan": ("af",),
    "中巴": ("cn", "pk"), "巴中": ("pk", "cn"), "中阿巴": ("cn", "af", "pk"), "阿巴": ("af", "pk"),
    "中方": ("cn",), "巴方": ("pk",), "阿方": ("af",), "پاک": ("pk",),
}  # fmt: skip
"""Short forms that stand for a country inside other words: Sino-Pak, 中巴, پاک چین."""
JOINED = re.compile(
    r"\b(?:Sino|Indo|SINO|INDO)(?=[-–])|\b(?:Pak|PAK)(?=[-–][A-Z])|(?<=[-–])(?:Pak|PAK)\b"
    r"|中阿巴|中巴|巴中|阿巴|中方|巴方|阿方|\bپاک(?=[\s۔-])"
)
CAPITAL_ACTS = re.compile(
    r"\b(?P<city>Beijing|Islamabad|Kabul|New Delhi|Dhaka|Moscow|Tehran|Washington|Astana)"
    r"(?=(?:'s|’s) (?:position|commitment|support|stance|policy|efforts)"
    r"| and (?:Beijing|Islamabad|Kabul|New Delhi|Dhaka|Moscow|Tehran|Washington) (?:have|had|are|were|\w+ed)\b"
    r"| (?:said|says|urged|called|reaffirmed|reiterated|backs|backed|supports|supported|agreed|wants|"
    r"rejected|condemned|welcomed|announced|stressed|hopes)\b)"
)
MINISTRY = re.compile(
    r"(?:ministry of foreign affairs|foreign affairs ministry|foreign ministry|foreign office|mofa|mfa)",
    re.IGNORECASE,
)
HAN_MINISTRY = re.compile(
    r"(?:中国|中國|中华人民共和国|中華人民共和國|大陆|大陸|陸|"
    r"(?:巴基斯坦|阿富汗|印度)(?:伊斯兰共和国|伊斯蘭共和國|共和国|共和國)?)?外交部(?![长長])"
)
AFTER_MINISTRY = re.compile(r"[,\n]? ?(?:government )?(?:of|in)? ?(?:the )?", re.IGNORECASE)
CAPITAL_AFTER = re.compile(r",? \(?(?P<city>Islamabad|Beijing|Kabul|New Delhi|Dhaka)\b")
URDU_MINISTRY = re.compile(r"(?P<country>چینی|چین کی|پاکستانی)?\s*(?:وزارت|دفتر)\u0650? خارجہ")
OF_A_STATE = re.compile(
    r"ministry|foreign|embassy|office|外交部|使馆|وزارت|دفتر|سفارت", re.IGNORECASE
)
EMBASSY = re.compile(r"embassy|high commission|使馆|使館|سفارت", re.IGNORECASE)


def find_countries(text: str, names: list[Found], gazetteer: Gazetteer) -> list[Guess]:
    """Countries named, by name, adjective, joined form, or capital where it acts."""
    places: list[tuple[int, int, str]] = [
        (found.start, found.end, found.known.slug)
        for found in names
        if found.known.type == "country"
    ]
    for match in JOINED.finditer(text):
        places += [(*match.span(), slug) for slug in JOINED_NAMES[fold(match[0])]]
    for match in CAPITAL_ACTS.finditer(text):
        places.append((*match.span("city"), CAPITALS[fold_name(match["city"])]))
    first: dict[str, Guess] = {}
    for start, end, slug in sorted(places):
        if slug not in first and gazetteer.country(slug):
            first[slug] = Guess(
                gazetteer.country(slug), snippet(text, start, end), "printed", text[start:end]
            )
    return list(first.values())


def countries_in(text: str, gazetteer: Gazetteer) -> list[str]:
    """Codes of the countries a short text names, in order."""
    found = find_countries(text, gazetteer.index.find(text), gazetteer)
    return [guess.value.slug for guess in found]


def find_bodies(
    text: str, names: list[Found], gazetteer: Gazetteer
) -> list[tuple[Known, int, int]]:
    """(organisation, start, end) for each organisation named, ministries included."""
    found = [(one.known, one.start, one.end) for one in names if one.known.type == "organisation"]
    taken = [(start, end) for _, start, end in found]
    for pattern in (MINISTRY, HAN_MINISTRY, URDU_MINISTRY):
        for match in pattern.finditer(text):
            if any(low < match.end() and match.start() < high for low, high in taken):
                continue
            ministry = _ministry_at(text, match, names, gazetteer)
            if ministry:
                found.append((ministry, match.start(), match.end()))
    return sorted(found, key=lambda one: one[1])


def _ministry_at(text: str, match: re.Match, names: list[Found], gazetteer: Gazetteer):
    """The foreign ministry meant: of the country named beside it, the nearest counting."""
    beside = [
        (abs(one.start - match.start()), one.known.slug)
        for one in names
        if one.known.type == "country" and _stands_beside(text, one, match)
    ]
    capital = CAPITAL_AFTER.match(text, match.end())
    if beside:
        code = min(beside)[1]
    else:
        code = CAPITALS[fold_name(capital["city"])] if capital else _default_country(match)
    return foreign_ministry(code, gazetteer) if code else None


def _stands_beside(text: str, country: Found, match: re.Match) -> bool:
    """“Chinese Ministry …”, “China's Foreign Ministry”, “Ministry of Foreign Affairs of China”."""
    before, after = text[country.end : match.start()], text[match.end() : country.start]
    if country.start >= match.start() and country.end <= match.end():
        return True
    if country.end <= match.start():
        return bool(re.fullmatch(r"(?:'s|’s|的)?\s?(?:کی |کے )?", before))
    return country.start >= match.end() and bool(AFTER_MINISTRY.fullmatch(after))


def _default_country(match: re.Match) -> str:
    """A Chinese text that says “the foreign ministry” means China's; in Urdu, Pakistan's."""
    printed = match[0]
    if "外交部" in printed:
        return "cn" if printed[0] in "外大陆陸中" else ""
    if match.re is URDU_MINISTRY:
        return "pk" if not match["country"] or "پاکستان" in match["country"] else "cn"
    # The Foreign Office is Pakistan's; a Foreign Ministry alone may be anybody's.
    return "pk" if fold(printed) in ("foreign office", "mofa") else ""


def issuer_in(text: str, gazetteer: Gazetteer) -> Known | None:
    """The first ministry, embassy or office of a country that a short text names."""
    for body, _, _ in find_bodies(text, gazetteer.index.find(text), gazetteer):
        if body.country and OF_A_STATE.search(body.name):
            return body
    return _embassy_in(text, gazetteer) if EMBASSY.search(text) else None


def _embassy_in(text: str, gazetteer: Gazetteer) -> Known | None:
    """The known embassy of the first country named, in the second, however both are styled."""
    wanted = countries_in(text, gazetteer)
    embassies = (
        body
        for body in gazetteer.organisations
        if wanted[:1] == [body.country] and EMBASSY.search(body.name)
    )
    return next((one for one in embassies if _states_of(one, gazetteer) == set(wanted)), None)


def _states_of(embassy: Known, gazetteer: Gazetteer) -> set[str]:
    """Codes of the country it is of and the one it is in, which its name may tell by a capital."""
    name = fold_name(embassy.name)
    named = {
        country.slug
        for country in gazetteer.countries
        if any(fold_name(form.text) in name for form in country.all_forms)
    }
    return named | {code for city, code in CAPITALS.items() if city in name}


def foreign_ministry(country: str, gazetteer: Gazetteer) -> Known | None:
    """The known foreign ministry of a country."""
    for body in gazetteer.organisations:
        forms = " ".join(fold(form.text) for form in body.all_forms)
        if body.country == country and re.search(
            r"foreign affairs|foreign ministry|external affairs", forms
        ):
            return body
    return None
