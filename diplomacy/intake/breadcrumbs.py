"""Breadcrumbs above a title: alone on a line, or glued to the title's first word."""

from . import debris

LONGEST_ALONE = 120
SECTIONS = sorted(debris.SECTIONS, key=len, reverse=True)


def split_crumbs(line: str, following: list[str]) -> tuple[str, str]:
    """(breadcrumbs, rest of the line); breadcrumbs are empty where there are none.

    `following` are the next lines: a title repeated there shows where the glue is.
    """
    for title in following:
        glued = line.endswith(title) and line != title
        if glued and len(title) > 10 and _is_crumbs(line[: -len(title)]):
            return line[: -len(title)].strip(), title
    if line in SECTIONS or _is_trail(line):
        return line, ""
    home = debris.HOME.match(line)
    if home:
        return _glued(line, home.end())
    return "", line


def _is_trail(line: str) -> bool:
    marked = debris.CRUMB_MARKS.search(line) or line.count(" / ") + line.count(" | ") > 0
    return bool(marked and debris.CRUMB_START.match(line) and len(line) <= LONGEST_ALONE)


def _is_crumbs(text: str) -> bool:
    """Short, and begins as breadcrumbs do or holds only section names."""
    words = text.strip(" >»›/|-")
    if len(words) > LONGEST_ALONE:
        return False
    return bool(debris.CRUMB_START.match(words)) or _sections_end(words, 0) == len(words)


def _glued(line: str, start: int) -> tuple[str, str]:
    end = _sections_end(line, start)
    if end == len(line):
        return line, ""
    if end == start and not line[start].isupper():
        return "", line
    return line[:end].strip(), line[end:].strip(" >»›/|-")


def _sections_end(line: str, start: int) -> int:
    """Where the run of section names ends: each is glued to the next, or to the title."""
    place = start
    while True:
        here = place + len(line[place:]) - len(line[place:].lstrip(" >»›/|-"))
        section = next((name for name in SECTIONS if line.startswith(name, here)), None)
        if section is None:
            return place
        end = here + len(section)
        rest = line[end:]
        # “Pakistan and China” is the title itself: a section has nothing, a capital letter or
        # a separator right after it.
        if rest and not (
            rest[0].isupper() or rest[0] in ">»›/|" or rest.startswith((" >", " /", " |"))
        ):
            return place
        place = end
