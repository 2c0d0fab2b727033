"""Which words differ between two texts, in any of the archive's scripts."""

import difflib
import re
from itertools import groupby

# Chinese is compared sign by sign; a run of letters with its marks is one word elsewhere.
PIECE = re.compile(
    r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]|\s+"
    r"|[^\W\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]"
    r"(?:[^\W\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]|[\u0300-\u036f\u064b-\u0670\u200c\u200d’'-](?=\w)|[\u0300-\u036f\u064b-\u0670])*"
    r"|.",
    re.DOTALL,
)


def pieces(text: str) -> list[str]:
    """`text` cut into words, blanks and signs; joined they give `text` again."""
    return PIECE.findall(text)


def diff_words(a: str, b: str) -> list[tuple[str, str]]:
    """What turns `a` into `b`, as (op, text) with op ``equal``, ``insert`` or ``delete``.

    The equal and deleted parts joined give `a`, the equal and inserted parts `b`.
    """
    old, new = pieces(a), pieces(b)
    steps: list[tuple[str, str]] = []
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
    for op, i1, i2, j1, j2 in matcher.get_opcodes():
        if op == "equal":
            steps.append(("equal", "".join(old[i1:i2])))
            continue
        if i2 > i1:
            steps.append(("delete", "".join(old[i1:i2])))
        if j2 > j1:
            steps.append(("insert", "".join(new[j1:j2])))
    return _joined(steps)


def _joined(steps: list[tuple[str, str]]) -> list[tuple[str, str]]:
    groups = groupby(steps, key=lambda step: step[0])
    return [(op, "".join(text for _, text in group)) for op, group in groups]
