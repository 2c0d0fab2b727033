"""Every type of public page against the HTML standard, by html-validate."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.browser.pages import LANGUAGES, make_archive

FOLDER = Path(__file__).resolve().parent.parent / "html"
CHECKER = FOLDER / "node_modules" / ".bin" / "html-validate"


@pytest.fixture
def problems(tmp_path):
    """Call it with pages by name: what is wrong with them, as `page:line rule message` strings."""
    if not (CHECKER.exists() and shutil.which("node")):
        if os.environ.get("REQUIRE_HTML_CHECK") == "1":
            pytest.fail("html-validate is not installed: npm ci --prefix tests/html")
        pytest.skip("no html-validate: npm ci --prefix tests/html")
    shutil.copy(FOLDER / ".htmlvalidate.json", tmp_path)

    def check(pages: dict[str, bytes]) -> list[str]:
        for name, content in pages.items():
            (tmp_path / f"{name}.html").write_bytes(content)
        command = [CHECKER, "--formatter", "json", *(f"{name}.html" for name in pages)]
        done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
        assert done.returncode in (0, 1), done.stderr
        return [
            f"{Path(row['filePath']).stem}:{found['line']} {found['ruleId']} {found['message']}"
            for row in json.loads(done.stdout)
            for found in row["messages"]
        ]

    return check


@pytest.mark.django_db
def test_every_page_is_written_by_the_standard(client, problems):
    pages = {}
    for word, address in make_archive().items():
        for language in LANGUAGES:
            path = language + address.path.partition("#")[0]
            answer = client.get(path)
            assert answer.status_code == address.status, path
            pages[f"{language.strip('/') or 'en'} {word}"] = answer.content
    assert problems(pages) == []


def test_a_mistake_is_told(problems):
    page = b"<!doctype html><html lang=en><head><title>T</title></head><body><p><div></div></p>"
    assert len(problems({"wrong": page})) > 0
