"""The help page of the search as data: what can be asked, each with examples that are run in tests.

The examples ask for what the demonstration archive holds; in any other archive they show how a
question is put.
"""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from diplomacy.search.operators import LABELS as OPERATOR_LABELS
from diplomacy.search.operators import NAMES

from .filters import LABELS


@dataclass(frozen=True)
class Example:
    """A search, and in words what it shows. ``more`` are parameters beside the words."""

    q: str
    says: str | Promise
    more: tuple[tuple[str, str], ...] = ()

    @property
    def asked(self) -> str:
        """Its query string."""
        return urlencode({"q": self.q} | dict(self.more))


@dataclass(frozen=True)
class Section:
    """Some examples that belong together. ``code`` is the section's anchor."""

    code: str
    title: str | Promise
    told: str | Promise
    examples: tuple[Example, ...]


SECTIONS = (
    Section(
        "words",
        _("Words and phrases"),
        _(
            "All words must occur, in any order, anywhere in a record: its title, summary, text, "
            "names and notes. Capital letters, accents, vowel marks and English endings make no "
            "difference: “Ministers” finds “minister”."
        ),
        (
            Example("gwadar airport", _("Both words.")),
            Example('"karakoram highway"', _("The two words side by side, in this order.")),
            Example("khunjerab -winter", _("The one word, and not the other.")),
            Example("flood OR earthquake", _("Either word. OR is written in capital letters.")),
            Example("financ*", _("Any word that begins so: finance, financial, financing.")),
            Example("people-to-people", _("A hyphenated word, however the hyphen is printed.")),
        ),
    ),
    Section(
        "names",
        _("Who and what"),
        _(
            "A field, a colon and a value, without a blank, narrow the search to records that are "
            "about something, whatever words they use. The value may be any name the archive "
            "knows, in any script, in quotation marks where it has blanks, or the code in an "
            "address. "
            "Several values with commas between them are alternatives; a minus sign before the "
            "field leaves records out."
        ),
        (
            Example(
                'said-by:"Wang Yi"',
                _(
                    "Records that hold words of Wang Yi: he is their speaker, author or signatory, "
                    "or the speaker of a confirmed clause. Other words asked for need not be his."
                ),
            ),
            Example(
                "person:qureshi", _("Records that name him in any part, also as a mere mention.")
            ),
            Example("side:pakistan", _("Texts that speak for Pakistan alone.")),
            Example("side:china venezuela", _("Texts of the Chinese side that hold the word.")),
            Example("topic:gwadar", _("Records that editors put under this topic.")),
            Example("topic:space,mining", _("Either topic.")),
            Example("topic:gwadar -topic:cpec", _("One topic, without the other.")),
            Example("series:fmsd", _("The rounds of a series and the texts about them.")),
            Example('series:"CPEC Joint Cooperation Committee" ML-1', _("A series and a word.")),
            Example("country:afghanistan", _("Records in which a country takes part or is named.")),
            Example("initiative:gdi", _("Records that name an initiative.")),
            Example('organisation:"Foreign Office"', _("Records that name an organisation.")),
            Example("place:gwadar-port", _("Records that name a place.")),
            Example("outlet:dawn", _("Texts of which this outlet carried a copy.")),
        ),
    ),
    Section(
        "texts",
        _("Which texts"),
        _("What a record is, whose words it holds, how much of it is held, and in which language."),
        (
            Example('kind:"joint statement"', _("One kind of record, by its name on the page.")),
            Example("kind:meeting kabul", _("A family of kinds, and a word.")),
            Example("authority:joint_verbatim", _("Joint texts in the issuers’ own wording.")),
            Example("held:paraphrase", _("Texts shown in the archive’s own paraphrase.")),
            Example("language:urdu", _("Texts in Urdu.")),
            Example("language:zh", _("Texts in Chinese, however it is written.")),
        ),
    ),
    Section(
        "dates",
        _("Dates"),
        _(
            "A date is a year, a month or a day: 2024, 2024-05 or 2024-05-15. “before:” and "
            "“after:” leave the date itself out, “from:” and “until:” take it in. So do the fields "
            "From and Until beside the words, and the picture of years."
        ),
        (
            Example("before:2018", _("Up to the last day of 2017.")),
            Example("after:2026-01-05", _("From 6 January 2026 on.")),
            Example("from:2025-12 until:2026-01-04", _("From December 2025 to 4 January 2026.")),
            Example("in:2024-05 gwadar", _("Dated in May 2024.")),
            Example("in:2019..2021 afghanistan", _("From 2019 to 2021, both included.")),
            Example("kashmir -in:2024", _("In any year but one.")),
        ),
    ),
    Section(
        "chinese-urdu",
        _("In Chinese and Urdu"),
        _(
            "Chinese is found wherever it stands in a text, without blanks, in simplified and "
            "traditional characters alike; a run of characters that holds known names is taken "
            "apart at them. Urdu is found however its letters are encoded, with its vowels marked "
            "or not. The fields have Chinese and Urdu names, and so have kinds and languages."
        ),
        (
            Example("王毅", _("Wang Yi, also where his name is printed in other scripts.")),
            Example("中巴外长战略对话第七轮", _("The seventh round of the Strategic Dialogue.")),
            Example("说话人:王毅 主题:南亚", _("Words of Wang Yi, on a topic.")),
            Example("之前:2018年", _("Before 2018.")),
            Example("گوادر", _("Gwadar, also where it is printed in other scripts.")),
            Example("فریق:پاکستان دہشت گردی", _("Texts of the Pakistani side on terrorism.")),
            Example("موضوع:افغانستان سال:۲۰۲۵", _("The topic Afghanistan, in the year 2025.")),
        ),
    ),
    Section(
        "other-forms",
        _("Other forms of a name"),
        _(
            "Words that are a known name also find its other forms: spellings, abbreviations, "
            "misprints, other scripts, and the other names of what is named in more than one way. "
            "So do numbers of rounds. The page says what was searched besides, and lets you search "
            "for exactly your words instead. Titles that hold all you ask for come first, then "
            "records that hold your very words."
        ),
        (
            Example("Shah Mehmood Qureshi", _("Also “Shah Mahmood Qureshi” and other spellings.")),
            Example("tibet", _("Also “Xizang”, which other texts print.")),
            Example("tibet", _("Exactly this word."), (("exact", "1"),)),
            Example("5th round", _("Also “fifth”, 第五轮 and پانچواں.")),
        ),
    ),
)


def fields() -> list[dict]:
    """Every field of the query language with its label and all its names."""
    return [
        {"name": field, "label": OPERATOR_LABELS.get(field) or LABELS[field], "others": names[1:]}
        for field, names in ((field, names.split()) for field, names in NAMES.items())
    ]
