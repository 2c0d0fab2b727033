"""What the repository as a whole may not hold."""

import itertools
import json
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SAMPLES = ROOT.parent / "shared" / "samples"
FACTS = ROOT.parent / "shared" / "facts.json"
RUN = 8
TEXTS = {".py", ".md", ".html", ".txt", ".json", ".jsonl", ".toml", ".css", ".js", ".po", ".in", ""}


def words(text: str) -> list[str]:
    """Words in lower case without what surrounds them; a Chinese character is a word."""
    return re.findall(r"[\u3400-\u9fff]|[^\W_\u3400-\u9fff]+", text.casefold())


def runs(text: str) -> set[tuple[str, ...]]:
    """Every run of eight words of `text`."""
    found = words(text)
    return set(zip(*(itertools.islice(found, start, None) for start in range(RUN)), strict=False))


def runs_of(path: Path) -> set[tuple[str, ...]]:
    """Every run of eight words of a file; in JSON, of each string by itself."""
    text = path.read_text(encoding="utf-8", errors="replace")
    if path.suffix not in {".json", ".jsonl"}:
        return runs(text)
    values = map(json.loads, text.splitlines() if path.suffix == ".jsonl" else [text])
    return set().union(*(runs(part) for value in values for part in strings(value)))


def strings(value):
    """Yield every string inside parsed JSON."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from strings(part)


def kept_files() -> list[Path]:
    """The text files of the repository, those not yet committed included."""
    listed = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    done = subprocess.run(listed, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip("not a git checkout")
    names = (name for name in done.stdout.split("\0") if name)
    return [ROOT / name for name in names if Path(name).suffix in TEXTS]


def test_runs_are_found_whatever_surrounds_the_words():
    text = "One, two; THREE four\nfive (six) seven “eight”."
    assert runs(text) == {("one", "two", "three", "four", "five", "six", "seven", "eight")}
    assert runs("one two three") == set()
    assert len(runs("一二三四五六七八九")) == 2


@pytest.mark.skipif(not SAMPLES.is_dir(), reason="the sample texts are not on this machine")
def test_no_sentence_of_the_sample_texts_is_in_the_repository():
    """Third-party texts are not ours to publish. Titles and short formulas may be quoted."""
    theirs = set().union(*(runs(path.read_text(encoding="utf-8")) for path in SAMPLES.iterdir()))
    assert len(theirs) > 1000
    quoted = set().union(*map(runs, strings(json.loads(FACTS.read_text(encoding="utf-8")))))
    copied = {
        str(path.relative_to(ROOT)): " ".join(min(found))
        for path in kept_files()
        if path.is_file() and (found := runs_of(path) & (theirs - quoted))
    }
    assert copied == {}


def test_no_registry_is_named_and_every_pin_has_its_hash():
    for path in ROOT.glob("requirements*.txt"):
        text = path.read_text(encoding="utf-8")
        assert "://" not in text, path.name
        assert "--index" not in text, path.name
        pins = re.findall(r"^([a-z0-9-]+)(?:\[.*\])?==\S+(.*(?:\n    --hash=\S+.*)*)", text, re.M)
        assert len(pins) > 15, path.name
        assert [name for name, hashes in pins if "--hash=sha256:" not in hashes] == [], path.name


def test_every_requirement_says_why_it_is_there():
    for path in ROOT.glob("requirements*.in"):
        lines = path.read_text(encoding="utf-8").splitlines()
        named = [line for line in lines if line and not line.startswith(("#", "-r"))]
        assert named, path.name
        assert [line for line in named if not re.search(r"  # \w.{10,}", line)] == [], path.name
