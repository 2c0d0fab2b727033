"""Other searches to offer beside one that finds little or nothing; each of them finds something."""

import re
from collections.abc import Iterable

from django.http import QueryDict
from django.utils.translation import gettext as _

from diplomacy.search.params import SearchParams
from diplomacy.search.selection import Selection
from diplomacy.search.spelling import offers

from .filters import LABELS, changed
from .templatetags.archive import colon

LATIN_WORD = re.compile(r"[A-Za-z]{3,}")
JOINS = ("OR", "AND", "NOT")
MOST_WORDS = 10
MOST_DROPPED = 10
"""So many conditions are tried one by one where all together find nothing."""
MOST_COUNTED = 1_000


def better_spelt(params: SearchParams, data: QueryDict, total: int) -> list[dict]:
    """“Did you mean”: words, how many records they find, and where."""
    return [
        {"q": offer.params.q, "total": offer.total, "url": _address(offer.params, params, data)}
        for offer in offers(params, total)
    ]


def _address(offered: SearchParams, params: SearchParams, data: QueryDict) -> str:
    """Where an offered search is: the same with other words, or those words alone."""
    is_rest_kept = offered == SearchParams(**(vars(params) | {"q": offered.q}))
    changes = {"q": offered.q} if is_rest_kept else _only({"q": offered.q})
    return "?" + changed(data, **changes)


def suggestions(selection: Selection, data: QueryDict, chips: list[dict]) -> list[dict]:
    """Other searches to offer when one finds nothing; each finds something."""
    params = selection.params
    asked = []
    if len(chips) > 1:
        asked += [
            (
                _("Without “%(condition)s”") % {"condition": _in_words(chip)},
                QueryDict(chip["url"].removeprefix("?")),
            )
            for chip in chips[:MOST_DROPPED]
        ]
    if params.q and len(chips) > 2:
        alone = _changed(data, _only({"q": params.q}))
        asked.append((_("The same words in the whole archive"), alone))
    words = [word for word in re.findall(r"\w+", selection.understood.words) if word not in JOINS]
    if '"' in params.q:
        plain = {"q": params.q.replace('"', " ")}
        asked.append((_("The words of the phrase, wherever they stand"), _changed(data, plain)))
    if len(words) > 1:
        any_word = {"q": " OR ".join(words[:MOST_WORDS])}
        asked.append((_("Any of the words instead of all"), _changed(data, _only(any_word))))
    elif LATIN_WORD.fullmatch(params.q):
        asked.append((_("All words that begin so"), _changed(data, _only({"q": f"{params.q}*"}))))
    return list(_finding(asked))


def _finding(asked: Iterable[tuple[str, QueryDict]]) -> Iterable[dict]:
    """Those searches that find something, each with how many records."""
    for label, query in asked:
        records = Selection(SearchParams.read(query)).records().order_by()
        if total := records[: MOST_COUNTED + 1].count():
            yield {
                "label": label,
                "total": min(total, MOST_COUNTED),
                "is_exact": total <= MOST_COUNTED,
                "url": "?" + query.urlencode(),
            }


def _in_words(chip: dict) -> str:
    return f"{chip['what']}{colon()}{chip['value']}" if chip["value"] else str(chip["what"])


def _changed(data: QueryDict, changes: dict) -> QueryDict:
    return QueryDict(changed(data, **changes))


def _only(new: dict) -> dict:
    """Changes that leave nothing of a search but ``new``."""
    return dict.fromkeys(LABELS) | new
