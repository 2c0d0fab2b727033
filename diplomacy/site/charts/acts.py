"""What the rounds of a series did with a topic: acts down, rounds across.

An empty place has four different meanings, and never more is claimed than is known:
nothing is held of the round; no clause of what is held is confirmed; only a paraphrase, a part or
an account was read; the joint text was read word for word and no such act was confirmed in it.
"""

from collections import defaultdict
from dataclasses import dataclass

from diplomacy.vocabulary import Act, Held

JOINT = "joint_verbatim"
NOT_HELD, NOT_READ, IN_PART, IN_FULL = "not_held", "not_read", "in_part", "in_full"


@dataclass(frozen=True)
class Grid:
    """``columns``: ``(round, what was read)``; ``rows``: ``(act, [(clauses, what was read)])``."""

    columns: list[tuple[object, str]]
    rows: list[tuple[str, list[tuple[list[dict], str]]]]


def grid(rounds: list, texts: dict[str, list], topics: set[str]) -> Grid | None:
    """The acts of clauses on ``topics`` in the ``texts`` (by ``uid`` of the round) of ``rounds``.

    Texts have ``authority``, ``held`` and ``clauses``. Clauses come out as ``{text, key}``. None
    where no clause is on the topic.
    """
    found = defaultdict(list)
    for row in rounds:
        for text in texts.get(row.uid, ()):
            for clause in text.clauses:
                if topics & set(clause["topics"]):
                    found[row.uid, clause["act"]].append({"text": text, "key": clause["key"]})
    if not found:
        return None
    acts = [act for act in Act.values if any(act == key[1] for key in found)]
    columns = [(row, what_was_read(texts.get(row.uid, []))) for row in rounds]
    rows = [(act, [(found[row.uid, act], read) for row, read in columns]) for act in acts]
    return Grid(columns, rows)


def what_was_read(texts: list) -> str:
    """How much is held of a round, and whether an editor has confirmed clauses of it.

    In full only where that is the joint text, word for word: what an account leaves out may still
    have been agreed.
    """
    held = [text for text in texts if text.held != Held.NOT_HELD]
    if not held:
        return NOT_HELD
    read = [text for text in held if text.clauses]
    if not read:
        return NOT_READ
    return IN_FULL if any(map(_is_whole_joint_text, read)) else IN_PART


def _is_whole_joint_text(text) -> bool:
    return text.authority == JOINT and text.held == Held.VERBATIM
