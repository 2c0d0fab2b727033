"""The rooms of the house and who may import whom: DESIGN's one-way map, held by a test."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

# Each room imports itself and the rooms of earlier lines, never a later line or its own line's.
# The longest matching name decides, so that `search` has an early half and a late one.
LINES = [
    ["diplomacy.vocabulary"],
    ["diplomacy.kinds", "diplomacy.text"],
    ["diplomacy.models", "diplomacy.migrations"],
    [
        "diplomacy.search.analyser",
        "diplomacy.search.derived",
        "diplomacy.search.engines",
        "diplomacy.search.fields",
        "diplomacy.search.index",
        "diplomacy.search.names",
        "diplomacy.search.words",
    ],
    ["diplomacy.intake", "diplomacy.publishing"],
    ["diplomacy.reading", "diplomacy.search"],
    ["diplomacy.exports", "diplomacy.correspondence"],
    [
        "diplomacy.site",
        "diplomacy.api",
        "diplomacy.admin",
        "diplomacy.management",
        "diplomacy.apps",
    ],
]
LINE_OF = {room: number for number, rooms in enumerate(LINES) for room in rooms}
# Rooms of one line that are one room in several files.
ONE_ROOM = {
    "diplomacy.search.analyser": "diplomacy.search.index",
    "diplomacy.search.derived": "diplomacy.search.index",
    "diplomacy.search.engines": "diplomacy.search.index",
    "diplomacy.search.fields": "diplomacy.search.index",
    "diplomacy.search.names": "diplomacy.search.index",
    "diplomacy.search.words": "diplomacy.search.index",
    "diplomacy.migrations": "diplomacy.models",
}


def room_of(module: str) -> str | None:
    """The room that `module` (dotted) belongs to; None for the package itself and for others."""
    parts = module.split(".")
    names = (".".join(parts[:size]) for size in range(len(parts), 1, -1))
    return next((name for name in names if name in LINE_OF), None)


def imports_of(tree: ast.Module, module: str, *, is_package: bool = False):
    """Yield (node, dotted name) for everything of ours that a module imports, wherever it does.

    `from a import b` yields `a.b`: a room is found by its longest name, so that is as good as `a`.
    """
    package = module if is_package else module.rpartition(".")[0]
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                above = package.split(".")[: len(package.split(".")) - node.level + 1]
                base = ".".join([*above, *filter(None, [node.module])])
            names = [f"{base}.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.Call) and "import_module" in ast.unparse(node.func):
            names = [a.value for a in node.args if isinstance(a, ast.Constant)]
        else:
            continue
        yield from ((node, name) for name in names)


def forbidden(source: str, module: str, *, is_package: bool = False) -> list[str]:
    """What `module` imports against the map, as `line: name` strings."""
    own = room_of(module)
    found = []
    for node, name in imports_of(ast.parse(source), module, is_package=is_package):
        if name.split(".")[0] in {"config", "tests", "tools"}:
            found.append(f"{node.lineno}: {name}")
        other = room_of(name)
        if own is None or other is None or ONE_ROOM.get(own, own) == ONE_ROOM.get(other, other):
            continue
        if LINE_OF[other] >= LINE_OF[own]:
            found.append(f"{node.lineno}: {name}")
    return found


def unexplained(source: str) -> list[str]:
    """Imports inside functions without a comment on their line that says why, as strings."""
    lines = source.splitlines()
    return [
        f"{node.lineno}: {lines[node.lineno - 1].strip()}"
        for function in ast.walk(ast.parse(source))
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef)
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
        and not lines[node.end_lineno - 1].partition("#")[2].strip().removeprefix("noqa")
    ]


def modules():
    """Yield (path, dotted name, is_package) for every module of the house."""
    for path in sorted((ROOT / "diplomacy").rglob("*.py")):
        parts = path.relative_to(ROOT).with_suffix("").parts
        is_package = parts[-1] == "__init__"
        yield path, ".".join(parts[:-1] if is_package else parts), is_package


def test_every_module_has_its_room():
    homeless = [name for _, name, _ in modules() if name != "diplomacy" and not room_of(name)]
    assert homeless == []


def test_rooms_import_only_what_stands_before_them():
    broken = {
        str(path.relative_to(ROOT)): found
        for path, name, is_package in modules()
        if (found := forbidden(path.read_text(encoding="utf-8"), name, is_package=is_package))
    }
    assert broken == {}


def test_imports_inside_functions_say_why():
    silent = {
        str(path.relative_to(ROOT)): found
        for path, _, _ in modules()
        if (found := unexplained(path.read_text(encoding="utf-8")))
    }
    assert silent == {}


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("diplomacy.models.records", "from diplomacy.publishing import publish"),
        ("diplomacy.models.records", "from diplomacy import publishing"),
        ("diplomacy.models.records", "from ..publishing import ledger"),
        ("diplomacy.models.records", "def f():\n    import diplomacy.site.views"),
        ("diplomacy.text.dates", "if TYPE_CHECKING:\n    from diplomacy.models import Record"),
        ("diplomacy.intake.readers", "from diplomacy.publishing import publish"),
        ("diplomacy.publishing.verbs", "from diplomacy.search import query"),
        ("diplomacy.search.index", "from diplomacy.search.query import parse"),
        ("diplomacy.api.views", "from diplomacy.site import views"),
        ("diplomacy.site.views", "import_module('diplomacy.api.views')"),
        ("diplomacy.site.views", "from config import settings"),
    ],
)
def test_the_map_notices(module, source):
    assert len(forbidden(source, module)) == 1


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("diplomacy.publishing.verbs", "from diplomacy.search import index"),
        ("diplomacy.publishing.verbs", "from . import ledger"),
        ("diplomacy.search.index", "from diplomacy.search.engines import sqlite"),
        ("diplomacy.search.query", "from diplomacy.search.index import put"),
        ("diplomacy.site.views", "from diplomacy.reading import links"),
        ("diplomacy.site.views", "from django.conf import settings"),
    ],
)
def test_the_map_allows(module, source):
    assert forbidden(source, module) == []


def test_an_inline_import_without_a_reason_is_noticed():
    assert len(unexplained("def f():\n    import os\n")) == 1
    assert len(unexplained("def f():\n    import os  # noqa\n")) == 1
    assert unexplained("import os\ndef f():\n    import re  # slow to load\n") == []
