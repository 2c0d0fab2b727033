"""What of an edition's content is searched, and under which heading of weight.

The same texts are indexed and highlighted. Content holds no withheld words, so neither do these.
"""

from typing import NamedTuple

from .analyser import Token, analyse, other_forms
from .engines import IndexRow

MAX_BYTES = 600_000
"""Of the different tokens of one record; PostgreSQL takes a little over a megabyte."""
MAX_CHARACTERS = 100_000
"""Texts up to here cannot reach ``MAX_BYTES``."""


class Passage(NamedTuple):
    """A piece of body text, and the anchor on the record's page that leads to it (or "")."""

    anchor: str
    text: str


class Fields(NamedTuple):
    """The searched texts of one record."""

    title: str
    names: str
    summary: str
    body: list[Passage]


def fields_of(content: dict) -> Fields:
    """The searched texts of an edition's content (any type of record, any schema so far)."""
    return Fields(
        content["title"],
        "\n".join(_names(content)),
        content.get("summary", ""),
        [passage for passage in _passages(content) if passage.text.strip()],
    )


def tokens_of(fields: Fields) -> IndexRow:
    """The tokens to index. Of a text of a size no book has, the end is left out."""
    return indexed(fields)[0]


def indexed(fields: Fields) -> tuple[IndexRow, set[str]]:
    """The tokens to index, and the whole words behind them."""
    body = "\n".join(passage.text for passage in fields.body)
    analysed = [analyse(text) for text in (fields.title, fields.names, fields.summary, body)]
    if len(body) > MAX_CHARACTERS:
        analysed[-1] = _within_bytes(analysed[-1])
    every = [token for tokens in analysed for token in tokens]
    row = IndexRow(*([token.text for token in tokens] for tokens in analysed), other_forms(every))
    return row, {token.word for token in every}


def _within_bytes(tokens: list[Token]) -> list[Token]:
    seen, size = set(), 0
    for count, token in enumerate(tokens):
        for form in {token.text, token.word, token.joined} - seen:
            seen.add(form)
            size += len(form.encode()) + 4  # a position and its padding
        if size > MAX_BYTES:
            return tokens[:count]
    return tokens


def _names(content: dict):
    for person in content.get("people", []):
        yield f"{person['styled_as']} {person['name']}".strip()
    for organisation in content.get("organisations", []) + content.get("countries", []):
        yield organisation["name"]
    for subject in content.get("topics", []):
        yield from filter(None, [subject["label"], subject.get("printed")])
    places = content.get("places", []) + [place for place in [content.get("place")] if place]
    for subject in content.get("initiatives", []) + places:
        yield subject["label"]
    if series := content.get("series"):
        yield from (series["title"], content.get("ordinal_printed", ""))
    for source in content.get("sources", []):
        yield source["outlet"]["name"] if source["outlet"] else ""
    yield from (content.get(field, "") for field in ("byline", "agency", "dateline", "parties"))


def _passages(content: dict):
    for paragraph in content.get("paragraphs", []):
        yield Passage(paragraph["key"], f"{paragraph['heading']}\n{paragraph['text']}".strip())
    for clause in content.get("clauses", []):
        own_words = "" if clause["paragraph"] else clause["text"]
        yield Passage(clause["key"], f"{own_words}\n{clause.get('formula', '')}".strip())
    for mention in content.get("mentions", []):
        yield Passage("", f"{mention['label']}\n{mention['text']}".strip())
    for field in ("theme", "venue", "invitation", "note"):
        yield Passage("", content.get(field, ""))
    for field in ("agenda", "outcomes"):
        yield from (Passage("", item) for item in content.get(field, []))
    for source in content.get("sources", []):
        yield Passage("", source["title"])
    for figure in content.get("figures", []):
        yield Passage("", f"{figure['caption']}\n{figure['alt']}".strip())
